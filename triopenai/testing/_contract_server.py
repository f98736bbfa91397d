"""The server that `check_transport` tries transports against: a loopback port, and answers byte by byte.

Each path behaves in its own way (`ANSWERS`). Requests are read by h11, and what came is kept, so that a check
can compare it with what was to be sent.
"""

from __future__ import annotations

import gzip
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, NamedTuple, final

import h11
import trio

from triopenai._base.config import Origin
from triopenai.testing._serving import open_serving_nursery

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping

__all__ = ["CONTENT", "ContractServer", "Seen", "open_contract_server"]

CONTENT: Final = b"content of a response, long enough to be cut. " * 40


class Seen(NamedTuple):
    """A request as it arrived."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@final
class ContractServer:
    """What the server has seen.

    Attributes:
        origin: Where it listens.
        seen: The requests, in order.
        opened: Connections accepted so far.
        open: Connections open now.
    """

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.seen: list[Seen] = []
        self.opened = 0
        self.open = 0
        self._changed = trio.lowlevel.ParkingLot()

    async def wait_connections(self, count: int) -> None:
        """Wait until exactly so many connections are open."""
        while self.open != count:
            await self._changed.park()

    def count(self, change: int) -> None:
        """Note that connections were accepted or closed."""
        self.open += change
        self.opened += max(change, 0)
        self._changed.unpark_all()


@asynccontextmanager
async def open_contract_server() -> AsyncGenerator[ContractServer, None]:
    """Serve on a loopback port for the length of the block."""
    async with open_serving_nursery() as nursery:
        listeners = await trio.open_tcp_listeners(0, host="127.0.0.1")
        server = ContractServer(Origin("http", "127.0.0.1", listeners[0].socket.getsockname()[1]))

        async def handle(stream: trio.SocketStream) -> None:
            server.count(1)
            try:
                await _serve(stream, server)
            except trio.BrokenResourceError:
                pass
            finally:
                server.count(-1)
                await trio.aclose_forcefully(stream)

        await nursery.start(trio.serve_listeners, handle, listeners)
        yield server


async def _serve(stream: trio.SocketStream, server: ContractServer) -> None:
    rest = b""
    while True:
        parser = h11.Connection(h11.SERVER)
        if rest:
            parser.receive_data(rest)
        head: h11.Request | None = None
        body = bytearray()
        while not isinstance(event := parser.next_event(), h11.EndOfMessage):
            if event is h11.NEED_DATA:
                data = await stream.receive_some(65536)
                if not data:
                    return
                parser.receive_data(data)
            elif isinstance(event, h11.Request):
                head = event
                if head.target == b"/refuse":
                    await _refuse(stream)
            elif isinstance(event, h11.Data):
                body += event.data
        if head is None:
            return
        rest = parser.trailing_data[0]
        headers = {name.decode(): value.decode("latin-1") for name, value in head.headers}
        server.seen.append(Seen(head.method.decode(), head.target.decode(), headers, bytes(body)))
        await ANSWERS[head.target.decode().partition("?")[0]](stream)


async def _refuse(stream: trio.SocketStream) -> None:
    await stream.send_all(_whole(b"no", "413 Content Too Large"))
    while await stream.receive_some(65536):
        pass


def _whole(body: bytes, status: str = "200 OK", extra: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{extra}\r\n".encode() + body


def _plainly(data: bytes) -> Callable[[trio.SocketStream], Awaitable[None]]:
    async def answer(stream: trio.SocketStream) -> None:
        await stream.send_all(data)

    return answer


def _and_close(data: bytes) -> Callable[[trio.SocketStream], Awaitable[None]]:
    async def answer(stream: trio.SocketStream) -> None:
        await stream.send_all(data)
        await stream.send_eof()

    return answer


def _and_stall(data: bytes) -> Callable[[trio.SocketStream], Awaitable[None]]:
    async def answer(stream: trio.SocketStream) -> None:
        if data:
            await stream.send_all(data)
        while await stream.receive_some(65536):
            pass

    return answer


async def _drip(stream: trio.SocketStream) -> None:
    await stream.send_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for start in range(0, len(CONTENT), 100):
        piece = CONTENT[start : start + 100]
        await stream.send_all(b"%x\r\n%b" % (len(piece), piece))
        await trio.sleep(0.001)
        await stream.send_all(b"\r\n")
    await stream.send_all(b"0\r\n\r\n")


_ZIPPED: Final = gzip.compress(CONTENT)
_GZIP: Final = "Content-Encoding: gzip\r\n"

ANSWERS: Final[Mapping[str, Callable[[trio.SocketStream], Awaitable[None]]]] = {
    "/plain": _plainly(_whole(CONTENT, extra="X-First: 1\r\nX-Twice: a\r\nX-Twice: b\r\n")),
    "/missing": _plainly(_whole(b"nothing here", "404 Not Found")),
    "/empty": _plainly(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "/head": _plainly(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
    "/interim": _plainly(b"HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n" + _whole(CONTENT)),
    "/redirect": _plainly(_whole(b"", "307 Temporary Redirect", "Location: /plain\r\n")),
    "/chunked": _drip,
    "/until-end": _and_close(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + CONTENT),
    "/gzip": _plainly(_whole(_ZIPPED, extra=_GZIP)),
    "/cut-gzip": _plainly(_whole(_ZIPPED[:-9], extra=_GZIP)),
    "/cut-head": _and_close(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "/cut-body": _and_close(_whole(CONTENT)[:-10]),
    "/cut-chunk": _and_close(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc"),
    "/garbage": _and_close(b"220 mail.example ESMTP ready\r\n"),
    "/no-answer": _and_stall(b""),
    "/stall": _and_stall(_whole(CONTENT)[:-10]),
}
