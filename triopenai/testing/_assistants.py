"""The assistants area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai.testing._answer import ApiError
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES", "find_assistant"]

_TOOLS = ("code_interpreter", "file_search", "function")
_TEXTS = ("model", "name", "description", "instructions")
_OTHERS = ("tools", "tool_resources", "metadata", "temperature", "top_p", "response_format")


def _check(body: Body) -> None:
    for name in _TEXTS:
        body.text(name)
    for tool in body.objects("tools"):
        tool.require("type")
        tool.choice("type", _TOOLS, "function")
    body.number("temperature", low=0, high=2)
    body.number("top_p", low=0, high=1)


def _make(call: Call) -> Entry:
    body = Body(json_body(call.request))
    body.require("model")
    _check(body)
    about: JsonObject = {
        "id": call.store.new_id("asst_"),
        "object": "assistant",
        "created_at": call.store.now(),
        **{name: body.raw(name) for name in (*_TEXTS, *_OTHERS)},
    }
    about |= {"tools": body.raw("tools") or [], "metadata": body.raw("metadata") or {}}
    return Entry(about)


def _change(entry: Entry, body: Body) -> None:
    _check(body)
    entry.about |= {name: body.raw(name) for name in (*_TEXTS, *_OTHERS) if name in body.fields}


_ASSISTANTS = Collection(
    "/assistants/{assistant_id}", "assistant", Entry, make=_make, change=_change, deleted="assistant.deleted"
)


def find_assistant(call: Call, id_: str) -> JsonObject:
    """The assistant that a run names.

    Raises:
        ApiError: There is none (404).
    """
    found = _ASSISTANTS.of(call.store).get(id_)
    if found is None:
        message = f"No assistant found with id '{id_}'."
        raise ApiError(404, message)
    return found.about


ROUTES = tuple(_ASSISTANTS.routes())
