"""The API document: read, stripped to facts, edited by our tables, pinned by hash."""

from __future__ import annotations

import hashlib
import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from triopenai._tools.pointers import parts

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TABLES", "Json", "JsonObject", "apply_edits", "at", "digest", "load", "read_edits", "strip"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
JsonObject: TypeAlias = dict[str, Json]

TABLES: Final = Path(__file__).parent / "tables"

_PROSE: Final = frozenset({"description", "summary", "example", "examples"})
_NAMED: Final = frozenset(
    {"properties", "schemas", "paths", "responses", "parameters", "requestBodies", "headers"}
)
_KEPT_HINTS: Final = frozenset(
    {"x-stainless-const", "x-stainless-naming", "x-stainless-param", "x-stainless-skip"}
)


def strip(value: Json, *, names: bool = False) -> Json:
    """`value` without prose, examples and hints for other tools.

    Args:
        value: A part of an OpenAPI document.
        names: Whether the keys of `value` are names given by the API, not OpenAPI's own.
    """
    if isinstance(value, list):
        return [strip(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: strip(item, names=not names and key in _NAMED)
        for key, item in value.items()
        if names or not _is_prose(key)
    }


def _is_prose(key: str) -> bool:
    return key in _PROSE or (key.startswith("x-stainless-") and key not in _KEPT_HINTS)


def digest(document: JsonObject) -> str:
    """The SHA-256 of a document's facts, whatever its spelling in bytes."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def at(document: Json, pointer: str) -> Json:
    """What a pointer points to."""
    value = document
    for step in parts(pointer):
        value = value[int(step)] if isinstance(value, list) else cast("JsonObject", value)[step]
    return value


def read_edits(name: str) -> list[JsonObject]:
    """The edits of one table, one JSON object a line."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [cast("JsonObject", json.loads(line)) for line in lines if line]


def apply_edits(document: JsonObject, edits: Iterable[JsonObject]) -> None:
    """Carry out edits (add, replace, remove; RFC 6902) on `document` in place.

    Raises:
        LookupError: An edit points to a place that the document does not have; the message holds the edit.
    """
    for edit in edits:
        *steps, last = parts(str(edit["path"]))
        try:
            parent = at(document, "/".join(["#", *(_escape(step) for step in steps)]))
            if isinstance(parent, list):
                _edit_list(parent, int(last), edit)
            else:
                _edit_object(cast("JsonObject", parent), last, edit)
        except (LookupError, TypeError, ValueError) as error:
            msg = f"the document has no place for this edit: {edit['op']} {edit['path']}"
            raise LookupError(msg) from error


def _escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")


def _edit_list(parent: list[Json], index: int, edit: JsonObject) -> None:
    match edit["op"]:
        case "add":
            parent.insert(index, edit["value"])
        case "replace":
            parent[index] = edit["value"]
        case _:
            del parent[index]


def _edit_object(parent: JsonObject, key: str, edit: JsonObject) -> None:
    if edit["op"] == "remove":
        del parent[key]
    else:
        if edit["op"] == "replace" and key not in parent:
            raise KeyError(key)
        parent[key] = edit["value"]


def load(source: Path) -> tuple[JsonObject, JsonObject]:
    """Read the document and bring it up to date.

    Args:
        source: The document as OpenAI publishes it (JSON or, where PyYAML is installed, YAML), or a folder
            that holds it as ``upstream.json`` or ``openapi.json``.

    Returns:
        The document stripped, and the same with our edits.
    """
    stripped = cast("JsonObject", strip(_read(_find(source))))
    edited = cast("JsonObject", json.loads(json.dumps(stripped)))
    if not any("x-origin" in str(item) for item in cast("JsonObject", edited["paths"]).values()):
        apply_edits(edited, read_edits("overlay.jsonl"))
        apply_edits(edited, read_edits("addendum.jsonl"))
    return stripped, edited


def _find(source: Path) -> Path:
    if source.is_dir():
        for name in ("upstream.json", "openapi.json", "openapi.yaml"):
            if (source / name).is_file():
                return source / name
        msg = f"{source} holds neither upstream.json nor openapi.json nor openapi.yaml"
        raise FileNotFoundError(msg)
    return source


def _read(path: Path) -> Json:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return cast("Json", json.loads(text))
    yaml = importlib.import_module("yaml")  # PyYAML; only for a document in YAML, so no dependency
    return cast("Json", yaml.safe_load(text))
