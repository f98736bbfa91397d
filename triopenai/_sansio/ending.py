"""Whether a stream whose events are not folded has come to its end, as far as its events tell.

The stream of images ends with an event of its own. That of an agent's session has no last event, since the
session may go on with another turn; but it does not end while a turn is going on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Ending", "new_ending"]

_TURN: Final = "agent.session.turn."
_TURN_GOES_ON: Final[Mapping[str, bool]] = {
    f"{_TURN}created": True,
    f"{_TURN}in_progress": True,
    f"{_TURN}completed": False,
    f"{_TURN}failed": False,
    f"{_TURN}cancelled": False,
}


class Ending(Protocol):
    """What is asked when a stream has ended cleanly."""

    @property
    def has_come(self) -> bool:
        """Whether the stream may end here."""
        ...

    @property
    def lack(self) -> str:
        """Why it may not, in words that follow "the stream ended after 3 events, "."""
        ...

    def take(self, event: object) -> None:
        """Look at the next event."""
        ...


@final
class LastEvent:
    """The end is an event of one type.

    Args:
        kind: Its type.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.has_come: bool = False
        self.lack: str = f"with no {kind} at their end"

    def take(self, event: object) -> None:
        """Look at the next event."""
        self.has_come = getattr(event, "type", None) == self._kind


@final
class SessionRest:
    """The end is anywhere but in the middle of a turn; turns of subagents are not looked at."""

    lack: str = "before the session came to rest"

    def __init__(self) -> None:
        self.has_come: bool = True

    def take(self, event: object) -> None:
        """Look at the next event."""
        status: object = getattr(getattr(event, "session", None), "status", None)
        if status is not None:
            self.has_come = status != "in_progress"
            return
        goes_on = _TURN_GOES_ON.get(str(getattr(event, "type", None)))
        if goes_on is not None and getattr(getattr(event, "turn", None), "subagent_id", None) is None:
            self.has_come = not goes_on


_ENDINGS: Final[Mapping[str, Callable[[], Ending]]] = {
    ":ImageGenStreamEvent": lambda: LastEvent("image_generation.completed"),
    ":ImageEditStreamEvent": lambda: LastEvent("image_edit.completed"),
    "beta:AgentSessionEvent": SessionRest,
}


def new_ending(event: str) -> Ending | None:
    """What tells of the end of a stream of events with this type reference; None where nothing does."""
    make = _ENDINGS.get(event)
    return None if make is None else make()
