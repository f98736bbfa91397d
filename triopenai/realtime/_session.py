"""A session: what users take for one connection, over the links that carry it one after the other.

Theory of operation. `Session.run` is a task of the connection's block. It opens a link and serves it: one
task writes what the outbox holds, one watches that the server is alive, and the third moves what comes into
the inbox, a channel that outlives the link; when that is full, nothing is read. A link that is lost with a
code that means "try again" is followed by another, if the user asked for that, after a wait that doubles.

The session is OPEN (there is a link), RECONNECTING, or ENDED. Messages sent while it reconnects wait in the
outbox, within its bound. What ended it is kept, for everybody who comes later.

Rejected: reconnecting inside ``recv``. A session that only sends would never come back.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, final

import attrs
import trio

from triopenai._base.errors import APIError
from triopenai._base.websocket_errors import WebSocketConnectionClosedError
from triopenai._engine.failures import may_retry
from triopenai._flow.nest import Nest
from triopenai._sansio.retry import retry_delay
from triopenai.realtime._link import ABNORMAL, LinkClosed
from triopenai.realtime._outbox import Outbox
from triopenai.types._hand.websocket import ReconnectingEvent

if TYPE_CHECKING:
    from triopenai.realtime._handshake import Handshake
    from triopenai.realtime._link import Link
    from triopenai.realtime._options import Address, Reconnection

__all__ = ["DONE_CODES", "Session"]

CLOSE_SECONDS: Final = 5.0
DONE_CODES: Final = frozenset({1000, 1001})
#: What a server that may be asked again says (RFC 6455 section 7.4.1, and the registry it set up).
PASSING_CODES: Final = frozenset({1001, 1005, 1006, 1011, 1012, 1013, 1015})


@final
@attrs.frozen(eq=False)
class _Failure:
    """Why a session ended."""

    code: int
    reason: str
    cause: Exception | None = None


@final
class Session:
    """One connection as its user sees it.

    Attributes:
        outbox: What is to be sent.
        closing: Whether this side has closed it.
    """

    __slots__ = (
        "_address",
        "_ended",
        "_failure",
        "_goodbye",
        "_handshake",
        "_inbox",
        "_link",
        "_receiving",
        "_reconnection",
        "_scope",
        "_taken",
        "_tries",
        "closing",
        "outbox",
    )

    def __init__(self, handshake: Handshake, address: Address, reconnection: Reconnection) -> None:
        self.outbox: Outbox = Outbox(reconnection.max_queue_size)
        self._handshake = handshake
        self._address = address
        self._reconnection = reconnection
        self._inbox, self._taken = trio.open_memory_channel[str | bytes](handshake.socket.max_queue)
        self._link: Link | None = None
        self._failure: _Failure | None = None
        self._tries = 0
        self.closing: bool = False
        self._receiving = False
        self._scope = trio.CancelScope()
        self._goodbye = trio.CancelScope()
        self._ended = trio.Event()

    @property
    def state(self) -> str:
        """Open, reconnecting or closed, in a word."""
        if self.closing or self.outbox.ended:
            return "closed"
        return "open" if self.outbox.linked else "reconnecting"

    async def run(self, *, task_status: trio.TaskStatus[None]) -> None:  # noqa: ASYNC114, ASYNC128  # `_hold` calls it
        """Hold the connection until it is closed for good; started when it is open.

        Raises:
            APIError: It could not be opened at all. What happens later is told to who sends and receives.
        """
        try:
            with self._scope:
                await self._hold(task_status)
            self.end()
        finally:
            # A shielded `close` must not wait for a session that failed or was cancelled.
            self._goodbye.cancel()
            self._ended.set()

    def end(self) -> None:
        """Tell everybody who sends and receives that this is the end. Idempotent.

        Not called where `run` fails: the block is cancelled then, and that is what its tasks shall see.
        """
        if self._failure is None:
            self._failure = _Failure(ABNORMAL, "the connection's block was left")
        self.outbox.end()
        self._inbox.close()

    async def receive(self) -> str | bytes:
        """The next message. Cancelled, none is lost.

        Raises:
            WebSocketConnectionClosedError: There are no more.
            trio.BusyResourceError: Another task is receiving.
        """
        if self._receiving:
            msg = "another task is receiving from this connection; share it through a memory channel"
            raise trio.BusyResourceError(msg)
        self._receiving = True
        try:
            return await self._taken.receive()
        except (trio.EndOfChannel, trio.ClosedResourceError):
            raise self._error() from self._cause
        finally:
            self._receiving = False

    async def send(self, message: str | bytes) -> None:
        """Send a message; see `Outbox.send`.

        Raises:
            WebSocketConnectionClosedError: The connection is closed for good.
            WebSocketQueueFullError: It is being opened again, and no more may wait for that.
        """
        if self.closing or self.outbox.ended:
            await trio.lowlevel.checkpoint()
        elif await self.outbox.send(message):
            return
        raise self._error() from self._cause

    async def close(self, code: int, reason: str) -> None:
        """Send what waits, say goodbye, and end; takes a bounded time. Idempotent."""
        if not self.closing:
            self.closing = True
            self._failure = self._failure or _Failure(code, reason)
            self._goodbye.deadline = trio.current_time() + CLOSE_SECONDS
            try:
                with self._goodbye:
                    await self.outbox.drain()
                    if self._link is not None:
                        self._taken.close()
                        await self._link.close(code, reason)
            finally:
                self._scope.cancel()
        await self._ended.wait()

    def _error(self) -> Exception:
        failure = self._failure or _Failure(ABNORMAL, "")
        return WebSocketConnectionClosedError(
            code=failure.code, reason=failure.reason, unsent_messages=self.outbox.messages
        )

    @property
    def _cause(self) -> Exception | None:
        return None if self._failure is None else self._failure.cause

    async def _hold(self, task_status: trio.TaskStatus[None]) -> None:  # noqa: ASYNC114  # a part of `run`
        started = False
        while True:
            opened: float | None = None
            lost = _Failure(ABNORMAL, "")
            try:
                async with self._handshake.open(self._address) as link:
                    opened = trio.current_time()
                    self._link = link
                    self.outbox.set_linked(linked=True)
                    if not started:
                        started = True
                        task_status.started()
                    await self._serve(link)
            except LinkClosed as closed:
                lost = _Failure(closed.code, closed.reason)
            except APIError as error:
                if not started:
                    raise
                lost = _Failure(ABNORMAL, "it could not be opened again", error)
            finally:
                self._link = None
                self.outbox.set_linked(linked=False)
            if opened is not None and trio.current_time() - opened > self._reconnection.max_delay:
                self._tries = 0  # it held: what comes now is another loss
            if self.closing or not await self._may_try_again(lost):
                self._failure = self._failure or lost
                return

    async def _serve(self, link: Link) -> None:
        """Move messages both ways until the link is closed, which it raises."""
        async with Nest(unwrap=True) as nursery:
            nursery.start_soon(self._write, link)
            nursery.start_soon(link.keep_alive)
            try:
                while True:
                    await self._inbox.send(await link.receive())
            except (LinkClosed, trio.BrokenResourceError):
                if not self.closing:
                    raise
            await trio.sleep_forever()  # `close` says goodbye, and cancels this

    async def _write(self, link: Link) -> None:
        try:
            await self.outbox.write_to(link)
        except LinkClosed:
            return  # the reader comes upon it too, when it has read what came before

    async def _may_try_again(self, lost: _Failure) -> bool:
        """Whether to open another link; waits until then."""
        ask, backoff = self._reconnection.on_reconnecting, self._reconnection.backoff
        if ask is None or lost.code not in PASSING_CODES or self._tries >= backoff.max_retries:
            return False
        if isinstance(lost.cause, APIError) and not may_retry(lost.cause):
            return False
        delay = retry_delay(backoff, self._tries, None, jitter=random.random(), now=0.0)  # noqa: S311  # spreads load
        self._tries += 1
        event = ReconnectingEvent(
            attempt=self._tries,
            max_attempts=backoff.max_retries,
            delay=delay,
            close_code=lost.code,
            extra_query=self._address.extra_query or {},
            extra_headers=self._address.extra_headers or {},
        )
        overrides = ask(event) or {}
        if overrides.get("abort"):
            return False
        self._address = attrs.evolve(
            self._address,
            extra_query=overrides.get("extra_query", event.extra_query),
            extra_headers=overrides.get("extra_headers", event.extra_headers),
        )
        await trio.sleep(delay)
        return True
