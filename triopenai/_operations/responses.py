"""The endpoints of ``responses``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.responses import (
        CompactedResponse,
        InputTokenCountResponse,
        Response,
        ResponseItem,
        ResponseStreamEvent,
    )

__all__ = [
    "RESPONSES_CANCEL",
    "RESPONSES_COMPACT",
    "RESPONSES_CREATE",
    "RESPONSES_DELETE",
    "RESPONSES_INPUT_ITEMS_LIST",
    "RESPONSES_INPUT_TOKENS_COUNT",
    "RESPONSES_RETRIEVE",
]

RESPONSES_CANCEL: Operation[Response] = Operation(
    name="responses.cancel",
    verb="POST",
    path="/responses/{response_id}/cancel",
    path_params=("response_id",),
    result="responses:Response",
    reference="https://developers.openai.com/api/reference/resources/responses/methods/cancel",
)
RESPONSES_COMPACT: Operation[CompactedResponse] = Operation(
    name="responses.compact",
    verb="POST",
    path="/responses/compact",
    body=(
        "model",
        "image",
        "input",
        "instructions",
        "previous_response_id",
        "prompt_cache_key",
        "prompt_cache_options",
        "prompt_cache_retention",
        "service_tier",
    ),
    required=("model",),
    result="responses:CompactedResponse",
    reference="https://developers.openai.com/api/reference/resources/responses/methods/compact",
)
RESPONSES_CREATE: StreamOperation[Response, ResponseStreamEvent] = StreamOperation(
    name="responses.create",
    verb="POST",
    path="/responses",
    body=(
        "access_programs",
        "background",
        "background_options",
        "context_management",
        "conversation",
        "image",
        "include",
        "input",
        "instructions",
        "max_output_tokens",
        "max_tool_calls",
        "metadata",
        "model",
        "moderation",
        "parallel_tool_calls",
        "previous_response_id",
        "prompt",
        "prompt_cache_key",
        "prompt_cache_options",
        "prompt_cache_retention",
        "reasoning",
        "safety_identifier",
        "service_tier",
        "store",
        "stream",
        "stream_options",
        "temperature",
        "text",
        "tool_choice",
        "tools",
        "top_logprobs",
        "top_p",
        "truncation",
        "user",
    ),
    result="responses:Response",
    event="responses:ResponseStreamEvent",
    reference="https://developers.openai.com/api/reference/resources/responses/methods/create",
)
RESPONSES_DELETE: Operation[None] = Operation(
    name="responses.delete",
    verb="DELETE",
    path="/responses/{response_id}",
    path_params=("response_id",),
    accept="*/*",
    reference="https://developers.openai.com/api/reference/resources/responses/methods/delete",
)
RESPONSES_INPUT_ITEMS_LIST: PageOperation[AsyncCursorPage[ResponseItem], ResponseItem] = PageOperation(
    name="responses.input_items.list",
    verb="GET",
    path="/responses/{response_id}/input_items",
    path_params=("response_id",),
    query=("after", "include", "limit", "order"),
    item="responses:ResponseItem",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/responses/subresources/input_items/methods"
        "/list"
    ),
)
RESPONSES_INPUT_TOKENS_COUNT: Operation[InputTokenCountResponse] = Operation(
    name="responses.input_tokens.count",
    verb="POST",
    path="/responses/input_tokens",
    body=(
        "conversation",
        "input",
        "instructions",
        "model",
        "parallel_tool_calls",
        "personality",
        "previous_response_id",
        "reasoning",
        "text",
        "tool_choice",
        "tools",
        "truncation",
    ),
    result="responses:InputTokenCountResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/responses/subresources/input_tokens/methods"
        "/count"
    ),
)
RESPONSES_RETRIEVE: StreamOperation[Response, ResponseStreamEvent] = StreamOperation(
    name="responses.retrieve",
    verb="GET",
    path="/responses/{response_id}",
    path_params=("response_id",),
    query=("include", "include_obfuscation", "starting_after", "stream"),
    result="responses:Response",
    event="responses:ResponseStreamEvent",
    reference="https://developers.openai.com/api/reference/resources/responses/methods/retrieve",
)
