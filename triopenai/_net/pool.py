"""The connection pool. (Theory of operation: to come with the full version.)"""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import TYPE_CHECKING, Final, final

import attrs
import trio

from triopenai._base.config import PoolLimits
from triopenai._base.headers import Headers
from triopenai._net.connection import Connection
from triopenai._net.dial import Dialer
from triopenai._net.errors import TransportClosed, TransportError, WriteError
from triopenai._net.timing import timed_out
from triopenai._net.transport import Response, Transport, TransportStatistics, body_too_large
from triopenai._sansio.http1 import serialize_head

if TYPE_CHECKING:
    import ssl

    from triopenai._base.config import Origin, Timeout
    from triopenai._base.network import Network
    from triopenai._sansio.request import Request

__all__ = ["ConnectionPool"]

CLOSE_SECONDS: Final = 1.0


@final
class _Site:
    """An origin as the pool knows it."""

    __slots__ = ("host", "idle", "origin")

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.host = str(origin).partition("://")[2].encode("idna" if not origin.host.isascii() else "ascii")
        self.idle: deque[Connection] = deque()


@final
@attrs.define(eq=False)
class _Waiter:
    site: _Site
    task: trio.lowlevel.Task
    given: Connection | None = None


@final
class ConnectionPool(Transport):
    """Keeps HTTP/1.1 connections and sends requests over them.

    Args:
        limits: How many connections.
        network: Where streams come from; TCP by default.
        ssl_context: TLS settings for https origins; the operating system's trust by default.
        cafile: Certificates to trust in place of the operating system's, unless `ssl_context` is given.
    """

    __slots__ = (
        "_active",
        "_closed",
        "_connecting",
        "_counts",
        "_dialer",
        "_doomed",
        "_idle",
        "_limits",
        "_sites",
        "_slots",
        "_waiters",
    )

    def __init__(
        self,
        *,
        limits: PoolLimits | None = None,
        network: Network | None = None,
        ssl_context: ssl.SSLContext | None = None,
        cafile: str | None = None,
    ) -> None:
        self._limits = limits if limits is not None else PoolLimits()
        self._dialer = Dialer(network, ssl_context, cafile)
        self._sites: dict[Origin, _Site] = {}
        self._idle: OrderedDict[Connection, _Site] = OrderedDict()
        self._active: set[Connection] = set()
        self._waiters: OrderedDict[_Waiter, None] = OrderedDict()
        self._doomed: list[Connection] = []
        self._slots = 0
        self._connecting = 0
        self._closed = False
        self._counts = {"requests": 0, "opened": 0, "reused": 0, "replaced": 0, "closed": 0}

    async def send(self, request: Request, timeout: Timeout) -> Response:
        """See `Transport.send`."""
        if self._closed:
            raise TransportClosed
        site = self._sites.get(request.origin)
        if site is None:
            site = self._sites[request.origin] = _Site(request.origin)
        body = request.body
        assert isinstance(body, bytes)  # sources follow
        data = serialize_head(request, len(body), site.host) + body
        await trio.lowlevel.checkpoint_if_cancelled()
        conn = self._take_idle(site) or await self._acquire(site, timeout)
        while True:
            try:
                await conn.exchange(request.method, data, timeout)
                break
            except BaseException as error:
                fresh = conn.served == 1
                self._drop(conn)
                if self._doomed:
                    await self._reap()
                if isinstance(error, WriteError) and not error.sent and not fresh:
                    conn = await self._acquire(site, timeout)
                    continue
                raise
        return _PoolResponse(self, site, conn, timeout)

    async def aclose(self) -> None:
        """See `Transport.aclose`."""
        self._closed = True
        while self._waiters:
            waiter, _ = self._waiters.popitem(last=False)
            trio.lowlevel.reschedule(waiter.task)
        for site in self._sites.values():
            site.idle.clear()
        for conn in self._idle:
            self._close(conn)
        self._slots -= len(self._idle)
        self._idle.clear()
        for conn in list(self._active):
            self._drop(conn)
        await self._reap()
        await trio.lowlevel.checkpoint()

    def statistics(self) -> TransportStatistics:
        """See `Transport.statistics`."""
        return TransportStatistics(
            open=self._slots,
            connecting=self._connecting,
            active=len(self._active),
            idle=len(self._idle),
            waiting=len(self._waiters),
            **self._counts,
        )

    # Slots

    def _take_idle(self, site: _Site) -> Connection | None:
        while site.idle:
            conn = site.idle.pop()
            del self._idle[conn]
            expiry = self._limits.keepalive_expiry
            if (expiry is None or trio.current_time() - conn.idle_since < expiry) and not conn.is_dead():
                self._active.add(conn)
                self._counts["reused"] += 1
                return conn
            self._counts["replaced"] += 1
            self._slots -= 1
            self._close(conn)
        return None

    async def _acquire(self, site: _Site, timeout: Timeout) -> Connection:
        if self._slots < self._limits.max_connections:
            self._slots += 1
        elif self._idle:
            victim, victim_site = self._idle.popitem(last=False)
            victim_site.idle.remove(victim)
            self._close(victim)
        else:
            conn = await self._wait(site, timeout.pool)
            if self._closed:
                if conn is None:
                    self._free_slot()
                raise TransportClosed
            if conn is not None:
                return conn
        self._connecting += 1
        try:
            if self._doomed:
                await self._reap()
            stream = await self._dialer.open(site.origin, timeout.connect)
        except BaseException:
            self._free_slot()
            raise
        finally:
            self._connecting -= 1
        self._counts["opened"] += 1
        conn = Connection(stream)
        self._active.add(conn)
        if self._closed:
            self._drop(conn)
            await self._reap()
            raise TransportClosed
        return conn

    async def _wait(self, site: _Site, seconds: float | None) -> Connection | None:
        waiter = _Waiter(site, trio.lowlevel.current_task())
        self._waiters[waiter] = None

        def abort(_: object) -> trio.lowlevel.Abort:
            del self._waiters[waiter]
            return trio.lowlevel.Abort.SUCCEEDED

        with trio.move_on_after(seconds if seconds is not None else float("inf")) as scope:
            await trio.lowlevel.wait_task_rescheduled(abort)
        if scope.cancelled_caught and seconds is not None:
            raise timed_out("pool", seconds, sent=False)
        return waiter.given

    def _free_slot(self) -> None:
        if self._waiters and not self._closed:
            waiter, _ = self._waiters.popitem(last=False)
            trio.lowlevel.reschedule(waiter.task)
        else:
            self._slots -= 1

    def _drop(self, conn: Connection) -> None:
        """Close an active connection and free its slot; does nothing to one that is not active."""
        if conn in self._active:
            self._active.remove(conn)
            self._close(conn)
            self._free_slot()

    def _close(self, conn: Connection) -> None:
        self._counts["closed"] += 1
        if not conn.close_nowait():
            self._doomed.append(conn)

    def _recycle(self, site: _Site, conn: Connection) -> None:
        """Take back a connection whose exchange is over."""
        if not conn.parser.reusable or self._closed:
            self._drop(conn)
            return
        self._active.discard(conn)
        if self._waiters:
            waiter, _ = self._waiters.popitem(last=False)
            if waiter.site is site:
                self._active.add(conn)
                self._counts["reused"] += 1
                waiter.given = conn
            else:
                self._close(conn)
            trio.lowlevel.reschedule(waiter.task)
            return
        conn.idle_since = trio.current_time()
        site.idle.append(conn)
        self._idle[conn] = site
        if len(self._idle) > self._limits.max_keepalive:
            victim, victim_site = self._idle.popitem(last=False)
            victim_site.idle.remove(victim)
            self._slots -= 1
            self._close(victim)

    async def _reap(self) -> None:
        with trio.CancelScope(deadline=trio.current_time() + CLOSE_SECONDS, shield=True):
            while self._doomed:
                try:
                    await self._doomed.pop().aclose()
                except (trio.BrokenResourceError, OSError):
                    continue


