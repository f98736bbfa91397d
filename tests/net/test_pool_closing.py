"""How a pool ends: whoever waits in it, in whatever phase, and what it gives back."""

from __future__ import annotations

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.net.test_pool import get
from tests.support.peers import MemoryNetwork, open_loopback, request
from triopenai._base.config import Origin, PoolLimits, Timeout
from triopenai._net.errors import TransportClosed
from triopenai._net.pool import ConnectionPool


async def test_pool_refuses_requests_after_close(network):
    pool = ConnectionPool(network=network)
    await get(pool)
    await pool.aclose()
    await pool.aclose()
    with pytest.raises(TransportClosed):
        await get(pool)
    assert network.open_streams == 0


@pytest.mark.parametrize("tcp", [False, True])
async def test_pool_close_ends_requests_in_every_phase(tcp):
    errors = []

    async def serve(peer):
        if await peer.receive():
            await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" if peer.number == 0 else b"")
            await trio.sleep_forever()

    async def run(pool, origin):
        async def one():
            with pytest.raises(TransportClosed) as caught:
                await get(pool, origin=origin)
            errors.append(caught.value.phase)

        async with trio.open_nursery() as nursery:
            for _ in range(4):
                nursery.start_soon(one)
                await wait_all_tasks_blocked(0.01)
            assert pool.statistics().waiting == 2
            await pool.aclose()
        now = pool.statistics()
        assert (now.open, now.waiting, now.active, now.idle) == (0, 0, 0, 0)

    limits = PoolLimits(max_connections=2)
    if tcp:
        async with open_loopback(serve) as server:
            await run(ConnectionPool(limits=limits), server.origin)
    else:
        async with trio.open_nursery() as nursery:
            await run(
                ConnectionPool(limits=limits, network=MemoryNetwork(nursery, serve)), Origin("http", "a", 80)
            )
            nursery.cancel_scope.cancel()
    assert sorted(errors) == ["pool", "pool", "read", "read"]


async def test_pool_close_takes_back_a_slot_that_was_just_given(network):
    network.before_open = trio.sleep_forever
    pool = ConnectionPool(network=network, limits=PoolLimits(max_connections=1))
    first = trio.CancelScope()
    async with trio.open_nursery() as nursery:

        async def opener():
            with first:
                await get(pool)

        async def waiter():
            with pytest.raises(TransportClosed):
                await get(pool)

        nursery.start_soon(opener)
        await wait_all_tasks_blocked()
        nursery.start_soon(waiter)
        await wait_all_tasks_blocked()
        pool._ledger.give_slot()  # as the opener does when it fails
        await pool.aclose()
        pool._ledger.slots += 1  # which the opener still holds
        first.cancel()
    assert pool.statistics().open == 0


async def test_pool_close_catches_a_connection_that_is_being_opened(network):
    opening, go_on = trio.Event(), trio.Event()

    async def wait():
        opening.set()
        await go_on.wait()

    network.before_open = wait
    pool = ConnectionPool(network=network)
    async with trio.open_nursery() as nursery:

        async def one():
            with pytest.raises(TransportClosed):
                await get(pool)

        nursery.start_soon(one)
        await opening.wait()
        await pool.aclose()
        go_on.set()
    assert pool.statistics().open == network.open_streams == 0


def test_pool_works_in_one_run_after_another():
    pool = ConnectionPool()

    async def main():
        async with open_loopback() as server:
            assert await get(pool, origin=server.origin) == b"ok"
            response = await pool.send(request(origin=server.origin), Timeout())
            assert await response.read_all() == b"ok"

    trio.run(main)
    trio.run(main)
    trio.run(pool.aclose)
