"""The server's side of a WebSocket, from the handshake to the closing.

Theory of operation: one task reads frames, answers pings, and puts messages into a channel; when that is full
it stops reading. The other carries on the conversation: between two events it looks for new messages, which
the session turns into further events. Events are sent in the order in which their causes came.
"""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, final

import attrs
import trio

from triopenai.testing._answer import ApiError, Event
from triopenai.testing._frames import (
    Bye,
    FrameDecoder,
    FrameError,
    Message,
    Ping,
    accept_key,
    bye,
    message,
    pong,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triopenai.testing._record import ReceivedRequest
    from triopenai.testing._steps import Pace

__all__ = ["Break", "Conversation", "Said", "Session", "Wire", "handshake_headers"]

WAITING_MESSAGES: Final = 64
CLOSE_SECONDS: Final = 1.0

Said: TypeAlias = Event | Bye


class Session(Protocol):
    """What a WebSocket is about."""

    def greet(self) -> Iterable[Said]:
        """The first events."""
        ...

    def take(self, data: str | bytes) -> Iterable[Said]:
        """Note a message at once; the events that answer it."""
        ...


class Wire(Protocol):
    """The connection under a WebSocket."""

    async def receive(self) -> bytes:
        """Wait for bytes."""
        ...

    async def send(self, data: bytes) -> None:
        """Send bytes."""
        ...

    def reset(self) -> None:
        """Break the connection."""
        ...


@final
@attrs.frozen
class Break:
    """What happens after so many events in place of the next one.

    Attributes:
        after: How many events are sent before.
        bye: How the connection is closed; None: it falls silent, pings and goodbyes unanswered.
        reset: Whether it is reset instead.
    """

    after: int
    bye: Bye | None = None
    reset: bool = False


def handshake_headers(request: ReceivedRequest) -> tuple[tuple[str, str], ...]:
    """The header fields that accept a handshake.

    Raises:
        ApiError: The request is none (426).
    """
    key = request.headers.get("sec-websocket-key")
    if request.headers.get("upgrade", "").lower() != "websocket" or not key:
        text = "This endpoint takes WebSocket connections: the request has no 'Upgrade: websocket'."
        raise ApiError(426, text, code="upgrade_required")
    return ("upgrade", "websocket"), ("connection", "Upgrade"), ("sec-websocket-accept", accept_key(key))


@final
class Conversation:
    """One WebSocket after its handshake.

    Args:
        wire: The connection.
        session: What is said.
        pace: How fast.
        end: What goes wrong, if anything.
    """

    __slots__ = ("_end", "_lock", "_pace", "_sent", "_session", "_wire")

    def __init__(self, wire: Wire, session: Session, pace: Pace, end: Break | None) -> None:
        self._wire = wire
        self._session = session
        self._pace = pace
        self._end = end
        self._sent = 0
        self._lock = trio.Lock()

    async def run(self) -> None:
        """Talk until either side closes. Cancelled when the client is gone."""
        taking, given = trio.open_memory_channel[Message](WAITING_MESSAGES)
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._read, taking, nursery.cancel_scope)
            await self._talk(given)
            nursery.cancel_scope.cancel()

    async def _read(self, taking: trio.MemorySendChannel[Message], scope: trio.CancelScope) -> None:
        decoder = FrameDecoder()
        try:
            while True:
                for frame in decoder.feed(await self._wire.receive()):
                    if isinstance(frame, Message):
                        await taking.send(frame)
                    elif self._is_silent():
                        continue
                    elif isinstance(frame, Ping):
                        await self._send(pong(frame.payload))
                    else:
                        await self._send(bye(frame))
                        scope.cancel()
                        return
        except FrameError as error:
            await self._send(bye(error.bye))
            scope.cancel()

    async def _talk(self, given: trio.MemoryReceiveChannel[Message]) -> None:
        running: deque[Iterator[Said]] = deque([iter(self._session.greet())])
        while True:
            try:
                arrived = given.receive_nowait() if running else await given.receive()
                running.append(iter(self._session.take(arrived.data)))
            except trio.WouldBlock:
                said = next(running[0], None)
                if said is None:
                    running.popleft()
                elif not await self._say(said):
                    return

    async def _say(self, said: Said) -> bool:
        """Send one event; whether there may be another."""
        if isinstance(said, Event):
            seconds = self._pace.before(said)
            if seconds:
                await trio.sleep(seconds)
            if self._end is not None and self._sent == self._end.after:
                return await self._break_off(self._end)
            self._sent += 1
            await self._send(message(said.data if isinstance(said.data, str) else json.dumps(said.data)))
            return True
        await self._send(bye(said))
        await trio.sleep(CLOSE_SECONDS)  # for the client's own closing frame, which ends the other task
        return False

    def _is_silent(self) -> bool:
        end = self._end
        return end is not None and self._sent == end.after and end.bye is None and not end.reset

    async def _break_off(self, end: Break) -> bool:
        if end.reset:
            self._wire.reset()
            return False
        if end.bye is None:
            await trio.sleep_forever()
        else:
            await self._say(end.bye)
        return False

    async def _send(self, data: bytes) -> None:
        async with self._lock:
            try:
                await self._wire.send(data)
            except (trio.BrokenResourceError, trio.ClosedResourceError):
                pass
            else:
                return
        await trio.sleep_forever()  # whoever reads the connection finds out too, and cancels this
