"""The kinds of connections; each loads on first use. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai.realtime.connections.beta_responses import BetaResponsesConnection
    from triopenai.realtime.connections.live import ForksConnection, LiveConnection, SidebandConnection
    from triopenai.realtime.connections.realtime import BetaRealtimeConnection, RealtimeConnection
    from triopenai.realtime.connections.realtime_translations import TranslationsConnection
    from triopenai.realtime.connections.responses import ResponsesConnection

__all__ = [
    "BetaRealtimeConnection",
    "BetaResponsesConnection",
    "ForksConnection",
    "LiveConnection",
    "RealtimeConnection",
    "ResponsesConnection",
    "SidebandConnection",
    "TranslationsConnection",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        {
            "triopenai.realtime.connections.beta_responses": "BetaResponsesConnection",
            "triopenai.realtime.connections.live": "LiveConnection ForksConnection SidebandConnection",
            "triopenai.realtime.connections.realtime": "RealtimeConnection BetaRealtimeConnection",
            "triopenai.realtime.connections.realtime_translations": "TranslationsConnection",
            "triopenai.realtime.connections.responses": "ResponsesConnection",
        },
    )
