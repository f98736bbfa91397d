"""The keywords of ``decisions``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import DecisionCreateParams

__all__ = ["DecisionsCreateArgs"]


class DecisionsCreateArgs(DecisionCreateParams, RequestOptions, total=False):
    """Keywords of ``decisions.create``."""
