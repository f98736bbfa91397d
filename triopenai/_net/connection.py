"""One HTTP/1.1 connection: requests out, responses in, one at a time.

Theory of operation
    A connection does no accounting and no clean-up: any error that leaves it means that it must be closed,
    and its pool does that. An exchange is `begin`, then `send` for each piece of the request, then `receive`
    until the parser has the head; body bytes come by more of `receive`. Whether it can serve again is for the
    parser to say once the message is complete, and for whoever sent the request: one that was not sent whole
    leaves the connection `spoiled`.

    Over plain TCP the socket is written without a checkpoint, since a wait for the answer follows, and read
    deadlines are kept by the pool's `Watch`. Any other stream is used through Trio's interface alone.

    A server that is spoken to without TLS is near as a rule: with other tasks to run meanwhile, its answer is
    there after one turn of the loop, and is read with neither epoll nor a clock. The same holds for what
    follows a piece that filled the buffer. So a connection is `_hopeful` right after a request and after such
    a piece, and tries once before it waits; between the events of a stream it only waits.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast, final

import trio

from triopenai._net.errors import (
    ReadError,
    RemoteProtocolError,
    TransportClosed,
    TransportError,
    WriteError,
)
from triopenai._net.tcp import RECEIVE_SIZE, TcpStream
from triopenai._net.timing import bounded, timed_out
from triopenai._sansio.http1 import MessageError, MessageTruncated, ResponseParser

if TYPE_CHECKING:
    from triopenai._net.ledger import Site
    from triopenai._net.watch import Watch

__all__ = ["Connection"]


@final
class Connection:
    """An open connection.

    Attributes:
        site: The origin it leads to.
        parser: What has been received.
        served: Requests sent over it, the present one included.
        spoiled: A request was not sent whole.
        idle_since: When it became idle, by Trio's clock.
        deadline: When the present wait for bytes ends, if the `Watch` is to see to that; else infinity.
        timed_out: The `Watch` has closed it.
    """

    __slots__ = (
        "_begun",
        "_bottom",
        "_hopeful",
        "_plain",
        "_stream",
        "_tcp",
        "_watch",
        "deadline",
        "idle_since",
        "parser",
        "served",
        "site",
        "spoiled",
        "timed_out",
    )

    def __init__(self, stream: trio.abc.Stream, site: Site, watch: Watch) -> None:
        self._stream = stream
        self._watch = watch
        self.site: Site = site
        self._bottom = stream
        if isinstance(stream, trio.SSLStream):
            self._bottom = cast("trio.SSLStream[trio.abc.Stream]", stream).transport_stream
        self._tcp: TcpStream | None = self._bottom if isinstance(self._bottom, TcpStream) else None
        self._plain: TcpStream | None = stream if isinstance(stream, TcpStream) else None
        self.parser: ResponseParser = ResponseParser()
        self.served: int = 0
        self.spoiled: bool = False
        self.timed_out: bool = False
        self._begun = self._hopeful = False
        self.idle_since: float = 0.0
        self.deadline: float = inf

    # State

    def is_dead(self) -> bool:
        """Whether the peer has closed, or spoken out of turn, while the connection was idle.

        A stream that is no socket is asked by its method ``is_readable()`` if it has one.
        """
        if self._tcp is not None:
            return self._tcp.is_readable()
        if isinstance(self._bottom, trio.SocketStream):
            return self._bottom.socket.is_readable()
        probe = getattr(self._bottom, "is_readable", None)
        return probe is not None and bool(probe())

    def expire(self) -> bool:
        """Close because the present wait took too long, unless bytes have come; tell which."""
        tcp = self._tcp
        if tcp is None or tcp.is_readable():
            return False
        self.deadline = inf
        self.timed_out = True
        tcp.close()
        return True

    def close_nowait(self) -> bool:
        """Close if that takes no wait; otherwise False, and the caller must await `aclose`."""
        self.parser.close()
        if self._tcp is None:
            return False
        self._tcp.close()
        return True

    async def aclose(self) -> None:
        """Close without any goodbye."""
        await trio.aclose_forcefully(self._stream)

    # Exchange

    def begin(self, method: str, data: bytes) -> bytes | memoryview:
        """Begin a request, with the first piece of it.

        Returns:
            What of the piece is yet to be sent.

        Raises:
            WriteError: The connection is broken.
        """
        self.served += 1
        self._begun = False
        self._hopeful = True
        self.parser.start(method)
        plain = self._plain
        if plain is None:
            return data
        try:
            sent = plain.send_nowait(data)
        except trio.BrokenResourceError as error:
            raise self._write_error(error) from error
        except trio.ClosedResourceError:
            raise self._closed_error() from None
        if sent == len(data):
            return b""
        self._begun = sent > 0
        return memoryview(data)[sent:]

    async def send(self, data: bytes | memoryview, seconds: float | None) -> None:
        """Send a piece of the request. Over plain TCP not a checkpoint, unless it has to wait.

        Args:
            data: The piece.
            seconds: How long each wait may take.

        Raises:
            WriteError: The connection is broken.
            TransportTimeout: The peer does not take it in time.
        """
        try:
            if self._plain is not None:
                rest = data[self._plain.send_nowait(data) :]
                while rest:
                    await bounded(seconds, "write", self._plain.wait_send_all_might_not_block)
                    rest = rest[self._plain.send_nowait(rest) :]
            else:
                await self._send_all(data, seconds)
        except trio.BrokenResourceError as error:
            raise self._write_error(error) from error
        except trio.ClosedResourceError:
            raise self._closed_error() from None
        self._begun = True

    async def _send_all(self, data: bytes | memoryview, seconds: float | None) -> None:
        if seconds is None:
            await self._stream.send_all(data)
            return
        with trio.move_on_after(seconds):
            await self._stream.send_all(data)
            return
        raise timed_out(seconds, "write", sent=True)

    async def receive(self, seconds: float | None) -> None:
        """Wait for bytes, and feed them or the end of the stream to the parser. Always a checkpoint.

        Raises:
            ReadError: The connection broke, or ended inside the message.
            RemoteProtocolError: What came is no HTTP.
            TransportTimeout: Nothing came for `seconds`.
            TransportClosed: The connection was closed on this side.
        """
        plain = self._plain
        try:
            if plain is None:
                data = await self._receive_any(seconds)
            else:
                received = None
                if self._hopeful:
                    await trio.lowlevel.checkpoint()
                    plain.check_open()
                    received = plain.receive_nowait(RECEIVE_SIZE)
                if received is None and seconds is not None:
                    self._start_clock(seconds)
                while received is None:
                    plain.check_open()
                    await trio.lowlevel.wait_readable(plain.fd)
                    received = plain.receive_nowait(RECEIVE_SIZE)
                data = received
                self._hopeful = len(data) == RECEIVE_SIZE
            if data:
                self.parser.feed(data)
            else:
                self.parser.finish()
        except (trio.BrokenResourceError, trio.ClosedResourceError, MessageError) as error:
            raise self._read_error(error, seconds) from error
        finally:
            self.deadline = inf

    async def _receive_any(self, seconds: float | None) -> bytes:
        """Receive from a stream that is no bare socket."""
        if self._tcp is None:
            return bytes(await bounded(seconds, "read", self._stream.receive_some, RECEIVE_SIZE))
        if seconds is not None:
            self._start_clock(seconds)
        return bytes(await self._stream.receive_some(RECEIVE_SIZE))

    def _start_clock(self, seconds: float) -> None:
        self.deadline = deadline = trio.current_time() + seconds
        if deadline < self._watch.next:
            self._watch.arm(deadline)

    # Errors

    def _read_error(self, error: Exception, seconds: float | None) -> TransportError:
        if self.timed_out:
            return timed_out(seconds or 0.0, "read", sent=True)
        if isinstance(error, trio.ClosedResourceError):
            return self._closed_error()
        if isinstance(error, MessageTruncated):
            return ReadError(str(error), phase="read", sent=True)
        if isinstance(error, MessageError):
            return RemoteProtocolError(str(error))
        msg = f"the connection broke while the response was received: {_reason(error)}"
        return ReadError(msg, phase="read", sent=True)

    def _write_error(self, error: trio.BrokenResourceError) -> WriteError:
        # On a connection that was idle, the likely cause is that the server had closed it; and a server does
        # not carry out a request of which it has only a part.
        unsent = not self._begun and self.served > 1
        msg = f"the connection broke while the request was sent: {_reason(error)}"
        return WriteError(msg, phase="write", sent=not unsent)

    def _closed_error(self) -> TransportClosed:
        msg = "the transport was closed during the call"
        return TransportClosed(msg, phase="read", sent=True)


def _reason(error: BaseException) -> str:
    return str(error) or str(error.__cause__ or type(error).__name__)
