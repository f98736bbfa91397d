"""Chat completions whose text and tool arguments were parsed into the caller's types."""

from __future__ import annotations

from typing import Generic

from typing_extensions import TypeVar

from triopenai.types.chat._models import (
    ChatCompletion,
    ChatCompletionChoice,
    ChatCompletionMessage,
    ChatCompletionMessageFunctionToolCall,
    ChatCompletionMessageFunctionToolCallFunction,
)

__all__ = [
    "ParsedChatCompletion",
    "ParsedChatCompletionMessage",
    "ParsedChoice",
    "ParsedFunction",
    "ParsedFunctionToolCall",
]

ContentT = TypeVar("ContentT", default=object)

# The fields below are narrowed to parsed classes. As lists and attributes can be assigned to, type checkers
# rightly object; the objects are results, which nobody assigns to.


class ParsedFunction(ChatCompletionMessageFunctionToolCallFunction):
    """A called function; `parsed_arguments` holds the arguments in the type of the tool."""

    parsed_arguments: object | None = None


class ParsedFunctionToolCall(ChatCompletionMessageFunctionToolCall):
    """A call of a function tool."""

    function: ParsedFunction  # pyright: ignore[reportIncompatibleVariableOverride]  # narrowed, see above


class ParsedChatCompletionMessage(ChatCompletionMessage, Generic[ContentT]):
    """A message; `parsed` holds its content in the type of the response format, None on a refusal."""

    parsed: ContentT | None = None
    tool_calls: list[ParsedFunctionToolCall] | None = None  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]  # narrowed, see above


class ParsedChoice(ChatCompletionChoice, Generic[ContentT]):
    """A choice with a parsed message."""

    message: ParsedChatCompletionMessage[ContentT]  # pyright: ignore[reportIncompatibleVariableOverride]  # narrowed, see above


class ParsedChatCompletion(ChatCompletion, Generic[ContentT]):
    """A chat completion with parsed choices."""

    choices: list[ParsedChoice[ContentT]]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]  # narrowed, see above
