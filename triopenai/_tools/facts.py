"""Docstrings from facts: units, ranges, defaults. The document's prose is never used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from triopenai._tools.layout import WIDTH, literal
from triopenai._tools.pointers import shorten

if TYPE_CHECKING:
    from triopenai._tools.document import JsonObject
    from triopenai._tools.names import Entry
    from triopenai._tools.shapes import Resolver

__all__ = ["class_doc", "docstring", "facts_at", "field_doc"]

_LONGEST_DEFAULT: Final = 40
_MACHINE: Final = 2**53


def _words(name: str) -> str:
    """A class name as words: ``ChatCompletionChunk`` is "chat completion chunk"."""
    parts = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|\d+", name)
    return " ".join(part if part.isupper() and len(part) > 1 else part.lower() for part in parts)


def class_doc(entry: Entry) -> str:
    """One line on what a class is."""
    if entry.operation:
        return f"Keywords of `{entry.operation}`."
    name = entry.name.removesuffix("Param").removesuffix("Params")
    text = _words(name) or _words(entry.name)
    text = text[:1].upper() + text[1:]
    short = shorten(entry.pointer)
    return f"{text}." if short.startswith("#") else f"{text}: schema `{short}`."


def field_doc(schema: JsonObject, *, request: bool) -> str:
    """What the schema of a field states beyond its type; empty if that is nothing."""
    facts: list[str] = []
    if schema.get("format") == "unixtime":
        facts.append("Unix seconds.")
    if request:
        facts.extend(_range(schema))
        default = schema.get("default")
        if default is not None and default not in ({}, []):
            text = literal(default)
            if len(text) <= _LONGEST_DEFAULT:
                facts.append(f"Default {text}.")
    if schema.get("deprecated") is True:
        facts.append("Deprecated.")
    return " ".join(facts)


def _number(value: object) -> float | int | None:
    """A bound, where it means something (not the limits of a machine integer)."""
    if isinstance(value, (int, float)) and abs(value) < _MACHINE:
        return value
    return None


def _range(schema: JsonObject) -> list[str]:
    low, high = _number(schema.get("minimum")), _number(schema.get("maximum"))
    facts: list[str] = []
    if low is not None and high is not None:
        facts.append(f"{low} to {high}.")
    elif low is not None:
        facts.append(f"At least {low}.")
    elif high is not None:
        facts.append(f"At most {high}.")
    for least, most, unit in (("minLength", "maxLength", "characters"), ("minItems", "maxItems", "items")):
        low, high = _number(schema.get(least)), _number(schema.get(most))
        if low and high:
            facts.append(f"{low} to {high} {unit}.")
        elif high is not None:
            facts.append(f"At most {high} {unit}.")
        elif low:
            facts.append(f"At least {low} {unit}.")
    return facts


def facts_at(resolver: Resolver, pointer: str) -> JsonObject:
    """What a schema says of itself, through references and unions with null."""
    schema = resolver.schema(pointer)
    facts = dict(schema)
    if "$ref" in schema:
        facts = {**facts_at(resolver, str(schema["$ref"])), **facts}
    groups = [group for key in ("anyOf", "oneOf", "allOf") if isinstance(group := schema.get(key), list)]
    solid = [
        member
        for group in groups
        for member in group
        if isinstance(member, dict) and member.get("type") != "null"
    ]
    if len(solid) == 1:
        facts = {**{key: value for key, value in solid[0].items() if key != "$ref"}, **facts}
    return facts


def docstring(text: str) -> str:
    """A docstring of one line, shortened if it must be."""
    line = f'    """{text}"""'
    if len(line) <= WIDTH:
        return line
    return f'    """{text.partition(":")[0].rstrip(".")}."""'
