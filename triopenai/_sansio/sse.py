"""Server-sent events: from the bytes of a body to events.

The rules are those of the HTML standard (section 9.2.6): lines end with LF, CR or CRLF and nothing else, an
empty line dispatches the event, an event without data is dropped. Data stays bytes, since what it carries is
JSON that a parser reads from bytes.

Theory of operation. Between two calls of `feed` the decoder holds the fields of the event that is being
received (`_data`, `_event`, ...) and the pieces of the line that is being received (`_line`, joined only when
its end is there, so that a long line in small pieces costs linear time). At an event's boundary both are
empty, and what follows is taken whole: where every event is one line of data, or an event line and a line of
data, a `split` and a count of line ends do the work of a loop over lines. Nearly every byte of a real stream
goes that way.

Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast, final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SSEDecoder", "ServerSentEvent"]

_LF: Final = 0x0A
_CR: Final = 0x0D
_BOM: Final = b"\xef\xbb\xbf"
_DONE: Final = b"[DONE]"
_DONE_LINES: Final = frozenset({b"data: [DONE]", b"data:[DONE]"})
_MAX_DIGITS: Final = 16
_DATA: Final = b"data: "
_NEXT_DATA: Final = b"\n\ndata: "
_EVENT: Final = b"event: "


class ServerSentEvent(NamedTuple):
    """One event of a stream.

    Attributes:
        data: The lines of data, joined by LF; text in UTF-8.
        event: The event's type, or None where the stream gives none.
        id: The last event id, which holds until another one is given; None before the first.
        retry: The reconnection time in milliseconds, where this event gives one.
    """

    data: bytes
    event: str | None = None
    id: str | None = None
    retry: int | None = None


# Building the tuple directly costs a third of what the class's own constructor does.
_Fields: TypeAlias = tuple[bytes, str | None, str | None, int | None]
_new = cast(
    "Callable[[type[ServerSentEvent], _Fields], ServerSentEvent]",
    tuple.__new__,  # pyright: ignore[reportUnknownMemberType]  # its stub has no type parameter here
)


@lru_cache(maxsize=256)
def _event_name(line: bytes) -> str | None:
    return line[7:].decode("utf-8", "replace") or None


def _all_named(pairs: list[tuple[bytes, bytes]]) -> bool:
    return all([name[:7] == _EVENT and data[:6] == _DATA for name, data in pairs])  # noqa: C419  # twice as fast as a generator


@final
class SSEDecoder:
    """Turns the pieces of a body into events; how the body was cut into pieces makes no difference."""

    __slots__ = ("_data", "_event", "_ids", "_line", "_retry", "_skip_lf", "_start")

    def __init__(self) -> None:
        self._data: list[bytes] = []
        self._event: str | None = None
        self._retry: int | None = None
        self._ids: str | None = None
        self._line: list[bytes] = []
        self._skip_lf = False
        self._start: bytes | None = b""

    @property
    def truncated(self) -> bool:
        """Whether an event has been begun and not ended: after `finish`, that its rest never came."""
        if self._data or self._event is not None:
            return True
        line = b"".join(self._line)
        return bool(line) and not line.startswith(b":")

    @property
    def pending(self) -> bytes:
        """What there is of the event that has been begun."""
        lines = [_DATA + line for line in self._data]
        if self._event is not None:
            lines.insert(0, _EVENT + self._event.encode())
        return b"\n".join([*lines, b"".join(self._line)])

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next piece of the body and give the events that it completes."""
        if self._start is not None:
            chunk = self._skip_bom(chunk)
        if self._skip_lf and chunk:
            self._skip_lf = False
            if chunk[0] == _LF:
                chunk = chunk[1:]
        if b"\r" in chunk:
            self._skip_lf = chunk[-1] == _CR
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        elif b"\n" not in chunk:
            if chunk:
                self._line.append(chunk)
            return []
        events: list[ServerSentEvent] = []
        if self._line or self._data or self._event is not None or self._retry is not None:
            chunk = self._end_event(chunk, events)
        if chunk:
            self._take_blocks(chunk, events)
        return events

    def finish(self) -> list[ServerSentEvent]:
        """Say that the body has ended.

        An event whose closing empty line never came is discarded, as the standard wants; `truncated` and
        `pending` then tell of it. Only ``[DONE]`` is let through, being whole by itself.
        """
        line = (self._start or b"") + b"".join(self._line)
        self._start = None
        if not self._data and line in _DONE_LINES:
            self._data.append(_DONE)
            line = b""
        if self._data == [_DONE] and not line:
            self._line.clear()
            return self._dispatch([])
        self._line = [line]
        return []

    def _skip_bom(self, chunk: bytes) -> bytes:
        head = (self._start or b"") + chunk
        if len(head) < len(_BOM) and _BOM.startswith(head):
            self._start = head
            return b""
        self._start = None
        return head.removeprefix(_BOM)

    def _end_event(self, text: bytes, events: list[ServerSentEvent]) -> bytes:
        """Read lines up to the end of the event that has been begun, and give back what follows it."""
        start = 0
        while (end := text.find(b"\n", start)) >= 0:
            line = text[start:end]
            start = end + 1
            if self._line:
                self._line.append(line)
                line = b"".join(self._line)
                self._line.clear()
            if line:
                self._take_line(line)
            else:
                self._dispatch(events)
                return text[start:]
        if start < len(text):
            self._line.append(text[start:])
        return b""

    def _take_blocks(self, text: bytes, events: list[ServerSentEvent]) -> None:
        """Read text that begins at an event's boundary."""
        end = text.rfind(b"\n\n")
        if end < 0:
            self._end_event(text.lstrip(b"\n"), events)
            return
        whole, rest = text[:end], text[end + 2 :]
        last_id = self._ids
        if whole[:6] == _DATA:
            found = whole[6:].split(_NEXT_DATA)
            if whole.count(b"\n") == 2 * len(found) - 2:
                events += [_new(ServerSentEvent, (data, None, last_id, None)) for data in found]
                whole = b""
        elif whole[:7] == _EVENT:
            lines = whole.split(b"\n")
            pairs = list(zip(lines[0::3], lines[1::3], strict=False))
            if len(lines) == 3 * len(pairs) - 1 and not any(lines[2::3]) and _all_named(pairs):
                events += [
                    _new(ServerSentEvent, (data[6:], _event_name(name), last_id, None))
                    for name, data in pairs
                ]
                whole = b""
        if whole:
            self._take_mixed(whole, events)
        if rest:
            self._end_event(rest, events)

    def _take_mixed(self, text: bytes, events: list[ServerSentEvent]) -> None:
        """Read whole events of any form."""
        for line in text.split(b"\n"):
            if line:
                self._take_line(line)
            else:
                self._dispatch(events)
        self._dispatch(events)

    def _take_line(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if value[:1] == b" ":
            value = value[1:]
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace") or None
        elif name == b"id":
            if b"\0" not in value:
                self._ids = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) < _MAX_DIGITS:
            self._retry = int(value)

    def _dispatch(self, events: list[ServerSentEvent]) -> list[ServerSentEvent]:
        if self._data:
            data = b"\n".join(self._data)
            events.append(ServerSentEvent(data, self._event, self._ids, self._retry))
            self._data = []
        self._event = None
        self._retry = None
        return events
