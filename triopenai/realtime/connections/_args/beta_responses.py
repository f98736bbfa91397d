"""The keywords of ``connections.beta_responses``. Generated: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Required, TypedDict

from triopenai._base.sequences import SequenceNotStr
from triopenai.types.beta._common_params import BetaResponseInputItemParam, BetaToolParam
from triopenai.types.beta._params import (
    BetaResponseInputParam,
    BetaResponsePromptParam,
    BetaResponseSteerInputParam,
    BetaResponseTextConfigParam,
    ResponseCreateAccessProgramsParam,
    ResponseCreateBackgroundOptionsParam,
    ResponseCreateContextManagementParam,
    ResponseCreateConversationParam,
    ResponseCreateImageParam,
    ResponseCreateModerationParam,
    ResponseCreateMultiAgentParam,
    ResponseCreatePromptCacheOptionsParam,
    ResponseCreateReasoningParam,
    ResponseCreateStreamOptionsParam,
    ResponseCreateToolChoiceParam,
)
from triopenai.types.shared_params._params import ChatModel

__all__ = ["ResponseCreateArgs", "ResponseInjectArgs", "ResponseSteerArgs"]


class ResponseCreateArgs(TypedDict, total=False):
    """Keywords of ``connection.response.create``."""

    stream_id: str
    generate: bool
    metadata: dict[str, str] | None
    top_logprobs: int | None
    temperature: float | None
    top_p: float | None
    user: str
    safety_identifier: str | None
    prompt_cache_key: str | None
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    prompt_cache_options: ResponseCreatePromptCacheOptionsParam
    previous_response_id: str | None
    model: (
        str | ChatModel
        | Literal[
            "o1-pro",
            "o1-pro-2025-03-19",
            "o3-pro",
            "o3-pro-2025-06-10",
            "o3-deep-research",
            "o3-deep-research-2025-06-26",
            "o4-mini-deep-research",
            "o4-mini-deep-research-2025-06-26",
            "computer-use-preview",
            "computer-use-preview-2025-03-11",
            "gpt-5.5-pro",
            "gpt-5.5-pro-2026-04-23",
            "gpt-5-codex",
            "gpt-5-pro",
            "gpt-5-pro-2025-10-06",
            "gpt-5.1-codex-max",
            "gpt-daybreak-blue-latest",
            "gpt-daybreak-red-latest",
            "gpt-5.6-cyber",
            "gpt-6-cyber",
            "gpt-rosalind-research",
            "gpt-6-rosalind",
            "gpt-6.2-astra-law",
        ]
    )
    background: bool | None
    max_tool_calls: int | None
    text: BetaResponseTextConfigParam
    tools: Iterable[BetaToolParam]
    tool_choice: ResponseCreateToolChoiceParam
    prompt: BetaResponsePromptParam | None
    service_tier: Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"] | None
    truncation: Literal["auto", "disabled"] | None
    reasoning: ResponseCreateReasoningParam | None
    input: str | BetaResponseInputParam
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
    multi_agent: ResponseCreateMultiAgentParam | None
    access_programs: ResponseCreateAccessProgramsParam
    background_options: ResponseCreateBackgroundOptionsParam
    image: ResponseCreateImageParam


class ResponseInjectArgs(TypedDict, total=False):
    """Keywords of ``connection.response.inject``."""

    response_id: Required[str]
    input: Required[Iterable[BetaResponseInputItemParam]]


class ResponseSteerArgs(TypedDict, total=False):
    """Keywords of ``connection.response.steer``."""

    input: Required[BetaResponseSteerInputParam]
    previous_response_id: Required[str]
