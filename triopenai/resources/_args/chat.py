"""The keywords of ``chat``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.chat._params import (
    CompletionCreateParamsBase,
    CompletionCreateParamsNonStreaming,
    CompletionCreateParamsStreaming,
    CompletionListParams,
    CompletionUpdateParams,
)
from triopenai.types.chat.completions._params import MessageListParams

__all__ = [
    "ChatCompletionsCreateArgs",
    "ChatCompletionsCreateArgsOnce",
    "ChatCompletionsCreateArgsStream",
    "ChatCompletionsListArgs",
    "ChatCompletionsMessagesListArgs",
    "ChatCompletionsUpdateArgs",
]


class ChatCompletionsCreateArgs(CompletionCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``chat.completions.create``."""

    stream: bool | None


class ChatCompletionsCreateArgsOnce(CompletionCreateParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``chat.completions.create``."""


class ChatCompletionsCreateArgsStream(CompletionCreateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``chat.completions.create``."""


class ChatCompletionsListArgs(CompletionListParams, RequestOptions, total=False):
    """Keywords of ``chat.completions.list``."""


class ChatCompletionsMessagesListArgs(MessageListParams, RequestOptions, total=False):
    """Keywords of ``chat.completions.messages.list``."""


class ChatCompletionsUpdateArgs(CompletionUpdateParams, RequestOptions, total=False):
    """Keywords of ``chat.completions.update``."""
