"""The models of an area.

Annotations are written so that Python can evaluate them as a class is made, in an order where every name
stands before its use; only what refers to itself is quoted. That takes a third off the time of an import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._tools.definitions import Definition, reach
from triopenai._tools.facts import class_doc, docstring, facts_at, field_doc
from triopenai._tools.fields import model_field
from triopenai._tools.layout import statement
from triopenai._tools.render import Renderer
from triopenai._tools.shapes import Shape

if TYPE_CHECKING:
    from triopenai._tools.names import Entry
    from triopenai._tools.shapes import Property, Resolver

__all__ = ["define_models"]


def define_models(resolver: Resolver, area: str, mixins: dict[str, str]) -> dict[str, Definition]:
    """The definitions of an area's models and of the aliases beside them.

    Args:
        resolver: The document and the names.
        area: The area.
        mixins: ``area:Name`` to ``module:Mixin[,property...]``; fields of those names are left to the mixin.
    """
    found = _Writer(resolver, area, mixins, {}).define_all()
    cycles = _cycles(found)
    return _Writer(resolver, area, mixins, cycles).define_all() if cycles else found


def _cycles(definitions: dict[str, Definition]) -> dict[str, set[str]]:
    """For each class that refers to itself, in however many steps, the names on its cycles."""
    reached = {name: reach(definitions, name) for name in definitions}
    return {
        name: {other for other in found if name in reached[other]}
        for name, found in reached.items()
        if name in found and definitions[name].is_class
    }


class _Writer:
    def __init__(
        self, resolver: Resolver, area: str, mixins: dict[str, str], cycles: dict[str, set[str]]
    ) -> None:
        self.resolver = resolver
        self.renderer = Renderer(resolver, area, "m")
        self.area = area
        self.mixins = mixins
        self.cycles = cycles
        self.definitions: dict[str, Definition] = {}
        self.order: set[str] = set()

    def define_all(self) -> dict[str, Definition]:
        """Write every model and alias of the area."""
        for entry in self.resolver.names.by_area[self.area]:  # grows: naming a schema on the way adds to it
            if entry.side == "m" and not entry.hand and entry.kind != "o":
                self._define(entry)
        return self.definitions

    def _define(self, entry: Entry) -> None:
        target = self.resolver.names.find(entry.pointer, "m", self.area) or entry
        self.renderer.start()
        self.order = set()
        if target is entry:
            text = self._class(entry) if entry.kind == "m" else self._alias(entry)
        elif entry.kind == "m" and entry.exported:
            text = f"\nclass {entry.name}({self.renderer.name(target)}):\n{docstring(class_doc(entry))}\n"
            self.order |= self.renderer.own
        else:
            self.renderer.helpers.add("TypeAlias")
            text = statement(f"{entry.name}: TypeAlias = ", self.renderer.name(target))
            self.order |= self.renderer.own
        self.definitions[entry.name] = Definition(
            name=entry.name,
            text=text,
            is_class=text.startswith("\nclass"),
            order=frozenset(self.order),
            uses=frozenset(self.renderer.own),
            foreign=dict(self.renderer.foreign),
            helpers=frozenset(self.renderer.helpers),
        )

    def _alias(self, entry: Entry) -> str:
        self.renderer.helpers.add("TypeAlias")
        shape = self.resolver.shape(entry.pointer, "m", self.area, itself=True)
        text = self.renderer.shape(Shape(shape.node))
        self.order |= self.renderer.own
        return statement(f"{entry.name}: TypeAlias = ", text)

    def _class(self, entry: Entry) -> str:
        bases = "BaseModel"
        self.renderer.helpers.add("BaseModel")
        properties = self.resolver.properties(entry.pointer)
        if mixed := self.mixins.get(f"{self.area}:{entry.name}"):
            mixin, *theirs = mixed.split(",")
            self.renderer.helpers.add(mixin)
            bases = f"{mixin.rpartition(':')[2]}, BaseModel"
            properties = [prop for prop in properties if prop.name not in theirs]
        names = {model_field(prop.name) for prop in properties}
        lines = [f"\nclass {entry.name}({bases}):", docstring(class_doc(entry))]
        if properties:
            lines.append("")
        for prop in properties:
            lines.extend(self._field(entry, prop, names))
        return "\n".join(lines) + "\n"

    def _field(self, entry: Entry, prop: Property, names: set[str]) -> list[str]:
        name = model_field(prop.name)
        before = set(self.renderer.own)
        self.renderer.own.clear()
        shape = self.resolver.shape(prop.pointer, "m", self.area)
        optional = shape.nullable or not prop.required
        text = self.renderer.shape(Shape(shape.node, nullable=optional), names)
        if self.renderer.own & self.cycles.get(entry.name, set()):
            text = f'"{text}"' if '"' not in text else f"'{text}'"
        else:
            self.order |= self.renderer.own
        self.renderer.own |= before
        value = " = None" if optional else ""
        if name != prop.name:
            self.renderer.helpers.add("Field")
            default = ", default=None" if optional else ""
            value = f' = Field(alias="{prop.name}"{default})'
        lines = [statement(f"    {name}: ", text, value)]
        if doc := field_doc(facts_at(self.resolver, prop.pointer), request=False):
            lines.append(f'    """{doc}"""')
        return lines
