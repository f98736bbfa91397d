"""Vector stores: their files, batches of files, and a search that counts words.

Theory of operation: a file is processed for `PROCESSING` seconds of Trio's clock after it was attached, then
it is completed, or failed if it is empty or no text. A batch is the sum of its files. Nothing happens by
itself: states are computed when somebody asks.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast, final

import attrs
import trio

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._files import stored_file
from triopenai.testing._progress import hinted
from triopenai.testing._router import Route
from triopenai.testing._search import matches, pieces, score
from triopenai.testing._store import cursor_page, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._files import StoredFile
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES"]

PROCESSING = 2.0
_STATES = ("in_progress", "completed", "failed", "cancelled")
_STRATEGY: JsonObject = {
    "type": "static",
    "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400},
}


@final
@attrs.define(eq=False)
class _Attached:
    """A file in a vector store."""

    file: StoredFile
    store_id: str
    created: int
    since: float
    attributes: JsonValue
    strategy: JsonValue
    cancelled: bool = False

    @property
    def id(self) -> str:
        return str(self.file.about["id"])

    @property
    def text(self) -> str | None:
        try:
            return self.file.content.decode() or None
        except UnicodeDecodeError:
            return None

    @property
    def status(self) -> str:
        if self.cancelled:
            return "cancelled"
        if trio.current_time() - self.since < PROCESSING:
            return "in_progress"
        return "failed" if self.text is None else "completed"

    def cancel(self) -> None:
        self.cancelled = self.cancelled or self.status == "in_progress"

    def value(self) -> JsonObject:
        status = self.status
        error: JsonValue = None
        if status == "failed":
            error = {"code": "invalid_file", "message": "The file is empty, or is no text."}
        return {
            "id": self.id,
            "object": "vector_store.file",
            "usage_bytes": len(self.file.content) if status == "completed" else 0,
            "created_at": self.created,
            "vector_store_id": self.store_id,
            "status": status,
            "last_error": error,
            "chunking_strategy": self.strategy,
            "attributes": self.attributes,
        }


def _counts(files: Iterable[_Attached]) -> dict[str, JsonValue]:
    found = Counter(file.status for file in files)
    counts: dict[str, JsonValue] = {state: found[state] for state in _STATES}
    return {**counts, "total": found.total()}


@final
@attrs.define(eq=False)
class _VectorStore:
    about: JsonObject
    files: dict[str, _Attached] = attrs.field(factory=dict[str, _Attached])

    def value(self) -> JsonObject:
        counts = _counts(self.files.values())
        used = sum(cast("int", file.value()["usage_bytes"]) for file in self.files.values())
        status = "in_progress" if counts["in_progress"] else "completed"
        return {**self.about, "status": status, "file_counts": counts, "usage_bytes": used}


@final
@attrs.define(eq=False)
class _Batch:
    about: JsonObject
    files: tuple[_Attached, ...]
    cancelled: bool = False

    @property
    def status(self) -> str:
        if self.cancelled:
            return "cancelled"
        counts = _counts(self.files)
        if counts["in_progress"]:
            return "in_progress"
        return "failed" if counts["failed"] == counts["total"] else "completed"

    def value(self) -> JsonObject:
        return {**self.about, "status": self.status, "file_counts": _counts(self.files)}


def _update(call: Call) -> Answer:
    store = _find(call)
    body = Body(json_body(call.request))
    for name in ("name", "metadata", "expires_after"):
        if body.has(name):
            store.about[name] = body.raw(name)
    store.about["last_active_at"] = call.store.now()
    return JsonAnswer(value=store.value())


def _create(call: Call) -> Answer:
    body = Body(json_body(call.request))
    about: JsonObject = {
        "id": call.store.new_id("vs_"),
        "object": "vector_store",
        "created_at": call.store.now(),
        "name": body.text("name"),
        "expires_after": body.raw("expires_after"),
        "expires_at": None,
        "last_active_at": call.store.now(),
        "metadata": body.raw("metadata") or {},
    }
    files = [stored_file(call.store, _text(id_, "file_ids"), "file_ids") for id_ in body.items("file_ids")]
    store = _VectorStore(about)
    call.store.records(_VectorStore)[str(about["id"])] = store
    for file in files:
        _attach(call.store, store, file, Body({"chunking_strategy": body.raw("chunking_strategy")}))
    return JsonAnswer(value=store.value())


def _text(value: JsonValue, name: str) -> str:
    if not isinstance(value, str):
        message = f"Invalid type for '{name}': expected an array of strings."
        raise ApiError(400, message, param=name, code="invalid_type")
    return value


def _attach(store: Store, to: _VectorStore, file: StoredFile, body: Body) -> _Attached:
    asked = body.object("chunking_strategy")
    strategy = _STRATEGY if asked is None or asked.text("type") != "static" else dict(asked.fields)
    id_ = str(to.about["id"])
    attached = _Attached(file, id_, store.now(), trio.current_time(), body.raw("attributes") or {}, strategy)
    to.files[attached.id] = attached
    return attached


def _find(call: Call) -> _VectorStore:
    id_ = call.args["vector_store_id"]
    found = call.store.records(_VectorStore).get(id_)
    if found is None:
        missing = not_found("vector store", id_)
        raise missing
    return found


def _find_file(call: Call) -> _Attached:
    id_ = call.args["file_id"]
    found = _find(call).files.get(id_)
    if found is None:
        missing = not_found("vector store file", id_)
        raise missing
    return found


def _find_batch(call: Call) -> _Batch:
    id_ = call.args["batch_id"]
    found = call.store.records(_Batch).get(id_)
    if found is None or found.about["vector_store_id"] != _find(call).about["id"]:
        missing = not_found("vector store file batch", id_)
        raise missing
    return found


def _list(call: Call) -> Answer:
    items = [store.value() for store in call.store.records(_VectorStore).values()]
    return JsonAnswer(value=cursor_page(items, call.request.params))


def _retrieve(call: Call) -> Answer:
    store = _find(call)
    return hinted(store.value(), pending=store.value()["status"] == "in_progress")


def _delete(call: Call) -> Answer:
    id_ = str(_find(call).about["id"])
    del call.store.records(_VectorStore)[id_]
    return JsonAnswer(value={"id": id_, "object": "vector_store.deleted", "deleted": True})


def _search(call: Call) -> Answer:
    store = _find(call)
    body = Body(json_body(call.request))
    body.require("query")
    asked = body.raw("query")
    queries = [_text(one, "query") for one in asked] if isinstance(asked, list) else [body.text("query")]
    most = body.integer("max_num_results", low=1, high=50) or 10
    wanted = body.object("filters")
    found: list[tuple[float, JsonObject]] = []
    for file in store.files.values():
        if file.status != "completed" or not matches(wanted, cast("JsonObject", file.attributes)):
            continue
        for text in pieces(file.text or ""):
            if (points := score(" ".join(queries), text)) > 0:
                item: JsonObject = {
                    "file_id": file.id,
                    "filename": file.file.about["filename"],
                    "score": points,
                    "attributes": file.attributes,
                    "content": [{"type": "text", "text": text}],
                }
                found.append((points, item))
    found.sort(key=lambda one: -one[0])
    return JsonAnswer(
        value={
            "object": "vector_store.search_results.page",
            "search_query": cast("JsonValue", queries),
            "data": [item for _, item in found[:most]],
            "has_more": len(found) > most,
            "next_page": None,
        }
    )


def _file_create(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("file_id")
    store = _find(call)
    attached = _attach(call.store, store, stored_file(call.store, body.text("file_id"), "file_id"), body)
    return hinted(attached.value(), pending=True)


def _page(call: Call, files: Iterable[_Attached]) -> Answer:
    state = call.request.params.get("filter")
    items = [file.value() for file in files if state in (None, file.status)]
    return JsonAnswer(value=cursor_page(items, call.request.params))


def _file_list(call: Call) -> Answer:
    return _page(call, _find(call).files.values())


def _file_retrieve(call: Call) -> Answer:
    file = _find_file(call)
    return hinted(file.value(), pending=file.status == "in_progress")


def _file_update(call: Call) -> Answer:
    body = Body(json_body(call.request))
    file = _find_file(call)
    file.attributes = body.raw("attributes") or {}
    return JsonAnswer(value=file.value())


def _file_delete(call: Call) -> Answer:
    id_ = _find_file(call).id
    del _find(call).files[id_]
    return JsonAnswer(value={"id": id_, "object": "vector_store.file.deleted", "deleted": True})


def _file_content(call: Call) -> Answer:
    text = _find_file(call).text or ""
    data: list[JsonValue] = [{"type": "text", "text": piece} for piece in pieces(text)]
    return JsonAnswer(
        value={
            "object": "vector_store.file_content.page",
            "data": data,
            "has_more": False,
            "next_page": None,
        }
    )


def _batch_create(call: Call) -> Answer:
    store = _find(call)
    body = Body(json_body(call.request))
    shared: JsonObject = {name: body.raw(name) for name in ("attributes", "chunking_strategy")}
    wanted = [(_text(id_, "file_ids"), Body(shared)) for id_ in body.items("file_ids")]
    wanted += [(file.text("file_id"), file) for file in body.objects("files")]
    if not wanted:
        message = "One of 'file_ids' and 'files' must be given, and not be empty."
        raise ApiError(400, message, param="file_ids", code="missing_required_parameter")
    files = [(stored_file(call.store, id_, "file_id"), options) for id_, options in wanted]
    about: JsonObject = {
        "id": call.store.new_id("vsfb_"),
        "object": "vector_store.files_batch",
        "created_at": call.store.now(),
        "vector_store_id": store.about["id"],
    }
    batch = _Batch(about, tuple(_attach(call.store, store, file, options) for file, options in files))
    call.store.records(_Batch)[str(about["id"])] = batch
    return hinted(batch.value(), pending=True)


def _batch_retrieve(call: Call) -> Answer:
    batch = _find_batch(call)
    return hinted(batch.value(), pending=batch.status == "in_progress")


def _batch_cancel(call: Call) -> Answer:
    batch = _find_batch(call)
    batch.cancelled = batch.cancelled or batch.status == "in_progress"
    for file in batch.files:
        file.cancel()
    return JsonAnswer(value=batch.value())


def _batch_files(call: Call) -> Answer:
    return _page(call, _find_batch(call).files)


_ONE = "/vector_stores/{vector_store_id}"
_FILE = f"{_ONE}/files/{{file_id}}"
_BATCH = f"{_ONE}/file_batches/{{batch_id}}"
ROUTES = (
    Route("POST", "/vector_stores", _create),
    Route("GET", "/vector_stores", _list),
    Route("GET", _ONE, _retrieve),
    Route("POST", _ONE, _update),
    Route("DELETE", _ONE, _delete),
    Route("POST", f"{_ONE}/search", _search),
    Route("POST", f"{_ONE}/files", _file_create),
    Route("GET", f"{_ONE}/files", _file_list),
    Route("GET", _FILE, _file_retrieve),
    Route("POST", _FILE, _file_update),
    Route("DELETE", _FILE, _file_delete),
    Route("GET", f"{_FILE}/content", _file_content),
    Route("POST", f"{_ONE}/file_batches", _batch_create),
    Route("GET", _BATCH, _batch_retrieve),
    Route("POST", f"{_BATCH}/cancel", _batch_cancel),
    Route("GET", f"{_BATCH}/files", _batch_files),
)
