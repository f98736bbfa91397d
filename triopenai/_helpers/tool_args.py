"""The keywords of ``run_tools``: those of the other helpers, with functions for tools."""

from __future__ import annotations

# Imported for good, because the keywords of a call can then be read by `typing.get_type_hints`.
from collections.abc import Callable, Iterable, Mapping  # noqa: TC003  # as said
from typing import Any, Required, TypeAlias

from triopenai._helpers.chat_args import ChatHelperArgs
from triopenai._helpers.response_args import ResponseHelperArgs

__all__ = ["ChatToolArgs", "ResponseToolArgs"]

ToolGiven: TypeAlias = "Callable[..., Any] | Mapping[str, Any]"


class ChatToolArgs(ChatHelperArgs, total=False):
    """Keywords of ``chat.completions.run_tools``."""

    tools: Required[Iterable[ToolGiven]]  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]  # meant to be others


class ResponseToolArgs(ResponseHelperArgs, total=False):
    """Keywords of ``responses.run_tools``."""

    tools: Required[Iterable[ToolGiven]]  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]  # as above
