"""Writes the ``connect`` of a resource: its signature, its docstring, and the manager that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._tools.emit import string
from triopenai._tools.phrases import describe_argument

if TYPE_CHECKING:
    from triopenai._tools.connection_table import Keyword, Kind
    from triopenai._tools.emit import Imports

__all__ = ["has_omit", "want", "write"]

_EXTRA: Final = {
    "extra_query": ("Mapping[str, object] | None", "None", "Query parameters to add or replace."),
    "extra_headers": ("Mapping[str, str] | None", "None", "Header fields to add or replace."),
    "websocket_connection_options": (
        "WebSocketConnectionOptions | None",
        "None",
        "Settings of the socket: `max_size`, `max_queue`, `subprotocols`.",
    ),
}
_RECONNECTING: Final = {
    "on_reconnecting": (
        "OnReconnecting | None",
        "None",
        "Asked before each attempt to open a lost connection again; None: it is not tried.",
    ),
    "max_retries": ("int", "5", "Attempts to open a lost connection again."),
    "initial_delay": ("float", "0.5", "Seconds before the first of them, doubled for each one after."),
    "max_delay": ("float", "8.0", "The most that doubling comes to, in seconds."),
}
_QUEUE: Final = "Bytes that may wait to be sent."
_ABOUT: Final = {
    "model": "Name of the model.",
    "graceful_close": "Whether the session is ended in order when this connection closes.",
}


def want(kind: Kind, imports: Imports) -> None:
    """Import what the signature names."""
    imports.want("triopenai.realtime._manager", "ConnectionManager")
    imports.want("triopenai.realtime.connections", kind.name)
    imports.want("triopenai.types", "WebSocketConnectionOptions")
    if kind.queue is not None:
        imports.want("triopenai.realtime._options", "OnReconnecting")
    if has_omit(kind):
        imports.want("triopenai._base.absent", "Omit")


def has_omit(kind: Kind) -> bool:
    """Whether there are keywords that may be left out, whose default is `omit`."""
    return not all(word.required for word in kind.keywords)


def write(kind: Kind) -> list[str]:
    """The lines of the method."""
    options = dict(_EXTRA)
    if kind.queue is not None:
        options |= _RECONNECTING
        options["max_queue_size"] = ("int", f"{kind.queue:_}", _QUEUE)
    lines = ["def connect(", "    self,", *([] if kind.positional else ["    *,"])]
    lines += [f"    {_parameter(word)}," for word in kind.keywords]
    lines += [f"    {name}: {annotation} = {default}," for name, (annotation, default, _) in options.items()]
    lines += [
        f") -> ConnectionManager[{kind.name}]:",
        f'    """Open a WebSocket connection of ``client.{kind.resource}``.',
        "",
    ]
    lines += [
        "    Nothing is sent before the block begins. Needs the extra ``triopenai[realtime]``.",
        "",
        "    Args:",
    ]
    lines += [
        f"        {word.name}: {_ABOUT.get(word.name) or describe_argument(word.name)}"
        for word in kind.keywords
    ]
    lines += [f"        {name}: {about}" for name, (_, _, about) in options.items()]
    lines += [
        "",
        "    Returns:",
        f"        A block: ``async with client.{kind.dotted}(...) as connection``.",
        "",
        "    Raises:",
        "        ImportError: The extra is not installed.",
        "        TypeError: An argument is missing, or of a type that cannot be sent.",
        "        ValueError: An argument makes no sense, or cannot be honoured.",
        '    """',
        "    from triopenai.realtime._manager import ConnectionManager",
        f"    from triopenai.realtime.connections.{kind.module} import {kind.name}",
        "",
        "    return ConnectionManager(",
        f"        {kind.name},",
        "        self._engine,",
        *_address(kind),
    ]
    lines += [f"        {name}={name}," for name in options]
    return [*lines, "    )"]


def _parameter(word: Keyword) -> str:
    return f"{word.name}: {word.type}" if word.required else f"{word.name}: {word.type} | Omit = omit"


def _address(kind: Kind) -> list[str]:
    in_path = [word.name for word in kind.keywords if f"{{{word.name}}}" in kind.path]
    query = ", ".join(
        f"{string(word.name)}: {word.name}" for word in kind.keywords if word.name not in in_path
    )
    return [f"        {{{query}}},", *(f"        {name}," for name in in_path)]
