"""Handlers of events, by the events' type."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ANY", "ERROR", "Handler", "Handlers"]

Handler: TypeAlias = Callable[..., Awaitable[object] | object]

ANY: Final = "event"
ERROR: Final = "error"


@final
@attrs.define(eq=False)
class _Entry:
    handler: Handler
    once: bool


@final
@attrs.define(eq=False)
class Handlers:
    """Which functions are called with which events, in the order in which they were added."""

    _entries: dict[str, list[_Entry]] = attrs.field(factory=dict[str, list[_Entry]])

    def add(self, event_type: str, handler: Handler, *, once: bool = False) -> None:
        """Call a function, async or not, with every event of a type, or with the next one only.

        Args:
            event_type: The type on the wire, or ``"event"`` for every event.
            handler: Called with the event.
            once: Forget it after the first call.
        """
        self._entries.setdefault(event_type, []).append(_Entry(handler, once))

    def remove(self, event_type: str, handler: Handler) -> None:
        """Forget a handler; nothing happens if it was not added."""
        entries = self._entries.get(event_type, [])
        self._entries[event_type] = [entry for entry in entries if entry.handler != handler]

    def copy_to(self, other: Handlers) -> None:
        """Add all of these to another."""
        for event_type, entries in self._entries.items():
            for entry in entries:
                other.add(event_type, entry.handler, once=entry.once)

    async def call(self, event_type: str, event: object) -> bool:
        """Call the handlers of an event, one after the other; whether there were any."""
        found = False
        for key in (event_type, ANY):
            for entry in self._take(key):
                found = True
                result = entry.handler(event)
                if isawaitable(result):
                    await result
        return found

    def _take(self, key: str) -> Iterable[_Entry]:
        entries = self._entries.get(key, [])
        self._entries[key] = [entry for entry in entries if not entry.once]
        return entries
