from __future__ import annotations

import socket
import struct

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.peers import MemoryNetwork, ok, open_loopback, request
from triopenai._base.config import Origin, PoolLimits, Timeout
from triopenai._net.errors import ConnectError, ReadError, TransportTimeout
from triopenai._net.pool import ConnectionPool
from triopenai._net.tcp import TcpStream

NEVER = Timeout.of(None)


async def hang(peer):
    await trio.sleep_forever()


async def get(pool, target="/", **how):
    response = await pool.send(request("GET", target, **how), NEVER)
    return await response.read_all()


async def test_pool_sends_a_request_and_gives_its_response(pool, network):
    async def serve(peer):
        received = await peer.receive()
        await peer.send(ok(received.body[::-1], status=201, headers="X-A: b\r\n"))

    network.serve = serve
    response = await pool.send(request("POST", "/x", b"abc", headers=[(b"Accept", b"*/*")]), NEVER)
    assert (response.status, response.http_version) == (201, "HTTP/1.1")
    assert response.headers["x-a"] == "b"
    assert await response.read_all() == b"cba"
    assert await response.receive_some() == b""


async def test_pool_reuses_one_connection(pool, network):
    for _ in range(5):
        assert await get(pool) == b"ok"
    assert len(network.peers) == 1
    now = pool.statistics()
    assert (now.open, now.idle, now.active, now.opened, now.reused, now.requests) == (1, 1, 0, 1, 4, 5)


async def test_pool_opens_a_connection_for_each_request_in_flight(pool, network):
    responses = [await pool.send(request(), NEVER) for _ in range(3)]
    assert len(network.peers) == 1  # each answer was there whole
    for response in responses:
        assert await response.read_all() == b"ok"

    async def serve(peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")
        await trio.sleep_forever()

    network.serve = serve
    await network.peers[0].close()
    responses = [await pool.send(request(), NEVER) for _ in range(3)]
    assert pool.statistics().active == 3
    for response in responses:
        await response.aclose()
    assert pool.statistics().open == 0
    assert network.open_streams == 0


async def test_pool_takes_the_connection_used_last(pool, network):
    async with trio.open_nursery() as nursery:
        for _ in range(3):
            nursery.start_soon(get, pool)
    assert pool.statistics().idle == 3
    last = list(pool._ledger.idle)[-1]
    await get(pool)
    assert list(pool._ledger.idle)[-1] is last


async def test_pool_keeps_origins_apart(pool, network):
    other = Origin("http", "other.test", 80)
    await get(pool)
    await get(pool, origin=other)
    await get(pool)
    assert [peer.host for peer in network.peers] == ["api.test", "other.test"]


async def test_pool_tells_the_server_its_name(network):
    hosts = []

    async def serve(peer):
        while received := await peer.receive():
            hosts.append(received.headers["host"])
            await peer.send(ok())

    network.serve = serve
    async with ConnectionPool(network=network) as pool:
        for origin in (
            Origin("http", "a.test", 80),
            Origin("http", "a.test", 8080),
            Origin("http", "::1", 80),
        ):
            await get(pool, origin=origin)
    assert hosts == ["a.test", "a.test:8080", "[::1]"]


# Limits


async def test_pool_queues_beyond_its_limit_in_order(network):
    order = []
    release = trio.Event()

    async def serve(peer):
        while received := await peer.receive():
            order.append(received.target)
            await release.wait()
            await peer.send(ok())

    network.serve = serve
    async with (
        ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool,
        trio.open_nursery() as nursery,
    ):
        for number in range(5):
            nursery.start_soon(get, pool, f"/{number}")
            await wait_all_tasks_blocked()
        assert pool.statistics().waiting == 4
        release.set()
    assert order == [f"/{number}" for number in range(5)]
    assert len(network.peers) == 1


async def test_pool_closes_an_idle_connection_of_another_origin_to_make_room(network):
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=2)) as pool:
        for host in ("a", "b", "c", "b"):
            await get(pool, origin=Origin("http", host, 80))
        assert [peer.host for peer in network.peers] == ["a", "b", "c"]
        assert pool.statistics().open == network.open_streams == 2


async def test_pool_gives_the_slot_to_a_waiter_for_another_origin(network):
    most = 0

    async def serve(peer):
        nonlocal most
        most = max(most, network.open_streams)
        while await peer.receive() is not None:
            await peer.send(ok(peer.host.encode()))

    async def check(host):
        assert await get(pool, origin=Origin("http", host, 80)) == host.encode()

    network.serve = serve
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:
        async with trio.open_nursery() as nursery:
            for host in ("a", "b", "a", "a"):
                nursery.start_soon(check, host)
                await trio.lowlevel.checkpoint()
        await check("c")
        assert pool.statistics().open == network.open_streams == most == 1
    assert network.open_streams == 0


