"""Streams of server-sent events, read as typed values.

Theory of operation. A stream is OPEN until one of three things happens to it, and CLOSED ever after:

- the server said that it is done (``[DONE]``, or the body's end after a finish reason or a terminal event):
  what little may follow is drained within a bound, so that the connection is reused, and iteration stops;
- it broke (the body ended early, the connection was reset, the server sent an error event): the connection
  is closed and the error raised, with everything that had arrived folded into `partial`;
- the user left (the block ended, by whatever cause; `aclose`; cancellation): the connection is closed.

Only the first is the end of the events (`_complete`), and iterating again ends again. After the others there
may have been more, so iterating again raises: a loop over part of a stream must not look like one over all.

Events are kept as the bytes that they came in, and folded only if a partial result is ever asked for: folding
each one as it comes would cost as much as reading it.

A piece of the body holds many events. Those that wait in the buffer are handed out with a checkpoint that
only looks for cancellation, and with a full one (other tasks may run) at every 32nd; a read from the
connection is a full checkpoint by itself. `next_nowait` hands out of the buffer too, but only what is plainly
an event: what ends or breaks the stream takes waiting, and is left in the buffer for iteration to find.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, Generic, NoReturn, cast, final

import trio
from typing_extensions import TypeVar

from triopenai._base.errors import APIError, APIResponseValidationError
from triopenai._base.stream_errors import (
    PartialStreamError,
    StreamReset,
    StreamStalled,
    StreamTruncated,
    ToolCallTruncated,
)
from triopenai._engine.call import Where, read_start
from triopenai._engine.folding import FOLDINGS
from triopenai._engine.reply import ResponseInfo, describe
from triopenai._engine.silence import silent_from_start
from triopenai._engine.values import attach_request_id
from triopenai._net.errors import TransportError, TransportTimeout
from triopenai._sansio.decode import DecodeError, resolve
from triopenai._sansio.ending import new_ending
from triopenai._sansio.errormap import bad_content, error_from_event
from triopenai._sansio.fold import Remains, is_finished, remains_of
from triopenai._sansio.sse import ServerSentEvent, SSEDecoder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from triopenai._engine.call import Call
    from triopenai._net.transport import Response
    from triopenai._sansio.ending import Ending
    from triopenai._sansio.fold import FoldKind
    from triopenai._sansio.operation import StreamOperation

__all__ = ["EventStream"]

E = TypeVar("E", covariant=True, default=object)

FULL_CHECKPOINT_MASK: Final = 31
DONE: Final = b"[DONE]"
EVENTS: Final = "text/event-stream"
MAX_SHOWN: Final = 4096


class _WhatCame(Where):
    """What the error of a broken stream says of it."""

    partial: object
    events: int
    request_id: str | None


@final
class EventStream(trio.abc.AsyncResource, Generic[E]):
    """The events of a streaming call, as they arrive.

    Use it as a block, so that the connection is given back at once however the block ends::

        async with await client.chat.completions.create(..., stream=True) as stream:
            async for chunk in stream:
                ...

    Iterating is a checkpoint. Cancelled while waiting for an event, the stream is closed. Only one task may
    iterate at a time. A stream left open is closed with its client, with a `ResourceWarning`.

    Raises:
        StreamTruncated: The stream ended before its end; `partial` has what arrived. Its subclasses are
            `ToolCallTruncated` and `StreamReset`.
        StreamStalled: No event came for `idle_timeout`, or not a byte for the read timeout; it has `partial`
            too.
        APIError: The server reported a failure in the stream.
        trio.BusyResourceError: Another task is waiting for an event.
        trio.ClosedResourceError: The stream was closed before its end, by this side or because it broke.
    """

    __slots__ = (
        "_begun",
        "_buffer",
        "_busy",
        "_call",
        "_complete",
        "_count",
        "_decode",
        "_decoder",
        "_ending",
        "_forget",
        "_idle",
        "_kept",
        "_kind",
        "_named",
        "_open",
        "_response",
        "_strict",
        "response",
    )

    def __init__(
        self,
        call: Call,
        response: Response,
        forget: Callable[[EventStream[object]], None],
        decode: Callable[..., object] | None = None,
    ) -> None:
        operation = cast("StreamOperation[object, object]", call.operation)
        self.response: ResponseInfo = describe(call, response)
        self._call = call
        self._response = response
        self._forget = forget
        self._decoder = SSEDecoder()
        self._decode = decode or resolve(operation.event).decode
        folding = FOLDINGS.get(operation.event)
        self._kind: FoldKind | None = None if folding is None else folding.kind
        self._ending: Ending | None = new_ending(operation.event)
        self._named = operation.sse_named
        self._strict = call.settings.strict
        self._idle = call.idle_timeout
        self._kept: list[bytes] = []
        self._buffer: deque[ServerSentEvent] = deque()
        self._count = 0
        self._busy = False
        self._begun = False
        self._open = True
        self._complete = False

    @property
    def request_id(self) -> str | None:
        """The server's id of the request."""
        return self.response.request_id

    @property
    def received(self) -> Sequence[bytes]:
        """The data of each event that was given out, as it came, or as ``{"event": name, "data": ...}``.

        It grows with the stream; it stays empty for kinds of streams that are not folded.
        """
        return self._kept

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> E:
        if self._busy:
            raise self._busy_error()
        self._busy = True
        try:
            event = await self._next()
            if event.data == DONE:
                await self._finish()
                raise StopAsyncIteration
            if _may_be_error(event):
                await self._raise_if_error(event)
            self._count += 1
            return self._value_of(event)
        except DecodeError as error:
            raise await self._unreadable(error) from error
        except trio.Cancelled:
            await self.aclose()
            raise
        finally:
            self._busy = False

    def next_nowait(self) -> E:
        """The next event, if it has come already: for taking in one go what came together.

        Raises:
            trio.WouldBlock: It has not; or what comes next is the end or an error, which iterating tells.
            trio.BusyResourceError: Another task is waiting for an event.
        """
        if self._busy:
            raise self._busy_error()
        buffer = self._buffer
        while buffer and not buffer[0].data:
            buffer.popleft()
        if not buffer or buffer[0].data == DONE or _may_be_error(buffer[0]):
            raise trio.WouldBlock
        try:
            value = self._value_of(buffer[0])
        except DecodeError:
            raise trio.WouldBlock from None
        buffer.popleft()
        self._count += 1
        return value

    def _busy_error(self) -> trio.BusyResourceError:
        msg = f"another task is already reading this stream ({self._call.operation.name})"
        return trio.BusyResourceError(msg)

    async def _next(self) -> ServerSentEvent:
        """The next event that has data; one without only keeps the connection awake."""
        deadline: float | None = None
        while True:
            if self._buffer:
                if self._count & FULL_CHECKPOINT_MASK:
                    await trio.lowlevel.checkpoint_if_cancelled()
                else:
                    await trio.lowlevel.checkpoint()
            elif self._is_over():
                await self._finish()
                raise StopAsyncIteration
            else:
                if self._idle is not None and deadline is None:
                    deadline = trio.current_time() + self._idle
                if not await self._fill(deadline):
                    raise StopAsyncIteration
            event = self._buffer.popleft()
            if event.data:
                return event

    def _is_over(self) -> bool:
        """Whether the last event says that none will follow: responses end without ``[DONE]``."""
        return self._kind == "response" and is_finished("response", self._kept[-1:])

    def _value_of(self, event: ServerSentEvent) -> E:
        data = event.data
        if self._named:
            data = b'{"event":"%s","data":%s}' % ((event.event or "").encode(), data)
        value: E = self._decode(data, strict=self._strict)  # type: ignore[assignment]  # the operation's event
        if self._kind is not None:
            self._kept.append(data)
        elif self._ending is not None:
            self._ending.take(value)
        return value

    async def _unreadable(self, error: DecodeError) -> APIResponseValidationError:
        await self._abandon(error)
        msg = f"Event {self._count} of the stream cannot be read: {error}"
        return APIResponseValidationError(
            msg, status_code=self.response.status_code, request_id=self.request_id, **self._call.where()
        )

    async def _fill(self, deadline: float | None = None) -> bool:
        """Read until there is an event; False at the end of the stream.

        A deadline bounds all of it, so that comments and parts of an event do not put it off.
        """
        while self._open:
            try:
                if deadline is None:
                    piece = await self._response.receive_some()
                else:
                    piece = await self._response.receive_before(deadline)
            except TransportError as error:
                if not self._open:  # another task closed the stream meanwhile
                    raise self._closed_error() from None
                await self._break(error, late=deadline is not None and trio.current_time() >= deadline)
            if piece:
                self._buffer.extend(self._decoder.feed(piece))
            else:
                self._buffer.extend(self._decoder.finish())
                if not self._buffer:
                    await self._end_of_body()
                    return False
            if self._buffer:
                return True
        await trio.lowlevel.checkpoint()
        if not self._complete:
            raise self._closed_error()
        return False

    def _closed_error(self) -> trio.ClosedResourceError:
        name = self._call.operation.name
        return trio.ClosedResourceError(f"this stream of {name} was closed after {self._count} events")

    async def _finish(self) -> None:
        """The server said that it is done: leave the connection fit for reuse if that is quickly had."""
        self._open = False
        self._complete = True
        self._buffer.clear()
        settings = self._call.settings
        try:
            await self._response.drain(settings.drain_bytes, settings.drain_seconds)
        finally:
            await self._abandon()  # noqa: ASYNC102  # closes even when cancelled

    async def _end_of_body(self) -> None:
        """The body ended cleanly, which is an end only if the API's own end had come."""
        error: PartialStreamError | None = None
        if not self._came_to_its_end():
            error = self._truncated()
        elif self._decoder.truncated:
            error = self._truncated("in the middle of an event")
        await self._abandon(error)
        if error is not None:
            raise error
        self._complete = True

    def _came_to_its_end(self) -> bool:
        if self._kind is not None:
            return is_finished(self._kind, self._kept)
        return self._ending is None or self._ending.has_come

    def _remains(self) -> Remains:
        """What came, and where it stops."""
        if self._kind is not None:
            return remains_of(self._kind, self._kept)
        where = f"after {self._count} events"
        if self._ending is not None and not self._ending.has_come:
            where = f"{where}, {self._ending.lack}"
        return Remains(where, in_tool_call=False, answer=None)

    def _truncated(self, where: str = "", cause: TransportError | None = None) -> PartialStreamError:
        remains = self._remains()
        error_type: type[PartialStreamError] = StreamTruncated
        how = f"The stream ended {where or remains.where}"
        if cause is not None:
            error_type, how = StreamReset, f"The connection broke {remains.where}: {cause}"
        elif remains.in_tool_call:
            error_type = ToolCallTruncated
        return error_type(self._told(how), **self._what_came(remains))

    def _told(self, how: str) -> str:
        """What the error of a broken stream says."""
        return f"{how}." if self._kind is None else f"{how}; what had arrived is in `partial`."

    def _stalled(self, *, late: bool) -> StreamStalled:
        if late and not self._begun:
            return silent_from_start(self._call)
        limit, seconds = ("idle_timeout", self._idle) if late else ("timeout.read", self._call.timeout.read)
        remains = self._remains()
        how = f"The stream fell silent {remains.where}: {'no event' if late else 'nothing'} came for"
        msg = self._told(f"{how} {seconds or 0.0:g} seconds ({limit})")
        return StreamStalled(msg, limit=limit, seconds=seconds, **self._what_came(remains))

    def _what_came(self, remains: Remains) -> _WhatCame:
        return {
            "partial": self._partial(remains.answer),
            "events": self._count,
            "request_id": self.request_id,
            **self._call.where(),
        }

    async def _break(self, cause: TransportError, *, late: bool) -> NoReturn:
        stalled = isinstance(cause, TransportTimeout)
        error = self._stalled(late=late) if stalled else self._truncated(cause=cause)
        await self._abandon(error)
        raise error from cause

    def _partial(self, answer: dict[str, object] | None) -> object:
        if answer is None:
            return None
        operation = cast("StreamOperation[object, object]", self._call.operation)
        partial = resolve(FOLDINGS[operation.event].result).decode_python(answer)
        attach_request_id(partial, self.request_id)
        return partial

    async def _raise_if_error(self, event: ServerSentEvent) -> None:
        error: APIError | None = error_from_event(
            event.data,
            event=event.event,
            headers=self.response.headers,
            request_id=self.request_id,
            delivered=self._count,
            **self._call.where(),
        )
        if error is not None:
            await self._abandon(error)
            raise error

    async def begin(self) -> bool:
        """Wait for the first event, so that a stream that fails before it can be retried.

        Returns:
            Whether there is one; a stream without is at its end.

        Raises:
            APIResponseValidationError: The answer is no stream.
        """
        content_type = self._response.headers.get("content-type", EVENTS)
        if not content_type.lower().startswith(EVENTS):
            raise bad_content(
                status=self._response.status,
                headers=self._response.headers,
                body=await read_start(self._response, MAX_SHOWN),
                expected="a stream of server-sent events",
                **self._call.where(),
            )
        limit = self._call.first_event_timeout
        if not await self._fill(None if limit is None else trio.current_time() + limit):
            return False
        self._begun = True
        event = self._buffer[0]
        if _may_be_error(event):
            await self._raise_if_error(event)
        if self._call.watch is not None:
            self._call.watch.first_event()
        return True

    async def _abandon(self, error: Exception | None = None) -> None:
        if error is not None and self._call.watch is not None:
            self._call.watch.broke(error)
        self._open = False
        self._forget(self)
        await self._response.aclose()

    async def aclose(self) -> None:
        """Close the stream and its connection at once. Does nothing the second time."""
        self._buffer.clear()
        await self._abandon()

    def __repr__(self) -> str:
        state = "open" if self._open else "closed"
        return f"<EventStream of {self._call.operation.name}: {state}, {self._count} events read>"


def _may_be_error(event: ServerSentEvent) -> bool:
    return b'"error"' in event.data or event.event == "error"
