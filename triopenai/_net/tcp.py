"""The byte stream under a connection: a non-blocking socket with little around it.

`trio.SocketStream` tries to receive before each wait, and schedules after each send: a turn of the loop, an
exception and several frames, which are worth their price at some points of an exchange and not at others.
`TcpStream` keeps Trio's contract in its async methods, and offers the steps without a wait to the connection,
which knows when to try, when to wait and when a checkpoint is due.
"""

from __future__ import annotations

import select
import socket
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from typing_extensions import Buffer

__all__ = ["RECEIVE_SIZE", "TcpStream"]

RECEIVE_SIZE: Final = 64 * 1024


@final
class TcpStream(trio.abc.Stream):
    """A connected stream socket, taken over from its `trio.SocketStream`.

    Attributes:
        fd: Its file descriptor, to be waited for unless `closed`.
        closed: It was closed on this side.
    """

    __slots__ = ("_error", "_probe", "_sock", "closed", "fd")

    def __init__(self, stream: trio.SocketStream) -> None:
        """Take over the socket of `stream`, which is of no use from then on."""
        self._sock = socket.socket(fileno=stream.socket.detach())
        self._sock.setblocking(False)  # noqa: FBT003  # the signature is the standard library's
        self.fd = self._sock.fileno()
        self.closed = False
        self._error: OSError | None = None
        self._probe: select.poll | None = None
        if hasattr(select, "poll"):  # not on Windows
            self._probe = select.poll()
            self._probe.register(self.fd, select.POLLIN)

    def check_open(self) -> None:
        """Refuse to wait for a file descriptor that may be another's by now.

        Raises:
            trio.ClosedResourceError: The stream was closed on this side.
        """
        if self.closed:
            raise trio.ClosedResourceError

    def send_nowait(self, data: Buffer) -> int:
        """Send what the kernel takes at once.

        Returns:
            The number of bytes sent; 0 if there is no room.

        Raises:
            trio.BrokenResourceError: The connection is gone.
            trio.ClosedResourceError: The stream was closed on this side.
        """
        self.check_open()
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise trio.BrokenResourceError(str(error)) from error

    def receive_nowait(self, max_bytes: int) -> bytes | None:
        """Receive what is there: ``b""`` at the end of the stream, None if a wait is needed.

        Raises:
            trio.BrokenResourceError: The connection is gone.
            trio.ClosedResourceError: The stream was closed on this side.
        """
        try:
            data = self._sock.recv(max_bytes)
        except BlockingIOError:
            return None
        except OSError as error:
            if self.closed:
                raise trio.ClosedResourceError from None
            raise trio.BrokenResourceError(str(error)) from error
        if not data and self._error is not None:
            raise trio.BrokenResourceError(str(self._error)) from self._error
        return data

    def is_readable(self) -> bool:
        """Whether bytes, the end of the stream or an error have come: death, on an idle connection."""
        if self.closed:
            return True
        if self._probe is not None and not self._probe.poll(0):
            return False  # what is true nearly always, at a third of what the exception below costs
        try:
            self._sock.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError as error:
            self._error = error  # the kernel tells it once, and then says that the stream has ended
        return True

    def close(self) -> None:
        """Close at once. Tasks that wait on the stream get `trio.ClosedResourceError`. Idempotent."""
        if not self.closed:
            self.closed = True
            trio.lowlevel.notify_closing(self.fd)
            self._sock.close()

    async def receive_some(self, max_bytes: int | None = None) -> bytes:
        """Receive bytes; ``b""`` at the end. See `trio.abc.ReceiveStream.receive_some`."""
        size = RECEIVE_SIZE if max_bytes is None else max_bytes
        data = None
        while data is None:
            await self._wait(trio.lowlevel.wait_readable)
            data = self.receive_nowait(size)
        return data

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        """Send all of the bytes. See `trio.abc.SendStream.send_all`."""
        await trio.lowlevel.checkpoint_if_cancelled()
        waited = False
        with memoryview(data) as view:
            done = 0
            while done < len(view):
                sent = self.send_nowait(view[done:])
                done += sent
                if not sent:
                    await self._wait(trio.lowlevel.wait_writable)
                    waited = True
        if not waited:
            await trio.lowlevel.cancel_shielded_checkpoint()

    async def wait_send_all_might_not_block(self) -> None:
        """Wait for room. See `trio.abc.SendStream.wait_send_all_might_not_block`."""
        await self._wait(trio.lowlevel.wait_writable)

    async def _wait(self, wait: Callable[[int], Awaitable[None]]) -> None:
        self.check_open()
        await wait(self.fd)

    async def aclose(self) -> None:
        """Close the stream. Idempotent."""
        self.close()
        await trio.lowlevel.checkpoint()
