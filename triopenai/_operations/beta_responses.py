"""The endpoints of ``beta_responses``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.beta import (
        BetaCompactedResponse,
        BetaResponse,
        BetaResponseItem,
        BetaResponseStreamEvent,
    )
    from triopenai.types.beta.responses import InputTokenCountResponse

__all__ = [
    "BETA_RESPONSES_CANCEL",
    "BETA_RESPONSES_COMPACT",
    "BETA_RESPONSES_CREATE",
    "BETA_RESPONSES_DELETE",
    "BETA_RESPONSES_INPUT_ITEMS_LIST",
    "BETA_RESPONSES_INPUT_TOKENS_COUNT",
    "BETA_RESPONSES_RETRIEVE",
]

BETA_RESPONSES_CANCEL: Operation[BetaResponse] = Operation(
    name="beta.responses.cancel",
    verb="POST",
    path="/responses/{response_id}/cancel?beta=true",
    path_params=("response_id",),
    headers={"betas": "openai-beta"},
    result="beta:BetaResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/cancel"
    ),
)
BETA_RESPONSES_COMPACT: Operation[BetaCompactedResponse] = Operation(
    name="beta.responses.compact",
    verb="POST",
    path="/responses/compact?beta=true",
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
    headers={"betas": "openai-beta"},
    required=("model",),
    result="beta:BetaCompactedResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/compact"
    ),
)
BETA_RESPONSES_CREATE: StreamOperation[BetaResponse, BetaResponseStreamEvent] = StreamOperation(
    name="beta.responses.create",
    verb="POST",
    path="/responses?beta=true",
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
        "multi_agent",
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
    headers={"betas": "openai-beta"},
    result="beta:BetaResponse",
    event="beta:BetaResponseStreamEvent",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/create"
    ),
)
BETA_RESPONSES_DELETE: Operation[None] = Operation(
    name="beta.responses.delete",
    verb="DELETE",
    path="/responses/{response_id}?beta=true",
    path_params=("response_id",),
    headers={"betas": "openai-beta"},
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/delete"
    ),
)
BETA_RESPONSES_INPUT_ITEMS_LIST: PageOperation[AsyncCursorPage[BetaResponseItem], BetaResponseItem] = (
    PageOperation(
        name="beta.responses.input_items.list",
        verb="GET",
        path="/responses/{response_id}/input_items?beta=true",
        path_params=("response_id",),
        query=("after", "include", "limit", "order"),
        headers={"betas": "openai-beta"},
        item="beta:BetaResponseItem",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/beta/subresources/responses/subresources"
            "/input_items/methods/list"
        ),
    )
)
BETA_RESPONSES_INPUT_TOKENS_COUNT: Operation[InputTokenCountResponse] = Operation(
    name="beta.responses.input_tokens.count",
    verb="POST",
    path="/responses/input_tokens?beta=true",
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
    headers={"betas": "openai-beta"},
    result="beta.responses:InputTokenCountResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/responses/subresources"
        "/input_tokens/methods/count"
    ),
)
BETA_RESPONSES_RETRIEVE: StreamOperation[BetaResponse, BetaResponseStreamEvent] = StreamOperation(
    name="beta.responses.retrieve",
    verb="GET",
    path="/responses/{response_id}?beta=true",
    path_params=("response_id",),
    query=("include", "include_obfuscation", "starting_after", "stream"),
    headers={"betas": "openai-beta"},
    result="beta:BetaResponse",
    event="beta:BetaResponseStreamEvent",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/retrieve"
    ),
)
