from __future__ import annotations

import io
import resource
import subprocess
import sys

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.peers import ok, open_loopback, request
from triopenai._base.config import Timeout
from triopenai._net.body import FormSource, OpenFileSource, PathSource, file_source, form_body
from triopenai._net.errors import ReadError, TransportTimeout, WriteError
from triopenai._net.pool import ConnectionPool
from triopenai._net.upload import ONE_PIECE
from triopenai._sansio.multipart import FilePart, MultipartBody

NEVER = Timeout.of(None)
LARGE = bytes(range(256)) * 4000


class Pieces:
    """A body of given pieces, sent with a length or in chunks."""

    def __init__(self, *pieces, length=None, replayable=True):
        self.pieces = pieces
        self.length = length
        self.replayable = replayable
        self.open_streams = 0

    async def open(self):
        self.open_streams += 1
        return PiecesStream(self)


class PiecesStream:
    def __init__(self, source):
        self.source = source
        self.left = list(source.pieces)

    async def receive_some(self):
        await trio.lowlevel.checkpoint()
        piece = self.left.pop(0) if self.left else b""
        if isinstance(piece, Exception):
            raise piece
        return piece

    async def aclose(self):
        self.source.open_streams -= 1


async def echo(peer):
    while received := await peer.receive():
        await peer.send(
            ok(received.body, headers=f"X-Framing: {received.headers.get('content-length', 'chunked')}\r\n")
        )


async def post(pool, body, origin=None):
    call = request("POST", "/", body) if origin is None else request("POST", "/", body, origin=origin)
    response = await pool.send(call, NEVER)
    return response, await response.read_all()


@pytest.mark.parametrize("tcp", [False, True])
@pytest.mark.parametrize("size", [0, 1, ONE_PIECE, ONE_PIECE + 1, 1_000_000])
async def test_bytes_of_any_size_arrive(pool, network, size, tcp):
    network.serve = echo
    body = (LARGE * 2)[:size]
    async with open_loopback(echo) as server, ConnectionPool() as sockets:
        for _ in range(2):
            response, data = await (post(sockets, body, server.origin) if tcp else post(pool, body))
            assert data == body
            assert response.headers["x-framing"] == str(size)
        assert (sockets if tcp else pool).statistics().opened == 1


@pytest.mark.parametrize("length", [None, 300_005])
async def test_source_is_sent_with_its_length_or_in_chunks(pool, network, length):
    network.serve = echo
    source = Pieces(b"head", LARGE[:300_000], b"x", length=length)
    for _ in range(2):
        response, data = await post(pool, source)
        assert data == b"head" + LARGE[:300_000] + b"x"
        assert response.headers["x-framing"] == ("chunked" if length is None else str(length))
        assert source.open_streams == 0
    assert pool.statistics().opened == 1


@pytest.mark.parametrize(("length", "what"), [(3, "more"), (9, "fewer")])
async def test_source_that_is_not_of_its_length_is_an_error(pool, network, length, what):
    network.serve = echo
    source = Pieces(b"ab", b"cd", length=length)
    with pytest.raises(ValueError, match=what):
        await post(pool, source)
    assert source.open_streams == 0
    assert pool.statistics().open == 0


async def test_error_of_a_source_comes_through_as_itself(pool, network):
    network.serve = echo
    with pytest.raises(FileNotFoundError):
        await post(pool, Pieces(b"ab", FileNotFoundError("gone")))
    assert pool.statistics().open == 0
    await wait_all_tasks_blocked()
    assert network.open_streams == 0


@pytest.mark.parametrize("tcp", [False, True])
@pytest.mark.parametrize("end", ["closes", "stays", "reads on"])
async def test_refusal_before_the_body_is_sent_whole_is_given(pool, network, end, tcp):
    sent = 0

    async def refuse(peer):
        await peer.stream.receive_some(100)
        await peer.send(ok(b"too large", status=413))
        if end == "stays":
            await trio.sleep_forever()
        elif end == "reads on":
            await peer.wait_closed()

    class Endless:
        length = None
        replayable = False

        async def open(self):
            return self

        async def receive_some(self):
            nonlocal sent
            await trio.lowlevel.checkpoint()
            sent += 1
            return LARGE

        async def aclose(self):
            pass

    network.serve = refuse
    async with open_loopback(refuse) as server, ConnectionPool() as sockets:
        with trio.fail_after(10):
            if tcp:
                response, data = await post(sockets, Endless(), server.origin)
            else:
                response, data = await post(pool, Endless())
        assert (response.status, data) == (413, b"too large")
        assert sockets.statistics().open == pool.statistics().open == 0


