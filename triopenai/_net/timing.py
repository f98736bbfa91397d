"""Bounds in time for a single wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeVar, TypeVarTuple

import trio

from triopenai._net.errors import TransportTimeout

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from triopenai._net.errors import Phase

__all__ = ["FRESH_PERIODS", "STALL", "bounded", "timed_out"]

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

STALL: Final = 0.05
"""Seconds by which a deadline fires late when the loop did not run meanwhile."""

FRESH_PERIODS: Final = 3


def timed_out(seconds: float, phase: Phase, *, sent: bool) -> TransportTimeout:
    """The error for a wait that ran out."""
    doing = {
        "pool": "waiting for a free connection",
        "connect": "connecting",
        "tls": "setting up TLS",
        "write": "sending the request",
        "read": "waiting for the response",
    }[phase]
    return TransportTimeout(f"timed out after {seconds:g} s {doing}", phase=phase, sent=sent)


async def bounded(
    seconds: float | None,
    phase: Literal["write", "read"],
    afn: Callable[[*Ts], Awaitable[T]],
    *args: *Ts,
) -> T:
    """Await ``afn(*args)``, which can be cancelled and tried again without loss, for `seconds` at most.

    A deadline that fires late shows that the loop was stalled, by code that computes or blocks, and the
    peer may have been in time; the wait then gets a fresh period, a few times at most. The caller's own
    cancellation passes through.

    Raises:
        TransportTimeout: The time ran out.
    """
    if seconds is None:
        return await afn(*args)
    for _ in range(FRESH_PERIODS):
        with trio.CancelScope(deadline=trio.current_time() + seconds) as scope:
            return await afn(*args)
        if trio.current_time() - scope.deadline < STALL:
            break
    raise timed_out(seconds, phase, sent=True)
