"""The tools of a run, and calls of them: each ends in a result, whatever becomes of it."""

from __future__ import annotations

import inspect
import json
import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeGuard, cast, final

import attrs
import pydantic
import trio

from triopenai._base.config import check_seconds
from triopenai._base.redact import redact_text
from triopenai._base.tool_errors import ToolCallError
from triopenai._flow.checks import check_choice, check_limit
from triopenai._flow.fanout import map as map_calls
from triopenai._helpers.function_tool import FunctionTool
from triopenai._helpers.tool_ready import ReadyTool, make_ready
from triopenai._helpers.tool_text import tool_text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ToolRequest", "ToolResult", "Toolbox"]

# What the caller would have to run, and gave nothing to run it with.
_RUN_BY_CALLER: Final = frozenset(
    {"apply_patch", "computer", "computer_use_preview", "custom", "function", "local_shell", "namespace"}
)
_SHOWN: Final = 5


def _as_text(arguments: object) -> str:
    """Arguments as text, where a loose server gives none, or an object."""
    if isinstance(arguments, str):
        return arguments
    return "" if arguments is None else json.dumps(arguments)


@final
@attrs.frozen
class ToolRequest:
    """A call that a model asks for."""

    call_id: str
    name: str
    arguments: str = attrs.field(converter=_as_text)


@final
@attrs.frozen
class ToolResult:
    """What became of one call of a tool.

    Attributes:
        call_id: The id of the call.
        name: The tool, as the model named it.
        arguments: The arguments as the model wrote them, JSON text.
        output: What the model is told; content parts, which it is told as such, are JSON text here.
        value: What the tool returned; None if it failed.
        error: What it raised; `ToolCallError` for a call that could not be made, `trio.TooSlowError` for one
            that was out of time; None if all is well.
        seconds: How long it took, on Trio's clock.
    """

    call_id: str
    name: str
    arguments: str
    output: str
    value: object = None
    error: Exception | None = None
    seconds: float = 0.0


@final
class Toolbox:
    """The tools of one run, and how they are called."""

    def __init__(
        self, given: object, *, hosted: bool, limit: int, timeout: float | None, on_error: str
    ) -> None:
        """Look at the tools.

        Args:
            given: What the caller gave.
            hosted: Whether there are tools that run on the server, which are given as mappings.
            limit: How many calls may run at once.
            timeout: Seconds that a call may take.
            on_error: Whether what a tool raises goes to the model ("return") or to the caller ("raise").

        Raises:
            TypeError: An argument is of the wrong type, or a tool is a function that a model cannot call.
            ValueError: One has a value that it cannot have: no tools, or two of one name.
        """
        check_limit(limit, "run_tools", "tool_limit")
        check_seconds("run_tools(tool_timeout=)", timeout)
        check_choice(on_error, ("return", "raise"), "run_tools(on_tool_error=)")
        self._limit = limit
        self._timeout = timeout
        self._raises = on_error == "raise"
        self._ready: dict[str, ReadyTool] = {}
        self._hosted: list[object] = []
        for tool in _listed(given):
            if _is_mapping(tool):
                _check_hosted(tool, hosted=hosted)
                self._hosted.append(tool)
                continue
            ready = make_ready(tool)
            if ready.name in self._ready:
                msg = f"run_tools(tools=) has two tools named {ready.name!r}: tool(fn, name=...) renames one"
                raise ValueError(msg)
            self._ready[ready.name] = ready
        if not self._ready:
            msg = "run_tools(tools=) has no tool to run: without one, create() and parse() do the same"
            raise ValueError(msg)

    def nested(self) -> list[object]:
        """The tools as chat completions take them."""
        return [{"type": "function", "function": tool.function} for tool in self._ready.values()]

    def flat(self) -> list[object]:
        """The tools as responses take them."""
        return [*({"type": "function", **tool.function} for tool in self._ready.values()), *self._hosted]

    async def run(self, calls: Sequence[ToolRequest]) -> tuple[ToolResult, ...]:
        """Run calls beside each other, and give their results in the calls' order.

        Raises:
            Exception: What the first to fail raised, if that goes to the caller; the others are cancelled.
        """
        return tuple(await map_calls(self._result, calls, limit=self._limit))

    async def _result(self, call: ToolRequest) -> ToolResult:
        began = trio.current_time()
        value: object = None
        failure: Exception | None = None
        try:
            value = await self._call(call)
            output = tool_text(value)
        except Exception as error:
            if self._raises:
                error.add_note(f"raised by {call.call_id}, a call of the tool {call.name!r}")
                raise
            value, failure = None, error
            output = redact_text(f"{type(error).__name__}: {error}")
        seconds = trio.current_time() - began
        return ToolResult(call.call_id, call.name, call.arguments, output, value, failure, seconds)

    async def _call(self, call: ToolRequest) -> object:
        tool = self._ready.get(call.name)
        if tool is None:
            known = ", ".join(self._ready)
            raise _refused(call, f"There is no tool {call.name!r}; there are: {known}")
        try:
            arguments = tool.read(call.arguments.strip() or "{}")
        except ValueError as error:
            raise _refused(call, f"The arguments of {call.name} do not fit: {_faults(error)}") from error
        limits = (tool.timeout, self._timeout, math.inf)
        seconds = next(limit for limit in limits if limit is not None)
        with trio.move_on_after(seconds):
            return await _use(tool, arguments)
        msg = f"{call.name} was not done within its {seconds:g} seconds"
        raise trio.TooSlowError(msg)


async def _use(tool: ReadyTool, arguments: object) -> object:
    if tool.threaded:
        value = await trio.to_thread.run_sync(tool.use, arguments, abandon_on_cancel=tool.abandon_on_cancel)
    else:
        await trio.lowlevel.checkpoint()
        value = tool.use(arguments)
    return await value if inspect.isawaitable(value) else value


def _listed(given: object) -> list[object]:
    if isinstance(given, (str, bytes, Mapping, type)) or not isinstance(given, Iterable):
        msg = f"run_tools(tools=) takes a list of functions, not {given!r:.100}"
        raise TypeError(msg)
    return list(cast("Iterable[object]", given))


def _is_mapping(tool: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(tool, Mapping) and not isinstance(tool, FunctionTool)


def _check_hosted(tool: Mapping[str, object], *, hosted: bool) -> None:
    kind = tool.get("type")
    if not hosted or kind in _RUN_BY_CALLER or _runs_here(tool):
        where = "" if hosted else "; chat completions have no others"
        msg = f"run_tools() cannot run a tool that is a mapping of type {kind!r}: give its function{where}"
        raise TypeError(msg)


def _runs_here(tool: Mapping[str, object]) -> bool:
    """Whether a tool that may run on the server is to run at the caller's."""
    place = tool.get("environment")
    local = isinstance(place, Mapping) and cast("Mapping[str, object]", place).get("type") == "local"
    return local or tool.get("execution") == "client"


def _refused(call: ToolRequest, why: str) -> ToolCallError:
    return ToolCallError(why, tool_name=call.name, call_id=call.call_id, arguments=call.arguments)


def _faults(error: ValueError) -> str:
    """What is wrong with arguments, for a model to mend."""
    if not isinstance(error, pydantic.ValidationError):
        return str(error)
    found = error.errors(include_url=False, include_context=False, include_input=False)
    told = [f"{'.'.join(map(str, one['loc'])) or 'JSON'}: {one['msg']}" for one in found[:_SHOWN]]
    return "; ".join(told)
