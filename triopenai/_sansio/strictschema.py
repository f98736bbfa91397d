"""JSON schemas as the API's strict mode demands them.

Strict mode knows a part of JSON Schema: every object is closed and requires all of its properties, there is
no ``oneOf``, and a ``$ref`` stands alone. What pydantic generates is brought into that form where that keeps
its meaning, and refused, with the path to it, where it cannot be.

See https://developers.openai.com/api/docs/guides/structured-outputs
"""

from __future__ import annotations

import copy
from typing import Final, NoReturn, cast

__all__ = ["UnsupportedSchemaError", "strict_schema"]

_REFUSED: Final = (
    "allOf",
    "contains",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "not",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedProperties",
)
#: What says nothing to the model and is not taken; the type still checks what they demand.
_DROPPED: Final = ("default", "discriminator", "uniqueItems")
_FORMATS: Final = frozenset(
    {"date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "time", "uuid"}
)
#: Any of these says what a value may be.
_SAYING: Final = frozenset({"$ref", "anyOf", "const", "enum", "type"})
_DEFS: Final = "#/$defs/"

_Schema = dict[str, object]


class UnsupportedSchemaError(ValueError):
    """A schema says what strict mode cannot."""


def strict_schema(schema: _Schema) -> _Schema:
    """A strict schema of the same meaning; the given one stays as it is.

    Raises:
        UnsupportedSchemaError: There is none.
    """
    root = copy.deepcopy(schema)
    defs = cast("dict[str, _Schema]", root.get("$defs", {}))
    reference = root.pop("$ref", None)
    if isinstance(reference, str):
        root = copy.deepcopy(defs[reference.removeprefix(_DEFS)]) | root
    for name, one in defs.items():
        _strict(one, defs, name, frozenset({name}))
    whole = _strict(root, defs, "", frozenset())
    if whole.get("type") != "object":
        _refuse("", "is no object: the outermost type has to be one with named fields")
    return whole


def _strict(node: _Schema, defs: dict[str, _Schema], path: str, within: frozenset[str]) -> _Schema:
    """Change a node, and what is below it, in place.

    Args:
        node: What to change.
        defs: The definitions that it may refer to.
        path: The way to it, for messages.
        within: The definitions that it is a part of, or of a copy of.

    Raises:
        UnsupportedSchemaError: It says what strict mode cannot.
    """
    within = _combine(node, defs, path, within)
    for key in _DROPPED:
        node.pop(key, None)
    for key in _REFUSED:
        if key in node:
            _refuse(path, f"needs {key!r} in its schema, which strict mode does not have")
    if not _SAYING & node.keys():
        _refuse(path, "says nothing of its type (Any, or object): strict mode needs one")
    if "format" in node and node["format"] not in _FORMATS:
        del node["format"]
    if node.get("type") == "object":
        _close(node, defs, path, within)
    items = node.get("items")
    if isinstance(items, dict):
        _strict(cast("_Schema", items), defs, f"{path}[]", within)
    elif node.get("type") == "array":
        _refuse(path, "says nothing of the type of its items: strict mode needs one")
    for option in cast("list[_Schema]", node.get("anyOf", [])):
        _strict(option, defs, path, within)
    return node


def _combine(node: _Schema, defs: dict[str, _Schema], path: str, within: frozenset[str]) -> frozenset[str]:
    """Do without ``oneOf``, an ``allOf`` of one, and a ``$ref`` that has company; gives what it is within."""
    if "oneOf" in node:
        node["anyOf"] = node.pop("oneOf")
    parts = node.get("allOf")
    if isinstance(parts, list) and len(cast("list[object]", parts)) == 1:
        del node["allOf"]
        for key, value in cast("list[_Schema]", parts)[0].items():
            node.setdefault(key, value)
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return within
    name = reference.removeprefix(_DEFS)
    if not reference.startswith(_DEFS) or name not in defs:
        _refuse(path, f"refers to {reference!r}, which is not in the schema")
    if node.keys() - {"$ref", *_DROPPED}:
        del node["$ref"]
        if name in within:  # a copy would hold another one of itself, without end
            node["anyOf"] = [{"$ref": reference}]
            return within
        for key, value in copy.deepcopy(defs[name]).items():
            node.setdefault(key, value)
        return _combine(node, defs, path, within | {name})
    return within


def _close(node: _Schema, defs: dict[str, _Schema], path: str, within: frozenset[str]) -> None:
    """Require all properties of an object and no other."""
    properties = cast("dict[str, _Schema]", node.setdefault("properties", {}))
    if not properties and node.get("additionalProperties") not in (None, False):
        _refuse(path, "is a mapping with any keys: strict mode needs a type with named fields")
    if isinstance(node.get("additionalProperties"), dict):
        _refuse(path, "takes further fields of any name: strict mode does not")
    node["additionalProperties"] = False
    node["required"] = list(properties)
    for name, one in properties.items():
        _strict(one, defs, f"{path}.{name}" if path else name, within)


def _refuse(path: str, why: str) -> NoReturn:
    msg = f"{path or 'the type'} {why}"
    raise UnsupportedSchemaError(msg)
