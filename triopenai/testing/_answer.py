"""Answers as data: what a handler returns, before anybody thinks of bytes and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Self

    import trio

    from triopenai.testing._socket import Session

__all__ = [
    "Answer",
    "ApiError",
    "BinaryAnswer",
    "EmptyAnswer",
    "Event",
    "JsonAnswer",
    "JsonObject",
    "JsonValue",
    "Lull",
    "SocketAnswer",
    "StreamAnswer",
    "crash_answer",
    "error_answer",
]

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
JsonObject: TypeAlias = dict[str, JsonValue]


@final
@attrs.frozen(kw_only=True)
class JsonAnswer:
    """A JSON document."""

    value: JsonValue
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@final
@attrs.frozen(kw_only=True)
class BinaryAnswer:
    """Bytes of some type, given in pieces that are sent one by one."""

    pieces: Sequence[bytes]
    content_type: str = "application/octet-stream"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@final
@attrs.frozen(kw_only=True)
class EmptyAnswer:
    """No body at all."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@final
@attrs.frozen(kw_only=True)
class Event:
    """One server-sent event.

    Attributes:
        data: A JSON value, or text that is sent as it stands (``[DONE]``).
        name: The `event` field, or None for no such line.
        tokens: How many tokens it carries, which paces it.
        at: The time (`trio.current_time`) before which it is not sent, or None.
    """

    data: Mapping[str, JsonValue] | str
    name: str | None = None
    tokens: int = 0
    at: float | None = None


DONE = Event(data="[DONE]")


@final
@attrs.frozen
class Lull:
    """In a stream: nothing, until there is news or patience is at an end.

    Attributes:
        news: Is set when there are further events.
        patience: How many seconds to wait for that.
    """

    news: trio.Event
    patience: float


@final
@attrs.frozen(kw_only=True)
class StreamAnswer:
    """A stream of server-sent events; the iterable is read as they are sent."""

    events: Iterable[Event | Lull]
    headers: tuple[tuple[str, str], ...] = ()


@final
@attrs.frozen(kw_only=True)
class SocketAnswer:
    """The connection becomes a WebSocket.

    Attributes:
        session: What is said on it.
        headers: What accepts the handshake.
    """

    session: Session
    headers: tuple[tuple[str, str], ...]


Answer: TypeAlias = JsonAnswer | BinaryAnswer | EmptyAnswer | StreamAnswer | SocketAnswer


@final
@attrs.define(eq=False)
class ApiError(Exception):
    """Raised by handlers: the request is answered with the API's error object."""

    status: int
    message: str
    kind: str = "invalid_request_error"
    param: str | None = None
    code: str | None = None

    @classmethod
    def missing(cls, message: str = "", *, param: str) -> Self:
        """The error for a parameter that is not there."""
        message = message or f"Missing required parameter: '{param}'."
        return cls(400, message, param=param, code="missing_required_parameter")

    def answer(self) -> JsonAnswer:
        """The error as it is sent."""
        return error_answer(self.status, self.message, kind=self.kind, param=self.param, code=self.code)


def error_answer(
    status: int,
    message: str,
    *,
    kind: str = "invalid_request_error",
    param: str | None = None,
    code: str | None = None,
    headers: tuple[tuple[str, str], ...] = (),
) -> JsonAnswer:
    """An error in the API's shape."""
    error: JsonObject = {"message": message, "type": kind, "param": param, "code": code}
    return JsonAnswer(value={"error": error}, status=status, headers=headers)


def crash_answer(error: Exception) -> JsonAnswer:
    """The answer to a request at which the sandbox itself failed."""
    message = f"The sandbox failed: {type(error).__name__}: {error}"
    return error_answer(500, message, kind="server_error")
