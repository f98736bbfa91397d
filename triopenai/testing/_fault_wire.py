"""Faults of the bytes: their pace, their encoding, their headers, the connection."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Literal, final

import attrs

from triopenai.testing._answer import EmptyAnswer
from triopenai.testing._plan import Fault
from triopenai.testing._steps import Abort, Chunk, Close, End, Hang, Head, Pause, Raw, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triopenai.testing._answer import Answer
    from triopenai.testing._record import ReceivedRequest

__all__ = [
    "close_after",
    "delay",
    "disconnect_idle",
    "gzip",
    "huge_header",
    "late_terminator",
    "raw",
    "slow_bytes",
    "split",
    "sse",
    "truncated_gzip",
    "wrong_content_type",
]


def _with_headers(head: Head, *pairs: tuple[str, str], without: tuple[str, ...] = ()) -> Head:
    kept = tuple(pair for pair in head.headers if pair[0] not in without)
    return Head(head.status, (*kept, *pairs))


@final
@attrs.frozen
class _Header(Fault):
    pairs: tuple[tuple[str, str], ...]
    without: tuple[str, ...] = ()

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            if isinstance(step, Head):
                yield _with_headers(step, *self.pairs, without=self.without)
            else:
                yield step


def wrong_content_type(content_type: str = "text/plain") -> Fault:
    """Send the real body under another type.

    Args:
        content_type: The type; empty sends none.
    """
    pairs = (("content-type", content_type),) if content_type else ()
    return _Header(pairs, without=("content-type",))


def huge_header(size: int = 1_000_000) -> Fault:
    """Send a header that is far too long.

    Args:
        size: Its length in bytes.
    """
    return _Header((("x-huge", "h" * size),))


def close_after() -> Fault:
    """Send ``connection: close`` with the answer, and close the connection after it."""
    return _Header((("connection", "close"),))


@final
@attrs.frozen
class _Split(Fault):
    size: int
    seconds: float

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            if not isinstance(step, Chunk):
                yield step
                continue
            for start in range(0, len(step.data), self.size):
                if self.seconds:
                    yield Pause(self.seconds)
                yield Chunk(step.data[start : start + self.size], event=True)


def slow_bytes(seconds: float = 0.3) -> Fault:
    """Let the body drip, byte by byte.

    Args:
        seconds: The time before each byte.
    """
    return _Split(1, seconds)


def split(size: int = 1) -> Fault:
    """Send the body in pieces that pay no heed to lines, events and characters.

    Args:
        size: Bytes in a piece.
    """
    return _Split(size, 0.0)


@final
@attrs.frozen
class _Delay(Fault):
    first: float = 0.0
    last: float = 0.0

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        if self.first:
            yield Pause(self.first)
        for step in steps:
            if isinstance(step, End) and self.last:
                yield Pause(self.last)
            yield step


def delay(seconds: float) -> Fault:
    """Answer later.

    Args:
        seconds: The time before the first byte.
    """
    return _Delay(first=seconds)


def late_terminator(seconds: float = 0.01) -> Fault:
    """Send all of a body, and its end only later. For streams; other bodies have a length.

    Args:
        seconds: The time between.
    """
    return _Delay(last=seconds)


@final
@attrs.frozen
class _Gzip(Fault):
    whole: bool

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        squeeze = zlib.compressobj(wbits=31)
        for step in steps:
            match step:
                case Head():
                    coded = ("content-encoding", "gzip")
                    yield _with_headers(step, coded, without=("content-length",))
                case Chunk(data, is_event):
                    packed = squeeze.compress(data) + squeeze.flush(zlib.Z_SYNC_FLUSH)
                    if not is_event and not self.whole:
                        packed = packed[: len(packed) // 2]
                    yield Chunk(packed, is_event)
                case End():
                    if self.whole:
                        yield Chunk(squeeze.flush())
                    yield step
                case _:
                    yield step


def gzip() -> Fault:
    """Compress the body, whether or not the client asked for it."""
    return _Gzip(whole=True)


def truncated_gzip() -> Fault:
    """Compress the body and leave out the end of the compressed data; half of it where it is no stream."""
    return _Gzip(whole=False)


@final
@attrs.frozen
class _Idle(Fault):
    seconds: float

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        yield from steps
        yield Close(self.seconds)


def disconnect_idle(after: float = 0.0) -> Fault:
    """Answer properly, and then close the idle connection without having said so.

    Args:
        after: Seconds of idleness. A request that comes earlier is served.
    """
    return _Idle(after)


@final
@attrs.frozen
class _Script(Fault):
    steps: tuple[Step, ...]

    def instead(self, request: ReceivedRequest) -> Answer | None:
        del request
        return EmptyAnswer()

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        head = next(step for step in steps if isinstance(step, Head))
        usual = _with_headers(head, without=("content-length",)).headers
        for step in self.steps:
            yield Head(step.status, (*step.headers, *usual)) if isinstance(step, Head) else step


@final
@attrs.frozen
class _Raw(Fault):
    data: bytes
    then: Literal["close", "reset", "hang"]

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        del steps
        yield Raw(self.data)
        if self.then == "reset":
            yield Abort()
        elif self.then == "hang":
            yield Hang()


def raw(data: bytes, *, then: Literal["close", "reset", "hang"] = "close") -> Fault:
    """Answer with bytes as they are, status line and all.

    Args:
        data: The bytes.
        then: What becomes of the connection after them.
    """
    return _Raw(data, then)


def sse(*pieces: bytes, every: float = 0.0) -> Fault:
    """Answer with a `text/event-stream` body of these bytes, each piece sent by itself.

    Args:
        *pieces: The body.
        every: Seconds before each piece.
    """
    steps: list[Step] = [Head(200, (("content-type", "text/event-stream"),))]
    for piece in pieces:
        if every:
            steps.append(Pause(every))
        steps.append(Chunk(piece, event=True))
    return _Script((*steps, End()))
