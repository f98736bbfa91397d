"""Vector stores: their files, batches of files, and a search that counts words.

Theory of operation: a file is processed for `PROCESSING` seconds of Trio's clock after it was attached, then
it is completed, or failed if it is empty or no text. A batch is the sum of its files. Nothing happens by
itself: states are computed when somebody asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._files import stored_file
from triopenai.testing._router import Route
from triopenai.testing._search import matches, pieces, score
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._files import StoredFile
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES"]

PROCESSING = 2.0
_DAY = 86400
_STATES = ("in_progress", "completed", "failed", "cancelled")
_STRATEGY: JsonObject = {
    "type": "static",
    "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400},
}


@final
@attrs.define(eq=False)
class _Attached(Entry):
    """A file in a vector store, and its text, if it has any."""

    file: StoredFile
    text: str | None
    cancelled: bool = False

    @property
    def status(self) -> str:
        if self.cancelled:
            return "cancelled"
        if self.age < PROCESSING:
            return "in_progress"
        return "failed" if self.text is None else "completed"

    @property
    def pending(self) -> bool:
        return self.status == "in_progress"

    def cancel(self) -> None:
        self.cancelled = self.cancelled or self.pending

    def value(self) -> JsonObject:
        status = self.status
        error: JsonValue = None
        if status == "failed":
            error = {"code": "invalid_file", "message": "The file is empty, or is no text."}
        used = len(self.file.content) if status == "completed" else 0
        return {**self.about, "usage_bytes": used, "status": status, "last_error": error}


def _counts(files: Iterable[_Attached]) -> dict[str, JsonValue]:
    found = Counter(file.status for file in files)
    counts: dict[str, JsonValue] = {state: found[state] for state in _STATES}
    return {**counts, "total": found.total()}


@final
@attrs.define(eq=False)
class _VectorStore(Entry):
    files: dict[str, _Attached]

    @property
    def now(self) -> int:
        """The time in Unix seconds."""
        return cast("int", self.about["created_at"]) + int(self.age)

    @property
    def expires_at(self) -> int | None:
        """When it expires if nothing is done with it, in Unix seconds."""
        policy = self.about["expires_after"]
        if not isinstance(policy, Mapping):
            return None
        return cast("int", self.about["last_active_at"]) + cast("int", policy["days"]) * _DAY

    @property
    def status(self) -> str:
        if self.expires_at is not None and self.now >= self.expires_at:
            return "expired"
        return "in_progress" if self.pending else "completed"

    @property
    def pending(self) -> bool:
        return any(file.pending for file in self.files.values())

    def value(self) -> JsonObject:
        used = sum(cast("int", file.value()["usage_bytes"]) for file in self.files.values())
        return {
            **self.about,
            "status": self.status,
            "expires_at": self.expires_at,
            "file_counts": _counts(self.files.values()),
            "usage_bytes": used,
        }


@final
@attrs.define(eq=False)
class _Batch(Entry):
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

    @property
    def pending(self) -> bool:
        return self.status == "in_progress"

    def value(self) -> JsonObject:
        return {**self.about, "status": self.status, "file_counts": _counts(self.files)}


def _policy(body: Body) -> JsonValue:
    policy = body.object("expires_after")
    if policy is None:
        return None
    policy.require("anchor", "days")
    policy.integer("days", low=1, high=365)
    return policy.fields


def _change(store: _VectorStore, body: Body) -> None:
    store.about |= {name: body.raw(name) for name in ("name", "metadata") if body.has(name)}
    store.about["expires_after"] = _policy(body) or store.about["expires_after"]
    store.about["last_active_at"] = store.now


def _make(call: Call) -> _VectorStore:
    body = Body(json_body(call.request))
    about: JsonObject = {
        "id": call.store.new_id("vs_"),
        "object": "vector_store",
        "created_at": call.store.now(),
        "name": body.text("name"),
        "expires_after": _policy(body),
        "last_active_at": call.store.now(),
        "metadata": body.raw("metadata") or {},
    }
    files = [stored_file(call.store, _text(id_, "file_ids"), "file_ids") for id_ in body.items("file_ids")]
    id_ = str(about["id"])
    store = _VectorStore(about, _FILES.of(call.store, vector_store_id=id_))
    store.files.update({str(file.about["id"]): _attached(call.store, id_, file, body) for file in files})
    return store


def _text(value: JsonValue, name: str) -> str:
    if not isinstance(value, str):
        message = f"Invalid type for '{name}': expected an array of strings."
        raise ApiError(400, message, param=name, code="invalid_type")
    return value


def _attached(store: Store, id_: str, file: StoredFile, body: Body) -> _Attached:
    asked = body.object("chunking_strategy")
    strategy = _STRATEGY if asked is None or asked.text("type") != "static" else dict(asked.fields)
    about: JsonObject = {
        "id": file.about["id"],
        "object": "vector_store.file",
        "created_at": store.now(),
        "vector_store_id": id_,
        "chunking_strategy": strategy,
        "attributes": body.raw("attributes") or {},
    }
    return _Attached(about, file, _read_text(file.content))


def _read_text(content: bytes) -> str | None:
    try:
        return content.decode() or None
    except UnicodeDecodeError:
        return None


def _search(call: Call) -> Answer:
    files = _FILES.entries(call).values()
    body = Body(json_body(call.request))
    body.require("query")
    asked = body.raw("query")
    queries = [_text(one, "query") for one in asked] if isinstance(asked, list) else [body.text("query")]
    most = body.integer("max_num_results", low=1, high=50) or 10
    wanted = body.object("filters")
    found: list[tuple[float, JsonObject]] = []
    for file in files:
        attributes = file.about["attributes"]
        if file.status != "completed" or not matches(wanted, cast("JsonObject", attributes)):
            continue
        for text in pieces(file.text or ""):
            if (points := score(" ".join(queries), text)) > 0:
                item: JsonObject = {
                    "file_id": file.about["id"],
                    "filename": file.file.about["filename"],
                    "score": points,
                    "attributes": attributes,
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


def _make_file(call: Call) -> _Attached:
    body = Body(json_body(call.request))
    body.require("file_id")
    file = stored_file(call.store, body.text("file_id"), "file_id")
    return _attached(call.store, call.args["vector_store_id"], file, body)


def _change_file(file: _Attached, body: Body) -> None:
    file.about["attributes"] = body.raw("attributes") or {}


def _list_files(call: Call) -> Answer:
    wanted = call.request.params.get("filter")
    return _FILES.page(call, lambda file: wanted in (None, file.status))


def _file_content(call: Call) -> Answer:
    text = _FILES.find(call).text or ""
    data: list[JsonValue] = [{"type": "text", "text": piece} for piece in pieces(text)]
    return JsonAnswer(
        value={
            "object": "vector_store.file_content.page",
            "data": data,
            "has_more": False,
            "next_page": None,
        }
    )


def _make_batch(call: Call) -> _Batch:
    body = Body(json_body(call.request))
    shared: JsonObject = {name: body.raw(name) for name in ("attributes", "chunking_strategy")}
    wanted = [(_text(id_, "file_ids"), Body(shared)) for id_ in body.items("file_ids")]
    wanted += [(file.text("file_id"), file) for file in body.objects("files")]
    if not wanted:
        message = "One of 'file_ids' and 'files' must be given, and not be empty."
        raise ApiError.missing(message, param="file_ids")
    store_id = call.args["vector_store_id"]
    files = [(stored_file(call.store, id_, "file_id"), options) for id_, options in wanted]
    about: JsonObject = {
        "id": call.store.new_id("vsfb_"),
        "object": "vector_store.files_batch",
        "created_at": call.store.now(),
        "vector_store_id": store_id,
    }
    attached = tuple(_attached(call.store, store_id, file, options) for file, options in files)
    return _Batch(about, tuple(_FILES.add(call, file) for file in attached))


def _cancel_batch(call: Call) -> Answer:
    batch = _BATCHES.find(call)
    batch.cancelled = batch.cancelled or batch.pending
    for file in batch.files:
        file.cancel()
    return JsonAnswer(value=batch.value())


def _list_batch(call: Call) -> Answer:
    files = _BATCHES.find(call).files
    wanted = call.request.params.get("filter")
    return _FILES.page(call, lambda file: file in files and wanted in (None, file.status))


_STORES = Collection(
    "/vector_stores/{vector_store_id}",
    "vector store",
    _VectorStore,
    make=_make,
    change=_change,
    deleted="vector_store.deleted",
)
_FILES = Collection(
    f"{_STORES.path}/files/{{file_id}}",
    "vector store file",
    _Attached,
    parent=_STORES,
    make=_make_file,
    change=_change_file,
    deleted="vector_store.file.deleted",
)
_BATCHES = Collection(
    f"{_STORES.path}/file_batches/{{batch_id}}",
    "vector store file batch",
    _Batch,
    parent=_STORES,
    make=_make_batch,
    listed=False,
)
ROUTES = (
    *_STORES.routes(),
    Route("POST", f"{_STORES.path}/search", _search),
    Route("GET", _FILES.root, _list_files),
    *_FILES.routes(),
    Route("GET", f"{_FILES.path}/content", _file_content),
    *_BATCHES.routes(),
    Route("POST", f"{_BATCHES.path}/cancel", _cancel_batch),
    Route("GET", f"{_BATCHES.path}/files", _list_batch),
)
