"""The places of a fan-out, and what is on its way through them; see `triopenai._flow.fanout`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar, final

import attrs
import trio

if TYPE_CHECKING:
    from triopenai._flow.progress import Meter

__all__ = ["Belt", "ListBelt", "QueueBelt", "Slot"]

R = TypeVar("R")


@final
@attrs.define(eq=False)
class Slot(Generic[R]):
    """An item on its way."""

    index: int
    result: tuple[R] | None = None  # a tuple of one, so that any value can be a result


@attrs.define(eq=False)
class Belt(ABC, Generic[R]):
    """The places and the slots of one fan-out.

    Attributes:
        free: How many places are free.
        keeps_errors: Whether a call's error is its result, instead of the end of all.
        meter: Who counts, if anybody does.
        room: Where the feeder waits for a place.
    """

    free: int
    keeps_errors: bool = False
    meter: Meter | None = None
    room: trio.lowlevel.ParkingLot = attrs.field(factory=trio.lowlevel.ParkingLot, init=False)

    def release(self) -> None:
        """A place has become free."""
        self.free += 1
        if self.room:
            self.room.unpark()

    @abstractmethod
    def join(self, slot: Slot[R]) -> None:
        """An item was taken."""

    @abstractmethod
    def arrive(self, slot: Slot[R]) -> None:
        """Its result is there."""

    @abstractmethod
    def finish(self) -> None:
        """There are no more items."""

    @abstractmethod
    def finished(self) -> dict[int, R]:
        """The results that were not handed over, by their items' positions."""


@final
@attrs.define(eq=False)
class ListBelt(Belt[R]):
    """Gathers all results, in the items' order."""

    slots: list[Slot[R]] = attrs.field(factory=list[Slot[R]], init=False)

    def join(self, slot: Slot[R]) -> None:
        """An item was taken."""
        self.slots.append(slot)

    def arrive(self, slot: Slot[R]) -> None:  # noqa: ARG002  # it is in the list already
        """Its result is there."""
        self.release()

    def finish(self) -> None:
        """There are no more items."""

    def finished(self) -> dict[int, R]:
        """The results so far, by their items' positions."""
        return {slot.index: slot.result[0] for slot in self.slots if slot.result is not None}

    def results(self) -> list[R]:
        """The results, in the items' order."""
        return [slot.result[0] for slot in self.slots if slot.result is not None]


@final
@attrs.define(eq=False)
class QueueBelt(Belt[R]):
    """Hands results to a loop, in the items' order or as they arrive."""

    limit: int = attrs.field(default=0, init=False)
    ordered: bool = True
    queue: deque[Slot[R]] = attrs.field(factory=deque[Slot[R]], init=False)
    waiting: trio.lowlevel.ParkingLot = attrs.field(factory=trio.lowlevel.ParkingLot, init=False)
    exhausted: bool = attrs.field(default=False, init=False)
    closed: bool = attrs.field(default=False, init=False)
    left: dict[int, R] = attrs.field(factory=dict[int, R], init=False)

    def __attrs_post_init__(self) -> None:
        self.limit = self.free

    def join(self, slot: Slot[R]) -> None:
        """An item was taken."""
        if self.ordered:
            self.queue.append(slot)

    def arrive(self, slot: Slot[R]) -> None:
        """Its result is there."""
        if self.closed:
            return
        if not self.ordered:
            self.queue.append(slot)
        self.wake()

    def finish(self) -> None:
        """There are no more items."""
        self.exhausted = True
        self.wake()

    @property
    def ready(self) -> bool:
        """Whether a consumer need not wait: a result is there, or none will come."""
        if self.queue:
            return self.queue[0].result is not None
        return self.closed or (self.exhausted and self.free == self.limit)

    def wake(self) -> None:
        """Let a consumer look; one is enough, as whoever has been served wakes the next."""
        if self.waiting and self.ready:
            self.waiting.unpark()

    def close(self) -> None:
        """The block has ended: nothing is handed over any more."""
        self.closed = True
        self.left = {slot.index: slot.result[0] for slot in self.queue if slot.result is not None}
        self.queue.clear()
        self.waiting.unpark_all()

    def finished(self) -> dict[int, R]:
        """The results that the loop had not come to."""
        return self.left
