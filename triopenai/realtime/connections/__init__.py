"""The kinds of connections; each loads on first use. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai.realtime.connections.beta_realtime import BetaRealtimeConnection
    from triopenai.realtime.connections.beta_responses import BetaResponsesConnection
    from triopenai.realtime.connections.live import LiveConnection
    from triopenai.realtime.connections.live_forks import ForksConnection
    from triopenai.realtime.connections.live_sideband import SidebandConnection
    from triopenai.realtime.connections.realtime import RealtimeConnection
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
            "triopenai.realtime.connections.beta_realtime": "BetaRealtimeConnection",
            "triopenai.realtime.connections.beta_responses": "BetaResponsesConnection",
            "triopenai.realtime.connections.live": "LiveConnection",
            "triopenai.realtime.connections.live_forks": "ForksConnection",
            "triopenai.realtime.connections.live_sideband": "SidebandConnection",
            "triopenai.realtime.connections.realtime": "RealtimeConnection",
            "triopenai.realtime.connections.realtime_translations": "TranslationsConnection",
            "triopenai.realtime.connections.responses": "ResponsesConnection",
        },
    )
