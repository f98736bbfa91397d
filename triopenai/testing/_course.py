"""What happens to an object by itself, and the streams that tell of it.

Theory of operation: a course is a row of stages, each of which yields events and changes what is stored as
it goes. Whoever asks later than a stage is due has it done first. A stream does not wait for that: it carries
the stages out one event at a time, so that what is stored is what was sent, and somebody who asks in between
sees how far it got. A stream that is left early leaves the rest to the clock. All events are kept in a log
that streams read, so none is missed whoever does the work.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai.testing._answer import Lull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._answer import Event

__all__ = ["Course"]


@final
@attrs.define(eq=False)
class _Stage:
    due: float
    events: Iterator[Event]


@final
@attrs.define(eq=False)
class Course:
    """The stages that are still to come, and the log of what happened.

    Attributes:
        log: The events so far.
    """

    log: list[Event] = attrs.field(factory=list["Event"])
    _stages: deque[_Stage] = attrs.field(factory=deque[_Stage], init=False)
    _news: trio.Event = attrs.field(factory=trio.Event, init=False)

    @property
    def moment(self) -> float:
        """When the present stage happens, by Trio's clock: not later than it is due."""
        return min(trio.current_time(), self._stages[0].due)

    def say(self, *events: Event) -> None:
        """Let events happen at once."""
        self.log += events
        self._wake()

    def plan(self, seconds: float, events: Iterator[Event]) -> None:
        """Add a stage that is due in some seconds; the events are asked for when they happen."""
        self._stages.append(_Stage(trio.current_time() + seconds, events))
        self._wake()

    def clear(self) -> None:
        """Let nothing more happen."""
        self._stages.clear()

    def settle(self) -> None:
        """Do what is due."""
        while self._stages and self._stages[0].due <= trio.current_time():
            self._step()

    def follow(self, seen: int) -> Iterator[Event]:
        """The events from the one of number `seen` on, until nothing more is to come."""
        while seen < len(self.log) or self._step():
            if seen < len(self.log):
                yield self.log[seen]
                seen += 1

    def watch(self, seen: int, patience: float) -> Iterator[Event | Lull]:
        """As `follow`, but waiting for more, until nothing happened for so many seconds."""
        while True:
            for event in self.follow(seen):
                seen += 1
                yield event
            news = self._news
            yield Lull(news, patience)
            if not news.is_set():
                break

    def _step(self) -> bool:
        """Let one event happen, or a stage end; gives whether there was a stage."""
        if not self._stages:
            return False
        event = next(self._stages[0].events, None)
        if event is None:
            self._stages.popleft()
        else:
            self.log.append(event)
            self._wake()
        return True

    def _wake(self) -> None:
        self._news.set()
        self._news = trio.Event()
