"""The keywords of ``realtime.connection``. Generated: do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from triopenai.types.realtime._params import (
    ConversationItemParam,
    RealtimeResponseCreateParamsParam,
    SessionUpdateEventSessionParam,
)

__all__ = [
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
