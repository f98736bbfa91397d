"""The keywords of ``connections.realtime``. Generated: do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from triopenai.types.beta.realtime._params import ConversationItemParam as BetaRealtimeConversationItemParam
from triopenai.types.beta.realtime._params import (
    ResponseCreateEventResponseParam,
    TranscriptionSessionUpdateSessionParam,
)
from triopenai.types.beta.realtime._params import (
    SessionUpdateEventSessionParam as BetaRealtimeSessionUpdateEventSessionParam,
)
from triopenai.types.realtime._params import (
    ConversationItemParam,
    RealtimeResponseCreateParamsParam,
    SessionUpdateEventSessionParam,
)

__all__ = [
    "BetaRealtimeConversationItemCreateArgs",
    "BetaRealtimeResponseCreateArgs",
    "BetaRealtimeSessionUpdateArgs",
    "ConversationItemCreateArgs",
    "ConversationItemDeleteArgs",
    "ConversationItemRetrieveArgs",
    "ConversationItemTruncateArgs",
    "InputAudioBufferAppendArgs",
    "InputAudioBufferClearArgs",
    "InputAudioBufferCommitArgs",
    "OutputAudioBufferClearArgs",
    "ResponseCancelArgs",
    "ResponseCreateArgs",
    "SessionUpdateArgs",
    "TranscriptionSessionUpdateArgs",
]


class ConversationItemCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.conversation.item.create``."""

    item: Required[ConversationItemParam]
    event_id: str
    previous_item_id: str


class ConversationItemDeleteArgs(TypedDict, total=False):
    """Keywords of ``connection.conversation.item.delete``."""

    item_id: Required[str]
    event_id: str


class ConversationItemRetrieveArgs(TypedDict, total=False):
    """Keywords of ``connection.conversation.item.retrieve``."""

    item_id: Required[str]
    event_id: str


class ConversationItemTruncateArgs(TypedDict, total=False):
    """Keywords of ``connection.conversation.item.truncate``."""

    item_id: Required[str]
    content_index: Required[int]
    audio_end_ms: Required[int]
    event_id: str


class InputAudioBufferAppendArgs(TypedDict, total=False):
    """Keywords of ``connection.input_audio_buffer.append``."""

    audio: Required[str]
    event_id: str


class InputAudioBufferClearArgs(TypedDict, total=False):
    """Keywords of ``connection.input_audio_buffer.clear``."""

    event_id: str


class InputAudioBufferCommitArgs(TypedDict, total=False):
    """Keywords of ``connection.input_audio_buffer.commit``."""

    event_id: str


class OutputAudioBufferClearArgs(TypedDict, total=False):
    """Keywords of ``connection.output_audio_buffer.clear``."""

    event_id: str


class ResponseCancelArgs(TypedDict, total=False):
    """Keywords of ``connection.response.cancel``."""

    event_id: str
    response_id: str


class ResponseCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.response.create``."""

    event_id: str
    response: RealtimeResponseCreateParamsParam


class SessionUpdateArgs(TypedDict, total=False):
    """Keywords of ``connection.session.update``."""

    session: Required[SessionUpdateEventSessionParam]
    event_id: str


class BetaRealtimeConversationItemCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.conversation.item.create``."""

    item: Required[BetaRealtimeConversationItemParam]
    event_id: str
    previous_item_id: str


class BetaRealtimeResponseCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.response.create``."""

    event_id: str
    response: ResponseCreateEventResponseParam


class BetaRealtimeSessionUpdateArgs(TypedDict, total=False):
    """Keywords of ``connection.session.update``."""

    session: Required[BetaRealtimeSessionUpdateEventSessionParam]
    event_id: str


class TranscriptionSessionUpdateArgs(TypedDict, total=False):
    """Keywords of ``connection.transcription_session.update``."""

    session: Required[TranscriptionSessionUpdateSessionParam]
    event_id: str
