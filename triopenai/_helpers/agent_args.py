"""The keywords of the helpers of agents' sessions."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.beta.agents._params import SessionCreateParamsBase

__all__ = ["SessionHelperArgs"]


class SessionHelperArgs(SessionCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``beta.agents.sessions.create`` but `stream`, `output_type` and `tool_handlers`."""