async def test_pool_keeps_no_more_idle_connections_than_allowed(network):
    async with ConnectionPool(network=network, limits=PoolLimits(max_keepalive=2)) as pool:
        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(get, pool)
        assert pool.statistics().idle == pool.statistics().open == network.open_streams == 2
    async with ConnectionPool(network=network, limits=PoolLimits(max_keepalive=0)) as pool:
        await get(pool)
        assert pool.statistics().open == network.open_streams == 0


async def test_pool_closes_idle_connections_that_have_expired(network, autojump_clock):
    async with ConnectionPool(network=network, limits=PoolLimits(keepalive_expiry=10)) as pool:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(get, pool)
            nursery.start_soon(get, pool)
        await trio.sleep(9)
        await get(pool)
        assert len(network.peers) == 2
        await trio.sleep(9)
        await get(pool)  # on the one used nine seconds ago; the other is looked at on return
        assert pool.statistics().open == network.open_streams == 1
        await trio.sleep(10)
        await get(pool)
        assert len(network.peers) == 3
        assert pool.statistics().replaced == 2


async def test_pool_keeps_connections_for_ever_without_an_expiry(network, autojump_clock):
    async with ConnectionPool(network=network, limits=PoolLimits(keepalive_expiry=None)) as pool:
        await get(pool)
        await trio.sleep(80_000)
        await get(pool)
    assert len(network.peers) == 1


async def test_pool_wait_for_a_slot_ends_with_its_timeout(network, autojump_clock):
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:
        network.serve = hang
        async with trio.open_nursery() as nursery:
            nursery.start_soon(get, pool)
            await wait_all_tasks_blocked()
            with pytest.raises(TransportTimeout) as caught:
                await pool.send(request(), Timeout(pool=3))
            assert trio.current_time() == pytest.approx(3)
            assert (caught.value.phase, caught.value.sent) == ("pool", False)
            assert pool.statistics().waiting == 0
            nursery.cancel_scope.cancel()


# Reuse


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokgarbage",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n",
    ],
)
async def test_pool_does_not_reuse_a_connection_that_it_cannot_trust(pool, network, answer):
    async def serve(peer):
        while await peer.receive():
            await peer.send(answer)

    network.serve = serve
    for _ in range(2):
        assert await get(pool) == b"ok"
    assert len(network.peers) == 2
    assert pool.statistics().open == network.open_streams == 0


async def test_pool_replaces_a_connection_that_the_server_has_closed(pool, network):
    async def serve_one(peer):
        await peer.receive()
        await peer.send(ok())

    network.serve = serve_one
    for _ in range(4):
        assert await get(pool) == b"ok"
        await wait_all_tasks_blocked()
    now = pool.statistics()
    assert (now.opened, now.replaced, now.reused) == (4, 3, 0)


async def test_pool_replaces_a_connection_that_breaks_as_the_request_is_begun(pool, network):
    """Where a stream cannot tell beforehand that the other side has closed."""
    assert await get(pool) == b"ok"
    peer = network.peers[0]
    await peer.stream.aclose()
    peer.finished = False
    assert await get(pool) == b"ok"
    assert len(network.peers) == 2


async def test_pool_tells_when_a_reused_connection_dies_after_the_request(pool, network):
    async def serve(peer):
        await peer.receive()
        await peer.send(ok())
        await peer.receive()

    network.serve = serve
    assert await get(pool) == b"ok"
    with pytest.raises(ReadError, match="without an answer") as caught:
        await get(pool)
    assert caught.value.sent
    assert pool.statistics().open == 0


