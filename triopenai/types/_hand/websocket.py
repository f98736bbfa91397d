"""Settings and events of WebSocket connections; they are the client's own and never sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, final

import attrs
from typing_extensions import TypedDict

__all__ = [
    "ReconnectingEvent",
    "ReconnectingOverrides",
    "SyncWebSocketConnectionOptions",
    "WebSocketConnectionOptions",
    "WebsocketConnectionOptions",
]


@final
@attrs.frozen(kw_only=True)
class ReconnectingEvent:
    """What a reconnect callback is told.

    Attributes:
        attempt: Which attempt is about to be made, the first being 1.
        max_attempts: How many there are at most.
        delay: Seconds until it is made.
        close_code: The code that the lost connection was closed with (RFC 6455 section 7.4).
        extra_query: Query parameters that the connection was opened with.
        extra_headers: Headers that the connection was opened with.
    """

    attempt: int
    max_attempts: int
    delay: float
    close_code: int
    extra_query: Mapping[str, object] = attrs.field(factory=dict[str, object])
    extra_headers: Mapping[str, str] = attrs.field(factory=dict[str, str])


class ReconnectingOverrides(TypedDict, total=False):
    """What a reconnect callback may change for the next attempt."""

    extra_query: Mapping[str, object]
    extra_headers: Mapping[str, str]
    abort: bool


class SyncWebSocketConnectionOptions(TypedDict, total=False):
    """Settings of a WebSocket connection, under the official names."""

    extensions: Sequence[object] | None
    subprotocols: Sequence[str] | None
    compression: str | None
    max_size: int | None
    max_queue: int | tuple[int | None, int | None] | None


class WebSocketConnectionOptions(SyncWebSocketConnectionOptions, total=False):
    """Settings of a WebSocket connection."""

    write_limit: int | tuple[int, int | None]


WebsocketConnectionOptions: TypeAlias = WebSocketConnectionOptions
