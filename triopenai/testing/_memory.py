"""Byte streams that never leave the process.

Theory of operation: a stream is two pipes, one for each direction. A pipe holds at most `limit` bytes; a
sender waits for room, so that a peer who does not read holds up the other, as a socket does. The ends of a
pipe know of each other only through the pipe's flags:

* `ended`: the sending end was closed. What is buffered can still be read, then comes the end.
* `broken`: the connection was reset. What is buffered can still be read (as on Linux), then comes
  `trio.BrokenResourceError`.
* `deaf`: the receiving end was closed. Sending raises `trio.BrokenResourceError`.

Not used: `trio.testing.memory_stream_pair`, whose buffers are unbounded and which cannot be reset.
"""

from __future__ import annotations

import errno
import operator
from collections.abc import Callable
from typing import TypeAlias, final

import trio

from triopenai._base.network import Network

__all__ = ["Accept", "MemoryNetwork", "MemoryStream", "open_memory_pair"]

DEFAULT_LIMIT = 65536


@final
class _Pipe:
    """One direction: bytes from one sending task to one receiving task."""

    __slots__ = (
        "_readable",
        "_receiving",
        "_sending",
        "_writable",
        "broken",
        "buffer",
        "deaf",
        "ended",
        "limit",
    )

    def __init__(self, limit: int) -> None:
        self.buffer = bytearray()
        self.limit = limit
        self.ended = False
        self.broken = False
        self.deaf = False
        self._sending = False
        self._receiving = False
        self._readable = trio.lowlevel.ParkingLot()
        self._writable = trio.lowlevel.ParkingLot()

    def notify(self) -> None:
        """Wake whoever waits, to look at the flags again."""
        self._readable.unpark_all()
        self._writable.unpark_all()

    def _check_sender(self) -> None:
        if self.ended:
            message = "this stream is closed"
            raise trio.ClosedResourceError(message)
        if self.deaf or self.broken:
            message = "the other end of the stream is closed"
            raise trio.BrokenResourceError(message)

    async def _wait_room(self) -> None:
        await trio.lowlevel.checkpoint()
        self._check_sender()
        while len(self.buffer) >= self.limit:
            await self._writable.park()
            self._check_sender()

    async def wait_room(self) -> None:
        """Wait until a byte can be sent."""
        if self._sending:
            message = "another task is sending on this stream"
            raise trio.BusyResourceError(message)
        self._sending = True
        try:
            await self._wait_room()
        finally:
            self._sending = False

    async def send(self, data: bytes | bytearray | memoryview) -> None:
        """Send all of it, as room appears."""
        if self._sending:
            message = "another task is sending on this stream"
            raise trio.BusyResourceError(message)
        self._sending = True
        try:
            view = memoryview(data)
            await self._wait_room()
            while view:
                room = self.limit - len(self.buffer)
                if room > 0:
                    self.buffer += view[:room]
                    view = view[room:]
                    self._readable.unpark_all()
                else:
                    await self._writable.park()
                    self._check_sender()
        finally:
            self._sending = False

    async def receive(self, max_bytes: int | None) -> bytes:
        """What there is, up to `max_bytes`; ``b""`` at the end."""
        if max_bytes is not None and operator.index(max_bytes) < 1:
            message = "max_bytes must be at least 1"
            raise ValueError(message)
        if self._receiving:
            message = "another task is receiving from this stream"
            raise trio.BusyResourceError(message)
        self._receiving = True
        try:
            await trio.lowlevel.checkpoint()
            self._check_receiver()
            while not (self.buffer or self.ended or self.broken):
                await self._readable.park()
                self._check_receiver()
        finally:
            self._receiving = False
        return self._take(max_bytes)

    def _check_receiver(self) -> None:
        if self.deaf:
            message = "this stream is closed"
            raise trio.ClosedResourceError(message)

    def _take(self, max_bytes: int | None) -> bytes:
        if not self.buffer and self.broken:
            message = "the connection was reset"
            raise trio.BrokenResourceError(message)
        if max_bytes is None or max_bytes >= len(self.buffer):
            data = bytes(self.buffer)
            self.buffer.clear()
        else:
            data = bytes(self.buffer[:max_bytes])
            del self.buffer[:max_bytes]
        self._writable.unpark_all()
        return data


@final
class MemoryStream(trio.abc.Stream):
    """One end of a connection in memory. `open_memory_pair` makes both."""

    __slots__ = ("_incoming", "_outgoing")

    def __init__(self, incoming: _Pipe, outgoing: _Pipe) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        """Send bytes; waits while the peer's buffer is full."""
        await self._outgoing.send(data)

    async def wait_send_all_might_not_block(self) -> None:
        """Wait until there is room."""
        await self._outgoing.wait_room()

    async def receive_some(self, max_bytes: int | None = None) -> bytes:
        """Receive bytes; ``b""`` when the peer has closed its end."""
        return await self._incoming.receive(max_bytes)

    def is_readable(self) -> bool:
        """Whether receiving would not wait: bytes have come, or the end. The connection pool asks this."""
        incoming = self._incoming
        return bool(incoming.buffer) or incoming.ended or incoming.broken or incoming.deaf

    def close(self) -> None:
        """Close this end; the peer sees it at once."""
        self._outgoing.ended = True
        self._incoming.deaf = True
        self._incoming.buffer.clear()
        self._incoming.notify()
        self._outgoing.notify()

    def abort(self) -> None:
        """Reset the connection: the peer's next read beyond what is buffered fails."""
        if not self._outgoing.ended:
            self._outgoing.broken = True
        self.close()

    async def aclose(self) -> None:
        """Close this end."""
        self.close()
        await trio.lowlevel.checkpoint()


def open_memory_pair(limit: int = DEFAULT_LIMIT) -> tuple[MemoryStream, MemoryStream]:
    """Two ends of one connection.

    Args:
        limit: How many bytes may lie unread in each direction.
    """
    there, back = _Pipe(limit), _Pipe(limit)
    return MemoryStream(back, there), MemoryStream(there, back)


Accept: TypeAlias = Callable[[MemoryStream, str, int], None]


@final
class MemoryNetwork(Network):
    """A network with one server on it: whatever the address, the sandbox answers.

    Connections are opened in memory. After the sandbox's block they are refused.
    """

    __slots__ = ("_accept", "_limit", "open")

    def __init__(self, accept: Accept, limit: int = DEFAULT_LIMIT) -> None:
        self._accept = accept
        self._limit = limit
        self.open: bool = True

    async def open_stream(self, host: str, port: int) -> MemoryStream:
        """Connect to the sandbox.

        Args:
            host: Noted in the connection's record; any host is served.
            port: Noted in the connection's record.

        Raises:
            ConnectionRefusedError: The sandbox's block was left.
        """
        await trio.lowlevel.checkpoint()
        if not self.open:
            raise ConnectionRefusedError(errno.ECONNREFUSED, "the sandbox is closed")
        ours, theirs = open_memory_pair(self._limit)
        self._accept(theirs, host, port)
        return ours
