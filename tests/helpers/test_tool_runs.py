"""Runs with tools: what is sent, how calls run beside each other, and how runs end."""

from __future__ import annotations

import json
import pickle
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pydantic
import pytest
import trio

from tests.support.fakes import FakeResponse, FakeTransport, answer, failure
from tests.support.peers import sweep
from triopenai import (
    APIStatusError,
    Client,
    ClientClosedError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    ToolCallError,
    TooManyTurnsError,
    open_client,
)
from triopenai.testing import open_sandbox
from triopenai.tools import ChatToolRun, ResponseToolRun, ToolRunUsage, tool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

ARGUMENTS = '{"city": "Lisbon"}'
USAGE = {"input_tokens": 2, "output_tokens": 3, "total_tokens": 5}


class Weather(pydantic.BaseModel):
    summary: str


async def look(city: str) -> str:
    """Look at the sky."""
    await trio.sleep(1)
    return f"blue over {city}"


def called(*calls: tuple[str, str], number: int = 1, **fields: Any) -> FakeResponse:
    """A response that calls tools; without calls, one that answers."""
    output: list[dict[str, Any]] = [
        {
            "type": "function_call",
            "id": f"fc_{i}",
            "call_id": f"call_{i}",
            "name": name,
            "arguments": arguments,
        }
        for i, (name, arguments) in enumerate(calls)
    ]
    if not calls:
        part = {"type": "output_text", "text": '{"summary": "blue"}', "annotations": [], "logprobs": []}
        content = [part]
        output = [
            {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": content}
        ]
    return answer(
        {
            "id": f"resp_{number}",
            "object": "response",
            "created_at": 1,
            "model": "gpt-5",
            "status": "completed",
            "output": output,
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            "usage": USAGE,
            **fields,
        }
    )


def chatted(*calls: tuple[str, str], finish: str | None = None) -> FakeResponse:
    """A chat completion that calls tools; without calls, one that answers."""
    message: dict[str, Any] = {"role": "assistant", "content": None, "refusal": None}
    if calls:
        message["tool_calls"] = [
            {"id": f"call_{i}", "type": "function", "function": {"name": name, "arguments": arguments}}
            for i, (name, arguments) in enumerate(calls)
        ]
    else:
        message["content"] = '{"summary": "blue"}'
    end = finish or ("tool_calls" if calls else "stop")
    return answer(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "gpt-4",
            "choices": [{"index": 0, "finish_reason": end, "logprobs": None, "message": message}],
            "usage": {"prompt_tokens": 2, "completion_tokens": 3, "total_tokens": 5},
        }
    )


@asynccontextmanager
async def fake(*script: FakeResponse | Exception | float) -> AsyncIterator[tuple[Client, FakeTransport]]:
    transport = FakeTransport(list(script))
    async with open_client(
        transport=transport, api_key="sk-test", base_url="https://api.test/v1", max_retries=0
    ) as client:
        yield client, transport


def respond(client: Client, *tools: Any, **params: Any) -> ResponseToolRun[Any]:
    asked: dict[str, Any] = {"model": "gpt-5", "input": "How is it?", "tools": tools or [look], **params}
    return client.responses.run_tools(**asked)


def chat(client: Client, *tools: Any, **params: Any) -> ChatToolRun[Any]:
    messages = [{"role": "user", "content": "How is it?"}]
    asked: dict[str, Any] = {"model": "gpt-4", "messages": messages, "tools": tools or [look], **params}
    return client.chat.completions.run_tools(**asked)


def bodies(transport: FakeTransport) -> list[dict[str, Any]]:
    found = []
    for request in transport.requests:
        assert isinstance(request.body, bytes)
        found.append(json.loads(request.body))
    return found


LOOK = ("look", ARGUMENTS)
OUTPUT = {"type": "function_call_output", "call_id": "call_0", "output": "blue over Lisbon"}


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


@pytest.mark.parametrize(("limit", "seconds"), [(1, 5), (2, 3), (5, 1), (8, 1)])
async def test_calls_run_beside_each_other_up_to_the_limit(
    limit: int, seconds: float, autojump_clock: trio.testing.MockClock
):
    cities = [("look", json.dumps({"city": str(number)})) for number in range(5)]
    async with fake(called(*cities), called()) as (client, _), respond(client, tool_limit=limit) as run:
        began = trio.current_time()
        step = await anext(run)
        assert trio.current_time() - began == pytest.approx(seconds)
    assert [result.output for result in step.results] == [f"blue over {number}" for number in range(5)]


async def test_call_out_of_time_is_told_to_the_model(autojump_clock: trio.testing.MockClock):
    @tool(timeout=7)
    async def patient(city: str) -> str:
        await trio.sleep(6)
        return city

    async def slow(city: str) -> None:
        await trio.sleep_forever()

    calls = [("slow", ARGUMENTS), ("patient", ARGUMENTS)]
    async with (
        fake(called(*calls), called()) as (client, _),
        respond(client, slow, patient, tool_timeout=3) as run,
    ):
        late, good = (await anext(run)).results
    assert late.output == "TooSlowError: slow was not done within its 3 seconds"
    assert isinstance(late.error, trio.TooSlowError)
    assert late.seconds == pytest.approx(3)
    assert (good.output, good.error) == ("Lisbon", None)


