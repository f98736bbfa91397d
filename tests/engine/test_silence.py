"""Limits on the silence of streams: what counts, what is said, and what is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.engine.test_events import CHAT, read
from tests.support.fakes import answer, chunk, completion, events
from triopenai import NOT_GIVEN, errors, raw
from triopenai._net.errors import TransportTimeout
from triopenai.types.chat import ChatCompletion

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake

PING = b": ping\n\n"
PINGS = [0.2, PING] * 100
END = chunk(finish="stop")
ASK: Any = {name: value for name, value in CHAT.items() if name != "stream"}


@pytest.mark.parametrize(
    "never", [PINGS, [100.0], [0.2, b"data: {"] * 100, [0.2, b"event: x\n\n"] * 100],
    ids=["pings", "silence", "half an event", "events without data"],
)  # fmt: skip
async def test_idle_timeout_counts_events_alone(
    fake: OpenFake, autojump_clock: trio.testing.MockClock, never: list[Any]
) -> None:
    """Case 11."""
    response = events(chunk("Hi"), 0.5, chunk(" you"), *never)
    async with fake(response, idle_timeout=1) as (client, transport):
        started = trio.current_time()
        async with await client.chat.completions.create(**CHAT) as stream:
            with pytest.raises(errors.StreamStalled) as caught:
                await read(stream)
        assert trio.current_time() - started == pytest.approx(1.5)
    error = caught.value
    assert (error.limit, error.seconds, error.events) == ("idle_timeout", 1, 2)
    assert isinstance(error.partial, ChatCompletion)
    assert error.partial.choices[0].message.content == "Hi you"
    assert "after 2 events" in str(error)
    assert "no event came for 1 seconds (idle_timeout)" in str(error)
    assert response.closed
    assert len(transport.requests) == 1


async def test_idle_timeout_lets_slow_streams_and_slow_readers_be(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 11: a long silence within the limit is fine, and so is a reader that takes its time."""
    pieces = [piece for word in "abcd" for piece in (0.9, PING, 0.9, chunk(word))]
    text = ""
    async with fake(events(*pieces, END), idle_timeout=2) as (client, _):
        async for event in await client.chat.completions.create(**CHAT):
            text += event.choices[0].delta.content or ""
            await trio.sleep(5)
    assert text == "abcd"


