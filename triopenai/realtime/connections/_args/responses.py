"""The keywords of ``connections.responses``. Generated: do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from triopenai.types.responses._params import ResponseCreateParamsBase, ResponseSteerInputParam

__all__ = ["ResponseCreateArgs", "ResponseSteerArgs"]


class ResponseCreateArgs(ResponseCreateParamsBase, total=False):
    """Keywords of ``connection.response.create``."""

    stream_id: str
    generate: bool
    stream: bool | None


class ResponseSteerArgs(TypedDict, total=False):
    """Keywords of ``connection.response.steer``."""

    input: Required[ResponseSteerInputParam]
    previous_response_id: Required[str]
