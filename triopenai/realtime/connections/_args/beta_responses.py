"""The keywords of ``connections.beta_responses``. Generated: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Required, TypedDict

from triopenai.types.beta._common_params import BetaResponseInputItemParam
from triopenai.types.beta._params import BetaResponseSteerInputParam, ResponseCreateEventParams

__all__ = ["ResponseCreateArgs", "ResponseInjectArgs", "ResponseSteerArgs"]


class ResponseCreateArgs(ResponseCreateEventParams, total=False):
    """Keywords of ``connection.response.create``."""

    stream_id: str
    generate: bool
    stream: bool | None


class ResponseInjectArgs(TypedDict, total=False):
    """Keywords of ``connection.response.inject``."""

    response_id: Required[str]
    input: Required[Iterable[BetaResponseInputItemParam]]


class ResponseSteerArgs(TypedDict, total=False):
    """Keywords of ``connection.response.steer``."""

    input: Required[BetaResponseSteerInputParam]
    previous_response_id: Required[str]
