"""The connection pool: the default transport.

Theory of operation
    `Ledger` keeps the books and decides, without a wait; this module does the waiting: for a turn, for a
    connection to open, for one to close. From the moment that a request holds a slot until the slot is in the
    ledger's hands again, every wait stands in a ``try`` whose ``except BaseException`` gives it back: that,
    and nothing else, is why a cancellation at any point leaves no slot behind.

    A connection goes back to the ledger when its response's last byte has been parsed, which for a small
    answer is before `ConnectionPool.send` returns. On any error and any cancellation it is closed instead.

    Where a reused connection breaks before the first piece of the request is out, the server had closed it
    while it was idle, and another connection is taken in silence. If it breaks later, only the caller can
    know whether to try again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._base.config import PoolLimits
from triopenai._base.redact import Secret
from triopenai._net.connection import Connection
from triopenai._net.dial import Dialer
from triopenai._net.errors import TransportClosed, WriteError
from triopenai._net.ledger import Ledger, Site, Waiter
from triopenai._net.response import PoolResponse
from triopenai._net.timing import timed_out
from triopenai._net.transport import Transport, TransportStatistics
from triopenai._net.upload import ONE_PIECE, open_upload
from triopenai._net.waiting import POOL_WAITS
from triopenai._net.watch import Watch
from triopenai._sansio.http1 import serialize_head

if TYPE_CHECKING:
    import ssl

    from triopenai._base.config import Origin, Timeout
    from triopenai._base.network import Network
    from triopenai._net.transport import Response
    from triopenai._sansio.request import BodySource, Request

__all__ = ["ConnectionPool"]

CLOSE_SECONDS: Final = 1.0
MAX_SITES: Final = 256


@final
class ConnectionPool(Transport):
    """Sends requests over kept HTTP/1.1 connections.

    Use it as ``async with ConnectionPool() as pool``, or close it with `aclose`. Connections belong to the
    pool, also those of responses that are still being read.

    Args:
        limits: How many connections, and for how long.
        network: Where streams come from; TCP by default. TLS is laid over them for https.
        ssl_context: TLS settings; by default certificates are verified against the operating system's store.
        cafile: Certificates to trust in place of that store, unless `ssl_context` is given.
    """

    __slots__ = ("_connecting", "_dialer", "_ledger", "_requests", "_sites", "_watch")

    def __init__(
        self,
        *,
        limits: PoolLimits | None = None,
        network: Network | None = None,
        ssl_context: ssl.SSLContext | None = None,
        cafile: str | None = None,
    ) -> None:
        self._ledger = Ledger(limits if limits is not None else PoolLimits())
        self._watch = Watch(self._ledger.connections)
        self._dialer = Dialer(network, ssl_context, cafile)
        self._sites: dict[Origin, Site] = {}
        self._connecting = 0
        self._requests = 0

    # Transport

    async def send(  # noqa: C901  # one frame: each more is an object that lives as long as the request
        self,
        request: Request,
        timeout: Timeout,  # noqa: ASYNC109  # bounds of each wait, not of the call
        *,
        decode: bool = True,
    ) -> Response:
        """Send a request and receive the head of its response. See `Transport.send`.

        Args:
            request: What to send.
            timeout: Bounds of each wait.
            decode: Whether the response undoes the content encoding of its body.
        """
        ledger = self._ledger
        if ledger.closed:
            raise TransportClosed
        site = self._sites.get(request.origin) or self._find_site(request.origin)
        data, rest = _lay_out(request, site)
        await trio.lowlevel.checkpoint_if_cancelled()
        upload = None if rest is None else await open_upload(rest)
        try:
            while True:
                connection = ledger.take_idle(site) or await self._acquire(site, timeout)
                try:
                    self._requests += 1
                    if unsent := connection.begin(request.method, data):
                        await connection.send(unsent, timeout.write)
                    if upload is not None:
                        await upload.send(connection, timeout)
                    while not connection.parser.head_complete:
                        await connection.receive(timeout.read)
                    response = PoolResponse(self, connection, timeout.read, decode=decode)
                except WriteError as error:
                    await self.abandon(connection)  # noqa: ASYNC120  # shields itself, for a second
                    if error.sent:
                        raise
                except BaseException:
                    with trio.CancelScope(shield=True, deadline=trio.current_time() + CLOSE_SECONDS):
                        await self.abandon(connection)  # noqa: ASYNC120  # shields itself, for a second
                    raise
                else:
                    if ledger.doomed:
                        await self.reap()
                    return response
        finally:
            if upload is not None:
                await upload.aclose()

    async def open_stream(self, origin: Origin, seconds: float | None) -> trio.abc.Stream:
        """Open a stream of the pool's network, beside its connections. See `Transport.open_stream`."""
        if self._ledger.closed:
            raise TransportClosed
        return await self._dialer.open(origin, seconds)

    async def aclose(self) -> None:
        """Close every connection, those in use too. Idempotent."""
        self._ledger.close()
        self._watch.stop()
        await self.reap()
        await trio.lowlevel.checkpoint()

    def statistics(self) -> TransportStatistics:
        """See `Transport.statistics`."""
        ledger = self._ledger
        idle = len(ledger.idle)
        return TransportStatistics(
            open=ledger.slots,
            connecting=self._connecting,
            active=len(ledger.connections) - idle,
            idle=idle,
            waiting=len(ledger.waiters),
            requests=self._requests,
            opened=ledger.opened,
            reused=ledger.reused,
            replaced=ledger.replaced,
            closed=ledger.ended,
        )

    # Connections

    def _find_site(self, origin: Origin) -> Site:
        if len(self._sites) >= MAX_SITES:
            for known, site in tuple(self._sites.items()):
                if not site.idle:
                    del self._sites[known]
        return self._sites.setdefault(origin, Site(origin))

    async def _acquire(self, site: Site, timeout: Timeout) -> Connection:  # noqa: ASYNC109  # as above
        """An active connection to `site`: a new one, or one that another request has done with."""
        ledger = self._ledger
        if not ledger.take_slot():
            waiter = await self._wait_turn(site, timeout.pool)
            connection = waiter.connection
            if connection is not None:
                if not connection.is_dead():
                    return connection
                ledger.replaced += 1
                ledger.retire(connection)
        return await self._open(site, timeout.connect)

    async def _wait_turn(self, site: Site, seconds: float | None) -> Waiter:
        ledger = self._ledger
        waiter = Waiter(site, trio.lowlevel.current_task())
        ledger.waiters[waiter] = None

        def abort(_: object) -> trio.lowlevel.Abort:
            del ledger.waiters[waiter]
            return trio.lowlevel.Abort.SUCCEEDED

        began = trio.current_time()
        try:
            with trio.move_on_after(float("inf") if seconds is None else seconds):
                await trio.lowlevel.wait_task_rescheduled(abort)
        finally:
            if (waits := POOL_WAITS.get()) is not None:
                waits.append(trio.current_time() - began)
        if ledger.closed:
            if waiter.has_slot:
                ledger.give_slot()
            raise TransportClosed
        if waiter.connection is None and not waiter.has_slot:
            raise timed_out(seconds or 0.0, "pool", sent=False)
        return waiter

    async def _open(self, site: Site, seconds: float | None) -> Connection:
        """Open a connection in a slot that is held already."""
        ledger = self._ledger
        self._connecting += 1
        try:
            if ledger.doomed:
                await self.reap()
            stream = await self._dialer.open(site.origin, seconds)
        except BaseException:
            ledger.give_slot()
            raise
        finally:
            self._connecting -= 1
        connection = Connection(stream, site, self._watch)
        ledger.enroll(connection)
        if ledger.closed:
            ledger.drop(connection)
            await self.reap()
            raise TransportClosed
        return connection

    # For responses

    def give_back(self, connection: Connection) -> None:
        """Take back the connection of a response that has come to its end."""
        self._ledger.give_back(connection)

    async def abandon(self, connection: Connection) -> None:
        """Close the connection of a response that has not. Closes even when cancelled."""
        self._ledger.drop(connection)
        await self.reap()

    async def reap(self) -> None:
        """Close what could not be closed without a wait. No checkpoint if there is nothing."""
        doomed = self._ledger.doomed
        if not doomed:
            return
        with trio.CancelScope(deadline=trio.current_time() + CLOSE_SECONDS, shield=True):
            while doomed:
                try:
                    await doomed.pop().aclose()
                except (trio.BrokenResourceError, OSError):
                    continue


def _lay_out(request: Request, site: Site) -> tuple[Secret, bytes | BodySource | None]:
    """What goes out as one piece, which holds the key, and the body that comes after it."""
    body = request.body
    if not isinstance(body, bytes):
        return Secret(serialize_head(request, body.length, site.host)), body
    head = serialize_head(request, len(body), site.host)
    return (Secret(head + body), None) if len(body) <= ONE_PIECE else (Secret(head), body)
