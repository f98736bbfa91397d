"""The server's side of one connection: HTTP/1.1 by h11 over any Trio stream.

Theory of operation: two tasks. The pump reads the stream into a bounded buffer, so that a client that goes
away is noticed at once, whatever the other task is doing; it then cancels the other. The other reads
requests out of the buffer, one after the other, and carries out the steps of each answer.

The end of the client's bytes counts as the client being gone: HTTP clients do not close half a connection.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Protocol, TypeAlias, final

import attrs
import h11
import trio

from triopenai.testing._answer import Lull
from triopenai.testing._memory import MemoryStream
from triopenai.testing._record import ClosedBy
from triopenai.testing._socket import Conversation
from triopenai.testing._steps import (
    Abort,
    Chunk,
    Close,
    End,
    Hang,
    Head,
    PartialChunk,
    Pause,
    Raw,
    Step,
    Until,
    Upgrade,
)

__all__ = ["Responder", "ServerConnection", "WireRequest"]

_BUFFER_LIMIT = 262_144
_REASONS = {status.value: status.phrase for status in HTTPStatus}


@final
@attrs.frozen(eq=False)
class WireRequest:
    """A request as h11 gives it."""

    method: str
    target: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class Responder(Protocol):
    """Decides on the steps that answer a request."""

    def respond(self, request: WireRequest, connection: int) -> Iterable[Step]:
        """The steps; never raises."""
        ...

    def refuse(self, message: str, status: int) -> Iterable[Step]:
        """The steps that answer bytes which are no request."""
        ...

    def crashed(self, error: Exception) -> None:
        """Told of an error in the sandbox itself; the connection is closed after it."""
        ...


OnClosed: TypeAlias = Callable[[int, ClosedBy], None]


@final
class _Hangup(Exception):  # noqa: N818 - a signal between two functions, no error
    """The server closes the connection now."""


@final
class ServerConnection:
    """Serves one connection until either side closes it.

    Args:
        stream: The connection; `serve` closes it.
        number: Passed on to `responder` and `on_closed`.
        responder: Answers the requests.
        on_closed: Told once, with the number and who closed first.
    """

    __slots__ = (
        "_buffer",
        "_http",
        "_idle_limit",
        "_number",
        "_on_closed",
        "_out",
        "_pump_lot",
        "_responder",
        "_stream",
        "_wake",
    )

    def __init__(
        self, stream: trio.abc.Stream, number: int, responder: Responder, on_closed: OnClosed
    ) -> None:
        self._stream = stream
        self._number = number
        self._responder = responder
        self._on_closed = on_closed
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=1_048_576)
        self._buffer = bytearray()
        self._out = bytearray()
        self._idle_limit: float | None = None
        self._wake = trio.lowlevel.ParkingLot()
        self._pump_lot = trio.lowlevel.ParkingLot()

    async def serve(self) -> None:
        """Serve. Raises nothing but `trio.Cancelled`; the stream is closed when it returns."""
        try:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(self._pump, nursery.cancel_scope)
                await self._serve_requests()
                nursery.cancel_scope.cancel()
        finally:
            self._on_closed(self._number, "server")
            await trio.aclose_forcefully(self._stream)

    async def _pump(self, scope: trio.CancelScope) -> None:
        while True:
            while len(self._buffer) >= _BUFFER_LIMIT:
                await self._pump_lot.park()
            try:
                data = await self._stream.receive_some(65536)
            except (trio.BrokenResourceError, trio.ClosedResourceError):
                data = b""
            if not data:
                break
            self._buffer += data
            self._wake.unpark_all()
        self._on_closed(self._number, "client")
        scope.cancel()

    async def _serve_requests(self) -> None:
        try:
            while True:
                try:
                    request = await self._read_request()
                except h11.RemoteProtocolError as error:
                    await self._perform(self._responder.refuse(str(error), error.error_status_hint))
                    await self._flush()
                    return
                if request is None:
                    return
                self._idle_limit = None
                await self._perform(self._responder.respond(request, self._number))
                await self._flush()
                if self._http.our_state is not h11.DONE:
                    return
                self._http.start_next_cycle()
        except (_Hangup, trio.BrokenResourceError, trio.ClosedResourceError):
            return
        except Exception as error:  # noqa: BLE001 - a bug here must not end the sandbox
            self._responder.crashed(error)

    async def _read_request(self) -> WireRequest | None:
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                if self._http.they_are_waiting_for_100_continue:
                    self._write(h11.InformationalResponse(status_code=100, headers=[]))
                    await self._flush()
                if not await self._fill(idle=head is None):
                    return None
            elif isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return WireRequest(
                    head.method.decode("ascii"),
                    head.target.decode("latin-1"),
                    tuple(head.headers.raw_items()),
                    bytes(body),
                )
            else:
                return None

    async def _fill(self, *, idle: bool) -> bool:
        limit = self._idle_limit if idle else None
        with trio.CancelScope() as scope:
            if limit is not None:
                scope.deadline = trio.current_time() + limit
            while not self._buffer:
                await self._wake.park()
        if not self._buffer:
            return False
        self._http.receive_data(bytes(self._buffer))
        self._buffer.clear()
        self._pump_lot.unpark_all()
        return True

    def _write(self, event: h11.Event) -> None:
        data = self._http.send(event)
        if data:
            self._out += data

    async def _flush(self) -> None:
        if self._out:
            data = bytes(self._out)
            self._out.clear()
            await self._stream.send_all(data)

    async def _perform(self, steps: Iterable[Step]) -> None:
        for step in steps:
            match step:
                case Chunk(data, is_event):
                    if is_event:
                        await self._flush()
                    self._write(h11.Data(data=data))
                    if is_event:
                        await self._flush()
                case Head():
                    self._write_head(step)
                case End():
                    self._write(h11.EndOfMessage())
                case Close(seconds):
                    self._idle_limit = seconds
                case _:
                    await self._flush()
                    await self._wait_or_break(step)

    def _write_head(self, head: Head) -> None:
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in head.headers]
        reason = _REASONS.get(head.status, "")
        self._write(h11.Response(status_code=head.status, headers=headers, reason=reason.encode("ascii")))

    async def _wait_or_break(self, step: Step) -> None:
        match step:
            case Pause(seconds):
                await trio.sleep(seconds)
            case Until(time):
                await trio.sleep_until(time)
            case Lull(news, patience):
                with trio.move_on_after(patience):
                    await news.wait()
            case Hang():
                await trio.sleep_forever()
            case Raw(data):
                await self._stream.send_all(data)
            case Upgrade():
                await self._switch(step)
            case PartialChunk(data, announced):
                await self._stream.send_all(f"{announced:x}\r\n".encode() + data)
            case Abort():
                abort_stream(self._stream)
                raise _Hangup
            case _:
                raise _Hangup

    async def _switch(self, step: Upgrade) -> None:
        """Speak WebSocket from here on, and hang up at its end."""
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in step.headers]
        self._write(h11.InformationalResponse(status_code=101, headers=headers))
        await self._flush()
        self._buffer[:0] = self._http.trailing_data[0]
        await Conversation(self, step.session, step.pace, step.end).run()
        raise _Hangup

    async def receive(self) -> bytes:
        """The bytes that come after the switch; see `Wire`."""
        while not self._buffer:
            await self._wake.park()
        data = bytes(self._buffer)
        self._buffer.clear()
        self._pump_lot.unpark_all()
        return data

    async def send(self, data: bytes) -> None:
        """Send bytes after the switch; see `Wire`."""
        await self._stream.send_all(data)

    def reset(self) -> None:
        """Break the connection; see `Wire`."""
        abort_stream(self._stream)


def abort_stream(stream: trio.abc.Stream) -> None:
    """Reset a connection: the peer's reads fail instead of ending."""
    if isinstance(stream, MemoryStream):
        stream.abort()
    elif isinstance(stream, trio.SocketStream):
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        stream.socket.close()
