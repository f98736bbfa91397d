"""What one kind of connection is: where it is opened, and what goes over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

if TYPE_CHECKING:
    from triopenai._sansio.operation import Operation

__all__ = ["QUEUE_BYTES", "SentEvent", "Target"]

QUEUE_BYTES: Final = 1 << 20


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


@final
@attrs.frozen(eq=False)
class SentEvent:
    """An event that the client sends, as the method that sends it.

    Attributes:
        name: The method: ``"realtime.connection.response.create"``.
        type: The event's type on the wire.
        required: Fields that must be given.
        optional: Fields that may be.
    """

    name: str
    type: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
