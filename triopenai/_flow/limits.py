"""What a user says of the limits, and where told limits are kept."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast, final

import attrs
import trio

from triopenai._base.limit_errors import RequestTooLargeError
from triopenai._flow.checks import check_limit
from triopenai._sansio.allowance import Bucket

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["Budget", "Limits", "MemoryBudget"]

MINUTE: Final = 60.0


def _check_positive(owner: object, attribute: Attribute[Any], value: float | None) -> None:
    if value is None:
        return
    name = f"{type(owner).__name__}({attribute.name}=)"
    if isinstance(value, bool) or not isinstance(value, (int, float)):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        msg = f"{name} must be a number, not {value!r}"
        raise TypeError(msg)
    if not (math.isfinite(value) and value > 0):
        msg = f"{name} must be more than 0 and finite, not {value!r}"
        raise ValueError(msg)


def _check_places(_: object, __: object, value: int | None) -> None:
    if value is not None:
        check_limit(value, "Limits", "concurrency")


def _check_budget(_: object, __: object, value: Budget | None) -> None:
    if value is not None and not isinstance(cast("object", value), Budget):
        msg = f"Limits(budget=) must be a Budget, not {value!r:.100}"
        raise TypeError(msg)


def _check_models(_: object, __: object, value: object) -> None:
    if not isinstance(value, Mapping):
        msg = f"Limits(by_model=) must be a mapping of models to their Limits, not {value!r:.100}"
        raise TypeError(msg)
    for model, limits in cast("Mapping[object, object]", value).items():
        if not isinstance(model, str) or not isinstance(limits, Limits):
            msg = f"Limits(by_model=) maps names of models to Limits, not {model!r:.100} to {limits!r:.100}"
            raise TypeError(msg)
        if limits.by_model:
            msg = f"Limits(by_model=): the limits of {model!r} have limits by model themselves"
            raise ValueError(msg)


class Budget(ABC):
    """Where limits that were told are kept: the state that those who share the limits have in common.

    `MemoryBudget` keeps it in this process. An implementation of your own can keep it in another one, or in a
    server such as Redis: only `take` is asked, by one task at a time of each process.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def counts_tokens(self) -> bool:
        """Whether tokens are limited. If not, no estimate is made and `take` is always asked for 0."""

    @abstractmethod
    async def take(self, tokens: int) -> float:
        """Take one request and so many tokens, both or neither.

        Returns:
            0 if they were taken; else the seconds after which to ask again.

        Raises:
            RequestTooLargeError: That can never fit.
        """

    @abstractmethod
    def give_back(self, requests: int, tokens: int) -> None:
        """Put back what was taken and not used; negative tokens are taken on top. Does not wait.

        An implementation that has to talk to someone does so in a task of its own.
        """


@final
class MemoryBudget(Budget):
    """Limits kept in this process, as buckets that fill evenly.

    Args:
        requests_per_minute: Requests in each minute; None for no limit.
        tokens_per_minute: Tokens in each minute; None for no limit.
        burst_seconds: How much may be used at once after a pause, as a time's share of the limit.
    """

    __slots__ = ("_requests", "_tokens", "_tokens_per_minute")

    def __init__(
        self,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        burst_seconds: float = 0.1,
    ) -> None:
        now = trio.current_time()

        def bucket(per_minute: float | None) -> Bucket | None:
            if per_minute is None:
                return None
            rate = per_minute / MINUTE
            return Bucket(rate, max(1.0, rate * burst_seconds), now)

        self._requests = bucket(requests_per_minute)
        self._tokens = bucket(tokens_per_minute)
        self._tokens_per_minute = tokens_per_minute

    @property
    def counts_tokens(self) -> bool:
        """Whether tokens are limited."""
        return self._tokens is not None

    async def take(self, tokens: int) -> float:
        """See `Budget.take`. Never waits."""
        return self.take_nowait(tokens)

    def take_nowait(self, tokens: int) -> float:
        """`take`, for callers that cannot await."""
        now = trio.current_time()
        if self._tokens_per_minute is not None and tokens > self._tokens_per_minute:
            msg = (
                f"a request of about {tokens} tokens can never be sent: the limit is"
                f" {self._tokens_per_minute:g} tokens in a minute"
            )
            raise RequestTooLargeError(msg)
        wait = 0.0
        if self._requests is not None:
            wait = self._requests.ready_in(1, now)
        if self._tokens is not None:
            wait = max(wait, self._tokens.ready_in(tokens, now))
        if wait:
            return wait
        if self._requests is not None:
            self._requests.take(1, now)
        if self._tokens is not None:
            self._tokens.take(tokens, now)
        return 0.0

    def give_back(self, requests: int, tokens: int) -> None:
        """See `Budget.give_back`."""
        now = trio.current_time()
        if self._requests is not None and requests:
            self._requests.give_back(requests, now)
        if self._tokens is not None and tokens:
            self._tokens.give_back(tokens, now)


@final
@attrs.frozen(eq=False)
class Limits:
    """What is known of the limits beforehand. What is None is learned from the server's answers.

    One object given to several clients is one budget for all of them, with one queue. Equal objects are not:
    each stands for a budget of its own.

    Attributes:
        requests_per_minute: Requests in each minute, sent evenly.
        tokens_per_minute: Tokens in each minute: an estimate for each request beforehand, then what it used.
        concurrency: Requests under way at once, open streams and downloads included.
        burst_seconds: How much may go at once after a pause, as a time's share of the limits. 60 allows a
            whole minute's share, as servers do that count by the minute.
        budget: Where the two limits per minute are kept instead of in this process; give it in their place.
        by_model: Limits of single models, by the names that calls give them (with a `Governor`, by keys). A
            model that is named here has these and none of the others. One `Limits` object given to several
            models is one budget for them.

    Raises:
        TypeError: A limit is no number, `concurrency` no whole one, or something else of the wrong type.
        ValueError: A limit is not more than 0, `budget` is given beside limits per minute, or limits in
            `by_model` have limits by model themselves.
    """

    requests_per_minute: float | None = attrs.field(default=None, validator=_check_positive)
    tokens_per_minute: float | None = attrs.field(default=None, validator=_check_positive)
    concurrency: int | None = attrs.field(default=None, validator=_check_places)
    burst_seconds: float = attrs.field(default=0.1, validator=_check_positive, kw_only=True)
    budget: Budget | None = attrs.field(default=None, kw_only=True, validator=_check_budget)
    by_model: Mapping[str, Limits] = attrs.field(
        factory=dict[str, "Limits"], kw_only=True, validator=_check_models
    )

    def __attrs_post_init__(self) -> None:
        if self.budget is not None and (self.requests_per_minute or self.tokens_per_minute):
            msg = "Limits(budget=) has its own limits: leave out requests_per_minute and tokens_per_minute"
            raise ValueError(msg)

    def open_budget(self) -> Budget | None:
        """The budget that these limits stand for; None if nothing is limited per minute. Needs a Trio run."""
        if self.budget is not None or (self.requests_per_minute is None and self.tokens_per_minute is None):
            return self.budget
        return MemoryBudget(
            requests_per_minute=self.requests_per_minute,
            tokens_per_minute=self.tokens_per_minute,
            burst_seconds=self.burst_seconds,
        )
