"""Unions of models told apart by the values of their fields."""

from __future__ import annotations

from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Literal,
    TypeGuard,
    Union,
    final,
    get_args,
    get_origin,
)

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel, GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["OneOf", "is_model", "literal_values"]


@final
class OneOf:
    """Marks a union: ``Annotated[A | B, OneOf("type")]``.

    The member is found by the value of the first tag, where that leaves several by the next tag, and where
    no tag is left by trying them, the one with the most required fields first. Members whose tag may be
    absent are tried when it is.

    Of two members for the same values where one is derived from the other, the derived one is taken.

    Differs from pydantic's ``Field(discriminator=...)`` in what the API needs: a tag may be optional, two
    members may share its value, and the table is made from the classes without a pass over their schemas.
    """

    __slots__ = ("tags",)

    def __init__(self, *tags: str) -> None:
        self.tags = tags

    def __repr__(self) -> str:
        return f"OneOf({', '.join(map(repr, self.tags))})"

    def __hash__(self) -> int:
        return hash(self.tags)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneOf) and other.tags == self.tags

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = list(members_of(source))
        schemas = {member: handler.generate_schema(member) for member in members}
        return _schema(members, self.tags, schemas)

    def candidates(
        self, members: Sequence[type[BaseModel]], data: Mapping[str, object]
    ) -> Sequence[type[BaseModel]]:
        """The members that the tags in `data` leave, the likeliest first; none if a tag is unknown."""
        left: list[type[BaseModel]] = list(members)
        for tag in self.tags:
            if len(left) < 2:  # noqa: PLR2004  # nothing to tell apart
                break
            value = data.get(tag)
            if value is None:
                left = [member for member in left if not _requires(member, tag)] or left
                continue
            found = [member for member in left if value in literal_values(member, tag)]
            if not found:
                found = [member for member in left if not literal_values(member, tag)]
            left = found
        return sorted(left, key=lambda member: _looseness(member, self.tags))


def members_of(annotation: object) -> Iterator[type[BaseModel]]:
    """The model classes of a union, with unions inside it opened."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from members_of(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from members_of(member)
    elif is_model(annotation):
        yield annotation


def is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    """Whether an annotation is a model class."""
    return isinstance(annotation, type) and hasattr(annotation, "__pydantic_fields__")


def literal_values(member: type[BaseModel], tag: str) -> tuple[object, ...]:
    """The values that a field may have, where it is a literal; else none."""
    field = member.__pydantic_fields__.get(tag)
    if field is None:
        return ()
    parts = [field.annotation]
    if get_origin(field.annotation) in (Union, UnionType):
        parts = [part for part in get_args(field.annotation) if part is not type(None)]
    values: list[object] = []
    for part in parts:
        if get_origin(part) is not Literal:
            return ()
        values.extend(get_args(part))
    return tuple(values)


def _requires(member: type[BaseModel], tag: str) -> bool:
    field = member.__pydantic_fields__.get(tag)
    return field is not None and field.is_required()


def _looseness(member: type[BaseModel], tags: tuple[str, ...]) -> tuple[int, int, int]:
    """Small for members that accept little: many required fields, few values of the tags."""
    required = sum(field.is_required() for field in member.__pydantic_fields__.values())
    return -required, sum(len(literal_values(member, tag)) for tag in tags), -len(member.__mro__)


def _schema(
    members: list[type[BaseModel]],
    tags: tuple[str, ...],
    schemas: Mapping[type[BaseModel], CoreSchema],
) -> CoreSchema:
    members = sorted(members, key=lambda member: _looseness(member, tags))
    if len(members) == 1:
        return schemas[members[0]]
    if not tags:
        return core_schema.union_schema([schemas[member] for member in members], mode="left_to_right")
    tag, *rest = tags
    by_value: dict[object, list[type[BaseModel]]] = {}
    for member in members:
        for value in literal_values(member, tag):
            by_value.setdefault(value, []).append(member)
    loose = [member for member in members if not (literal_values(member, tag) and _requires(member, tag))]
    if len(by_value) < 2:  # noqa: PLR2004  # the tag tells nothing apart
        return _schema(members, tuple(rest), schemas)
    made: dict[tuple[type[BaseModel], ...], CoreSchema] = {}
    choices: dict[object, CoreSchema] = {}
    for value, group in by_value.items():
        key = tuple(group)
        if key not in made:
            made[key] = _schema(group, tuple(rest), schemas)
        choices[value] = made[key]
    tagged = core_schema.tagged_union_schema(choices, discriminator=tag)
    if not loose:
        return tagged
    others = _schema(loose, tuple(rest), schemas)
    return core_schema.union_schema([tagged, others], mode="left_to_right")
