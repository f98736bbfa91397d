"""A client at one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from triopenai._flow.lane_statistics import LaneStatistics

__all__ = ["ClientStatistics"]


@final
@attrs.frozen(kw_only=True)
class ClientStatistics:
    """A client at one moment: its connections, as in `TransportStatistics`, and its rate limits.

    Attributes:
        open: Connections that hold a slot: connecting, active and idle ones.
        connecting: Of these, the ones being opened.
        active: Of these, the ones that carry a request.
        idle: Of these, the ones kept for a later request.
        waiting: Requests that wait for a connection. Those that wait for a rate limit are in `limits`.
        requests: Requests sent.
        opened: Connections opened.
        reused: Requests that went over a connection which had served another.
        replaced: Idle connections found dead, or too old, when they were wanted or looked at.
        closed: Connections closed, for whatever reason.
        limits: What is known of the rate limits, for each model that was called. With `Limits` shared between
            clients, those of all of them.
    """

    open: int
    connecting: int
    active: int
    idle: int
    waiting: int
    requests: int
    opened: int
    reused: int
    replaced: int
    closed: int
    limits: tuple[LaneStatistics, ...]
