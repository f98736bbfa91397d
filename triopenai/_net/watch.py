"""Read timeouts for many connections at the price of two stores per wait.

Theory of operation
    A `trio.CancelScope` with a deadline costs 8 microseconds to enter and leave, a third of what a whole
    small request costs on a bare socket; and a read deadline almost never fires. So a connection that starts
    to wait writes down when its wait ends (`Connection.deadline`), and takes that back when bytes have come.
    One system task per pool sleeps until the earliest of these. When it wakes, most will have been taken back
    or put off; it then looks through all connections, closes those whose time is up, and sleeps again.

    Closing the socket is what wakes the waiting task, which finds `Connection.timed_out` set. A timed-out
    connection is of no use in any case. A socket on which bytes have come by then is left alone for a moment:
    the loop was stalled, or the reader is about to run, and the peer was in time.

    States: asleep until `next`; or not running, with `next` at infinity. The task ends when no wait is under
    way, when the pool is closed, and with the run.

    Rejected: a scope per wait (the cost); a scope that is moved from wait to wait (a scope cannot leave its
    task); polling at a fixed rate (late, and wakes an idle process).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from collections.abc import Collection

    from triopenai._net.connection import Connection

__all__ = ["Watch"]

MOMENT: Final = 0.1


@final
class Watch:
    """Closes connections whose read deadline has passed.

    Attributes:
        next: When it will look; infinity while it does not run. A wait that ends earlier must say so by
        `arm`.
    """

    __slots__ = ("_connections", "_scope", "next")

    def __init__(self, connections: Collection[Connection]) -> None:
        self._connections = connections
        self._scope: trio.CancelScope | None = None
        self.next: float = inf

    def arm(self, deadline: float) -> None:
        """Look at `deadline` at the latest."""
        self.next = deadline
        if self._scope is None:
            self._scope = trio.CancelScope(deadline=deadline)
            trio.lowlevel.spawn_system_task(self._run, name="triopenai read timeouts")
        else:
            self._scope.deadline = deadline

    def stop(self) -> None:
        """End the task."""
        self.next = inf
        if self._scope is not None:
            self._scope.cancel()

    async def _run(self) -> None:
        try:
            while self._scope is not None:
                with self._scope:
                    await trio.sleep_forever()
                self.next = self._expire(trio.current_time())
                self._scope = None if self.next == inf else trio.CancelScope(deadline=self.next)
        finally:
            self._scope = None
            self.next = inf

    def _expire(self, now: float) -> float:
        earliest = inf
        for connection in self._connections:
            if connection.deadline <= now and not connection.expire():
                # Looked at again in case that the bytes are only a part of a TLS record.
                connection.deadline = now + MOMENT
            earliest = min(earliest, connection.deadline)
        return earliest
