"""The events of a response that is made in the background, over as many connections as it takes.

Theory of operation. The server keeps the events of such a response, numbered, and goes on without a listener.
So a connection that is lost costs nothing but another one. States:

- READING: `_events` is a stream of the server's. An event whose number was seen is dropped, as servers may
  repeat some; each other one is given out and becomes the last. A number that skips some is a cut as well:
  the events between are asked for, once. A server that skips them again has none, and its gaps are believed.
- CUT: `_events` broke (it ended early, was reset, or fell silent). A stream of what comes after the last
  event takes its place. Each such call has the retries of any call; a stream that broke with nothing new in
  it counts as a try of its own, with the same bound and the same waits. Something new sets the count back.
- POLLING, where no stream can be had, as the last resort: the response is retrieved until it has ended.
  `_rest` has what leads to it from the last event (see `response_rest`).

When that fails too, the error of the cut is raised, with all that came as `partial`, from the failure. That
the response itself failed is no cut, and neither is cancellation: both pass through. Who closes the stream
ends it in every state.

Rejected: resuming every stream by itself, as one that is not of the background ends with its connection.
"""

from __future__ import annotations

import random
from collections import deque
from typing import TYPE_CHECKING, Final, NoReturn, cast, final

import trio

from triopenai._base.absent import NOT_GIVEN, is_given, omit
from triopenai._base.errors import APIConnectionError, APIError, APIResponseValidationError, APIStatusError
from triopenai._base.stream_errors import PartialStreamError, StreamTruncated
from triopenai._engine.silence import choose_seconds
from triopenai._engine.values import attach_request_id
from triopenai._helpers.polling import Pace, poll
from triopenai._helpers.response_rest import ENDINGS, rest_of
from triopenai._operations.responses import RESPONSES_RETRIEVE
from triopenai._sansio.decode import resolve
from triopenai._sansio.errormap import error_from_event
from triopenai._sansio.fold import fold
from triopenai._sansio.retry import retry_delay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triopenai._engine.engine import Engine
    from triopenai._engine.events import EventStream
    from triopenai._engine.reply import Reply, ResponseInfo
    from triopenai.types import responses as api

__all__ = ["ResumableEvents"]

PENDING: Final = frozenset({"queued", "in_progress"})
_POLL_OPTIONS: Final = ("include", "extra_headers", "timeout", "max_retries")


