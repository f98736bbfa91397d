"""Answers as scripts: what is written when, step by step.

An answer becomes a list of steps, faults rewrite the list, and the connection carries it out without
knowing what it means. So a fault is a small function over steps, and combines with any answer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from triopenai.testing._answer import (
    Answer,
    BinaryAnswer,
    EmptyAnswer,
    Event,
    JsonAnswer,
    Lull,
    SocketAnswer,
    StreamAnswer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triopenai.testing._socket import Break, Session

__all__ = [
    "Abort",
    "Chunk",
    "Close",
    "End",
    "Hang",
    "Head",
    "Pace",
    "PartialChunk",
    "Pause",
    "Raw",
    "Step",
    "Until",
    "Upgrade",
    "dump",
    "encode_event",
    "script",
]


@final
@attrs.frozen
class Head:
    """Status line and headers. Without a `content-length` the body is chunked."""

    status: int
    headers: tuple[tuple[str, str], ...]


@final
@attrs.frozen
class Chunk:
    """A piece of the body, sent by itself; `event` tells that it is one whole event."""

    data: bytes
    event: bool = False


@final
@attrs.frozen
class PartialChunk:
    """A chunk whose frame announces more bytes than follow."""

    data: bytes
    announced: int


@final
@attrs.frozen
class Raw:
    """Bytes outside of any framing."""

    data: bytes


@final
@attrs.frozen
class Pause:
    """Nothing for some seconds."""

    seconds: float


@final
@attrs.frozen
class Until:
    """Nothing before a time of Trio's clock."""

    time: float


@final
class End:
    """The body ends properly."""

    __slots__ = ()


@final
class Hang:
    """Nothing more, until the client goes away."""

    __slots__ = ()


@final
class Abort:
    """The connection is reset."""

    __slots__ = ()


@final
@attrs.frozen
class Close:
    """The connection is closed when it was idle for `seconds`, with no word of it before."""

    seconds: float = 0.0


@final
@attrs.frozen
class Upgrade:
    """The connection becomes a WebSocket, for good.

    Attributes:
        session: What is said on it.
        headers: Of the answer to the handshake.
        pace: How fast it is said.
        end: What goes wrong, if anything.
    """

    session: Session
    headers: tuple[tuple[str, str], ...]
    pace: Pace
    end: Break | None = None


Step: TypeAlias = (
    Head | Chunk | PartialChunk | Raw | Pause | Until | Lull | End | Hang | Abort | Close | Upgrade
)


@final
@attrs.frozen
class Pace:
    """How fast answers come.

    Attributes:
        latency: Seconds before the first byte, and between two events.
        tokens_per_second: Speed of a stream's tokens, or None for no limit.
    """

    latency: float = 0.0
    tokens_per_second: float | None = None

    def before(self, event: Event) -> float:
        """Seconds to wait before an event."""
        if self.tokens_per_second is None:
            return self.latency
        return self.latency + event.tokens / self.tokens_per_second


def dump(value: object) -> bytes:
    """JSON as the sandbox sends it: compact, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def encode_event(event: Event) -> bytes:
    """One event in the `text/event-stream` format."""
    data = event.data.encode() if isinstance(event.data, str) else dump(event.data)
    if event.name is None:
        return b"data: " + data + b"\n\n"
    return b"event: " + event.name.encode() + b"\ndata: " + data + b"\n\n"


def _head(
    status: int, content_type: str | None, length: int | None, extra: Iterable[tuple[str, str]]
) -> Head:
    headers: list[tuple[str, str]] = []
    if content_type is not None:
        headers.append(("content-type", content_type))
    if length is not None:
        headers.append(("content-length", str(length)))
    headers.extend(extra)
    return Head(status, tuple(headers))


def _stream_steps(answer: StreamAnswer, extra: tuple[tuple[str, str], ...], pace: Pace) -> Iterator[Step]:
    yield _head(200, "text/event-stream; charset=utf-8", None, (*extra, *answer.headers))
    first = True
    for event in answer.events:
        if isinstance(event, Lull):
            yield event
            continue
        if event.at is not None:
            yield Until(event.at)
        seconds = pace.before(event)
        if seconds and not first:
            yield Pause(seconds)
        first = False
        yield Chunk(encode_event(event), event=True)
    yield End()


def script(answer: Answer, extra: tuple[tuple[str, str], ...], pace: Pace) -> Iterator[Step]:
    """The steps that send an answer.

    Args:
        answer: What to send.
        extra: Headers that every answer has.
        pace: How fast.
    """
    if pace.latency:
        yield Pause(pace.latency)
    match answer:
        case StreamAnswer():
            yield from _stream_steps(answer, extra, pace)
        case JsonAnswer():
            body = dump(answer.value)
            yield _head(answer.status, "application/json", len(body), (*extra, *answer.headers))
            yield Chunk(body)
            yield End()
        case BinaryAnswer():
            length = sum(map(len, answer.pieces))
            yield _head(answer.status, answer.content_type, length, (*extra, *answer.headers))
            for piece in answer.pieces:
                yield Chunk(piece)
            yield End()
        case SocketAnswer():
            yield Upgrade(answer.session, (*answer.headers, *extra), pace)
        case EmptyAnswer():
            yield _head(answer.status, None, 0, (*extra, *answer.headers))
            yield End()
