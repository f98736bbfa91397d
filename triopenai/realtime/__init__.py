"""Sessions over WebSocket: ``client.realtime.connect``, ``client.responses.connect`` and their like.

`Connection` says what every kind of connection does; each has methods of its own for the events that its
client sends. Needs the extra: ``pip install 'triopenai[realtime]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai.realtime._connection import Connection, ConnectionResource
    from triopenai.realtime._manager import ConnectionManager
    from triopenai.realtime._options import OnReconnecting
    from triopenai.realtime.connections import (
        BetaRealtimeConnection,
        BetaResponsesConnection,
        ForksConnection,
        LiveConnection,
        RealtimeConnection,
        ResponsesConnection,
        SidebandConnection,
        TranslationsConnection,
    )

__all__ = [
    "BetaRealtimeConnection",
    "BetaResponsesConnection",
    "Connection",
    "ConnectionManager",
    "ConnectionResource",
    "ForksConnection",
    "LiveConnection",
    "OnReconnecting",
    "RealtimeConnection",
    "ResponsesConnection",
    "SidebandConnection",
    "TranslationsConnection",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        {
            "triopenai.realtime._connection": "Connection ConnectionResource",
            "triopenai.realtime._manager": "ConnectionManager",
            "triopenai.realtime._options": "OnReconnecting",
            "triopenai.realtime.connections": (
                "BetaRealtimeConnection BetaResponsesConnection ForksConnection LiveConnection"
                " RealtimeConnection ResponsesConnection SidebandConnection TranslationsConnection"
            ),
        },
    )
