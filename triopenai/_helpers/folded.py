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

from triopenai._engine.values import attach_request_id
from triopenai._sansio.decode import resolve
from triopenai._sansio.fold import take
from triopenai._sansio.jsontext import join_surrogates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Self

    from triopenai._engine.reply import ResponseInfo
    from triopenai._sansio.fold import Fold

__all__ = [
    "EventSource",
    "FoldedStream",
    "GrowingText",
    "LazyFold",
    "TextStream",
]

RawT = TypeVar("RawT")
RawT_co = TypeVar("RawT_co", covariant=True)
EventT = TypeVar("EventT")
FoldT = TypeVar("FoldT", bound="Fold")


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

    async def __anext__(self) -> Any:  # noqa: ANN401  # the events of a kind of stream
        """The next event."""
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
        return TextStream(self, self._text_of)

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
            try:
                made = self._take(await anext(self._events))
            except StopAsyncIteration:
                self._state = _State.DONE
                made = self._end()
            self._pending.extend(made)
        except trio.BusyResourceError:
            raise
        except BaseException:
            self._state = _State.CLOSED  # also where the events have ended, and what they end with is wrong
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

    __slots__ = ("_stream", "_text_of")

    def __init__(self, stream: TextSource, text_of: Callable[[Any], str]) -> None:
        self._stream = stream
        self._text_of = text_of  # what an event of the stream adds to the text

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while True:
            text = self._text_of(await self._stream.__anext__())
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
            text = self._text_of(stream.next_nowait())
            if text:
                return text

    async def aclose(self) -> None:
        """Close the stream that it reads."""
        await self._stream.aclose()


@final
class LazyFold(Generic[FoldT]):
    """A fold that takes a stream's events when what they add up to is asked for."""

    __slots__ = ("_events", "_fold", "_received", "_seen")

    def __init__(self, fold: FoldT, events: EventSource[object]) -> None:
        self._fold = fold
        self._events = events
        self._received = events.received
        self._seen = 0

    @property
    def version(self) -> int:
        """A number that grows with the stream."""
        return len(self._received)

    def up_to_date(self) -> FoldT:
        """The fold with all that came; what it gives is its own, which it goes on to change."""
        while self._seen < len(self._received):
            take(self._fold, self._received[self._seen])
            self._seen += 1
        return self._fold

    def skip(self) -> None:
        """Pass over what came before the last event: that holds all of the answer."""
        self._seen = max(self._seen, len(self._received) - 1)

    def read(self, reference: str) -> object:
        """The answer so far as a type, with the request id."""
        value = join_surrogates(self.up_to_date().snapshot() or {})
        answer = resolve(reference).decode_python(value)
        attach_request_id(answer, self._events.request_id)
        return answer


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
