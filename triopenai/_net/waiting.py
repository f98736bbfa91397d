"""How long requests waited for a connection, for those who ask."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Final

__all__ = ["POOL_WAITS"]

POOL_WAITS: Final[ContextVar[list[float] | None]] = ContextVar("POOL_WAITS", default=None)
"""Where a pool notes the seconds that requests of this task waited for a connection; None for nowhere."""
