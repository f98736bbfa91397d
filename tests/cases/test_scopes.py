"""Calls, streams, lists and downloads within scopes, through every layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.cases.conftest import CHAT, STREAM, OpenPair, call, download, stream
from tests.support.peers import sweep
from triopenai import BudgetExceeded, Limits, PoolLimits, errors
from triopenai.testing import faults

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from trio.testing import MockClock

    from triopenai import Client
    from triopenai.types.chat._params import (
        CompletionCreateParamsNonStreaming,
        CompletionCreateParamsStreaming,
    )

LONG: CompletionCreateParamsNonStreaming = {**CHAT, "max_tokens": 500}
COUNTED: CompletionCreateParamsStreaming = {**STREAM, "stream_options": {"include_usage": True}}


async def pages(client: Client) -> None:
    async for _ in client.models.list():
        pass


USES = [call, stream, pages, download]


@pytest.mark.parametrize("use", USES)
async def test_every_use_is_in_the_ledger(pair: OpenPair, use: Callable[[Client], Awaitable[None]]) -> None:
    async with pair() as (_, client):
        async with client.scope(deadline=60) as scope:
            await use(client)
        ledger = scope.ledger
        assert (ledger.requests, ledger.failed, ledger.cancelled, ledger.under_way) == (1, 0, 0, 0)
        (entry,) = ledger.attempts
        assert (entry.outcome, entry.attempt and entry.attempt.status) == ("done", 200)
        assert entry.estimated == (use in {stream, download})
        await use(client)  # the scope's end is no end of the client


@pytest.mark.parametrize("use", USES)
async def test_cancel_at_every_stop_leaves_no_scope_and_a_whole_ledger(
    pair: OpenPair, autojump_clock: MockClock, use: Callable[[Client], Awaitable[None]]
) -> None:
    async with pair(pool_limits=PoolLimits(max_connections=1)) as (sandbox, client):
        ledgers = []

        async def scenario() -> None:
            sandbox.faults.add(faults.status(503))
            scope = client.scope(deadline=1000)
            try:
                async with scope, client.scope(max_requests=5):
                    await use(client)
            finally:
                sandbox.faults.clear()
                ledgers.append(scope.ledger)

        async def audit() -> None:
            assert not client._engine.shared.scopes.by_task
            await call(client)

        assert await sweep(scenario, audit) > 3
        assert all(ledger.under_way == 0 for ledger in ledgers)
        assert {ledger.requests for ledger in ledgers} == {1, 2}
        assert [(ledger.failed, ledger.cancelled) for ledger in ledgers][-1] == (1, 0)


@pytest.mark.parametrize("limit", ["deadline", "max_requests"])
@pytest.mark.parametrize("position", range(4))
async def test_fan_out_ends_with_the_scope_wherever_it_runs_out(
    pair: OpenPair, autojump_clock: MockClock, limit: str, position: int
) -> None:
    async with pair(latency=1.0) as (sandbox, client):
        done = []

        async def ask(number: int) -> None:
            await client.chat.completions.create(**CHAT)
            done.append(number)

        error: type[Exception] = trio.TooSlowError if limit == "deadline" else BudgetExceeded
        bound = {"deadline": position + 0.5} if limit == "deadline" else {"max_requests": position * 2 + 1}
        with pytest.raises(error) as caught:
            async with client.scope(**bound):
                await client.map(ask, range(20), limit=2)
        assert len(done) == position * 2
        ledger = caught.value.ledger  # type: ignore[attr-defined]  # both have it
        assert len(done) <= len(sandbox.requests) <= ledger.requests
        assert ledger.cancelled == ledger.requests - len(done)
        assert all(entry.estimated == (entry.outcome == "cancelled") for entry in ledger.attempts)
        await call(client)


async def test_first_call_that_is_too_large_is_never_sent(pair: OpenPair) -> None:
    async with pair() as (sandbox, client):
        with pytest.raises(BudgetExceeded, match=r"chat\.completions\.create takes about \d+ tokens"):
            async with client.scope(max_tokens=20):
                await client.chat.completions.create(**LONG)
        assert len(sandbox.requests) == 0


async def test_stream_is_cut_when_its_events_go_over_the_budget(pair: OpenPair) -> None:
    async with pair() as (_, client):
        count = 0
        with pytest.raises(BudgetExceeded, match="tokens were used") as caught:
            async with (
                client.scope(max_tokens=40),
                await client.chat.completions.create(**STREAM) as events,
            ):
                async for _ in events:
                    count += 1
                    await trio.lowlevel.checkpoint()
        assert caught.value.ledger.cancelled == 1
        assert caught.value.ledger.estimated_tokens == caught.value.ledger.tokens > 40


async def test_stream_tells_its_usage_at_its_end(pair: OpenPair) -> None:
    async with pair() as (_, client):
        async with (
            client.scope() as scope,
            await client.chat.completions.create(**COUNTED) as events,
        ):
            last = [event async for event in events][-1]
        assert last.usage is not None
        assert (scope.ledger.tokens, scope.ledger.estimated_tokens) == (last.usage.total_tokens, 0)


async def test_stream_that_outlives_its_scope_goes_on(pair: OpenPair) -> None:
    async with pair() as (_, client), client.scope(deadline=5) as outer:
        async with client.scope(max_tokens=35) as inner:
            events = await client.chat.completions.create(**STREAM)
        assert inner.ledger.under_way == 1
        async with events:
            assert len([event async for event in events]) > 3
        assert inner.ledger.under_way == 1
        assert outer.ledger.under_way == 0
        assert outer.ledger.tokens > inner.ledger.tokens


async def test_tasks_of_the_client_are_not_of_the_scope_that_starts_them(
    pair: OpenPair, autojump_clock: MockClock
) -> None:
    async with pair(latency=2.0) as (_, client):
        with pytest.raises(trio.TooSlowError):
            async with client.scope(deadline=1) as scope:
                task = client.start_soon(call, client)
                await trio.sleep_forever()
        await task.wait()
        assert scope.ledger.requests == 0


async def test_waits_are_told_by_cause(pair: OpenPair, autojump_clock: MockClock) -> None:
    limits = Limits(requests_per_minute=20)
    async with pair(latency=2.0, pool_limits=PoolLimits(max_connections=1), limits=limits) as (
        sandbox,
        client,
    ):
        sandbox.faults.add(faults.status(503, headers={"retry-after": "7"}))
        async with client.scope() as scope:
            await call(client)
        waited = scope.ledger.waited
        assert (waited.retry, waited.server, waited.pool) == pytest.approx((7, 4, 0), abs=0.01)
        async with client.scope() as scope, trio.open_nursery() as nursery:
            for _ in range(3):
                nursery.start_soon(call, client)
        waited = scope.ledger.waited
        assert waited.limit == pytest.approx(1 + 4 + 7, abs=0.2)
        assert waited.server == pytest.approx(6, abs=0.01)


async def test_wait_for_a_connection_is_told_also_when_it_is_cut_short(
    pair: OpenPair, autojump_clock: MockClock
) -> None:
    async with pair(latency=4.0, pool_limits=PoolLimits(max_connections=1)) as (_, client):
        with pytest.raises(trio.TooSlowError):
            async with client.scope(deadline=10) as scope, trio.open_nursery() as nursery:
                for _ in range(3):
                    nursery.start_soon(call, client)
        waited = scope.ledger.waited
        assert (waited.server, waited.pool) == pytest.approx((4 + 4 + 2, 4 + 8), abs=0.01)


async def test_retry_is_not_begun_that_outlasts_the_scope(pair: OpenPair, autojump_clock: MockClock) -> None:
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(503, headers={"retry-after": "30"}))
        started = trio.current_time()
        with pytest.raises(errors.InternalServerError):
            async with client.scope(deadline=10):
                await call(client)
        assert trio.current_time() - started < 1


async def test_refused_requests_use_requests_and_no_tokens(pair: OpenPair, autojump_clock: MockClock) -> None:
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(503), times=2)
        with pytest.raises(BudgetExceeded, match="max_requests=2") as caught:
            async with client.scope(max_requests=2):
                await call(client)
        ledger = caught.value.ledger
        assert (ledger.requests, ledger.failed, ledger.tokens) == (2, 2, 0)
        assert [entry.attempt and entry.attempt.status for entry in ledger.attempts] == [503, 503]


async def test_call_that_waits_for_its_turn_is_not_charged_when_it_is_cancelled(
    pair: OpenPair, autojump_clock: MockClock
) -> None:
    async with pair(limits=Limits(requests_per_minute=1)) as (_, client):
        await call(client)
        async with client.scope() as scope, trio.open_nursery() as nursery:
            nursery.start_soon(call, client)
            await trio.sleep(0.5)
            assert scope.ledger.requests == 1
            nursery.cancel_scope.cancel()
        assert (scope.ledger.requests, scope.ledger.tokens) == (0, 0)


async def test_views_of_a_client_share_its_scopes(pair: OpenPair) -> None:
    async with pair() as (_, client):
        async with client.scope() as scope:
            await client.with_options(max_retries=0).chat.completions.create(**CHAT)
            await client.with_raw_response.chat.completions.create(**CHAT)
            async with client.chat.completions.with_streaming_response.create(**CHAT) as reply:
                await reply.parse()
            await client.get("/models", cast_to=object)
        assert (scope.ledger.requests, scope.ledger.under_way) == (4, 0)
        assert scope.ledger.estimated_tokens == 0
