"""Streams that give more than the server sends: events with what they add up to, and the whole at the end.

Theory of operation. Such a stream reads an `EventStream` and makes of each event zero or more of its own,
which wait in `_pending`. It is OPEN until

- the event stream ends as the API promises: it is DONE, and iterating it again stops at once;
- anything else happens (an error, a cancellation, `aclose`): it is CLOSED, its connection is closed with it,
  and iterating it is an error, because what it has is not the whole answer.

Folding is left to who asks: the event stream keeps the events as they came, and a `LazyFold` takes those
that it has not seen yet when its snapshot is asked for.
"""

from __future__ import annotations

import enum
from abc import abstractmethod
from collections import deque
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast, final

import trio

from triopenai._engine.reply import Reply
from triopenai._engine.values import attach_request_id
from triopenai._sansio.decode import resolve
from triopenai._sansio.fold import new_fold
from triopenai._sansio.jsontext import join_surrogates, parse_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Self

    from triopenai._engine.events import EventStream
    from triopenai._engine.reply import ResponseInfo
    from triopenai._sansio.fold import FoldKind

__all__ = [
    "EventSource",
    "FoldedStream",
    "GrowingText",
    "LazyFold",
    "TextStream",
    "bare_stream",
]

RawT = TypeVar("RawT")
RawT_co = TypeVar("RawT_co", covariant=True)
EventT = TypeVar("EventT")


class _State(enum.Enum):
    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"


class EventSource(Protocol[RawT_co]):
    """What a stream with snapshots reads: an `EventStream`, or several of them as one."""

    @property
    def response(self) -> ResponseInfo:
        """Status, headers, request id and attempts of the call."""
        ...

    @property
    def request_id(self) -> str | None:
        """The server's id of the request."""
        ...

    @property
    def received(self) -> Sequence[bytes]:
        """The data of each event that was given out."""
        ...

    async def __anext__(self) -> RawT_co:
        """The next event."""
        ...

    def next_nowait(self) -> RawT_co:
        """The next event, if it has come already; otherwise `trio.WouldBlock`."""
        ...

    async def aclose(self) -> None:
        """Close it."""
        ...


class TextSource(Protocol):
    """What a text stream reads."""

    async def __anext__(self) -> Any:  # noqa: ANN401  # the events of a kind of stream, which it takes back
        """The next event."""
        ...

    def _text_of(self, event: Any) -> str:  # noqa: ANN401  # as above
        """What an event adds to the text."""
        ...

    async def aclose(self) -> None:
        """Close it."""
        ...


class FoldedStream(trio.abc.AsyncResource, Generic[RawT, EventT]):
    """The base of streams with snapshots: iteration, closing, and reading to the end."""

    def __init__(self, events: EventSource[RawT]) -> None:
        self._events = events
        self._pending: deque[EventT] = deque()
        self._state = _State.OPEN
        self._failure: Exception | None = None  # found by `next_nowait`, which cannot close the stream

    @abstractmethod
    def _take(self, event: RawT) -> Iterable[EventT]:
        """What to give out for an event that came."""

    def _end(self) -> Iterable[EventT]:
        """What to give out when the stream has ended as it should."""
        return ()

    @abstractmethod
    def _text_of(self, event: EventT) -> str:
        """What an event adds to the text of the answer; nothing for most."""

    @property
    def response(self) -> ResponseInfo:
        """Status, headers, request id and attempts of the call."""
        return self._events.response

    @property
    def request_id(self) -> str | None:
        """The server's id of the request."""
        return self._events.request_id

    @property
    def text_stream(self) -> TextStream:
        """The text of the answer as it grows: ``async for text in stream.text_stream``.

        It reads this stream, so the events that it passes over are not seen by anyone else.
        """
        return TextStream(self)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> EventT:
        if self._pending:
            try:
                await trio.lowlevel.checkpoint_if_cancelled()
            except trio.Cancelled:
                await self.aclose()
                raise
        while not self._pending:
            await self._pull()
        return self._pending.popleft()

    def next_nowait(self) -> EventT:
        """The next event, if it has come already: for taking in one go what came together.

        Raises:
            trio.WouldBlock: It has not; or what comes next is the end or an error, which iterating tells.
            trio.BusyResourceError: Another task is waiting for an event.
        """
        while not self._pending:
            if self._state is not _State.OPEN or self._failure is not None:
                raise trio.WouldBlock
            event = self._events.next_nowait()
            try:
                self._pending.extend(self._take(event))
            except Exception as error:  # noqa: BLE001  # iterating raises it
                self._failure = error
                self._pending.clear()
        return self._pending.popleft()

    async def _pull(self) -> None:
        """Wait for the next event, and make ours of it."""
        if self._state is not _State.OPEN:
            await trio.lowlevel.checkpoint()
            if self._state is _State.DONE:
                raise StopAsyncIteration
            msg = "this stream was closed before its end"
            raise trio.ClosedResourceError(msg)
        try:
            if self._failure is not None:
                raise self._failure  # noqa: TRY301  # it closes the stream, as any other does
            self._pending.extend(self._take(await anext(self._events)))
        except trio.BusyResourceError:
            raise
        except StopAsyncIteration:
            self._state = _State.DONE
            self._pending.extend(self._end())
            if not self._pending:
                raise
        except BaseException:
            await self.aclose()
            raise

    async def until_done(self) -> Self:
        """Read the stream to its end, passing over the events.

        Raises:
            APIError: As for iterating.
            trio.ClosedResourceError: The stream was closed before its end.
        """
        async for _ in self:
            pass
        return self

    async def aclose(self) -> None:
        """Close the stream and its connection at once. Does nothing the second time."""
        self._pending.clear()
        if self._state is _State.OPEN:
            self._state = _State.CLOSED
        await self._events.aclose()

    async def close(self) -> None:
        """As `aclose`."""
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {self._state.value}, over {self._events!r}>"


