"""The arguments of ``connect``, checked before anything is sent."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, cast, final

import attrs

from triopenai.types._hand.websocket import ReconnectingEvent, ReconnectingOverrides

if TYPE_CHECKING:
    from attrs import Attribute

    from triopenai._sansio.retry import RetryPolicy
    from triopenai.types._hand.websocket import WebSocketConnectionOptions

__all__ = ["ConnectOptions", "OnReconnecting", "SocketOptions", "read_socket_options"]

OnReconnecting: TypeAlias = Callable[[ReconnectingEvent], ReconnectingOverrides | None]

MESSAGE_BYTES: Final = 16 << 20
NO_BOUND: Final = 1 << 62
_UNSUPPORTED: Final = ("compression", "extensions", "write_limit")
_KNOWN: Final = frozenset({*_UNSUPPORTED, "max_queue", "max_size", "subprotocols"})


def _check_positive(_: object, attribute: Attribute[int], value: int) -> None:
    if not value > 0:
        msg = f"connect(): {attribute.name} must be more than 0, not {value!r}"
        raise ValueError(msg)


@final
@attrs.frozen(kw_only=True)
class SocketOptions:
    """Settings of the socket.

    Attributes:
        subprotocols: The subprotocols to offer.
        max_size: The size that a message may have, sent or received.
        max_queue: How many received messages may wait to be taken.
    """

    subprotocols: tuple[str, ...] = ()
    max_size: int = attrs.field(default=MESSAGE_BYTES, validator=_check_positive)
    max_queue: float = 16


@final
@attrs.frozen(kw_only=True)
class ConnectOptions:
    """How a connection is opened, held and opened again.

    Attributes:
        extra_query: Query parameters to add or replace.
        extra_headers: Header fields to add or replace.
        socket: Settings of the socket.
        on_reconnecting: Asked before each attempt to open a lost connection again; None: it is not tried.
        backoff: How often, and after which delays.
        max_queue_size: Bytes that may wait to be sent.
    """

    extra_query: Mapping[str, object]
    extra_headers: Mapping[str, str]
    socket: SocketOptions
    on_reconnecting: OnReconnecting | None
    backoff: RetryPolicy
    max_queue_size: int = attrs.field(validator=_check_positive)


def read_socket_options(given: WebSocketConnectionOptions | None) -> SocketOptions:
    """Read ``websocket_connection_options``.

    Raises:
        TypeError: There is no such option.
        ValueError: An option that this client cannot honour, or a value that makes no sense.
    """
    options: Mapping[str, object] = dict(given or {})
    if unknown := sorted(options.keys() - _KNOWN):
        known = ", ".join(sorted(_KNOWN))
        msg = f"connect(): websocket_connection_options has no {', '.join(unknown)}; it has {known}"
        raise TypeError(msg)
    for name in _UNSUPPORTED:
        if options.get(name) is not None:
            msg = f"connect(): websocket_connection_options: {name} is not supported over Trio, leave it out"
            raise ValueError(msg)
    size, queue = options.get("max_size", MESSAGE_BYTES), options.get("max_queue", 16)
    if isinstance(queue, tuple):
        queue = cast("tuple[object, object]", queue)[0]
    subprotocols = options.get("subprotocols") or ()
    return SocketOptions(
        subprotocols=tuple(subprotocols),  # type: ignore[arg-type]  # as the TypedDict says
        max_size=NO_BOUND if size is None else size,  # type: ignore[arg-type]  # as above
        max_queue=math.inf if queue is None else queue,  # type: ignore[arg-type]  # as above
    )
