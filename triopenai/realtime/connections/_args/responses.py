"""The keywords of ``responses.connection``. Generated: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Required, TypedDict

from triopenai._base.sequences import SequenceNotStr
from triopenai.types.responses._common_params import ResponsePromptParam, ToolParam
from triopenai.types.responses._params import (
    ResponseCreateAccessProgramsParam,
    ResponseCreateBackgroundOptionsParam,
    ResponseCreateContextManagementParam,
    ResponseCreateConversationParam,
    ResponseCreateImageParam,
    ResponseCreateModerationParam,
    ResponseCreatePromptCacheOptionsParam,
    ResponseCreateStreamOptionsParam,
    ResponseCreateToolChoiceParam,
    ResponseInputParam,
    ResponseSteerInputParam,
    ResponseTextConfigParam,
)
from triopenai.types.shared_params._params import Metadata, Reasoning, ResponsesModel

__all__ = ["ResponseCreateArgs", "ResponseSteerArgs"]


class ResponseCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.response.create``."""

    stream_id: str
    generate: bool
    metadata: Metadata | None
    top_logprobs: int | None
    temperature: float | None
    top_p: float | None
    user: str
    safety_identifier: str | None
    prompt_cache_key: str | None
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    previous_response_id: str | None
    model: ResponsesModel
    background: bool | None
    max_tool_calls: int | None
    text: ResponseTextConfigParam
    tools: Iterable[ToolParam]
    tool_choice: ResponseCreateToolChoiceParam
    prompt: ResponsePromptParam | None
    service_tier: Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"] | None
    truncation: Literal["auto", "disabled"] | None
    reasoning: Reasoning | None
    input: str | ResponseInputParam
    include: (
        SequenceNotStr[
            Literal[
                "file_search_call.results",
                "web_search_call.results",
                "web_search_call.action.sources",
                "message.input_image.image_url",
                "computer_call_output.output.image_url",
                "code_interpreter_call.outputs",
                "reasoning.encrypted_content",
                "message.output_text.logprobs",
            ]
        ]
        | None
    )
    parallel_tool_calls: bool | None
    store: bool | None
    instructions: str | None
    moderation: ResponseCreateModerationParam | None
    stream: bool | None
    stream_options: ResponseCreateStreamOptionsParam | None
    conversation: ResponseCreateConversationParam | None
    context_management: Iterable[ResponseCreateContextManagementParam] | None
    max_output_tokens: int | None
    prompt_cache_options: ResponseCreatePromptCacheOptionsParam
    access_programs: ResponseCreateAccessProgramsParam
    background_options: ResponseCreateBackgroundOptionsParam
    image: ResponseCreateImageParam


class ResponseSteerArgs(TypedDict, total=False):
    """Keywords of ``connection.response.steer``."""

    input: Required[ResponseSteerInputParam]
    previous_response_id: Required[str]
