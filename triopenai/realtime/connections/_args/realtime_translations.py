"""The keywords of ``connections.realtime_translations``. Generated: do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from triopenai.types.realtime._params import RealtimeTranslationSessionUpdateRequestParam

__all__ = ["SessionCloseArgs", "SessionInputAudioBufferAppendArgs", "SessionUpdateArgs"]


class SessionCloseArgs(TypedDict, total=False):
    """Keywords of ``connection.session.close``."""

    event_id: str


class SessionInputAudioBufferAppendArgs(TypedDict, total=False):
    """Keywords of ``connection.session.input_audio_buffer.append``."""

    audio: Required[str]
    event_id: str


class SessionUpdateArgs(TypedDict, total=False):
    """Keywords of ``connection.session.update``."""

    session: Required[RealtimeTranslationSessionUpdateRequestParam]
    event_id: str
