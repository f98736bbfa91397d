"""One WebSocket: trio-websocket over a stream of the client's own network.

Theory of operation. A link is CONNECTING, then OPEN, then CLOSED, and never opens again; who wants another
opens another. The library's task reads the stream, answers pings and holds one message; when nobody takes
that one it stops reading, so that a slow consumer holds up the server.

What the library does not do stands here:

- It waits for ever where the peer goes away before the handshake is over. The stream is watched: its end
  ends the handshake, and what had come by then is read here.
- A connection that is dead without a word is found by pings. Their answer is only missed while the library
  reads: when the consumer is slow, the answer may lie unread.
- It lets errors of the protocol go out of its task. They close the link.
- A send that is cancelled half-way leaves half a frame on the wire. So only the session's writer sends, in a
  task that no user can cancel; whoever cancels that gives the link up.

Source: RFC 6455.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, final

import attrs
import h11
import trio

from triopenai._engine.governing import UsageFinder
from triopenai._flow.nest import Nest

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from types import ModuleType

    import trio_websocket

    from triopenai._flow.charge import Charge

__all__ = ["ABNORMAL", "HandshakeRefused", "Link", "LinkClosed", "open_link", "require_library"]

PING_SECONDS: Final = 20.0
PONG_SECONDS: Final = 20.0
RECEIVE_BYTES: Final = 65536
PROTOCOL_ERROR: Final = 1002
ABNORMAL: Final = 1006


@final
class HandshakeRefused(Exception):  # noqa: N818  # an answer; the session makes an error of it
    """The server answered the handshake with something else than a WebSocket."""

    def __init__(self, status: int, headers: tuple[tuple[bytes, bytes], ...], body: bytes) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers
        self.body = body


@final
class LinkClosed(Exception):  # noqa: N818  # a state, named as Trio names its own
    """The WebSocket is closed, by either side, or broke."""

    def __init__(self, code: int = ABNORMAL, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


def require_library() -> ModuleType:
    """The WebSocket library.

    Raises:
        ImportError: It is not installed; the message says how to.
    """
    try:
        import trio_websocket  # noqa: PLC0415  # an extra: loaded when a connection is made
    except ImportError as error:
        msg = "WebSocket connections need an extra; install it with: pip install 'triopenai[realtime]'"
        raise ImportError(msg, name=error.name) from error
    return trio_websocket


@final
class WatchedStream(trio.abc.Stream):
    """The stream under a link, of which is known whether it has ended and whether it is being read.

    Attributes:
        heard: When the last bytes came, on Trio's clock.
        reading: Whether the library waits for bytes.
        sending: Whether it is in the middle of sending some.
        ended: Whether nothing will come any more.
        answer: What came before the handshake was over; None after it.
    """

    __slots__ = ("_on_end", "_stream", "answer", "ended", "heard", "reading", "sending")

    def __init__(self, stream: trio.abc.Stream) -> None:
        self._stream = stream
        self._on_end: Callable[[], None] | None = None
        self.heard = trio.current_time()
        self.reading = False
        self.sending = False
        self.ended = False
        self.answer: bytearray | None = bytearray()

    def watch_handshake(self, function: Callable[[], None]) -> None:
        """Have a function called when the stream ends."""
        self._on_end = function

    def end_handshake(self) -> None:
        """Stop watching."""
        self._on_end = self.answer = None

    def _end(self) -> None:
        self.ended = True
        if self._on_end is not None:
            self._on_end()

    async def receive_some(self, max_bytes: int | None = None) -> bytes | bytearray:
        """Receive bytes. See `trio.abc.ReceiveStream.receive_some`."""
        self.reading = True
        try:
            data = await self._stream.receive_some(max_bytes)
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            self._end()
            raise
        finally:
            self.reading = False
        self.heard = trio.current_time()
        if self.answer is not None:
            self.answer += data
        if not data:
            self._end()
        return data

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        """Send bytes. See `trio.abc.SendStream.send_all`."""
        self.sending = True
        await self._stream.send_all(data)
        self.sending = False  # and not when cancelled: what was being sent was not sent whole

    async def wait_send_all_might_not_block(self) -> None:
        """Wait for room. See `trio.abc.SendStream.wait_send_all_might_not_block`."""
        await self._stream.wait_send_all_might_not_block()

    async def aclose(self) -> None:
        """Close the stream."""
        self._end()
        await self._stream.aclose()


@final
@attrs.define(eq=False)
class Link:
    """An open WebSocket. Made by `open_link`; belongs to its block.

    Attributes:
        charge: What pays for the tokens that messages tell of, if something does.
    """

    _socket: trio_websocket.WebSocketConnection
    _stream: WatchedStream
    _closed: type[Exception]
    charge: Charge | None = attrs.field(default=None, init=False)

    async def send(self, message: str | bytes) -> None:
        """Send a message: text as a text frame, bytes as a binary one.

        Cancelled in the middle, the link is of no use any more.

        Raises:
            LinkClosed: It was closed.
        """
        try:
            await self._socket.send_message(message)
        except self._closed:
            raise self._why() from None

    async def receive(self) -> str | bytes:
        """Receive the next message; cancelled, none is lost.

        Raises:
            LinkClosed: It was closed, and all messages before that were received.
        """
        try:
            message: str | bytes = await self._socket.get_message()
        except self._closed:
            raise self._why() from None
        if self.charge is not None and (tokens := tokens_in(message)):
            self.charge.settle(self.charge.tokens + tokens)
        return message

    async def close(self, code: int, reason: str) -> None:
        """Say that this is the end, and wait for the server to say so too. Cancelled, close at once."""
        await self._socket.aclose(code, reason)

    async def keep_alive(self) -> None:
        """Send a ping whenever nothing has come for a while; give the link up if none is answered."""
        while True:
            silent = trio.current_time() - self._stream.heard
            if silent < PING_SECONDS:
                await trio.sleep(PING_SECONDS - silent)
                continue
            asked = trio.current_time()
            try:
                with trio.move_on_after(PONG_SECONDS):
                    await self._socket.ping()
            except self._closed:
                return
            if self._stream.sending or (self._stream.reading and self._stream.heard < asked):
                await trio.aclose_forcefully(self._stream)
                return
            self._stream.heard = trio.current_time()

    def _why(self) -> LinkClosed:
        reason = self._socket.closed
        if reason is None:
            return LinkClosed()
        return LinkClosed(reason.code, reason.reason or "")


def tokens_in(message: str | bytes) -> int:
    """The tokens that were used by what a message is the end of: a response, a transcription."""
    content = message.encode() if isinstance(message, str) else message
    return UsageFinder().find(content) or 0


def read_refusal(answer: bytes) -> HandshakeRefused | LinkClosed:
    """What an answer means that ended with its connection, before the library had all of it.

    An answer without a length ends in this way (RFC 9112 section 6.3), for which the library does not wait.
    """
    parser = h11.Connection(h11.CLIENT)
    parser.send(h11.Request(method="GET", target="/", headers=[("Host", "x")]))
    parser.send(h11.EndOfMessage())
    status, body = 0, b""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    try:
        parser.receive_data(answer)
        parser.receive_data(b"")
        while isinstance(event := parser.next_event(), (h11.Response, h11.Data)):
            if isinstance(event, h11.Data):
                body += event.data
            else:
                status, headers = event.status_code, tuple(event.headers)
    except h11.ProtocolError:
        pass
    return HandshakeRefused(status, headers, body) if status else LinkClosed()


@asynccontextmanager
async def open_link(
    stream: trio.abc.Stream,
    *,
    host: str,
    target: str,
    headers: Sequence[tuple[bytes, bytes]],
    subprotocols: Sequence[str] = (),
    max_size: int,
) -> AsyncGenerator[Link]:
    """A WebSocket over a stream, for the time of a block; the stream is closed with it, whatever happens.

    Args:
        stream: An open stream to the server, TLS included.
        host: The value of the `Host` header.
        target: Path and query of the handshake.
        headers: Header fields of the handshake.
        subprotocols: The subprotocols to offer.
        max_size: Characters that a received message may have; a longer one closes the link with code 1009.

    Raises:
        HandshakeRefused: The server answered, and not with a WebSocket.
        LinkClosed: It went away instead of answering, or what it sent is no WebSocket.
    """
    library = require_library()
    from wsproto.utilities import ProtocolError  # noqa: PLC0415  # comes with the extra

    watched = WatchedStream(stream)
    try:
        async with Nest(unwrap=True) as nursery:
            socket: trio_websocket.WebSocketConnection | None = None
            with trio.CancelScope() as handshake:
                watched.watch_handshake(handshake.cancel)
                socket = await library.wrap_client_stream(
                    nursery,
                    watched,
                    host,
                    target,
                    subprotocols=subprotocols,
                    extra_headers=list(headers),
                    max_message_size=max_size,
                    receive_buffer_size=RECEIVE_BYTES,
                )
            if socket is None:
                raise read_refusal(bytes(watched.answer or b""))
            watched.end_handshake()
            try:
                yield Link(socket, watched, library.ConnectionClosed)
            finally:
                nursery.cancel_scope.cancel()
    except library.ConnectionRejected as refused:
        raise HandshakeRefused(refused.status_code, tuple(refused.headers), refused.body or b"") from None
    except library.ConnectionClosed:
        raise LinkClosed from None
    except (h11.ProtocolError, ProtocolError) as error:  # of the library's task, which lets them go
        raise LinkClosed(PROTOCOL_ERROR, str(error)) from error
    finally:
        await trio.aclose_forcefully(watched)
