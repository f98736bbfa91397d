"""The errors of limits that this side keeps; `triopenai.errors` has them in the whole tree."""

from __future__ import annotations

from typing import final

from triopenai._base.errors import OpenAIError

__all__ = ["LimitError", "LimitWaitError", "RequestTooLargeError"]


class LimitError(OpenAIError):
    """A limit that this side keeps stands against a call. Nothing was sent."""


@final
class RequestTooLargeError(LimitError, ValueError):
    """A request needs more than the limit ever allows, so that waiting for it would never end."""


@final
class LimitWaitError(LimitError):
    """A call's turn is known to come after the deadline around it.

    Attributes:
        wait: Seconds that it would have to wait, at least.
    """

    def __init__(self, message: str, *, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait
