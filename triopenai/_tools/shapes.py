"""From a schema to a type expression.

A reference is followed until it meets a schema that has a name (then the expression is that name) or one that
can be spelled out (scalars, literals, lists, maps, unions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, cast

import attrs

from triopenai._tools.document import Json, JsonObject, at
from triopenai._tools.names import CLASSES, Entry, Names
from triopenai._tools.pointers import child

if TYPE_CHECKING:
    from triopenai._tools.names import Side

__all__ = ["FileNode", "ListOf", "Lit", "MapOf", "Node", "Prim", "Ref", "Resolver", "Shape", "UnionOf"]

Scalar: TypeAlias = "str | int | bool"
_Literals: TypeAlias = "dict[str, tuple[Scalar, ...]]"

_PAIR: Final = 2

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_STRUCTURE: Final = frozenset(
    {"type", "properties", "items", "anyOf", "oneOf", "allOf", "$ref", "enum", "const"}
)
_TAGS: Final = ("type", "event", "role", "object", "task", "action", "kind")


@attrs.frozen
class Prim:
    """A built-in type."""

    name: str


@attrs.frozen
class Lit:
    """One of some values."""

    values: tuple[Scalar, ...]


@attrs.frozen
class ListOf:
    """A list."""

    item: Node


@attrs.frozen
class MapOf:
    """An object with free keys."""

    value: Node


@attrs.frozen
class Ref:
    """A named type."""

    entry: Entry


@attrs.frozen
class FileNode:
    """A file to send."""


@attrs.frozen
class UnionOf:
    """One of several; `tags` are the fields that tell objects apart, outermost first."""

    members: tuple[Node, ...]
    tags: tuple[str, ...] = ()


Node: TypeAlias = Prim | Lit | ListOf | MapOf | Ref | FileNode | UnionOf


@attrs.frozen
class Shape:
    """A type expression, and whether null is also allowed."""

    node: Node
    nullable: bool = False


@attrs.frozen
class Property:
    """One property of an object schema."""

    name: str
    pointer: str
    required: bool


class Resolver:
    """Finds shapes in one document under one table of names."""

    def __init__(self, document: JsonObject, names: Names) -> None:
        self.document = document
        self.names = names
        self.unnamed: list[Entry] = []

    def schema(self, pointer: str) -> JsonObject:
        """The schema at a pointer (an absent or boolean one counts as free)."""
        value = at(self.document, pointer)
        return value if isinstance(value, dict) else {}

    # -- objects ----------------------------------------------------------------------------------

    def properties(self, pointer: str) -> list[Property]:
        """The properties of an object schema with every `allOf` merged, in the document's order."""
        found: dict[str, str] = {}
        required: set[str] = set()
        self._collect(pointer, found, required)
        return [Property(name, where, name in required) for name, where in found.items()]

    def _collect(self, pointer: str, found: dict[str, str], required: set[str]) -> None:
        schema = self.schema(pointer)
        if "$ref" in schema:
            self._collect(str(schema["$ref"]), found, required)
        for index in range(len(cast("list[Json]", schema.get("allOf", [])))):
            self._collect(child(pointer, "allOf", index), found, required)
        for name in cast("JsonObject", schema.get("properties", {})):
            found[name] = child(pointer, "properties", name)
        required.update(str(name) for name in cast("list[Json]", schema.get("required", [])))
        if not found and (step := self._only_variant(pointer, schema)):
            self._collect(step, found, required)

    # -- references -------------------------------------------------------------------------------

    def nullable(self, pointer: str) -> bool:
        """Whether a schema allows null."""
        schema = self.schema(pointer)
        if schema.get("nullable") is True or schema.get("type") == "null":
            return True
        if None in cast("list[Json]", schema.get("enum", [])):
            return True
        if "$ref" in schema:
            return self.nullable(str(schema["$ref"]))
        for key in ("anyOf", "oneOf"):
            for index in range(len(cast("list[Json]", schema.get(key, [])))):
                if self.nullable(child(pointer, key, index)):
                    return True
        step = self._only_variant(pointer, schema)
        return step is not None and self.nullable(step)

    def _variants(self, pointer: str, schema: JsonObject) -> list[str]:
        """Pointers to the members of a union, null left out."""
        found: list[str] = []
        for key in ("anyOf", "oneOf"):
            for index, member in enumerate(cast("list[JsonObject]", schema.get(key, []))):
                if member.get("type") != "null":
                    found.append(child(pointer, key, index))
        return found

    def _only_variant(self, pointer: str, schema: JsonObject) -> str | None:
        """The one schema that a wrapper (`allOf` of one, union with null) stands for."""
        if "properties" in schema:
            return None
        parts = cast("list[JsonObject]", schema.get("allOf", []))
        solid = [i for i, part in enumerate(parts) if _STRUCTURE & part.keys()]
        if len(solid) == 1:
            return child(pointer, "allOf", solid[0])
        variants = self._variants(pointer, schema)
        return variants[0] if len(variants) == 1 else None

    def shape(self, pointer: str, side: Side, area: str, *, itself: bool = False) -> Shape:
        """The type expression of a schema.

        Args:
            pointer: The schema.
            side: Whether it stands in a response or a request.
            area: The area that the expression is written in.
            itself: Spell the schema out though it has a name (to define that name).
        """
        return Shape(self._node(pointer, side, area, itself=itself), self.nullable(pointer))

    def _node(self, pointer: str, side: Side, area: str, *, itself: bool = False) -> Node:
        entry = None if itself else self.names.find(pointer, side, area)
        if entry is not None:
            return Ref(entry)
        schema = self.schema(pointer)
        if "$ref" in schema:
            return self._node(str(schema["$ref"]), side, area)
        if step := self._only_variant(pointer, schema):
            return self._node(step, side, area)
        if "properties" not in schema and (variants := self._variants(pointer, schema)):
            return self._union(variants, side, area)
        if "allOf" in schema or schema.get("properties"):
            return self._unnamed(pointer, side, area)
        return self._plain(pointer, schema, side, area)

    def _plain(  # noqa: PLR0911  # one for each kind of schema
        self, pointer: str, schema: JsonObject, side: Side, area: str
    ) -> Node:
        kind = schema.get("type")
        values: list[Json] = [v for v in cast("list[Json]", schema.get("enum", [])) if v is not None]
        if "const" in schema:
            values = [schema["const"]]
        if values and all(isinstance(value, (str, int)) for value in values):
            return Lit(tuple(dict.fromkeys(cast("list[Scalar]", values))))
        if schema.get("format") == "binary":
            return FileNode() if side == "p" else Prim("str")
        if kind == "array" or "items" in schema:
            if "items" not in schema:
                return ListOf(Prim("object"))
            return ListOf(self._item(child(pointer, "items"), side, area))
        if kind == "object" or "additionalProperties" in schema:
            if isinstance(schema.get("additionalProperties"), dict) and schema["additionalProperties"]:
                return MapOf(self._item(child(pointer, "additionalProperties"), side, area))
            return MapOf(Prim("object"))
        return Prim(_SCALARS.get(str(kind), "object"))

    def _item(self, pointer: str, side: Side, area: str) -> Node:
        node = self._node(pointer, side, area)
        return UnionOf((node, Prim("None"))) if self.nullable(pointer) else node

    def _unnamed(self, pointer: str, side: Side, area: str) -> Ref:
        """Name an object schema that the table does not know."""
        steps = [step for step in pointer.removeprefix("#/").split("/") if not step.isdigit()]
        skip = {"components", "schemas", "paths", "properties", "anyOf", "oneOf", "allOf", "items"}
        words = "".join(w[:1].upper() + w[1:] for step in steps if step not in skip for w in step.split("_"))
        name = "".join(c for c in words if c.isalnum()) + ("Param" if side == "p" else "")
        taken = {entry.name for entry in self.names.by_area[area]}
        while name in taken:
            name += "_"
        entry = Entry(
            area=area,
            name=name,
            kind=side,
            side=side,
            pointer=pointer,
            official=name,
            definition="",
            exported=False,
            main=True,
        )
        self.names.add(entry)
        self.unnamed.append(entry)
        return Ref(entry)

    # -- unions -----------------------------------------------------------------------------------

    def _union(self, variants: list[str], side: Side, area: str) -> Node:
        members: list[Node] = []
        for variant in variants:
            node = self._node(variant, side, area)
            flat = node.members if isinstance(node, UnionOf) else (node,)
            members.extend(member for member in flat if member not in members)
        members = _merge_literals(members)
        if len(members) == 1:
            return members[0]
        return UnionOf(tuple(members), self._tags(members, side) if side == "m" else ())

    def _tags(self, members: list[Node], side: Side) -> tuple[str, ...]:
        """The fields that tell the objects among `members` apart."""
        tagged = [member for member in members if self.is_objects(member)]
        objects = [leaf for member in tagged for leaf in self.leaves(member)]
        literals = [self._literals(entry, side) for entry in objects]
        tags: list[str] = []
        groups = [literals]
        for tag in _TAGS:
            split = [part for group in groups for part in _parted(group, tag)]
            if len(split) > len(groups):
                tags.append(tag)
                groups = split
        return tuple(tags)

    def leaves(self, node: Node) -> list[Entry]:
        """The classes among the members of a union, unions inside it opened."""
        if isinstance(node, UnionOf):
            return [leaf for member in node.members for leaf in self.leaves(member)]
        if not isinstance(node, Ref):
            return []
        if node.entry.kind in CLASSES:
            return [node.entry]
        return self.leaves(self._node(node.entry.pointer, node.entry.side, node.entry.area, itself=True))

    def is_objects(self, node: Node) -> bool:
        """Whether an expression is nothing but objects that have classes."""
        if isinstance(node, UnionOf):
            return all(self.is_objects(member) for member in node.members)
        if not isinstance(node, Ref):
            return False
        entry = node.entry
        if entry.kind in CLASSES:
            return True
        shape = self.shape(entry.pointer, entry.side, entry.area, itself=True)
        return not shape.nullable and self.is_objects(shape.node)

    def _literals(self, entry: Entry, side: Side) -> _Literals:
        found: _Literals = {}
        for prop in self.properties(entry.pointer):
            if prop.name in _TAGS:
                node = self._node(prop.pointer, side, entry.area)
                if isinstance(node, Ref) and node.entry.kind not in CLASSES:
                    node = self._node(node.entry.pointer, side, entry.area, itself=True)
                if isinstance(node, Lit):
                    found[prop.name] = node.values
        return found


def _parted(group: list[_Literals], tag: str) -> list[list[_Literals]]:
    """A group of classes parted by the values of a tag; whole where half of them have none."""
    having = [literals[tag] for literals in group if tag in literals]
    if len(having) * 2 < len(group) or len(having) < _PAIR:
        return [group]
    parts: dict[str, list[_Literals]] = {}
    for literals in group:
        for value in literals.get(tag, ("",)):
            parts.setdefault(str(value), []).append(literals)
    return list(parts.values()) if any(len(part) < len(group) for part in parts.values()) else [group]


def _merge_literals(members: list[Node]) -> list[Node]:
    """Join the literals of a union into one, and put `str` before them (it is read faster so)."""
    literals = [member for member in members if isinstance(member, Lit)]
    if len(literals) > 1:
        joined = Lit(tuple(dict.fromkeys(value for lit in literals for value in lit.values)))
        at_first = members.index(literals[0])
        members = [member for member in members if not isinstance(member, Lit)]
        members.insert(at_first, joined)
    if Prim("str") in members:
        members = [Prim("str"), *(member for member in members if member != Prim("str"))]
    return members
