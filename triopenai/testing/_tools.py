"""When the sandbox's model calls a tool, and with which arguments.

The rule: a tool that `tool_choice` names or requires is called; else each tool whose name stands in the
question, as it is or by its words (``get_weather`` by "weather"). Never right after a tool's result.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triopenai.testing._answer import JsonValue

__all__ = ["Tool", "ToolCall", "ToolChoice", "decide"]

_FILLER = frozenset({"get", "set", "do", "the", "a", "of", "fetch", "find", "run", "make", "tool"})


@final
@attrs.frozen
class Tool:
    """A tool that the request offers.

    Attributes:
        name: Its name.
        parameters: Schema of its arguments; None for a custom tool, which takes text.
    """

    name: str
    parameters: Mapping[str, JsonValue] | None = None


@final
@attrs.frozen
class ToolChoice:
    """What the request says of calling tools: ``auto``, ``none``, ``required``, or a tool's name."""

    mode: str = "auto"
    name: str | None = None


@final
@attrs.frozen
class ToolCall:
    """A call: arguments as JSON text, or plain text for a custom tool."""

    tool: Tool
    arguments: str


def _is_named(tool: Tool, question: str) -> bool:
    text = question.lower()
    if tool.name.lower() in text:
        return True
    words = set(re.split(r"[_\W]+", tool.name.lower())) - _FILLER - {""}
    spoken = set(re.split(r"[_\W]+", text))
    return bool(words) and words <= spoken


def _call(tool: Tool, question: str) -> ToolCall:
    if tool.parameters is None:
        return ToolCall(tool, question)
    return ToolCall(tool, schema_text(tool.parameters, question))


def decide(
    tools: Sequence[Tool], choice: ToolChoice, question: str, *, parallel: bool, answered: bool
) -> list[ToolCall]:
    """The calls that answer a question, none for an answer in words.

    Args:
        tools: The tools on offer.
        choice: What the request says.
        question: The text of the user's last message.
        parallel: Whether there may be several calls.
        answered: Whether the last message is a tool's result.
    """
    if choice.mode == "none" or not tools:
        return []
    if choice.name is not None:
        return [_call(tool, question) for tool in tools if tool.name == choice.name][:1]
    if answered:
        return []
    named = [tool for tool in tools if _is_named(tool, question)]
    if not named and choice.mode == "required":
        named = [tools[0]]
    return [_call(tool, question) for tool in (named if parallel else named[:1])]