async def test_refusal_over_a_stream_that_is_stuck_is_read_whole(pool, network):
    """The sender hangs in the middle of a piece; the refusal is longer than what came with its head."""
    network.before_send = trio.lowlevel.checkpoint
    stuck = False

    async def stick():
        nonlocal stuck
        if stuck:
            await trio.sleep_forever()
        stuck = True
        await trio.lowlevel.checkpoint()

    network.before_send = stick

    async def refuse(peer):
        await peer.stream.receive_some(100)
        await peer.send(b"HTTP/1.1 400 X\r\nContent-Length: 6\r\n\r\nabc")
        await wait_all_tasks_blocked()
        await peer.send(b"def")
        await trio.sleep_forever()

    network.serve = refuse
    with trio.fail_after(5):
        response, data = await post(pool, LARGE)
    assert (response.status, data) == (400, b"abcdef")
    assert pool.statistics().open == 0


async def test_refusal_that_comes_after_the_connection_broke_for_the_sender_is_given(pool, network):
    async def refuse(peer):
        await peer.stream.receive_some(100)
        await peer.stream.receive_stream.aclose()
        await wait_all_tasks_blocked()
        await peer.send(ok(b"too large", status=413))

    network.serve = refuse
    response, data = await post(pool, LARGE)
    assert (response.status, data) == (413, b"too large")
    assert pool.statistics().open == 0


async def test_early_success_does_not_stop_the_body(pool, network):
    arrived = []

    async def hasty(peer):
        data = await peer.stream.receive_some(100)
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
        while len(data) < len(LARGE):
            data += await peer.stream.receive_some(100_000)
        arrived.append(data.endswith(LARGE[-1000:]))
        await peer.send(b"ok")

    network.serve = hasty
    _, data = await post(pool, LARGE)
    assert data == b"ok"
    assert arrived == [True]


async def test_connection_lost_while_the_body_is_sent_is_an_error():
    async def hang_up(peer):
        await peer.stream.receive_some(100)

    async with open_loopback(hang_up) as server, ConnectionPool() as pool:
        with pytest.raises((WriteError, ReadError)) as caught:
            await post(pool, b"x" * 20_000_000, server.origin)
        assert caught.value.sent
        assert pool.statistics().open == 0


async def test_body_that_the_server_does_not_take_times_out(network, autojump_clock):
    calls = 0

    async def stick():
        nonlocal calls
        calls += 1
        if calls > 1:
            await trio.sleep_forever()
        await trio.lowlevel.checkpoint()

    network.before_send = stick
    async with ConnectionPool(network=network) as pool:
        with pytest.raises(TransportTimeout) as caught:
            await pool.send(request("POST", "/", LARGE), Timeout(write=5))
        assert caught.value.phase == "write"
        assert trio.current_time() == pytest.approx(5)


async def test_silent_server_during_a_long_upload_is_no_read_timeout(network, autojump_clock):
    network.serve = echo

    class Slow(PiecesStream):
        async def receive_some(self):
            await trio.sleep(3)
            return await super().receive_some()

    class Source(Pieces):
        async def open(self):
            self.open_streams += 1
            return Slow(self)

    async with ConnectionPool(network=network) as pool:
        response = await pool.send(request("POST", "/", Source(b"a", b"b", b"c")), Timeout(read=2))
        assert await response.read_all() == b"abc"


# Files


async def test_path_is_sent_and_sent_again(pool, network, tmp_path):
    network.serve = echo
    path = tmp_path / "file"
    path.write_bytes(LARGE)
    source = await file_source(path)
    assert isinstance(source, PathSource)
    assert source.replayable
    for _ in range(2):
        response, data = await post(pool, source)
        assert data == LARGE
        assert response.headers["x-framing"] == str(len(LARGE))


async def test_path_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        await file_source(tmp_path / "nothing")


