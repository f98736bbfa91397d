"""What one kind of connection is: where it is opened, and what goes over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from triopenai._sansio.operation import Operation

__all__ = ["SentEvent", "Target"]


@final
@attrs.frozen(eq=False)
class Target:
    """One kind of connection.

    Attributes:
        operation: The handshake: path, query and headers, as of any other call.
        server: Type reference of the server's events.
    """

    operation: Operation[object]
    server: str

    def name_of(self, event: SentEvent) -> str:
        """The method that sends an event: ``"realtime.connection.response.create"``."""
        return f"{self.operation.name.rpartition('.')[0]}.connection.{event.type}"


def _fields(event: SentEvent) -> frozenset[str]:
    return frozenset((*event.required, *event.optional))


@final
@attrs.frozen(eq=False)
class SentEvent:
    """An event that the client sends, as the method that sends it.

    Attributes:
        type: The event's type on the wire, and the attributes that lead to the method.
        required: Fields that must be given.
        optional: Fields that may be.
        fields: All of them.
    """

    type: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    fields: frozenset[str] = attrs.field(init=False, default=attrs.Factory(_fields, takes_self=True))
