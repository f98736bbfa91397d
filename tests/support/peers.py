"""Servers for transports: what is received is parsed by h11, what is sent is whatever bytes the test says."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, final

import h11
import trio
import trio.testing

from triopenai._base.config import Origin
from triopenai._base.network import Network
from triopenai._sansio.request import Request

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from triopenai._sansio.request import BodySource

ORIGIN = Origin("http", "api.test", 80)


def request(
    method: str = "GET",
    target: str = "/",
    body: bytes | BodySource = b"",
    *,
    origin: Origin = ORIGIN,
    headers: Sequence[tuple[bytes, bytes]] = (),
) -> Request:
    return Request(method, origin, target, headers, body)


def ok(body: bytes = b"ok", *, status: int = 200, headers: str = "") -> bytes:
    """A whole response with a length."""
    return f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


class Received(NamedTuple):
    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@final
class Peer:
    """The server's end of one connection."""

    def __init__(self, stream: trio.abc.Stream, number: int, host: str = "") -> None:
        self.stream = stream
        self.number = number
        self.host = host
        self.finished = False
        self.unread = False
        self._rest = b""

    async def receive(self) -> Received | None:
        """The next request; None if the client closed instead."""
        parser = h11.Connection(h11.SERVER, max_incomplete_event_size=1_000_000)
        if self._rest:
            parser.receive_data(self._rest)
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = parser.next_event()
            if event is h11.NEED_DATA:
                try:
                    data = await self.stream.receive_some(65536)
                except (trio.BrokenResourceError, trio.ClosedResourceError):
                    return None
                if not data:
                    return None
                parser.receive_data(bytes(data))
            elif isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage):
                break
            else:
                return None
        self._rest = parser.trailing_data[0]
        assert head is not None
        headers = {name.decode(): value.decode() for name, value in head.headers}
        return Received(head.method.decode(), head.target.decode(), headers, bytes(body))

    async def send(self, data: bytes) -> None:
        self.unread = True
        await self.stream.send_all(data)
        self.unread = False

    async def close(self) -> None:
        self.finished = True
        await trio.aclose_forcefully(self.stream)

    async def wait_closed(self) -> None:
        """Until the client closes its end."""
        try:
            while await self.stream.receive_some(65536):
                pass
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass


async def serve_ok(peer: Peer) -> None:
    """Answer every request."""
    while await peer.receive() is not None:
        await peer.send(ok())


@final
class ClientStream(trio.abc.Stream):
    """The client's end in memory; it knows, as a socket does, whether the server has closed."""

    def __init__(self, stream: trio.abc.Stream, peer: Peer, network: MemoryNetwork) -> None:
        self._stream = stream
        self._peer = peer
        self._network = network
        self._open = True
        network.open_streams += 1

    def is_readable(self) -> bool:
        return self._peer.finished

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        await self._network.before_send()
        await self._stream.send_all(data)

    async def wait_send_all_might_not_block(self) -> None:
        await self._stream.wait_send_all_might_not_block()

    async def receive_some(self, max_bytes: int | None = None) -> bytes:
        return bytes(await self._stream.receive_some(max_bytes))

    async def aclose(self) -> None:
        if self._open:
            self._open = False
            self._network.open_streams -= 1
        await self._stream.aclose()


class MemoryNetwork(Network):
    """Connections to a server in this process, each served by `serve` in a task of its own."""

    def __init__(self, nursery: trio.Nursery, serve: Callable[[Peer], Awaitable[object]] = serve_ok) -> None:
        self._nursery = nursery
        self.serve = serve
        self.peers: list[Peer] = []
        self.open_streams = 0
        self.before_open: Callable[[], Awaitable[object]] = trio.lowlevel.checkpoint
        self.before_send: Callable[[], Awaitable[object]] = trio.lowlevel.checkpoint

    async def open_stream(self, host: str, port: int) -> trio.abc.Stream:
        await self.before_open()
        ours, theirs = trio.testing.memory_stream_pair()
        peer = Peer(theirs, len(self.peers), host)
        self.peers.append(peer)
        self._nursery.start_soon(self._serve, peer)
        return ClientStream(ours, peer, self)

    async def _serve(self, peer: Peer) -> None:
        try:
            await self.serve(peer)
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass
        finally:
            peer.finished = True
            await trio.aclose_forcefully(peer.stream)


@final
class LoopbackServer(NamedTuple):
    origin: Origin
    peers: list[Peer]


@asynccontextmanager
async def open_loopback(
    serve: Callable[[Peer], Awaitable[object]] = serve_ok, *, context: ssl.SSLContext | None = None
) -> AsyncIterator[LoopbackServer]:
    """A server on a port of this machine."""
    peers: list[Peer] = []

    async def handle(stream: trio.abc.Stream) -> None:
        if context is not None:
            stream = trio.SSLStream(stream, context, server_side=True, https_compatible=True)
        peer = Peer(stream, len(peers))
        peers.append(peer)
        try:
            await serve(peer)
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass
        finally:
            peer.finished = True
            await trio.aclose_forcefully(peer.stream)

    async with trio.open_nursery() as nursery:
        listeners = await trio.open_tcp_listeners(0, host="127.0.0.1")
        port = listeners[0].socket.getsockname()[1]
        await nursery.start(trio.serve_listeners, handle, listeners)
        yield LoopbackServer(Origin("https" if context else "http", "127.0.0.1", port), peers)
        nursery.cancel_scope.cancel()


@final
class _CancelAt(trio.abc.Instrument):
    """Cancels a scope when a task, or a child of it, has stopped for the n-th time."""

    def __init__(self, scope: trio.CancelScope, root: trio.lowlevel.Task, stops: int) -> None:
        self._scope = scope
        self._root = root
        self._left = stops

    def after_task_step(self, task: trio.lowlevel.Task) -> None:
        nursery = task.parent_nursery
        if task is not self._root and (nursery is None or nursery.parent_task is not self._root):
            return
        self._left -= 1
        if self._left == 0:
            self._scope.cancel()


async def cancelled_at(stop: int, fn: Callable[[], Awaitable[object]]) -> bool:
    """Await ``fn()``, cancelling it where it stops for the n-th time; tell whether it was cut short."""
    with trio.CancelScope() as scope:
        instrument = _CancelAt(scope, trio.lowlevel.current_task(), stop)
        trio.lowlevel.add_instrument(instrument)
        try:
            await fn()
        finally:
            trio.lowlevel.remove_instrument(instrument)
    return scope.cancelled_caught


async def sweep(fn: Callable[[], Awaitable[Any]], audit: Callable[[], Awaitable[Any]]) -> int:
    """Cancel ``fn()`` at each of its stops in turn, and audit after each; gives the number of stops."""
    stop = 1
    while True:
        cut = await cancelled_at(stop, fn)
        await audit()
        if not cut:
            return stop - 1
        stop += 1
        assert stop < 1000
