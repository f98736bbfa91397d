"""The methods of ``beta_agents_sessions``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._helpers.agent_artifacts import ArtifactHelpers
from triopenai._helpers.agents import SessionHelpers
from triopenai._operations import beta_agents_sessions as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.events import EventStream
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import beta_agents_sessions as args
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
    "BetaAgentsSessions",
    "BetaAgentsSessionsArtifacts",
    "BetaAgentsSessionsEvents",
    "BetaAgentsSessionsItems",
    "BetaAgentsSessionsSubagents",
    "BetaAgentsSessionsSubagentsItems",
    "BetaAgentsSessionsSubagentsTurns",
    "BetaAgentsSessionsSubagentsTurnsItems",
    "BetaAgentsSessionsTraces",
    "BetaAgentsSessionsTurns",
    "BetaAgentsSessionsTurnsItems",
]


class BetaAgentsSessions(SessionHelpers, Resource):
    """Methods of ``client.beta.agents.sessions``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions
    """

    @cached_property
    def artifacts(self) -> BetaAgentsSessionsArtifacts:
        """Methods of ``client.beta.agents.sessions.artifacts``."""
        return BetaAgentsSessionsArtifacts(self._engine)

    @cached_property
    def events(self) -> BetaAgentsSessionsEvents:
        """Methods of ``client.beta.agents.sessions.events``."""
        return BetaAgentsSessionsEvents(self._engine)

    @cached_property
    def items(self) -> BetaAgentsSessionsItems:
        """Methods of ``client.beta.agents.sessions.items``."""
        return BetaAgentsSessionsItems(self._engine)

    @cached_property
    def subagents(self) -> BetaAgentsSessionsSubagents:
        """Methods of ``client.beta.agents.sessions.subagents``."""
        return BetaAgentsSessionsSubagents(self._engine)

    @cached_property
    def traces(self) -> BetaAgentsSessionsTraces:
        """Methods of ``client.beta.agents.sessions.traces``."""
        return BetaAgentsSessionsTraces(self._engine)

    @cached_property
    def turns(self) -> BetaAgentsSessionsTurns:
        """Methods of ``client.beta.agents.sessions.turns``."""
        return BetaAgentsSessionsTurns(self._engine)

    async def delete(self, session_id: str, **params: Unpack[RequestOptions]) -> AgentSessionDeleted:
        """Delete an agent session.

        ``DELETE /agents/sessions/{session_id}``

        Args:
            session_id: Id of the session.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/methods/delete
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_DELETE, params, session_id)

    def list(
        self, **params: Unpack[args.BetaAgentsSessionsListArgs]
    ) -> AsyncPaginator[AgentSession, AsyncCursorPage[AgentSession]]:
        """List agent sessions.

        ``GET /agents/sessions``

        Args:
            **params: The keys of `triopenai.types.beta.agents.SessionListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_LIST, params)

    async def retrieve(self, session_id: str, **params: Unpack[RequestOptions]) -> AgentSession:
        """Retrieve an agent session.

        ``GET /agents/sessions/{session_id}``

        Args:
            session_id: Id of the session.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_RETRIEVE, params, session_id)

    async def update(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsUpdateArgs]
    ) -> AgentSession:
        """Update an agent session.

        ``POST /agents/sessions/{session_id}``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.SessionUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/methods/update
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_UPDATE, params, session_id)


class BetaAgentsSessionsArtifacts(ArtifactHelpers, Resource):
    """Methods of ``client.beta.agents.sessions.artifacts``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/artifacts
    """

    async def content(
        self, artifact_id: str, **params: Unpack[args.BetaAgentsSessionsArtifactsContentArgs]
    ) -> HttpxBinaryResponseContent:
        """Download a session artifact.

        ``GET /agents/sessions/{session_id}/artifacts/{artifact_id}/content``

        Args:
            artifact_id: Id of the artifact.
            **params: `session_id` and the request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/artifacts/methods/content
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_ARTIFACTS_CONTENT, params, artifact_id)

    async def delete(
        self, artifact_id: str, **params: Unpack[args.BetaAgentsSessionsArtifactsDeleteArgs]
    ) -> SessionArtifactDeleted:
        """Delete an agent session artifact.

        ``DELETE /agents/sessions/{session_id}/artifacts/{artifact_id}``

        Args:
            artifact_id: Id of the artifact.
            **params: `session_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/artifacts/methods/delete
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_ARTIFACTS_DELETE, params, artifact_id)

    def list(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsArtifactsListArgs]
    ) -> AsyncPaginator[SessionArtifact, AsyncCursorPage[SessionArtifact]]:
        """List agent session artifacts.

        ``GET /agents/sessions/{session_id}/artifacts``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.ArtifactListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/artifacts/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_ARTIFACTS_LIST, params, session_id)

    async def retrieve(
        self, artifact_id: str, **params: Unpack[args.BetaAgentsSessionsArtifactsRetrieveArgs]
    ) -> SessionArtifact:
        """Retrieve an agent session artifact.

        ``GET /agents/sessions/{session_id}/artifacts/{artifact_id}``

        Args:
            artifact_id: Id of the artifact.
            **params: `session_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/artifacts/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_ARTIFACTS_RETRIEVE, params, artifact_id)


class BetaAgentsSessionsEvents(Resource):
    """Methods of ``client.beta.agents.sessions.events``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/events
    """

    async def create(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsEventsCreateArgs]
    ) -> None:
        """Send events to an agent session.

        ``POST /agents/sessions/{session_id}/events``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.EventCreateParams` (`events` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/events/methods/create
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_EVENTS_CREATE, params, session_id)

    async def stream(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsEventsStreamArgs]
    ) -> EventStream[AgentSessionEvent]:
        """Follow the events of an agent session.

        ``GET /agents/sessions/{session_id}/events``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.EventStreamParams`, and the request
                options.

        Returns:
            The events as they arrive. Use it as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/events/methods/stream
        """
        return await self._engine.stream(ops.BETA_AGENTS_SESSIONS_EVENTS_STREAM, params, session_id)


class BetaAgentsSessionsItems(Resource):
    """Methods of ``client.beta.agents.sessions.items``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/items
    """

    def list(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsItemsListArgs]
    ) -> AsyncPaginator[AgentSessionItem, AsyncCursorPage[AgentSessionItem]]:
        """List agent session items.

        ``GET /agents/sessions/{session_id}/items``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.ItemListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/items/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_ITEMS_LIST, params, session_id)


