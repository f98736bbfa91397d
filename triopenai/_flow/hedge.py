"""A second try for calls that take unusually long.

Theory of operation. A *hedged* function runs as it is, and when it has not ended after some time, once more
beside itself; the first to return wins, and the other is cancelled and waited for. That time is a number of
seconds, or a quantile of how long the last calls took, so that about one in twenty is tried again for "p95".

Second tries are bounded by a share of the calls: a server that is slow for everybody must not get twice the
load for it. The share is kept over the life of the hedged function, exactly: at no moment have more second
tries been started than `limit` times the calls.

What is recorded of a call is the time until it had a result, whoever brought it. That is less than the first
try would have taken, so the quantile drifts down until the share stops it; recording only calls without a
second try would drift further, by leaving out just the slow ones.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from math import ceil, isfinite
from typing import TYPE_CHECKING, Final, Generic, Literal, ParamSpec, TypeGuard, TypeVar, final, get_args

import attrs
import trio

from triopenai._flow.checks import check_function, describe, invoke
from triopenai._flow.nest import Nest, first_failure

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["HedgeStatistics", "Hedged", "Quantile", "hedge"]

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Quantile = Literal["p50", "p75", "p90", "p95", "p99"]
"""Half, three quarters, ... of the calls take at most so long."""

_REMEMBERED: Final = 200
_ENOUGH: Final = 20


@final
@attrs.frozen
class HedgeStatistics:
    """A snapshot of a hedged function.

    Attributes:
        calls: Calls so far.
        hedges: Second tries so far.
        won: Second tries that brought the result.
        delay: Seconds after which a call is tried again now; None while too few calls were seen to tell.
    """

    calls: int
    hedges: int
    won: int
    delay: float | None


@final
@attrs.define(eq=False)
class _Pair(Generic[R]):
    """A call and its second try, while both may run."""

    call: Callable[[], Awaitable[R]]
    scope: trio.CancelScope
    winner: tuple[R, bool] | None = attrs.field(default=None, init=False)
    errors: list[Exception] = attrs.field(factory=list[Exception], init=False)
    running: int = attrs.field(default=0, init=False)

    async def run(self, second: bool) -> None:  # noqa: FBT001  # tasks take no keywords
        self.running += 1
        try:
            value = await self.call()
        except Exception as error:  # noqa: BLE001  # raised by the call, unless the other wins
            self.errors.append(error)
        else:
            if self.winner is None:
                self.winner = (value, second)
        self.running -= 1
        if self.winner is not None or not self.running:
            self.scope.cancel()


@final
class Hedged(Generic[P, R_co]):
    """An async function whose slow calls are tried a second time; made by `hedge`.

    It is called as the function that it wraps. Any number of tasks may call it at once, and all calls count
    together.
    """

    __slots__ = ("_after", "_calls", "_fn", "_hedges", "_limit", "_recent", "_won")

    def __init__(self, fn: Callable[P, Awaitable[R_co]], after: float | Quantile, limit: float) -> None:
        self._fn = fn
        self._after = after
        self._limit = limit
        self._recent: deque[float] = deque(maxlen=_REMEMBERED)
        self._calls = 0
        self._hedges = 0
        self._won = 0

    async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """Call the function, and once more if it takes long.

        Cancelling the call cancels both tries.

        Raises:
            Exception: What the function raised; if both tries did, what the first to fail raised, with a note
                of the other. An error before the second try has begun leaves at once: this is no retry.
        """
        self._calls += 1
        started = trio.current_time()
        async with Nest(unwrap=True) as nursery:
            call = partial(invoke, self._fn, *args, **kwargs)
            pair: _Pair[R_co] = _Pair(call, nursery.cancel_scope)
            nursery.start_soon(pair.run, False, name=self._fn)  # noqa: FBT003  # as said there
            delay = self._delay()
            if delay is not None:
                await trio.sleep(delay)
                if self._hedges + 1 <= self._limit * self._calls:
                    self._hedges += 1
                    nursery.start_soon(pair.run, True, name=self._fn)  # noqa: FBT003  # as above
        try:
            if pair.winner is None:
                raise first_failure(pair.errors)
        finally:
            pair.errors.clear()  # their tracebacks hold the pair
        value, second = pair.winner
        self._won += second
        self._recent.append(trio.current_time() - started)
        return value

    def _delay(self) -> float | None:
        if not isinstance(self._after, str):
            return self._after
        if len(self._recent) < _ENOUGH:
            return None
        share = int(self._after[1:]) / 100
        return sorted(self._recent)[ceil(share * len(self._recent)) - 1]

    def statistics(self) -> HedgeStatistics:
        """A snapshot of the counts."""
        return HedgeStatistics(self._calls, self._hedges, self._won, self._delay())

    def __repr__(self) -> str:
        twice = f"{self._hedges} of {self._calls} calls tried twice"
        return f"<Hedged {describe(self._fn)} after {self._after}, {twice}>"


def hedge(fn: Callable[P, Awaitable[R]], /, *, after: float | Quantile, limit: float = 0.1) -> Hedged[P, R]:
    """An async function like `fn` whose slow calls are tried a second time, beside the first.

    ::

        ask = hedge(client.responses.create, after="p95", limit=0.05)
        reply = await ask(model="gpt-5", input="Hello")

    Only for calls that may well be made twice: both may reach the server, and both may be charged.

    Args:
        fn: An async function.
        after: When a call is slow: seconds, or a quantile of the last 200 calls (none is tried twice before
            20 were seen).
        limit: The largest share of calls that are tried twice, more than 0 and at most 1.

    Raises:
        TypeError: `fn` is a coroutine object or cannot be called.
        ValueError: `after` or `limit` makes no sense.
    """
    check_function(fn, "hedge")
    return Hedged(fn, _check_after(after), _check_share(limit))


def _check_after(after: float | Quantile) -> float | Quantile:
    if after in get_args(Quantile):
        return after
    if isinstance(after, str) or not _is_number(after) or after < 0:
        names = ", ".join(get_args(Quantile))
        msg = f"hedge(after=) must be seconds, 0 or more, or one of {names}; not {after!r}"
        raise ValueError(msg)
    return after


def _check_share(limit: float) -> float:
    if not _is_number(limit) or not 0 < limit <= 1:
        msg = f"hedge(limit=) must be a share of the calls, more than 0 and at most 1, not {limit!r}"
        raise ValueError(msg)
    return limit


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
