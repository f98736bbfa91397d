"""How far a fan-out has come."""

from __future__ import annotations

from collections.abc import Sized
from typing import TYPE_CHECKING, cast, final

import attrs
import trio

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Meter", "Progress", "open_meter"]


@final
@attrs.frozen
class Progress:
    """A snapshot of a fan-out, given to `on_progress` after each item.

    Attributes:
        done: Items whose call has returned.
        failed: Items whose call has raised.
        running: Items whose call is going on.
        waiting: Items that were not taken from the input yet; None where the input has no length.
        elapsed: Seconds since the first item was taken.
        rate: Items done or failed per second, from the first on.
        tokens: The sum of ``usage.total_tokens`` of the results that have it.
        eta: Seconds that the rest will take at this rate; None where the input has no length, or nothing can
            be said yet.
    """

    done: int
    failed: int
    running: int
    waiting: int | None
    elapsed: float
    rate: float
    tokens: int
    eta: float | None


@final
@attrs.define(eq=False)
class Meter:
    """Counts for one fan-out, and tells of it."""

    tell: Callable[[Progress], object]
    total: int | None
    taken: int = 0
    done: int = 0
    failed: int = 0
    tokens: int = 0
    started: float = 0.0

    def take(self) -> None:
        """An item was taken from the input."""
        if not self.taken:
            self.started = trio.current_time()
        self.taken += 1

    def succeed(self, result: object) -> None:
        """An item's call has returned."""
        self.done += 1
        tokens = getattr(getattr(result, "usage", None), "total_tokens", None)
        if isinstance(tokens, int):
            self.tokens += tokens
        self.tell(self.snapshot())

    def fail(self) -> None:
        """An item's call has raised."""
        self.failed += 1
        self.tell(self.snapshot())

    def snapshot(self) -> Progress:
        """How far it has come."""
        ended = self.done + self.failed
        running = self.taken - ended
        # An input may be longer than it said: one that grows while it is read.
        waiting = None if self.total is None else max(self.total - self.taken, 0)
        elapsed = trio.current_time() - self.started
        rate = ended / elapsed if elapsed > 0 else 0.0
        eta = (waiting + running) / rate if waiting is not None and rate else None
        return Progress(self.done, self.failed, running, waiting, elapsed, rate, self.tokens, eta)


def open_meter(tell: Callable[[Progress], object] | None, items: object) -> Meter | None:
    """A meter, if anybody wants to be told.

    Raises:
        TypeError: `tell` cannot be called.
    """
    if tell is None:
        return None
    if not callable(cast("object", tell)):  # its annotation is a promise
        msg = f"on_progress= must be a function that takes a Progress, not {type(tell).__qualname__}"
        raise TypeError(msg)
    return Meter(tell, len(items) if isinstance(items, Sized) else None)
