"""The byte stream under a connection: a non-blocking socket with little around it.

`trio.SocketStream` tries to receive before it waits, and schedules after each send. Between a request and its
response the first always fails, and the second is a turn of the loop for nothing: together a quarter of what a
small request costs. `TcpStream` keeps Trio's contract in its async methods, and offers the steps without a
wait to the connection, which knows when a checkpoint is due.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["RECEIVE_SIZE", "TcpStream"]

RECEIVE_SIZE: Final = 64 * 1024


@final
class TcpStream(trio.abc.Stream):
    """A connected stream socket, taken over from its `trio.SocketStream`."""

    __slots__ = ("_closed", "_fd", "_sock")

    def __init__(self, stream: trio.SocketStream) -> None:
        """Take over the socket of `stream`, which is of no use from then on."""
        self._sock = socket.socket(fileno=stream.socket.detach())
        self._sock.setblocking(False)
        self._fd = self._sock.fileno()
        self._closed = False

    def send_nowait(self, data: Buffer) -> int:
        """Send what the kernel takes at once.

        Returns:
            The number of bytes sent; 0 if there is no room.

        Raises:
            trio.BrokenResourceError: The connection is gone.
            trio.ClosedResourceError: The stream was closed on this side.
        """
        if self._closed:
            raise trio.ClosedResourceError
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise trio.BrokenResourceError(str(error)) from error

    def is_readable(self) -> bool:
        """Whether bytes, the end of the stream or an error have come: on an idle connection all mean death."""
        if self._closed:
            return True
        try:
            self._sock.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def close(self) -> None:
        """Close at once. Tasks that wait on the stream get `trio.ClosedResourceError`. Idempotent."""
        if not self._closed:
            self._closed = True
            trio.lowlevel.notify_closing(self._fd)
            self._sock.close()

    async def receive_some(self, max_bytes: int | None = None) -> bytes:
        """Receive bytes; ``b""`` at the end. See `trio.abc.ReceiveStream.receive_some`."""
        size = RECEIVE_SIZE if max_bytes is None else max_bytes
        while True:
            if self._closed:
                raise trio.ClosedResourceError
            await trio.lowlevel.wait_readable(self._fd)
            try:
                return self._sock.recv(size)
            except BlockingIOError:
                continue
            except OSError as error:
                if self._closed:
                    raise trio.ClosedResourceError from None
                raise trio.BrokenResourceError(str(error)) from error

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
                    await trio.lowlevel.wait_writable(self._fd)
                    waited = True
        if not waited:
            await trio.lowlevel.cancel_shielded_checkpoint()

    async def wait_send_all_might_not_block(self) -> None:
        """Wait for room. See `trio.abc.SendStream.wait_send_all_might_not_block`."""
        if self._closed:
            raise trio.ClosedResourceError
        await trio.lowlevel.wait_writable(self._fd)

    async def aclose(self) -> None:
        """Close the stream. Idempotent."""
        self.close()
        await trio.lowlevel.checkpoint()