async def test_path_that_is_gone_at_the_time_of_sending_leaves_the_pool_whole(pool, network, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    source = await file_source(path)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        await post(pool, source)
    assert pool.statistics().open == 0
    assert network.peers == []


class AsyncFile:
    """A file that is no file of Trio's, and can only be read."""

    def __init__(self, data):
        self._file = io.BytesIO(data)

    async def read(self, size=-1, /):
        await trio.lowlevel.checkpoint()
        return self._file.read(size)


async def test_open_files_are_sent_from_where_they_stand(pool, network, tmp_path):
    network.serve = echo
    path = tmp_path / "file"
    path.write_bytes(LARGE)
    with path.open("rb") as plain:
        memory = io.BytesIO(LARGE)
        async with await trio.open_file(path, "rb") as trios:
            plain.seek(10)
            memory.seek(10)
            await trios.seek(10)
            for file in (plain, memory, trios):
                source = await file_source(file)
                assert isinstance(source, OpenFileSource)
                assert (source.length, source.replayable) == (len(LARGE) - 10, True)
                for _ in range(2):
                    _, data = await post(pool, source)
                    assert data == LARGE[10:]
            assert not plain.closed


async def test_file_that_cannot_go_back_is_sent_once(pool, network):
    network.serve = echo
    source = await file_source(AsyncFile(LARGE))
    assert isinstance(source, OpenFileSource)
    assert (source.length, source.replayable) == (None, False)
    response, data = await post(pool, source)
    assert data == LARGE
    assert response.headers["x-framing"] == "chunked"
    with pytest.raises(ValueError, match="only once"):
        await post(pool, source)
    assert pool.statistics().active == 0


async def test_file_open_as_text_is_refused(pool, network):
    with pytest.raises(TypeError, match="binary"):
        source = await file_source(io.StringIO("text"))  # type: ignore[arg-type]  # the mistake under test
        await post(pool, source)


async def test_form_is_one_body_of_its_pieces(pool, network, tmp_path):
    network.serve = echo
    path = tmp_path / "file"
    path.write_bytes(LARGE)
    part = FilePart("file", path, "text/plain")
    form = MultipartBody("b", (b"--b\r\n", part, b"\r\n--b\r\n", b"x" * 300_000, b"--b--\r\n"))
    call = request("POST", body=await form_body(form))
    assert isinstance(call.body, FormSource)
    assert call.body.replayable
    expected = b"--b\r\n" + LARGE + b"\r\n--b\r\n" + b"x" * 300_000 + b"--b--\r\n"
    for _ in range(2):
        response = await pool.send(call, NEVER)
        assert await response.read_all() == expected
        assert response.headers["x-framing"] == str(len(expected))


async def test_form_of_bytes_alone_is_bytes():
    call = request("POST", body=await form_body(MultipartBody("b", (b"a", b"b"))))
    assert call.body == b"ab"


async def test_form_with_a_piece_of_unknown_size_is_chunked(pool, network):
    network.serve = echo
    form = MultipartBody("b", (b"a", FilePart("f", AsyncFile(b"bc"), "text/plain"), b"d"))
    call = request("POST", body=await form_body(form))
    response = await pool.send(call, NEVER)
    assert await response.read_all() == b"abcd"
    assert response.headers["x-framing"] == "chunked"


LARGE_UPLOAD = """
import resource, sys, trio
from triopenai._base.config import Origin, Timeout
from triopenai._net.body import file_source
from triopenai._net.pool import ConnectionPool
from triopenai._sansio.request import Request
import pathlib

async def main(path, port):
    async with ConnectionPool() as pool:
        def call(body):
            return pool.send(Request("POST", Origin("http", "127.0.0.1", port), "/", (), body), Timeout())
        await (await call(b"x" * 100_000)).read_all()
        await (await call(await file_source(pathlib.Path(__file__)))).read_all()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        response = await call(await file_source(pathlib.Path(path)))
        print(await response.read_all(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)

trio.run(main, sys.argv[1], int(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the measure is POSIX's")
async def test_upload_of_300_mb_adds_little_memory(tmp_path):
    assert resource.RLIMIT_AS
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    script = tmp_path / "upload.py"
    script.write_text(LARGE_UPLOAD)

    async def count(peer):
        while True:
            head = b""
            while b"\r\n\r\n" not in head:
                if not (piece := await peer.stream.receive_some(65536)):
                    return
                head += piece
            head, _, rest = head.partition(b"\r\n\r\n")
            left = int(head.lower().partition(b"content-length: ")[2].split()[0]) - len(rest)
            while left:
                left -= len(await peer.stream.receive_some(1 << 20))
            await peer.send(ok())

    async with open_loopback(count) as server:
        result = await trio.run_process(
            [sys.executable, str(script), str(path), str(server.origin.port)],
            capture_stdout=True,
            env={"PYTHONPATH": ":".join(sys.path)},
            stderr=subprocess.STDOUT,
            check=False,
        )
    answer, _, kilobytes = result.stdout.decode().rpartition(" ")
    assert answer == "b'ok'"
    assert int(kilobytes) < 20_000
