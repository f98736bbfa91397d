"""How many requests may be under way at a server that does not say what it allows.

Theory of operation. A `Window` first *explores*: it begins small, grows by one with every answer, and doubles
whenever it has been full for a while without a refusal, since refusals come fast and answers may take
minutes. The first refusal ends that: from then on it is cut to a part by refusals and grows evenly in time
(additive increase, multiplicative decrease), so that it is what it was after `REGAIN_SECONDS`. Requests that
were sent before a cut say nothing about it, so the refusals of one burst count once. A minute without any
refusal begins the exploration anew.

Where the user told a limit there is nothing to explore: such a window begins without bound, and only refusals
give it one.

Rejected: one more for each round of answers. Where answers take milliseconds that goes over the limit several
times a second, and where they take long it takes minutes to get near it (measured over seven servers, with
and without Retry-After: twice the refusals or half as long again).
"""

from __future__ import annotations

from math import inf
from typing import Final, final

__all__ = ["Window"]

FIRST: Final = 16.0
FULL_SECONDS: Final = 0.5
CALM_SECONDS: Final = 60.0
CUT: Final = 0.7
REGAIN_SECONDS: Final = 8.0
LEAST_GROWTH: Final = 1.0  # requests per second
EPSILON: Final = 1e-6


@final
class Window:
    """A limit on the requests under way, found by trying.

    Args:
        first: How many may be under way before anything is known; `inf` where limits were told.

    Attributes:
        limit: How many may be under way.
        exploring: Whether there was no refusal yet, or none for long.
    """

    __slots__ = ("_cut", "_first", "_full_since", "_growth", "_low", "exploring", "limit")

    def __init__(self, first: float = FIRST) -> None:
        self._first = first
        self.limit: float = first
        self.exploring: bool = True
        self._cut = -inf
        self._low = first
        self._growth = 0.0
        self._full_since = -inf

    def ready_in(self, under_way: int, now: float) -> float:
        """Seconds until one more may be sent; after a cut an answer may make it sooner."""
        self.advance(now)
        missing = under_way + 1 - self.limit
        if missing <= EPSILON:
            self._full_since = -inf
            return 0.0
        if not self.exploring:
            return missing / self._growth
        if self._full_since == -inf:
            self._full_since = now
        left = self._full_since + FULL_SECONDS - now
        if left > 0:
            return left
        self.limit *= 2
        self._full_since = now
        return 0.0

    def advance(self, now: float) -> None:
        """Grow by the time that has passed since a cut."""
        if not self.exploring:
            since = now - self._cut
            self.limit = self._low + self._growth * since
            if since >= CALM_SECONDS:
                self.exploring = True
                self.limit = max(self.limit, self._first)

    def accepted(self) -> None:
        """The server answered a request."""
        if self.exploring:
            self.limit += 1.0

    def refused(self, sent: float, under_way: int, now: float) -> None:
        """The server refused a request for being one too many.

        Args:
            sent: When it was sent.
            under_way: How many were under way, this one included.
            now: The time.
        """
        if sent < self._cut:
            return
        top = max(1.0, min(self.limit, under_way))
        self.limit = self._low = max(1.0, top * CUT)
        self._growth = max(LEAST_GROWTH, top * (1.0 - CUT) / REGAIN_SECONDS)
        self.exploring = False
        self._cut = now
        self._full_since = -inf
