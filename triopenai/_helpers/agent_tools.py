"""The tools of an agent that run here: each call in a task of the stream's block, its result sent back."""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast, final

import attrs
import trio

from triopenai._base.errors import ConflictError
from triopenai._helpers.polling import fetch
from triopenai._helpers.tool_text import tool_text
from triopenai._operations import beta_agents_sessions as ops

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine
    from triopenai.types.beta import AgentSessionEvent, InputContentParam

__all__ = ["AgentToolError", "AsyncToolErrorHandler", "AsyncToolHandler", "Dispatcher", "ToolOutput"]

ToolOutput: TypeAlias = "str | Mapping[str, Any] | Iterable[InputContentParam] | None"
"""What a tool may give: a text, a JSON object, parts of content, or nothing."""

AsyncToolHandler: TypeAlias = "Callable[[dict[str, Any]], Awaitable[ToolOutput] | ToolOutput]"
"""A tool: takes the arguments of a call, gives its output. It may be async or not."""

AsyncToolErrorHandler: TypeAlias = "Callable[[AgentToolError], Awaitable[None] | None]"
"""Hears of a tool that failed. It may be async or not."""

_Stage: TypeAlias = Literal["arguments", "execution", "output"]
FAILED = "The tool failed."


@final
@attrs.frozen
class AgentToolError:
    """A call of a tool that failed. The agent is told that it did, not why.

    Attributes:
        error: What was raised.
        tool_name: Name of the tool.
        session_id: Id of the session.
        turn_id: Id of the turn.
        call_id: Id of the call.
        stage: What failed: reading the "arguments", the "execution", or sending the "output".
    """

    error: Exception
    tool_name: str
    session_id: str
    turn_id: str
    call_id: str
    stage: _Stage


@final
@attrs.frozen
class _Call:
    turn_id: str
    call_id: str
    name: str
    arguments: object


@final
class Dispatcher:
    """Runs tools as calls of them come, and sends what they give.

    Calls run at once, each in a task. What a tool raises is told to the agent and to `on_error`; what
    `on_error` raises, and a result that cannot be sent, goes to `fail`.
    """

    def __init__(
        self,
        engine: Engine,
        handlers: Mapping[str, AsyncToolHandler] | None,
        on_error: AsyncToolErrorHandler | None,
        options: Mapping[str, object],
    ) -> None:
        """Look at the tools.

        Args:
            engine: Sends what they give.
            handlers: The tools by their names.
            on_error: Hears of those that fail.
            options: Of the requests that send what they give.

        Raises:
            TypeError: `handlers` is no mapping of names to functions, or `on_error` is no function.
        """
        self._engine = engine
        self._options = options
        self._handlers = dict(_checked(handlers))
        if on_error is not None and not callable(cast("object", on_error)):
            msg = f"on_tool_error must be a function, not {on_error!r}"
            raise TypeError(msg)
        self._on_error = on_error
        self._begun: set[tuple[str, str]] = set()
        self._running: set[trio.CancelScope] = set()

    def __bool__(self) -> bool:
        return bool(self._handlers)

    def handles(self, action: object) -> bool:
        """Whether something that a session waits for is a call of one of the tools."""
        return (
            getattr(action, "type", None) == "function_call" and getattr(action, "name", "") in self._handlers
        )

    def dispatch(
        self,
        event: AgentSessionEvent,
        session_id: str,
        nursery: trio.Nursery,
        fail: Callable[[Exception], None],
    ) -> None:
        """Start the calls that an event tells of, once each."""
        if event.type == "agent.session.turn.item.added":
            told: list[object] = [event.item]
        elif event.type == "agent.session.requires_action":
            told = list(event.session.required_actions)
        else:
            return
        for item in told:
            if not self.handles(item):
                continue
            known = cast("Any", item)
            call = _Call(known.turn_id, known.call_id, known.name, known.arguments)
            if (call.turn_id, call.call_id) not in self._begun:
                self._begun.add((call.turn_id, call.call_id))
                scope = trio.CancelScope()
                self._running.add(scope)  # not by its task, which begins later: `stop` may come before that
                nursery.start_soon(self._run, scope, call, session_id, fail)

    def stop(self) -> None:
        """Cancel the calls that are running."""
        for scope in self._running:
            scope.cancel()

    async def _run(
        self, scope: trio.CancelScope, call: _Call, session_id: str, fail: Callable[[Exception], None]
    ) -> None:
        try:
            with scope:
                await self._answer(call, session_id, fail)
        finally:
            self._running.discard(scope)

    async def _answer(self, call: _Call, session_id: str, fail: Callable[[Exception], None]) -> None:
        try:
            result = await self._result(call, session_id)
            sent = {
                "type": "agent.session.input.tool_result",
                "turn_id": call.turn_id,
                "call_id": call.call_id,
                **result,
            }
            body = {"events": [sent], **self._options}
            await fetch(self._engine, ops.BETA_AGENTS_SESSIONS_EVENTS_CREATE, body, session_id)
        except ConflictError:
            # The call is not waited for any more: the turn was cancelled, or another client was faster.
            return
        except Exception as error:  # noqa: BLE001  # raised by the stream, where its reader is
            error.add_note(f"raised while answering {call.call_id}, a call of the tool {call.name!r}")
            fail(error)

    async def _result(self, call: _Call, session_id: str) -> dict[str, object]:
        stage: _Stage = "arguments"
        try:
            arguments = _read(call.arguments)
            stage = "execution"
            output: Any = self._handlers[call.name](arguments)
            if inspect.isawaitable(output):
                output = await output
            stage = "output"
            return {"success": True, "output": _written(output)}
        except Exception as error:  # noqa: BLE001  # told to the agent and to the caller
            if self._on_error is not None:
                failure = AgentToolError(error, call.name, session_id, call.turn_id, call.call_id, stage)
                heard = self._on_error(failure)
                if inspect.isawaitable(heard):
                    await heard  # noqa: ASYNC120  # cancelled, nobody wants to hear of it
            return {"success": False, "error": FAILED}


def _checked(handlers: object) -> Mapping[str, AsyncToolHandler]:
    if handlers is None:
        return {}
    if not isinstance(handlers, Mapping):
        msg = f"tool_handlers must map the names of tools to functions, not {type(handlers).__qualname__}"
        raise TypeError(msg)
    for name, handler in cast("Mapping[object, object]", handlers).items():
        if not isinstance(name, str) or not callable(handler):
            msg = f"tool_handlers must map the names of tools to functions, not {name!r} to {handler!r}"
            raise TypeError(msg)
    return cast("Mapping[str, AsyncToolHandler]", handlers)


def _read(arguments: object) -> dict[str, Any]:
    found: object = json.loads(arguments) if isinstance(arguments, str) else arguments
    if not isinstance(found, dict):
        msg = f"the arguments of a tool must be a JSON object, not {found!r}"
        raise TypeError(msg)
    return cast("dict[str, Any]", found)


def _written(output: object) -> object:
    if output is None or isinstance(output, (str, Mapping)):
        return tool_text(cast("object", output))
    if isinstance(output, Iterable) and not isinstance(output, (bytes, bytearray)):
        return list(cast("Iterable[object]", output))
    msg = f"a tool must give a text, a mapping, parts of content or None, not {type(output).__qualname__}"
    raise TypeError(msg)
