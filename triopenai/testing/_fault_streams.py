"""Faults in the course of an answer: it stops, breaks, or goes on for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Event
from triopenai.testing._plan import Fault
from triopenai.testing._steps import (
    Abort,
    Chunk,
    End,
    Hang,
    PartialChunk,
    Pause,
    Raw,
    Step,
    encode_event,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from triopenai.testing._answer import JsonValue

__all__ = [
    "garbage",
    "half_event",
    "never_end_after_done",
    "no_done",
    "pings",
    "reset",
    "stall",
    "stall_stream",
    "stream_error",
    "truncate",
    "unnamed_events",
]

_GARBAGE = b"\x00\xff\xfe not http \x13\x37\r\n\r\n"


def _up_to(steps: Iterable[Step], count: int) -> Generator[Step, None, Chunk | None]:
    """The steps before the event number `count`; returns that event, None where the answer has fewer.

    Of a body that is no stream, the first half goes before and the second is returned.
    """
    seen = 0
    for step in steps:
        match step:
            case Chunk(_, True):
                if seen == count:
                    return step
                seen += 1
                yield step
            case Chunk(data, _):
                middle = len(data) // 2
                yield Chunk(data[:middle])
                return Chunk(data[middle:])
            case End():
                return None
            case _:
                yield step
    return None


@final
@attrs.frozen
class _Stall(Fault):
    after: int | None

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        if self.after is not None:
            yield from _up_to(steps, self.after)
        yield Hang()


def stall() -> Fault:
    """Never answer: the connection stays open and silent until the client closes it."""
    return _Stall(None)


def stall_stream(after_events: int = 1) -> Fault:
    """Fall silent in a stream, with the connection open.

    Args:
        after_events: After so many events. A body that is no stream falls silent in its middle.
    """
    return _Stall(after_events)


@final
@attrs.frozen
class _Pings(Fault):
    every: float
    after: int
    comment: bytes

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        yield from _up_to(steps, self.after)
        while True:
            yield Pause(self.every)
            yield Chunk(self.comment, event=True)


def pings(every: float = 0.2, after_events: int = 1, comment: str = "ping") -> Fault:
    """Send nothing but comments after some events, for ever.

    Args:
        every: Seconds between them.
        after_events: After so many events.
        comment: Their text.
    """
    return _Pings(every, after_events, f": {comment}\n\n".encode())


@final
@attrs.frozen
class _Reset(Fault):
    after: int | None
    mid_chunk: bool

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        if self.after is not None:
            rest = yield from _up_to(steps, self.after)
            if rest is not None and rest.event and self.mid_chunk:
                yield PartialChunk(rest.data[: len(rest.data) // 2], len(rest.data))
        yield Abort()


def reset(*, after_events: int | None = None, mid_chunk: bool = False) -> Fault:
    """Reset the connection.

    Args:
        after_events: After so many events; None resets it before a byte of the answer.
        mid_chunk: Send half of the next event first, in a chunk that says it is longer. For streams.
    """
    if mid_chunk and after_events is None:
        after_events = 1
    return _Reset(after_events, mid_chunk)


@final
@attrs.frozen
class _Truncate(Fault):
    after: int
    half: bool

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        rest = yield from _up_to(steps, self.after)
        if rest is not None and not rest.event:
            return
        if rest is not None and self.half:
            yield Chunk(rest.data[: len(rest.data) // 2])
        yield End()


def truncate(after_events: int = 1) -> Fault:
    """End a stream early, but properly: no finish reason, no ``[DONE]``.

    Of a body that is no stream half is sent before the connection is closed.

    Args:
        after_events: After so many events.
    """
    return _Truncate(after_events, half=False)


def half_event(after_events: int = 1) -> Fault:
    """End a stream in the middle of an event, the body ending properly.

    Args:
        after_events: So many whole events come first.
    """
    return _Truncate(after_events, half=True)


@final
@attrs.frozen
class _Garbage(Fault):
    after: int | None

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        if self.after is not None:
            yield from _up_to(steps, self.after)
        yield Raw(_GARBAGE)
        yield Abort()


def garbage(after_events: int | None = None) -> Fault:
    """Send bytes that are no HTTP, and reset the connection.

    Args:
        after_events: After so many events, in the place of the next chunk; None answers with nothing else.
    """
    return _Garbage(after_events)


@final
@attrs.frozen
class _StreamError(Fault):
    after: int
    event: Event

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        rest = yield from _up_to(steps, self.after)
        if rest is None or rest.event:
            yield Chunk(encode_event(self.event), event=True)
            yield End()


def stream_error(
    value: Mapping[str, JsonValue] | None = None, *, name: str | None = None, after_events: int = 1
) -> Fault:
    """Report an error inside of a stream that began with status 200, and end it.

    Args:
        value: The event's data; None makes the ``{"error": ...}`` of chat completions.
        name: The event's name; None sends none.
        after_events: After so many events; 0 makes it the first.
    """
    if value is None:
        error: Mapping[str, JsonValue] = {
            "message": "The server is overloaded, try again later.",
            "type": "server_error",
            "param": None,
            "code": "server_is_overloaded",
        }
        value = {"error": error}
    return _StreamError(after_events, Event(data=value, name=name))


@final
@attrs.frozen
class _NeverEnd(Fault):
    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        streaming = False
        for step in steps:
            streaming = streaming or (isinstance(step, Chunk) and step.event)
            yield Hang() if streaming and isinstance(step, End) else step


def never_end_after_done() -> Fault:
    """Send all of a stream, ``[DONE]`` too, and never end the body."""
    return _NeverEnd()


@final
@attrs.frozen
class _EditEvents(Fault):
    done: bool = True
    names: bool = True

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            if not isinstance(step, Chunk) or not step.event:
                yield step
            elif self.done or step.data != b"data: [DONE]\n\n":
                lines = step.data.splitlines(keepends=True)
                kept = [line for line in lines if self.names or not line.startswith(b"event:")]
                yield Chunk(b"".join(kept), event=True)


def no_done() -> Fault:
    """Leave out ``[DONE]``: the stream ends properly after its last event."""
    return _EditEvents(done=False)


def unnamed_events() -> Fault:
    """Leave out the `event:` lines."""
    return _EditEvents(names=False)
