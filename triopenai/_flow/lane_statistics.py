"""What can be looked at of a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from triopenai._sansio.allowance import Gauge

__all__ = ["GaugeStatistics", "LaneStatistics", "read_gauge"]


@final
@attrs.frozen
class GaugeStatistics:
    """What is known of one limit of a server.

    Attributes:
        limit: What the server names as the limit, or None.
        remaining: What is thought to be left now, or None if no answer said.
        per_second: How fast the server was seen to allow more; 0 while that is not known.
    """

    limit: int | None
    remaining: float | None
    per_second: float


@final
@attrs.frozen
class LaneStatistics:
    """A lane at one moment.

    Attributes:
        key: What it is for; the model's name in a client, empty for calls without a model.
        under_way: Requests that were let in and have not ended.
        waiting: Tasks in its queue.
        accepted: Requests that the server answered.
        refused: Requests that it refused for going over a limit.
        held_for: Seconds for which nobody is let in any more.
        concurrency: How many may be under way, since the server refused more; None if it lately refused none.
        requests: The limit on requests.
        tokens: The limit on tokens.
    """

    key: str
    under_way: int
    waiting: int
    accepted: int
    refused: int
    held_for: float
    concurrency: int | None
    requests: GaugeStatistics
    tokens: GaugeStatistics


def read_gauge(gauge: Gauge, now: float) -> GaugeStatistics:
    """A snapshot of a gauge."""
    remaining = max(gauge.level(now), 0.0) if gauge.known else None
    return GaugeStatistics(limit=gauge.limit, remaining=remaining, per_second=gauge.rate)
