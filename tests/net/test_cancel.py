"""Cancellation at every point of an exchange, and the pool's books afterwards."""

from __future__ import annotations

import random
import time

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.peers import (
    ORIGIN,
    MemoryNetwork,
    cancelled_at,
    ok,
    open_loopback,
    request,
    sweep,
)
from triopenai._base.config import Origin, PoolLimits, Timeout
from triopenai._net.body import FormSource
from triopenai._net.errors import TransportError, TransportTimeout
from triopenai._net.pool import ConnectionPool

NEVER = Timeout.of(None)
SOME = Timeout.of(1000)
LARGE = b"x" * 300_000


async def exchange(pool, *, body=b"", origin=ORIGIN, timeout=NEVER):  # noqa: ASYNC109  # bounds of each wait
    response = await pool.send(request("POST", "/", body, origin=origin), timeout)
    data = await response.receive_some()
    while piece := await response.receive_some():
        data += piece
    assert data == b"ok"


async def audit(pool, origin=ORIGIN):
    """No slot is taken, and the pool still works."""
    now = pool.statistics()
    assert now.active == now.connecting == now.waiting == 0
    assert now.open == now.idle == len(pool._ledger.connections)
    assert not pool._ledger.doomed
    for _ in range(3):
        await exchange(pool, origin=origin)
    now = pool.statistics()
    assert (now.open, now.idle) == (1, 1)


async def serve_slowly(peer):
    """Answers in pieces, with a wait before each."""
    while await peer.receive() is not None:
        for piece in (
            b"HTTP/1.1 200 OK\r\nX: y\r\n",
            b"Transfer-Encoding: chunked\r\n\r\n",
            b"1\r\no\r\n",
            b"1\r\nk\r\n",
            b"0\r\n\r\n",
        ):
            await wait_all_tasks_blocked()
            await peer.send(piece)


@pytest.mark.parametrize("timeout", [NEVER, SOME])
@pytest.mark.parametrize("body", [b"small", LARGE])
@pytest.mark.parametrize("reused", [False, True])
async def test_cancel_at_any_stop_of_an_exchange_leaves_the_pool_whole(network, body, reused, timeout):  # noqa: ASYNC109  # bounds of each wait
    network.serve = serve_slowly
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:

        async def once():
            if not reused:
                for connection in list(pool._ledger.idle):
                    pool._ledger.idle.pop(connection)
                    connection.site.idle.clear()
                    pool._ledger.drop(connection)
                await pool.reap()
            await exchange(pool, body=body, timeout=timeout)

        stops = await sweep(once, lambda: audit(pool))
        assert stops >= (8 if reused else 10)
        assert network.open_streams == 1
    assert network.open_streams == 0


@pytest.mark.parametrize("body", [b"small", LARGE])
async def test_cancel_at_any_stop_over_sockets_leaves_the_pool_whole(body):
    async def serve(peer):
        while await peer.receive() is not None:
            await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n")
            await wait_all_tasks_blocked(0.001)
            await peer.send(b"1\r\nk\r\n0\r\n\r\n")

    async with open_loopback(serve) as server, ConnectionPool(limits=PoolLimits(max_connections=1)) as pool:
        origin = server.origin
        stops = await sweep(lambda: exchange(pool, body=body, origin=origin), lambda: audit(pool, origin))
        assert stops >= 3


async def test_cancel_at_any_stop_of_a_connection_attempt_closes_it():
    async with open_loopback() as server:

        async def once():
            async with ConnectionPool() as pool:
                await exchange(pool, origin=server.origin)

        async def no_audit():
            await trio.lowlevel.checkpoint()

        assert await sweep(once, no_audit) >= 5
        with trio.fail_after(5):
            while not all(peer.finished for peer in server.peers):
                await wait_all_tasks_blocked(0.001)


async def test_cancel_at_any_stop_of_drain_and_close_leaves_the_pool_whole(network):
    async def serve(peer):
        while await peer.receive() is not None:
            await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")
            await wait_all_tasks_blocked()
            await peer.send(b"k")

    network.serve = serve
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:
        for end in (lambda r: r.drain(100, 1000), lambda r: r.aclose(), lambda r: r.read_all()):

            async def once(end=end):
                response = await pool.send(request(), NEVER)
                try:
                    await end(response)
                finally:
                    await response.aclose()

            assert await sweep(once, lambda: audit(pool)) >= 3


async def test_cancel_at_any_stop_of_a_wait_for_a_slot_keeps_the_queue(network):
    """The one before and the one after in the queue get their turns, in order (httpcore #1093)."""
    done = []

    async def serve(peer):
        while received := await peer.receive():
            await wait_all_tasks_blocked()
            done.append(received.target)
            await peer.send(ok())

    network.serve = serve
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:

        async def get(target):
            response = await pool.send(request("GET", target), NEVER)
            await response.read_all()

        async def once():
            async with trio.open_nursery() as nursery:
                with trio.CancelScope(shield=True):
                    nursery.start_soon(get, "/1")
                    for _ in range(4):
                        await trio.lowlevel.cancel_shielded_checkpoint()
                await get("/2")

        async def others():
            async with trio.open_nursery() as nursery:
                nursery.start_soon(get, "/a")
                await trio.lowlevel.checkpoint()
                nursery.start_soon(get, "/b")

        stop = 1
        while True:
            done.clear()
            async with trio.open_nursery() as nursery:
                nursery.start_soon(others)
                cut = await cancelled_at(stop, once)
            kept = [target for target in done if target in {"/a", "/b"}]
            assert kept == ["/a", "/b"]
            now = pool.statistics()
            assert now.waiting == now.active == now.connecting == 0
            await audit(pool)
            if not cut:
                break
            stop += 1
        assert stop > 8


