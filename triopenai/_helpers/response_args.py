"""The keywords of the helpers of responses: those of ``create`` but `stream`."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.responses._params import ResponseCreateParamsBase

__all__ = ["ResponseHelperArgs"]


class ResponseHelperArgs(ResponseCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``responses.stream``."""
