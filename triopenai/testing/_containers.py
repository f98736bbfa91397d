"""Containers and the files in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

import attrs
import trio

from triopenai.testing._answer import Answer, ApiError
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._files import content_answer, stored_file
from triopenai.testing._multipart import form_or_json, is_multipart, parse_multipart
from triopenai.testing._router import Route
from triopenai.testing._usage import note_use
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_MINUTES = 20


@final
@attrs.define(eq=False)
class _Container(Entry):
    """A container. It expires when nothing was put into it for some minutes."""

    active: float = attrs.field(factory=trio.current_time)

    @property
    def expired(self) -> bool:
        kept = cast("JsonObject", self.about["expires_after"])
        return trio.current_time() - self.active >= cast("int", kept["minutes"]) * 60

    def value(self) -> JsonObject:
        return {**self.about, "status": "expired" if self.expired else "running"}


@final
@attrs.define(eq=False)
class _ContainerFile(Entry):
    content: bytes = attrs.field(kw_only=True, repr=False)


def _make(call: Call) -> _Container:
    body = Body(json_body(call.request))
    body.require("name")
    expires = body.object("expires_after")
    minutes = expires.integer("minutes", low=1) if expires is not None else None
    policy = body.object("network_policy")
    about: JsonObject = {
        "id": call.store.new_id("cntr_"),
        "object": "container",
        "created_at": call.store.now(),
        "last_active_at": call.store.now(),
        "name": body.text("name"),
        "expires_after": {"anchor": "last_active_at", "minutes": minutes or _MINUTES},
        "memory_limit": body.choice("memory_limit", ("1g", "4g", "16g", "64g"), "1g"),
        "network_policy": {"type": "disabled"} if policy is None else _shown(policy),
    }
    for number, id_ in enumerate(body.items("file_ids")):
        stored_file(call.store, str(id_), f"file_ids[{number}]")
    note_use(call.store, "code_interpreter_sessions", num_sessions=1)
    return _Container(about)


def _shown(policy: Body) -> JsonObject:
    # What a container may do with secrets is not told.
    return {name: value for name, value in policy.fields.items() if name != "domain_secrets"}


def _find(call: Call) -> _Container:
    """The container of a request that does something with its files."""
    found = _CONTAINERS.find(call)
    if found.expired:
        raise ApiError(400, "Container is expired.", code="container_expired")
    return found


def _make_file(call: Call) -> _ContainerFile:
    container = _find(call)
    container.active = trio.current_time()
    container.about["last_active_at"] = call.store.now()
    name, data = _given(call)
    about: JsonObject = {
        "id": call.store.new_id("cfile_"),
        "object": "container.file",
        "container_id": container.about["id"],
        "created_at": call.store.now(),
        "bytes": len(data),
        "path": f"/mnt/data/{name}",
        "source": "user",
    }
    return _ContainerFile(about, content=data)


def _given(call: Call) -> tuple[str, bytes]:
    """Name and content of a new file: sent along, or one that was uploaded before."""
    for part in parse_multipart(call.request) if is_multipart(call.request) else ():
        if part.name == "file" and part.filename is not None:
            return part.filename, part.data
    body = Body(form_or_json(call.request))
    if not body.has("file_id"):
        message = "One of 'file' and 'file_id' must be given."
        raise ApiError.missing(message, param="file")
    file = stored_file(call.store, body.text("file_id"), "file_id")
    return str(file.about["filename"]), file.content


def _content(call: Call) -> Answer:
    _find(call)
    return content_answer(_FILES.find(call).content)


_CONTAINERS = Collection(
    "/containers/{container_id}",
    "container",
    _Container,
    make=_make,
    deleted="container.deleted",
    filters=("name",),
)
_FILES = Collection(
    "/containers/{container_id}/files/{file_id}",
    "container file",
    _ContainerFile,
    parent=_CONTAINERS,
    make=_make_file,
    deleted="container.file.deleted",
)
ROUTES = (
    *_CONTAINERS.routes(),
    *_FILES.routes(),
    Route("GET", f"{_FILES.path}/content", _content),
)
