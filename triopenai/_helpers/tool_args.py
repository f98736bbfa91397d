"""The keywords of ``run_tools``: those of the other helpers, with functions for tools."""

from __future__ import annotations

# Imported for good, because the keywords of a call can then be read by `typing.get_type_hints`.
from collections.abc import Callable, Iterable, Mapping  # noqa: TC003  # as said
from typing import Any, Literal, Required, TypeAlias

from typing_extensions import TypedDict

from triopenai._helpers.chat_args import ChatHelperArgs
from triopenai._helpers.response_args import ResponseHelperArgs

__all__ = ["ChatToolArgs", "ResponseToolArgs"]

ToolGiven: TypeAlias = "Callable[..., Any] | Mapping[str, Any]"


class ToolRunOptions(TypedDict, total=False):
    """What either is told of the run itself."""

    max_turns: int
    """How many answers there may be. Default 10."""
    tool_limit: int
    """How many calls may run at once. Default 8."""
    tool_timeout: float | None
    """Seconds that one call may take. Default None, for any."""
    on_tool_error: Literal["return", "raise"]
    """Who is told of a call that failed. Default "return", the model."""


class ChatToolArgs(ChatHelperArgs, ToolRunOptions, total=False):
    """Keywords of ``chat.completions.run_tools``."""

    tools: Required[Iterable[ToolGiven]]  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]  # meant to be others


class ResponseToolArgs(ResponseHelperArgs, ToolRunOptions, total=False):
    """Keywords of ``responses.run_tools``."""

    tools: Required[Iterable[ToolGiven]]  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]  # as above
