"""The document's schemas as a JSON Schema validator needs them, and the validator.

Bodies, queries, headers and forms are all held against schemas in the same way. What a form or query carries
is text, so the validator takes `Text` for the number or truth value that it spells; a form's file is `File`.

What is changed, and why:

- ``nullable: true`` is OpenAPI 3.0, which JSON Schema does not know: it becomes a union with null, also where
  it stands as a part of its own in an ``allOf``.
- ``allOf`` is merged into one schema. Its parts would otherwise refuse each other's fields, as the next says.
- What names properties is an object, and takes no others unless it says so itself. Without this a misspelled
  optional field would pass.
- Names in `required` that no property has are dropped (leftovers of upstream): no request could have them.
- ``oneOf`` becomes ``anyOf``: variants overlap (the easy input message is an input message too), and a server
  needs one that fits. A variant with another tag is passed over, so that errors tell of the right one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
from jsonschema import Draft202012Validator, TypeChecker, ValidationError, validators
from jsonschema.exceptions import best_match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["File", "Schema", "Schemas", "Text"]

Schema: TypeAlias = "dict[str, Any]"

_COMPONENTS: Final = "#/components/schemas/"
_TAGS: Final = ("type", "role", "object", "event")
_TAGS_OF: Final = "x-tags"  # the tags' values of each variant of a prepared union
_SPELLED: Final = {
    "integer": re.compile(r"-?(0|[1-9][0-9]*)"),
    "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?"),
    "boolean": re.compile(r"true|false"),
}


class Text(str):
    """A value in a form, query or header, which stands for whatever it spells."""

    __slots__ = ()


@attrs.frozen
class File:
    """A part of a form that has a file name."""

    name: str
    content_type: str | None
    size: int


class Schemas:
    """The prepared schemas of a document."""

    def __init__(self, components: Mapping[str, Schema]) -> None:
        self._raw = components
        self._prepared = {name: self.prepare(schema) for name, schema in components.items()}

    def problems(self, value: object, prepared: Schema) -> Iterator[str]:
        """What is wrong with a value, the most telling of each error's causes."""
        root = {"components": {"schemas": self._prepared}, **prepared}
        for error in _Validator(root).iter_errors(value):
            cause = best_match([error]) or error
            place = "".join(f"[{step!r}]" for step in cause.absolute_path)
            yield f"{place or 'the whole'}: {cause.message[:200]}"

    def prepare(self, schema: Schema) -> Schema:
        """A schema of the document, ready to validate with."""
        merged = self.merged(schema)
        nullable = merged.pop("nullable", False)
        if "oneOf" in merged:
            merged["anyOf"] = merged.pop("oneOf")
        if "anyOf" in merged:
            merged[_TAGS_OF] = [self._tags(variant) for variant in merged["anyOf"]]
        for name in ("anyOf", "allOf"):
            if name in merged:
                merged[name] = [self.prepare(part) for part in merged[name]]
        for name in ("items", "additionalProperties", "propertyNames"):
            if isinstance(merged.get(name), dict):
                merged[name] = self.prepare(merged[name])
        if merged.get("properties"):
            fields = {name: self.prepare(field) for name, field in merged["properties"].items()}
            merged["properties"] = fields
            merged.setdefault("type", "object")
            merged.setdefault("additionalProperties", False)
            if not merged["additionalProperties"]:
                merged["required"] = [name for name in merged.get("required", ()) if name in fields]
        return {"anyOf": [merged, {"type": "null"}]} if nullable else merged

    def _tags(self, variant: Schema) -> dict[str, list[object]]:
        """The values that the tags of a variant may have."""
        fields = self.merged(self.followed(variant)).get("properties", {})
        found = {tag: self.followed(fields[tag]) for tag in _TAGS if tag in fields}
        return {tag: field["enum"] for tag, field in found.items() if "enum" in field}

    def merged(self, schema: Schema) -> Schema:
        """A copy of a schema whose ``allOf`` is one schema."""
        result = {name: value for name, value in schema.items() if name != "allOf"}
        for part in schema.get("allOf", ()):
            other = self.merged(self.followed(part) if len(schema["allOf"]) > 1 else part)
            if other.keys() == {"$ref"}:
                other = self.merged(self.followed(other))
            for name, value in other.items():
                if name == "properties":
                    result[name] = {**value, **result.get(name, {})}
                elif name == "required":
                    result[name] = [*result.get(name, ()), *value]
                elif name in ("anyOf", "oneOf") and name in result:
                    result.setdefault("allOf", []).append({name: value})
                else:
                    result.setdefault(name, value)
        return result

    def followed(self, schema: Schema) -> Schema:
        """What a reference leads to; the schema itself if it is none."""
        while "$ref" in schema:
            found: Any = self._raw
            for step in schema["$ref"].removeprefix(_COMPONENTS).split("/"):
                found = found[step.replace("~1", "/")]
            schema = {**{name: value for name, value in schema.items() if name != "$ref"}, **found}
        return schema


def _is(name: str, plain: Any) -> Any:
    def check(checker: TypeChecker, value: object) -> bool:
        if isinstance(value, Text) and name in _SPELLED:
            return _SPELLED[name].fullmatch(value) is not None
        return bool(plain(checker, value))

    return check


def _type(validator: Any, types: Any, value: object, schema: Schema) -> Iterator[ValidationError]:
    binary = schema.get("format") == "binary"
    if isinstance(value, File):
        if not binary:
            yield ValidationError(f"a file is sent where {types} is due")
    elif binary and isinstance(value, Text):
        yield ValidationError("a file is due, and the part has no file name")
    else:
        yield from Draft202012Validator.VALIDATORS["type"](validator, types, value, schema)


def _bound(keyword: str) -> Any:
    plain = Draft202012Validator.VALIDATORS[keyword]

    def check(validator: Any, bound: float, value: object, schema: Schema) -> Iterator[ValidationError]:
        if isinstance(value, Text) and _SPELLED["number"].fullmatch(value):
            value = float(value)
        yield from plain(validator, bound, value, schema) or ()

    return check


def _any_of(
    validator: Any, variants: list[Schema], value: object, schema: Schema
) -> Iterator[ValidationError]:
    if isinstance(value, dict) and _TAGS_OF in schema:
        given = {tag: value[tag] for tag in _TAGS if isinstance(value.get(tag), str)}
        variants = [
            variant
            for variant, tags in zip(variants, schema[_TAGS_OF], strict=True)
            if all(text in tags.get(tag, [text]) for tag, text in given.items())
        ]
        if not variants:
            yield ValidationError(f"no variant has the tags {given}")
            return
    yield from Draft202012Validator.VALIDATORS["anyOf"](validator, variants, value, schema) or ()


_PLAIN: Final = Draft202012Validator.TYPE_CHECKER
_Validator: Final = validators.extend(
    Draft202012Validator,
    {
        "type": _type,
        "anyOf": _any_of,
        **{name: _bound(name) for name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")},
    },
    type_checker=_PLAIN.redefine_many(
        {name: _is(name, lambda _, value, name=name: _PLAIN.is_type(value, name)) for name in _SPELLED}
    ),
)
