"""From a chat completion to one with parsed contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._helpers.parsers import CUT

if TYPE_CHECKING:
    from triopenai._helpers.parsers import Parsers
    from triopenai.types.chat import ParsedChatCompletion

__all__ = ["parse_chat", "refuse_cut_chat"]


def refuse_cut_chat(completion: ParsedChatCompletion[object]) -> None:
    """Refuse a completion one of whose choices is not whole.

    Raises:
        LengthFinishReasonError: It was cut at the token limit.
        ContentFilterFinishReasonError: It was withheld.
    """
    for choice in completion.choices:
        if choice.finish_reason in CUT:
            raise CUT[choice.finish_reason](completion=completion)


def parse_chat(completion: ParsedChatCompletion[object], parsers: Parsers) -> None:
    """Read the contents and arguments of a completion, and note them on it.

    Raises:
        LengthFinishReasonError: A choice was cut at the token limit.
        ContentFilterFinishReasonError: A choice was withheld.
        ValueError: A text does not fit its type.
    """
    refuse_cut_chat(completion)
    for choice in completion.choices:
        message = choice.message
        if parsers.text is not None and message.content and not message.refusal:
            message.parsed = parsers.text(message.content)
        for call in message.tool_calls or ():
            if call.type == "function":
                read = parsers.tools.reader(call.function.name)
                if read is not None:
                    call.function.parsed_arguments = read(call.function.arguments)
