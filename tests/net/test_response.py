from __future__ import annotations

import gzip

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.fakes import FakeResponse
from tests.support.peers import ok, open_loopback, request
from triopenai._base.config import PoolLimits, Timeout
from triopenai._net.errors import ReadError, RemoteProtocolError, TransportClosed, TransportTimeout
from triopenai._net.pool import ConnectionPool

NEVER = Timeout.of(None)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


async def hang(peer):
    await trio.sleep_forever()


def answer(*pieces, then=None):
    """A server that sends pieces, each when the client has taken the one before."""

    async def serve(peer):
        while await peer.receive() is not None:
            for piece in pieces:
                await peer.send(piece)
                await wait_all_tasks_blocked()
            if then is not None:
                await then(peer)
                return

    return serve


async def test_response_gives_pieces_as_they_come(pool, network):
    network.serve = answer(CHUNKED, b"1\r\na\r\n", b"1\r\nb\r\n1\r\nc\r\n", b"0\r\n\r\n")
    response = await pool.send(request(), NEVER)
    assert [await response.receive_some() for _ in range(5)] == [b"a", b"bc", b"", b"", b""]
    assert pool.statistics().idle == 1


async def test_response_hands_its_connection_back_with_the_last_byte(pool, network):
    network.serve = answer(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na", b"b")
    response = await pool.send(request(), NEVER)
    assert await response.receive_some() == b"a"
    assert pool.statistics().active == 1
    assert await response.receive_some() == b"b"
    assert pool.statistics().idle == 1
    await response.aclose()
    assert pool.statistics().idle == 1


async def test_response_that_is_left_early_is_closed_at_once(pool, network):
    """By leaving the block, an exception, a cancellation: the server sees it, with no garbage collected."""
    closed = []

    async def watch(peer):
        await peer.wait_closed()
        closed.append(peer.number)

    async def wait_closed(number):
        with trio.fail_after(1):
            while closed != list(range(number)):
                await wait_all_tasks_blocked()

    network.serve = answer(CHUNKED, b"1\r\na\r\n", then=watch)
    async with await pool.send(request(), NEVER) as response:
        assert await response.receive_some() == b"a"
    await wait_closed(1)
    with pytest.raises(KeyError):
        async with await pool.send(request(), NEVER) as response:
            await response.receive_some()
            raise KeyError
    await wait_closed(2)
    with trio.CancelScope() as scope:
        async with await pool.send(request(), NEVER) as response:
            await response.receive_some()
            scope.cancel()
            await response.receive_some()
    await wait_closed(3)
    assert pool.statistics().open == 0
    with pytest.raises(TransportClosed, match=r"closed|cancelled"):
        await response.receive_some()


@pytest.mark.parametrize("when", ["before", "after"])
async def test_response_closed_before_its_bytes_are_taken_says_so(pool, network, when):
    network.serve = answer(ok(b"abc"))
    response = await pool.send(request(), NEVER)
    if when == "after":
        assert await response.read_all() == b"abc"
    await response.aclose()
    if when == "after":
        assert await response.receive_some() == b""
    else:
        for read in (response.receive_some, response.read_all):
            with pytest.raises(TransportClosed, match="the response is closed"):
                await read()
    assert pool.statistics().idle == 1


async def test_response_that_is_closed_by_another_task_ends_the_reading(pool):
    async def check(pool, origin):
        response = await pool.send(request(origin=origin), NEVER)

        async def read():
            with pytest.raises(TransportClosed):
                await response.receive_some()

        async with trio.open_nursery() as nursery:
            nursery.start_soon(read)
            await wait_all_tasks_blocked(0.005)
            await response.aclose()
        assert pool.statistics().open == 0

    async with open_loopback(answer(CHUNKED, then=hang)) as server, ConnectionPool() as sockets:
        await check(sockets, server.origin)


async def test_response_that_breaks_off_keeps_saying_so(pool, network):
    async def cut(peer):
        pass

    network.serve = answer(CHUNKED, b"5\r\nab", then=cut)
    response = await pool.send(request(), NEVER)
    assert await response.receive_some() == b"ab"
    with pytest.raises(ReadError, match="chunked"):
        await response.receive_some()
    with pytest.raises(TransportClosed, match="chunked"):
        await response.receive_some()
    await response.aclose()
    assert pool.statistics().open == 0


async def test_response_is_read_by_one_task_at_a_time(pool, network):
    network.serve = answer(CHUNKED, then=hang)
    response = await pool.send(request(), NEVER)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(response.receive_some)
        await wait_all_tasks_blocked()
        for read in (response.receive_some, response.read_all):
            with pytest.raises(trio.BusyResourceError):
                await read()
        assert pool.statistics().active == 1
        nursery.cancel_scope.cancel()
    assert pool.statistics().open == 0


@pytest.mark.usefixtures("autojump_clock")
async def test_response_tells_no_negative_wait_for_a_moment_that_is_past():
    response = FakeResponse(200, {}, [1.0, b"late"])
    with pytest.raises(TransportTimeout, match=r"timed out after 0 s"):
        await response.receive_before(trio.current_time() - 1)


async def test_response_read_all_respects_its_limit(pool, network):
    network.serve = answer(ok(b"abcdef"))
    response = await pool.send(request(), NEVER)
    assert await response.read_all(6) == b"abcdef"
    response = await pool.send(request(), NEVER)
    with pytest.raises(RemoteProtocolError, match="larger than 5") as caught:
        await response.read_all(5)
    assert caught.value.headers["content-length"] == "6"
    network.serve = answer(CHUNKED, *[b"4\r\nabcd\r\n"] * 3, b"0\r\n\r\n")
    await network.peers[0].close()
    response = await pool.send(request(), NEVER)
    with pytest.raises(RemoteProtocolError, match="larger than 8"):
        await response.read_all(8)
    assert pool.statistics().open == 0


async def test_response_every_call_is_a_checkpoint(pool, network):
    network.serve = answer(ok(b"abc"))
    for _ in range(2):
        with trio.testing.assert_checkpoints():
            response = await pool.send(request(), NEVER)
        for _ in range(3):
            with trio.testing.assert_checkpoints():
                await response.receive_some()
        with trio.testing.assert_checkpoints():
            await response.drain(1, 1)
        with trio.testing.assert_checkpoints():
            await response.aclose()
    async with open_loopback(answer(ok(b"abc"))) as server, ConnectionPool() as sockets:
        for _ in range(2):
            with trio.testing.assert_checkpoints():
                response = await sockets.send(request(origin=server.origin), Timeout())
            # The one exception: what is there already costs no turn of the loop.
            turn = trio.Event()
            trio.lowlevel.current_trio_token().run_sync_soon(turn.set)
            assert await response.read_all() == b"abc"
            assert not turn.is_set()
        with trio.testing.assert_checkpoints():
            await sockets.aclose()


async def test_response_read_all_of_what_is_there_can_be_cancelled(pool, network):
    network.serve = answer(ok(b"abc"))
    response = await pool.send(request(), NEVER)
    with trio.CancelScope() as scope:
        scope.cancel()
        await response.read_all()
    assert scope.cancelled_caught
    assert await response.read_all() == b"abc"


# Draining


async def test_drain_waits_for_an_end_that_comes_late(network, autojump_clock):
    """`[DONE]`, and the chunked terminator 10 ms later: ten streams use one connection (openai #3440)."""

    async def serve(peer):
        while await peer.receive() is not None:
            await peer.send(CHUNKED + b"c\r\ndata: [DONE]\r\n")
            await trio.sleep(0.01)
            await peer.send(b"0\r\n\r\n")

    network.serve = serve
    async with ConnectionPool(network=network) as pool:
        for _ in range(10):
            async with await pool.send(request(), NEVER) as response:
                assert await response.receive_some() == b"data: [DONE]"
                assert await response.drain(65536, 0.25)
        assert pool.statistics().opened == 1
        assert trio.current_time() == pytest.approx(0.1)


@pytest.mark.parametrize("pings", [False, True])
async def test_drain_gives_up_on_a_body_that_does_not_end(network, autojump_clock, pings):
    async def serve(peer):
        await peer.receive()
        await peer.send(CHUNKED)
        while pings:
            await trio.sleep(0.01)
            await peer.send(b"8\r\n: ping\n\n\r\n")
        await peer.wait_closed()

    network.serve = serve
    async with ConnectionPool(network=network) as pool:
        response = await pool.send(request(), NEVER)
        assert not await response.drain(65536, 0.25)
        assert trio.current_time() == pytest.approx(0.25)
        assert pool.statistics().open == 0


async def test_drain_gives_up_on_a_body_that_is_too_long(pool, network):
    network.serve = answer(CHUNKED, *[b"400\r\n" + b"x" * 1024 + b"\r\n"] * 100, b"0\r\n\r\n")
    response = await pool.send(request(), NEVER)
    assert not await response.drain(10_000, 10)
    assert pool.statistics().open == 0


async def test_drain_of_a_broken_body_is_no_error(pool, network):
    network.serve = answer(CHUNKED, b"garbage")
    response = await pool.send(request(), NEVER)
    assert not await response.drain(10_000, 10)
    assert pool.statistics().open == 0


async def test_error_answers_that_are_read_whole_keep_their_connection(pool, network):
    """Five calls that get 429 and then 200: one connection, not ten."""
    statuses: list[int] = []

    async def serve(peer):
        while await peer.receive() is not None:
            status = 429 if len(statuses) % 2 == 0 else 200
            statuses.append(status)
            await peer.send(ok(b"{}", status=status))

    network.serve = serve
    for _ in range(5):
        response = await pool.send(request(), NEVER)
        assert (response.status, await response.read_all()) == (429, b"{}")
        async with await pool.send(request(), NEVER) as response:
            assert response.status == 200
            assert await response.receive_some() == b"{}"
    assert pool.statistics().opened == 1


# Encodings


@pytest.mark.parametrize("read", ["some", "all"])
async def test_response_is_decoded(pool, network, read):
    data = gzip.compress(b"text " * 100)
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(data)
    network.serve = answer(head + data[:10], data[10:20], data[20:])
    response = await pool.send(request(), NEVER)
    if read == "all":
        assert await response.read_all() == b"text " * 100
    else:
        pieces = []
        while piece := await response.receive_some():
            pieces.append(piece)
        assert b"".join(pieces) == b"text " * 100
    assert await response.receive_some() == b""
    assert pool.statistics().idle == 1
    response = await pool.send(request(), NEVER, decode=False)
    assert await response.read_all() == data


async def test_response_whose_gzip_is_cut_short_is_an_error_with_its_headers(pool, network):
    network.serve = answer(
        ok(gzip.compress(b"text")[:-3], headers="Content-Encoding: gzip\r\nx-request-id: req_1\r\n")
    )
    response = await pool.send(request(), NEVER)
    with pytest.raises(RemoteProtocolError, match="ended inside its gzip data") as caught:
        await response.read_all()
    assert caught.value.headers["x-request-id"] == "req_1"


async def test_response_in_a_coding_that_nobody_asked_for_is_an_error(pool, network):
    network.serve = answer(ok(b"x", headers="Content-Encoding: br\r\nx-request-id: req_1\r\n"))
    with pytest.raises(RemoteProtocolError, match="'br'") as caught:
        await pool.send(request(), NEVER)
    assert caught.value.headers["x-request-id"] == "req_1"
    assert pool.statistics().open == 0


@pytest.mark.parametrize("method", ["HEAD", "GET"])
async def test_response_without_a_body_is_not_decoded(pool, network, method):
    status = b"304 Not Modified" if method == "GET" else b"200 OK"
    network.serve = answer(
        b"HTTP/1.1 " + status + b"\r\nContent-Encoding: gzip\r\nContent-Length: 90\r\n\r\n"
    )
    response = await pool.send(request(method), NEVER)
    assert await response.read_all() == b""
    assert pool.statistics().idle == 1


async def test_response_of_many_megabytes_comes_in_large_pieces():
    body = b"x" * 8_000_000

    async def serve(peer):
        await peer.receive()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    async with open_loopback(serve) as server, ConnectionPool(limits=PoolLimits(max_connections=1)) as pool:
        response = await pool.send(request(origin=server.origin), NEVER)
        sizes = []
        while piece := await response.receive_some():
            sizes.append(len(piece))
        assert sum(sizes) == len(body)
        assert sum(sizes) / len(sizes) > 16_000
