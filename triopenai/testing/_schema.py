"""A value that fits a JSON schema: for arguments of tools, and for structured output."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast, final

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue

__all__ = ["instance", "schema_text"]

_MAX_DEPTH = 8
_HOPELESS = 50
_FORMATS = {
    "date-time": "2025-06-15T12:00:00Z",
    "date": "2025-06-15",
    "time": "12:00:00Z",
    "duration": "PT1H",
    "email": "ada@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "uuid": "00000000-0000-4000-8000-000000000001",
}
_PATTERN_GUESSES = (
    "a", "A", "1", "ab", "AB", "abc", "ABC", "abcd", "12",
    "123", "1234", "12345", "a1", "A1", "@ada", "+15550100",
    "2025-06-15", "12:00", "1.5", "#ffffff", "en", "en-US", "x-1", "word-word", "snake_case", "",
)  # fmt: skip
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+\b")


def instance(schema: Mapping[str, object], question: str = "") -> JsonValue:
    """The value that the sandbox gives for a schema: every property filled, the first of every choice.

    Args:
        schema: A JSON schema. References lead to its own `$defs` or `definitions`.
        question: Text to take a name from, for strings of no other rule.
    """
    names = _NAME.findall(question)
    return _Builder(schema, names[-1] if names else None).build(schema, "value", 0)


def schema_text(schema: Mapping[str, JsonValue] | None, question: str) -> str:
    """The value for a schema as JSON text."""
    value = instance(cast("Mapping[str, object]", schema or {}), question)
    return json.dumps(value, ensure_ascii=False)


@final
class _Builder:
    __slots__ = ("_name", "_open", "_root")

    def __init__(self, root: Mapping[str, object], name: str | None) -> None:
        self._root = root
        self._name = name
        self._open: list[Mapping[str, object]] = []  # the schemas that are being built, from the outside in

    def _recurs(self, schema: Mapping[str, object]) -> bool:
        resolved = self._resolve(schema)
        return any(one is resolved for one in self._open)

    def _resolve(self, schema: Mapping[str, object]) -> Mapping[str, object]:
        reference = schema.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#"):
            return schema
        node: object = self._root
        for part in reference[1:].strip("/").split("/"):
            if part and isinstance(node, Mapping):
                node = cast("Mapping[str, object]", node).get(part.replace("~1", "/"))
        return cast("Mapping[str, object]", node) if isinstance(node, Mapping) else {}

    def build(self, schema: Mapping[str, object], hint: str, depth: int) -> JsonValue:
        """A value for a schema; `hint` is the property's name."""
        schema = self._resolve(schema)
        if len(self._open) >= _HOPELESS:  # nothing finite fits
            return None
        self._open.append(schema)
        try:
            return self._build(schema, hint, depth)
        finally:
            self._open.pop()

    def _build(self, schema: Mapping[str, object], hint: str, depth: int) -> JsonValue:
        if "const" in schema:
            return cast("JsonValue", schema["const"])
        enum = schema.get("enum")
        if isinstance(enum, Sequence) and enum:
            return cast("JsonValue", enum[0])
        for key in ("anyOf", "oneOf"):
            options = schema.get(key)
            if isinstance(options, Sequence) and options:
                return self._choose(cast("Sequence[Mapping[str, object]]", options), hint, depth)
        return self._typed(self._merge(schema), hint, depth)

    def _typed(self, schema: Mapping[str, object], hint: str, depth: int) -> JsonValue:
        value: JsonValue
        match self._type(schema):
            case "object":
                value = self._object(schema, depth)
            case "array":
                value = self._array(schema, hint, depth)
            case "integer":
                value = math.ceil(_number(schema, 1))
            case "number":
                value = _number(schema, 0.5)
            case "boolean":
                value = True
            case "null":
                value = None
            case _:
                value = self._string(schema, hint)
        return value

    def _choose(self, options: Sequence[Mapping[str, object]], hint: str, depth: int) -> JsonValue:
        solid = [one for one in options if self._resolve(one).get("type") != "null"]
        fresh = [one for one in solid if not self._recurs(one)]
        if not fresh and len(solid) < len(options):
            return None
        return self.build((fresh or solid or options)[0], hint, depth + 1)

    def _merge(self, schema: Mapping[str, object]) -> Mapping[str, object]:
        parts = schema.get("allOf")
        if not isinstance(parts, Sequence):
            return schema
        merged: dict[str, object] = {k: v for k, v in schema.items() if k != "allOf"}
        properties = dict(cast("JsonObject", merged.get("properties", {})))
        for part in cast("Sequence[Mapping[str, object]]", parts):
            resolved = self._merge(self._resolve(part))
            properties.update(cast("JsonObject", resolved.get("properties", {})))
            merged = {**resolved, **merged}
        if properties:
            merged["properties"] = properties
        return merged

    def _type(self, schema: Mapping[str, object]) -> str:
        kind = schema.get("type")
        if isinstance(kind, str):
            return kind
        if isinstance(kind, Sequence) and kind:
            named = [str(one) for one in cast("Sequence[object]", kind)]
            return next((one for one in named if one != "null"), "null")
        if "properties" in schema:
            return "object"
        return "array" if "items" in schema else "string"

    def _object(self, schema: Mapping[str, object], depth: int) -> JsonObject:
        properties = cast("Mapping[str, Mapping[str, object]]", schema.get("properties") or {})
        required = cast("Sequence[str]", schema.get("required") or ())
        return {
            name: self.build(inner, name, depth + 1)
            for name, inner in properties.items()
            if name in required or not (depth >= _MAX_DEPTH or self._recurs(inner))
        }

    def _array(self, schema: Mapping[str, object], hint: str, depth: int) -> list[JsonValue]:
        prefix = cast("Sequence[Mapping[str, object]]", schema.get("prefixItems") or ())
        built = [self.build(one, hint, depth + 1) for one in prefix]
        least = cast("int", schema.get("minItems", 0))
        most = cast("int", schema.get("maxItems", max(least, 2)))
        count = least if depth >= _MAX_DEPTH else max(least, min(most, 2))
        items = schema.get("items")
        if isinstance(items, Mapping):
            item = cast("Mapping[str, object]", items)
            count = least if self._recurs(item) else count
            built += [self.build(item, hint, depth + 1) for _ in range(count - len(built))]
        return built

    def _string(self, schema: Mapping[str, object], hint: str) -> str:
        form = schema.get("format")
        if isinstance(form, str) and form in _FORMATS:
            return _FORMATS[form]
        text = self._name or hint
        pattern = schema.get("pattern")
        if isinstance(pattern, str):
            return next((one for one in (text, *_PATTERN_GUESSES) if re.search(pattern, one)), text)
        least = cast("int", schema.get("minLength", 0))
        most = cast("int", schema.get("maxLength", max(least, len(text))))
        return text.ljust(least, "x")[:most]


def _number(schema: Mapping[str, object], step: float) -> float:
    low = _bound(schema, "minimum", "exclusiveMinimum", step)
    high = _bound(schema, "maximum", "exclusiveMaximum", -step)
    value = low if low is not None else min(step, high) if high is not None else step
    multiple = schema.get("multipleOf")
    if isinstance(multiple, int | float) and multiple:
        value = math.ceil(value / multiple) * multiple
    return value


def _bound(schema: Mapping[str, object], name: str, exclusive: str, step: float) -> float | None:
    value = schema.get(name)
    if isinstance(value, int | float):
        return value
    outside = schema.get(exclusive)
    return outside + step if isinstance(outside, int | float) else None
