"""Uploads in parts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._files import add_file
from triopenai.testing._multipart import parse_multipart
from triopenai.testing._router import Route
from triopenai.testing._store import not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_LIFE = 3600.0


@final
@attrs.define(eq=False)
class _Upload(Entry):
    """An upload in parts.

    Attributes:
        state: What became of it.
        file: The file that it made, if it did.
        parts: The parts by their ids.
    """

    state: str = "pending"
    file: JsonObject | None = None
    parts: dict[str, bytes] = attrs.field(factory=dict[str, bytes], repr=False)

    @property
    def status(self) -> str:
        return "expired" if self.state == "pending" and self.age >= _LIFE else self.state

    def value(self) -> JsonObject:
        return {**self.about, "status": self.status, "file": self.file}


def _make(call: Call) -> _Upload:
    body = Body(json_body(call.request))
    body.require("bytes", "filename", "mime_type", "purpose")
    created = call.store.now()
    about: JsonObject = {
        "id": call.store.new_id("upload_"),
        "object": "upload",
        "created_at": created,
        "expires_at": created + int(_LIFE),
        "bytes": body.integer("bytes", low=0),
        "filename": body.text("filename"),
        "purpose": body.text("purpose"),
    }
    return _Upload(about)


def _find(call: Call) -> _Upload:
    """The upload of a request, which must be open."""
    found = _UPLOADS.find(call)
    if found.status != "pending":
        message = f"The upload is {found.status}: nothing can be done with it any more."
        raise ApiError(400, message, code="invalid_upload_status")
    return found


def _add_part(call: Call) -> Answer:
    upload = _find(call)
    data = next((part.data for part in parse_multipart(call.request) if part.name == "data"), None)
    if data is None:
        raise ApiError.missing(param="data")
    id_ = call.store.new_id("part_")
    upload.parts[id_] = data
    return JsonAnswer(
        value={
            "id": id_,
            "object": "upload.part",
            "created_at": call.store.now(),
            "upload_id": upload.about["id"],
        }
    )


def _complete(call: Call) -> Answer:
    upload = _find(call)
    body = Body(json_body(call.request))
    body.require("part_ids")
    pieces: list[bytes] = []
    for id_ in body.items("part_ids"):
        if not isinstance(id_, str) or id_ not in upload.parts:
            missing = not_found("upload part", str(id_))
            raise missing
        pieces.append(upload.parts[id_])
    content = b"".join(pieces)
    if len(content) != upload.about["bytes"]:
        message = f"The parts have {len(content)} bytes, not the {upload.about['bytes']} that were announced."
        raise ApiError(400, message, param="part_ids", code="invalid_upload_size")
    md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
    if body.has("md5") and body.text("md5") != md5:
        message = "The checksum of the parts is not the one given."
        raise ApiError(400, message, param="md5", code="invalid_checksum")
    upload.state = "completed"
    about = upload.about
    upload.file = add_file(call.store, str(about["filename"]), str(about["purpose"]), content)
    upload.parts.clear()
    return JsonAnswer(value=upload.value())


def _cancel(call: Call) -> Answer:
    upload = _find(call)
    upload.state = "cancelled"
    upload.parts.clear()
    return JsonAnswer(value=upload.value())


_UPLOADS = Collection("/uploads/{upload_id}", "upload", _Upload, make=_make, listed=False, shown=False)
ROUTES = (
    *_UPLOADS.routes(),
    Route("POST", f"{_UPLOADS.path}/parts", _add_part),
    Route("POST", f"{_UPLOADS.path}/complete", _complete),
    Route("POST", f"{_UPLOADS.path}/cancel", _cancel),
)
