"""Writes `triopenai.realtime.connections`: a class for each kind of connection and each group of its events.

Which events a client sends is read off the union of their types: ``conversation.item.create`` is the method
``connection.conversation.item.create``, whose keywords are the fields of the event.
"""

from __future__ import annotations

import ast
import textwrap
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools import connection_table, typegen
from triopenai._tools.areas import class_name
from triopenai._tools.arguments_module import TYPED_DICT, ArgumentsModule
from triopenai._tools.emit import WIDTH, Imports, call, indent, sequence, string, wrapped
from triopenai._tools.operations import place
from triopenai._tools.params import ParamsBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triopenai._tools.connection_table import Kind
    from triopenai._tools.document import JsonObject
    from triopenai._tools.params import Field

__all__ = ["FOLDERS", "generate"]

FOLDERS: Final = ("realtime/connections",)

_PACKAGE: Final = "triopenai.realtime.connections"
_TYPE: Final = "type"


@final
@attrs.frozen
class _Event:
    """An event of the client: its type and its other fields."""

    type: str
    fields: Mapping[str, Field]

    @property
    def group(self) -> str:
        """The attributes of the connection that lead to its method."""
        return self.type.rpartition(".")[0]

    @property
    def method(self) -> str:
        return self.type.rpartition(".")[2]

    @property
    def constant(self) -> str:
        return self.type.replace(".", "_").upper()

    @property
    def required(self) -> list[str]:
        return [name for name, field in self.fields.items() if field.required]

    @property
    def optional(self) -> list[str]:
        return [name for name, field in self.fields.items() if not field.required]


def generate(document: JsonObject) -> dict[str, str]:
    """The text of each file, by its path below the package."""
    book = ParamsBook(typegen.generate(document))
    kinds = connection_table.load()
    files: dict[str, str] = {}
    folder = FOLDERS[0]
    for kind in kinds:
        events = _events(kind, book)
        files[f"{folder}/{kind.module}.py"] = _module(kind, events)
        files[f"{folder}/_args/{kind.module}.py"] = _arguments(kind, events)
    files[f"{folder}/__init__.py"] = _facade(kinds)
    files[f"{folder}/_args/__init__.py"] = (
        '"""The keywords of every event, for type checkers. Generated: do not edit."""\n'
    )
    return files


def _events(kind: Kind, book: ParamsBook) -> list[_Event]:
    """The events that a client sends, in the order of their types."""
    area, name = place(f"{kind.client}Param")
    found: list[_Event] = []
    for member in book.members(area, name):
        fields = book.fields(area, member)
        literal = fields.pop(_TYPE).annotation
        if not isinstance(literal, ast.Subscript) or not isinstance(literal.slice, ast.Constant):
            msg = f"{area}.{member} has no single type"
            raise TypeError(msg)
        found.append(_Event(str(literal.slice.value), fields))
    return sorted(found, key=lambda event: event.type)


def _arguments(kind: Kind, events: Iterable[_Event]) -> str:
    module = ArgumentsModule()
    for event in events:
        if event.fields:
            module.about(f"connection.{event.type}").add(
                _args_name(event), [TYPED_DICT], event.fields, options=False
            )
    return module.text(f"{kind.resource}.connection")


def _args_name(event: _Event) -> str:
    return f"{class_name(event.type)}Args"


def _module(kind: Kind, events: Sequence[_Event]) -> str:
    groups = _groups(events)
    client, server = place(kind.client), place(kind.server)
    types = Imports().want(client[0], client[1], f"{client[1]}Param").want(*server)
    types.settle()
    names = sorted(string(name) for name in [kind.name, *(_class(kind, group) for group in groups)])
    lines = [
        f'"""The connections of ``client.{kind.dotted}()``. Generated: do not edit."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import TYPE_CHECKING, ClassVar, final",
        "",
        "from triopenai._sansio.operation import Operation",
        "from triopenai.realtime._connection import Connection, ConnectionResource",
        "from triopenai.realtime._target import SentEvent, Target",
        "",
        "if TYPE_CHECKING:",
        "    from typing import Unpack",
        "",
        f"    from {_PACKAGE}._args import {kind.module} as args",
        *indent(types.lines(depth=1)),
        "",
        *sequence("__all__ = [", names, "]"),
        "",
        *call("HANDSHAKE: Operation[None] = Operation", kind.handshake()),
        "",
    ]
    for event in events:
        lines += _constant(kind, event)
    lines += _connection(kind, groups)
    for group in sorted(groups):
        lines += _resource(kind, group, groups, [event for event in events if event.group == group])
    return "\n".join(lines) + "\n"


