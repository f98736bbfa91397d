"""Writes `triopenai.realtime.connections`: a class for each kind of connection and each group of its events.

Which events a client sends is read off the union of their types: ``conversation.item.create`` is the method
``connection.conversation.item.create``, whose keywords are the fields of the event.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from triopenai._tools import connection_table
from triopenai._tools.areas import class_name
from triopenai._tools.arguments_module import TYPED_DICT, ArgumentsModule
from triopenai._tools.connection_classes import PACKAGE, Event, write_module
from triopenai._tools.emit import LAZY_HEAD, Imports, indent, sequence
from triopenai._tools.layout import literal
from triopenai._tools.operations import place
from triopenai._tools.params import WORTH_A_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triopenai._tools.connection_table import Kind
    from triopenai._tools.params import Field
    from triopenai._tools.spec import Spec
    from triopenai._tools.surface import Method

__all__ = ["FOLDERS", "generate"]

FOLDERS: Final = ("realtime/connections",)

_TYPE: Final = "type"


def generate(spec: Spec) -> dict[str, str]:
    """The text of each file, by its path below the package."""
    kinds = connection_table.load()
    modules: defaultdict[str, list[Kind]] = defaultdict(list)
    for kind in kinds:
        modules[kind.module].append(kind)
    folder = FOLDERS[0]
    files = {
        f"{folder}/__init__.py": _facade(kinds),
        f"{folder}/_args/__init__.py": (
            '"""The keywords of every event, for type checkers. Generated: do not edit."""\n'
        ),
    }
    for module, sharing in modules.items():
        arguments = _Arguments(spec)
        events = {kind: arguments.events(kind) for kind in sharing}
        files[f"{folder}/{module}.py"] = write_module(module, events)
        files[f"{folder}/_args/{module}.py"] = arguments.text(module)
    return files


class _Arguments:
    """The keywords of the events of one module's connections, as TypedDicts.

    Kinds whose fields of an event are typed alike share one; of others, the first has the plain name.
    """

    def __init__(self, spec: Spec) -> None:
        self._book = spec.params
        self._methods = spec.surface.methods
        self._module = ArgumentsModule()
        self._written: defaultdict[str, list[tuple[str, Mapping[str, Field]]]] = defaultdict(list)

    def events(self, kind: Kind) -> list[Event]:
        """The events that a client sends, in the order of their types."""
        area, name = place(f"{kind.client}Param")
        found: dict[str, dict[str, Field]] = {}
        for member in self._book.members(area, name):
            fields = self._book.fields(area, member)
            its_type = fields.pop(_TYPE).annotation
            if not isinstance(its_type, ast.Subscript) or not isinstance(its_type.slice, ast.Constant):
                msg = f"{area}.{member} has no single type"
                raise TypeError(msg)
            found[str(its_type.slice.value)] = fields
        return [
            Event(
                type=event,
                required=tuple(name for name, field in fields.items() if field.required),
                optional=tuple(name for name, field in fields.items() if not field.required),
                arguments=self._name(kind, event, fields) if fields else None,
                like=self._like(kind, fields),
            )
            for event, fields in sorted(found.items())
        ]

    def _like(self, kind: Kind, fields: Mapping[str, Field]) -> Method | None:
        """The call of the same resource that has all of its body in an event, none of it required there."""
        optional = {name for name, field in fields.items() if not field.required}
        found = [
            method
            for method in self._methods
            if method.resource == kind.resource and optional.issuperset(method.body)
        ]
        best = max(found, key=lambda method: len(method.body), default=None)
        return best if best is not None and len(best.body) >= WORTH_A_BASE else None

    def _name(self, kind: Kind, event: str, fields: Mapping[str, Field]) -> str:
        """The class of an event's keywords, written if there is none like it yet."""
        others = self._written[event]
        for name, same in others:
            if same == fields:
                return name
        name = f"{class_name(event)}Args"
        if others:
            name = kind.name.removesuffix("Connection") + name
        others.append((name, fields))
        area = place(kind.client)[0]
        base = self._book.base_of(area, fields)
        inherited = {} if base is None else self._book.fields(area, base)
        self._module.about(f"connection.{event}").add(
            name,
            [TYPED_DICT if base is None else self._book.place(area, base)],
            {key: field for key, field in fields.items() if key not in inherited},
            options=False,
        )
        return name

    def text(self, module: str) -> str:
        """The source of the module."""
        return self._module.text(f"connections.{module}")


def _facade(kinds: Iterable[Kind]) -> str:
    """The text of the package: each class, and the module that it loads from."""
    imports = Imports()
    by_module: defaultdict[str, list[str]] = defaultdict(list)
    for kind in kinds:
        imports.want(f"{PACKAGE}.{kind.module}", kind.name)
        by_module[kind.module].append(kind.name)
    imports.settle()
    return "\n".join(
        [
            '"""The kinds of connections; each loads on first use. Generated: do not edit."""',
            *LAZY_HEAD,
            "",
            "if TYPE_CHECKING:",
            *indent(imports.lines(depth=1)),
            "",
            *sequence("__all__ = [", sorted(literal(kind.name) for kind in kinds), "]"),
            "",
            "if not TYPE_CHECKING:",
            "    __getattr__, __dir__ = attach(",
            "        __name__,",
            "        {",
            *(
                f"            {literal(f'{PACKAGE}.{module}')}: {literal(' '.join(names))},"
                for module, names in sorted(by_module.items())
            ),
            "        },",
            "    )",
            "",
        ]
    )