@final
class ResumableEvents:
    """The events of a response, each once and in order, whatever becomes of the connection.

    Args:
        engine: Makes the calls.
        events: The stream that the response began with, or was attached to.
        params: The keywords of that call; the options among them hold for the others too.
        response_id: The response, where it is known already.
    """

    def __init__(
        self,
        engine: Engine,
        events: EventStream[api.ResponseStreamEvent],
        params: Mapping[str, object],
        response_id: str | None = None,
    ) -> None:
        self.response: ResponseInfo = events.response
        self._engine = engine
        self._events = events
        self._poll_params = {name: params[name] for name in _POLL_OPTIONS if name in params}
        self._stream_params = _stream_params(engine, params)
        self._retry = engine.settings.retry.replace_max(params.get("max_retries", NOT_GIVEN))
        self._id = response_id
        self._received: list[bytes] = []
        self._number: int | None = None  # of the last event
        self._asked: int | None = None  # `_events` was asked to begin after this one
        self._gaps = False
        self._tries = 0  # reopenings since the last new event
        self._rest: deque[bytes] | None = None
        self._busy = False
        self._going_on = trio.CancelScope()

    @property
    def request_id(self) -> str | None:
        """The server's id of the first request."""
        return self.response.request_id

    @property
    def received(self) -> Sequence[bytes]:
        """The data of each event that was given out."""
        return self._received

    async def __anext__(self) -> api.ResponseStreamEvent:
        if self._busy:
            msg = "another task is already reading this stream (responses.stream)"
            raise trio.BusyResourceError(msg)
        self._busy = True
        try:
            while True:
                event = await self._next()
                if event is not None:
                    return event
        finally:
            self._busy = False

    def next_nowait(self) -> api.ResponseStreamEvent:
        """Never has one: an event may turn out to be missing, which is for `__anext__` to mend."""
        raise trio.WouldBlock

    async def _next(self) -> api.ResponseStreamEvent | None:
        """The next event; None where it is not there yet, and the next call goes on."""
        if self._rest is not None:
            return await self._next_of_rest(self._rest)
        try:
            event = await anext(self._events)
        except PartialStreamError as cut:
            await self._go_on(cut)
            return None
        number: object = getattr(event, "sequence_number", None)
        if isinstance(number, int):
            if self._number is not None and number <= self._number:
                return None
            if self._is_gap(number):
                await self._go_on(self._gap_error(number))
                return None
            self._number = number
        self._tries = 0
        self._received.append(self._events.received[-1])
        if self._id is None:
            self._id = getattr(getattr(event, "response", None), "id", None)
        return event

    def _is_gap(self, number: int) -> bool:
        """Whether events are missing before this one, and were not asked for yet."""
        if self._number is None or number == self._number + 1 or self._gaps:
            return False
        if self._asked == self._number:
            self._gaps = True
        return not self._gaps

    def _gap_error(self, number: int) -> StreamTruncated:
        msg = f"Events are missing in the stream: after number {self._number} came number {number}."
        info = self.response
        return StreamTruncated(
            msg,
            request_id=info.request_id,
            operation=RESPONSES_RETRIEVE.name,
            method=info.method,
            url=info.url,
        )

    async def _go_on(self, cut: PartialStreamError) -> None:
        """As `_resume`, until the stream is closed by another task."""
        with self._going_on:
            await self._resume(cut)
        if self._going_on.cancel_called:
            await self._events.aclose()
            msg = "this stream was closed while it was picked up again"
            raise trio.ClosedResourceError(msg)
        self._going_on = trio.CancelScope()

    async def _resume(self, cut: PartialStreamError) -> None:
        """Go on after the last event, by another stream, or else by polling.

        Raises:
            PartialStreamError: Neither is possible.
            APIError: The response failed.
        """
        await self._events.aclose()
        if self._id is None:
            self._give_up(cut, None)
        if self._number is not None and self._tries <= self._retry.max_retries:
            await self._wait(cut)
            self._tries += 1
            params = {**self._stream_params, "starting_after": self._number}
            try:
                stream = await self._engine.stream(RESPONSES_RETRIEVE, params, self._id)
            except (APIConnectionError, APIStatusError, APIResponseValidationError):
                await self._poll(cut, self._id)
            else:
                self._events = stream
                self._asked = self._number
            return
        await self._poll(cut, self._id)

    async def _wait(self, cut: PartialStreamError) -> None:
        """Wait before the next stream, if the last one brought nothing."""
        if not self._tries:
            return
        delay = retry_delay(self._retry, self._tries - 1, None, jitter=random.random(), now=0.0)  # noqa: S311  # spreads load
        if trio.current_time() + delay >= trio.current_effective_deadline():
            self._give_up(cut, None)
        await trio.sleep(delay)

    async def _poll(self, cut: PartialStreamError, response_id: str) -> None:
        """Wait for the response itself."""
        try:
            found = await poll(
                self._engine.raw,
                RESPONSES_RETRIEVE,
                self._poll_params,
                response_id,
                pending=PENDING,
                pace=Pace(),
            )
        except APIError as failure:
            self._give_up(cut, failure)
        reply = cast("Reply[api.Response]", found)
        if reply.parse().status not in ENDINGS:
            self._give_up(cut, None)
        after = -1 if self._number is None else self._number
        self._rest = deque(rest_of(self._received, reply.content, after))

    def _give_up(self, cut: PartialStreamError, failure: APIError | None) -> NoReturn:
        snapshot = fold("response", self._received)
        cut.partial = None if snapshot is None else resolve("responses:Response").decode_python(snapshot)
        attach_request_id(cut.partial, self.request_id)
        cut.events = len(self._received)
        raise cut from failure or cut.__cause__

    async def _next_of_rest(self, rest: deque[bytes]) -> api.ResponseStreamEvent:
        await trio.lowlevel.checkpoint()
        if not rest:
            raise StopAsyncIteration
        data = rest.popleft()
        error = error_from_event(
            data,
            request_id=self.request_id,
            delivered=len(self._received),
            operation=RESPONSES_RETRIEVE.name,
            method=RESPONSES_RETRIEVE.verb,
        )
        if error is not None:
            raise error
        self._received.append(data)
        event = resolve(RESPONSES_RETRIEVE.event).decode(data)
        return cast("api.ResponseStreamEvent", event)

    async def aclose(self) -> None:
        """Close the stream and its connection at once; the response goes on."""
        self._going_on.cancel()
        await self._events.aclose()

    def __repr__(self) -> str:
        return f"<ResumableEvents of {self._id}: {len(self._received)} events read, over {self._events!r}>"


def _stream_params(engine: Engine, params: Mapping[str, object]) -> dict[str, object]:
    """The keywords of the calls that go on."""
    kept = {name: params[name] for name in (*_POLL_OPTIONS, "idle_timeout") if name in params}
    settings = engine.settings
    first = choose_seconds(
        "first_event_timeout", params.get("first_event_timeout", omit), settings.first_event_timeout
    )
    if first is None:
        # To who goes on, the first event is the next one.
        idle = params.get("idle_timeout", omit)
        first = choose_seconds("idle_timeout", idle, settings.idle_timeout)
    options = params.get("stream_options")
    if isinstance(options, dict):
        obfuscation = cast("dict[str, object]", options).get("include_obfuscation", omit)
        if is_given(obfuscation):
            kept["include_obfuscation"] = obfuscation
    return {**kept, "stream": True, "first_event_timeout": first}
