"""The errors of limits that this side keeps; `triopenai.errors` has them in the whole tree."""

from __future__ import annotations

from typing import final

import trio

from triopenai._base.errors import OpenAIError
from triopenai._base.ledger import Ledger

__all__ = ["BudgetExceeded", "LimitError", "LimitWaitError", "RequestTooLargeError", "ScopeTooSlowError"]


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


@final
class BudgetExceeded(OpenAIError):  # noqa: N818  # what happened, as the rest of the tree has it
    """A scope's requests or tokens are used up; what was under way in it was cancelled.

    Attributes:
        ledger: What the scope had spent.
    """

    def __init__(self, message: str, *, ledger: Ledger | None = None) -> None:
        super().__init__(message)
        self.ledger: Ledger = Ledger() if ledger is None else ledger


@final
class ScopeTooSlowError(OpenAIError, trio.TooSlowError):
    """A scope's deadline came; what was under way in it was cancelled. It is a `trio.TooSlowError`.

    Attributes:
        ledger: What the scope had spent.
    """

    def __init__(self, message: str, *, ledger: Ledger | None = None) -> None:
        super().__init__(message)
        self.ledger: Ledger = Ledger() if ledger is None else ledger
