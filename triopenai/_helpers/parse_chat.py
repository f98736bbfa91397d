"""From a chat completion to one with parsed contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.errors import ContentFilterFinishReasonError, LengthFinishReasonError

if TYPE_CHECKING:
    from triopenai._helpers.formats import Format
    from triopenai._helpers.function_tool import Tools
    from triopenai.types.chat import ParsedChatCompletion

__all__ = ["parse_chat"]


def parse_chat(
    completion: ParsedChatCompletion[object], form: Format[object] | None, tools: Tools
) -> ParsedChatCompletion[object]:
    """Read the contents and arguments of a completion, and note them on it.

    Raises:
        LengthFinishReasonError: A choice was cut at the token limit.
        ContentFilterFinishReasonError: A choice was withheld.
        pydantic.ValidationError: A text does not fit its type.
    """
    for choice in completion.choices:
        if choice.finish_reason == "length":
            raise LengthFinishReasonError(completion=completion)
        if choice.finish_reason == "content_filter":
            raise ContentFilterFinishReasonError(completion=completion)
    for choice in completion.choices:
        message = choice.message
        if form is not None and message.content and not message.refusal:
            message.parsed = form.read(message.content)
        for call in message.tool_calls or ():
            if call.type == "function":
                call.function.parsed_arguments = tools.read(call.function.name, call.function.arguments)
    return completion
