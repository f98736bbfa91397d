"""Sessions of agents: created, and followed while the agent's tools run here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from typing_extensions import TypeVar

from triopenai._base.absent import is_given, omit
from triopenai._engine.resource import one_call
from triopenai._helpers.polling import given, later_options
from triopenai._operations import beta_agents_sessions as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai._engine.events import EventStream
    from triopenai._helpers.agent_args import SessionHelperArgs
    from triopenai._helpers.agent_stream import AsyncAgentSessionEventStream, AsyncAgentSessionStream
    from triopenai._helpers.agent_tools import AsyncToolErrorHandler, AsyncToolHandler
    from triopenai._helpers.formats import Format
    from triopenai.types.beta import AgentSession, AgentSessionEvent, AgentSessionInputMessageParam

__all__ = ["SessionHelpers"]

OutputT = TypeVar("OutputT", default=None)


class SessionHelpers:
    """Helpers of ``client.beta.agents.sessions``."""

    _engine: Engine

    @overload
    async def create(
        self,
        *,
        output_type: type[object] | None = None,
        tool_handlers: None = None,
        stream: Literal[False] | Omit = omit,
        **params: Unpack[SessionHelperArgs],
    ) -> AgentSession: ...

    @overload
    async def create(
        self,
        *,
        output_type: type[OutputT],
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        stream: Literal[True],
        **params: Unpack[SessionHelperArgs],
    ) -> AsyncAgentSessionEventStream[OutputT]: ...

    @overload
    async def create(
        self,
        *,
        output_type: None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        stream: Literal[True],
        **params: Unpack[SessionHelperArgs],
    ) -> AsyncAgentSessionEventStream[None]: ...

    @overload
    async def create(
        self,
        *,
        output_type: type[object] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        stream: bool | Omit = omit,
        **params: Unpack[SessionHelperArgs],
    ) -> AgentSession | AsyncAgentSessionEventStream[Any]: ...

    @one_call
    async def create(
        self,
        *,
        output_type: type[object] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        stream: bool | Omit = omit,
        **params: Unpack[SessionHelperArgs],
    ) -> AgentSession | AsyncAgentSessionEventStream[Any]:
        """Create an agent session.

        ``POST /agents/sessions``

        Args:
            output_type: The type of the agent's answer: a pydantic model, a dataclass, an attrs class or a
                TypedDict. Its schema becomes the text format of `agent`; a stream reads the answer into it.
            tool_handlers: The functions that run the agent's tools, by their names, as `stream` has them.
                They need ``stream=True``.
            stream: Whether the answer is the events of the session.
            **params: The keys of `triopenai.types.beta.agents.SessionCreateParams` (`environment` is
                required), and the request options.

        Returns:
            The session; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.
            TypeError: `output_type` is no type to read JSON into, `agent` has a text format already, or
                `tool_handlers` is no mapping of names to functions.
            ValueError: There are `tool_handlers` without ``stream=True``, or strict mode has no schema for
                `output_type`.

        See https://developers.openai.com/api/reference/resources/beta/subresources/agents/subresources/sessions/methods/create
        """
        from triopenai._helpers import agent_stream, agent_tools  # noqa: PLC0415  # load on first use

        body: dict[str, object] = given(**params, stream=stream)
        form = _format(output_type)
        if form is not None:
            body["agent"] = _with_format(body.get("agent"), form)
        if not body.get("stream"):
            if tool_handlers is not None:
                msg = "tool_handlers run while the events are read: they need stream=True"
                raise ValueError(msg)
            return await self._engine.call(ops.BETA_AGENTS_SESSIONS_CREATE, body)
        dispatcher = agent_tools.Dispatcher(self._engine, tool_handlers, None, later_options(params))

        def follow(events: EventStream[AgentSessionEvent]) -> AsyncAgentSessionEventStream[Any]:
            return agent_stream.AsyncAgentSessionEventStream(events, dispatcher, form)

        return await self._engine.stream_as(ops.BETA_AGENTS_SESSIONS_CREATE, body, follow)

    def stream(
        self,
        session_id: str,
        *,
        input: str | Iterable[AgentSessionInputMessageParam],  # noqa: A002  # the official name
        output_type: type[OutputT] | None = None,
        tool_handlers: Mapping[str, AsyncToolHandler] | None = None,
        on_tool_error: AsyncToolErrorHandler | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncAgentSessionStream[OutputT]:
        """Send input to an idle session, and follow the turn by its events, running the agent's tools.

        ``GET /agents/sessions/{session_id}/events``, ``POST /agents/sessions/{session_id}/events``

        Example::

            async def weather(arguments):
                return {"celsius": 21}

            async with client.beta.agents.sessions.stream(
                session.id, input="Is it warm in Rome?", tool_handlers={"weather": weather}
            ) as stream:
                result = await stream.get_final_result()

        Nothing is sent before the block is entered. Leaving it cancels the tools and closes the connection;
        the turn goes on.

        Args:
            session_id: Id of the session.
            input: What is said to the agent: a text, or messages.
            output_type: The type to read the answer into: a pydantic model, a dataclass, an attrs class or a
                TypedDict. The agent must have its format.
            tool_handlers: The functions that run the agent's tools, by their names. Each takes the arguments
                of a call as a dict, and gives a text, a mapping, parts of content or None; it may be async.
                Calls run at once, each in a task of the block.
            on_tool_error: Hears of each tool that failed, by an `AgentToolError`. What it raises leaves the
                stream. The agent is told that the tool failed in any case.
            **options: The request options; `idempotency_key` is of the request that sends the input.

        Raises:
            TypeError: `output_type` is no type to read JSON into, or a handler is no function.
            ValueError: `session_id` or `input` is empty.
        """
        from triopenai._helpers import agent_stream, agent_tools  # noqa: PLC0415  # load on first use

        if not session_id:
            msg = "session_id is empty"
            raise ValueError(msg)
        return agent_stream.AsyncAgentSessionStream(
            self._engine,
            agent_stream.Ask(session_id, _messages(input), options),
            agent_tools.Dispatcher(self._engine, tool_handlers, on_tool_error, later_options(options)),
            _format(output_type),
        )


def _messages(given_input: str | Iterable[AgentSessionInputMessageParam]) -> list[object]:
    if isinstance(given_input, str):
        messages: list[object] = [{"role": "user", "content": [{"type": "input_text", "text": given_input}]}]
    else:
        messages = list(given_input)
    if not given_input or not messages:
        msg = "input is empty: give a text, or messages"
        raise ValueError(msg)
    return messages


def _format(output_type: type[OutputT] | None) -> Format[OutputT] | None:
    from triopenai._helpers import formats  # noqa: PLC0415  # load on first use

    return None if output_type is None else formats.Format(output_type, "output_type")


def _with_format(agent: object, form: Format[Any]) -> dict[str, object]:
    """An agent of this session with the text format of a type."""
    if not isinstance(agent, Mapping):
        msg = "output_type sets the text format of `agent`: give one, or read the answer by result.parse()"
        raise TypeError(msg)
    known = cast("Mapping[str, object]", agent)
    text = known.get("text")
    settings: dict[str, object] = (
        dict(cast("Mapping[str, object]", text)) if isinstance(text, Mapping) else {}
    )
    if is_given(settings.get("format", omit)):
        msg = "agent has a text format already: leave it or output_type away"
        raise TypeError(msg)
    return {**known, "text": {**settings, "format": {"type": "json_schema", "schema": form.schema()}}}
