"""The endpoints of ``beta_agents_sessions``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncCursorPage
    from triopenai.types.beta import (
        AgentSession,
        AgentSessionDeleted,
        AgentSessionEvent,
        AgentSessionItem,
        Subagent,
    )
    from triopenai.types.beta.agents.sessions import (
        SessionArtifact,
        SessionArtifactDeleted,
        SessionTrace,
        Turn,
    )

__all__ = [
    "BETA_AGENTS_SESSIONS_ARTIFACTS_CONTENT",
    "BETA_AGENTS_SESSIONS_ARTIFACTS_DELETE",
    "BETA_AGENTS_SESSIONS_ARTIFACTS_LIST",
    "BETA_AGENTS_SESSIONS_ARTIFACTS_RETRIEVE",
    "BETA_AGENTS_SESSIONS_CREATE",
    "BETA_AGENTS_SESSIONS_DELETE",
    "BETA_AGENTS_SESSIONS_EVENTS_CREATE",
    "BETA_AGENTS_SESSIONS_EVENTS_STREAM",
    "BETA_AGENTS_SESSIONS_ITEMS_LIST",
    "BETA_AGENTS_SESSIONS_LIST",
    "BETA_AGENTS_SESSIONS_RETRIEVE",
    "BETA_AGENTS_SESSIONS_SUBAGENTS_ITEMS_LIST",
    "BETA_AGENTS_SESSIONS_SUBAGENTS_LIST",
    "BETA_AGENTS_SESSIONS_SUBAGENTS_RETRIEVE",
    "BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_ITEMS_LIST",
    "BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_LIST",
    "BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_RETRIEVE",
    "BETA_AGENTS_SESSIONS_TRACES_LIST",
    "BETA_AGENTS_SESSIONS_TURNS_ITEMS_LIST",
    "BETA_AGENTS_SESSIONS_TURNS_LIST",
    "BETA_AGENTS_SESSIONS_TURNS_RETRIEVE",
    "BETA_AGENTS_SESSIONS_UPDATE",
]

BETA_AGENTS_SESSIONS_ARTIFACTS_CONTENT: Operation[HttpxBinaryResponseContent] = Operation(
    name="beta.agents.sessions.artifacts.content",
    verb="GET",
    path="/agents/sessions/{session_id}/artifacts/{artifact_id}/content",
    path_params=("session_id", "artifact_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    accept="application/octet-stream",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/artifacts/methods/content"
    ),
)
BETA_AGENTS_SESSIONS_ARTIFACTS_DELETE: Operation[SessionArtifactDeleted] = Operation(
    name="beta.agents.sessions.artifacts.delete",
    verb="DELETE",
    path="/agents/sessions/{session_id}/artifacts/{artifact_id}",
    path_params=("session_id", "artifact_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.sessions:SessionArtifactDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/artifacts/methods/delete"
    ),
)
BETA_AGENTS_SESSIONS_ARTIFACTS_LIST: PageOperation[AsyncCursorPage[SessionArtifact], SessionArtifact] = (
    PageOperation(
        name="beta.agents.sessions.artifacts.list",
        verb="GET",
        path="/agents/sessions/{session_id}/artifacts",
        path_params=("session_id",),
        query=("after", "environment_id", "limit", "order"),
        fixed_headers=(("OpenAI-Beta", "agents=v1"),),
        item="beta.agents.sessions:SessionArtifact",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
            "/sessions/subresources/artifacts/methods/list"
        ),
    )
)
BETA_AGENTS_SESSIONS_ARTIFACTS_RETRIEVE: Operation[SessionArtifact] = Operation(
    name="beta.agents.sessions.artifacts.retrieve",
    verb="GET",
    path="/agents/sessions/{session_id}/artifacts/{artifact_id}",
    path_params=("session_id", "artifact_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.sessions:SessionArtifact",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/artifacts/methods/retrieve"
    ),
)
BETA_AGENTS_SESSIONS_CREATE: StreamOperation[AgentSession, AgentSessionEvent] = StreamOperation(
    name="beta.agents.sessions.create",
    verb="POST",
    path="/agents/sessions",
    body=(
        "environment",
        "agent",
        "agent_id",
        "input",
        "metadata",
        "prompt_cache_options",
        "review",
        "spend_control",
        "stream",
        "stream_options",
        "vault_ids",
    ),
    required=("environment",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:AgentSession",
    event="beta:AgentSessionEvent",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/methods/create"
    ),
)
BETA_AGENTS_SESSIONS_DELETE: Operation[AgentSessionDeleted] = Operation(
    name="beta.agents.sessions.delete",
    verb="DELETE",
    path="/agents/sessions/{session_id}",
    path_params=("session_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:AgentSessionDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/methods/delete"
    ),
)
BETA_AGENTS_SESSIONS_EVENTS_CREATE: Operation[None] = Operation(
    name="beta.agents.sessions.events.create",
    verb="POST",
    path="/agents/sessions/{session_id}/events",
    path_params=("session_id",),
    body=("events",),
    headers={"idempotency_key": "Idempotency-Key"},
    required=("events",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/events/methods/create"
    ),
)
BETA_AGENTS_SESSIONS_EVENTS_STREAM: StreamOperation[None, AgentSessionEvent] = StreamOperation(
    name="beta.agents.sessions.events.stream",
    verb="GET",
    path="/agents/sessions/{session_id}/events",
    path_params=("session_id",),
    query=("include_obfuscation",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    event="beta:AgentSessionEvent",
    stream_only=True,
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/events/methods/stream"
    ),
)
BETA_AGENTS_SESSIONS_ITEMS_LIST: PageOperation[AsyncCursorPage[AgentSessionItem], AgentSessionItem] = (
    PageOperation(
        name="beta.agents.sessions.items.list",
        verb="GET",
        path="/agents/sessions/{session_id}/items",
        path_params=("session_id",),
        query=("after", "limit", "order"),
        fixed_headers=(("OpenAI-Beta", "agents=v1"),),
        item="beta:AgentSessionItem",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources"
            "/sessions/subresources/items/methods/list"
        ),
    )
)
BETA_AGENTS_SESSIONS_LIST: PageOperation[AsyncCursorPage[AgentSession], AgentSession] = PageOperation(
    name="beta.agents.sessions.list",
    verb="GET",
    path="/agents/sessions",
    query=("after", "agent_id", "limit", "metadata", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta:AgentSession",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_RETRIEVE: Operation[AgentSession] = Operation(
    name="beta.agents.sessions.retrieve",
    verb="GET",
    path="/agents/sessions/{session_id}",
    path_params=("session_id",),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:AgentSession",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/methods/retrieve"
    ),
)
BETA_AGENTS_SESSIONS_SUBAGENTS_ITEMS_LIST: PageOperation[
    AsyncCursorPage[AgentSessionItem], AgentSessionItem
] = PageOperation(
    name="beta.agents.sessions.subagents.items.list",
    verb="GET",
    path="/agents/sessions/{session_id}/subagents/{subagent_id}/items",
    path_params=("session_id", "subagent_id"),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta:AgentSessionItem",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/subagents/subresources/items/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_SUBAGENTS_LIST: PageOperation[AsyncCursorPage[Subagent], Subagent] = PageOperation(
    name="beta.agents.sessions.subagents.list",
    verb="GET",
    path="/agents/sessions/{session_id}/subagents",
    path_params=("session_id",),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta:Subagent",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/subagents/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_SUBAGENTS_RETRIEVE: Operation[Subagent] = Operation(
    name="beta.agents.sessions.subagents.retrieve",
    verb="GET",
    path="/agents/sessions/{session_id}/subagents/{subagent_id}",
    path_params=("session_id", "subagent_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:Subagent",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/subagents/methods/retrieve"
    ),
)
BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_ITEMS_LIST: PageOperation[
    AsyncCursorPage[AgentSessionItem], AgentSessionItem
] = PageOperation(
    name="beta.agents.sessions.subagents.turns.items.list",
    verb="GET",
    path="/agents/sessions/{session_id}/subagents/{subagent_id}/turns/{turn_id}/items",
    path_params=("session_id", "subagent_id", "turn_id"),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta:AgentSessionItem",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/subagents/subresources/turns/subresources/items/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_LIST: PageOperation[AsyncCursorPage[Turn], Turn] = PageOperation(
    name="beta.agents.sessions.subagents.turns.list",
    verb="GET",
    path="/agents/sessions/{session_id}/subagents/{subagent_id}/turns",
    path_params=("session_id", "subagent_id"),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents.sessions:Turn",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/subagents/subresources/turns/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_RETRIEVE: Operation[Turn] = Operation(
    name="beta.agents.sessions.subagents.turns.retrieve",
    verb="GET",
    path="/agents/sessions/{session_id}/subagents/{subagent_id}/turns/{turn_id}",
    path_params=("session_id", "subagent_id", "turn_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.sessions:Turn",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/subagents/subresources/turns/methods/retrieve"
    ),
)
BETA_AGENTS_SESSIONS_TRACES_LIST: PageOperation[AsyncCursorPage[SessionTrace], SessionTrace] = PageOperation(
    name="beta.agents.sessions.traces.list",
    verb="GET",
    path="/agents/sessions/{session_id}/traces",
    path_params=("session_id",),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents.sessions:SessionTrace",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/traces/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_TURNS_ITEMS_LIST: PageOperation[
    AsyncConversationCursorPage[AgentSessionItem], AgentSessionItem
] = PageOperation(
    name="beta.agents.sessions.turns.items.list",
    verb="GET",
    path="/agents/sessions/{session_id}/turns/{turn_id}/items",
    path_params=("session_id", "turn_id"),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta:AgentSessionItem",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/turns/subresources/items/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_TURNS_LIST: PageOperation[AsyncCursorPage[Turn], Turn] = PageOperation(
    name="beta.agents.sessions.turns.list",
    verb="GET",
    path="/agents/sessions/{session_id}/turns",
    path_params=("session_id",),
    query=("after", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    item="beta.agents.sessions:Turn",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/turns/methods/list"
    ),
)
BETA_AGENTS_SESSIONS_TURNS_RETRIEVE: Operation[Turn] = Operation(
    name="beta.agents.sessions.turns.retrieve",
    verb="GET",
    path="/agents/sessions/{session_id}/turns/{turn_id}",
    path_params=("session_id", "turn_id"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta.agents.sessions:Turn",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/subresources/turns/methods/retrieve"
    ),
)
BETA_AGENTS_SESSIONS_UPDATE: Operation[AgentSession] = Operation(
    name="beta.agents.sessions.update",
    verb="POST",
    path="/agents/sessions/{session_id}",
    path_params=("session_id",),
    body=("agent", "metadata", "prompt_cache_options", "review", "spend_control"),
    fixed_headers=(("OpenAI-Beta", "agents=v1"),),
    result="beta:AgentSession",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions"
        "/methods/update"
    ),
)
