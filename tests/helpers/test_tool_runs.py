"""Runs with tools: what is sent, how runs go on, and how they end."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.fakes import FakeResponse, answer, failure
from tests.support.peers import sweep
from tests.support.tools import (
    ARGUMENTS,
    LOOK,
    OUTPUT,
    Weather,
    bodies,
    called,
    chat,
    chatted,
    fake,
    look,
    respond,
)
from triopenai import (
    APIStatusError,
    ClientClosedError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    TooManyTurnsError,
    open_client,
)
from triopenai.testing import open_sandbox
from triopenai.tools import ResponseToolRun, ToolRunUsage

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager


async def test_run_goes_on_from_the_response_before(autojump_clock: trio.testing.MockClock):
    async with (
        fake(called(LOOK), called(LOOK, number=2), called(number=3)) as (client, transport),
        respond(client, temperature=0.5, instructions="Be short") as run,
    ):
        steps = [step async for step in run]
    first, second, third = bodies(transport)
    assert first["input"] == "How is it?"
    assert "previous_response_id" not in first
    assert (second["input"], second["previous_response_id"]) == ([OUTPUT], "resp_1")
    assert (third["input"], third["previous_response_id"]) == ([OUTPUT], "resp_2")
    for body in (first, second, third):
        assert (body["temperature"], body["instructions"]) == (0.5, "Be short")
        assert [given["name"] for given in body["tools"]] == ["look"]
        assert body["tools"][0]["description"] == "Look at the sky."
    assert [step.number for step in steps] == [1, 2, 3]
    assert [len(step.results) for step in steps] == [1, 1, 0]
    assert steps == list(run.steps)
    assert run.response is steps[-1].response
    assert run.usage == ToolRunUsage(3, 6, 9, 15)
    (result,) = steps[0].results
    assert (result.call_id, result.name, result.arguments) == ("call_0", "look", ARGUMENTS)
    assert (result.value, result.output, result.error) == ("blue over Lisbon", "blue over Lisbon", None)
    assert result.seconds == pytest.approx(1)


async def test_run_sends_everything_again_where_nothing_is_stored(autojump_clock: trio.testing.MockClock):
    async with (
        fake(called(LOOK), called()) as (client, transport),
        respond(client, store=False, previous_response_id="resp_0") as run,
    ):
        await run.until_done()
    first, second = bodies(transport)
    assert first["input"] == [{"role": "user", "content": "How is it?"}]
    call = {
        "type": "function_call",
        "id": "fc_0",
        "call_id": "call_0",
        "name": "look",
        "arguments": ARGUMENTS,
    }
    assert second["input"] == [*first["input"], call, OUTPUT]
    assert second["previous_response_id"] == "resp_0"


async def test_run_in_a_conversation_sends_results_alone(autojump_clock: trio.testing.MockClock):
    async with (
        fake(called(LOOK), called()) as (client, transport),
        respond(client, conversation="conv_1", store=False) as run,
    ):
        await run.until_done()
    second = bodies(transport)[1]
    assert (second["input"], second["conversation"]) == ([OUTPUT], "conv_1")
    assert "previous_response_id" not in second


async def test_chat_run_sends_the_messages_with_the_new_ones(autojump_clock: trio.testing.MockClock):
    messages = iter([{"role": "user", "content": "How is it?"}])
    async with fake(chatted(LOOK), chatted()) as (client, transport), chat(client, messages=messages) as run:
        completion = await run.get_final_completion()
    first, second = bodies(transport)
    assert first["tools"][0]["function"]["name"] == "look"
    call = {"id": "call_0", "type": "function", "function": {"name": "look", "arguments": ARGUMENTS}}
    assert second["messages"] == [
        {"role": "user", "content": "How is it?"},
        {"role": "assistant", "content": None, "refusal": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_0", "content": "blue over Lisbon"},
    ]
    assert completion.choices[0].message.content == '{"summary": "blue"}'
    assert run.usage == ToolRunUsage(2, 4, 6, 10)


async def test_run_parses_the_last_text(autojump_clock: trio.testing.MockClock):
    async with fake(called(LOOK), called(), chatted(LOOK), chatted()) as (client, transport):
        async with respond(client, text_format=Weather) as run:
            assert (await run.get_final_response()).output_parsed == Weather(summary="blue")
        async with chat(client, response_format=Weather) as other:
            completion = await other.get_final_completion()
        assert completion.choices[0].message.parsed == Weather(summary="blue")
    sent = bodies(transport)
    assert all(body["text"]["format"]["name"] == "Weather" for body in sent[:2])
    assert all(body["response_format"]["json_schema"]["name"] == "Weather" for body in sent[2:])


ALLOWED = {"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "look"}]}


@pytest.mark.parametrize(
    ("given", "later"),
    [
        ("auto", "auto"),
        ("none", "none"),
        ("required", None),
        ({"type": "function", "name": "look"}, None),
        (ALLOWED, {**ALLOWED, "mode": "auto"}),
        (
            {"type": "allowed_tools", "allowed_tools": {"mode": "required", "tools": []}},
            {"type": "allowed_tools", "allowed_tools": {"mode": "auto", "tools": []}},
        ),
    ],
)
async def test_run_demands_a_call_once(given: object, later: object, autojump_clock: trio.testing.MockClock):
    async with (
        fake(called(LOOK), called()) as (client, transport),
        respond(client, tool_choice=given, idempotency_key="once") as run,
    ):
        await run.until_done()
    first, second = bodies(transport)
    assert first["tool_choice"] == given
    assert second.get("tool_choice") == later
    assert transport.header(0, "idempotency-key") == "once"
    assert transport.header(1, "idempotency-key") != "once"


async def test_run_passes_the_servers_tools_on(autojump_clock: trio.testing.MockClock):
    async with (
        fake(called(LOOK), called()) as (client, transport),
        respond(client, {"type": "web_search"}, look) as run,
    ):
        await run.until_done()
    for body in bodies(transport):
        assert body["tools"][0]["name"] == "look"
        assert body["tools"][1] == {"type": "web_search"}


@pytest.mark.parametrize("turns", [1, 2, 3])
async def test_run_without_a_turn_left_loses_nothing(turns: int, autojump_clock: trio.testing.MockClock):
    script = [called(LOOK, number=number) for number in range(1, turns + 1)]
    async with fake(*script) as (client, transport), respond(client, max_turns=turns) as run:
        with pytest.raises(TooManyTurnsError, match=rf"\(look\) in the last of {turns} turns") as info:
            await run.until_done()
    assert len(transport.requests) == turns
    error = info.value
    assert error.steps == run.steps
    assert len(error.steps) == turns - 1
    assert error.response is run.response
    assert run.response is not None
    assert run.response.id == f"resp_{turns}"
    assert error.usage == ToolRunUsage(turns, 2 * turns, 3 * turns, 5 * turns)
    assert pickle.loads(pickle.dumps(error)).usage == error.usage


async def test_request_with_an_iterator_can_be_made_again():
    items = iter([{"role": "user", "content": "How is it?"}])
    async with fake(failure(500), called()) as (client, transport), respond(client, input=items) as run:
        with pytest.raises(APIStatusError):
            await run.until_done()
        await run.until_done()
    first, second = bodies(transport)
    assert first["input"] == second["input"] == [{"role": "user", "content": "How is it?"}]


@pytest.mark.parametrize("at", range(3))
async def test_request_that_failed_can_be_made_again(at: int, autojump_clock: trio.testing.MockClock):
    script: list[FakeResponse] = [called(LOOK), called(LOOK, number=2), called(number=3)]
    script.insert(at, failure(500))
    async with fake(*script) as (client, transport), respond(client) as run:
        with pytest.raises(APIStatusError):
            await run.until_done()
        assert len(run.steps) == at
        await run.until_done()
    assert len(run.steps) == 3
    assert bodies(transport)[at] == bodies(transport)[at + 1]


@pytest.mark.parametrize("taken", range(4))
async def test_run_left_early_sends_no_more(taken: int, autojump_clock: trio.testing.MockClock):
    async with fake(called(LOOK), called(LOOK, number=2), called(number=3)) as (client, transport):
        async with respond(client) as run:
            for _ in range(taken):
                await anext(run)
        assert len(transport.requests) == taken
        with pytest.raises(StopAsyncIteration if taken == 3 else trio.ClosedResourceError):
            await anext(run)
        assert len(run.steps) == taken


async def test_run_left_by_another_task_cancels_its_tools():
    ended = trio.Event()

    async def wait() -> None:
        try:
            await trio.sleep_forever()
        finally:
            ended.set()

    async def read(run: ResponseToolRun[Any]) -> None:
        with pytest.raises(trio.ClosedResourceError, match="its block has ended"):
            await run.until_done()

    async with fake(called(("wait", "{}"))) as (client, _), trio.open_nursery() as nursery:
        async with respond(client, wait) as run:
            nursery.start_soon(read, run)  # noqa: ASYNC111  # that the run ends first is what is shown
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(trio.BusyResourceError):
                await anext(run)
        await ended.wait()


@pytest.mark.parametrize(("start", "script"), [(respond, called), (chat, chatted)])
async def test_run_cancelled_anywhere_ends_every_tool(
    start: Callable[..., Any], script: Callable[..., FakeResponse], autojump_clock: trio.testing.MockClock
):
    running = 0

    async def count(city: str) -> str:
        nonlocal running
        running += 1
        try:
            await trio.sleep(1)
        finally:
            running -= 1
        return city

    call = ("count", ARGUMENTS)

    async def use() -> None:
        async with (
            fake(script(call, call), script(call), script()) as (client, _),
            start(client, count) as run,
        ):
            await run.until_done()

    async def audit() -> None:
        assert running == 0

    assert await sweep(use, audit) > 10


async def test_step_that_was_cancelled_among_its_tools_ends_the_run(autojump_clock: trio.testing.MockClock):
    async with fake(called(LOOK), called()) as (client, _), respond(client) as run:
        with trio.move_on_after(0.5):
            await anext(run)
        with pytest.raises(trio.ClosedResourceError):
            await anext(run)


async def test_answer_that_was_cut_is_an_error():
    cut: dict[str, Any] = {"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}
    withheld: dict[str, Any] = {"status": "incomplete", "incomplete_details": {"reason": "content_filter"}}
    script = (called(LOOK, **cut), called(LOOK, **withheld), chatted(LOOK, finish="length"))
    async with fake(*script, chatted(finish="content_filter")) as (client, _):
        for start, kind in (
            (respond, LengthFinishReasonError),
            (respond, ContentFilterFinishReasonError),
            (chat, LengthFinishReasonError),
            (chat, ContentFilterFinishReasonError),
        ):
            async with start(client) as run:
                with pytest.raises(kind):
                    await run.until_done()
            assert run.response is not None


async def test_calls_of_a_response_that_failed_are_not_run():
    async with fake(called(LOOK, status="failed")) as (client, _), respond(client) as run:
        assert (await run.get_final_response()).status == "failed"
        assert run.steps[0].results == ()


async def test_completion_without_choices_ends_the_run():
    async with (
        fake(answer({"id": "c", "object": "chat.completion", "choices": []})) as (client, _),
        chat(client) as run,
    ):
        assert (await run.get_final_completion()).choices == []
        assert run.usage == ToolRunUsage(1)


REFUSED: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"tools": []}, ValueError, "has no tool to run"),
    ({"tools": look}, TypeError, "takes a list of functions"),
    ({"tools": Weather}, TypeError, "takes a list of functions"),
    ({"tools": "look"}, TypeError, "takes a list of functions"),
    ({"tools": [look, look]}, ValueError, "two tools named 'look'"),
    ({"tools": [look, {"type": "function", "name": "x"}]}, TypeError, "mapping of type 'function'"),
    ({"tools": [look, {"type": "custom", "name": "x"}]}, TypeError, "mapping of type 'custom'"),
    ({"tools": [look, {"type": "namespace", "tools": []}]}, TypeError, "mapping of type 'namespace'"),
    ({"tools": [look, {"type": "shell", "environment": {"type": "local"}}]}, TypeError, "type 'shell'"),
    ({"tools": [look, {"type": "tool_search", "execution": "client"}]}, TypeError, "type 'tool_search'"),
    ({"tools": [3]}, TypeError, "takes functions and types, not int"),
    ({"tool_limit": 0}, ValueError, r"run_tools\(tool_limit=\) must be at least 1"),
    ({"tool_limit": "8"}, TypeError, r"run_tools\(tool_limit=\) must be a whole number"),
    ({"max_turns": 0}, ValueError, r"run_tools\(max_turns=\) must be at least 1"),
    ({"tool_timeout": -1}, ValueError, r"run_tools\(tool_timeout=\) must be more than 0"),
    ({"tool_timeout": "1"}, TypeError, r"run_tools\(tool_timeout=\) must be a number"),
    ({"on_tool_error": "ignore"}, ValueError, r"run_tools\(on_tool_error=\) must be 'return' or 'raise'"),
    ({"stream": True}, TypeError, "does not take stream"),
]


@pytest.mark.parametrize("start", [respond, chat])
async def test_what_a_run_cannot_have_is_refused_at_once(start: Callable[..., Any]):
    more: list[tuple[dict[str, Any], type[Exception], str]] = [
        ({"tools": [{"type": "web_search"}]}, ValueError, "has no tool to run"),
        ({"background": True}, TypeError, "does not take background"),
        ({"text_format": int}, TypeError, "text_format= takes a pydantic model"),
        (
            {"text_format": Weather, "text": {"format": {"type": "text"}}},
            TypeError,
            r"responses\.run_tools\(\): text has a format",
        ),
    ]
    if start is chat:
        more = [
            ({"functions": [{}]}, TypeError, "does not take functions: give tools="),
            ({"n": 2}, ValueError, r"run_tools\(n=\) must be 1"),
            ({"tools": [look, {"type": "web_search"}]}, TypeError, "chat completions have no others"),
            ({"response_format": {}}, TypeError, "response_format= takes a pydantic model"),
        ]
    async with fake() as (client, transport):
        for params, kind, said in [*REFUSED, *more]:
            with pytest.raises(kind, match=said):
                start(client, **params)
        run = start(client, no_such_keyword=1)
        async with run:
            with pytest.raises(TypeError, match="no_such_keyword"):
                await run.until_done()
    assert transport.requests == []
    with pytest.raises(ClientClosedError):
        start(client)


async def test_run_is_a_block_that_is_entered_once():
    async with fake(called()) as (client, _):
        run = respond(client)
        with pytest.raises(RuntimeError, match="inside of its block"):
            await anext(run)
        async with run:
            assert repr(run) == "<ResponseToolRun open: 0 steps>"
            await run.until_done()
            assert repr(run) == "<ResponseToolRun done: 1 steps>"
        with pytest.raises(RuntimeError, match="entered before"):
            await run.__aenter__()
        assert (await run.get_final_response()).id == "resp_1"


@pytest.mark.parametrize("name", ["responses", "chat"])
async def test_run_ends_against_the_sandbox(name: str):
    async def get_weather(city: str, days: int = 1) -> str:
        return f"blue over {city} for {days}"

    question = "How is the weather in Lisbon?"
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        start: AbstractAsyncContextManager[Any]
        if name == "chat":
            start = chat(client, get_weather, messages=[{"role": "user", "content": question}])
        else:
            start = respond(client, get_weather, input=question)
        async with start as run:
            await run.until_done()
    first, last = run.steps
    assert first.results[0].output == "blue over Lisbon for 1"
    assert last.results == ()
    assert run.usage.total_tokens > 0
