"""Python's garbage collector, kept off a large answer while it is read and right after.

Theory of operation
    The collector runs when enough objects have been made since its last run, and looks at all of these. While
    an answer is read none of them can be garbage, so it is off. Afterwards there are so many that it would
    run at once, look at the whole answer and free nothing: for a megabyte of JSON that is a fifth of the
    reading. So its next run is *put off* until as many objects again have been made, and never for more than
    `_MOST` in all: the threshold is raised, and `gc.callbacks` put the usual one back when the run begins. A
    threshold that somebody else has set meanwhile stays.

    Rejected: `gc.freeze` and `gc.unfreeze` (true garbage would go out of sight with the rest, and the runs
    that look at everything would be put off for good).
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final, TypeVar, final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_uncollected"]

T = TypeVar("T")

_LARGE: Final = 64 * 1024
_MOST: Final = 100_000  # objects


def read_uncollected(read: Callable[[bytes], T], data: bytes) -> T:
    """Read a body without the garbage collector, if it is so large that this shows.

    No other thread runs meanwhile if `read` is written in C, so nobody misses the collector.
    """
    if len(data) < _LARGE or not gc.isenabled():
        return read(data)
    gc.disable()
    try:
        return read(data)
    finally:
        _next_run.put_off()
        gc.enable()


@final
class _NextRun:
    """The collector's next run. There is one collector in a process, and one of these."""

    __slots__ = ("_raised", "_usual")

    def __init__(self) -> None:
        self._raised = 0
        self._usual = 0

    def put_off(self) -> None:
        made = gc.get_count()[0]
        threshold, *older = gc.get_threshold()
        usual = self._usual if threshold == self._raised else threshold
        if not 0 < usual < made <= _MOST // 2:
            return
        if self._begin not in gc.callbacks:
            gc.callbacks.append(self._begin)
        self._usual, self._raised = usual, 2 * made
        gc.set_threshold(self._raised, *older)

    def _begin(self, phase: str, info: dict[str, int]) -> None:
        del info
        threshold, *older = gc.get_threshold()
        if phase == "start" and threshold == self._raised:
            gc.set_threshold(self._usual, *older)
            self._raised = self._usual = 0


_next_run: Final = _NextRun()
