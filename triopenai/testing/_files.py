"""The files area."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, BinaryAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._multipart import form_fields, parse_multipart
from triopenai.testing._router import Route
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "StoredFile", "add_file", "content_answer", "named_file", "stored_file"]

_PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
_PIECE = 65536


@final
@attrs.define(eq=False)
class StoredFile(Entry):
    """A file."""

    content: bytes = attrs.field(kw_only=True, repr=False)


def add_file(
    store: Store, filename: str, purpose: str, content: bytes, expires_after: int | None = None
) -> JsonObject:
    """Keep a file, and give its description."""
    file = _file(store, filename, purpose, content, expires_after)
    _FILES.of(store)[str(file.about["id"])] = file
    return file.about


def _file(store: Store, filename: str, purpose: str, content: bytes, expires_after: int | None) -> StoredFile:
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
    return StoredFile(about, content=content)


def _make(call: Call) -> StoredFile:
    parts = parse_multipart(call.request)
    fields = form_fields(parts)
    body = Body(fields)
    body.require("purpose")
    purpose = body.choice("purpose", _PURPOSES, "user_data")
    file = next((part for part in parts if part.name == "file"), None)
    if file is None or file.filename is None:
        raise ApiError.missing(param="file")
    seconds = fields.get("expires_after[seconds]")
    if seconds is not None and not seconds.isdigit():
        message = "Invalid type for 'expires_after[seconds]': expected an integer."
        raise ApiError(400, message, param="expires_after[seconds]", code="invalid_type")
    expires = int(seconds) if seconds is not None else None
    return _file(call.store, file.filename, purpose, file.data, expires)


def _no_file(id_: str, param: str = "id") -> ApiError:
    return ApiError(404, f"No such File object: {id_}", param=param)


def stored_file(store: Store, id_: str, param: str) -> StoredFile:
    """A file that a request names.

    Raises:
        ApiError: There is none of this id (404).
    """
    found = _FILES.of(store).get(id_)
    if found is None:
        raise _no_file(id_, param)
    return found


def named_file(store: Store, body: Body, name: str) -> StoredFile:
    """The file whose id is in a field of a body.

    Raises:
        ApiError: There is none of this id (400).
    """
    id_ = body.text(name)
    found = _FILES.of(store).get(id_)
    if found is None:
        raise ApiError(400, f"File '{id_}' does not exist.", param=name, code="invalid_file_id")
    return found


def content_answer(data: bytes, content_type: str = "application/octet-stream") -> Answer:
    """A file's content, sent in pieces."""
    pieces = [data[start : start + _PIECE] for start in range(0, len(data), _PIECE)]
    return BinaryAnswer(pieces=pieces, content_type=content_type)


def _content(call: Call) -> Answer:
    return content_answer(_FILES.find(call).content)


_FILES = Collection(
    "/files/{file_id}",
    "file",
    StoredFile,
    make=_make,
    deleted="file",
    missing=_no_file,
    filters=("purpose",),
    limit=10_000,
)
ROUTES = (*_FILES.routes(), Route("GET", f"{_FILES.path}/content", _content))
