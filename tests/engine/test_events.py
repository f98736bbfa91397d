"""Streams: how they end, how they break, who may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import FakeResponse, answer, chunk, completion, events, failure
from triopenai import EventStream, errors, raw
from triopenai._net.errors import ReadError, TransportClosed
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake
    from triopenai.types.chat._params import CompletionCreateParamsStreaming

CHAT: CompletionCreateParamsStreaming = {
    "model": "gpt-4",
    "messages": [{"role": "user", "content": "Hello!"}],
    "stream": True,
}
TOOL = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": '{"a": '}}


async def read(stream: EventStream[ChatCompletionChunk]) -> str:
    pieces = [event.choices[0].delta.content or "" async for event in stream if event.choices]
    return "".join(pieces)


async def test_stream_gives_the_events_in_order(fake: OpenFake) -> None:
    response = events(chunk("Hel"), chunk("lo"), chunk(finish="stop"))
    async with fake(response) as (client, _):
        async with await client.chat.completions.create(**CHAT) as stream:
            assert await read(stream) == "Hello"
            assert await read(stream) == ""
        assert stream.request_id == "req_s"
        assert "closed, 3 events" in repr(stream)
    assert response.drained


async def test_stream_without_done_ends_after_a_finish_reason(fake: OpenFake) -> None:
    async with fake(events(chunk("Hi"), chunk(finish="stop"), done=False)) as (client, _):
        assert await read(await client.chat.completions.create(**CHAT)) == "Hi"


@pytest.mark.parametrize(
    ("pieces", "error_type", "text"),
    [
        ([chunk("Hi")], errors.StreamTruncated, "Hi"),
        ([chunk("Hi"), b'data: {"id": "chatc'], errors.StreamTruncated, "Hi"),
        ([chunk("Hi"), chunk(tool=TOOL)], errors.ToolCallTruncated, "Hi"),
        ([chunk("Hi"), ReadError("reset", phase="read", sent=True)], errors.StreamReset, "Hi"),
    ],
)
async def test_stream_cut_short_is_an_error_with_what_came(
    fake: OpenFake, pieces: list[object], error_type: type[errors.StreamTruncated], text: str
) -> None:
    response = events(*pieces, done=False)
    async with fake(response) as (client, transport):
        stream = await client.chat.completions.create(**CHAT)
        with pytest.raises(errors.StreamTruncated) as caught:
            await read(stream)
    assert type(caught.value) is error_type
    assert isinstance(caught.value.partial, ChatCompletion)
    assert caught.value.partial.choices[0].message.content == text
    assert caught.value.request_id == "req_s"
    assert caught.value.events >= 1
    assert len(transport.requests) == 1
    assert response.closed


async def test_stream_that_breaks_before_its_first_event_is_retried(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    overload = {"error": {"message": "overloaded", "type": "server_error", "code": "server_is_overloaded"}}
    script = (
        events(done=False),
        events(ReadError("reset", phase="read", sent=True), done=False),
        events(overload, done=False),
        events(chunk("Hi"), chunk(finish="stop")),
    )
    async with fake(*script, max_retries=3) as (client, transport):
        reply = await raw(client.chat.completions.create)(**CHAT)
        assert await read(reply.parse()) == "Hi"
    assert len(transport.requests) == 4
    assert reply.retries_taken == 3
    assert all(response.closed for response in transport.responses)


async def test_stream_error_after_an_event_is_raised_at_once(fake: OpenFake) -> None:
    overload = {"error": {"message": "overloaded", "type": "server_error", "code": "server_is_overloaded"}}
    async with fake(events(chunk("Hi"), overload, done=False)) as (client, transport):
        stream = await client.chat.completions.create(**CHAT)
        with pytest.raises(errors.APIError, match="overloaded") as caught:
            await read(stream)
    assert caught.value.code == "server_is_overloaded"
    assert len(transport.requests) == 1


async def test_stream_read_by_two_tasks_is_refused(fake: OpenFake) -> None:
    response = events(chunk("a"), 5.0, chunk("b"), chunk(finish="stop"))
    async with fake(response) as (client, _):
        stream = await client.chat.completions.create(**CHAT)
        await stream.__anext__()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(read, stream)
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(trio.BusyResourceError, match="another task"):
                await stream.__anext__()
            nursery.cancel_scope.cancel()
    assert response.closed


@pytest.mark.parametrize("how", ["break", "exception", "cancellation", "aclose"])
async def test_stream_left_early_is_closed_at_once(fake: OpenFake, how: str) -> None:
    response = events(chunk("a"), chunk("b"), 1e6, chunk("c"))
    async with fake(response) as (client, _):
        with trio.CancelScope() as scope:
            try:
                async with await client.chat.completions.create(**CHAT) as stream:
                    async for _ in stream:
                        if how == "break":
                            break
                        if how == "exception":
                            raise KeyError  # noqa: TRY301  # as a user would
                        if how == "cancellation":
                            scope.cancel()
                        if how == "aclose":
                            await stream.aclose()
            except (KeyError, trio.ClosedResourceError):
                pass
        assert response.closed
        assert not client._engine.shared.open


async def test_stream_left_open_is_closed_with_the_client(fake: OpenFake) -> None:
    response = events(chunk("a"), 1e6)
    with pytest.warns(ResourceWarning, match="EventStream of chat.completions.create"):
        async with fake(response) as (client, _):
            await client.chat.completions.create(**CHAT)
    assert response.closed


async def test_stream_survives_what_loose_servers_send(fake: OpenFake) -> None:
    pieces = [
        b": ping\n\n",
        b"data:\n\n",
        chunk("H"),
        {"choices": [], "usage": {"total_tokens": 3}},
        {"choices": [{"delta": {"tool_calls": [{"id": "c", "function": {"arguments": "{}"}}]}}]},
        {"something": "else"},
        b'data: {"choices":[{"index":0,"delta":{"content":"\\ud83c"}}]}\n\n',
        chunk(finish="stop"),
    ]
    async with fake(events(*pieces)) as (client, _):
        got = [event async for event in await client.chat.completions.create(**CHAT)]
    assert len(got) == 6
    assert all(isinstance(event, ChatCompletionChunk) for event in got)


async def test_stream_answered_with_json_is_an_error(fake: OpenFake) -> None:
    async with fake(answer(completion())) as (client, _):
        with pytest.raises(errors.APIResponseValidationError, match="server-sent events"):
            await client.chat.completions.create(**CHAT)


@pytest.mark.parametrize("rest", [b"x" * 100_000, ReadError("reset", phase="read", sent=True)])
async def test_stream_says_what_came_in_its_place_however_that_goes_on(
    fake: OpenFake, rest: bytes | Exception
) -> None:
    page = FakeResponse(200, {"content-type": "text/html"}, [b"<title>Log in</title>", rest])
    async with fake(page) as (client, transport):
        with pytest.raises(errors.APIResponseValidationError, match="Log in"):
            await client.chat.completions.create(**CHAT)
    assert page.closed
    assert len(transport.requests) == 1


async def test_stream_refused_with_a_status_is_that_error(fake: OpenFake) -> None:
    async with fake(failure(401, "invalid_api_key")) as (client, _):
        with pytest.raises(errors.AuthenticationError):
            await client.chat.completions.create(**CHAT)


async def test_stream_that_pings_for_ever_after_done_is_left(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    response = FakeResponse(200, {"content-type": "text/event-stream"}, [])
    response.pieces = [
        b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
    ]
    response.pieces += [0.05, b": ping\n\n"] * 1000
    async with fake(response) as (client, _):
        started = trio.current_time()
        await read(await client.chat.completions.create(**CHAT))
        assert trio.current_time() - started <= 0.3
    assert response.closed


async def test_stream_lets_other_tasks_run(fake: OpenFake) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await trio.lowlevel.checkpoint()

    body = b"".join(b'data: {"choices":[]}\n\n' for _ in range(320))
    response = events(body, chunk(finish="stop"))
    async with fake(response) as (client, _), trio.open_nursery() as nursery:
        stream = await client.chat.completions.create(**CHAT)
        nursery.start_soon(tick)
        async for _ in stream:
            pass
        nursery.cancel_scope.cancel()
    assert ticks >= 10


async def test_stream_left_early_does_not_look_finished(fake: OpenFake) -> None:
    async with fake(events(chunk("Hel"), chunk("lo"), chunk(finish="stop"))) as (client, _):
        async with await client.chat.completions.create(**CHAT) as stream:
            await anext(stream)
        with pytest.raises(trio.ClosedResourceError, match=r"chat.completions.create was closed after 1 "):
            await anext(stream)


async def test_stream_that_broke_does_not_look_finished(fake: OpenFake) -> None:
    async with fake(events(chunk("Hi"), done=False)) as (client, _):
        stream = await client.chat.completions.create(**CHAT)
        with pytest.raises(errors.StreamTruncated):
            await read(stream)
        with pytest.raises(trio.ClosedResourceError):
            await read(stream)


async def test_stream_closed_under_its_reader_says_so(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    closed = TransportClosed("closed", phase="read", sent=True)
    async with fake(events(chunk("Hi"), 1.0, closed)) as (client, _), trio.open_nursery() as nursery:
        stream = await client.chat.completions.create(**CHAT)
        await anext(stream)

        @nursery.start_soon
        async def close() -> None:
            await trio.sleep(0.5)
            await stream.aclose()

        with pytest.raises(trio.ClosedResourceError):
            await anext(stream)


def in_one_piece(*parts: object) -> FakeResponse:
    whole = b"".join(part for part in events(*parts, done=False).pieces if isinstance(part, bytes))
    return events(whole, done=False)


async def test_events_that_came_together_are_taken_without_waiting(fake: OpenFake) -> None:
    response = in_one_piece(chunk("a"), b": awake\n\n", chunk("b"), chunk("c"), chunk(finish="stop"))
    async with fake(response) as (client, _), await client.chat.completions.create(**CHAT) as stream:
        taken = [(await anext(stream)), stream.next_nowait(), stream.next_nowait()]
        assert "".join(event.choices[0].delta.content or "" for event in taken) == "abc"
        assert len(stream.received) == 3
        assert await read(stream) == ""
        with pytest.raises(trio.WouldBlock):
            stream.next_nowait()
        assert len(stream.received) == 4


@pytest.mark.parametrize(
    ("strange", "error"),
    [
        ({"error": {"message": "overloaded"}}, errors.APIError),
        (b"data: {oh\n\n", errors.APIResponseValidationError),
        (b"data: [DONE]\n\n", StopAsyncIteration),
    ],
)
async def test_what_is_no_event_is_left_for_iterating(
    fake: OpenFake, strange: object, error: type[Exception]
) -> None:
    response = in_one_piece(chunk("a"), chunk("b"), strange)
    async with fake(response) as (client, _), await client.chat.completions.create(**CHAT) as stream:
        await anext(stream)
        stream.next_nowait()
        for _ in range(2):
            with pytest.raises(trio.WouldBlock):
                stream.next_nowait()
        with pytest.raises(error):
            await stream.__anext__()
        with pytest.raises(trio.WouldBlock):
            stream.next_nowait()
        assert response.closed
        assert len(stream.received) == 2


async def test_event_is_not_taken_from_under_a_task_that_waits_for_it(fake: OpenFake) -> None:
    response = events(chunk("a"), 5.0, chunk(finish="stop"))
    async with fake(response) as (client, _), await client.chat.completions.create(**CHAT) as stream:
        await anext(stream)
        async with trio.open_nursery() as nursery:
            nursery.start_soon(read, stream)
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(trio.BusyResourceError, match="another task"):
                stream.next_nowait()
            nursery.cancel_scope.cancel()
