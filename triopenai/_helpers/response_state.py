"""From the events of a response to those with snapshots and parsed texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, cast, final

from triopenai._helpers.folded import GrowingText
from triopenai._helpers.parse_response import fill_response, is_final, refuse_cut_response
from triopenai._helpers.response_events import (
    ResponseCompletedEvent,
    ResponseFunctionCallArgumentsDeltaEvent,
    ResponseTextDeltaEvent,
    ResponseTextDoneEvent,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triopenai._base.model import BaseModel
    from triopenai._helpers.folded import LazyFold
    from triopenai._helpers.parsers import Parsers
    from triopenai._helpers.response_events import ResponseStreamEvent
    from triopenai._sansio.fold_response import ResponseFold
    from triopenai.types import responses as api
    from triopenai.types.responses import ParsedResponse

__all__ = ["ResponseState"]

ModelT = TypeVar("ModelT", bound="BaseModel")

SNAPSHOT: Final = "responses:ParsedResponse"


@final
class ResponseState:
    """Makes events of events, and the response of them all."""

    def __init__(self, fold: LazyFold[ResponseFold], parsers: Parsers) -> None:
        self._fold = fold
        self._parsers = parsers
        self._texts: dict[tuple[object, ...], GrowingText] = {}
        self._snapshot: ParsedResponse[object] | None = None
        self._version = -1
        self._misfit: ValueError | None = None
        self.final: ParsedResponse[object] | None = None

    @property
    def current_response_snapshot(self) -> ParsedResponse[object]:
        """The response so far."""
        if self._snapshot is None or self._version != self._fold.version:
            self._version = self._fold.version
            self._snapshot = cast("ParsedResponse[object]", self._fold.read(SNAPSHOT))
        return self._snapshot

    def take(self, event: api.ResponseStreamEvent) -> ResponseStreamEvent[object]:
        """What to give out for an event.

        Raises:
            LengthFinishReasonError: A text that is to be parsed was cut.
            ContentFilterFinishReasonError: It was withheld.
            ValueError: It cannot be parsed.
        """
        made: object = event
        if event.type == "response.output_text.delta":
            made = self._text_delta(event)
        elif event.type == "response.function_call_arguments.delta":
            made = self._arguments_delta(event)
        elif event.type == "response.output_text.done":
            made = self._text_done(event)
        elif event.type == "response.completed":
            made = self._completed(event)
        elif event.type == "response.incomplete":
            self._check_incomplete()
        return cast("ResponseStreamEvent[object]", made)

    def _grow(self, key: tuple[object, ...], piece: object) -> tuple[str, str]:
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = GrowingText()
        return text.add(piece if isinstance(piece, str) else ""), text.text

    def _text_delta(self, event: api.ResponseTextDeltaEvent) -> ResponseTextDeltaEvent:
        delta, snapshot = self._grow((event.item_id, event.output_index, event.content_index), event.delta)
        return _more(ResponseTextDeltaEvent, event, delta=delta, snapshot=snapshot)

    def _arguments_delta(
        self, event: api.ResponseFunctionCallArgumentsDeltaEvent
    ) -> ResponseFunctionCallArgumentsDeltaEvent:
        delta, snapshot = self._grow((event.item_id, event.output_index), event.delta)
        return _more(ResponseFunctionCallArgumentsDeltaEvent, event, delta=delta, snapshot=snapshot)

    def _text_done(self, event: api.ResponseTextDoneEvent) -> object:
        parsed: object = None
        if self._parsers.text is not None and event.text and is_final(self._phase(event.item_id)):
            try:
                parsed = self._parsers.text(event.text)
            except ValueError as error:
                # A text that was cut ends like any other; the response's own end says which it is.
                self._misfit = error
        return _more(ResponseTextDoneEvent, event, parsed=parsed)

    def _phase(self, item_id: str) -> object:
        """The phase of the work that a message belongs to."""
        output = (self._fold.up_to_date().snapshot() or {}).get("output", ())
        items = cast("Iterable[Mapping[str, object]]", output)
        return next((item.get("phase") for item in items if item.get("id") == item_id), None)

    def _completed(self, event: api.ResponseCompletedEvent) -> object:
        if self._misfit is not None:
            raise self._misfit
        if event.response.output:  # some servers leave it to the events before
            self._fold.skip()
        self.final = self.current_response_snapshot
        fill_response(self.final, self._parsers)
        return _more(ResponseCompletedEvent, event, response=self.final)

    def _check_incomplete(self) -> None:
        if self._parsers.any:
            refuse_cut_response(self.current_response_snapshot)
        if self._misfit is not None:
            raise self._misfit


def _more(kind: type[ModelT], event: BaseModel, **fields: object) -> ModelT:
    """An event of the API as one of ours, with fields that it does not have.

    Nobody else has seen the event yet, so it is changed itself: that takes a tenth of the time of a copy.
    """
    object.__setattr__(event, "__class__", kind)
    vars(event).update(fields)
    event.__pydantic_fields_set__.update(fields)
    return cast("ModelT", event)
