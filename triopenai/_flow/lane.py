"""Who may go now: one queue for each limit that the server keeps, and what is known of it.

Theory of operation
    A `Lane` is a limit of the server's: one model of one account, or whatever else the key stands for.
    Whoever wants to send *enters* it, gets a `Permit`, and *leaves* when the answer is there.

    While much remains (`Lane.room`) and nobody waits, entering is a comparison. Otherwise one goes through
    the lane's turnstile, a lock whose queue is first in, first out: the task that holds it is the *head*, and
    the head alone waits for something to change, by the clock or by another task's leaving. So only one
    timer runs for each lane, and a cancelled task leaves no trace: in the queue it holds nothing, and as the
    head it passes the turnstile on and gives back what it took.

    The head waits, in this order, for: the end of a hold (a refusal's `retry_after`), the lane's gauges and
    window, the told budget, a place among the requests under way. The budget is shared by all lanes, and has
    a turnstile of its own for their heads. What was told may have taken long, so the rest is asked once more.

    A refusal holds the lane. After the hold its tasks are let go one by one with random gaps, so that they do
    not come back as the same burst.

    Rejected: a semaphore of tokens that a task refills (a timer for ever, and tokens in steps); a queue of
    our own (Trio's lock hands over in order, and is right about cancellation).
"""

from __future__ import annotations

import random
from math import inf
from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._base.limit_errors import LimitWaitError
from triopenai._flow.lane_statistics import LaneStatistics, read_gauge
from triopenai._sansio.allowance import Gauge
from triopenai._sansio.window import Window

if TYPE_CHECKING:
    from typing import Self

    from triopenai._flow.governor import Governor
    from triopenai._sansio.allowance import Stamp

__all__ = ["Lane", "Permit", "check_deadline"]

PROBE_SECONDS: Final = 1.0  # between requests that are sent only to see whether the server has relented
MAX_GAP: Final = 0.05
SHARE: Final = 4  # the part of a plentiful rest that may be under way unseen


@final
class Permit:
    """The right to have one request under way. Leaving twice does nothing.

    Attributes:
        lane: The lane that was entered.
        tokens: How many tokens were set aside; 0 where they are not counted.
        request_stamp: The request as the gauge of requests remembers it; None for one that was not counted.
        token_stamp: The same of tokens.
    """

    __slots__ = ("_answered_before", "_open", "lane", "request_stamp", "token_stamp", "tokens")

    def __init__(self, lane: Lane) -> None:
        self.lane: Lane = lane
        self.tokens: int = 0
        self.request_stamp: Stamp | None = None
        self.token_stamp: Stamp | None = None
        self._answered_before = lane.answered
        self._open = True
        lane.under_way += 1

    def stamp(self, tokens: int, now: float) -> Self:
        """Take what the request needs from the gauges."""
        self.tokens = tokens
        self.request_stamp = self.lane.requests.spend(1.0, now)
        self.token_stamp = self.lane.tokens.spend(tokens, now)
        return self

    @property
    def sent(self) -> float:
        """When it was given; `-inf` for one that was given without a look at the clock."""
        return -inf if self.request_stamp is None else self.request_stamp.sent

    @property
    def is_race(self) -> bool:
        """Whether other requests of the lane were let in meanwhile, or may have been."""
        lane = self.lane
        return lane.answered > self._answered_before or lane.under_way > self._open

    def used(self, tokens: int) -> None:
        """Settle what was set aside by what the request really used."""
        budget = self.lane.governor.budget
        if budget is not None and budget.counts_tokens and tokens != self.tokens:
            budget.give_back(0, self.tokens - tokens)
            self.tokens = tokens

    def accepted(self) -> None:
        """The server let the request in."""
        self.lane.accept()

    def refused(self, retry_after: float | None = None, *, explained: bool = False) -> None:
        """The server refused the request for going over a limit: nobody is let in for so many seconds.

        Args:
            retry_after: Seconds to hold the lane.
            explained: Whether the server said that what it allows is used up. If not, there may be too many
                requests under way, and fewer will be.
        """
        lane = self.lane
        now = trio.current_time()
        lane.refused += 1
        lane.room = 0
        if not explained:
            lane.window.refused(self.sent, lane.under_way, now)
        if retry_after is not None and retry_after > 0:
            lane.hold(retry_after, now)
        lane.governor.give_back(0, self.tokens)
        self.tokens = 0

    def leave(self) -> None:
        """The request is over."""
        if self._open:
            self._open = False
            self.lane.leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()


