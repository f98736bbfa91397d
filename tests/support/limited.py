"""A transport whose server has a limit, for tests that turn the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, final

import attrs
import trio

from tests.support.fakes import FakeResponse, answer, completion, failure
from triopenai import Request, Timeout, Transport, TransportStatistics

if TYPE_CHECKING:
    from collections.abc import Callable


@final
@attrs.define
class LimitedServer(Transport):
    """Lets through `rate` requests a second and `burst` at once; or, as a window, `burst` in each `seconds`.

    Attributes:
        rate: Requests per second.
        burst: Requests at once.
        latency: Seconds that an answer takes; a refusal takes a tenth of it.
        window: Seconds after which all `burst` are there again at once, instead of a rate.
        tells: Which answers have the ``x-ratelimit-*`` fields.
        retry_after: The ``Retry-After`` of refusals.
        accepted: When requests were let in.
        refused: When they were not.
    """

    rate: float
    burst: float
    latency: float = 0.05
    window: float | None = None
    tells: Literal["all", "refusals", "none"] = "all"
    retry_after: Callable[[float], dict[str, str]] = lambda _: {}
    accepted: list[float] = attrs.field(factory=list)
    refused: list[float] = attrs.field(factory=list)
    level: float = attrs.field(init=False)
    filled: float = attrs.field(factory=trio.current_time, init=False)

    def __attrs_post_init__(self) -> None:
        self.level = self.burst

    def _fill(self) -> None:
        now = trio.current_time()
        if self.window is None:
            self.level = min(self.burst, self.level + (now - self.filled) * self.rate)
            self.filled = now
        elif now >= self.filled + self.window:
            self.level = self.burst
            self.filled += (now - self.filled) // self.window * self.window

    def _reset(self) -> float:
        if self.window is not None:
            return self.filled + self.window - trio.current_time()
        return (self.burst - self.level) / self.rate

    def _fields(self) -> dict[str, str]:
        return {
            "x-ratelimit-limit-requests": f"{self.burst:.0f}",
            "x-ratelimit-remaining-requests": f"{max(int(self.level), 0)}",
            "x-ratelimit-reset-requests": f"{round(self._reset() * 1000)}ms",
        }

    async def send(self, request: Request, timeout: Timeout) -> FakeResponse:  # noqa: ASYNC109  # as the ABC has it
        self._fill()
        now = trio.current_time()
        if self.level < 1:
            self.refused.append(now)
            fields = self._fields() if self.tells != "none" else {}
            wait = self._reset() if self.window is not None else (1 - self.level) / self.rate
            fields.update(self.retry_after(wait))
            await trio.sleep(self.latency / 10)
            return failure(429, "rate_limit_exceeded", **fields)
        self.level -= 1
        self.accepted.append(now)
        fields = self._fields() if self.tells == "all" else {}
        await trio.sleep(self.latency)
        return answer(completion(), headers=fields)

    async def aclose(self) -> None:
        await trio.lowlevel.checkpoint()

    def statistics(self) -> TransportStatistics:
        return TransportStatistics(requests=len(self.accepted) + len(self.refused))