def _groups(events: Iterable[_Event]) -> set[str]:
    """The attribute paths that there are, those in between included."""
    found: set[str] = set()
    for event in events:
        steps = event.group.split(".")
        found.update(".".join(steps[:count]) for count in range(1, len(steps) + 1))
    return found


def _class(kind: Kind, group: str) -> str:
    return kind.name + class_name(group)


def _constant(kind: Kind, event: _Event) -> list[str]:
    given = {
        "name": f"{kind.resource}.connection.{event.type}",
        "type": event.type,
        "required": event.required,
        "optional": event.optional,
    }
    return call(f"{event.constant} = SentEvent", {name: value for name, value in given.items() if value})


def _children(above: str, groups: Iterable[str]) -> list[str]:
    return sorted(group for group in groups if group.rpartition(".")[0] == above)


def _connection(kind: Kind, groups: set[str]) -> list[str]:
    server, client = place(kind.server)[1], place(kind.client)[1]
    events = [string(server), string(f"{client} | {client}Param")]
    lines = ["", "", "@final", *wrapped(f"class {kind.name}(Connection[", events, "]):")]
    lines += [
        f'    """An open connection of ``client.{kind.dotted}()``."""',
        "",
        f"    target: ClassVar[Target] = Target(HANDSHAKE, {string(kind.server)})",
    ]
    for child in _children("", groups):
        lines += ["", *indent(_child(kind, child, "self"))]
    return lines


def _child(kind: Kind, group: str, connection: str) -> list[str]:
    name = _class(kind, group)
    return [
        "@property",
        f"def {group.rpartition('.')[2]}(self) -> {name}:",
        f'    """Sends the events ``{group}.*``."""',
        f"    return {name}({connection})",
    ]


def _resource(kind: Kind, group: str, groups: set[str], events: Iterable[_Event]) -> list[str]:
    lines = [
        "",
        "",
        "@final",
        f"class {_class(kind, group)}(ConnectionResource):",
        f'    """Methods of ``connection.{group}``."""',
        "",
        "    __slots__ = ()",
    ]
    for child in _children(group, groups):
        lines += ["", *indent(_child(kind, child, "self._connection"))]
    for event in events:
        lines += ["", *indent(_method(event))]
    return lines


def _method(event: _Event) -> list[str]:
    keywords = f", **event: Unpack[args.{_args_name(event)}]" if event.fields else ""
    required = ", ".join(f"`{name}`" for name in event.required)
    needed = f" ({required} {'is' if len(event.required) == 1 else 'are'} required)" if required else ""
    lines = [f"async def {event.method}(self{keywords}) -> None:", f'    """Send ``{event.type}``.']
    if event.fields:
        text = f"**event: The fields of the event{needed}."
        lines += ["", "    Args:", *indent(textwrap.wrap(text, WIDTH - 16, subsequent_indent="    "), 2)]
    lines += ["", "    Raises as `Connection.send` does.", '    """']
    fields = "event" if event.fields else "{}"
    return [*lines, f"    await self._connection.send_event({event.constant}, {fields})"]


def _facade(kinds: Iterable[Kind]) -> str:
    names = sorted(kind.name for kind in kinds)
    lines = [
        '"""The kinds of connections; each loads on first use. Generated: do not edit."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import TYPE_CHECKING",
        "",
        "from triopenai._base.lazy import attach",
        "",
        "if TYPE_CHECKING:",
    ]
    by_module = {kind.module: kind.name for kind in kinds}
    imports = Imports()
    for module, name in by_module.items():
        imports.want(f"{_PACKAGE}.{module}", name)
    imports.settle()
    lines += indent(imports.lines(depth=1))
    lines += [
        "",
        *sequence("__all__ = [", [string(name) for name in names], "]"),
        "",
        "if not TYPE_CHECKING:",
    ]
    lines += ["    __getattr__, __dir__ = attach(", "        __name__,", "        {"]
    lines += [
        f"            {string(f'{_PACKAGE}.{module}')}: {string(name)},"
        for module, name in sorted(by_module.items())
    ]
    return "\n".join([*lines, "        },", "    )"]) + "\n"
