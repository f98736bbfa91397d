"""From what a caller gives as a tool to what a run can call."""

from __future__ import annotations

import re
from types import CoroutineType
from typing import TYPE_CHECKING, Final, cast, final

import attrs

from triopenai._flow.checks import describe
from triopenai._helpers.function_tool import FunctionTool
from triopenai._helpers.tool_functions import Tool, is_async, read_signature

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ReadyTool", "make_ready"]

_NAME: Final = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@final
@attrs.frozen
class ReadyTool:
    """A tool that is ready to be called.

    Attributes:
        name: What the model calls it.
        function: What the model is told of it.
        read: Reads the arguments of a call; a ValueError says that they do not fit.
        use: Calls the tool with what was read.
        threaded: Whether that blocks.
        timeout: Seconds that a call may take; None for what the run allows.
        abandon_on_cancel: Whether its thread is left to itself by a cancelled call.
    """

    name: str
    function: dict[str, object]
    read: Callable[[str], object]
    use: Callable[[object], object]
    threaded: bool
    timeout: float | None = None
    abandon_on_cancel: bool = False


def make_ready(given: object) -> ReadyTool:
    """Look at a function, a type, or what `tool` and `pydantic_function_tool` made of one.

    Raises:
        TypeError: It is none of these, or a function that a model cannot call.
        ValueError: Its name is none that the API takes, or a type in it has no strict schema.
    """
    if isinstance(given, FunctionTool):
        made = cast("FunctionTool[object]", given)
        return _of_type(made, Tool(made.format.kind))
    if isinstance(given, CoroutineType):
        coroutine = cast("CoroutineType[object, object, object]", given)
        coroutine.close()
        msg = (
            f"run_tools(tools=) has the coroutine object {describe(coroutine)}(...): give the function itself"
        )
        raise TypeError(msg)
    if isinstance(given, Tool):
        known = cast("Tool[..., object]", given)
    elif callable(given):
        known = Tool(given)
    else:
        msg = f"run_tools(tools=) takes functions and types, not {type(given).__qualname__}: {given!r:.100}"
        raise TypeError(msg)
    if isinstance(known.fn, type):
        return _of_type(FunctionTool(known.fn, name=known.name, description=known.description), known)
    return _of_function(known)


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        msg = (
            f"{name!r} is no name for a tool: 1 to 64 letters, digits, _ and - are;"
            " triopenai.tools.tool(fn, name=...) gives a function one"
        )
        raise ValueError(msg)


def _of_type(made: FunctionTool[object], known: Tool[..., object]) -> ReadyTool:
    """A type: its values are called, if they can be; else they are what the tool gives."""
    _check_name(made.name)
    call: object = getattr(made.format.kind, "__call__", None)  # noqa: B004  # what it is matters
    called = "__call__" in dir(made.format.kind)
    return ReadyTool(
        made.name,
        cast("dict[str, object]", made["function"]),
        made.format.read,
        _call_it if called else _give_it,
        called and not is_async(call),
        known.timeout,
        known.abandon_on_cancel,
    )


def _call_it(value: object) -> object:
    return cast("Callable[[], object]", value)()


def _give_it(value: object) -> object:
    return value


def _of_function(known: Tool[..., object]) -> ReadyTool:
    name = known.name or describe(known.fn).rpartition(".")[2]
    _check_name(name)
    signature = read_signature(known.fn, name)
    function: dict[str, object] = {"name": name, "strict": True, "parameters": signature.format.schema()}
    description = known.description or signature.summary
    if description:
        function["description"] = description

    def use(keywords: object) -> object:
        return known.fn(**cast("dict[str, object]", keywords))

    return ReadyTool(
        name,
        function,
        signature.keywords,
        use,
        not is_async(known.fn),
        known.timeout,
        known.abandon_on_cancel,
    )
