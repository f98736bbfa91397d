"""The keywords of ``beta_agents_sessions``. Generated: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types.beta._common_params import AgentSessionInputParam
from triopenai.types.beta.agents._params import SessionListParams, SessionUpdateParams
from triopenai.types.beta.agents.sessions._params import (
    ArtifactListParams,
    EventStreamParams,
    ItemListParams,
    SubagentListParams,
    TraceListParams,
    TurnListParams,
)
from triopenai.types.beta.agents.sessions.subagents._params import ItemListParams as SubagentsItemListParams
from triopenai.types.beta.agents.sessions.subagents._params import TurnListParams as SubagentsTurnListParams
from triopenai.types.beta.agents.sessions.subagents.turns._params import (
    ItemListParams as SubagentsTurnsItemListParams,
)
from triopenai.types.beta.agents.sessions.turns._params import ItemListParams as SessionsTurnsItemListParams

__all__ = [
    "BetaAgentsSessionsArtifactsContentArgs",
    "BetaAgentsSessionsArtifactsDeleteArgs",
    "BetaAgentsSessionsArtifactsListArgs",
    "BetaAgentsSessionsArtifactsRetrieveArgs",
    "BetaAgentsSessionsEventsCreateArgs",
    "BetaAgentsSessionsEventsStreamArgs",
    "BetaAgentsSessionsItemsListArgs",
    "BetaAgentsSessionsListArgs",
    "BetaAgentsSessionsSubagentsItemsListArgs",
    "BetaAgentsSessionsSubagentsListArgs",
    "BetaAgentsSessionsSubagentsRetrieveArgs",
    "BetaAgentsSessionsSubagentsTurnsItemsListArgs",
    "BetaAgentsSessionsSubagentsTurnsListArgs",
    "BetaAgentsSessionsSubagentsTurnsRetrieveArgs",
    "BetaAgentsSessionsTracesListArgs",
    "BetaAgentsSessionsTurnsItemsListArgs",
    "BetaAgentsSessionsTurnsListArgs",
    "BetaAgentsSessionsTurnsRetrieveArgs",
    "BetaAgentsSessionsUpdateArgs",
]


class BetaAgentsSessionsArtifactsContentArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.artifacts.content``."""

    session_id: Required[str]


class BetaAgentsSessionsArtifactsDeleteArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.artifacts.delete``."""

    session_id: Required[str]


class BetaAgentsSessionsArtifactsListArgs(ArtifactListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.artifacts.list``."""


class BetaAgentsSessionsArtifactsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.artifacts.retrieve``."""

    session_id: Required[str]


class BetaAgentsSessionsEventsCreateArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.events.create``."""

    events: Required[Iterable[AgentSessionInputParam]]


class BetaAgentsSessionsEventsStreamArgs(EventStreamParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.events.stream``."""


class BetaAgentsSessionsItemsListArgs(ItemListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.items.list``."""


class BetaAgentsSessionsListArgs(SessionListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.list``."""


class BetaAgentsSessionsSubagentsItemsListArgs(SubagentsItemListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.subagents.items.list``."""


class BetaAgentsSessionsSubagentsListArgs(SubagentListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.subagents.list``."""


class BetaAgentsSessionsSubagentsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.subagents.retrieve``."""

    session_id: Required[str]


class BetaAgentsSessionsSubagentsTurnsItemsListArgs(
    SubagentsTurnsItemListParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``beta.agents.sessions.subagents.turns.items.list``."""


class BetaAgentsSessionsSubagentsTurnsListArgs(SubagentsTurnListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.subagents.turns.list``."""


class BetaAgentsSessionsSubagentsTurnsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.subagents.turns.retrieve``."""

    session_id: Required[str]
    subagent_id: Required[str]


class BetaAgentsSessionsTracesListArgs(TraceListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.traces.list``."""


class BetaAgentsSessionsTurnsItemsListArgs(SessionsTurnsItemListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.turns.items.list``."""


class BetaAgentsSessionsTurnsListArgs(TurnListParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.turns.list``."""


class BetaAgentsSessionsTurnsRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.turns.retrieve``."""

    session_id: Required[str]


class BetaAgentsSessionsUpdateArgs(SessionUpdateParams, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.update``."""
