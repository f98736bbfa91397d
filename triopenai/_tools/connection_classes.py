"""Writes one module of connections: what they send, their classes, and a class for each group of events.

What the kinds of a module have in common stands there once. For each group (``conversation.item``), what is
the same for all kinds that have it makes up one class. A kind that has nothing more uses that class, and the
others derive theirs from it.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools.areas import class_name
from triopenai._tools.emit import WIDTH, Imports, call, indent, sequence, string, wrapped
from triopenai._tools.operations import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triopenai._tools.connection_table import Kind

__all__ = ["PACKAGE", "Event", "write_module"]

PACKAGE: Final = "triopenai.realtime.connections"

_BASE: Final = "ConnectionResource"


@final
@attrs.frozen
class Event:
    """An event that a client sends.

    Attributes:
        type: Its type on the wire.
        required: Fields that must be given.
        optional: Fields that may be.
        arguments: The TypedDict of its fields, if it has any.
    """

    type: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    arguments: str | None

    @property
    def group(self) -> str:
        """The attributes of the connection that lead to its method."""
        return self.type.rpartition(".")[0]

    @property
    def constant(self) -> str:
        """The name of what its method hands on."""
        return self.type.replace(".", "_").upper()


@final
@attrs.frozen
class _Class:
    """The class of a group of events.

    Attributes:
        name: The class.
        group: The attributes of a connection that lead to it.
        parts: The classes of the groups right below it, and the events that it sends.
        base: The class that holds what all kinds of connections have of this, unless this is it.
    """

    name: str
    group: str
    parts: frozenset[_Class | Event]
    base: _Class | None = None

    @property
    def own(self) -> frozenset[_Class | Event]:
        """The parts that it does not inherit."""
        return self.parts if self.base is None else self.parts - self.base.parts


def write_module(module: str, events: Mapping[Kind, Sequence[Event]]) -> str:
    """The text of a module.

    Args:
        module: Its name.
        events: What the clients of each of its kinds send.

    Raises:
        ValueError: Kinds send events of one type with different fields.
    """
    used = _classes(events)
    bases = {one.base for one in used.values() if one.base is not None}
    classes = sorted({*used.values()} | bases, key=lambda one: (one.base is not None, one.group, one.name))
    types = Imports()
    for kind in events:
        types.want(*place(kind.client)).want(*place(f"{kind.client}Param")).want(*place(kind.server))
    types.settle()
    names = sorted(map(string, [*(kind.name for kind in events), *(one.name for one in classes)]))
    lines = [
        f'"""The connections of ``{module}``. Generated: do not edit."""',
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
        f"    from {PACKAGE}._args import {module} as args",
        *indent(types.lines(depth=1)),
        "",
        *sequence("__all__ = [", names, "]"),
        "",
    ]
    for kind in events:
        lines += call(f"{kind.constant}: Operation[None] = Operation", kind.handshake())
    lines.append("")
    for event in _constants(events):
        given = {"type": event.type, "required": event.required, "optional": event.optional}
        given = {name: value for name, value in given.items() if value}
        lines += call(f"{event.constant} = SentEvent", given, compact=True)
    for kind in events:
        lines += _connection(kind, [one for (owner, _), one in used.items() if owner is kind], types)
    for one in classes:
        lines += _resource(one, is_final=one not in bases)
    return "\n".join(lines) + "\n"


def _constants(events: Mapping[Kind, Sequence[Event]]) -> list[Event]:
    """One event of each type, in the order of the types."""
    found: dict[str, Event] = {}
    for event in (event for sent in events.values() for event in sent):
        other = found.setdefault(event.type, event)
        if {*event.required} != {*other.required} or {*event.optional} != {*other.optional}:
            msg = f"{event.type} has not the same fields in all connections of its module: part the module"
            raise ValueError(msg)
    return [found[name] for name in sorted(found)]


def _classes(events: Mapping[Kind, Sequence[Event]]) -> dict[tuple[Kind, str], _Class]:
    """The class that each kind of connection has for each group, the deepest groups first."""
    groups = {kind: _groups(sent) for kind, sent in events.items()}
    used: dict[tuple[Kind, str], _Class] = {}
    for group in sorted(set[str]().union(*groups.values()), key=lambda group: (-group.count("."), group)):
        parts = {
            kind: frozenset[_Class | Event](
                [
                    *(used[kind, child] for child in groups[kind] if child.rpartition(".")[0] == group),
                    *(event for event in sent if event.group == group),
                ]
            )
            for kind, sent in events.items()
            if group in groups[kind]
        }
        common = frozenset.intersection(*parts.values()) if len(parts) > 1 else None
        base = _Class(f"{class_name(group)}Events", group, common) if common else None
        named = {} if base is None else {base.parts: base}
        for kind, whole in parts.items():
            used[kind, group] = named.setdefault(
                whole, _Class(f"{kind.name}{class_name(group)}", group, whole, base)
            )
    return used


def _groups(events: Iterable[Event]) -> set[str]:
    """The attribute paths that there are, those in between included."""
    found: set[str] = set()
    for event in events:
        steps = event.group.split(".")
        found.update(".".join(steps[:count]) for count in range(1, len(steps) + 1))
    return found


def _connection(kind: Kind, groups: Iterable[_Class], types: Imports) -> list[str]:
    server, client, param = (
        types.local(*place(reference)) for reference in (kind.server, kind.client, f"{kind.client}Param")
    )
    lines = ["", "", "@final"]
    lines += wrapped(f"class {kind.name}(Connection[", [string(server), string(f"{client} | {param}")], "]):")
    lines += [
        f'    """An open connection of ``client.{kind.dotted}()``."""',
        "",
        f"    target: ClassVar[Target] = Target({kind.constant}, {string(kind.server)})",
    ]
    for child in sorted(groups, key=lambda one: one.group):
        if "." not in child.group:
            lines += ["", *indent(_child(child, "self"))]
    return lines


def _child(child: _Class, connection: str) -> list[str]:
    return [
        "@property",
        f"def {child.group.rpartition('.')[2]}(self) -> {child.name}:",
        f'    """Sends the events ``{child.group}.*``."""',
        f"    return {child.name}({connection})",
    ]


def _resource(one: _Class, *, is_final: bool) -> list[str]:
    base = _BASE if one.base is None else one.base.name
    whose = "" if is_final else " that all connections here have"
    lines = ["", "", *(["@final"] if is_final else []), f"class {one.name}({base}):"]
    lines += [f'    """Methods of ``connection.{one.group}``{whose}."""', "", "    __slots__ = ()"]
    for child in sorted((part for part in one.own if isinstance(part, _Class)), key=lambda part: part.group):
        lines += ["", *indent(_child(child, "self._connection"))]
    for event in sorted((part for part in one.own if isinstance(part, Event)), key=lambda part: part.type):
        lines += ["", *indent(_method(event))]
    return lines


def _method(event: Event) -> list[str]:
    keywords = "" if event.arguments is None else f", **event: Unpack[args.{event.arguments}]"
    required = ", ".join(f"`{name}`" for name in event.required)
    needed = f" ({required} {'is' if len(event.required) == 1 else 'are'} required)" if required else ""
    name = event.type.rpartition(".")[2]
    lines = [f"async def {name}(self{keywords}) -> None:", f'    """Send ``{event.type}``.']
    if event.arguments is not None:
        text = f"**event: The fields of the event{needed}."
        lines += ["", "    Args:", *indent(textwrap.wrap(text, WIDTH - 16, subsequent_indent="    "), 2)]
    lines += ["", "    Raises as `Connection.send` does.", '    """']
    fields = "{}" if event.arguments is None else "event"
    return [*lines, f"    await self._connection.send_event({event.constant}, {fields})"]
