"""The responses area."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai.testing._answer import Answer, ApiError, Event, JsonAnswer, StreamAnswer
from triopenai.testing._collections import Collection
from triopenai.testing._conversations import add_items, conversation_of, items_of
from triopenai.testing._models import check_model
from triopenai.testing._response_build import StoredResponse, build_response
from triopenai.testing._response_input import count_input, input_items
from triopenai.testing._router import Route
from triopenai.testing._store import Call, cursor_page
from triopenai.testing._usage import note_use
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Store

__all__ = ["ROUTES", "answer_body", "stored_responses"]


def stored_responses(store: Store) -> Iterable[StoredResponse]:
    """The responses that are kept, the oldest first."""
    return _RESPONSES.of(store).values()


def _check(call: Call, body: Body) -> None:
    if not body.has("prompt"):
        body.require("model")
    body.text("model")
    body.number("temperature", low=0, high=2)
    body.number("top_p", low=0, high=1)
    body.integer("max_output_tokens", low=16)
    body.flag("stream")
    if body.has("conversation") and body.has("previous_response_id"):
        message = "Only one of 'conversation' and 'previous_response_id' can be given."
        raise ApiError(400, message, param="conversation", code="mutually_exclusive_parameters")
    if body.flag("background") and not body.flag("store", default=True):
        message = "A response in the background must be stored."
        raise ApiError(400, message, param="store", code="invalid_value")
    if not isinstance(body.raw("input"), str):
        body.items("input", empty=False)
    if body.has("model"):
        check_model(call.store, body.text("model"))


def _before(call: Call, body: Body, conversation: str | None) -> Sequence[JsonObject]:
    """The items of the conversation that a request goes on from."""
    if conversation is not None:
        return items_of(call.store, conversation)
    id_ = body.text("previous_response_id")
    if not id_:
        return ()
    found = _RESPONSES.of(call.store).get(id_)
    if found is None:
        message = f"Previous response with id '{id_}' not found."
        raise ApiError(400, message, param="previous_response_id", code="previous_response_not_found")
    output = cast("list[JsonObject]", found.final["output"])
    return [*found.input, *output]


def answer_body(call: Call, body: Body) -> StoredResponse:
    """Answer a request, and keep the answer unless it says not to.

    Raises:
        ApiError: A field is missing or wrong.
    """
    _check(call, body)
    conversation = conversation_of(body, call.store)
    items = input_items(body, call.store)
    before = _before(call, body, conversation)
    made = build_response(body, call.store, items, before)
    _note_use(call.store, made.final)
    if conversation is not None:
        add_items(call.store, conversation, [*items, *cast("list[JsonObject]", made.final["output"])])
    if body.flag("store", default=True):
        _RESPONSES.add(call, made)
    return made


def _note_use(store: Store, response: JsonObject) -> None:
    model, usage = response["model"], cast("dict[str, int]", response["usage"])
    asked, given = usage["input_tokens"], usage["output_tokens"]
    note_use(store, "completions", model, input_tokens=asked, output_tokens=given)
    for item in cast("list[JsonObject]", response["output"]):
        if item["type"] in ("web_search_call", "file_search_call"):
            note_use(store, f"{item['type']}s", model, num_requests=1)


def _create(call: Call) -> Answer:
    body = Body(json_body(call.request))
    made = answer_body(call, body)
    if body.flag("stream"):
        return StreamAnswer(events=_live(made, -1))
    return JsonAnswer(value=made.value())


def _live(stored: StoredResponse, after: int) -> Iterator[Event]:
    for number, event in enumerate(stored.events):
        if number > after and not stored.cancelled:
            yield event


def _no_response(id_: str) -> ApiError:
    return ApiError(404, f"Response with id '{id_}' not found.")


def _retrieve(call: Call) -> Answer:
    stored = _RESPONSES.find(call)
    query = call.request.params
    if query.get("stream") == "true":
        after = query.get("starting_after", "-1")
        if not after.removeprefix("-").isdigit():
            message = f"Invalid type for 'starting_after': expected an integer, but got '{after}'."
            raise ApiError(400, message, param="starting_after", code="invalid_type")
        return StreamAnswer(events=_live(stored, int(after)))
    return JsonAnswer(value=stored.value())


def _cancel(call: Call) -> Answer:
    stored = _RESPONSES.find(call)
    if not stored.background:
        message = "Only a response in the background can be cancelled."
        raise ApiError(400, message)
    if stored.running:
        stored.cancelled = True
    return JsonAnswer(value=stored.value())


def _input_items(call: Call) -> Answer:
    return JsonAnswer(value=cursor_page(_RESPONSES.find(call).input, call.request.params))


def _input_tokens(call: Call) -> Answer:
    body = Body(json_body(call.request))
    before = _before(call, body, conversation_of(body, call.store))
    count = count_input(body, [*before, *input_items(body, call.store)])
    return JsonAnswer(value={"object": "response.input_tokens", "input_tokens": count})


_RESPONSES = Collection(
    "/responses/{response_id}",
    "response",
    StoredResponse,
    deleted="response",
    missing=_no_response,
    listed=False,
)
ROUTES = (
    Route("POST", _RESPONSES.root, _create),
    Route("POST", f"{_RESPONSES.root}/input_tokens", _input_tokens),
    Route("GET", _RESPONSES.path, _retrieve),  # before the collection's own, which cannot stream
    *_RESPONSES.routes(),
    Route("POST", f"{_RESPONSES.path}/cancel", _cancel),
    Route("GET", f"{_RESPONSES.path}/input_items", _input_items),
)
