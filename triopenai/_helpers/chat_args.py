"""The keywords of the helpers of chat completions: those of ``create`` but `stream` and `response_format`."""

from __future__ import annotations

# Imported for good, because the keywords of a call can then be read by `typing.get_type_hints`.
from collections.abc import Iterable  # noqa: TC003  # as said
from typing import Literal, Required

from triopenai._base.options import RequestOptions
from triopenai._base.sequences import SequenceNotStr  # noqa: TC001  # as said
from triopenai.types.chat._common_params import ChatCompletionStreamOptionsParam  # noqa: TC001  # as said
from triopenai.types.chat._params import (  # noqa: TC001  # as said
    ChatCompletionAudioParam,
    ChatCompletionMessageParam,
    ChatCompletionPredictionContentParam,
    ChatCompletionToolChoiceOptionParam,
    ChatCompletionToolUnionParam,
    CompletionCreateFunctionCallParam,
    CompletionCreateFunctionParam,
    CompletionCreateModerationParam,
    CompletionCreatePromptCacheOptionsParam,
    CompletionCreateWebSearchOptionsParam,
)
from triopenai.types.shared_params._params import ChatModel, Metadata, ReasoningEffort  # noqa: TC001  # as said

__all__ = ["ChatHelperArgs"]


class ChatHelperArgs(RequestOptions, total=False):
    """Keywords of ``chat.completions.stream``."""

    messages: Required[Iterable[ChatCompletionMessageParam]]
    """At least 1 items."""
    model: Required[str | ChatModel]
    metadata: Metadata | None
    top_logprobs: int | None
    """0 to 20."""
    temperature: float | None
    """0 to 2. Default 1."""
    top_p: float | None
    """0 to 1. Default 1."""
    user: str
    """Deprecated."""
    safety_identifier: str | None
    """At most 64 characters."""
    prompt_cache_key: str | None
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    """Deprecated."""
    service_tier: Literal["auto", "default", "flex", "scale", "priority", "fast"] | None
    """Default "auto"."""
    modalities: SequenceNotStr[Literal["text", "audio"]] | None
    verbosity: Literal["low", "medium", "high"] | None
    """Default "medium"."""
    reasoning_effort: ReasoningEffort | None
    """Default "medium"."""
    max_completion_tokens: int | None
    frequency_penalty: float | None
    """-2 to 2. Default 0."""
    presence_penalty: float | None
    """-2 to 2. Default 0."""
    web_search_options: CompletionCreateWebSearchOptionsParam
    audio: ChatCompletionAudioParam | None
    store: bool | None
    """Default False."""
    moderation: CompletionCreateModerationParam | None
    stop: str | SequenceNotStr[str] | None
    logit_bias: dict[str, int] | None
    logprobs: bool | None
    """Default False."""
    max_tokens: int | None
    """Deprecated."""
    n: int | None
    """1 to 128. Default 1."""
    prediction: ChatCompletionPredictionContentParam | None
    seed: int | None
    """Deprecated."""
    stream_options: ChatCompletionStreamOptionsParam | None
    tools: Iterable[ChatCompletionToolUnionParam]
    tool_choice: ChatCompletionToolChoiceOptionParam
    parallel_tool_calls: bool
    """Default True."""
    function_call: CompletionCreateFunctionCallParam
    """Deprecated."""
    functions: Iterable[CompletionCreateFunctionParam]
    """1 to 128 items. Deprecated."""
    prompt_cache_options: CompletionCreatePromptCacheOptionsParam
