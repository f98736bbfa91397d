"""Building models from JSON values that do not fit them.

For an annotation a builder is made once: a function from a JSON value to the nearest typed one. Builders keep
what they are given: a scalar of the wrong type stays what it is, an enum's new value too, an object that no
member of its union fits becomes a plain `BaseModel` with the same attributes. A field that is required and
missing reads as None (a list as empty), and does not count as set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias, Union, cast, get_args, get_origin

import attrs

from triopenai._base.unions import OneOf, is_model, literal_values, members_of

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

__all__ = ["construct", "wants_object"]

_Object: TypeAlias = dict[str, object]
_Build: TypeAlias = Callable[[object], object]

_EMPTY: Final[dict[object, Callable[[], object]]] = {list: list, dict: dict}


def construct(annotation: object, value: object) -> object:
    """The value of a type that comes nearest to a JSON value; never fails."""
    return _builder(annotation)(value)


def wants_object(annotation: object) -> bool:
    """Whether a type is read from JSON objects only."""
    if get_origin(annotation) is Annotated:
        return wants_object(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return all(wants_object(member) for member in get_args(annotation))
    return is_model(annotation)


def _same(value: object) -> object:
    return value


def _as_float(value: object) -> object:
    return float(value) if type(value) is int else value


def _builder(annotation: object, markers: Iterable[object] = ()) -> _Build:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _builder(inner, more)
    if is_model(annotation):
        return _ModelBuilder(annotation)
    if origin is list:
        return _list_builder(_builder(get_args(annotation)[0]))
    if origin is dict:
        return _dict_builder(_builder(get_args(annotation)[1]))
    if origin in (Union, UnionType):
        marker = next((marker for marker in markers if isinstance(marker, OneOf)), None)
        return _union_builder(annotation, marker)
    return _as_float if annotation is float else _same


def _list_builder(item: _Build) -> _Build:
    if item is _same:
        return _same

    def build(value: object) -> object:
        if isinstance(value, list):
            return [item(element) for element in cast("list[object]", value)]
        return value

    return build


def _dict_builder(item: _Build) -> _Build:
    if item is _same:
        return _same

    def build(value: object) -> object:
        if isinstance(value, dict):
            return {key: item(element) for key, element in cast("_Object", value).items()}
        return value

    return build


# -- unions ---------------------------------------------------------------------------------------


def _union_builder(annotation: object, marker: OneOf | None) -> _Build:
    members = [member for member in get_args(annotation) if member is not NoneType]
    if marker is None:
        # a member that is a tagged union of its own knows best how to read objects
        for member in members:
            markers = get_args(member)[1:] if get_origin(member) is Annotated else ()
            marker = next((found for found in markers if isinstance(found, OneOf)), marker)
    classes = list(members_of(annotation))
    lists = [member for member in members if get_origin(member) is list]
    floats = float in members and int not in members
    of_list = _lists_builder(lists)

    def build(value: object) -> object:
        if isinstance(value, dict):
            found = cast("_Object", value)
            return _pick(classes, marker, found) if classes else found
        if isinstance(value, list):
            return of_list(cast("list[object]", value))
        return _as_float(value) if floats else value

    return build


def _lists_builder(lists: list[object]) -> _Build:
    """For a union of lists: the one whose items are of the kind that the first item is."""
    builders = [(member, _builder(member)) for member in lists]

    def build(value: object) -> object:
        elements = cast("list[object]", value)
        objects = bool(elements) and isinstance(elements[0], dict)
        for member, builder in builders:
            if objects == any(True for _ in members_of(get_args(member)[0])):
                return builder(value)
        return value

    return build


def _pick(classes: list[type[BaseModel]], marker: OneOf | None, data: _Object) -> object:
    """Build the member of a union that fits an object, or a plain model if none does."""
    tags = marker.tags if marker else ()
    left = list(marker.candidates(classes, data)) if marker else classes
    fits = [(_misfit(cls, data, tags), index) for index, cls in enumerate(left)]
    fits = [fit for fit in fits if fit[0][0] == 0]
    untagged = marker is not None and marker.tags[0] not in data and len(left) > 1
    if untagged:
        fits = [fit for fit in fits if fit[0][1] == 0]
    if not fits:
        return _plain(data)
    return _model(left[min(fits)[1]], data)


def _misfit(cls: type[BaseModel], data: _Object, tags: tuple[str, ...]) -> tuple[int, int, int]:
    """How badly an object fits a class: tags that contradict; fields missing or odd; fields unknown."""
    wrong = odd = 0
    known: set[str] = set()
    for name, field in cls.__pydantic_fields__.items():
        key = field.alias or name
        known.add(key)
        if key in data:
            values = literal_values(cls, name) if key == "type" or key in tags else ()
            wrong += bool(values) and data[key] not in values
            odd += not _accepts(field.annotation, data[key])
        elif field.is_required() and key not in tags:
            odd += 1
    return wrong, odd, len(data.keys() - known)


def _accepts(annotation: object, value: object) -> bool:
    """Whether a JSON value is of a kind that a type is read from; what it holds is not looked at."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _accepts(get_args(annotation)[0], value)
    if origin in (Union, UnionType):
        return any(_accepts(member, value) for member in get_args(annotation))
    if origin is Literal:
        return not isinstance(value, (dict, list))
    if is_model(annotation):
        return isinstance(value, dict)
    kind = origin or annotation
    kinds = (int, float) if kind is float else (kind,) if isinstance(kind, type) else (object,)
    return isinstance(value, kinds)


