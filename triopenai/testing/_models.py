"""The models area, and which models there are."""

from __future__ import annotations

import re

from triopenai.testing._answer import Answer, ApiError, JsonAnswer, JsonObject
from triopenai.testing._collections import Entry
from triopenai.testing._router import Route
from triopenai.testing._store import EPOCH, Call, Store

__all__ = ["ROUTES", "add_model", "check_model"]

_MODELS = (
    "gpt-3.5-turbo", "gpt-3.5-turbo-instruct", "gpt-4", "gpt-4-turbo", "gpt-4.1", "gpt-4.1-mini",
    "gpt-4.1-nano", "gpt-4o", "gpt-4o-mini",
    "gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5.1", "gpt-5.2", "o1", "o3", "o3-mini",
    "o4-mini", "text-embedding-3-large", "text-embedding-3-small", "text-embedding-ada-002", "babbage-002",
    "davinci-002", "dall-e-2", "dall-e-3", "gpt-image-1", "omni-moderation-latest", "tts-1", "whisper-1",
)  # fmt: skip
_SNAPSHOT = re.compile(r"-(\d{4}-\d{2}-\d{2}|\d{4}|latest)$")


def _tuned(store: Store) -> dict[str, Entry]:
    """The models that fine-tuning made, by their names."""
    return store.records(Entry, "/models")


def add_model(store: Store, name: str) -> None:
    """Let there be a model that fine-tuning made."""
    _tuned(store)[name] = Entry(_model(name, store.now(), "org-sandbox"))


def check_model(store: Store, name: str) -> None:
    """Refuse a model that does not exist.

    Raises:
        ApiError: It does not (404, `model_not_found`).
    """
    if name in _MODELS or name in store.extra_models or name in _tuned(store):
        return
    if _SNAPSHOT.sub("", name) in _MODELS:
        return
    message = f"The model '{name}' does not exist or you do not have access to it."
    raise ApiError(404, message, code="model_not_found")


def _model(name: str, created: int = EPOCH, owner: str = "system") -> JsonObject:
    return {"id": name, "object": "model", "created": created, "owned_by": owner}


def _list(call: Call) -> Answer:
    names = (*_MODELS, *sorted(call.store.extra_models))
    models = [_model(name) for name in names]
    models.extend(one.about for one in _tuned(call.store).values())
    return JsonAnswer(value={"object": "list", "data": models})


def _retrieve(call: Call) -> Answer:
    name = call.args["model"]
    check_model(call.store, name)
    tuned = _tuned(call.store).get(name)
    return JsonAnswer(value=_model(name) if tuned is None else tuned.about)


def _delete(call: Call) -> Answer:
    name = call.args["model"]
    check_model(call.store, name)
    if _tuned(call.store).pop(name, None) is None:
        message = "You have insufficient permissions for this operation."
        raise ApiError(403, message, code="insufficient_permissions")
    return JsonAnswer(value={"id": name, "object": "model", "deleted": True})


ROUTES = (
    Route("GET", "/models", _list),
    Route("GET", "/models/{model}", _retrieve),
    Route("DELETE", "/models/{model}", _delete),
)