@final
class _PoolResponse(Response):
    __slots__ = ("_conn", "_data", "_error", "_pool", "_reading", "_site", "_timeout")

    def __init__(self, pool: ConnectionPool, site: _Site, conn: Connection, timeout: Timeout) -> None:
        parser = conn.parser
        self.status = parser.status
        self.headers = Headers(parser.headers)
        self.http_version = f"HTTP/{parser.http_version}"
        self._pool = pool
        self._site = site
        self._timeout = timeout.read
        self._data = parser.take()
        self._reading = False
        self._error: str | None = None
        self._conn: Connection | None = conn
        if parser.complete:
            self._conn = None
            pool._recycle(site, conn)

    async def receive_some(self) -> bytes:
        if self._data:
            await trio.lowlevel.checkpoint()
            data, self._data = self._data, b""
            return data
        conn = self._conn
        if conn is None:
            await trio.lowlevel.checkpoint()
            if self._error is not None:
                raise TransportClosed(self._error, phase="read", sent=True)
            return b""
        if self._reading:
            msg = "another task is reading this response"
            raise trio.BusyResourceError(msg)
        self._reading = True
        try:
            parser = conn.parser
            while not parser.pieces and not parser.complete:
                await conn.receive(self._timeout)
            data = parser.take()
            if parser.complete:
                self._conn = None
                self._pool._recycle(self._site, conn)
        except BaseException:
            await self._abort("the response broke off")
            raise
        finally:
            self._reading = False
        if self._pool._doomed:
            await self._pool._reap()
        return data

    async def read_all(self, limit: int | None = None) -> bytes:
        if self._conn is None and self._error is None:
            await trio.lowlevel.checkpoint_if_cancelled()
            data, self._data = self._data, b""
            if limit is not None and len(data) > limit:
                raise body_too_large(self.headers, limit)
            return data
        return await super().read_all(limit)

    async def drain(self, max_bytes: int, seconds: float) -> bool:
        left = max_bytes
        with trio.move_on_after(seconds):
            try:
                while left > 0:
                    piece = await self.receive_some()
                    if not piece:
                        return True
                    left -= len(piece)
            except TransportError:
                return False
        await self.aclose()
        return False

    async def aclose(self) -> None:
        await self._abort("the response was closed")
        await trio.lowlevel.checkpoint()

    async def _abort(self, reason: str) -> None:
        conn = self._conn
        if conn is not None:
            self._conn = None
            self._data = b""
            self._error = reason
            self._pool._drop(conn)
        if self._pool._doomed:
            await self._pool._reap()