class BetaAgentsSessionsSubagents(Resource):
    """Methods of ``client.beta.agents.sessions.subagents``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents
    """

    @cached_property
    def items(self) -> BetaAgentsSessionsSubagentsItems:
        """Methods of ``client.beta.agents.sessions.subagents.items``."""
        return BetaAgentsSessionsSubagentsItems(self._engine)

    @cached_property
    def turns(self) -> BetaAgentsSessionsSubagentsTurns:
        """Methods of ``client.beta.agents.sessions.subagents.turns``."""
        return BetaAgentsSessionsSubagentsTurns(self._engine)

    def list(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsSubagentsListArgs]
    ) -> AsyncPaginator[Subagent, AsyncCursorPage[Subagent]]:
        """List agent session subagents.

        ``GET /agents/sessions/{session_id}/subagents``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.SubagentListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_SUBAGENTS_LIST, params, session_id)

    async def retrieve(
        self, subagent_id: str, **params: Unpack[args.BetaAgentsSessionsSubagentsRetrieveArgs]
    ) -> Subagent:
        """Retrieve an agent session subagent.

        ``GET /agents/sessions/{session_id}/subagents/{subagent_id}``

        Args:
            subagent_id: Id of the subagent.
            **params: `session_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_SUBAGENTS_RETRIEVE, params, subagent_id)


class BetaAgentsSessionsSubagentsItems(Resource):
    """Methods of ``client.beta.agents.sessions.subagents.items``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/items
    """

    def list(
        self, subagent_id: str, **params: Unpack[args.BetaAgentsSessionsSubagentsItemsListArgs]
    ) -> AsyncPaginator[AgentSessionItem, AsyncCursorPage[AgentSessionItem]]:
        """List agent session subagent items.

        ``GET /agents/sessions/{session_id}/subagents/{subagent_id}/items``

        Args:
            subagent_id: Id of the subagent.
            **params: The keys of `triopenai.types.beta.agents.sessions.subagents.ItemListParams`
                (`session_id` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/items/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_SUBAGENTS_ITEMS_LIST, params, subagent_id)


class BetaAgentsSessionsSubagentsTurns(Resource):
    """Methods of ``client.beta.agents.sessions.subagents.turns``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/turns
    """

    @cached_property
    def items(self) -> BetaAgentsSessionsSubagentsTurnsItems:
        """Methods of ``client.beta.agents.sessions.subagents.turns.items``."""
        return BetaAgentsSessionsSubagentsTurnsItems(self._engine)

    def list(
        self, subagent_id: str, **params: Unpack[args.BetaAgentsSessionsSubagentsTurnsListArgs]
    ) -> AsyncPaginator[Turn, AsyncCursorPage[Turn]]:
        """List agent session subagent turns.

        ``GET /agents/sessions/{session_id}/subagents/{subagent_id}/turns``

        Args:
            subagent_id: Id of the subagent.
            **params: The keys of `triopenai.types.beta.agents.sessions.subagents.TurnListParams`
                (`session_id` is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/turns/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_LIST, params, subagent_id)

    async def retrieve(
        self, turn_id: str, **params: Unpack[args.BetaAgentsSessionsSubagentsTurnsRetrieveArgs]
    ) -> Turn:
        """Retrieve an agent session subagent turn.

        ``GET /agents/sessions/{session_id}/subagents/{subagent_id}/turns/{turn_id}``

        Args:
            turn_id: Id of the turn.
            **params: `session_id`, `subagent_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/turns/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_RETRIEVE, params, turn_id)


