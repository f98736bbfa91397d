"""The keywords of ``live``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.live._params import (
    LiveCreateParams,
    SessionAcceptParams,
    SessionForkParams,
    SessionReferParams,
    SessionRejectParams,
)

__all__ = [
    "LiveCreateArgs",
    "LiveSessionsAcceptArgs",
    "LiveSessionsForkArgs",
    "LiveSessionsReferArgs",
    "LiveSessionsRejectArgs",
]


class LiveCreateArgs(LiveCreateParams, RequestOptions, total=False):
    """Keywords of ``live.create``."""


class LiveSessionsAcceptArgs(SessionAcceptParams, RequestOptions, total=False):
    """Keywords of ``live.sessions.accept``."""


class LiveSessionsForkArgs(SessionForkParams, RequestOptions, total=False):
    """Keywords of ``live.sessions.fork``."""


class LiveSessionsReferArgs(SessionReferParams, RequestOptions, total=False):
    """Keywords of ``live.sessions.refer``."""


class LiveSessionsRejectArgs(SessionRejectParams, RequestOptions, total=False):
    """Keywords of ``live.sessions.reject``."""
