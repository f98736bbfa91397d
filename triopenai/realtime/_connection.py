"""A connection: typed events both ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar, cast

from triopenai._base.errors import APIResponseValidationError
from triopenai._base.websocket_errors import WebSocketConnectionClosedError
from triopenai._sansio.arguments import check_names
from triopenai._sansio.decode import DecodeError, resolve
from triopenai._sansio.errormap import error_from_event
from triopenai._sansio.plain import encode_json, model_fields
from triopenai.realtime._dispatch import ERROR, TakesHandlers
from triopenai.realtime._outbox import size_of
from triopenai.realtime._session import DONE_CODES

if TYPE_CHECKING:
    from typing import Never, Self

    from triopenai.realtime._dispatch import Handlers
    from triopenai.realtime._session import Session
    from triopenai.realtime._target import SentEvent, Target

__all__ = ["ClientT", "Connection", "ConnectionResource", "ServerT", "encode_event"]

NORMAL: Final = 1000
OWN_CODES: Final = range(3000, 5000)
MAX_REASON: Final = 123

ServerT = TypeVar("ServerT", covariant=True)
ClientT = TypeVar("ClientT", contravariant=True)


class Connection(TakesHandlers, Generic[ServerT, ClientT]):
    """An open WebSocket connection to the API, made by ``connect``; it ends with its block.

    Iterate over it for the events, as they come and as fast as they are taken::

        async for event in connection:
            ...

    The loop ends when the server closes the connection because it is done, or this side closes it. One task
    may receive at a time; any number may send.
    """

    __slots__ = ("_max_size", "_session", "_strict")

    target: ClassVar[Target]

    def __init__(self, session: Session, handlers: Handlers, *, max_size: int, strict: bool) -> None:
        super().__init__(handlers)
        self._session = session
        self._max_size = max_size
        self._strict = strict

    async def recv(self) -> ServerT:
        """Receive the next event. Cancelled, none is lost.

        Returns:
            The event as its type; one of a type that is not known, as a plain model with its data.

        Raises:
            WebSocketConnectionClosedError: The connection is closed, and all events were received.
            APIResponseValidationError: What came is no event. The connection stays open.
            trio.BusyResourceError: Another task is receiving.
        """
        return self.parse_event(await self._session.receive())

    async def recv_bytes(self) -> bytes:
        """Receive the next event as the bytes that came, for `parse_event`; otherwise as `recv`."""
        message = await self._session.receive()
        return message if isinstance(message, bytes) else message.encode()

    def parse_event(self, data: str | bytes) -> ServerT:
        """Read an event that `recv_bytes` gave.

        Raises:
            APIResponseValidationError: It is no event; with a strict client, also one that differs from
                its documented type.
        """
        content = data.encode() if isinstance(data, str) else data
        try:
            return cast("ServerT", resolve(self.target.server).decode(content, strict=self._strict))
        except DecodeError as error:
            msg = f"{self.target.operation.name}: a message that is no event: {error}"
            raise APIResponseValidationError(msg, body=error.start) from None

    async def send(self, event: ClientT) -> None:
        """Send an event.

        Returns when it is written; while the connection is opened again, when it is in the queue. Cancelled,
        it may have been sent.

        Args:
            event: A model, or a mapping with the event's fields, ``type`` among them.

        Raises:
            TypeError: It is no event, or holds what JSON has no place for; nothing was sent.
            ValueError: It is larger than the `max_size` of the connection; nothing was sent.
            WebSocketConnectionClosedError: The connection is closed.
            WebSocketQueueFullError: It is being opened again, and the queue is full.
        """
        await self.send_raw(encode_event(event, f"{self.target.operation.name}(): send"))

    async def send_raw(self, data: bytes | str) -> None:
        """Send a message as it is: text as a text message, bytes as a binary one. Raises as `send` does."""
        size = size_of(data)
        if size > self._max_size:
            msg = (
                f"{self.target.operation.name}(): an event of {size} bytes is over the limit of"
                f" {self._max_size}; send audio in smaller pieces, or raise max_size in"
                " websocket_connection_options"
            )
            raise ValueError(msg)
        await self._session.send(data)

    async def send_event(self, kind: SentEvent, fields: Mapping[str, object]) -> None:
        """Send an event that a method of the connection stands for, its keywords checked first."""
        name = self.target.name_of(kind)
        check_names(name, fields, valid=kind.fields, required=kind.required)
        await self.send_raw(encode_json({"type": kind.type, **fields}, name).decode())

    async def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection for good: what waits is sent, and the server told. Takes 5 seconds at most.

        Idempotent. Cancelled, the connection is closed at once.

        Args:
            code: Why, as RFC 6455 section 7.4 numbers it.
            reason: Why, in words; up to 123 bytes.

        Raises:
            ValueError: A close message cannot have this code or reason.
        """
        if code != NORMAL and code not in OWN_CODES:
            msg = f"close(): a client closes with code 1000, or one from 3000 to 4999, not {code}"
            raise ValueError(msg)
        if len(reason.encode()) > MAX_REASON:
            msg = f"close(): the reason is longer than {MAX_REASON} bytes"
            raise ValueError(msg)
        await self._session.close(code, reason)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ServerT:
        try:
            return await self.recv()
        except WebSocketConnectionClosedError as closed:
            if closed.code in DONE_CODES or self._session.closing:
                raise StopAsyncIteration from None
            raise

    async def dispatch_events(self) -> None:
        """Receive events and call their handlers, one after the other, until the connection is closed.

        Raises:
            APIError: The server sent an ``error`` event for which there is no handler.
            WebSocketConnectionClosedError: The connection was closed, and not because it was done.
            Exception: What a handler raised.
        """
        async for event in self:
            kind = str(getattr(event, "type", ""))
            if not await self._handlers.call(kind, event) and kind == ERROR:
                raise self._reported(event)

    def _reported(self, event: object) -> Exception:
        error = error_from_event(model_fields(event), event=ERROR, operation=self.target.operation.name)
        assert error is not None  # noqa: S101  # every event of this name is one
        return error

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._session.state}>"


def encode_event(event: object, where: str) -> str:
    """An event as it is sent.

    Raises:
        TypeError: It is no event, or holds what JSON has no place for.
    """
    given, fields = type(event).__qualname__, model_fields(event)
    if fields is None and isinstance(event, Mapping):
        fields = dict(cast("Mapping[str, object]", event))
    if fields is None or not isinstance(fields.get("type"), str):
        msg = f"{where}() takes an event, a model or a mapping with a 'type', not {given}"
        raise TypeError(msg)
    return encode_json(fields, where).decode()


class ConnectionResource:
    """A group of events that the client sends, as methods: ``connection.response.create()``.

    A method takes the fields of its event as keywords, and raises as `Connection.send` does; a keyword that
    its event does not have, or a missing one, is a `TypeError`.
    """

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection[object, Never]) -> None:
        self._connection = connection
