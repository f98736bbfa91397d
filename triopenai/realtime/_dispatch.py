"""Handlers of events, by the events' type."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar, final, overload

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

__all__ = ["ERROR", "Handler", "Handlers", "TakesHandlers"]

Handler: TypeAlias = Callable[..., Awaitable[object] | object]
HandlerT = TypeVar("HandlerT", bound=Handler)

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
        entries = self._entries.get(key, ())
        if entries:
            self._entries[key] = [entry for entry in entries if not entry.once]
        return entries


class TakesHandlers:
    """What handlers of events can be given to: a connection, or one to be opened."""

    __slots__ = ("_handlers",)

    def __init__(self, handlers: Handlers) -> None:
        self._handlers = handlers

    @overload
    def on(self, event_type: str, handler: Handler) -> Self: ...
    @overload
    def on(self, event_type: str, handler: None = None) -> Callable[[HandlerT], HandlerT]: ...
    def on(self, event_type: str, handler: Handler | None = None) -> Self | Callable[[HandlerT], HandlerT]:
        """Have a function called with every event of a type, while `Connection.dispatch_events` runs.

        Without `handler`, a decorator.

        Args:
            event_type: The type on the wire, or ``"event"`` for every event.
            handler: An async or plain function; called with the event.
        """
        return self._add(event_type, handler, once=False)

    @overload
    def once(self, event_type: str, handler: Handler) -> Self: ...
    @overload
    def once(self, event_type: str, handler: None = None) -> Callable[[HandlerT], HandlerT]: ...
    def once(self, event_type: str, handler: Handler | None = None) -> Self | Callable[[HandlerT], HandlerT]:
        """As `on`, for the next such event only."""
        return self._add(event_type, handler, once=True)

    def off(self, event_type: str, handler: Handler) -> Self:
        """Forget a handler that `on` or `once` was given."""
        self._handlers.remove(event_type, handler)
        return self

    def _add(
        self, event_type: str, handler: Handler | None, *, once: bool
    ) -> Self | Callable[[HandlerT], HandlerT]:
        if handler is not None:
            self._handlers.add(event_type, handler, once=once)
            return self

        def decorate(function: HandlerT) -> HandlerT:
            self._handlers.add(event_type, function, once=once)
            return function

        return decorate
