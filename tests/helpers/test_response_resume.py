"""``responses.stream(..., resume=True)``: each event once and in order, whatever becomes of connections."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.fakes import FakeResponse, FakeTransport, answer, failure, open_fake
from tests.support.peers import sweep
from tests.support.responses import JsonObject, message, numbered, response, sent, writes
from triopenai import errors, open_client
from triopenai._net.errors import ReadError
from triopenai.testing import faults, open_sandbox
from triopenai.types import responses as api

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from triopenai import Client
    from triopenai.testing import Fault, Sandbox

WORDS = " ".join(f"w{number:02}" for number in range(51))  # a token and an event each, with nine more around
EVENTS = 60
ASK: Any = {"model": "gpt-5", "input": "Hi", "background": True, "resume": True}


@asynccontextmanager
async def serve(**options: Any) -> AsyncIterator[tuple[Sandbox, Client]]:
    async with (
        open_sandbox(reply=lambda question, choice: WORDS) as sandbox,
        open_client(**sandbox.client_options, **options) as client,
    ):
        yield sandbox, client


async def read(client: Client, **more: Any) -> tuple[list[int], str, str]:
    """The numbers of all events, their text, and the text of the response."""
    async with client.responses.stream(**{**ASK, **more}) as stream:
        found = [event async for event in stream]
        final = await stream.get_final_response()
    text = "".join(event.delta for event in found if event.type == "response.output_text.delta")
    return [event.sequence_number for event in found], text, final.output_text


def targets(transport: FakeTransport) -> list[str]:
    return [f"{request.method} {request.target.removeprefix('/v1')}" for request in transport.requests]


def after(number: int) -> str:
    return f"GET /responses/resp_1?stream=true&starting_after={number}"


CREATED = "POST /responses"
POLLED = "GET /responses/resp_1"


@pytest.mark.parametrize(
    ("cut", "step"),
    [
        (faults.truncate, 1),
        (faults.half_event, 1),
        (lambda after_events: faults.reset(after_events=after_events, mid_chunk=True), 4),
        (faults.stall_stream, 7),
        (lambda after_events: faults.pings(after_events=after_events), 7),
    ],
    ids=["end", "half an event", "reset in a chunk", "silence", "pings"],
)
async def test_text_is_whole_wherever_the_stream_is_cut(
    autojump_clock: trio.testing.MockClock, cut: Callable[..., Fault], step: int
) -> None:
    async with serve(idle_timeout=10) as (sandbox, client):
        for count in range(1, EVENTS, step):
            sandbox.faults.add(cut(count), path="/responses")
            assert await read(client) == (list(range(EVENTS)), WORDS, WORDS)
            assert not sandbox.faults.pending
            assert sandbox.requests[-1].params == {"stream": "true", "starting_after": str(count - 1)}
        assert sandbox.crashes == ()


@pytest.mark.parametrize("size", [1, 2, 7])
async def test_text_is_whole_when_each_connection_lasts_for_few_events(
    autojump_clock: trio.testing.MockClock, size: int
) -> None:
    async with serve() as (sandbox, client):
        sandbox.faults.add(faults.half_event(size), times=None)
        started = trio.current_time()
        assert await read(client) == (list(range(EVENTS)), WORDS, WORDS)
        assert trio.current_time() - started == pytest.approx(3)  # what the response takes: no wait is added


async def test_stream_that_is_attached_to_is_resumed_too(autojump_clock: trio.testing.MockClock) -> None:
    async with serve() as (sandbox, client):
        made = await client.responses.create(model="gpt-5", input="Hi", background=True)
        sandbox.faults.add(faults.truncate(30))
        async with client.responses.stream(response_id=made.id, starting_after=20, resume=True) as stream:
            found = [event async for event in stream]
        assert [event.sequence_number for event in found] == list(range(21, EVENTS))
        assert stream.current_response_snapshot.output_text == WORDS


async def test_server_that_repeats_events_is_heard_once() -> None:
    script = writes("Hel", "lo", "!")
    async with open_fake(sent(script[:5]), sent(script[2:6]), sent(script)) as (client, transport):
        assert await read(client) == (list(range(len(script))), "Hello!", "Hello!")
    assert targets(transport) == [CREATED, after(4), after(5)]


async def test_events_that_are_missing_are_asked_for() -> None:
    script = writes("Hel", "lo", "!")
    async with open_fake(sent(script[:3] + script[4:]), sent(script[3:])) as (client, transport):
        assert await read(client) == (list(range(len(script))), "Hello!", "Hello!")
    assert targets(transport) == [CREATED, after(2)]


async def test_server_that_numbers_with_gaps_is_believed_when_asked() -> None:
    script = [{**event, "sequence_number": 2 * n} for n, event in enumerate(writes("Hel", "lo", "!"))]
    async with open_fake(sent(script), sent(script[1:])) as (client, transport):
        assert await read(client) == (list(range(0, 2 * len(script), 2)), "Hello!", "Hello!")
    assert targets(transport) == [CREATED, after(0)]


async def test_streams_that_bring_nothing_new_are_tried_with_waits_and_then_the_response_is_polled(
    autojump_clock: trio.testing.MockClock,
) -> None:
    script = writes("Hel", "lo", "!")
    whole = response("completed", [message("Hello!")])
    old = [sent(script[:4]) for _ in range(4)]
    async with open_fake(*old, answer(response("queued")), answer(response()), answer(whole)) as (
        client,
        transport,
    ):
        numbers, text, final = await read(client)
    assert (text, final) == ("Hello!", "Hello!")
    assert numbers == [0, 1, 2, 3, 4, 5]
    assert targets(transport) == [CREATED, *[after(3)] * 3, *[POLLED] * 3]
    waits = [later - earlier for earlier, later in zip(transport.times, transport.times[1:], strict=False)]
    assert waits[0] == 0
    assert 0.3 < waits[1] <= 0.5
    assert 0.7 < waits[2] <= 1.0
    assert waits[3:] == pytest.approx([0, 1, 1])


async def test_something_new_sets_the_count_of_tries_back(autojump_clock: trio.testing.MockClock) -> None:
    script = writes(*"abcdefgh")
    streams = [sent(script[: size // 2 + 1]) for size in range(2 * len(script))]  # each of them twice
    async with open_fake(*streams, max_retries=1) as (client, transport):
        numbers, text, _ = await read(client)
    assert (numbers, text) == (list(range(len(script))), "abcdefgh")
    assert POLLED not in targets(transport)


@pytest.mark.parametrize(
    "refusal", [failure(404), failure(400), answer(response())], ids=["not found", "refused", "no stream"]
)
async def test_response_is_polled_where_no_stream_can_be_had(
    autojump_clock: trio.testing.MockClock, refusal: FakeResponse
) -> None:
    whole = response("completed", [message("Hello!")])
    async with open_fake(sent(writes("Hel", "lo")[:4]), refusal, answer(whole)) as (client, transport):
        _, text, final = await read(client, timeout=7, include=["reasoning.encrypted_content"])
    assert (text, final) == ("Hello!", "Hello!")
    assert targets(transport)[-1] == f"{POLLED}?include%5B%5D=reasoning.encrypted_content"


async def test_events_without_numbers_leave_polling_alone(autojump_clock: trio.testing.MockClock) -> None:
    script = [{**event} for event in writes("Hel", "lo")]
    for event in script:
        del event["sequence_number"]
    whole = response("completed", [message("Hello")])
    async with open_fake(sent(script[:4]), answer(whole)) as (client, transport):
        _, text, final = await read(client)
    assert (text, final) == ("Hello", "Hello")
    assert targets(transport) == [CREATED, POLLED]


async def test_cut_that_cannot_be_mended_is_raised_with_all_that_came(
    autojump_clock: trio.testing.MockClock,
) -> None:
    script = writes("Hel", "lo", "!")
    streams = (sent(script[:4]), sent(script[4:5]), failure(404), failure(404, message="gone"))
    async with open_fake(*streams) as (client, _), client.responses.stream(**ASK) as stream:
        with pytest.raises(errors.StreamTruncated) as caught:
            await stream.get_final_response()
        with pytest.raises(trio.ClosedResourceError):
            await stream.get_final_response()
    assert caught.value.events == 5
    assert isinstance(caught.value.partial, api.Response)
    assert caught.value.partial.output_text == "Hello"
    assert caught.value.partial._request_id == "req_s"
    assert isinstance(caught.value.__cause__, errors.NotFoundError)
    assert "gone" in str(caught.value.__cause__)


async def test_response_that_cannot_be_named_is_not_resumed() -> None:
    delta: JsonObject = {"type": "response.output_text.delta", "delta": "Hel"}
    async with (
        open_fake(sent(numbered([delta]))) as (client, transport),
        client.responses.stream(**ASK) as stream,
    ):
        with pytest.raises(errors.StreamTruncated):
            await stream.get_final_response()
    assert targets(transport) == [CREATED]


async def test_failure_of_the_response_is_no_cut(autojump_clock: trio.testing.MockClock) -> None:
    script = writes("Hel", "lo", end="failed", error={"code": "invalid_prompt", "message": "it broke"})
    failed = response("failed", error={"code": "invalid_prompt", "message": "it broke"})
    for later in (sent(script[4:]), sent(script[-1:]), failure(404)):
        async with (
            open_fake(sent(script[:4]), later, answer(failed)) as (client, transport),
            client.responses.stream(**ASK) as stream,
        ):
            with pytest.raises(errors.APIError, match="it broke"):
                await stream.until_done()
        assert targets(transport)[:2] == [CREATED, after(3)]


async def test_response_that_was_cancelled_meanwhile_is_told(autojump_clock: trio.testing.MockClock) -> None:
    async with serve() as (_, client), client.responses.stream(**ASK) as stream:
        first = await anext(stream)
        assert isinstance(first, api.ResponseCreatedEvent)
        await client.responses.cancel(first.response.id)
        found = [event async for event in stream]
        assert str(found[-1].type) == "response.cancelled"
        assert (await stream.get_final_response()).status == "cancelled"


async def test_connection_that_is_lost_after_the_last_event_is_no_loss() -> None:
    script = writes("Hel", "lo")
    pieces = [b"data: " + json.dumps(event).encode() + b"\n\n" for event in script]
    body = FakeResponse(200, {"content-type": "text/event-stream"}, [*pieces, ReadError("x", phase="read")])
    async with open_fake(body) as (client, transport):
        assert await read(client) == (list(range(len(script))), "Hello", "Hello")
    assert targets(transport) == [CREATED]


async def test_wait_that_the_deadline_would_end_is_not_begun(autojump_clock: trio.testing.MockClock) -> None:
    old = [sent(writes("Hel", "lo")[:4]) for _ in range(2)]
    async with open_fake(*old) as (client, _), client.responses.stream(**ASK) as stream:
        with trio.fail_after(0.1), pytest.raises(errors.StreamTruncated):
            await stream.until_done()


async def test_silence_leads_on_to_polling(autojump_clock: trio.testing.MockClock) -> None:
    async with serve() as (sandbox, client):
        sandbox.faults.add(faults.pings(after_events=3), path="/responses")
        sandbox.faults.add(faults.pings(after_events=0), times=3)
        started = trio.current_time()
        _, text, final = await read(client, idle_timeout=2)
        assert (text, final) == (WORDS, WORDS)
        assert len(sandbox.requests) == 5
        assert 8 < trio.current_time() - started < 12  # four silences, and the waits of retries


@pytest.mark.parametrize("fault", [faults.stall(), faults.pings(after_events=0)], ids=["answer", "event"])
async def test_stream_closed_while_it_is_picked_up_again_says_so(
    autojump_clock: trio.testing.MockClock, fault: Fault
) -> None:
    async def read_on(stream: Any) -> None:
        with pytest.raises(trio.ClosedResourceError, match="picked up"):
            await stream.until_done()

    async with serve() as (sandbox, client):
        sandbox.faults.add(faults.truncate(3), path="/responses")
        sandbox.faults.add(fault)
        async with client.responses.stream(**ASK) as stream, trio.open_nursery() as nursery:
            nursery.start_soon(read_on, stream)
            await trio.sleep(5)
            await stream.aclose()
        assert not client._engine.shared.open


async def test_two_tasks_cannot_read_one_stream(autojump_clock: trio.testing.MockClock) -> None:
    async with serve() as (sandbox, client), client.responses.stream(**ASK) as stream:
        sandbox.faults.add(faults.stall())
        while (await anext(stream)).sequence_number < 1:
            pass
        async with trio.open_nursery() as nursery:
            nursery.start_soon(stream.__anext__)
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(trio.BusyResourceError):
                await anext(stream)
            nursery.cancel_scope.cancel()


@pytest.mark.parametrize(
    ("keywords", "error", "said"),
    [
        ({"background": False}, ValueError, "background=True"),
        ({"background": None}, ValueError, "background=True"),
        ({"store": False}, ValueError, "leave store"),
        ({"resume": 1}, TypeError, "True or False"),
        ({"idle_timeout": 0}, ValueError, "idle_timeout"),
    ],
)
async def test_resuming_what_cannot_be_is_refused_before_anything_is_sent(
    keywords: dict[str, object], error: type[Exception], said: str
) -> None:
    async with open_fake() as (client, transport):
        with pytest.raises(error, match=said):
            async with client.responses.stream(**{**ASK, **keywords}):
                pass
    assert transport.requests == []


async def test_cancelling_anywhere_leaves_nothing_open_and_is_not_resumed(
    autojump_clock: trio.testing.MockClock,
) -> None:
    async with (
        open_sandbox(reply=lambda question, choice: "One two three.") as sandbox,
        open_client(**sandbox.client_options) as client,
    ):

        async def use() -> None:
            sandbox.faults.add(faults.half_event(3))
            sandbox.faults.add(faults.reset(after_events=4))
            sandbox.faults.add(faults.status(404))
            await read(client)

        async def audit() -> None:
            sandbox.faults.clear()
            sent = len(sandbox.requests)
            now = client.statistics()
            assert (now.active, now.connecting, now.waiting) == (0, 0, 0)
            assert not client._engine.shared.open
            await trio.sleep(10)
            assert len(sandbox.requests) == sent
            assert sandbox.crashes == ()

        assert await sweep(use, audit) > 20


async def test_leaving_anywhere_leaves_nothing_open(autojump_clock: trio.testing.MockClock) -> None:
    async with serve() as (sandbox, client):
        for count in range(1, EVENTS + 1):
            sandbox.faults.clear()
            sandbox.faults.add(faults.half_event(5), times=None)
            async with client.responses.stream(**ASK) as stream:
                for _ in range(count):
                    await anext(stream)
            now = client.statistics()
            assert (now.active, now.connecting) == (0, 0)
            assert not client._engine.shared.open
