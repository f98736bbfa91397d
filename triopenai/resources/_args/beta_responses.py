"""The keywords of ``beta_responses``. Generated: do not edit."""

from __future__ import annotations

from typing import Literal

from triopenai._base.options import RequestOptions
from triopenai._base.sequences import SequenceNotStr
from triopenai.types.beta._params import (
    ResponseCompactParams,
    ResponseCreateParamsBase,
    ResponseCreateParamsNonStreaming,
    ResponseCreateParamsStreaming,
    ResponseRetrieveParamsBase,
    ResponseRetrieveParamsNonStreaming,
    ResponseRetrieveParamsStreaming,
)
from triopenai.types.beta.responses._params import InputItemListParams, InputTokenCountParams

__all__ = [
    "BetaResponsesCancelArgs",
    "BetaResponsesCompactArgs",
    "BetaResponsesCreateArgs",
    "BetaResponsesCreateArgsOnce",
    "BetaResponsesCreateArgsStream",
    "BetaResponsesDeleteArgs",
    "BetaResponsesInputItemsListArgs",
    "BetaResponsesInputTokensCountArgs",
    "BetaResponsesRetrieveArgs",
    "BetaResponsesRetrieveArgsOnce",
    "BetaResponsesRetrieveArgsStream",
]


class BetaResponsesCancelArgs(RequestOptions, total=False):
    """Keywords of ``beta.responses.cancel``."""

    betas: SequenceNotStr[Literal["responses_multi_agent=v1"]]


class BetaResponsesCompactArgs(ResponseCompactParams, RequestOptions, total=False):
    """Keywords of ``beta.responses.compact``."""


class BetaResponsesCreateArgs(ResponseCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.responses.create``."""

    stream: bool | None


class BetaResponsesCreateArgsOnce(ResponseCreateParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``beta.responses.create``."""


class BetaResponsesCreateArgsStream(ResponseCreateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``beta.responses.create``."""


class BetaResponsesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``beta.responses.delete``."""

    betas: SequenceNotStr[Literal["responses_multi_agent=v1"]]


class BetaResponsesInputItemsListArgs(InputItemListParams, RequestOptions, total=False):
    """Keywords of ``beta.responses.input_items.list``."""


class BetaResponsesInputTokensCountArgs(InputTokenCountParams, RequestOptions, total=False):
    """Keywords of ``beta.responses.input_tokens.count``."""


class BetaResponsesRetrieveArgs(ResponseRetrieveParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.responses.retrieve``."""

    stream: bool


class BetaResponsesRetrieveArgsOnce(ResponseRetrieveParamsNonStreaming, RequestOptions, total=False):
    """Keywords of ``beta.responses.retrieve``."""


class BetaResponsesRetrieveArgsStream(ResponseRetrieveParamsStreaming, RequestOptions, total=False):
    """Keywords of ``beta.responses.retrieve``."""
