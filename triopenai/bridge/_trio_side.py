"""What runs as Trio tasks on behalf of a host: calls, and blocks that stay open.

Theory of operation. A *host* is where the user's code runs: an asyncio loop that Trio is a guest of, or the
threads of a synchronous program beside a Trio thread. A `Call` is one async function that a host waits for. A
`Block` is one async context manager that a host is inside of.

A block has one task that enters the manager, waits, and leaves it: Trio's nurseries and cancel scopes demand
that. Calls made through what the manager gave are tasks of a nursery inside of it, so that they are cancelled
when the block is, as they would be if its body were Trio's, and when its body has left. Not so calls of the
functions that the block's own tasks run at the host: leaving the block waits for those tasks, so their calls
are tasks of a nursery around the manager, which lasts until it has been left.

What leaves a call is caught in it and handed over as it is: an error (nothing of it may reach the nursery,
which would end all other calls), or the cancellation of the call's own scope. Only a `Cancelled` of a scope
further out goes on to the nursery, which is in that scope too and takes it.

A block is *opening*, *open*, *leaving* and *ended*. When it is cancelled from Trio's side while it is open,
it is *cancelled* before it is left: its body is still running at the host, which is told once
(`on_cancelled`), and the block's task waits for the body to leave. No deadline may cut that short, as nobody
else can close what the body still uses.
"""

from __future__ import annotations

import enum
import math
from typing import TYPE_CHECKING, Any, cast, final

import attrs
import outcome
import trio

from triopenai._flow.nest import Nest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

__all__ = ["Block", "Call", "is_under"]


@final
@attrs.define(eq=False)
class Call:
    """An async function that runs as a Trio task for a host.

    Attributes:
        fn: The function.
        on_done: Told when the call is over.
        scope: Cancels the call, and nothing else.
        result: What came of it. None while it runs, and when it was cancelled.
    """

    fn: Callable[[], Awaitable[object]]
    on_done: Callable[[], None]
    scope: trio.CancelScope = attrs.field(factory=trio.CancelScope, init=False)
    result: outcome.Outcome[Any] | None = attrs.field(default=None, init=False)

    def start(self, find_nursery: Callable[[], trio.Nursery | None]) -> None:
        """Start the task. Where there is no open nursery any more, the call was cancelled by that."""
        nursery = find_nursery()
        try:
            if nursery is not None:
                nursery.start_soon(self._run, name=self.fn)
                return
        except RuntimeError:  # it has just closed
            pass
        self.on_done()

    async def _run(self) -> None:
        try:
            with self.scope:
                self.result = outcome.Value(await self.fn())
        except BaseException as error:  # noqa: ASYNC103,BLE001  # handed over, all of it
            cancelled, rest = _split(error)
            if rest is not None:
                self.result = outcome.Error(rest)
            # One that no scope around this task asked for would end the nursery, and every other call in it.
            if cancelled is not None and trio.current_effective_deadline() == -math.inf:
                raise cancelled from None  # noqa: ASYNC104  # it is part of what was caught
        finally:
            self.on_done()


def _split(error: BaseException) -> tuple[BaseException | None, BaseException | None]:
    """The cancellations in an error, and the rest of it."""
    if isinstance(error, BaseExceptionGroup):
        return cast("BaseExceptionGroup[BaseException]", error).split(trio.Cancelled)
    return (error, None) if isinstance(error, trio.Cancelled) else (None, error)


class _State(enum.Enum):
    OPENING = "opening"
    OPEN = "open"
    CANCELLED = "cancelled"
    LEAVING = "leaving"
    ENDED = "ended"


