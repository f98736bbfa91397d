"""Which fault befalls which request."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from triopenai.testing._answer import Answer
    from triopenai.testing._record import ReceivedRequest
    from triopenai.testing._steps import Step

__all__ = ["Fault", "FaultPlan"]


@attrs.frozen
class Fault:
    """Something that goes wrong with an answer, as a value. `triopenai.testing.faults` makes them.

    A fault of this very class changes nothing: ``sandbox.faults.add(Fault(), times=3)`` lets three
    requests pass.
    """

    def instead(self, request: ReceivedRequest) -> Answer | None:
        """What is answered in place of the real answer; None computes that one."""
        del request
        return None

    def change(self, answer: Answer) -> Answer:
        """The answer with its content changed."""
        return answer

    def rewrite(self, steps: Iterable[Step]) -> Iterable[Step]:
        """The sending of the answer with its steps changed."""
        return steps


@final
@attrs.define
class _Entry:
    fault: Fault
    times: int | None
    path: str | None
    method: str | None
    skip: int
    when: Callable[[ReceivedRequest], bool] | None

    def fits(self, request: ReceivedRequest) -> bool:
        if self.method not in (None, request.method):
            return False
        if self.path is not None and not fnmatchcase(request.path, self.path):
            return False
        return self.when is None or self.when(request)


@final
class FaultPlan:
    """The faults to come, in the order they were added: a request meets the first that fits it."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def add(
        self,
        fault: Fault,
        *,
        times: int | None = 1,
        path: str | None = None,
        method: str | None = None,
        after: int = 0,
        when: Callable[[ReceivedRequest], bool] | None = None,
    ) -> None:
        """Script a fault.

        Args:
            fault: What goes wrong.
            times: How many requests it befalls; None for every one until `clear`.
            path: Only requests to this path under the base URL, ``"/chat/completions"``; ``*`` stands for
                any characters.
            method: Only requests with this verb.
            after: So many fitting requests are spared first.
            when: Only requests for which this is true.

        Raises:
            ValueError: `times` or `after` is negative.
        """
        if (times is not None and times < 1) or after < 0:
            message = "a fault happens at least once, after a number of requests that is not negative"
            raise ValueError(message)
        self._entries.append(_Entry(fault, times, path, method, after, when))

    def clear(self) -> None:
        """Forget the faults that have not happened yet."""
        self._entries.clear()

    @property
    def pending(self) -> tuple[Fault, ...]:
        """The faults that can still happen."""
        return tuple(entry.fault for entry in self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.pending)

    def take(self, request: ReceivedRequest) -> Fault | None:
        """The fault that befalls a request, which counts it. The sandbox does this."""
        for entry in self._entries:
            if not entry.fits(request):
                continue
            if entry.skip:
                entry.skip -= 1
                continue
            if entry.times is not None:
                entry.times -= 1
                if entry.times == 0:
                    self._entries.remove(entry)
            return entry.fault
        return None
