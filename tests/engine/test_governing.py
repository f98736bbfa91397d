"""Calls under limits: told, learned, and found by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import answer, chunk, completion, events, failure
from tests.support.limited import LimitedServer
from triopenai import Limits, errors, open_client

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.engine.conftest import OpenFake
    from triopenai.types.chat._params import (
        CompletionCreateParamsNonStreaming,
        CompletionCreateParamsStreaming,
    )

CHAT: CompletionCreateParamsNonStreaming = {"model": "gpt-4", "messages": [{"role": "user", "content": "Hi"}]}
STREAM: CompletionCreateParamsStreaming = {**CHAT, "stream": True}
LONG: CompletionCreateParamsNonStreaming = {**CHAT, "max_tokens": 500}
LONG_STREAM: CompletionCreateParamsStreaming = {**STREAM, "max_tokens": 500}
TOO_LONG: CompletionCreateParamsNonStreaming = {**CHAT, "max_tokens": 600}
OTHER: CompletionCreateParamsNonStreaming = {**CHAT, "model": "gpt-5"}


async def rush(server: LimitedServer, count: int, at_once: int, limits: Limits | None = None) -> float:
    """Make calls; gives the seconds that it took. Nothing may fail."""
    started = trio.current_time()
    numbers = iter(range(count))
    async with open_client(api_key="sk-test", transport=server, limits=limits) as client:

        async def work() -> None:
            for _ in numbers:
                await client.chat.completions.create(**CHAT)

        async with trio.open_nursery() as nursery:
            for _ in range(at_once):
                nursery.start_soon(work)
    assert len(server.accepted) == count
    return trio.current_time() - started


def seconds(wait: float) -> dict[str, str]:
    return {"retry_after": f"{max(1, round(wait))}"}


def milliseconds(wait: float) -> dict[str, str]:
    return {"retry_after_ms": f"{wait * 1000:.0f}"}


def nothing(wait: float) -> dict[str, str]:
    return {}


@pytest.mark.parametrize(
    ("rate", "burst", "latency", "count", "retry_after"),
    [
        (100, 20, 0.05, 1000, nothing),
        (100, 20, 0.05, 1000, seconds),
        (100, 20, 0.05, 1000, milliseconds),
        (100, 60, 0.2, 1000, milliseconds),
        (30, 60, 0.05, 600, nothing),
        (500, 50, 0.02, 2000, milliseconds),
        (10, 30, 1.0, 300, nothing),
        (8, 500, 2.0, 800, seconds),
    ],
)
async def test_limit_is_learned_from_what_remains(  # noqa: PLR0917  # a table of parameters
    autojump_clock: trio.testing.MockClock,
    rate: float,
    burst: float,
    latency: float,
    count: int,
    retry_after: Callable[[float], dict[str, str]],
) -> None:
    server = LimitedServer(rate, burst, latency, retry_after=retry_after)
    took = await rush(server, count, 200)
    # What there is to learn from takes an answer or two to come.
    assert took <= 1.05 * (count - burst) / rate + 3 * latency + 0.2
    assert len(server.refused) <= 0.03 * count


@pytest.mark.parametrize(("window", "burst"), [(60.0, 100), (10.0, 40)])
async def test_window_that_begins_anew_is_learned(
    autojump_clock: trio.testing.MockClock, window: float, burst: int
) -> None:
    server = LimitedServer(0, burst, 0.5, window=window, retry_after=milliseconds)
    took = await rush(server, burst * 4, 60)
    assert took <= 3 * window * 1.05 + 2
    assert len(server.refused) <= 0.1 * burst * 4


@pytest.mark.parametrize("retry_after", [nothing, seconds, milliseconds])
@pytest.mark.parametrize("tells", ["none", "refusals"])
async def test_limit_is_found_by_trying_where_answers_tell_nothing(
    autojump_clock: trio.testing.MockClock,
    tells: str,
    retry_after: Callable[[float], dict[str, str]],
) -> None:
    server = LimitedServer(100, 20, tells=tells, retry_after=retry_after)  # type: ignore[arg-type]  # one of three
    took = await rush(server, 500, 200)
    assert took < 10
    assert len(server.refused) < 75


async def test_told_limit_is_kept_to_the_request(autojump_clock: trio.testing.MockClock) -> None:
    server = LimitedServer(100, 20)
    took = await rush(server, 1000, 200, Limits(requests_per_minute=6000))
    assert server.refused == []
    assert took <= 1.05 * 9.8


async def test_clients_share_limits(autojump_clock: trio.testing.MockClock) -> None:
    limits = Limits(requests_per_minute=600)
    started = trio.current_time()
    async with trio.open_nursery() as nursery:
        for _ in range(2):
            nursery.start_soon(rush, LimitedServer(1000, 1000), 50, 10, limits)
    assert 9.5 < trio.current_time() - started < 10.5


async def test_stream_is_under_way_until_it_is_closed(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    script = [events(chunk("Hi"), chunk(finish="stop")) for _ in range(2)]
    async with fake(*script, limits=Limits(concurrency=1)) as (client, _):
        async with await client.chat.completions.create(**STREAM):
            with trio.move_on_after(60) as scope:
                await client.chat.completions.create(**CHAT)
            assert scope.cancelled_caught
            assert client.statistics().limits[0].under_way == 1
        async with await client.chat.completions.create(**STREAM) as stream:
            assert len([event async for event in stream]) == 2
        assert client.statistics().limits[0].under_way == 0


async def test_tokens_are_set_aside_and_settled(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    used = {"usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 20}}
    last = chunk(finish="stop") | used
    script = (answer(completion() | used), events(chunk("Hi"), last), answer(completion()))
    limits = Limits(tokens_per_minute=600, burst_seconds=60)
    async with fake(*script, limits=limits) as (client, transport):
        await client.chat.completions.create(**LONG)
        async with await client.chat.completions.create(**LONG_STREAM) as stream:
            async for _ in stream:
                pass
        with pytest.raises(errors.RequestTooLargeError, match="600 tokens in a minute"):
            await client.chat.completions.create(**TOO_LONG)
        await client.chat.completions.create(**LONG)
    assert transport.times[0] == transport.times[-1]


async def test_models_have_limits_of_their_own(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    script = (failure(429, retry_after="20"), answer(completion()), answer(completion()))
    async with fake(*script) as (client, transport):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(lambda: client.chat.completions.create(**CHAT))
            await trio.sleep(1)
            await client.chat.completions.create(**OTHER)
        held, other = client.statistics().limits
    assert [round(time - transport.times[0]) for time in transport.times] == [0, 1, 20]
    assert (held.key, held.refused, held.accepted) == ("gpt-4", 1, 1)
    assert (other.key, other.refused, other.accepted) == ("gpt-5", 0, 1)


async def test_models_are_told_limits_of_their_own(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    limits = Limits(requests_per_minute=6, by_model={"gpt-5": Limits(requests_per_minute=60)})
    async with fake(*[answer(completion()) for _ in range(4)], limits=limits) as (client, transport):
        for _ in range(2):
            await client.chat.completions.create(**CHAT)
        for _ in range(2):
            await client.chat.completions.create(**OTHER)
    assert [round(time - transport.times[0]) for time in transport.times] == [0, 10, 10, 11]


async def test_statistics_show_what_was_learned(autojump_clock: trio.testing.MockClock) -> None:
    server = LimitedServer(100, 20)
    async with open_client(api_key="sk-test", transport=server) as client:
        async with trio.open_nursery() as nursery:
            for _ in range(200):
                nursery.start_soon(lambda: client.chat.completions.create(**CHAT))
        (lane,) = client.statistics().limits
    assert lane.requests.limit == 20
    assert lane.requests.per_second == pytest.approx(100, rel=0.2)
    assert lane.requests.remaining == pytest.approx(0, abs=8)
    assert (lane.accepted, lane.waiting, lane.concurrency) == (200, 0, None)


@pytest.mark.parametrize(
    ("kind", "reset", "least", "most"),
    [("requests", "17ms", 0.017, 0.03), ("tokens", "17ms", 0.017, 0.03), ("tokens", "6m0s", 0.3, 0.5)],
)
async def test_reset_shortens_a_wait_and_never_lengthens_it(  # noqa: PLR0917  # a table of parameters
    fake: OpenFake, autojump_clock: trio.testing.MockClock, kind: str, reset: str, least: float, most: float
) -> None:
    fields = {f"x_ratelimit_remaining_{kind}": "0", f"x_ratelimit_reset_{kind}": reset}
    async with fake(failure(429, **fields), answer(completion())) as (client, transport):
        await client.chat.completions.create(**CHAT)
    assert least <= transport.times[1] - transport.times[0] <= most
