"""A response as it is written: events with snapshots, and the whole at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, cast, final

from typing_extensions import TypeVar

from triopenai._engine.callblock import CallBlock
from triopenai._helpers.folded import FoldedStream, LazyFold
from triopenai._helpers.response_events import ResponseStreamEvent, ResponseTextDeltaEvent
from triopenai._helpers.response_resume import ResumableEvents
from triopenai._helpers.response_state import ResponseState
from triopenai._operations.responses import RESPONSES_CREATE, RESPONSES_RETRIEVE
from triopenai._sansio.fold_response import ResponseFold

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from triopenai._engine.engine import Engine
    from triopenai._helpers.folded import EventSource
    from triopenai._helpers.parsers import Parsers
    from triopenai.types import responses as api
    from triopenai.types.responses import ParsedResponse

__all__ = ["AsyncResponseStream", "AsyncResponseStreamManager", "opener"]

T = TypeVar("T", default=None)


@final
class AsyncResponseStream(FoldedStream["api.ResponseStreamEvent", "ResponseStreamEvent[T]"], Generic[T]):
    """The events of a response, made by ``client.responses.stream(...)``.

    Iterating gives the API's events in order, told apart by `type`. Those of
    ``response.output_text.delta`` and ``response.function_call_arguments.delta`` have a `snapshot`,
    ``response.output_text.done`` has `parsed`, and the response of ``response.completed`` is parsed.

    Iterating is a checkpoint; only one task may iterate at a time. Cancelled or failed, the stream is closed,
    and its connection with it.

    Raises:
        LengthFinishReasonError: A text that is to be parsed was cut at the token limit.
        ContentFilterFinishReasonError: A text that is to be parsed was withheld.
        ValueError: A text does not fit the type that it is to be parsed into.
        PartialStreamError: The stream ended before its end; `partial` has what arrived.
        APIError: The server reported a failure in the stream, or that the response failed.
        trio.BusyResourceError: Another task is waiting for an event.
        trio.ClosedResourceError: The stream was closed before its end.
    """

    def __init__(
        self,
        events: EventSource[api.ResponseStreamEvent],
        parsers: Parsers,
        starting_after: int | None = None,
    ) -> None:
        super().__init__(events)
        self._reading = ResponseState(LazyFold(ResponseFold(), events), parsers)
        self._after = starting_after

    def _take(self, event: api.ResponseStreamEvent) -> tuple[ResponseStreamEvent[T], ...]:
        made = cast("ResponseStreamEvent[T]", self._reading.take(event))
        if self._after is not None:
            number: object = getattr(event, "sequence_number", None)
            if isinstance(number, int) and number <= self._after:
                return ()
        return (made,)

    def _text_of(self, event: ResponseStreamEvent[T]) -> str:
        return event.delta if isinstance(event, ResponseTextDeltaEvent) else ""

    @property
    def current_response_snapshot(self) -> ParsedResponse[T]:
        """The response so far, put together when it is asked for, also after the stream broke."""
        return cast("ParsedResponse[T]", self._reading.current_response_snapshot)

    async def get_final_response(self) -> ParsedResponse[T]:
        """Read to the end, and give the whole response.

        A response that ended incomplete is given too: its `status` says so. Where its text was to be
        parsed, that is an error.

        Raises:
            APIError: As for iterating, with the other errors that are listed there.
            trio.ClosedResourceError: The stream was closed before its end.
        """
        await self.until_done()
        return cast("ParsedResponse[T]", self._reading.final or self._reading.current_response_snapshot)


@final
class AsyncResponseStreamManager(CallBlock["AsyncResponseStream[T]"], Generic[T]):
    """What ``client.responses.stream(...)`` gives; entering it makes the call.

    It waits for the first event, with the retries of any call. Leaving closes the stream. It is entered once.
    """


def opener(
    engine: Engine,
    params: Mapping[str, object],
    parsers: Parsers,
    *,
    response_id: str | None = None,
    starting_after: int | None = None,
    resume: bool = False,
) -> Callable[[], Awaitable[AsyncResponseStream[T]]]:
    """What makes the call."""

    async def open_stream() -> AsyncResponseStream[T]:
        if response_id is None:
            events = await engine.stream(RESPONSES_CREATE, params)
        else:
            events = await engine.stream(RESPONSES_RETRIEVE, params, response_id)
        if not resume:
            return AsyncResponseStream(events, parsers, starting_after)
        whole = ResumableEvents(engine, events, params, response_id)
        return AsyncResponseStream(whole, parsers, starting_after)

    return open_stream
