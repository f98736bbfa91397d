"""What a client offers of scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine
    from triopenai._flow.scope import Scope

__all__ = ["Scoping"]


class Scoping:
    """A client whose calls can be bounded by blocks."""

    _engine: Engine

    def scope(
        self,
        *,
        deadline: float | None = None,
        max_tokens: int | None = None,
        max_requests: int | None = None,
    ) -> Scope:
        """A block that bounds the calls of this client that are made in it, and keeps the ledger of them.

        ::

            async with client.scope(deadline=60, max_tokens=20_000) as scope:
                ...
            print(scope.ledger)

        It holds for all tasks under the block, and for every wait of a call, its retries and its stream.
        Running out cancels them all, and the block raises. Scopes nest: what is spent in the inner one counts
        for the outer one too.

        Args:
            deadline: Seconds from the block's beginning.
            max_tokens: Tokens that the calls may use: an estimate for each call at first, then what its
                answer says.
            max_requests: How many requests may be sent, retries included.

        Raises:
            BudgetExceeded: From the block: `max_tokens` or `max_requests` are used up.
            ScopeTooSlowError: From the block: the deadline came. It is a `trio.TooSlowError`.
            TypeError: One of them is no number, or not a whole one where that is due.
            ValueError: One of them is not more than 0.
        """
        return self._engine.shared.scopes.open(
            deadline=deadline, max_tokens=max_tokens, max_requests=max_requests
        )
