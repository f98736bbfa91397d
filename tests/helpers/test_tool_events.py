"""Runs with tools that are read as their answers are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.fakes import failure
from tests.support.peers import sweep
from tests.support.tools import (
    ARGUMENTS,
    LOOK,
    OUTPUT,
    Weather,
    bodies,
    called,
    called_in_pieces,
    chat,
    chatted,
    chatted_in_pieces,
    fake,
    respond,
)
from triopenai import APIStatusError, StreamTruncated, open_client
from triopenai.testing import open_sandbox
from triopenai.tools import ToolRunUsage, ToolStep

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.fakes import FakeResponse, FakeTransport

EITHER = pytest.mark.parametrize(
    ("start", "script"), [(respond, called_in_pieces), (chat, chatted_in_pieces)], ids=["responses", "chat"]
)
DELTAS = {"response.output_text.delta", "content.delta"}


@EITHER
async def test_events_are_those_of_each_turn_and_then_its_step(
    start: Callable[..., Any],
    script: Callable[..., FakeResponse],
    autojump_clock: trio.testing.MockClock,
):
    async with fake(script(LOOK), script()) as (client, transport), start(client) as run:
        found = [event async for event in run.events()]
        with pytest.raises(StopAsyncIteration):
            await anext(run.events())
    kinds = [event.type if event.type in DELTAS | {"step"} else "other" for event in found]
    told = [kind for kind in kinds if kind != "other"]
    assert [kind == "step" for kind in told] == [False, False, True, False, False, True]
    assert kinds[-1] == "step"
    steps = [event for event in found if isinstance(event, ToolStep)]
    assert tuple(steps) == run.steps
    assert steps[0].results[0].output == "blue over Lisbon"
    assert run.usage.requests == 2
    assert run.usage.total_tokens == 10
    assert all(body["stream"] is True for body in bodies(transport))
    assert all(response.closed for response in transport.responses)


async def test_events_of_responses_go_on_as_steps_do(autojump_clock: trio.testing.MockClock):
    async with (
        fake(called_in_pieces(LOOK), called_in_pieces(number=2)) as (client, transport),
        respond(client, text_format=Weather, stream_options={"include_obfuscation": False}) as run,
    ):
        assert [event.type async for event in run.events()][-1] == "step"
        response = await run.get_final_response()
    assert response.output_parsed == Weather(summary="blue")
    first, second = bodies(transport)
    assert (second["input"], second["previous_response_id"]) == ([OUTPUT], "resp_1")
    assert first["stream_options"] == {"include_obfuscation": False}
    assert run.usage == ToolRunUsage(2, 4, 6, 10)


async def test_events_of_chats_go_on_as_steps_do(autojump_clock: trio.testing.MockClock):
    async with (
        fake(chatted_in_pieces(LOOK), chatted_in_pieces()) as (client, transport),
        chat(client, response_format=Weather) as run,
    ):
        assert [event.type async for event in run.events()][-1] == "step"
        completion = await run.get_final_completion()
    assert completion.choices[0].message.parsed == Weather(summary="blue")
    first, second = bodies(transport)
    assert first["stream_options"] == {"include_usage": True}
    call = {"id": "call_0", "type": "function", "function": {"name": "look", "arguments": ARGUMENTS}}
    assert second["messages"][1:] == [
        {"role": "assistant", "content": "Let me see. ", "refusal": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_0", "content": "blue over Lisbon"},
    ]
    assert run.usage == ToolRunUsage(2, 4, 6, 10)


@EITHER
async def test_text_stream_is_the_text_of_all_turns(
    start: Callable[..., Any],
    script: Callable[..., FakeResponse],
    autojump_clock: trio.testing.MockClock,
):
    async with fake(script(LOOK), script()) as (client, _), start(client) as run:
        found = [text async for text in run.text_stream]
    assert found[:2] == ["Let me ", "see. "]
    assert "".join(found[2:]) == '{"summary": "blue"}'
    assert len(run.steps) == 2


@pytest.mark.parametrize("seen", range(1, 12))
@EITHER
async def test_steps_go_on_where_events_stopped(
    start: Callable[..., Any],
    script: Callable[..., FakeResponse],
    seen: int,
    autojump_clock: trio.testing.MockClock,
):
    whole = called(number=2) if script is called_in_pieces else chatted()
    async with fake(script(LOOK), whole) as (client, transport), start(client) as run:
        events = run.events()
        for _ in range(seen):
            event = await anext(events)
            if event.type == "step":
                break
        await run.until_done()
    assert [step.number for step in run.steps] == [1, 2]
    assert [body.get("stream") for body in bodies(transport)] == [True, None]
    assert "stream_options" not in bodies(transport)[1]


@EITHER
async def test_turn_whose_stream_broke_can_be_read_again(
    start: Callable[..., Any],
    script: Callable[..., FakeResponse],
    autojump_clock: trio.testing.MockClock,
):
    cut = script(LOOK)
    cut.pieces = cut.pieces[:3]
    async with fake(failure(500), cut, script(LOOK), script()) as (client, _), start(client) as run:
        with pytest.raises(APIStatusError):
            await anext(run.events())
        with pytest.raises(StreamTruncated):
            async for _ in run.events():
                pass
        assert run.steps == ()
        assert [event.type async for event in run.events()].count("step") == 2


@EITHER
async def test_run_left_in_the_middle_of_a_turn_closes_its_stream(
    start: Callable[..., Any], script: Callable[..., FakeResponse]
):
    response = script(LOOK)
    async with fake(response) as (client, _):
        async with start(client) as run:
            assert await anext(run.text_stream) == "Let me "
            closed = [response.closed]
        closed.append(response.closed)
        assert closed == [False, True]
        with pytest.raises(trio.ClosedResourceError):
            await anext(run.events())


async def test_run_left_by_another_task_closes_the_stream_that_is_read():
    response = called_in_pieces(LOOK)
    response.pieces.insert(2, 1e9)

    async def read(run: Any) -> None:
        with pytest.raises(trio.ClosedResourceError, match="its block has ended"):
            async for _ in run.events():
                pass

    async with fake(response) as (client, _), trio.open_nursery() as nursery, respond(client) as run:
        nursery.start_soon(read, run)  # noqa: ASYNC111  # that the run ends first is what is shown
        await trio.testing.wait_all_tasks_blocked()
        with pytest.raises(trio.BusyResourceError):
            await anext(run)
    assert response.closed


@EITHER
async def test_events_cancelled_anywhere_leave_nothing_open(
    start: Callable[..., Any],
    script: Callable[..., FakeResponse],
    autojump_clock: trio.testing.MockClock,
):
    transports: list[FakeTransport] = []

    async def use() -> None:
        async with fake(script(LOOK), script()) as (client, transport):
            transports.append(transport)
            async with start(client) as run:
                async for _ in run.events():
                    pass

    async def audit() -> None:
        assert all(response.closed for response in transports[-1].responses)

    assert await sweep(use, audit) > 10


@pytest.mark.parametrize("name", ["responses", "chat"])
async def test_events_come_from_the_sandbox(name: str):
    async def get_weather(city: str) -> str:
        return f"blue over {city}"

    question = "How is the weather in Lisbon?"
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        if name == "chat":
            run: Any = chat(client, get_weather, messages=[{"role": "user", "content": question}])
        else:
            run = respond(client, get_weather, input=question)
        async with run:
            text = "".join([piece async for piece in run.text_stream])
    assert [len(step.results) for step in run.steps] == [1, 0]
    assert text
    assert run.usage.total_tokens > 0
