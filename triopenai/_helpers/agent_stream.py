"""The events of an agent's session, with the agent's tools running beside their reader.

Theory of operation. A stream is a block with a nursery in it. Reading an event starts the tools that it calls
for; they run while the reader waits for the next one, and their results are sent to the session by requests
of their own. A failure that no tool is to blame for is raised by the reader: the task notes it and cancels
the scope in which the reader waits. Leaving the block cancels the tools and closes the connection.

The stream of ``sessions.stream`` ends when the session comes to rest after its turn; that of
``sessions.create`` when the server ends it.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final, Generic, cast, final

import attrs
import trio
from typing_extensions import TypeVar

from triopenai._base.stream_errors import PartialStreamError, StreamTruncated
from triopenai._flow.nest import Nest, first_failure
from triopenai._helpers.agent_turn import AgentTurn
from triopenai._helpers.polling import fetch, later_options
from triopenai._operations import beta_agents_sessions as ops

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai._engine.events import EventStream
    from triopenai._engine.openreply import OpenReply
    from triopenai._engine.reply import ResponseInfo
    from triopenai._helpers.agent_result import AgentTurnResult
    from triopenai._helpers.agent_tools import Dispatcher
    from triopenai._helpers.formats import Format
    from triopenai.types.beta import AgentSessionEvent

__all__ = ["Ask", "AsyncAgentSessionEventStream", "AsyncAgentSessionStream"]

OutputT = TypeVar("OutputT", default=None)

_SILENCE: Final = ("first_event_timeout", "idle_timeout")  # of the events; other requests refuse them


class _SessionReader(trio.abc.AsyncResource, Generic[OutputT]):
    """What both streams share."""

    def __init__(self, turn: AgentTurn, dispatcher: Dispatcher, form: Format[OutputT] | None) -> None:
        self._turn = turn
        self._dispatcher = dispatcher
        self._form = form
        self._nest = Nest(unwrap=True)
        self._nursery: trio.Nursery | None = None
        self._waiting: trio.CancelScope | None = None
        self._failure: Exception | None = None
        self._done = False
        self._closed = False

    @abstractmethod
    def _source(self) -> EventStream[AgentSessionEvent]:
        """The events as they come."""

    @abstractmethod
    async def _close_source(self) -> None:
        """Close them."""

    @property
    def response(self) -> ResponseInfo:
        """Status, headers, request id and attempts of the call that gives the events."""
        return self._source().response

    @property
    def request_id(self) -> str | None:
        """The server's id of that request."""
        return self._source().request_id

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> AgentSessionEvent:
        if self._waiting is not None:
            msg = "another task is already reading this stream"
            raise trio.BusyResourceError(msg)
        if self._closed:
            await trio.lowlevel.checkpoint()
            msg = "this stream was closed before its end"
            raise trio.ClosedResourceError(msg)
        self._waiting = trio.CancelScope()
        with self._waiting:
            try:
                return await self._next()
            except (trio.BusyResourceError, StopAsyncIteration):
                raise
            except BaseException:
                await self.aclose()
                raise
            finally:
                self._waiting = None
        return await self._raise_failure()

    async def _next(self) -> AgentSessionEvent:
        while True:
            if self._failure is not None:
                await self._raise_failure()
            if self._done:
                await trio.lowlevel.checkpoint()
                raise StopAsyncIteration
            try:
                event = await anext(self._source())
            except StopAsyncIteration:
                self._check_end()
                self._done = True
                self._dispatcher.stop()
                raise
            except PartialStreamError as cut:
                cut.partial = self._turn.turn
                raise
            if self._turn.take(event):
                if self._dispatcher and self._turn.session_id is not None:
                    self._dispatcher.dispatch(event, self._turn.session_id, self._tasks(), self._fail)
                await self._took()
                return event

    async def _took(self) -> None:
        """An event was taken."""

    def _check_end(self) -> None:
        """Look whether the server may end the events here."""

    def _tasks(self) -> trio.Nursery:
        if self._nursery is None:
            msg = "tools run in the stream's block: read it in `async with`"
            raise RuntimeError(msg)
        return self._nursery

    def _fail(self, error: Exception) -> None:
        if self._failure is None:
            self._failure = error
        else:
            first_failure([self._failure, error])
        if self._waiting is not None:
            self._waiting.cancel()

    async def _raise_failure(self) -> AgentSessionEvent:
        failure, self._failure = self._failure, None
        await self.aclose()
        assert failure is not None  # noqa: S101  # nothing else cancels the scope
        raise failure

    async def until_done(self) -> None:
        """Read the stream to its end, passing over the events.

        Raises:
            APIError: As for iterating.
            trio.ClosedResourceError: The stream was closed before its end.
        """
        async for _ in self:
            pass

    def with_result_collection(self) -> Self:
        """Nothing to do: results are always collected. It is here for those who come from `AsyncOpenAI`."""
        return self

    async def get_final_result(self) -> AgentTurnResult[OutputT]:
        """Read to the end, and give what the turn made.

        It does not wait for what no tool here gives: a session that requires something else is an error.

        Raises:
            APIError: As for iterating.
            AgentTurnResultError: The turn has no result; `reason` says why.
            AgentOutputParseError: The answer does not fit the output type.
            trio.ClosedResourceError: The stream was closed before its end.
        """
        async for _ in self:
            if any(not self._dispatcher.handles(action) for action in self._turn.required_actions):
                break
        result = self._turn.result()
        return cast("AgentTurnResult[OutputT]", result) if self._form is None else result.read(self._form)

    async def aclose(self) -> None:
        """Stop the tools, and close the stream and its connection. Does nothing the second time."""
        self._closed = not self._done
        self._dispatcher.stop()
        await self._close_source()

    async def close(self) -> None:
        """As `aclose`."""
        await self.aclose()

    async def _enter(self) -> None:
        self._nursery = await self._nest.__aenter__()

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            await self.aclose()
        finally:
            await self._nest.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102  # the nursery's own exit
        if self._failure is not None:
            # Nobody read on, so nobody has heard of it.
            if exc is None:
                raise self._failure
            first_failure([exc, self._failure])

    def __repr__(self) -> str:
        state = "done" if self._done else "closed" if self._closed else "open"
        return f"<{type(self).__name__} of {self._turn.session_id}, {state}>"


