"""Faults of WebSockets, counted by the events that were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._frames import Bye
from triopenai.testing._plan import Fault
from triopenai.testing._socket import Break
from triopenai.testing._steps import Step, Upgrade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["close_socket", "reset_socket", "stall_socket"]


@final
@attrs.frozen
class _Broken(Fault):
    end: Break

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            yield attrs.evolve(step, end=self.end) if isinstance(step, Upgrade) else step


def close_socket(after_events: int, code: int = 1011, reason: str = "") -> Fault:
    """The WebSocket is closed with a code when so many events were sent.

    Args:
        after_events: How many.
        code: The code (RFC 6455 section 7.4).
        reason: The reason, in words.
    """
    return _Broken(Break(after_events, Bye(code, reason)))


def stall_socket(after_events: int) -> Fault:
    """Nothing more comes over the WebSocket when so many events were sent, not even answers to pings."""
    return _Broken(Break(after_events))


def reset_socket(after_events: int) -> Fault:
    """The connection under the WebSocket is reset when so many events were sent."""
    return _Broken(Break(after_events, reset=True))
