"""Conversations and their items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry, replacing
from triopenai.testing._response_input import input_items
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "add_items", "conversation_of", "items_of"]

_MOST = 20


def conversation_of(body: Body, store: Store) -> str | None:
    """The id of the conversation that a request for a response belongs to, if any.

    Raises:
        ApiError: There is no such conversation (404).
    """
    given = body.raw("conversation")
    if given is None:
        return None
    inner = None if isinstance(given, str) else body.object("conversation")
    id_ = body.text("conversation") if inner is None else inner.text("id")
    if id_ not in _CONVERSATIONS.of(store):
        missing = not_found("conversation", id_)
        raise missing
    return id_


def items_of(store: Store, id_: str) -> list[JsonObject]:
    """The items of a conversation, the oldest first."""
    return [entry.about for entry in _ITEMS.of(store, conversation_id=id_).values()]


def add_items(store: Store, id_: str, items: Iterable[JsonObject]) -> None:
    """Let a conversation go on."""
    _ITEMS.of(store, conversation_id=id_).update({str(item["id"]): Entry(item) for item in items})


def _make(call: Call) -> Entry:
    body = Body(json_body(call.request))
    items = _read_items(body, call.store)
    about: JsonObject = {
        "id": call.store.new_id("conv_"),
        "object": "conversation",
        "created_at": call.store.now(),
        "metadata": body.raw("metadata") or {},
    }
    add_items(call.store, str(about["id"]), items)
    return Entry(about)


def _read_items(body: Body, store: Store) -> Sequence[JsonObject]:
    count = len(body.items("items"))
    if count > _MOST:
        message = f"Invalid 'items': array too long. Expected at most {_MOST} items, but got {count} instead."
        raise ApiError(400, message, param="items", code="array_above_max_length")
    return input_items(body, store, "items")


def _create_items(call: Call) -> Answer:
    conversation = _CONVERSATIONS.find(call)
    body = Body(json_body(call.request))
    body.require("items")
    items = _read_items(body, call.store)
    add_items(call.store, str(conversation.about["id"]), items)
    return JsonAnswer(value=cursor_page(items, {"limit": str(_MOST)}, order="asc"))


def _delete_item(call: Call) -> Answer:
    entry = _ITEMS.find(call)
    del _ITEMS.entries(call)[str(entry.about["id"])]
    return JsonAnswer(value=_CONVERSATIONS.find(call).value())


_CONVERSATIONS = Collection(
    "/conversations/{conversation_id}",
    "conversation",
    Entry,
    make=_make,
    change=replacing("metadata", required=("metadata",)),
    deleted="conversation.deleted",
    listed=False,
)
_ITEMS = Collection(
    "/conversations/{conversation_id}/items/{item_id}", "conversation item", Entry, parent=_CONVERSATIONS
)
ROUTES = (
    *_CONVERSATIONS.routes(),
    *_ITEMS.routes(),
    Route("POST", _ITEMS.root, _create_items),
    Route("DELETE", _ITEMS.path, _delete_item),
)
