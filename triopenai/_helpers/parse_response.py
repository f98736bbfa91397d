"""From a response to one with parsed texts and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai._helpers.parsers import CUT

if TYPE_CHECKING:
    from triopenai._helpers.parsers import Parsers
    from triopenai.types.responses import (
        ParsedResponse,
        ParsedResponseFunctionToolCall,
        ParsedResponseOutputMessage,
    )

__all__ = ["fill_response", "is_final", "parse_response", "refuse_cut_response"]


def is_final(phase: object) -> bool:
    """Whether a message in this phase of the work is the answer; what the model says before is free text."""
    return phase is None or phase == "final_answer"


def refuse_cut_response(response: ParsedResponse[object]) -> None:
    """Refuse a response that is not whole.

    Raises:
        LengthFinishReasonError: It was cut at the token limit.
        ContentFilterFinishReasonError: It was withheld.
    """
    reason = getattr(response.incomplete_details, "reason", None)
    if reason in CUT:
        raise CUT[reason](completion=response)


def parse_response(response: ParsedResponse[object], parsers: Parsers) -> None:
    """Read the texts and arguments of a response, and note them on it.

    Raises:
        LengthFinishReasonError: The response was cut at the token limit.
        ContentFilterFinishReasonError: It was withheld.
        ValueError: A text does not fit its type.
    """
    refuse_cut_response(response)
    fill_response(response, parsers)


def fill_response(response: ParsedResponse[object], parsers: Parsers) -> None:
    """As `parse_response`, for a response whose end is known to be none of these."""
    for item in response.output:
        kind: object = getattr(item, "type", None)
        if kind == "message" and parsers.text is not None:
            message = cast("ParsedResponseOutputMessage[object]", item)
            for part in message.content if is_final(message.phase) else ():
                if part.type == "output_text" and part.text:
                    part.parsed = parsers.text(part.text)
        elif kind == "function_call":
            call = cast("ParsedResponseFunctionToolCall", item)
            read = parsers.tools.reader(call.name, call.namespace)
            if read is not None:
                call.parsed_arguments = read(call.arguments)
