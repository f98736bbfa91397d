"""The books of a connection pool: who holds a slot, who is idle, who waits.

Theory of operation
    Everything here is synchronous: decisions are taken between checkpoints, so that no cancellation falls
    inside one. Closing takes a wait for some streams; those connections are put on `Ledger.doomed`, which the
    pool empties when it next can.

    A *slot* is the right to one open connection, and there are ``max_connections`` of them. A slot is held by
    a connection being opened, an active one or an idle one. It is handed on, never dropped: to the first
    waiter if there is one, else back. Invariants:

    * whoever waits does so because all slots are held and no connection is idle, so a newcomer who finds an
      idle connection or a free slot overtakes nobody;
    * a waiter is in the queue until it is given something or its wait is cancelled, whichever comes first;
      what it was given is then its own, and a cancellation that arrives later finds it as the holder;
    * an idle connection is in its site's stack and in `Ledger.idle`, an active one in neither, and both are
      in `Ledger.connections`.

    A waiter for another origin gets the slot, and the connection that held it is closed.

    Rejected: going through all connections and all requests on each event (linear in both); a semaphore for
    the limit (its waiters know nothing of origins, and idle connections hold places); a task that removes
    expired connections (they are removed when someone looks).
"""

from __future__ import annotations

from collections import OrderedDict, deque
from math import inf
from typing import TYPE_CHECKING, final

import attrs
import trio

if TYPE_CHECKING:
    from triopenai._base.config import Origin, PoolLimits
    from triopenai._net.connection import Connection

__all__ = ["Ledger", "Site", "Waiter"]


@final
class Site:
    """An origin as the pool knows it.

    Attributes:
        origin: The origin.
        host: What `Host` says.
        idle: Its idle connections, the one used last on the right.
    """

    __slots__ = ("host", "idle", "origin")

    def __init__(self, origin: Origin) -> None:
        """Work out the `Host` field.

        Raises:
            ValueError: The host is no host name.
        """
        authority = str(origin).partition("://")[2]
        self.host: bytes = authority.encode("ascii" if authority.isascii() else "idna")
        self.origin: Origin = origin
        self.idle: deque[Connection] = deque()


@final
@attrs.define(eq=False)
class Waiter:
    """A request in the queue.

    Attributes:
        site: Where it wants to go.
        task: Who waits.
        connection: An active connection that it was given.
        has_slot: It was given a slot, to open a connection of its own.
    """

    site: Site
    task: trio.lowlevel.Task
    connection: Connection | None = None
    has_slot: bool = False


@final
class Ledger:
    """Slots, idle connections and the queue.

    Attributes:
        connections: All open connections.
        idle: The idle ones, the longest idle first.
        waiters: The queue.
        doomed: Connections that hold no slot any more and still have to be closed.
        slots: Slots held.
        closed: Nothing is given out or kept any more.
        opened: Connections opened so far.
        reused: Requests that got an open connection.
        replaced: Idle connections found dead or too old.
        ended: Connections closed.
    """

    __slots__ = (
        "_expiry",
        "_max_connections",
        "_max_idle",
        "closed",
        "connections",
        "doomed",
        "ended",
        "idle",
        "opened",
        "replaced",
        "reused",
        "slots",
        "waiters",
    )

    def __init__(self, limits: PoolLimits) -> None:
        self._max_connections = limits.max_connections
        self._max_idle = limits.max_keepalive
        self._expiry = inf if limits.keepalive_expiry is None else limits.keepalive_expiry
        self.connections: set[Connection] = set()
        self.idle: OrderedDict[Connection, None] = OrderedDict()
        self.waiters: OrderedDict[Waiter, None] = OrderedDict()
        self.doomed: list[Connection] = []
        self.slots = self.opened = self.reused = self.replaced = self.ended = 0
        self.closed = False

    # Taking

    def take_idle(self, site: Site) -> Connection | None:
        """An idle connection of this site that is still alive; it is active from now on."""
        idle = site.idle
        while idle:
            connection = idle.pop()
            del self.idle[connection]
            if trio.current_time() - connection.idle_since < self._expiry and not connection.is_dead():
                self.reused += 1
                return connection
            self.replaced += 1
            self.drop(connection)
        return None

    def take_slot(self) -> bool:
        """A free slot, or that of the connection which has been idle longest; False if there is neither."""
        if self.slots < self._max_connections:
            self.slots += 1
            return True
        if self.idle:
            self._evict()
            self.slots += 1
            return True
        return False

    def enroll(self, connection: Connection) -> None:
        """Note a new connection; it takes over its opener's slot, and is active."""
        self.opened += 1
        self.connections.add(connection)

    # Giving

    def give_slot(self) -> None:
        """Hand on a slot that nothing is open for any more."""
        if self.waiters and not self.closed:
            waiter, _ = self.waiters.popitem(last=False)
            waiter.has_slot = True
            trio.lowlevel.reschedule(waiter.task)
        else:
            self.slots -= 1

    def drop(self, connection: Connection) -> None:
        """Close an open connection that is not idle and hand on its slot. Idempotent."""
        if connection in self.connections:
            self.retire(connection)
            self.give_slot()

    def retire(self, connection: Connection) -> None:
        """Close an open connection that is not idle; its slot stays with whoever held it."""
        self.connections.remove(connection)
        self.ended += 1
        if not connection.close_nowait():
            self.doomed.append(connection)

    def give_back(self, connection: Connection) -> None:
        """Take an active connection whose exchange is over."""
        if self.closed or connection.spoiled or not connection.parser.reusable:
            self.drop(connection)
        elif not self.waiters:
            self._keep(connection)
        elif next(iter(self.waiters)).site is connection.site:
            waiter, _ = self.waiters.popitem(last=False)
            waiter.connection = connection
            self.reused += 1
            trio.lowlevel.reschedule(waiter.task)
        else:
            self.drop(connection)

    def _keep(self, connection: Connection) -> None:
        idle = self.idle
        connection.idle_since = now = trio.current_time()
        connection.site.idle.append(connection)
        idle[connection] = None
        if len(idle) > self._max_idle:
            self._evict()
        while idle and now - next(iter(idle)).idle_since >= self._expiry:
            self.replaced += 1
            self._evict()

    def _evict(self) -> None:
        """Close the connection that has been idle longest: the first of its site as well as of all."""
        connection, _ = self.idle.popitem(last=False)
        connection.site.idle.popleft()
        self.drop(connection)

    def close(self) -> None:
        """Close everything, and send everybody home."""
        self.closed = True
        for connection in self.idle:
            connection.site.idle.clear()
        self.idle.clear()
        for connection in tuple(self.connections):
            self.drop(connection)
        while self.waiters:
            waiter, _ = self.waiters.popitem(last=False)
            trio.lowlevel.reschedule(waiter.task)
