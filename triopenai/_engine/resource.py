"""The base of the generated resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine

__all__ = ["Resource"]


class Resource:
    """A group of endpoints. Users reach it through a client: ``client.chat.completions``."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._engine!r}>"
