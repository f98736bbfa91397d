"""The keywords of ``responses``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.responses._params import (
    InputItemListParams,
    InputTokenCountParams,
    ResponseCompactParams,
    ResponseCreateParamsBase,
    ResponseCreateParamsNonStreaming,
    ResponseCreateParamsStreaming,
    ResponseRetrieveParamsBase,
    ResponseRetrieveParamsNonStreaming,
    ResponseRetrieveParamsStreaming,
)

__all__ = [
    "ResponsesCompactArgs",
    "ResponsesCreateArgs",
    "ResponsesCreateArgsOnce",
    "ResponsesCreateArgsStream",
    "ResponsesInputItemsListArgs",
    "ResponsesInputTokensCountArgs",
    "ResponsesRetrieveArgs",
    "ResponsesRetrieveArgsOnce",
    "ResponsesRetrieveArgsStream",
]


class ResponsesCompactArgs(ResponseCompactParams, RequestOptions, total=False):
    """Keywords of ``responses.compact``."""


class ResponsesCreateArgs(ResponseCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``responses.create``."""

    stream: bool | None


class ResponsesCreateArgsOnce(ResponseCreateParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``responses.create``."""


class ResponsesCreateArgsStream(ResponseCreateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``responses.create``."""


class ResponsesInputItemsListArgs(InputItemListParams, RequestOptions, total=False):
    """Keywords of ``responses.input_items.list``."""


class ResponsesInputTokensCountArgs(InputTokenCountParams, RequestOptions, total=False):
    """Keywords of ``responses.input_tokens.count``."""


class ResponsesRetrieveArgs(ResponseRetrieveParamsBase, RequestOptions, total=False):
    """Keywords of ``responses.retrieve``."""

    stream: bool


class ResponsesRetrieveArgsOnce(ResponseRetrieveParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``responses.retrieve``."""


class ResponsesRetrieveArgsStream(ResponseRetrieveParamsStreaming, RequestOptions, total=False):
    """Keywords of ``responses.retrieve``."""