@final
@attrs.frozen
class Ask:
    """What is to be said to a session.

    Attributes:
        session_id: Id of the session.
        messages: What to say.
        options: Of the request that says it.
    """

    session_id: str
    messages: Sequence[object]
    options: RequestOptions


@final
class AsyncAgentSessionStream(_SessionReader[OutputT], Generic[OutputT]):
    """The events of one turn of a session, made by ``client.beta.agents.sessions.stream(...)``.

    Entering the block looks whether the session is idle, follows its events, and sends the input. Iterating
    gives the events until the session comes to rest after the turn; it is a checkpoint, and only one task may
    iterate at a time. Tools run in the block, at once, while its events are read. Cancelled or failed, the
    stream is closed, and its tools are cancelled.

    Raises:
        ValueError: The session is not idle.
        PartialStreamError: The events ended before the turn did; `partial` has the turn.
        APIError: A request failed, or the server reported a failure in the stream.
        RuntimeError: The block was not entered, or a second time.
        trio.BusyResourceError: Another task is waiting for an event.
        trio.ClosedResourceError: The stream was closed before its end.
    """

    def __init__(
        self,
        engine: Engine,
        ask: Ask,
        dispatcher: Dispatcher,
        form: Format[OutputT] | None,
    ) -> None:
        super().__init__(AgentTurn(ask.session_id), dispatcher, form)
        self._engine = engine
        self._ask = ask
        self._entered = False
        self._reply: OpenReply[EventStream[AgentSessionEvent]] | None = None
        self._events: EventStream[AgentSessionEvent] | None = None

    async def __aenter__(self) -> Self:
        if self._entered:
            msg = "a stream is opened once: call stream() again for another turn"
            raise RuntimeError(msg)
        self._entered = True
        session_id, later = self._ask.session_id, later_options(self._ask.options)
        session = await fetch(self._engine, ops.BETA_AGENTS_SESSIONS_RETRIEVE, later, session_id)
        if session.status != "idle":
            msg = (
                f"{session_id} is {session.status}, not idle: wait until it is,"
                " or follow what it does by sessions.events.stream()"
            )
            raise ValueError(msg)
        options = cast("Mapping[str, object]", self._ask.options)
        silence = {name: options[name] for name in _SILENCE if name in options}
        # Followed before the input is sent, so that no event is missed.
        opened: object = await self._engine.open.stream(
            ops.BETA_AGENTS_SESSIONS_EVENTS_STREAM, {**later, **silence}, session_id
        )
        self._reply = cast("OpenReply[EventStream[AgentSessionEvent]]", opened)
        try:
            said = {"type": "agent.session.input.message", "input": self._ask.messages}
            kept = {name: value for name, value in options.items() if name not in _SILENCE}
            body = {"events": [said], **kept}
            await fetch(self._engine, ops.BETA_AGENTS_SESSIONS_EVENTS_CREATE, body, session_id)
            self._events = await self._reply.parse()
            await self._enter()
        except BaseException:
            await self._close_source()  # noqa: ASYNC102  # closes even when cancelled
            raise
        return self

    def _source(self) -> EventStream[AgentSessionEvent]:
        if self._events is None:
            msg = (
                "this stream is not open yet: use it as `async with client.beta.agents.sessions.stream(...)`"
            )
            raise RuntimeError(msg)
        return self._events

    async def _close_source(self) -> None:
        if self._reply is not None:
            await self._reply.aclose()

    async def _took(self) -> None:
        if self._turn.over:
            self._done = True
            await self.aclose()

    def _check_end(self) -> None:
        if not self._turn.over:
            msg = "The events ended before the session came to rest; the turn so far is in `partial`."
            raise StreamTruncated(msg, partial=self._turn.turn, request_id=self.request_id) from None


@final
class AsyncAgentSessionEventStream(_SessionReader[OutputT], Generic[OutputT]):
    """The events of a new session, made by ``client.beta.agents.sessions.create(stream=True, ...)``.

    Use it as a block; tools run only in it, at once, while its events are read. Iterating gives the events
    until the server ends them; it is a checkpoint, and only one task may iterate at a time. Cancelled or
    failed, the stream is closed, and its tools are cancelled.

    Raises:
        PartialStreamError: The events ended in the middle of a turn; `partial` has the turn.
        APIError: A request failed, or the server reported a failure in the stream.
        trio.BusyResourceError: Another task is waiting for an event.
        trio.ClosedResourceError: The stream was closed before its end.
    """

    def __init__(
        self, events: EventStream[AgentSessionEvent], dispatcher: Dispatcher, form: Format[OutputT] | None
    ) -> None:
        super().__init__(AgentTurn(), dispatcher, form)
        self._events = events

    async def __aenter__(self) -> Self:
        await self._enter()
        return self

    def _source(self) -> EventStream[AgentSessionEvent]:
        return self._events

    async def _close_source(self) -> None:
        await self._events.aclose()
