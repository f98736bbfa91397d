"""How many requests may be under way at a server that does not say what it allows.

Theory of operation. A `Window` first *explores*: it begins small, grows by one with every answer, and doubles
whenever it has been full for a while without a refusal, since refusals come fast and answers may take
minutes. The first refusal ends that: from then on it is halved by refusals and grows by one for each round of
answers (additive increase, multiplicative decrease). Requests that were sent before a cut say nothing
about it, so the refusals of one burst count once. A minute without any refusal begins the exploration anew.

Where the user told a limit there is nothing to explore: such a window begins without bound, and only refusals
give it one.
"""

from __future__ import annotations

from math import inf
from typing import Final, final

__all__ = ["Window"]

FIRST: Final = 16.0
FULL_SECONDS: Final = 0.5
CALM_SECONDS: Final = 60.0
CUT: Final = 0.5


@final
class Window:
    """A limit on the requests under way, found by trying.

    Args:
        first: How many may be under way before anything is known; `inf` where limits were told.

    Attributes:
        limit: How many may be under way.
        exploring: Whether there was no refusal yet, or none for long.
    """

    __slots__ = ("_cut", "_first", "_full_since", "exploring", "limit")

    def __init__(self, first: float = FIRST) -> None:
        self._first = first
        self.limit: float = first
        self.exploring: bool = True
        self._cut = -inf
        self._full_since = -inf

    def ready_in(self, under_way: int, now: float) -> float:
        """Seconds until one more may be sent; `inf` if an answer has to come first."""
        if not self.exploring and now - self._cut >= CALM_SECONDS:
            self.exploring = True
            self.limit = max(self.limit, self._first)
        if under_way < self.limit:
            self._full_since = -inf
            return 0.0
        if not self.exploring:
            return inf
        if self._full_since == -inf:
            self._full_since = now
        left = self._full_since + FULL_SECONDS - now
        if left > 0:
            return left
        self.limit *= 2
        self._full_since = now
        return 0.0

    def accepted(self) -> None:
        """The server answered a request."""
        self.limit += 1.0 if self.exploring else 1.0 / self.limit

    def refused(self, sent: float, under_way: int, now: float) -> None:
        """The server refused a request for being one too many.

        Args:
            sent: When it was sent.
            under_way: How many were under way, this one included.
            now: The time.
        """
        if sent < self._cut:
            return
        self.limit = max(1.0, min(self.limit, under_way) * CUT)
        self.exploring = False
        self._cut = now
        self._full_since = -inf
