"""The arguments of ``connect``, checked before anything is sent."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Final, TypeAlias, cast, final

import attrs

from triopenai._sansio.retry import RetryPolicy
from triopenai.types._hand.websocket import ReconnectingEvent, ReconnectingOverrides

if TYPE_CHECKING:
    from attrs import Attribute

    from triopenai.types._hand.websocket import WebSocketConnectionOptions

__all__ = ["Address", "OnReconnecting", "Reconnection", "SocketOptions", "read_socket_options"]

OnReconnecting: TypeAlias = Callable[[ReconnectingEvent], ReconnectingOverrides | None]

MESSAGE_BYTES: Final = 16 << 20
QUEUE_BYTES: Final = 1 << 20
NO_BOUND: Final = 1 << 62
_UNSUPPORTED: Final = ("compression", "extensions", "write_limit")
_KNOWN: Final = frozenset({*_UNSUPPORTED, "max_queue", "max_size", "subprotocols"})


def _check_positive(_: object, attribute: Attribute[int], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        msg = f"connect(): {attribute.name} must be a whole number, not {value!r}"
        raise TypeError(msg)
    if not value > 0:
        msg = f"connect(): {attribute.name} must be more than 0, not {value!r}"
        raise ValueError(msg)


def _check_queue(_: object, attribute: Attribute[int], value: object) -> None:
    if value != math.inf and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        msg = (
            f"connect(): {attribute.name} must be a whole number that is not negative, or None, not {value!r}"
        )
        raise ValueError(msg)


def _check_delay(_: object, attribute: Attribute[float], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        msg = f"connect(): {attribute.name} must be a number of seconds, not {value!r}"
        raise TypeError(msg)
    if not value >= 0:
        msg = f"connect(): {attribute.name} must not be less than 0 seconds, not {value!r}"
        raise ValueError(msg)


def _check_callback(_: object, attribute: Attribute[OnReconnecting | None], value: object) -> None:
    if value is not None and (not callable(value) or iscoroutinefunction(value)):
        msg = f"connect(): {attribute.name} must be a function that is not async, not {value!r:.100}"
        raise TypeError(msg)


def _backoff(given: Reconnection) -> RetryPolicy:
    return RetryPolicy(
        max_retries=given.max_retries, initial_delay=given.initial_delay, max_delay=given.max_delay
    )


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
    max_queue: float = attrs.field(default=16, validator=_check_queue)


@final
@attrs.frozen(eq=False)
class Address:
    """Where a connection is opened.

    Attributes:
        params: The keywords of ``connect`` that go into path and query.
        path_arg: The path parameter, for an endpoint that has one.
        extra_query: Query parameters to add or replace.
        extra_headers: Header fields to add or replace.
    """

    params: Mapping[str, object]
    path_arg: str | None
    extra_query: Mapping[str, object] | None
    extra_headers: Mapping[str, str] | None


@final
@attrs.frozen(eq=False)
class Reconnection:
    """How a lost connection is opened again.

    Attributes:
        on_reconnecting: Asked before each attempt; None: there is none.
        max_retries: Attempts in a row.
        initial_delay: Seconds before the first of them, doubled for each one after.
        max_delay: The most that doubling comes to, in seconds.
        max_queue_size: Bytes that may wait to be sent.
        backoff: How often, and after which delays.
    """

    on_reconnecting: OnReconnecting | None = attrs.field(default=None, validator=_check_callback)
    max_retries: int = 0
    initial_delay: float = attrs.field(default=0.5, validator=_check_delay)
    max_delay: float = attrs.field(default=8.0, validator=_check_delay)
    max_queue_size: int = attrs.field(default=QUEUE_BYTES, validator=_check_positive)
    backoff: RetryPolicy = attrs.field(init=False, default=attrs.Factory(_backoff, takes_self=True))


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
    if isinstance(subprotocols, str):
        msg = f"connect(): websocket_connection_options: subprotocols must be a list, not {subprotocols!r}"
        raise TypeError(msg)
    return SocketOptions(
        subprotocols=tuple(subprotocols),  # type: ignore[arg-type]  # as the TypedDict says
        max_size=NO_BOUND if size is None else size,  # type: ignore[arg-type]  # as above
        max_queue=math.inf if queue is None else queue,  # type: ignore[arg-type]  # as above
    )
