"""One HTTP/1.1 connection: requests out, responses in, one at a time.

Theory of operation
    A connection does no accounting and no clean-up: any error it raises means that it must be closed, and its
    pool does that. `Connection.exchange` ends with the response's head read; body bytes are fetched by
    `Connection.receive`, which feeds the parser. Whether the connection can serve again is the parser's
    answer once the message is complete (`ResponseParser.reusable`), and the request must have gone out whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._net.errors import ReadError, RemoteProtocolError, TransportClosed, WriteError
from triopenai._net.tcp import RECEIVE_SIZE, TcpStream
from triopenai._net.timing import bounded, timed_out
from triopenai._sansio.http1 import MessageError, MessageTruncated, ResponseParser

if TYPE_CHECKING:
    from triopenai._base.config import Timeout

__all__ = ["Connection"]

ONE_PIECE: Final = 64 * 1024
"""Requests up to this size go out as one piece."""


@final
class Connection:
    """An open connection to one origin.

    Attributes:
        parser: What has been received.
        served: Requests sent over it.
        idle_since: When it became idle, by Trio's clock.
    """

    __slots__ = ("_closed", "_stream", "_tcp", "idle_since", "parser", "served")

    def __init__(self, stream: trio.abc.Stream) -> None:
        self._stream = stream
        inner = stream.transport_stream if isinstance(stream, trio.SSLStream) else stream
        self._tcp: TcpStream | None = inner if isinstance(inner, TcpStream) else None
        self._closed = False
        self.parser = ResponseParser()
        self.served = 0
        self.idle_since = 0.0

    # State

    def is_dead(self) -> bool:
        """Whether the peer has closed, or spoken out of turn, while the connection was idle."""
        if self._tcp is not None:
            return self._tcp.is_readable()
        if isinstance(self._stream, trio.SocketStream):
            return self._stream.socket.is_readable()
        probe = getattr(self._stream, "is_readable", None)
        return probe is not None and bool(probe())

    def close_nowait(self) -> bool:
        """Close now if that takes no wait; otherwise the caller must await `aclose`."""
        self._closed = True
        self.parser.close()
        if self._tcp is None:
            return False
        self._tcp.close()
        return True

    async def aclose(self) -> None:
        """Close without any goodbye."""
        self._closed = True
        self.parser.close()
        await trio.aclose_forcefully(self._stream)

    # Exchange

    async def exchange(self, method: str, data: bytes, timeout: Timeout) -> None:
        """Send a request that is one piece, and receive the head of its response.

        Raises:
            TransportError: That failed; the connection is of no use any more.
        """
        parser = self.parser
        parser.start(method)
        self.served += 1
        await self._send_piece(data, timeout.write)
        while not parser.head_complete:
            await self.receive(timeout.read)

    async def _send_piece(self, data: bytes, seconds: float | None) -> None:
        sent = 0
        try:
            if self._tcp is self._stream:
                sent = self._tcp.send_nowait(data)
                if sent != len(data):
                    await self._send_rest(memoryview(data)[sent:], seconds)
            elif seconds is None:
                await self._stream.send_all(data)
            else:
                with trio.move_on_after(seconds) as scope:
                    await self._stream.send_all(data)
                if scope.cancelled_caught:
                    raise timed_out("write", seconds, sent=True)
        except trio.BrokenResourceError as error:
            # A request cut short is not carried out, so nothing has happened.
            msg = f"the connection broke while the request was sent: {error}"
            raise WriteError(msg, phase="write", sent=self.served == 1) from error
        except trio.ClosedResourceError:
            raise TransportClosed(phase="write", sent=True) from None

    async def _send_rest(self, rest: memoryview, seconds: float | None) -> None:
        tcp = self._tcp
        assert tcp is not None
        while rest:
            await bounded(seconds, "write", True, tcp.wait_send_all_might_not_block)
            rest = rest[tcp.send_nowait(rest) :]

    async def receive(self, seconds: float | None) -> None:
        """Wait for bytes and feed them, or the end of the stream, to the parser."""
        parser = self.parser
        try:
            data = await bounded(seconds, "read", True, self._stream.receive_some, RECEIVE_SIZE)
            if data:
                parser.feed(data)
            else:
                parser.finish()
        except trio.BrokenResourceError as error:
            msg = f"the connection broke while the response was received: {error}"
            raise ReadError(msg, phase="read", sent=True) from error
        except trio.ClosedResourceError:
            raise TransportClosed(phase="read", sent=True) from None
        except MessageTruncated as error:
            raise ReadError(str(error), phase="read", sent=True) from None
        except MessageError as error:
            raise RemoteProtocolError(str(error)) from None