# -- models ---------------------------------------------------------------------------------------


@attrs.frozen
class _Field:
    name: str
    key: str
    build: _Build
    default: Callable[[], object]


@cache
def _fields(cls: type[BaseModel]) -> tuple[_Field, ...]:
    if not cls.__pydantic_fields_complete__:
        cls.model_rebuild(raise_errors=False)
    return tuple(
        _Field(
            name=name,
            key=field.alias or name,
            build=_builder(field.annotation, field.metadata),
            default=_default(field),
        )
        for name, field in cls.__pydantic_fields__.items()
    )


def _default(field: FieldInfo) -> Callable[[], object]:
    if field.is_required():
        return _EMPTY.get(get_origin(field.annotation), _none)
    return lambda: field.get_default(call_default_factory=True)


def _none() -> None:
    return None


class _ModelBuilder:
    """Builds one class; its fields are looked at when first needed, as classes may hold each other."""

    __slots__ = ("cls",)

    def __init__(self, cls: type[BaseModel]) -> None:
        self.cls = cls

    def __call__(self, value: object) -> object:
        return _model(self.cls, cast("_Object", value)) if isinstance(value, dict) else value


def _model(cls: type[BaseModel], data: _Object) -> BaseModel:
    values: _Object = {}
    found: set[str] = set()
    keys: set[str] = set()
    for field in _fields(cls):
        key = field.key if field.key in data else field.name
        if key in data:
            values[field.name] = field.build(data[key])
            found.add(field.name)
            keys.add(key)
        else:
            values[field.name] = field.default()
    extra = {key: value for key, value in data.items() if key not in keys}
    found.update(extra)
    return _fill(cls, values, found, extra)


def _plain(data: _Object) -> BaseModel:
    from triopenai._base.model import BaseModel as Base  # noqa: PLC0415  # not with the package

    return _fill(Base, {}, set(data), dict(data))


def _fill(cls: type[BaseModel], values: _Object, found: set[str], extra: _Object) -> BaseModel:
    """An instance with these values, none of them looked at."""
    model = cls.__new__(cls)
    object.__setattr__(model, "__dict__", values)
    object.__setattr__(model, "__pydantic_fields_set__", found)
    object.__setattr__(model, "__pydantic_extra__", extra)
    object.__setattr__(model, "__pydantic_private__", None)
    return model
