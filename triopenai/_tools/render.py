"""Type expressions as Python source, and the names that a module must import for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._tools.layout import literal
from triopenai._tools.names import CLASSES
from triopenai._tools.shapes import FileNode, ListOf, Lit, MapOf, Prim, Ref, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai._tools.names import Entry, Side
    from triopenai._tools.shapes import Node, Resolver, Shape

__all__ = ["ParamsRenderer", "Renderer"]

_BUILTIN: Final = frozenset({"str", "int", "float", "bool", "object", "list", "dict"})


class Renderer:
    """Writes type expressions for one module.

    Attributes:
        foreign: Names of other areas that were written since `start`, by their spelling here.
        helpers: Names from `typing` and from the library that were written since `start`.
        own: Names of this area that were written since `start`.
    """

    def __init__(self, resolver: Resolver, area: str, side: Side) -> None:
        self.resolver = resolver
        self.area = area
        self.side = side
        self.foreign: dict[str, Entry] = {}
        self.helpers: set[str] = set()
        self.own: set[str] = set()
        self._spelled: dict[str, Entry] = {}
        self._local = {entry.name for entry in resolver.names.by_area[area]}
        self._shadowed: frozenset[str] = frozenset()

    def start(self) -> None:
        """Begin a new definition."""
        self.foreign, self.helpers, self.own = {}, set(), set()

    def shape(self, shape: Shape, shadowed: Iterable[str] = ()) -> str:
        """A shape as source.

        Args:
            shape: What to write.
            shadowed: Names that mean something else where the expression stands.
        """
        self._shadowed = frozenset(shadowed)
        text = self._node(shape.node)
        if shape.nullable and not text.endswith("| None") and text not in ("None", "object"):
            text += " | None"
        return text

    def _node(self, node: Node) -> str:  # noqa: PLR0911  # one for each kind of node
        match node:
            case Prim(name):
                return self._builtin(name)
            case Lit(values):
                self.helpers.add("Literal")
                return f"Literal[{', '.join(literal(value) for value in values)}]"
            case ListOf(item):
                return self._list(item)
            case MapOf(value):
                return f"{self._builtin('dict')}[{self._builtin('str')}, {self._node(value)}]"
            case Ref(entry):
                return self.name(entry)
            case FileNode():
                self.helpers.add("FileTypes")
                return "FileTypes"
            case UnionOf():
                return self._union(node)

    def name(self, entry: Entry) -> str:
        """How this module spells a generated name."""
        if entry.area == self.area and entry.side == self.side:
            self.own.add(entry.name)
            return entry.name
        spelling = entry.name
        if spelling in self._local or self._spelled.get(spelling, entry) is not entry:
            words = entry.area.replace(".", "_").split("_")
            spelling = "".join(word.title() for word in words) + entry.name
        self._spelled[spelling] = entry
        self.foreign[spelling] = entry
        return spelling

    def _builtin(self, name: str) -> str:
        if name in self._shadowed and name in _BUILTIN:
            self.helpers.add("builtins")
            return f"builtins.{name}"
        return name

    def _list(self, item: Node) -> str:
        return f"{self._builtin('list')}[{self._node(item)}]"

    def _union(self, union: UnionOf) -> str:
        if not union.tags:
            return " | ".join(self._node(member) for member in union.members)
        objects = [member for member in union.members if self.resolver.is_objects(member)]
        others = [member for member in union.members if member not in objects]
        self.helpers.update(("Annotated", "OneOf"))
        tags = ", ".join(literal(tag) for tag in union.tags)
        text = f"Annotated[{' | '.join(self._node(member) for member in objects)}, OneOf({tags})]"
        return " | ".join([*(self._node(member) for member in others), text])


class ParamsRenderer(Renderer):
    """Writes the request side: lists may be any iterable or, of strings, any sequence that is no string."""

    def _list(self, item: Node) -> str:
        if self._holds_strings(item):
            self.helpers.add("SequenceNotStr")
            return f"SequenceNotStr[{self._node(item)}]"
        self.helpers.add("Iterable")
        return f"Iterable[{self._node(item)}]"

    def _holds_strings(self, item: Node) -> bool:
        match item:
            case Prim("str") | Lit():
                return True
            case UnionOf(members):
                return any(self._holds_strings(member) for member in members)
            case Ref(entry) if entry.kind not in CLASSES:
                shape = self.resolver.shape(entry.pointer, entry.side, entry.area, itself=True)
                return self._holds_strings(shape.node)
            case _:
                return False
