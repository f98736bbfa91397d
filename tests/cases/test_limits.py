"""Rate limits as servers have them, and as users tell them: cases 17 to 20."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.cases.conftest import CHAT, OpenPair, warm_up
from triopenai import Limits, RateLimitError, errors
from triopenai.testing import faults

if TYPE_CHECKING:
    from triopenai import Client


async def ask(client: Client) -> None:
    await client.chat.completions.create(**CHAT)


async def test_refused_burst_comes_back_late_spread_and_before_nobody(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 18: 50 concurrent 429s with Retry-After 1."""
    async with pair() as (sandbox, client):
        await warm_up(client, 64)
        sandbox.faults.add(faults.status(429, headers={"retry-after": "1"}), times=50)
        before = len(sandbox.requests)
        started = trio.current_time()
        async with trio.open_nursery() as nursery:
            for _ in range(50):
                nursery.start_soon(ask, client)
            await trio.sleep(0.5)
            late = trio.current_time()
            await client.chat.completions.create(**CHAT)
            assert trio.current_time() >= started + 1 > late
        times = [request.time - started for request in sandbox.requests][before:]
    first = [time for time in times if time < 0.5]
    rest = sorted(time for time in times if time >= 0.5)
    assert len(first) == 50
    assert rest[0] >= 1
    assert len(set(rest)) > len(rest) / 2
    assert client.statistics().limits[0].under_way == 0


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.3, 0.5),
        ({"retry-after": "-5"}, 0.3, 0.5),
        ({"retry-after": "nan"}, 0.3, 0.5),
        ({"retry-after": "0"}, 0, 0.1),
        ({"retry-after": "3600"}, 60, 60),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25, 0.25),
        ({}, 0.3, 0.5),
    ],
)
async def test_refusal_is_waited_out(
    pair: OpenPair,
    autojump_clock: trio.testing.MockClock,
    headers: dict[str, str],
    least: float,
    most: float,
) -> None:
    """Cases 18 and 19: Retry-After in every form, and Azure's refusals without it."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(429, headers=headers))
        started = trio.current_time()
        await client.chat.completions.create(**CHAT)
        assert least <= trio.current_time() - started <= most + 1e-6


async def test_sustained_refusals_lower_the_limit_which_recovers(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 19."""
    async with pair(latency=0.05, max_retries=20) as (sandbox, client):
        sandbox.faults.add(faults.status(429, headers={"retry-after": "89"}), times=40)
        lowest = 100

        async def watch() -> None:
            nonlocal lowest
            while True:
                await trio.sleep(1)
                for lane in client.statistics().limits:
                    lowest = min(lowest, lane.concurrency or lowest)

        async with trio.open_nursery() as nursery:
            nursery.start_soon(watch)
            async with trio.open_nursery() as calls:
                for _ in range(60):
                    calls.start_soon(ask, client)
            nursery.cancel_scope.cancel()
        assert lowest <= 2
        for _ in range(40):
            await ask(client)
        (lane,) = client.statistics().limits
        assert lane.concurrency is None or lane.concurrency > lowest + 2
        assert lane.held_for == 0


async def test_empty_account_holds_nobody(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 17."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.insufficient_quota())
        with pytest.raises(RateLimitError):
            await ask(client)
        started = trio.current_time()
        await ask(client)
        assert trio.current_time() - started < 0.1
        assert client.statistics().limits[0].refused == 0


async def test_held_call_fails_at_once_where_its_deadline_is_sooner(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(429, headers={"retry-after": "30"}))
        async with trio.open_nursery() as nursery:
            nursery.start_soon(ask, client)
            await trio.sleep(1)
            started = trio.current_time()
            with trio.fail_after(5), pytest.raises(errors.LimitWaitError):
                await ask(client)
            assert trio.current_time() == started


async def test_told_rate_spreads_calls(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 20: 200 calls at 10 per second."""
    async with pair(latency=0.2, limits=Limits(requests_per_minute=600)) as (sandbox, client):
        started = trio.current_time()
        async with trio.open_nursery() as nursery:
            for _ in range(200):
                nursery.start_soon(ask, client)
        assert 19.9 <= trio.current_time() - started <= 20.5
        assert len([one for one in sandbox.requests if one.time - started < 10]) <= 102


async def test_told_tokens_let_large_requests_through_and_refuse_impossible_ones(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 20: larger than a second's share, larger than a minute's, and an estimate that was too high."""
    limits = Limits(tokens_per_minute=6000, burst_seconds=1)  # 100 in a second
    async with pair(limits=limits) as (sandbox, client):

        async def ask_for(tokens: int) -> None:
            await client.chat.completions.create(model="gpt-4", messages=CHAT["messages"], max_tokens=tokens)

        sandbox.faults.add(faults.change_fields({"total_tokens": 400}), times=None)
        started = trio.current_time()
        await ask_for(3000)
        assert trio.current_time() - started <= 1  # a full bucket is enough for any one
        await ask_for(1)
        # The first is paid for by the second, but by what it used: not the 30 seconds of its estimate.
        assert 2 <= trio.current_time() - started <= 5
        before = trio.current_time()
        with pytest.raises(errors.RequestTooLargeError, match="6000 tokens in a minute"):
            await ask_for(6000)
        assert trio.current_time() == before
        assert len(sandbox.requests) == 2
