"""One request, as the scopes around it count it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai._base.ledger import LedgerEntry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from triopenai._base.errors import Attempt
    from triopenai._base.ledger import Cause, Outcome
    from triopenai._flow.scope import Scope

__all__ = ["Charge"]


@final
@attrs.define(eq=False)
class Charge:
    """One request, as the scopes around it count it. As a block it ends with the block.

    Attributes:
        scopes: The scopes that count it, the innermost one first.
        operation: What is done.
        tokens: The tokens that it takes.
        estimated: Whether that is an estimate.
        outcome: What became of it.
        attempt: How it was answered.
    """

    scopes: tuple[Scope, ...]
    operation: str
    tokens: int
    estimated: bool = True
    outcome: Outcome = "under way"
    attempt: Attempt | None = None

    def __attrs_post_init__(self) -> None:
        for scope in self.scopes:
            scope.begin(self)

    def estimate(self, tokens: int) -> None:
        """It takes at least so many tokens, by what is known until now."""
        more = tokens - self.tokens
        if self.estimated and more > 0:
            self.tokens = tokens
            for scope in self._open_scopes():
                scope.change(more, more)

    def settle(self, tokens: int) -> None:
        """It took so many tokens, as its answer says."""
        more = tokens - self.tokens
        estimated = -self.tokens if self.estimated else 0
        self.tokens, self.estimated = tokens, False
        for scope in self._open_scopes():
            scope.change(more, estimated)

    def waited(self, cause: Cause, seconds: float) -> None:
        """Seconds were spent waiting for something."""
        for scope in self._open_scopes():
            scope.waited(cause, seconds)

    def end(self, outcome: Outcome, attempt: Attempt | None = None) -> None:
        """It is over. Does nothing the second time."""
        if self.outcome == "under way":
            self.outcome, self.attempt = outcome, attempt
            for scope in self._open_scopes():
                scope.finish(outcome)

    def take_back(self) -> None:
        """It was never sent: let it count for nothing."""
        if self.outcome == "under way":
            self.settle(0)
            self.outcome = "cancelled"
            for scope in self._open_scopes():
                scope.take_back(self)

    def entry(self) -> LedgerEntry:
        """What the ledger says of it."""
        return LedgerEntry(
            self.operation, self.outcome, self.tokens, self.estimated and self.tokens > 0, self.attempt
        )

    def _open_scopes(self) -> Iterator[Scope]:
        return (scope for scope in self.scopes if scope.is_open)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if exc is None:
            self.end("done")
        else:
            self.end("failed" if isinstance(exc, Exception) else "cancelled")
