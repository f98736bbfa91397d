"""Well-formed values for the types of `triopenai.types`, found by looking at their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Literal, TypeGuard, Union, cast, final, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from triopenai.testing._answer import JsonObject, JsonValue

__all__ = ["Instances", "fields_of", "is_model", "members", "resolve", "tag"]

_FULL_DEPTH = 8
_MAX_DEPTH = 9
_BEST_STATES = ("completed", "succeeded", "processed", "active", "ready", "available", "enabled")
_TROUBLES = frozenset({"error", "last_error", "incomplete_details", "refusal", "misalignment"})
_TEXTS = {
    "email": "ada@example.com",
    "date": "2025-06-15",
    "shutdown_date": "2025-06-15",
    "url": "https://example.com/",
    "uri": "https://example.com/",
    "arguments": "{}",
    "b64_json": "iVBORw0KGgo=",
}


def resolve(reference: str) -> object:
    """The type that a reference of the operation table names."""
    module, _, name = reference.partition(":")
    return cast("object", getattr(import_module(f"triopenai.types.{module}".rstrip(".")), name))


def is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    """Whether an annotation is a model class."""
    return isinstance(annotation, type) and hasattr(annotation, "model_fields")


def members(annotation: object) -> Iterable[object]:
    """The members of a union, with unions in it opened; of anything else, itself."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from members(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from members(member)
    else:
        yield annotation


def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model, with their types resolved."""
    fields = model.model_fields
    if any(isinstance(field.annotation, str) for field in fields.values()):
        model.model_rebuild()
    return model.model_fields


def tag(model: type[BaseModel], name: str) -> str | None:
    """The value of a field that can have but one."""
    field = fields_of(model).get(name)
    if field is None or get_origin(field.annotation) is not Literal:
        return None
    return str(get_args(field.annotation)[0])


@final
class Instances:
    """Builds values.

    Every field is filled that is not nested deep, since a field that may be left out by the types may be
    required by the API. Of a union the first member is taken, of an enumeration the first value, but for
    states the one that means success.

    Args:
        now: The time, for fields that hold one.
        new_id: Makes an id from a prefix.
        known: Values for fields of the outermost object, used where they fit.
    """

    __slots__ = ("_known", "_new_id", "_now")

    def __init__(
        self, now: int, new_id: Callable[[str], str], known: Mapping[str, JsonValue] | None = None
    ) -> None:
        self._now = now
        self._new_id = new_id
        self._known = known or {}

    def build(self, annotation: object, hint: str = "value", depth: int = 0) -> JsonValue:
        """A value for an annotation.

        Args:
            annotation: A model class, or any type that fields have.
            hint: Name of the field.
            depth: How deep it is nested.
        """
        options = [one for one in members(annotation) if one is not NoneType]
        if len(options) != 1:
            return self._choose(options, hint, depth) if options else None
        (option,) = options
        if is_model(option):
            return self.model(option, depth)
        origin = get_origin(option)
        arguments = get_args(option)
        if origin is Literal:
            return _pick(cast("tuple[str, ...]", arguments))
        if origin is list:
            return [self.build(arguments[0], hint, depth + 1)] if depth < _MAX_DEPTH else []
        if origin is dict:
            value = self.build(arguments[1], hint, depth + 1)
            return {} if value == {} or depth >= _MAX_DEPTH else {"key": value}
        return self._scalar(option, hint)

    def model(self, model: type[BaseModel], depth: int = 0) -> JsonObject:
        """A value for a model."""
        value: JsonObject = {}
        for name, field in fields_of(model).items():
            wire = field.alias or name
            if depth == 0 and wire in self._known and _fits(self._known[wire], field.annotation):
                value[wire] = self._known[wire]
            elif wire in _TROUBLES and not field.is_required():
                value[wire] = None
            elif field.is_required() or (depth < _FULL_DEPTH and wire != "errors"):
                hint = wire
                if wire == "id":
                    hint = f"{tag(model, 'object') or tag(model, 'type') or 'obj'}:id"
                value[wire] = self.build(field.annotation, hint, depth + 1)
        return value

    def _choose(self, options: list[object], hint: str, depth: int) -> JsonValue:
        if depth >= _MAX_DEPTH:
            flat = [one for one in options if not is_model(one)]
            options = flat or options
        literal = [one for one in options if get_origin(one) is Literal]
        return self.build((literal or options)[0], hint, depth)

    def _scalar(self, option: object, hint: str) -> JsonValue:
        if option is str:
            return self._text(hint)
        if option is bool:
            return hint == "deleted"
        if option is int:
            timed = hint.endswith(("_at", "_time", "created")) or hint.startswith("expires")
            return self._now if timed else _count(hint)
        return 0.5 if option is float else {}

    def _text(self, hint: str) -> str:
        if hint.endswith(":id"):
            prefix = hint.removesuffix(":id").rpartition(".")[2]
            return self._new_id(f"{prefix}_")
        if hint.endswith("_id"):
            return f"{hint.removesuffix('_id')}_00000001"
        if hint.endswith(("_url", "_uri")):
            return _TEXTS["url"]
        return _TEXTS.get(hint, hint)


def _count(hint: str) -> int:
    """A number that lies within the bounds that the API has for such fields."""
    if hint.endswith("_timeout_ms"):
        return 5000
    return 1000 if hint.startswith("max_") and hint.endswith("_tokens") else 1


def _pick(values: tuple[str, ...]) -> str:
    return next((state for state in _BEST_STATES if state in values), values[0])


def _fits(value: JsonValue, annotation: object) -> bool:
    return any(_fits_one(value, option) for option in members(annotation))


def _fits_one(value: object, option: object) -> bool:
    if get_origin(option) is Literal:
        return value in get_args(option)
    if get_origin(option) is dict and isinstance(value, Mapping):
        wanted = get_args(option)[1]
        return wanted is object or all(isinstance(one, wanted) for one in cast("JsonObject", value).values())
    if option is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return any(option is kind and type(value) is kind for kind in (str, bool, int))