async def test_cancel_of_a_waiter_that_was_just_given_a_slot_passes_it_on(network):
    hold = trio.Event()

    async def serve(peer):
        while await peer.receive() is not None:
            await hold.wait()
            await peer.send(ok())

    network.serve = serve
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:
        first, second = trio.CancelScope(), trio.CancelScope()

        async def run(scope):
            with scope:
                await exchange(pool)

        async with trio.open_nursery() as nursery:
            nursery.start_soon(run, first)
            await wait_all_tasks_blocked()
            nursery.start_soon(run, second)
            await wait_all_tasks_blocked()
            nursery.start_soon(exchange, pool)
            await wait_all_tasks_blocked()
            assert pool.statistics().waiting == 2
            # The first gives its slot to the second in the same turn in which the second is cancelled.
            first.cancel()
            await trio.lowlevel.checkpoint()
            second.cancel()
            hold.set()
        await audit(pool)


async def test_cancel_storm_leaves_no_slot_taken():
    """Pool of 10, waves of 20 cancelled after 0 to 30 ms against a 50 ms server (httpcore #1093)."""
    dice = random.Random(7)

    async def serve(peer):
        while await peer.receive() is not None:
            await trio.sleep(0.005)
            await peer.send(ok())

    async with open_loopback(serve) as server, ConnectionPool(limits=PoolLimits(max_connections=10)) as pool:

        async def one(seconds):
            with trio.move_on_after(seconds):
                await exchange(pool, origin=server.origin)

        for _ in range(60):
            async with trio.open_nursery() as nursery:
                for _ in range(20):
                    nursery.start_soon(one, dice.uniform(0, 0.008))
        now = pool.statistics()
        assert now.active == now.waiting == now.connecting == 0
        assert now.open == now.idle
        for _ in range(3):
            await exchange(pool, origin=server.origin)


async def test_cancel_storm_in_memory_is_won_for_any_order_of_events(network, autojump_clock):
    dice = random.Random(11)

    async def serve(peer):
        while await peer.receive() is not None:
            await trio.sleep(0.05)
            await peer.send(ok())

    network.serve = serve
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=10)) as pool:

        async def one(seconds, host):
            with trio.move_on_after(seconds):
                await exchange(pool, origin=Origin("http", host, 80))

        for _ in range(40):
            async with trio.open_nursery() as nursery:
                for _ in range(20):
                    nursery.start_soon(one, round(dice.uniform(0, 0.12), 2), dice.choice("ab"))
        now = pool.statistics()
        assert now.active == now.waiting == now.connecting == 0
        assert now.open == now.idle == network.open_streams


async def test_cancel_on_the_first_of_many_responses(network):
    """In a loop, with a hundred in flight (httpcore #785, #564)."""
    network.serve = serve_slowly
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=100)) as pool:
        for _ in range(5):
            async with trio.open_nursery() as nursery:

                async def one(nursery=nursery):
                    await exchange(pool)
                    nursery.cancel_scope.cancel()

                for _ in range(100):
                    nursery.start_soon(one)
            now = pool.statistics()
            assert now.active == now.waiting == now.connecting == 0
            assert now.open == now.idle == network.open_streams


async def test_cancel_before_the_call_sends_nothing(pool, network):
    with trio.CancelScope() as scope:
        scope.cancel()
        await pool.send(request(), NEVER)
    assert scope.cancelled_caught
    assert network.peers == []
    await audit(pool)
    served = sum(peer.number == 0 for peer in network.peers)
    with trio.CancelScope() as scope:
        scope.cancel()
        await pool.send(request(), NEVER)
    assert scope.cancelled_caught
    assert served == 1
    assert pool.statistics().idle == 1


async def test_deadline_of_the_caller_is_never_an_error(network, autojump_clock):
    async def serve(peer):
        await peer.receive()
        await trio.sleep_forever()

    network.serve = serve
    async with ConnectionPool(network=network) as pool:
        # Both run out at the same moment: the caller's wins.
        with trio.move_on_after(5) as scope:
            await pool.send(request(), Timeout.of(5))
        assert scope.cancelled_caught
        with pytest.raises(TransportTimeout):
            await pool.send(request(), Timeout.of(5))


async def test_body_that_is_being_read_is_closed_on_cancellation(pool, network, autojump_clock):
    closed = []

    class Source:
        length = None
        replayable = False

        async def open(self):
            return self

        async def receive_some(self):
            await trio.sleep_forever()

        async def aclose(self):
            closed.append(True)

    with trio.move_on_after(1):
        await pool.send(request("POST", body=FormSource([b"a" * 10, Source()])), NEVER)
    assert closed == [True]
    assert pool.statistics().open == 0
    await wait_all_tasks_blocked()
    assert network.open_streams == 0


async def test_exchange_of_a_waiting_request_takes_no_time_from_others(autojump_clock):
    start = time.perf_counter()
    async with trio.open_nursery() as nursery:
        network = MemoryNetwork(nursery)
        async with ConnectionPool(network=network, limits=PoolLimits(max_connections=2)) as pool:
            async with trio.open_nursery() as calls:
                for _ in range(500):
                    calls.start_soon(exchange, pool)
            assert pool.statistics().opened == 2
        nursery.cancel_scope.cancel()
    assert time.perf_counter() - start < 5


async def test_error_during_an_exchange_is_a_transport_error(pool, network):
    async def serve(peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")

    network.serve = serve
    with pytest.raises(TransportError):
        await exchange(pool)
    await wait_all_tasks_blocked()
    assert network.open_streams == 0
