"""What may be sent now: limits that the user told, and limits that are read off the server's answers.

Theory of operation
    A `Bucket` is a limit that is known. It fills at an even rate and may be overdrawn by one large request,
    which those after it pay for by waiting.

    A `Gauge` follows a limit that only the server knows, by what its answers say remains. Each answer is a
    *sample*: so much was left when its request was let in. From then on the level falls by what is sent and
    rises by what the server gives back. How fast that is, is measured: between two samples the server gave
    back what was taken meanwhile and the difference of what remained. That holds for buckets that leak, for
    windows that begin anew (which give nothing back until then, and everything at the time they announce),
    and for what other programs leave of a shared limit. The length of the server's window and the size of
    its bucket need not be known, which is as well, since servers mean different things by these fields.

    Rejected: dividing the limit by a minute (many limits are per second or per day); trusting the announced
    reset alone (some servers mean the next single request by it); a rate of one's own that only 429s correct.

Time is an argument everywhere, in seconds of one clock.
"""

from __future__ import annotations

from math import inf
from typing import Final, final

import attrs

__all__ = ["Bucket", "Gauge", "Stamp"]

CAUTION: Final = 0.95  # of the measured rate is counted on between samples
MIN_GAINED: Final = 4.0  # units that a measurement needs: what remains is told in whole numbers
HORIZON: Final = 5.0  # seconds after which a new measurement is begun
NEARLY_FULL: Final = 0.9
EPSILON: Final = 1e-9


@final
class Bucket:
    """A limit that is known: `rate` units per second, `capacity` at once."""

    __slots__ = ("_level", "_time", "capacity", "rate")

    def __init__(self, rate: float, capacity: float, now: float) -> None:
        self.rate: float = rate
        self.capacity: float = capacity
        self._level = capacity
        self._time = now

    def level(self, now: float) -> float:
        """What may be taken at once; negative while a large request is being paid for."""
        if now > self._time:
            self._level = min(self.capacity, self._level + (now - self._time) * self.rate)
            self._time = now
        return self._level

    def ready_in(self, amount: float, now: float) -> float:
        """Seconds until so much may be taken; more than fits may be taken from a full bucket."""
        missing = min(amount, self.capacity) - self.level(now)
        return missing / self.rate if missing > EPSILON else 0.0

    def take(self, amount: float, now: float) -> None:
        """Take so much, whether it is there or not."""
        self._level = self.level(now) - amount

    def give_back(self, amount: float, now: float) -> None:
        """Put back what was taken in vain; a negative amount is taken on top."""
        self._level = min(self.capacity, self.level(now) + amount)


@final
@attrs.frozen
class Stamp:
    """A request as a gauge remembers it, to compare with what its answer says remains.

    Attributes:
        mark: Everything sent up to it, itself included.
        level: What remained after it, by the gauge's own account before any correction.
        sent: When it was sent.
        amount: What it took.
    """

    mark: float
    level: float
    sent: float
    amount: float


@final
class Gauge:
    """A limit as the server's answers show it.

    Attributes:
        limit: What the server names as the limit, for the record.
        known: Whether any answer said what remains.
        rate: Units per second that the server was seen to give back; 0 while that is not known.
    """

    __slots__ = (
        "_begin",
        "_corrected",
        "_full",
        "_level",
        "_newest",
        "_promised",
        "_refused",
        "_reset",
        "_spent",
        "_time",
        "_trusted",
        "known",
        "limit",
        "rate",
    )

    def __init__(self) -> None:
        self.limit: int | None = None
        self.known: bool = False
        self.rate: float = 0.0
        self._spent = self._refused = 0.0
        self._level = self._full = self._corrected = 0.0
        self._time = -inf
        self._newest = 0.0  # the mark of the newest request whose answer is known
        self._reset = inf
        self._promised = inf  # the mark after which a promised reset is put to the test
        self._trusted = True
        # Where the measurement began: time, level, mark, refused.
        self._begin: tuple[float, float, float, float] | None = None

    def level(self, now: float) -> float:
        """What may be sent at once, as far as is known; everything while nothing is."""
        if not self.known:
            return inf
        if self.rate > 0:
            gained = self.rate * CAUTION * max(now - self._time, 0.0)
            self._level = max(self._level, min(self._level + gained, self._full))
        if now >= self._reset:
            self._reset = inf
            self._promised = self._spent
            self._level = max(self._level, self._full)
        self._time = now
        return self._level

    def ready_in(self, amount: float, now: float) -> float:
        """Seconds until so much may be sent; `inf` if only another answer can tell."""
        if not self.known:
            return 0.0
        missing = min(amount, self._full) - self.level(now)
        if missing <= EPSILON:
            return 0.0
        wait = missing / (self.rate * CAUTION) if self.rate > 0 else inf
        return min(wait, self._reset - now)

    def spend(self, amount: float, now: float) -> Stamp:
        """Send a request that takes so much."""
        self.level(now)
        self._level -= amount
        self._spent += amount
        return Stamp(self._spent, self._level - self._corrected, now, amount)

    def sample(self, remaining: float, stamp: Stamp, now: float, *, refused: bool = False) -> bool:
        """Note what an answer says remains.

        Args:
            remaining: What is left after the request.
            stamp: The request. Answers to older ones than the newest that was answered change nothing.
            now: The time.
            refused: Whether the server refused the request, so that it took nothing. Where answers do not say
                what remains, what refusals say is not enough to go by.

        Returns:
            Whether this is the newest answer that is known.
        """
        if refused:
            self._refused += stamp.amount
        if stamp.mark < self._newest or (refused and not self.known):
            return False
        if stamp.mark > self._promised:
            self._trusted = not refused
            self._promised = inf
        self._full = max(self._full, remaining if refused else remaining + stamp.amount)
        self._measure(stamp.sent, remaining, stamp.mark)
        if self.known:
            self.level(now)
            self._correct(remaining - (stamp.level + self._corrected))
        else:
            self.known = True
            self._correct(remaining - stamp.level)
            self._time = now
        self._newest = stamp.mark
        self._reset = inf
        return True

    def _correct(self, error: float) -> None:
        self._level += error
        self._corrected += error

    def restart(self, remaining: float, unseen: float, now: float) -> None:
        """Begin to count at an answer to a request that was not counted.

        Args:
            remaining: What the answer says is left.
            unseen: What else is under way, which that may not include.
            now: The time.
        """
        self.level(now)
        self._correct(remaining - unseen - self._level)
        self._time = now
        self._full = max(self._full, remaining + 1)
        self._newest = self._spent
        self._reset = inf
        self._begin = None
        self.known = True

    def _measure(self, time: float, level: float, mark: float) -> None:
        begin = self._begin
        if begin is None or (level >= self._full * NEARLY_FULL and level > 1):
            # A full bucket gives nothing back, whatever its rate.
            self._begin = (time, level, mark, self._refused)
            return
        seconds = time - begin[0]
        gained = level - begin[1] + mark - begin[2] - (self._refused - begin[3])
        if seconds > 0 and max(gained, self.rate * seconds) >= MIN_GAINED:
            self.rate = max(gained, 0.0) / seconds
            if seconds >= HORIZON:
                self._begin = (time, level, mark, self._refused)

    def expect_reset(self, time: float) -> None:
        """Note when the server says that all of the limit is there again."""
        if self._trusted:
            self._reset = time
