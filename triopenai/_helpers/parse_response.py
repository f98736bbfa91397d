"""From a response to one with parsed texts and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai._base.errors import ContentFilterFinishReasonError, LengthFinishReasonError

if TYPE_CHECKING:
    from triopenai._helpers.formats import Format
    from triopenai._helpers.function_tool import Tools
    from triopenai.types.responses import (
        ParsedResponse,
        ParsedResponseFunctionToolCall,
        ParsedResponseOutputMessage,
    )

__all__ = ["parse_response"]


def parse_response(
    response: ParsedResponse[object], form: Format[object] | None, tools: Tools
) -> ParsedResponse[object]:
    """Read the texts and arguments of a response, and note them on it.

    Raises:
        LengthFinishReasonError: The response was cut at the token limit.
        ContentFilterFinishReasonError: It was withheld.
        pydantic.ValidationError: A text does not fit its type.
    """
    if response.status == "incomplete":
        reason = response.incomplete_details.reason if response.incomplete_details else None
        if reason == "max_output_tokens":
            raise LengthFinishReasonError(completion=response)
        if reason == "content_filter":
            raise ContentFilterFinishReasonError(completion=response)
    for item in response.output:
        if item.type == "message":
            for part in cast("ParsedResponseOutputMessage[object]", item).content:
                if form is not None and part.type == "output_text":
                    part.parsed = form.read(part.text)
        elif item.type == "function_call":
            call = cast("ParsedResponseFunctionToolCall", item)
            call.parsed_arguments = tools.read(call.name, call.arguments)
    return response
