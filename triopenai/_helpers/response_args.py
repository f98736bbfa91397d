"""The keywords of the helpers of responses: those of ``create`` but `stream`, which only `parse` takes."""

from __future__ import annotations

from typing import Literal

from triopenai._base.options import RequestOptions
from triopenai.types.responses._params import ResponseCreateParamsBase

__all__ = ["ResponseHelperArgs", "ResponseParseArgs"]


class ResponseHelperArgs(ResponseCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``responses.stream``."""


class ResponseParseArgs(ResponseHelperArgs, total=False):
    """Keywords of ``responses.parse``."""

    stream: Literal[False] | None
    verbosity: Literal["low", "medium", "high"] | None
