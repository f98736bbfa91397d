"""The files area."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, BinaryAnswer, JsonAnswer
from triopenai.testing._multipart import form_fields, parse_multipart
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "StoredFile", "add_file", "content_answer", "named_file", "stored_file"]

_PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
_PIECE = 65536


@final
@attrs.frozen(eq=False)
class StoredFile:
    """A file and what is told of it."""

    about: JsonObject
    content: bytes


def add_file(
    store: Store, filename: str, purpose: str, content: bytes, expires_after: int | None = None
) -> JsonObject:
    """Keep a file, and give its description."""
    created = store.now()
    about: JsonObject = {
        "id": store.new_id("file-"),
        "object": "file",
        "bytes": len(content),
        "created_at": created,
        "filename": filename,
        "purpose": purpose,
        "status": "processed",
    }
    if expires_after is not None:
        about["expires_at"] = created + expires_after
    store.records(StoredFile)[str(about["id"])] = StoredFile(about, content)
    return about


def _create(call: Call) -> Answer:
    parts = parse_multipart(call.request)
    fields = form_fields(parts)
    body = Body(fields)
    body.require("purpose")
    purpose = body.choice("purpose", _PURPOSES, "user_data")
    file = next((part for part in parts if part.name == "file"), None)
    if file is None or file.filename is None:
        message = "Missing required parameter: 'file'."
        raise ApiError(400, message, param="file", code="missing_required_parameter")
    seconds = fields.get("expires_after[seconds]")
    if seconds is not None and not seconds.isdigit():
        message = "Invalid type for 'expires_after[seconds]': expected an integer."
        raise ApiError(400, message, param="expires_after[seconds]", code="invalid_type")
    expires = int(seconds) if seconds is not None else None
    return JsonAnswer(value=add_file(call.store, file.filename, purpose, file.data, expires))


def stored_file(store: Store, id_: str, param: str = "id") -> StoredFile:
    """A file.

    Raises:
        ApiError: There is none of this id (404).
    """
    found = store.records(StoredFile).get(id_)
    if found is None:
        raise ApiError(404, f"No such File object: {id_}", param=param)
    return found


def named_file(store: Store, body: Body, name: str) -> StoredFile:
    """The file whose id is in a field of a body.

    Raises:
        ApiError: There is none of this id (400).
    """
    id_ = body.text(name)
    found = store.records(StoredFile).get(id_)
    if found is None:
        raise ApiError(400, f"File '{id_}' does not exist.", param=name, code="invalid_file_id")
    return found


def content_answer(data: bytes, content_type: str = "application/octet-stream") -> Answer:
    """A file's content, sent in pieces."""
    pieces = [data[start : start + _PIECE] for start in range(0, len(data), _PIECE)]
    return BinaryAnswer(pieces=pieces, content_type=content_type)


def _find(call: Call) -> StoredFile:
    return stored_file(call.store, call.args["file_id"])


def _list(call: Call) -> Answer:
    query = call.request.params
    wanted = query.get("purpose")
    items = [
        file.about
        for file in call.store.records(StoredFile).values()
        if wanted in (None, file.about["purpose"])
    ]
    return JsonAnswer(value=cursor_page(items, query, default_limit=10_000))


def _retrieve(call: Call) -> Answer:
    return JsonAnswer(value=_find(call).about)


def _content(call: Call) -> Answer:
    return content_answer(_find(call).content)


def _delete(call: Call) -> Answer:
    id_ = str(_find(call).about["id"])
    del call.store.records(StoredFile)[id_]
    return JsonAnswer(value={"id": id_, "object": "file", "deleted": True})


ROUTES = (
    Route("POST", "/files", _create),
    Route("GET", "/files", _list),
    Route("GET", "/files/{file_id}", _retrieve),
    Route("GET", "/files/{file_id}/content", _content),
    Route("DELETE", "/files/{file_id}", _delete),
)
