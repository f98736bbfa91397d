"""What a scope has spent, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from triopenai._base.errors import Attempt

__all__ = ["Cause", "Ledger", "LedgerEntry", "Outcome", "Waits"]

Cause: TypeAlias = Literal["limit", "pool", "retry", "server"]
"""What a request waits for: its turn under a rate limit, a connection, the next try, the server."""

Outcome: TypeAlias = Literal["under way", "done", "failed", "cancelled"]
"""What became of an attempt. Cancelled are also streams and downloads that were closed before their end."""


@final
@attrs.frozen
class Waits:
    """Seconds that were waited, by what for. Tasks that wait at the same time are added up.

    Attributes:
        limit: For their turn under a rate limit.
        pool: For a free connection.
        retry: Between two attempts.
        server: For the server: connecting, sending, and all of the answer.
    """

    limit: float = 0.0
    pool: float = 0.0
    retry: float = 0.0
    server: float = 0.0


@final
@attrs.frozen
class LedgerEntry:
    """What one attempt spent.

    Attributes:
        operation: What was called, as ``"chat.completions.create"``.
        outcome: What became of it.
        tokens: The tokens that it used.
        estimated: Whether that is an estimate, since no answer told.
        attempt: How it was answered; None while it is under way.
    """

    operation: str
    outcome: Outcome
    tokens: int
    estimated: bool
    attempt: Attempt | None = None


@final
@attrs.frozen(kw_only=True)
class Ledger:
    """What a scope has spent, the scopes within it included.

    Attributes:
        requests: Attempts that were begun, retries included.
        under_way: Of these, the ones that have not ended.
        failed: Of these, the ones that failed.
        cancelled: Of these, the ones that were cancelled, or closed before their end.
        tokens: The tokens of all of them.
        estimated_tokens: Of these, the ones that no answer told of.
        seconds: How long the scope has been open.
        waited: What the time was spent with.
        attempts: The last 1,000 attempts, in the order in which they were begun.
    """

    requests: int = 0
    under_way: int = 0
    failed: int = 0
    cancelled: int = 0
    tokens: int = 0
    estimated_tokens: int = 0
    seconds: float = 0.0
    waited: Waits = Waits()
    attempts: tuple[LedgerEntry, ...] = attrs.field(default=(), repr=False)

    def __str__(self) -> str:
        waited = self.waited
        estimated = f", {self.estimated_tokens} of them estimated" if self.estimated_tokens else ""
        return (
            f"{self.requests} requests ({self.failed} failed, {self.cancelled} cancelled),"
            f" {self.tokens} tokens{estimated}, {self.seconds:.1f} seconds;"
            f" waited {waited.server:.1f} s for the server, {waited.limit:.1f} s for rate limits,"
            f" {waited.retry:.1f} s between attempts, {waited.pool:.1f} s for connections"
        )