async def test_pool_replaces_a_connection_handed_over_dead(network):
    """A waiter is given a connection that the server closes before the waiter runs."""

    async def serve(peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")
        await peer.stream.send_all(b"k")
        peer.finished = True

    network.serve = serve
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(get, pool)
            nursery.start_soon(get, pool)
        assert len(network.peers) == 2
        assert pool.statistics().replaced == 1


async def test_pool_refuses_a_bad_request_before_it_takes_a_connection(pool, network):
    with pytest.raises(ValueError, match="line break"):
        await pool.send(request(headers=[(b"X", b"a\r\nb")]), NEVER)
    assert network.peers == []
    assert pool.statistics().open == 0


# Failure to connect


async def test_pool_tells_why_no_connection_could_be_made(pool, network):
    async def refuse():
        raise ConnectionRefusedError(111, "refused here")

    network.before_open = refuse
    with pytest.raises(ConnectError, match=r"api\.test: .*refused here") as caught:
        await get(pool)
    assert (caught.value.phase, caught.value.sent) == ("connect", False)
    assert isinstance(caught.value.__cause__, ConnectionRefusedError)
    assert pool.statistics().open == 0


async def test_pool_hands_on_the_slot_of_a_connection_that_could_not_be_made(network):
    attempts = 0

    async def refuse_first():
        nonlocal attempts
        attempts += 1
        await wait_all_tasks_blocked()
        if attempts == 1:
            raise ConnectionRefusedError

    network.before_open = refuse_first
    async with ConnectionPool(network=network, limits=PoolLimits(max_connections=1)) as pool:
        async with trio.open_nursery() as nursery:

            async def fail():
                with pytest.raises(ConnectError):
                    await get(pool)

            nursery.start_soon(fail)
            await trio.lowlevel.checkpoint()
            nursery.start_soon(get, pool)
        assert pool.statistics().idle == 1


async def test_pool_names_all_addresses_that_refused():
    async with open_loopback() as server:
        port = server.origin.port
    async with ConnectionPool() as pool:
        with pytest.raises(ConnectError, match="refused"):
            await get(pool, origin=Origin("http", "127.0.0.1", port))
        with pytest.raises(ConnectError):
            await get(pool, origin=Origin("http", "a..b", 80))


async def test_pool_forgets_origins_that_it_has_no_connection_to(network):
    async with ConnectionPool(network=network, limits=PoolLimits(max_keepalive=1)) as pool:
        for number in range(600):
            await get(pool, origin=Origin("http", f"h{number}", 80))
        assert len(pool._sites) < 300


# Sockets


async def test_pool_over_sockets_reuses_and_replaces():
    async def serve(peer):
        for _ in range(2):
            await peer.receive()
            await peer.send(ok())

    async with open_loopback(serve) as server, ConnectionPool() as pool:
        for _ in range(3):
            assert await get(pool, origin=server.origin) == b"ok"
            assert await get(pool, origin=server.origin) == b"ok"
            await wait_all_tasks_blocked(0.01)
        now = pool.statistics()
        assert (now.opened, now.replaced, now.reused) == (3, 2, 3)


async def test_pool_replaces_a_socket_that_breaks_as_the_request_is_begun(monkeypatch):
    """The server resets the connection between the last look at it and the first byte sent."""

    async def serve(peer):
        await peer.receive()
        await peer.send(ok())
        linger = struct.pack("ii", 1, 0)
        peer.stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    async with open_loopback(serve) as server, ConnectionPool() as pool:
        assert await get(pool, origin=server.origin) == b"ok"
        while not server.peers[0].finished:
            await wait_all_tasks_blocked()
        with monkeypatch.context() as patch:
            patch.setattr(TcpStream, "is_readable", lambda self: False)
            assert await get(pool, origin=server.origin) == b"ok"
        now = pool.statistics()
        assert (now.opened, now.reused, now.requests) == (2, 1, 3)


async def test_pool_sends_a_small_request_through_a_smaller_buffer():
    class Narrow(MemoryNetwork):
        async def open_stream(self, host, port):
            stream = await trio.open_tcp_stream(host, port)
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2048)
            return TcpStream(stream)

    async def serve(peer):
        while received := await peer.receive():
            await peer.send(ok(b"%d" % len(received.body)))

    async with (
        open_loopback(serve) as server,
        trio.open_nursery() as nursery,
        ConnectionPool(network=Narrow(nursery)) as pool,
    ):
        for _ in range(2):
            call = request("POST", "/", b"x" * 60_000, origin=server.origin)
            assert await (await pool.send(call, NEVER)).read_all() == b"60000"
        assert pool.statistics().opened == 1


async def test_pool_takes_trio_socket_streams_of_a_network():
    class Plain(MemoryNetwork):
        async def open_stream(self, host, port):
            return await trio.open_tcp_stream(host, port)

    async def serve_one(peer):
        await peer.receive()
        await peer.send(ok())

    async with (
        open_loopback(serve_one) as server,
        trio.open_nursery() as nursery,
        ConnectionPool(network=Plain(nursery)) as pool,
    ):
        for _ in range(3):
            assert await get(pool, origin=server.origin) == b"ok"
            await wait_all_tasks_blocked(0.01)
        assert pool.statistics().replaced == 2
