"""The asyncio host: Trio as a guest of the running loop, in the same thread.

A thread can hold one Trio run. Bridges of one loop share it: the first starts it and the last ends it.
"""

from __future__ import annotations

import asyncio
import contextvars
import threading
from inspect import isawaitable
from typing import TYPE_CHECKING, cast, final

import trio

from triopenai.bridge._host import Host, current_scope, for_trio, wait_on
from triopenai.bridge._trio_side import is_under

if TYPE_CHECKING:
    from collections.abc import Callable

    import outcome

__all__ = ["AsyncioHost"]


class _Thread(threading.local):
    """What is known of the current thread: the Trio run that is a guest in it."""

    host: AsyncioHost | None = None


_thread = _Thread()


@final
class _Gate:
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._is_open = False
        self._waiters: list[asyncio.Future[None]] = []

    def open(self) -> None:
        self._is_open = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def outlast(self, hurry: Callable[[], None]) -> BaseException | None:
        interruption: BaseException | None = None
        while not self._is_open:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            try:
                await waiter
            except asyncio.CancelledError as error:  # noqa: ASYNC103  # the caller raises it, when it has waited
                interruption = error
                hurry()
        return interruption


@final
class AsyncioHost(Host):
    """A loop, and the Trio run that is its guest."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._users = 0
        super().__init__()

    @classmethod
    async def acquire(cls) -> AsyncioHost:
        """The host of the running loop; its Trio run is started if there is none.

        Raises:
            RuntimeError: The thread cannot have one: it runs Trio already, or no loop.
        """
        loop = _running_loop()
        while (host := _thread.host) is not None and host.is_closing_on(loop):
            if interruption := await host.finished.outlast(wait_on):
                raise interruption
        if host is None:
            host = cls(loop)
            host._start()
        elif host._loop is not loop:
            msg = (
                "an earlier event loop of this thread was stopped inside of an open_bridge() block,"
                " and its Trio run cannot end without it"
            )
            raise RuntimeError(msg)
        host._users += 1
        await host._begin()
        return host

    def is_closing_on(self, loop: asyncio.AbstractEventLoop) -> bool:
        """Whether the last bridge of the loop is being closed just now."""
        return self._stop.is_set() and self._loop is loop

    def _start(self) -> None:
        if trio.lowlevel.in_trio_run():
            msg = (
                "this thread is running Trio already, and can run it once only: inside of a Trio program use"
                " triopenai.open_client(); beside another guest run, open the bridge in a thread of its own"
            )
            raise RuntimeError(msg)
        trio.lowlevel.start_guest_run(
            self._main,
            run_sync_soon_threadsafe=self._loop.call_soon_threadsafe,
            run_sync_soon_not_threadsafe=self._loop.call_soon,
            done_callback=self._finish,
            host_uses_signal_set_wakeup_fd=True,
        )
        _thread.host = self

    def _finish(self, result: outcome.Outcome[None]) -> None:
        _thread.host = None
        super()._finish(result)

    async def release(self) -> None:
        """Give the host back. The last one to do so waits for the end of its Trio run."""
        self._users -= 1
        if not self._users:
            await self._end()

    def check(self) -> None:
        """Refuse callers on other loops."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            loop = None
        if loop is not self._loop:
            where = "outside of any event loop" if loop is None else "on another event loop"
            msg = (
                f"a bridge was used {where}: it belongs to the loop that opened it; from other threads use"
                " asyncio.run_coroutine_threadsafe(), or open a bridge for each loop"
            )
            raise RuntimeError(msg)

    def soon(self, fn: Callable[[], object]) -> None:
        """Call a function at once: this is Trio's thread."""
        fn()

    def new_gate(self) -> _Gate:
        """A gate with a future."""
        return _Gate(self._loop)

    async def run_here(self, fn: Callable[[], object]) -> object:
        """Run an async function as an asyncio task."""
        context = contextvars.copy_context()
        context.run(for_trio.set, True)  # noqa: FBT003  # its value
        scope = current_scope.get()
        if scope is not None and not is_under(scope.side.nursery):
            context.run(current_scope.set, None)  # a task of the client's, begun in the scope
        task = self._loop.create_task(_called(fn), context=context)
        waiter = trio.lowlevel.current_task()
        raise_cancelled: list[Callable[[], None]] = []

        def abort(raise_cancel: Callable[[], None]) -> trio.lowlevel.Abort:
            raise_cancelled.append(raise_cancel)
            task.cancel()
            return trio.lowlevel.Abort.FAILED

        task.add_done_callback(lambda _: trio.lowlevel.reschedule(waiter))
        await trio.lowlevel.wait_task_rescheduled(abort)
        if task.cancelled() and raise_cancelled:
            raise_cancelled[0]()
        return task.result()

    def cancelled_error(self) -> BaseException:
        """Asyncio's own."""
        return asyncio.CancelledError("cancelled from Trio's side of the bridge")

    def is_cancellation(self, error: BaseException | None) -> bool:
        """Whether it is asyncio's own."""
        return isinstance(error, asyncio.CancelledError)

    def current_user(self) -> object:
        """The asyncio task."""
        return asyncio.current_task()

    def cancel_user(self, user: object) -> bool:
        """Cancel the task."""
        return isinstance(user, asyncio.Task) and user.cancel("a block that it is in was cancelled")

    def uncancel_user(self, user: object) -> None:
        """Take one request back."""
        cast("asyncio.Task[object]", user).uncancel()

    def cancel_requests(self) -> int:
        """Those that the task has not taken back."""
        task = asyncio.current_task()
        return 0 if task is None else task.cancelling()


def _running_loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        msg = (
            "open_bridge() needs a running asyncio event loop; a program without one uses open_client_sync()"
        )
        raise RuntimeError(msg) from None


async def _called(fn: Callable[[], object]) -> object:
    result = fn()
    return await result if isawaitable(result) else result
