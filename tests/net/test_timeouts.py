from __future__ import annotations

import socket
import threading
import time

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.peers import ok, open_loopback, request
from triopenai._base.config import Origin, Timeout
from triopenai._net.errors import TransportTimeout
from triopenai._net.pool import ConnectionPool

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n"


async def hang(peer):
    await trio.sleep_forever()


def only(**seconds):
    return Timeout(**{"connect": None, "read": None, "write": None, "pool": None, **seconds})


async def test_connect_that_takes_too_long_times_out(pool, network, autojump_clock):
    network.before_open = trio.sleep_forever
    with pytest.raises(TransportTimeout, match="5 s connecting") as caught:
        await pool.send(request(), only(connect=5))
    assert trio.current_time() == pytest.approx(5)
    assert (caught.value.phase, caught.value.sent) == ("connect", False)
    assert pool.statistics().open == 0


async def test_write_that_takes_too_long_times_out(pool, network, autojump_clock):
    network.before_send = trio.sleep_forever
    with pytest.raises(TransportTimeout) as caught:
        await pool.send(request(), only(write=5))
    assert trio.current_time() == pytest.approx(5)
    assert (caught.value.phase, caught.value.sent) == ("write", True)
    await wait_all_tasks_blocked()
    assert network.open_streams == 0


async def test_read_that_takes_too_long_times_out(pool, network, autojump_clock):
    async def serve(peer):
        await peer.receive()
        await trio.sleep_forever()

    network.serve = serve
    with pytest.raises(TransportTimeout, match="waiting for the response") as caught:
        await pool.send(request(), only(read=5))
    assert trio.current_time() == pytest.approx(5)
    assert (caught.value.phase, caught.value.sent) == ("read", True)
    assert pool.statistics().open == 0


async def test_read_timeout_is_between_pieces(pool, network, autojump_clock):
    async def serve(peer):
        await peer.receive()
        for piece in (HEAD[:10], HEAD[10:], b"a", b"b", b"c", b"d"):
            await trio.sleep(4)
            await peer.send(piece)
        await trio.sleep_forever()

    network.serve = serve
    response = await pool.send(request(), only(read=5))
    for piece in (b"a", b"b", b"c", b"d"):
        assert await response.receive_some() == piece
    with pytest.raises(TransportTimeout):
        await response.receive_some()
    assert trio.current_time() == pytest.approx(29)
    assert pool.statistics().open == 0


async def test_read_with_a_deadline_ends_there_however_much_came_before(pool, network, autojump_clock):
    async def serve(peer):
        await peer.receive()
        await peer.send(HEAD)
        for piece in (b"a", b"b", b"c"):
            await trio.sleep(2)
            await peer.send(piece)
        await trio.sleep_forever()

    network.serve = serve
    response = await pool.send(request(), only(read=50))
    deadline = trio.current_time() + 5
    assert await response.receive_before(deadline) == b"a"
    assert await response.receive_before(deadline) == b"b"
    with pytest.raises(TransportTimeout) as caught:
        await response.receive_before(deadline)
    assert caught.value.phase == "read"
    assert trio.current_time() == pytest.approx(deadline)
    assert pool.statistics().open == 0


async def test_read_with_a_deadline_keeps_the_timeout_and_leaves_no_trace(pool, network, autojump_clock):
    async def serve(peer):
        await peer.receive()
        await peer.send(HEAD + b"a")
        await trio.sleep(20)
        await peer.send(b"b")
        await trio.sleep_forever()

    network.serve = serve
    response = await pool.send(request(), only(read=30))
    assert await response.receive_before(trio.current_time() + 10) == b"a"
    assert await response.receive_some() == b"b"
    with pytest.raises(TransportTimeout):
        await response.receive_before(trio.current_time() + 100)
    assert trio.current_time() == pytest.approx(50)


