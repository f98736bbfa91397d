"""Writes one module of connections: what they send, their classes, and a class for each group of events.

What the kinds of a module have in common stands there once. For each group (``conversation.item``), what is
the same for all kinds that have it makes up one class. A kind that has nothing more uses that class, and the
others derive theirs from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools.areas import class_name
from triopenai._tools.emit import Imports, call, indent, sequence, wrapped
from triopenai._tools.layout import literal
from triopenai._tools.operations import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triopenai._tools.connection_table import Kind
    from triopenai._tools.surface import Method

__all__ = ["PACKAGE", "Event", "write_module"]

PACKAGE: Final = "triopenai.realtime.connections"

_BASE: Final = "ConnectionResource"
_ANY: Final = "AnyConnection"  #: what the connections of a module have in common


@final
@attrs.frozen
class Event:
    """An event that a client sends.

    Attributes:
        type: Its type on the wire.
        required: Fields that must be given.
        optional: Fields that may be.
        arguments: The TypedDict of its fields, if it has any.
        like: The call whose body it has too, if there is one that is worth naming.
    """

    type: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    arguments: str | None
    like: Method | None = attrs.field(default=None, eq=False)

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
    constants = _constants(events)
    types = Imports()
    for kind in events:
        types.want(*place(kind.client)).want(*place(f"{kind.client}Param")).want(*place(kind.server))
    types.settle()
    connections = _connections(used, types)
    lines = [
        f'"""The connections of ``{module}``. Generated: do not edit."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import TYPE_CHECKING, ClassVar, final",
        "",
        *_imports(constants, shared=_ANY in connections),
        "",
        "if TYPE_CHECKING:",
        "    from typing import Unpack",
        "",
        f"    from {PACKAGE}._args import {module} as args",
        *indent(types.lines(depth=1)),
        "",
        *sequence("__all__ = [", sorted(map(literal, [*connections, *(one.name for one in classes)])), "]"),
        "",
    ]
    for kind in events:
        lines += call(f"{kind.constant}: Operation[None] = Operation", kind.handshake())
    lines.append("")
    for event in constants:
        lines += _constant(event)
    for written in connections.values():
        lines += written
    for one in classes:
        lines += _resource(one, is_final=one not in bases)
    return "\n".join(lines) + "\n"


def _imports(constants: Iterable[Event], *, shared: bool) -> list[str]:
    imports = Imports()
    for event in constants:
        if event.like is not None:
            imports.want(f"triopenai._operations.{event.like.area}", event.like.constant)
    imports.want("triopenai._sansio.operation", "Operation")
    imports.want("triopenai.realtime._connection", "Connection", "ConnectionResource")
    if shared:
        imports.want("triopenai.realtime._connection", "ClientT", "ServerT")
    imports.want("triopenai.realtime._target", "SentEvent", "Target")
    imports.settle()
    return imports.lines()


def _constants(events: Mapping[Kind, Sequence[Event]]) -> list[Event]:
    """One event of each type, in the order of the types."""
    found: dict[str, Event] = {}
    for event in (event for sent in events.values() for event in sent):
        other = found.setdefault(event.type, event)
        if {*event.required} != {*other.required} or {*event.optional} != {*other.optional}:
            msg = f"{event.type} has not the same fields in all connections of its module: part the module"
            raise ValueError(msg)
    return [found[name] for name in sorted(found)]


def _constant(event: Event) -> list[str]:
    start = f"{event.constant} = SentEvent"
    given = {"type": event.type, "required": event.required, "optional": event.optional}
    if event.like is None:
        return call(start, {name: value for name, value in given.items() if value}, compact=True)
    more = [literal(name) for name in event.optional if name not in event.like.body]
    optional = ", ".join([f"*{event.like.constant}.body", *more])
    return [f"{start}(", f"    type={literal(event.type)},", f"    optional=({optional}),", ")"]


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
        common = frozenset[_Class | Event].intersection(*parts.values()) if len(parts) > 1 else None
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


def _connections(used: Mapping[tuple[Kind, str], _Class], types: Imports) -> dict[str, list[str]]:
    """The connections themselves by their names, after a class of what they have in common."""
    groups: dict[Kind, set[_Class]] = {}
    for (kind, group), one in used.items():
        if "." not in group:
            groups.setdefault(kind, set()).add(one)
    common = set[_Class].intersection(*groups.values()) if len(groups) > 1 else set[_Class]()
    found: dict[str, list[str]] = {}
    if common:
        lines = ["", "", f"class {_ANY}(Connection[ServerT, ClientT]):"]
        lines += ['    """What all connections here have."""', *_children(common, "self")]
        found[_ANY] = lines
    for kind, children in groups.items():
        server, client, param = (
            types.local(*place(reference)) for reference in (kind.server, kind.client, f"{kind.client}Param")
        )
        events = [literal(server), literal(f"{client} | {param}")]
        base = _ANY if common else "Connection"
        lines = ["", "", "@final", *wrapped(f"class {kind.name}({base}[", events, "]):")]
        lines += [
            f'    """An open connection of ``client.{kind.dotted}()``."""',
            "",
            f"    target: ClassVar[Target] = Target({kind.constant}, {literal(kind.server)})",
            *_children(children - common, "self"),
        ]
        found[kind.name] = lines
    return found


def _children(children: Iterable[_Class], connection: str) -> list[str]:
    lines: list[str] = []
    for child in sorted(children, key=lambda one: one.group):
        lines += [
            "",
            "    @property",
            f"    def {child.group.rpartition('.')[2]}(self) -> {child.name}:",
            f'        """Sends the events ``{child.group}.*``."""',
            f"        return {child.name}({connection})",
        ]
    return lines


def _resource(one: _Class, *, is_final: bool) -> list[str]:
    base = _BASE if one.base is None else one.base.name
    whose = "" if is_final else " that all connections here have"
    lines = ["", "", *(["@final"] if is_final else []), f"class {one.name}({base}):"]
    lines += [f'    """Methods of ``connection.{one.group}``{whose}."""', "", "    __slots__ = ()"]
    lines += _children((part for part in one.own if isinstance(part, _Class)), "self._connection")
    for event in sorted((part for part in one.own if isinstance(part, Event)), key=lambda part: part.type):
        lines += ["", *indent(_method(event))]
    return lines


def _method(event: Event) -> list[str]:
    keywords = "" if event.arguments is None else f", **event: Unpack[args.{event.arguments}]"
    required = ", ".join(f"`{name}`" for name in event.required)
    needed = f", with at least {required}" if required else ""
    name = event.type.rpartition(".")[2]
    return [
        f"async def {name}(self{keywords}) -> None:",
        f'    """Send ``{event.type}``{needed}."""',
        f"    await self._connection.send_event({event.constant}, {'event' if keywords else '{}'})",
    ]
