"""The request types of an area: ``types/<area>/_params.py``.

Classes hold their annotations as text, so they need no order; aliases stand after those that they use.
"""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING, Final, cast

import attrs

from triopenai._tools.definitions import Definition
from triopenai._tools.facts import class_doc, docstring, facts_at, field_doc
from triopenai._tools.fields import keyword_name
from triopenai._tools.layout import statement
from triopenai._tools.pointers import child
from triopenai._tools.render import ParamsRenderer
from triopenai._tools.shapes import Lit, Property, Shape

if TYPE_CHECKING:
    from triopenai._tools.document import JsonObject
    from triopenai._tools.names import Entry
    from triopenai._tools.shapes import Resolver

__all__ = ["define_params"]

_OPERATION: Final = re.compile(r"#/paths/[^/]+/[^/]+")
_STREAM: Final = "stream"

# The keywords that something else takes as a method does (its helpers, an event) are a class of their
# own: the method's area and params type, to the keyword that is left out there, and the name of the class.
_SHARED: Final = {
    ("beta", "ResponseCreateParams"): ("betas", "ResponseCreateEventParams"),
    ("chat", "CompletionCreateParams"): ("response_format", "CompletionHelperParams"),
}


@attrs.frozen
class _Key:
    """One key of a TypedDict."""

    name: str
    text: str
    required: bool = False
    doc: str = ""


def define_params(resolver: Resolver, area: str) -> dict[str, Definition]:
    """The definitions of an area's request types."""
    return _Writer(resolver, area).define_all()