async def test_sync_functions_run_in_threads():
    main = threading.get_ident()
    both = threading.Barrier(2, timeout=10)

    def meet(city: str) -> bool:
        both.wait()
        return threading.get_ident() != main

    calls = [("meet", ARGUMENTS), ("meet", ARGUMENTS)]
    async with fake(called(*calls), called()) as (client, _), respond(client, meet) as run:
        step = await anext(run)
    assert [result.output for result in step.results] == ["true", "true"]


async def test_sync_function_can_be_left_to_itself_when_cancelled():
    release = threading.Event()
    done = threading.Event()

    @tool(abandon_on_cancel=True, timeout=0.01)
    def block(city: str) -> None:
        release.wait(10)
        done.set()

    async with fake(called(("block", ARGUMENTS)), called()) as (client, _), respond(client, block) as run:
        (result,) = (await anext(run)).results
    assert isinstance(result.error, trio.TooSlowError)
    assert not done.is_set()
    release.set()
    assert await trio.to_thread.run_sync(done.wait, 10)


async def fail(city: str) -> str:
    msg = f"no {city} for sk-abcdefghijklmnopqrstuvwx"
    raise RuntimeError(msg)


async def odd(city: str) -> object:
    return object()


async def nothing(city: str) -> None:
    pass


async def data(city: str) -> list[Weather]:
    return [Weather(summary=city)]


@pytest.mark.parametrize(
    ("name", "arguments", "output"),
    [
        ("nothing", ARGUMENTS, ""),
        ("data", ARGUMENTS, '[{"summary":"Lisbon"}]'),
        ("fail", ARGUMENTS, "RuntimeError: no Lisbon for "),
        ("odd", ARGUMENTS, "a tool gave object, which JSON has no place for"),
        (
            "unknown",
            ARGUMENTS,
            "ToolCallError: There is no tool 'unknown'; there are: nothing, data, fail, odd",
        ),
        ("data", '{"city": 1}', "The arguments of data do not fit: city: Input should be a valid string"),
        ("data", "", "city: Field required"),
        ("data", '{"city": ', "JSON: Invalid JSON"),
    ],
)
async def test_model_is_told_what_became_of_a_call(name: str, arguments: str, output: str):
    tools = [nothing, data, fail, odd]
    async with (
        fake(called((name, arguments)), called()) as (client, transport),
        respond(client, *tools) as run,
    ):
        await run.until_done()
    told = bodies(transport)[1]["input"][0]["output"]
    assert output in told
    assert "sk-abc" not in told
    result = run.steps[0].results[0]
    assert result.output == told
    assert (result.error is None) == (name in {"nothing", "data"} and arguments == ARGUMENTS)


@pytest.mark.parametrize("at", range(3))
async def test_error_that_is_raised_cancels_the_other_calls(at: int, autojump_clock: trio.testing.MockClock):
    ended: list[str] = []

    async def wait(city: str) -> None:
        try:
            await trio.sleep_forever()
        finally:
            ended.append(city)

    async def fail_late(city: str) -> None:
        await trio.sleep(1)
        await fail(city)

    calls = [("wait", ARGUMENTS)] * 3
    calls[at] = ("fail_late", ARGUMENTS)
    tools = [wait, fail_late]
    async with fake(called(*calls)) as (client, _), respond(client, *tools, on_tool_error="raise") as run:
        with pytest.raises(RuntimeError, match="no Lisbon") as info:
            await anext(run)
        assert f"raised by call_{at}, a call of the tool 'fail_late'" in info.value.__notes__
        assert ended == ["Lisbon", "Lisbon"]
        with pytest.raises(trio.ClosedResourceError, match="tools of a step failed"):
            await anext(run)
    assert run.steps == ()
    assert run.response is not None
    assert run.usage.requests == 1


@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [("unknown", ARGUMENTS, ToolCallError), ("look", "{}", ToolCallError), ("slow", "{}", trio.TooSlowError)],
)
async def test_call_that_cannot_be_made_is_raised_too(
    name: str, arguments: str, kind: type[Exception], autojump_clock: trio.testing.MockClock
):
    async def slow() -> None:
        await trio.sleep_forever()

    async with (
        fake(called((name, arguments))) as (client, _),
        respond(client, look, slow, on_tool_error="raise", tool_timeout=2) as run,
    ):
        with pytest.raises(kind) as info:
            await run.until_done()
    if isinstance(info.value, ToolCallError):
        again = pickle.loads(pickle.dumps(info.value))
        assert (again.tool_name, again.call_id, again.arguments) == (name, "call_0", arguments)


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
    ({"tools": [3]}, TypeError, "takes functions and types, not int"),
    ({"tool_limit": 0}, ValueError, r"run_tools\(tool_limit=\) must be at least 1"),
    ({"tool_limit": "8"}, TypeError, r"run_tools\(tool_limit=\) must be a whole number"),
    ({"max_turns": 0}, ValueError, r"run_tools\(max_turns=\) must be at least 1"),
    ({"tool_timeout": -1}, ValueError, r"run_tools\(tool_timeout=\) must be greater than 0"),
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