@final
@attrs.define(eq=False)
class Block:
    """An async context manager that a host is inside of; `run` is its task.

    Attributes:
        manager: The manager.
        on_opened: Told when the manager has been entered.
        on_cancelled: Told when the open block is cancelled from Trio's side, so that the body leaves.
        value: What the manager gave.
    """

    manager: AbstractAsyncContextManager[object]
    on_opened: Callable[[], None]
    on_cancelled: Callable[[], None]
    value: object = attrs.field(default=None, init=False)
    _state: _State = attrs.field(default=_State.OPENING, init=False)
    _nursery: trio.Nursery | None = attrs.field(default=None, init=False)
    _lasting: trio.Nursery | None = attrs.field(default=None, init=False)
    _body_left: trio.Event = attrs.field(factory=trio.Event, init=False)
    _error: BaseException | None = attrs.field(default=None, init=False)
    _unwind: Callable[[], None] | None = attrs.field(default=None, init=False)

    @property
    def nursery(self) -> trio.Nursery | None:
        """Where calls through the block run, while it is open."""
        return self._nursery if self._state is _State.OPEN else None

    @property
    def lasting_nursery(self) -> trio.Nursery | None:
        """Where calls of the block's own tasks run, while it is open or waits for those."""
        return self._lasting if self._state in {_State.OPEN, _State.LEAVING} else None

    @property
    def left(self) -> bool:
        """Whether the body has left the block, or the block ended without one."""
        return self._state in {_State.LEAVING, _State.ENDED}

    @property
    def ended(self) -> bool:
        """Whether the manager has been left, too."""
        return self._state is _State.ENDED

    def leave(self, error: BaseException | None, unwind: Callable[[], None] | None) -> None:
        """Let the block end, as its body has.

        Args:
            error: What left the body.
            unwind: Cancels the scope around `run`; for a body that was cancelled, by whichever side.
        """
        if not self.left:
            self._state = _State.LEAVING
            self._error, self._unwind = error, unwind
            self._body_left.set()

    async def run(self) -> bool:
        """Enter the manager, wait for the body to leave, and leave it.

        Returns:
            Whether the manager took the body's error for handled.
        """
        async with Nest(unwrap=True) as nursery:
            self._lasting = nursery
            try:
                handled = await self._enter_and_leave()
            finally:
                self._state = _State.ENDED
            nursery.cancel_scope.cancel()
        return handled

    async def _enter_and_leave(self) -> bool:
        try:
            self.value = await self.manager.__aenter__()
            cancelled = await self._stay_open()
            error = self._error
            if self._unwind is not None:
                error = await _cancellation(self._unwind) if cancelled is None else cancelled
            trace = None if error is None else error.__traceback__
            handled = await self.manager.__aexit__(None if error is None else type(error), error, trace)
            if self._unwind is not None and error is not None and not handled:
                raise error
            return bool(handled)
        finally:
            self._error = error = cancelled = None  # tracebacks hold this frame

    async def _stay_open(self) -> BaseException | None:
        """Hold the block open until its body has left it; returns what it was cancelled with before that."""
        cancelled: BaseException | None = None
        try:
            async with trio.open_nursery() as nursery:
                self._nursery, self._state = nursery, _State.OPEN
                self.on_opened()
                await self._body_left.wait()
                nursery.cancel_scope.cancel()
        except BaseException as error:  # noqa: ASYNC103,BLE001  # returned; calls let nothing but cancellations out
            cancelled = error
        if not self._body_left.is_set():
            self._state = _State.CANCELLED
            self.on_cancelled()
            with trio.CancelScope(shield=True):  # the body's time is its own, as a thread's is
                await self._body_left.wait()
        return cancelled


def is_under(nursery: trio.Nursery | None) -> bool:
    """Whether the current task is somewhere in a nursery."""
    around = trio.lowlevel.current_task().parent_nursery
    while around is not None and around is not nursery:
        around = around.parent_task.parent_nursery
    return around is not None


async def _cancellation(cancel: Callable[[], None]) -> BaseException:
    """What Trio raises in the current task when its scope is cancelled."""
    cancel()
    caught = await outcome.acapture(trio.sleep_forever)
    assert isinstance(caught, outcome.Error)  # noqa: S101  # nothing wakes it but the cancellation
    return caught.error