async def test_read_with_a_deadline_keeps_it_where_another_task_is_refused(pool, network, autojump_clock):
    async def serve(peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        await trio.sleep(2)
        await peer.send(b"1")  # which gives no piece yet, so that the reader waits once more
        await trio.sleep_forever()

    async def read():
        with pytest.raises(TransportTimeout):
            await response.receive_before(5)

    network.serve = serve
    response = await pool.send(request(), only())
    with trio.fail_after(50):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(read)
            await trio.sleep(1)
            with pytest.raises(trio.BusyResourceError):
                await response.receive_before(40)
    assert trio.current_time() == pytest.approx(5)


async def test_body_that_drips_ends_with_the_callers_deadline(pool, network, autojump_clock):
    """A byte every 0.3 s under a deadline of 1 s."""

    async def serve(peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            await trio.sleep(0.3)
            await peer.send(b"x")

    network.serve = serve
    with trio.move_on_after(1) as scope:
        response = await pool.send(request(), Timeout.of(1))
        await response.read_all()
    assert scope.cancelled_caught
    assert trio.current_time() == pytest.approx(1)
    assert pool.statistics().open == 0


# Over sockets, where the pool's watch keeps the time


@pytest.fixture
async def silent():
    """A server that answers the head of a body that never comes, or nothing at all."""

    async def serve(peer):
        while received := await peer.receive():
            if received.target == "/head":
                await peer.send(HEAD + b"a")
            elif received.target == "/ok":
                await peer.send(ok())

    async with open_loopback(serve) as server:
        yield server


async def test_watch_ends_a_wait_for_the_head(silent, autojump_clock):
    autojump_clock.autojump_threshold = 0.02
    async with ConnectionPool() as pool:
        await (await pool.send(request("GET", "/ok", origin=silent.origin), only(read=7))).read_all()
        with pytest.raises(TransportTimeout, match="7 s") as caught:
            await pool.send(request(origin=silent.origin), only(read=7))
        assert caught.value.phase == "read"
        assert caught.value.sent
        assert trio.current_time() == pytest.approx(7, abs=0.5)
        assert pool.statistics().open == 0


async def test_watch_ends_a_wait_for_the_body_and_no_other(silent, autojump_clock):
    autojump_clock.autojump_threshold = 0.02
    async with ConnectionPool() as pool:
        ends = {}

        async def one(seconds):
            response = await pool.send(request("GET", "/head", origin=silent.origin), only(read=seconds))
            assert await response.receive_some() == b"a"
            start = trio.current_time()
            with pytest.raises(TransportTimeout):
                await response.receive_some()
            ends[seconds] = trio.current_time() - start

        async with trio.open_nursery() as nursery:
            for seconds in (30, 10, 20, 10.5):
                nursery.start_soon(one, seconds)
                await trio.testing.wait_all_tasks_blocked(0.005)
        for seconds, end in ends.items():
            assert end == pytest.approx(seconds, abs=0.5)
        assert pool.statistics().open == 0


async def test_watch_ends_a_read_with_a_deadline(silent, autojump_clock):
    autojump_clock.autojump_threshold = 0.02
    async with ConnectionPool() as pool:
        response = await pool.send(request("GET", "/head", origin=silent.origin), only(read=50))
        start = trio.current_time()
        assert await response.receive_before(start + 7) == b"a"
        with pytest.raises(TransportTimeout):
            await response.receive_before(start + 7)
        assert trio.current_time() - start == pytest.approx(7, abs=0.5)
        assert pool.statistics().open == 0


async def test_watch_leaves_a_response_alone_that_nobody_reads(silent, autojump_clock):
    autojump_clock.autojump_threshold = 0.02
    async with ConnectionPool() as pool:
        response = await pool.send(request("GET", "/head", origin=silent.origin), only(read=5))
        assert await response.receive_some() == b"a"
        await trio.sleep(100)
        assert pool.statistics().active == 1
        with trio.move_on_after(3) as scope:
            await response.receive_some()
        assert scope.cancelled_caught
        assert pool.statistics().open == 0


def watching(pool):
    return pool._watch._scope is not None


async def wait_in_vain(pool, origin):
    """Cancel a read that has begun to wait; the watch must have been looking on."""
    async with trio.open_nursery() as nursery:
        nursery.start_soon(pool.send, request("GET", "/never", origin=origin), only(read=5))
        while not watching(pool):
            await wait_all_tasks_blocked()
        nursery.cancel_scope.cancel()


async def test_watch_ends_when_there_is_nothing_to_watch(silent, autojump_clock):
    autojump_clock.autojump_threshold = 0.02
    async with ConnectionPool() as pool:
        await wait_in_vain(pool, silent.origin)
        assert watching(pool)
        await trio.sleep(6)
        assert not watching(pool)
        await wait_in_vain(pool, silent.origin)
        assert watching(pool)
    await trio.lowlevel.checkpoint()
    assert not watching(pool)


async def test_write_over_a_socket_that_takes_too_long_times_out(autojump_clock):
    autojump_clock.autojump_threshold = 0.05
    async with open_loopback(hang) as server, ConnectionPool() as pool:
        with pytest.raises(TransportTimeout) as caught:
            await pool.send(request("POST", "/", b"x" * 20_000_000, origin=server.origin), only(write=5))
        assert caught.value.phase == "write"
        assert pool.statistics().open == 0


# A loop that is blocked


async def block_loop(seconds: float) -> None:
    await trio.lowlevel.checkpoint()
    time.sleep(seconds)  # noqa: ASYNC251  # blocking is the point
    await trio.lowlevel.checkpoint()


@pytest.mark.parametrize("_", range(8))
async def test_read_that_became_ready_while_the_loop_was_stalled_is_in_time(_):
    """The answer comes from another thread, before its deadline; the loop looks after it."""
    listener = socket.create_server(("127.0.0.1", 0))
    origin = Origin("http", "127.0.0.1", listener.getsockname()[1])

    def serve():
        connection, _ = listener.accept()
        with connection:
            connection.recv(1000)
            time.sleep(0.015)
            connection.sendall(ok())
            connection.recv(1000)

    thread = threading.Thread(target=serve)
    thread.start()
    async with ConnectionPool() as pool, trio.open_nursery() as nursery:

        async def block():
            await wait_all_tasks_blocked()
            while not pool.statistics().active:
                await wait_all_tasks_blocked()
            await block_loop(0.05)

        nursery.start_soon(block)
        response = await pool.send(request(origin=origin), only(read=0.03))
        assert await response.read_all() == b"ok"
    thread.join()
    listener.close()


@pytest.mark.parametrize("turns", range(12))
async def test_loop_blocked_while_connecting_does_not_fail_the_call(turns):
    """5.5 s with a connect timeout of 5 (inspect_ai #4884), at a scale that tests can wait for."""
    async with open_loopback() as server, ConnectionPool() as pool, trio.open_nursery() as nursery:

        async def block():
            for _ in range(turns):
                await trio.lowlevel.checkpoint()
            await block_loop(0.12)

        nursery.start_soon(block)
        response = await pool.send(request(origin=server.origin), only(connect=0.05, read=5))
        assert await response.read_all() == b"ok"


async def test_connection_attempts_do_not_go_on_for_ever_in_a_loop_that_is_always_blocked(network):
    async def blocked():
        time.sleep(0.06)  # noqa: ASYNC251  # blocking is the point
        await trio.sleep_forever()

    async def keep_blocking():
        while True:
            await block_loop(0.07)

    network.before_open = blocked
    async with ConnectionPool(network=network) as pool, trio.open_nursery() as nursery:
        nursery.start_soon(keep_blocking)
        with pytest.raises(TransportTimeout):
            await pool.send(request(), only(connect=0.01))
        nursery.cancel_scope.cancel()


async def test_loop_blocked_during_a_read_in_memory_grants_a_fresh_period(network):
    go_on = trio.Event()

    async def serve(peer):
        await peer.receive()
        await go_on.wait()
        await peer.send(ok())

    network.serve = serve
    async with ConnectionPool(network=network) as pool, trio.open_nursery() as nursery:

        async def stall():
            await wait_all_tasks_blocked()
            time.sleep(0.4)  # noqa: ASYNC251  # blocking is the point
            await trio.lowlevel.checkpoint()
            go_on.set()

        nursery.start_soon(stall)
        response = await pool.send(request(), only(read=0.2))
        assert await response.read_all() == b"ok"
