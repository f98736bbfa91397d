"""Connections within the scopes of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio
import trio.testing

from tests.support.peers import sweep
from tests.support.sockets import MODEL, open_bench
from triopenai import BudgetExceeded, NotFoundError, ScopeTooSlowError
from triopenai.testing import faults

if TYPE_CHECKING:
    from triopenai import Ledger
    from triopenai.realtime import RealtimeConnection, ResponsesConnection
    from triopenai.types import ReconnectingEvent


async def ask(connection: ResponsesConnection) -> int:
    """One turn; the tokens that it used."""
    await connection.response.create(model="gpt-5", input="Hi")
    async for event in connection:
        if event.type == "response.completed":
            assert event.response.usage is not None
            return event.response.usage.total_tokens
    raise AssertionError


async def listen(connection: RealtimeConnection) -> None:
    async for _ in connection:
        pass


async def test_deadline_of_a_scope_ends_connections_in_it(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench:
        began = trio.current_time()
        with pytest.raises(ScopeTooSlowError):
            async with (
                bench.client.scope(deadline=7),
                bench.client.realtime.connect(model=MODEL) as connection,
                trio.open_nursery() as nursery,
            ):
                nursery.start_soon(listen, connection)
                await trio.sleep_forever()
        assert trio.current_time() - began == pytest.approx(7)
        assert bench.network.streams == set()


async def test_deadline_of_a_scope_ends_reconnecting(autojump_clock: trio.testing.MockClock):
    def again(event: ReconnectingEvent) -> None:
        bench.network.refusals = 1

    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.reset_socket(0))
        connect = bench.client.realtime.connect(model=MODEL, on_reconnecting=again, max_retries=1000)
        with pytest.raises(ScopeTooSlowError) as caught:
            async with bench.client.scope(deadline=30), connect as connection:
                await listen(connection)
        ledger = caught.value.ledger
        assert ledger.requests == len(bench.network.hosts) > 3
        assert ledger.failed == ledger.requests - 1


async def test_cancellation_anywhere_leaves_a_whole_ledger():
    async with open_bench() as bench:
        ledgers: list[Ledger] = []

        async def talk() -> None:
            scope = bench.client.scope()
            try:
                async with scope, bench.client.responses.connect() as connection:
                    await ask(connection)
            finally:
                ledgers.append(scope.ledger)

        async def audit() -> None:
            await trio.testing.wait_all_tasks_blocked()
            assert bench.network.streams == set()
            assert ledgers[-1].under_way == 0

        assert await sweep(talk, audit) > 10
    assert ledgers[-1].tokens > 0
    assert {ledger.requests for ledger in ledgers} <= {0, 1}
    assert any(ledger.cancelled for ledger in ledgers)


async def test_responses_spend_the_tokens_of_the_scope():
    async with open_bench() as bench:
        async with bench.client.scope(max_requests=1) as scope:
            async with bench.client.responses.connect() as connection:
                used = [await ask(connection) for _ in range(2)]
                assert scope.ledger.tokens == sum(used) > 0
            ledger = scope.ledger
        assert (ledger.requests, ledger.under_way, ledger.failed, ledger.cancelled) == (1, 0, 0, 0)
        (entry,) = ledger.attempts
        assert (entry.operation, entry.outcome, entry.tokens) == ("responses.connect", "done", sum(used))
        assert not entry.estimated


async def test_spent_tokens_end_the_connection():
    async with open_bench() as bench:
        async with bench.client.scope() as scope, bench.client.responses.connect() as connection:
            used = await ask(connection)
        with pytest.raises(BudgetExceeded) as caught:
            async with (
                bench.client.scope(max_tokens=2 * used - 1),
                bench.client.responses.connect() as connection,
            ):
                while True:
                    await ask(connection)
        assert caught.value.ledger.tokens == 2 * used
        assert scope.ledger.tokens == used


async def test_connection_needs_room_for_a_request():
    async with open_bench() as bench:
        with pytest.raises(BudgetExceeded, match=r"realtime\.connect would be one request more"):
            async with bench.client.scope(max_requests=1):
                await bench.client.models.list()
                async with bench.client.realtime.connect(model=MODEL):
                    raise AssertionError
        assert len(bench.network.hosts) == 1


async def test_refused_connection_is_a_failed_request():
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.status(404))
        async with bench.client.scope() as scope:
            with pytest.raises(NotFoundError):
                async with bench.client.realtime.connect(model=MODEL):
                    raise AssertionError
        assert (scope.ledger.requests, scope.ledger.failed, scope.ledger.tokens) == (1, 1, 0)


async def test_scope_that_begins_in_the_block_does_not_pay_for_the_connection():
    async with open_bench() as bench, bench.client.responses.connect() as connection:
        async with bench.client.scope(max_tokens=1) as scope:
            assert await ask(connection) > 1
        assert scope.ledger.tokens == 0
