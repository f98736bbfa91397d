"""The keywords of ``beta_realtime``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.beta.realtime._params import SessionCreateParams, TranscriptionSessionCreateParams

__all__ = ["BetaRealtimeSessionsCreateArgs", "BetaRealtimeTranscriptionSessionsCreateArgs"]


class BetaRealtimeSessionsCreateArgs(SessionCreateParams, RequestOptions, total=False):
    """Keywords of ``beta.realtime.sessions.create``."""


class BetaRealtimeTranscriptionSessionsCreateArgs(
    TranscriptionSessionCreateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.realtime.transcription_sessions.create``."""