class _Writer:
    def __init__(self, resolver: Resolver, area: str) -> None:
        self.resolver = resolver
        self.renderer = ParamsRenderer(resolver, area, "p")
        self.area = area
        self.definitions: dict[str, Definition] = {}

    def define_all(self) -> dict[str, Definition]:
        """Write every request type of the area."""
        for entry in self.resolver.names.by_area[self.area]:  # grows: naming a schema on the way adds to it
            if entry.side == "p" and not entry.hand and entry.name not in self.definitions:
                self._define(entry)
        return self.definitions

    def _define(self, entry: Entry) -> None:
        target = self.resolver.names.find(entry.pointer, "p", self.area) or entry
        self.renderer.start()
        if self._streams(entry):
            self._define_streaming(entry)
        elif entry.operation or target is entry:
            if entry.kind == "p":
                self._class(entry, self._keys(entry))
            else:
                shape = self.resolver.shape(entry.pointer, "p", self.area, itself=True)
                self._add_alias(entry.name, self.renderer.shape(Shape(shape.node)))
        elif entry.kind == "p" and entry.exported:
            base = self.renderer.name(target)
            text = f"\nclass {entry.name}({base}):\n{docstring(class_doc(entry))}\n"
            self._add(entry.name, text, order={base})
        else:
            self._add_alias(entry.name, self.renderer.name(target))

    def _add(self, name: str, text: str, *, order: set[str], is_class: bool = True) -> None:
        self.definitions[name] = Definition(
            name=name,
            text=text,
            is_class=is_class,
            order=frozenset(order),
            uses=frozenset(self.renderer.own | order),
            foreign=dict(self.renderer.foreign),
            helpers=frozenset(self.renderer.helpers),
        )

    # -- classes ----------------------------------------------------------------------------------

    def _keys(self, entry: Entry) -> list[_Key]:
        """The keys of a TypedDict: of a method's keywords or of an object schema."""
        found: dict[str, _Key] = {}
        if entry.operation:
            for prop in self._parameters(entry.operation):
                found[prop.name] = self._key(prop, prop.name)
        if not _OPERATION.fullmatch(entry.pointer):
            properties = self.resolver.properties(entry.pointer)
            plain = {prop.name for prop in properties}
            for prop in properties:
                name = keyword_name(prop.name) if entry.operation else prop.name
                if name == prop.name or name not in plain:
                    found[name] = self._key(prop, name)
        return sorted(found.values(), key=lambda key: not key.required)

    def _key(self, prop: Property, name: str) -> _Key:
        shape = self.resolver.shape(prop.pointer, "p", self.area)
        doc = field_doc(facts_at(self.resolver, prop.pointer), request=True)
        return _Key(name, self.renderer.shape(shape), required=prop.required, doc=doc)

    def _parameters(self, operation: str) -> list[Property]:
        """The keywords of an operation that are not in its body: earlier path parameters, query, headers."""
        verb, _, path = operation.partition(" ")
        where = child("#", "paths", path, verb.lower())
        rows = [
            (child(base, "parameters", index), row)
            for base in (child("#", "paths", path), where)
            for index, row in enumerate(
                cast("list[JsonObject]", self.resolver.schema(base).get("parameters", []))
            )
        ]
        rows = [self._followed(pointer, row) for pointer, row in rows]
        in_path = [row["name"] for _, row in rows if row["in"] == "path"]
        in_path.sort(key=lambda name: path.find(f"{{{name}}}"))
        found: list[Property] = []
        for pointer, row in rows:
            schema = child(pointer, "schema")
            if row["in"] == "path" and row["name"] == in_path[-1]:
                continue
            if row["in"] == "header" and isinstance(self.resolver.shape(schema, "p", self.area).node, Lit):
                continue
            if row["in"] == "query" and f"?{row['name']}=" in path:
                continue
            found.append(
                Property(keyword_name(str(row["name"])), schema, required=row.get("required") is True)
            )
        return found

    def _followed(self, pointer: str, row: JsonObject) -> tuple[str, JsonObject]:
        if "$ref" in row:
            target = str(row["$ref"])
            return target, self.resolver.schema(target)
        return pointer, row

    def _class(self, entry: Entry, keys: list[_Key], base: str = "TypedDict", *, name: str = "") -> None:
        self.renderer.helpers.add("TypedDict")
        name = name or entry.name
        if any(not key.name.isidentifier() or keyword.iskeyword(key.name) for key in keys):
            text = self._called(name, keys, class_doc(entry))
        else:
            shadowed = {key.name for key in keys}
            lines = [f"\nclass {name}({base}, total=False):", docstring(class_doc(entry))]
            if keys:
                lines.append("")
            for key in keys:
                value = self._qualified(key.text, shadowed)
                if key.required:
                    self.renderer.helpers.add("Required")
                    value = f"Required[{value}]"
                lines.append(statement(f"    {key.name}: ", value))
                if key.doc:
                    lines.append(f'    """{key.doc}"""')
            text = "\n".join(lines) + "\n"
        self._add(name, text, order={base} - {"TypedDict"})

    def _qualified(self, text: str, shadowed: set[str]) -> str:
        """`text` with the built-in names that keys of the class hide written in full."""
        for builtin in sorted(shadowed & {"str", "int", "float", "bool", "object", "dict", "list"}):
            pattern = rf"(?<![\w.\"]){builtin}(?![\w\"])"
            changed = re.sub(pattern, f"builtins.{builtin}", text)
            if changed != text:
                self.renderer.helpers.add("builtins")
                text = changed
        return text

    def _called(self, name: str, keys: list[_Key], doc: str) -> str:
        """A TypedDict with keys that are no identifiers, in the call form."""
        items: list[str] = []
        for key in keys:
            value = key.text
            if key.required:
                self.renderer.helpers.add("Required")
                value = f"Required[{value}]"
            quote = "'" if '"' in value else '"'
            items.append(f'        "{key.name}": {quote}{value}{quote},')
        body = "\n".join(items)
        return (
            f'\n# {doc}\n{name} = TypedDict(\n    "{name}",\n    {{\n{body}\n    }},\n    total=False,\n)\n'
        )

    # -- methods that can stream ------------------------------------------------------------------

    def _streams(self, entry: Entry) -> bool:
        if not entry.operation or entry.kind != "u":
            return False
        names = {other.name for other in self.resolver.names.by_area[self.area]}
        return f"{entry.name}Base" in names and f"{entry.name}Streaming" in names

    def _define_streaming(self, entry: Entry) -> None:
        base, plain, streaming = (entry.name + end for end in ("Base", "NonStreaming", "Streaming"))
        keys = self._keys(entry)
        stream = next((key for key in keys if key.name == _STREAM), None)
        nullable = stream is not None and stream.text.endswith("None")
        keys = [key for key in keys if key.name != _STREAM]
        parent = "TypedDict"
        if (self.area, entry.name) in _SHARED:
            other, parent = _SHARED[self.area, entry.name]
            self._class(entry, [key for key in keys if key.name != other], name=parent)
            keys = [key for key in keys if key.name == other]
        self._class(entry, keys, parent, name=base)
        self.renderer.start()
        self.renderer.helpers.add("Literal")
        off = "Literal[False] | None" if nullable else "Literal[False]"
        self._class(entry, [_Key(_STREAM, off)], base, name=plain)
        self._class(entry, [_Key(_STREAM, "Literal[True]", required=True)], base, name=streaming)
        self.renderer.start()
        self.renderer.own |= {plain, streaming}
        self._add_alias(entry.name, f"{plain} | {streaming}")

    # -- aliases ----------------------------------------------------------------------------------

    def _add_alias(self, name: str, text: str) -> None:
        self.renderer.helpers.add("TypeAlias")
        source = statement(f"{name}: TypeAlias = ", text)
        self._add(name, source, order=set(self.renderer.own), is_class=False)