class BetaAgentsSessionsSubagentsTurnsItems(Resource):
    """Methods of ``client.beta.agents.sessions.subagents.turns.items``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/turns/subresources/items
    """

    def list(
        self, turn_id: str, **params: Unpack[args.BetaAgentsSessionsSubagentsTurnsItemsListArgs]
    ) -> AsyncPaginator[AgentSessionItem, AsyncCursorPage[AgentSessionItem]]:
        """List agent session subagent turn items.

        ``GET /agents/sessions/{session_id}/subagents/{subagent_id}/turns/{turn_id}/items``

        Args:
            turn_id: Id of the turn.
            **params: The keys of `triopenai.types.beta.agents.sessions.subagents.turns.ItemListParams`
                (`session_id` and `subagent_id` are required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/subagents/subresources/turns/subresources/items/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_SUBAGENTS_TURNS_ITEMS_LIST, params, turn_id)


class BetaAgentsSessionsTraces(Resource):
    """Methods of ``client.beta.agents.sessions.traces``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/traces
    """

    def list(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsTracesListArgs]
    ) -> AsyncPaginator[SessionTrace, AsyncCursorPage[SessionTrace]]:
        """List agent session traces.

        ``GET /agents/sessions/{session_id}/traces``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.TraceListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/traces/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_TRACES_LIST, params, session_id)


class BetaAgentsSessionsTurns(Resource):
    """Methods of ``client.beta.agents.sessions.turns``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/turns
    """

    @cached_property
    def items(self) -> BetaAgentsSessionsTurnsItems:
        """Methods of ``client.beta.agents.sessions.turns.items``."""
        return BetaAgentsSessionsTurnsItems(self._engine)

    def list(
        self, session_id: str, **params: Unpack[args.BetaAgentsSessionsTurnsListArgs]
    ) -> AsyncPaginator[Turn, AsyncCursorPage[Turn]]:
        """List agent session turns.

        ``GET /agents/sessions/{session_id}/turns``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.beta.agents.sessions.TurnListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/turns/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_TURNS_LIST, params, session_id)

    async def retrieve(
        self, turn_id: str, **params: Unpack[args.BetaAgentsSessionsTurnsRetrieveArgs]
    ) -> Turn:
        """Retrieve an agent session turn.

        ``GET /agents/sessions/{session_id}/turns/{turn_id}``

        Args:
            turn_id: Id of the turn.
            **params: `session_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/turns/methods/retrieve
        """
        return await self._engine.call(ops.BETA_AGENTS_SESSIONS_TURNS_RETRIEVE, params, turn_id)


class BetaAgentsSessionsTurnsItems(Resource):
    """Methods of ``client.beta.agents.sessions.turns.items``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/turns/subresources/items
    """

    def list(
        self, turn_id: str, **params: Unpack[args.BetaAgentsSessionsTurnsItemsListArgs]
    ) -> AsyncPaginator[AgentSessionItem, AsyncConversationCursorPage[AgentSessionItem]]:
        """List agent session turn items.

        ``GET /agents/sessions/{session_id}/turns/{turn_id}/items``

        Args:
            turn_id: Id of the turn.
            **params: The keys of `triopenai.types.beta.agents.sessions.turns.ItemListParams` (`session_id` is
                required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/subresources/turns/subresources/items/methods/list
        """
        return self._engine.paginate(ops.BETA_AGENTS_SESSIONS_TURNS_ITEMS_LIST, params, turn_id)
