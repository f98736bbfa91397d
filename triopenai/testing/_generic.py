"""Answers for every endpoint of the operation table: made up from the type of its result."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeGuard, cast

from triopenai._operations import all_operations
from triopenai._sansio.operation import Operation, PageOperation, Special, StreamOperation
from triopenai.testing._answer import (
    DONE,
    Answer,
    ApiError,
    BinaryAnswer,
    EmptyAnswer,
    Event,
    JsonAnswer,
    StreamAnswer,
)
from triopenai.testing._generic_pages import generic_page
from triopenai.testing._instances import Instances, is_model, members, resolve, tag
from triopenai.testing._multipart import form_fields, is_multipart, parse_multipart
from triopenai.testing._router import Route
from triopenai.testing._text import content_text, count_tokens
from triopenai.testing._usage import note_use
from triopenai.testing._validate import json_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["generic_routes"]

_PIECES = (b"\x00\x01sandbox", b" bytes, ", b"always the same\xff")
#: What some endpoints use, by the kind of usage.
_USED = {
    "/audio/speech": "audio_speeches",
    "/audio/transcriptions": "audio_transcriptions",
    "/audio/translations": "audio_transcriptions",
    "/completions": "completions",
    "/decisions": "decisions",
    "/images/edits": "images",
    "/images/generations": "images",
    "/images/variations": "images",
    "/moderations": "moderations",
}
_CREATING = frozenset({"create", "list", "upload", "clone", "copy"})


def generic_routes() -> list[Route]:
    """A route for every operation. Imports the whole table."""
    return [
        Route(operation.verb, operation.path.partition("?")[0], partial(_answer, operation))
        for operation in all_operations()
    ]


def _is_paged(operation: Operation[object]) -> TypeGuard[PageOperation[object, object]]:
    return isinstance(operation, PageOperation)


def _can_stream(operation: Operation[object]) -> TypeGuard[StreamOperation[object, object]]:
    return isinstance(operation, StreamOperation)


def _answer(operation: Operation[object], call: Call) -> Answer:
    fields = _read_body(operation, call)
    _check_required(operation, call, fields)
    _note_use(operation, call, fields)
    known = _known(operation, call, fields)
    if _is_paged(operation):
        value = generic_page(operation, call, Instances(call.store.now(), call.store.new_id, known))
        return JsonAnswer(value=value)
    if _can_stream(operation) and _wants_stream(operation, call, fields):
        return StreamAnswer(events=_events(operation, call))
    reference = operation.result
    if operation.result_by is not None:
        keyword, table = operation.result_by
        reference = table.get(str(fields.get(keyword)), reference)
    return _single(operation, reference, Instances(call.store.now(), call.store.new_id, known))


def _single(operation: Operation[object], reference: str, instances: Instances) -> Answer:
    match reference:
        case Special.NONE:
            return EmptyAnswer()
        case Special.TEXT:
            kind = operation.accept if operation.accept.count("*") == 0 else "text/plain"
            kind = "text/plain" if kind == "application/json" else kind
            return BinaryAnswer(pieces=(b"Text from the sandbox.\n",), content_type=kind)
        case Special.BINARY:
            return BinaryAnswer(pieces=_PIECES)
        case Special.JSON:
            return JsonAnswer(value={})
        case _:
            return JsonAnswer(value=instances.build(resolve(reference)))


def _read_body(operation: Operation[object], call: Call) -> Mapping[str, JsonValue]:
    if not is_multipart(call.request):
        return json_body(call.request) if operation.body else {}
    parts = parse_multipart(call.request)
    named: dict[str, JsonValue] = {part.name: part.filename for part in parts if part.filename is not None}
    named.update(form_fields(parts))
    return named


def _note_use(operation: Operation[object], call: Call, fields: Mapping[str, JsonValue]) -> None:
    kind = _USED.get(operation.path)
    counts: dict[str, int] = {}
    match kind:
        case None:
            return
        case "images":
            asked = str(fields.get("n"))
            counts["images"] = int(asked) if asked.isdigit() else 1
        case "audio_speeches":
            counts["characters"] = len(str(fields["input"]))
        case _:
            counts["input_tokens"] = count_tokens(content_text(fields.get("input") or fields.get("prompt")))
    note_use(call.store, kind, fields.get("model"), **counts)


def _names(fields: Mapping[str, JsonValue] | Mapping[str, str]) -> frozenset[str]:
    return frozenset(name.partition("[")[0] for name in fields)


def _check_required(operation: Operation[object], call: Call, fields: Mapping[str, JsonValue]) -> None:
    given = {
        **dict.fromkeys(operation.body, _names(fields)),
        **dict.fromkeys(operation.query, _names(call.request.params)),
    }
    for name in operation.required:
        wire = operation.wire.get(name, name)
        header = operation.headers.get(name)
        found = header in call.request.headers if header is not None else True
        if not found or wire.partition("[")[0] not in given.get(name, {wire.partition("[")[0]}):
            raise ApiError.missing(param=wire)


def _known(operation: Operation[object], call: Call, fields: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    known: dict[str, JsonValue] = {**fields, **call.args}
    known.pop("id", None)
    if call.args and operation.name.rpartition(".")[2] not in _CREATING:
        known["id"] = call.args[operation.path_params[-1]]
    return known


def _wants_stream(
    operation: StreamOperation[object, object], call: Call, fields: Mapping[str, JsonValue]
) -> bool:
    asked = (fields.get("stream"), call.request.params.get("stream"))
    return operation.stream_only or True in asked or "true" in asked


def _events(operation: StreamOperation[object, object], call: Call) -> Iterator[Event]:
    instances = Instances(call.store.now(), call.store.new_id)
    options = [one for one in members(resolve(operation.event)) if is_model(one)]
    number = 0
    for option in options:
        if "error" in (tag(option, "type"), tag(option, "event")):
            continue
        value = instances.model(option)
        if "sequence_number" in value:
            value["sequence_number"] = number
        number += 1
        if operation.sse_named:
            yield Event(data=cast("JsonObject", value["data"]), name=str(value["event"]))
        else:
            yield Event(data=value, name=tag(option, "type"))
    yield Event(data="[DONE]", name="done") if operation.sse_named else DONE
