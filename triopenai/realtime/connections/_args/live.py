"""The keywords of ``connections.live``. Generated: do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from triopenai.types.live._params import (
    DecisionItemCreateEventItemUnionParam,
    ForkSessionConfigParam,
    SessionConfigParam,
    SessionUpdateConfigParam,
)
from triopenai.types.responses._common_params import ResponseInputItemParam

__all__ = [
    "DecisionCreateArgs",
    "DecisionItemCreateArgs",
    "DecisionItemDeleteArgs",
    "ForksSessionStartArgs",
    "ResponseCreateArgs",
    "ResponseItemCreateArgs",
    "SessionCloseArgs",
    "SessionCommentaryAppendArgs",
    "SessionInputAudioAppendArgs",
    "SessionInputAudioMuteArgs",
    "SessionInputAudioUnmuteArgs",
    "SessionInstructionsAppendArgs",
    "SessionOutputAudioFixturePlayArgs",
    "SessionStartArgs",
    "SessionThinkingAppendArgs",
    "SessionUpdateArgs",
    "TransportDtmfSendArgs",
]


class DecisionCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.decision.create``."""

    event_id: Required[str]


class DecisionItemCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.decision.item.create``."""

    item: Required[DecisionItemCreateEventItemUnionParam]
    event_id: str | None


class DecisionItemDeleteArgs(TypedDict, total=False):
    """Keywords of ``connection.decision.item.delete``."""

    item_id: Required[str]
    event_id: str | None


class ResponseCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.response.create``."""

    event_id: str | None


class ResponseItemCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.response.item.create``."""

    item: Required[ResponseInputItemParam]
    event_id: str | None


class SessionCloseArgs(TypedDict, total=False):
    """Keywords of ``connection.session.close``."""

    event_id: str | None


class SessionCommentaryAppendArgs(TypedDict, total=False):
    """Keywords of ``connection.session.commentary.append``."""

    content: Required[str]
    delegation_id: Required[str | None]
    event_id: str | None


class SessionInputAudioAppendArgs(TypedDict, total=False):
    """Keywords of ``connection.session.input_audio.append``."""

    audio: Required[str]
    event_id: str | None


class SessionInputAudioMuteArgs(TypedDict, total=False):
    """Keywords of ``connection.session.input_audio.mute``."""

    event_id: str | None


class SessionInputAudioUnmuteArgs(TypedDict, total=False):
    """Keywords of ``connection.session.input_audio.unmute``."""

    event_id: str | None


class SessionInstructionsAppendArgs(TypedDict, total=False):
    """Keywords of ``connection.session.instructions.append``."""

    content: Required[str]
    delegation_id: Required[str | None]
    event_id: str | None


class SessionOutputAudioFixturePlayArgs(TypedDict, total=False):
    """Keywords of ``connection.session.output_audio.fixture.play``."""

    audio: Required[str]
    event_id: str | None


class SessionStartArgs(TypedDict, total=False):
    """Keywords of ``connection.session.start``."""

    session: Required[SessionConfigParam]
    event_id: str | None


class SessionThinkingAppendArgs(TypedDict, total=False):
    """Keywords of ``connection.session.thinking.append``."""

    content: Required[str]
    delegation_id: Required[str | None]
    event_id: str | None


class SessionUpdateArgs(TypedDict, total=False):
    """Keywords of ``connection.session.update``."""

    session: Required[SessionUpdateConfigParam]
    event_id: str | None


class ForksSessionStartArgs(TypedDict, total=False):
    """Keywords of ``connection.session.start``."""

    session: Required[ForkSessionConfigParam]
    event_id: str | None


class TransportDtmfSendArgs(TypedDict, total=False):
    """Keywords of ``connection.transport.dtmf.send``."""

    event: Required[str]
    event_id: str | None
