"""The keywords of ``moderations``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import ModerationCreateParams

__all__ = ["ModerationsCreateArgs"]


class ModerationsCreateArgs(ModerationCreateParams, RequestOptions, total=False):
    """Keywords of ``moderations.create``."""
