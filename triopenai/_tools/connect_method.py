"""Writes the ``connect`` of a resource: its signature, its docstring, and the manager that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._tools.layout import literal
from triopenai._tools.phrases import describe_argument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai._tools.connection_table import Keyword, Kind
    from triopenai._tools.emit import Imports

__all__ = ["has_omit", "want", "write"]

_EXTRA: Final = (
    "extra_query: Mapping[str, object] | None = None",
    "extra_headers: Mapping[str, str] | None = None",
)
_SOCKET: Final = "websocket_connection_options: WebSocketConnectionOptions | None = None"
_RECONNECTING: Final = (
    "on_reconnecting: OnReconnecting | None = None",
    "max_retries: int = 5",
    "initial_delay: float = 0.5",
    "max_delay: float = 8.0",
)


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
    queue = [] if kind.queue is None else [*_RECONNECTING, f"max_queue_size: int = {kind.queue:_}"]
    own = [_parameter(word) for word in kind.keywords]
    parameters = ["self", *([] if kind.positional else ["*"]), *own, *_EXTRA, _SOCKET, *queue]
    lines = ["def connect(", *(f"    {parameter}," for parameter in parameters)]
    lines += [
        f") -> ConnectionManager[{kind.name}]:",
        f'    """Open a WebSocket connection: ``async with client.{kind.dotted}(...) as connection``.',
        "",
    ]
    if kind.keywords:
        lines += [f"    - `{word.name}`: {_about(word.name)}" for word in kind.keywords]
        lines += [""]
    return [
        *lines,
        "    The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.",
        '    """',
        "    from triopenai.realtime._manager import ConnectionManager",
        f"    from triopenai.realtime._options import Address{', Reconnection' if queue else ''}",
        f"    from triopenai.realtime.connections.{kind.module} import {kind.name}",
        "",
        "    return ConnectionManager(",
        f"        {kind.name},",
        "        self._engine,",
        f"        Address({', '.join(_address(kind))}),",
        "        websocket_connection_options,",
        *([f"        Reconnection({', '.join(_names(queue))}),"] if queue else []),
        "    )",
    ]


def _names(parameters: Iterable[str]) -> list[str]:
    return [parameter.partition(":")[0] for parameter in parameters]


def _about(name: str) -> str:
    text = describe_argument(name)
    return text[0].lower() + text[1:]


def _parameter(word: Keyword) -> str:
    return f"{word.name}: {word.type}" if word.required else f"{word.name}: {word.type} | Omit = omit"


def _address(kind: Kind) -> list[str]:
    in_path = [word.name for word in kind.keywords if f"{{{word.name}}}" in kind.path]
    query = ", ".join(
        f"{literal(word.name)}: {word.name}" for word in kind.keywords if word.name not in in_path
    )
    return [f"{{{query}}}", *(in_path or ["None"]), *_names(_EXTRA)]