@final
class Lane:
    """One limit of the server's, and the queue before it.

    Attributes:
        key: What it is for.
        governor: Whose told limits hold for it.
        requests: What the server says of requests.
        tokens: What it says of tokens.
        window: What trying shows, where it says nothing.
        under_way: Permits given and not left.
        queued: Tasks that wait for one, the head included.
        room: With fewer than this under way there is nothing to look at before one more is let in.
        answered: Requests that were answered.
        refused: Requests that were refused.
    """

    __slots__ = (
        "_changed",
        "_entered",
        "_gap",
        "_held_until",
        "_next",
        "_places",
        "_spread_until",
        "_turnstile",
        "answered",
        "governor",
        "key",
        "queued",
        "refused",
        "requests",
        "room",
        "tokens",
        "under_way",
        "window",
    )

    def __init__(self, key: str, governor: Governor) -> None:
        self.key: str = key
        self.governor: Governor = governor
        self.requests: Gauge = Gauge()
        self.tokens: Gauge = Gauge()
        self.window: Window = Window(inf) if governor.is_told else Window()
        self.under_way: int = 0
        self.queued: int = 0
        self.answered: int = 0
        self.refused: int = 0
        self.room: int = 0
        self._places = governor.places
        self._turnstile = trio.Lock()
        self._changed: trio.Event | None = None
        self._held_until = self._spread_until = self._next = self._entered = -inf
        self._gap = 0.0

    @property
    def is_idle(self) -> bool:
        """Whether nobody is in it, or waits for it."""
        return not (self.under_way or self.queued or trio.current_time() < self._held_until)

    @property
    def counts_tokens(self) -> bool:
        """Whether it matters how many tokens a request takes."""
        budget = self.governor.budget
        return self.tokens.known or (budget is not None and budget.counts_tokens)

    def enter_nowait(self) -> Permit | None:
        """A permit if there is plenty of room and nobody waits; else None, and `enter` decides."""
        return Permit(self) if self.under_way < self.room and not self.queued else None

    async def enter(self, tokens: int = 0) -> Permit:
        """Wait for a permit, in order. Cancelled while waiting, nothing is left behind.

        Raises:
            LimitWaitError: The wait is known to outlast the deadline around this call.
            RequestTooLargeError: So many tokens never fit.
        """
        self.queued += 1
        try:
            return await self._queue(tokens)
        finally:
            self.queued -= 1

    async def _queue(self, tokens: int) -> Permit:
        check_deadline(self._held_until)
        async with self._turnstile:
            await self._until_ready(tokens)
            governor = self.governor
            if not governor.is_told:
                return self._admit(tokens)
            await governor.reserve(tokens)
            try:
                await self._until_ready(tokens)  # that may have taken long
                return self._admit(tokens)
            except BaseException:
                governor.give_back(1, tokens)
                governor.release()
                raise

    def _admit(self, tokens: int) -> Permit:
        permit = Permit(self).stamp(tokens, trio.current_time())
        self._entered = permit.sent
        if permit.sent < self._spread_until:
            self._next = permit.sent + 2 * self._gap * random.random()  # noqa: S311  # spreads load
        return permit

    def accept(self) -> None:
        """A request of this lane was let in, and nothing is known of how many more may be."""
        self.answered += 1
        self.window.accepted()
        if self.window.exploring and not (self.requests.known or self.governor.is_told):
            self.room = int(self.window.limit)

    def accept_with_plenty(self, remaining: int) -> None:
        """A request of this lane was let in, and many more may be."""
        self.answered += 1
        if not self.window.exploring:  # what remains is not what the server refused
            self.window.accepted()
        elif not self.governor.is_told:
            self.room = remaining // SHARE

    def sample(
        self, permit: Permit, requests: int | None, tokens: int | None, *, refused: bool = False
    ) -> bool:
        """Note how little remains: from now on every request is counted.

        Returns:
            Whether this is the newest answer that is known.
        """
        now = trio.current_time()
        newest = True
        self.room = 0
        for gauge, remaining, stamp, unseen in (
            (self.requests, requests, permit.request_stamp, self.under_way - 1),
            (self.tokens, tokens, permit.token_stamp, 0),
        ):
            if remaining is None:
                continue
            if stamp is None:
                if not refused:
                    gauge.restart(remaining, unseen, now)
            else:
                newest = gauge.sample(remaining, stamp, now, refused=refused)
        return newest

    def leave(self) -> None:
        """A request of this lane is over."""
        self.under_way -= 1
        if self._places is not None:  # looked up once, as this is done for each call
            self._places.release()
        if self._changed is not None:
            self._changed.set()

    def hold(self, seconds: float, now: float) -> None:
        """Let nobody in for so many seconds, and then one by one."""
        if now + seconds > self._held_until:
            self.room = 0
            self._held_until = now + seconds
            self._spread_until = self._held_until + seconds
            self._gap = min(seconds / 100, MAX_GAP)
            if self._changed is not None:
                self._changed.set()

    async def _until_ready(self, tokens: int) -> None:
        while (wait := self._ready_in(tokens, now := trio.current_time())) > 0:
            if wait == inf and not self.under_way:  # nobody is there whose answer could tell
                wait = self._entered + PROBE_SECONDS - now
                if wait <= 0:
                    return
            check_deadline(self._held_until)
            self._changed = trio.Event()
            try:
                with trio.move_on_after(wait):
                    await self._changed.wait()
            finally:
                self._changed = None

    def _ready_in(self, tokens: int, now: float) -> float:
        """Seconds until one more may be let in; `inf` if something else has to happen first."""
        if now < self._held_until:
            return self._held_until - now
        requests = self.requests
        wait = max(self._next - now, requests.ready_in(1.0, now), self.tokens.ready_in(tokens, now))
        if not (requests.known and self.window.exploring):
            wait = max(wait, self.window.ready_in(self.under_way, now))
        return wait

    def statistics(self) -> LaneStatistics:
        """A snapshot."""
        now = trio.current_time()
        self.window.advance(now)
        return LaneStatistics(
            key=self.key,
            under_way=self.under_way,
            waiting=self.queued,
            accepted=self.answered,
            refused=self.refused,
            held_for=max(self._held_until - now, 0.0),
            concurrency=None if self.window.exploring else int(self.window.limit),
            requests=read_gauge(self.requests, now),
            tokens=read_gauge(self.tokens, now),
        )


def check_deadline(time: float) -> None:
    """Refuse to begin a wait whose end is known to lie behind the deadline.

    Raises:
        LimitWaitError: It does.
    """
    now = trio.current_time()
    # A deadline that has passed, or a cancellation, shows by itself at the next checkpoint.
    if now < trio.current_effective_deadline() <= time:
        msg = (
            f"the rate limit lets nothing through for {time - now:.1f} seconds, which is longer than the"
            " deadline around this call allows; nothing was sent"
        )
        raise LimitWaitError(msg, wait=time - now)