@final
class TextStream:
    """The pieces of an answer's text, in order; made by `text_stream` of a stream.

    Only one task may read it at a time, and not while another reads the stream's events.
    """

    __slots__ = ("_stream",)

    def __init__(self, stream: TextSource) -> None:
        self._stream = stream

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while True:
            event = await self._stream.__anext__()
            text = self._stream._text_of(event)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # a part of it
            if text:
                return text

    def next_nowait(self) -> str:
        """The next piece, if it has come already.

        Raises:
            trio.WouldBlock: It has not; or what comes next is the end or an error, which iterating tells.
            trio.BusyResourceError: Another task is waiting for an event.
        """
        stream = self._stream
        if not isinstance(stream, FoldedStream):  # an assistant's, whose hooks are to be waited for
            raise trio.WouldBlock
        while True:
            text = stream._text_of(stream.next_nowait())  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # a part of it
            if text:
                return text

    async def aclose(self) -> None:
        """Close the stream that it reads."""
        await self._stream.aclose()


@final
class LazyFold:
    """The answer that a stream's events add up to, folded when it is asked for."""

    __slots__ = ("_events", "_fold", "_received", "_seen")

    def __init__(self, kind: FoldKind, events: EventSource[object]) -> None:
        self._fold = new_fold(kind)
        self._events = events
        self._received = events.received
        self._seen = 0

    def read(self, reference: str) -> object:
        """The answer so far as a type, with the request id."""
        answer = resolve(reference).decode_python(self.snapshot() or {})
        attach_request_id(answer, self._events.request_id)
        return answer

    @property
    def version(self) -> int:
        """A number that grows with the stream."""
        return len(self._received)

    def peek(self) -> Mapping[str, object] | None:
        """The answer so far as plain values; they are the fold's own, which it goes on to change."""
        while self._seen < len(self._received):
            event = parse_json(self._received[self._seen])
            self._seen += 1
            if isinstance(event, dict):
                self._fold.add(cast("dict[str, object]", event))
        return self._fold.snapshot()

    def snapshot(self) -> dict[str, object] | None:
        """The answer so far as plain values."""
        value = self.peek()
        return None if value is None else cast("dict[str, object]", join_surrogates(value))


@final
class GrowingText:
    """A text and its last piece.

    A piece that ends with the first half of a surrogate pair (a server cut an escaped character in two) is
    given without that half, which comes with the next one.
    """

    __slots__ = ("_held", "begun", "length", "text")

    def __init__(self) -> None:
        self.text: str = ""
        self.length: int = 0  # of what came, halves of pairs counted
        self.begun: bool = False
        self._held: str = ""

    def add(self, piece: str) -> str:
        """Take a piece, and give what the text grows by."""
        self.begun = True
        self.length += len(piece)
        if self._held:
            piece, self._held = self._held + piece, ""
        if piece and not piece.isascii():
            if "\ud800" <= piece[-1] <= "\udbff":
                piece, self._held = piece[:-1], piece[-1]
            piece = cast("str", join_surrogates(piece))
        self.text += piece
        return piece


def bare_stream(stream: EventStream[RawT] | Reply[EventStream[RawT]]) -> EventStream[RawT]:
    """The stream itself, where an engine that answers with replies gave it."""
    return stream.parse() if isinstance(stream, Reply) else stream
