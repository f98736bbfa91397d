"""The keywords of the helpers of chat completions: those of ``create`` but `stream` and `response_format`."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.chat._params import CompletionHelperParams

__all__ = ["ChatHelperArgs"]


class ChatHelperArgs(CompletionHelperParams, RequestOptions, total=False):
    """Keywords of ``chat.completions.stream``."""
