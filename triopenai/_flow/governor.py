"""All lanes of a client, or of whoever shares its limits, and the limits that were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar, final
from weakref import WeakKeyDictionary, WeakValueDictionary

import trio

from triopenai._flow.checks import check_function, invoke
from triopenai._flow.lane import Lane, check_deadline
from triopenai._flow.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from triopenai._flow.lane import Permit
    from triopenai._flow.lane_statistics import LaneStatistics
    from triopenai._flow.limits import Budget

__all__ = ["Governor", "Lanes", "governor_of"]

P = ParamSpec("P")
R = TypeVar("R")


KEPT_LANES: Final = 1000  # beyond that, lanes that nobody uses are forgotten


@final
class Lanes(dict[str, Lane]):
    """The lanes of one account at one server, by key. Made as they are asked for."""

    def __init__(self, governor: Governor) -> None:
        super().__init__()
        self._governor = governor

    def __missing__(self, key: str) -> Lane:
        if len(self) >= KEPT_LANES:  # keys may come from an application's own users
            for known in [known for known, lane in self.items() if lane.is_idle]:
                del self[known]
        lane = self[key] = Lane(key, self._governor.governor_for(key))
        return lane


@final
class Governor:
    """Lets requests through as fast as limits allow: those that were told, and those that refusals show.

    Clients have one of their own. Without a client it serves any function::

        governor = Governor(Limits(requests_per_minute=600, concurrency=20))
        answer = await governor.run(ask, question)

    Waiting is first come, first served, and cancelled like any wait. Belongs to the Trio run that made it.

    Args:
        limits: What is known beforehand.

    Attributes:
        budget: Where limits per minute are kept, if any were told.
        places: The requests that may be under way at once, if a number was told.
        is_told: Whether either is there.
    """

    __slots__ = ("_accounts", "_by_model", "_own", "_till", "budget", "is_told", "places", "run_token")

    def __init__(self, limits: Limits | None = None) -> None:
        limits = Limits() if limits is None else limits
        self.budget: Budget | None = limits.open_budget()
        places = limits.concurrency
        self.places: trio.Semaphore | None = None if places is None else trio.Semaphore(places)
        self.is_told: bool = self.budget is not None or self.places is not None
        self.run_token: trio.lowlevel.TrioToken = trio.lowlevel.current_trio_token()
        self._by_model = {model: governor_of(own) for model, own in limits.by_model.items()}
        self._till = trio.Lock()
        self._accounts: WeakValueDictionary[object, Lanes] = WeakValueDictionary()
        self._own = self.lanes("")

    def lanes(self, account: object) -> Lanes:
        """The lanes of an account, kept for as long as someone has them."""
        lanes = self._accounts.get(account)
        if lanes is None:
            lanes = self._accounts[account] = Lanes(self)
        return lanes

    def governor_for(self, key: str) -> Governor:
        """Whose told limits hold for a key: those of a governor of its own, or these."""
        return self._by_model.get(key, self)

    async def admit(self, key: str = "", *, tokens: int = 0) -> Permit:
        """Wait until one more request may go. The permit is a context manager, and says when it is over.

        Args:
            key: What the limit is kept for: a model's name, say.
            tokens: About how many tokens it takes; `Permit.used` settles it.

        Raises:
            LimitWaitError: The wait is known to outlast the deadline around this call.
            RequestTooLargeError: So many tokens never fit.
        """
        return await self._own[key].enter(tokens)

    async def run(self, fn: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call an async function as soon as one more may run.

        Raises:
            TypeError: `fn` is a coroutine, or cannot be called.
            LimitWaitError: As from `admit`.
        """
        check_function(fn, "Governor.run")
        with await self.admit():
            return await invoke(fn, *args, **kwargs)

    async def reserve(self, tokens: int) -> None:
        """Take a request from the told budget, and then a place, both in order; used by lanes."""
        budget = self.budget
        if budget is not None:
            async with self._till:
                while (wait := await budget.take(tokens)) > 0:
                    check_deadline(trio.current_time() + wait)
                    await trio.sleep(wait)
        if self.places is not None:
            try:
                await self.places.acquire()
            except BaseException:
                self.give_back(1, tokens)
                raise

    def give_back(self, requests: int, tokens: int) -> None:
        """Put back what was taken from the told budget in vain; used by lanes."""
        if self.budget is not None:
            self.budget.give_back(requests, tokens)

    def release(self) -> None:
        """Put back a place; used by lanes."""
        if self.places is not None:
            self.places.release()

    def statistics(self) -> tuple[LaneStatistics, ...]:
        """A snapshot of each lane."""
        return tuple(lane.statistics() for lanes in self._accounts.values() for lane in lanes.values())


_GOVERNORS: WeakKeyDictionary[Limits, Governor] = WeakKeyDictionary()


def governor_of(limits: Limits) -> Governor:
    """The governor of all who share these limits in this Trio run."""
    governor = _GOVERNORS.get(limits)
    if governor is None or governor.run_token is not trio.lowlevel.current_trio_token():
        governor = _GOVERNORS[limits] = Governor(limits)
    return governor