async def test_read_timeout_says_that_it_counts_bytes(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    broken = TransportTimeout("timed out after 3 s waiting for the response", phase="read", sent=True)
    async with fake(events(chunk("Hi"), broken), timeout=3, idle_timeout=9) as (client, _):
        with pytest.raises(
            errors.StreamStalled, match=r"nothing came for 3 seconds \(timeout.read\)"
        ) as caught:
            await read(await client.chat.completions.create(**CHAT))
    assert (caught.value.limit, caught.value.seconds) == ("timeout.read", 3)


@pytest.mark.parametrize("never", [[100.0], PINGS], ids=["silence", "pings"])
async def test_first_event_that_does_not_come_is_tried_again(
    fake: OpenFake, autojump_clock: trio.testing.MockClock, never: list[Any]
) -> None:
    """The time to the answer's head counts as well, the waits between attempts do not."""
    script = (events(*never), 1.5, events(*never), 1.0, events(0.5, chunk("Hi"), END))
    async with fake(*script) as (client, transport):
        reply = await raw(client.chat.completions.create)(**CHAT, first_event_timeout=2)
        assert await read(reply.parse()) == "Hi"
    assert [attempt.wait > 0 for attempt in reply.attempts[:2]] == [True, True]
    assert "first_event_timeout" in str(reply.attempts[0].error)
    assert len(transport.requests) == 3
    assert all(response.closed for response in transport.responses[:2])


async def test_first_event_that_never_comes_is_an_error_that_says_so(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(100.0, 100.0, max_retries=1, first_event_timeout=2) as (client, transport):
        with pytest.raises(errors.StreamStalled, match=r"within 2 seconds \(first_event_timeout\)") as caught:
            await client.chat.completions.create(**CHAT)
    error = caught.value
    assert (error.limit, error.seconds, error.events, error.partial) == ("first_event_timeout", 2, 0, None)
    assert len(error.attempts) == 2
    assert len(transport.requests) == 2


async def test_first_event_timeout_holds_for_bodies_that_nobody_has_read(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(events(*PINGS)) as (client, _):
        calls = client.chat.completions.with_streaming_response
        async with calls.create(**CHAT, first_event_timeout=2) as reply:
            with pytest.raises(errors.StreamStalled, match="first_event_timeout"):
                await reply.parse()


async def test_after_the_first_event_nothing_is_tried_again(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(events(chunk("Hi"), 100.0), first_event_timeout=1, idle_timeout=1) as (client, transport):
        with pytest.raises(errors.StreamStalled):
            await read(await client.chat.completions.create(**CHAT))
    assert len(transport.requests) == 1


async def test_callers_deadline_is_no_stall(fake: OpenFake, autojump_clock: trio.testing.MockClock) -> None:
    async with fake(events(chunk("Hi"), 100.0), 100.0, idle_timeout=5, first_event_timeout=5) as (client, _):
        for _ in range(2):
            with trio.move_on_after(5) as scope:
                await read(await client.chat.completions.create(**CHAT))
            assert scope.cancelled_caught


async def test_limits_are_of_the_call_or_else_of_the_client(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async def silence(client: Any, **options: Any) -> float:
        started = trio.current_time()
        with pytest.raises(errors.StreamStalled):
            await read(await client.chat.completions.create(**CHAT, **options))
        return trio.current_time() - started

    script = [events(chunk("Hi"), 3000.0) for _ in range(4)]
    async with fake(*script, idle_timeout=7) as (client, _):
        assert await silence(client) == pytest.approx(7)
        assert await silence(client, idle_timeout=3) == pytest.approx(3)
        assert await silence(client, idle_timeout=NOT_GIVEN) == pytest.approx(7)
        assert await silence(client.with_options(idle_timeout=2)) == pytest.approx(2)
    async with fake(events(chunk("Hi"), 500.0, END), idle_timeout=7) as (client, _):
        assert await read(await client.chat.completions.create(**CHAT, idle_timeout=None)) == "Hi"


async def test_limits_hold_for_helpers_and_paths(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    body = {"model": "gpt-4", "messages": []}
    async with fake(events(chunk("Hi"), 100.0), events(chunk("Hi"), 100.0)) as (client, _):
        async with client.chat.completions.stream(**ASK, idle_timeout=3) as stream:
            with pytest.raises(errors.StreamStalled, match="3 seconds"):
                await stream.until_done()
        found = await client.post(
            "/chat/completions", cast_to=object, body=body, options={"idle_timeout": 4}, stream=True
        )
        with pytest.raises(errors.StreamStalled, match="4 seconds"):
            async for _ in found:
                pass


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"idle_timeout": 0}, ValueError, "idle_timeout must be more than 0"),
        ({"first_event_timeout": -1}, ValueError, "first_event_timeout must be more than 0"),
        ({"idle_timeout": float("nan")}, ValueError, "idle_timeout"),
        ({"idle_timeout": "5"}, TypeError, "idle_timeout must be a number of seconds"),
        ({"idle_timeout": True}, TypeError, "idle_timeout must be a number of seconds"),
    ],
)
async def test_limits_that_make_no_sense_are_refused_before_anything_is_sent(
    fake: OpenFake, options: Any, error: type[Exception], said: str
) -> None:
    async with fake() as (client, transport):
        with pytest.raises(error, match=said):
            await client.chat.completions.create(**CHAT, **options)
        with pytest.raises(error, match=said):
            client.with_options(**options)
        with pytest.raises(error, match=said):
            async with fake(**options):
                pass
    assert transport.requests == []


async def test_limits_of_a_call_without_a_stream_are_refused(fake: OpenFake) -> None:
    async with fake(answer(completion())) as (client, transport):
        with pytest.raises(ValueError, match=r"idle_timeout limits the wait for events.*stream=True"):
            await client.chat.completions.create(**ASK, idle_timeout=3)
        with pytest.raises(ValueError, match="this call has none; bound the call"):
            await client.models.list(first_event_timeout=3)
        with pytest.raises(ValueError, match="this call has none; bound the call"):
            await client.chat.completions.parse(**ASK, idle_timeout=3)
        with pytest.raises(ValueError, match="this call has none"):
            await client.get("/models", cast_to=object, options={"idle_timeout": 3})
        assert transport.requests == []
        await client.chat.completions.create(**ASK, idle_timeout=NOT_GIVEN)
