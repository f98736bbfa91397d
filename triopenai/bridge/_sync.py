"""The host of synchronous programs: Trio in a thread of its own, and calls that block."""

from __future__ import annotations

import asyncio
import contextvars
import math
import threading
from contextlib import suppress
from inspect import isawaitable
from types import CoroutineType
from typing import TYPE_CHECKING, Final, cast, final

import outcome
import trio

from triopenai._base.errors import ClientClosedError
from triopenai._flow.nest import Nest
from triopenai.bridge._host import Host, current_scope, for_trio

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SyncHost"]

# Seconds. Python may take a signal right before a wait and heed it only after: no wait may be for ever.
_HEEDS_SIGNALS: Final = 0.5

# In a function of the user's that a Trio task runs in a thread: the host that it is called by, and where its
# calls run, so that they are cancelled with that task.
_surroundings: contextvars.ContextVar[tuple[SyncHost, trio.Nursery] | None] = contextvars.ContextVar(
    "surroundings", default=None
)


@final
class _BlockCancelled(ClientClosedError):  # noqa: N818  # a state, named as Trio names its own
    """The block that a call was made in is ending, as something else in it failed."""


@final
class _Gate:
    def __init__(self) -> None:
        self._event = threading.Event()

    def open(self) -> None:
        self._event.set()

    async def outlast(self, hurry: Callable[[], None]) -> BaseException | None:
        interruption: BaseException | None = None
        while True:
            try:
                if self._event.wait(_HEEDS_SIGNALS):
                    return interruption
            except KeyboardInterrupt as error:
                interruption = error
                hurry()


@final
class SyncHost(Host):
    """The threads of a program, and a Trio thread beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._token: trio.lowlevel.TrioToken | None = None
        self._limiter = trio.CapacityLimiter(math.inf)  # what calls these functions has its own limit
        self._thread = threading.Thread(target=self._run, name="triopenai")

    @classmethod
    async def acquire(cls) -> SyncHost:
        """A host, with its thread running.

        Raises:
            RuntimeError: The caller runs an event loop, which blocking calls would stop.
        """
        if _runs_a_loop():
            msg = (
                "open_client_sync() is for synchronous programs, and this thread runs an event loop, which"
                " its calls would stop: use open_client() with Trio, and open_bridge() with asyncio"
            )
            raise RuntimeError(msg)
        host = cls()
        host._thread.start()
        await host._begin()
        return host

    def _run(self) -> None:
        self._finish(outcome.capture(trio.run, self._main))

    async def _main(self) -> None:
        self._token = trio.lowlevel.current_trio_token()
        await super()._main()

    async def release(self) -> None:
        """End the thread."""
        try:
            await self._end()
        finally:
            self._thread.join()

    def surroundings(self) -> trio.Nursery | None:
        """The nursery of the task that this thread works for."""
        host, nursery = _surroundings.get() or (None, None)
        return nursery if host is self else None

    def check(self) -> None:
        """Refuse calls that would stop an event loop."""
        if threading.current_thread() is self._thread:
            msg = (
                "a callback made a blocking call, in the Trio thread, which would wait for itself:"
                " callbacks of open_client_sync() may not use the client"
            )
            raise RuntimeError(msg)
        if _runs_a_loop():
            msg = "a client of open_client_sync() was used in an event loop, which its calls would stop"
            raise RuntimeError(msg)

    def soon(self, fn: Callable[[], object]) -> None:
        """Call a function in the Trio thread, with the caller's context variables."""
        assert self._token is not None  # noqa: S101  # there before anyone gets the host
        # A run that has ended has nothing left to do, and its block says so to callers.
        with suppress(trio.RunFinishedError):
            self._token.run_sync_soon(contextvars.copy_context().run, fn)

    def new_gate(self) -> _Gate:
        """A gate for threads."""
        return _Gate()

    async def run_here(self, fn: Callable[[], object]) -> object:
        """Run a plain function in a thread, whose blocking calls are cancelled with the Trio task."""
        async with Nest(unwrap=True) as nursery:
            context = contextvars.copy_context()
            context.run(for_trio.set, True)  # noqa: FBT003  # its value
            context.run(current_scope.set, None)  # the nursery is in it, if there is one
            context.run(_surroundings.set, (self, nursery))
            try:
                result = await trio.to_thread.run_sync(
                    lambda: context.run(_call_plain, fn), limiter=self._limiter
                )
            except _BlockCancelled:
                await trio.lowlevel.checkpoint_if_cancelled()  # noqa: ASYNC120  # which is why it was raised
                raise
        return result

    def cancelled_error(self) -> BaseException:
        """An error, since threads cannot be cancelled."""
        return _BlockCancelled("the block that this call was made in is ending: something else in it failed")

    def is_cancellation(self, error: BaseException | None) -> bool:
        """Whether it is what cancelled calls raise."""
        return isinstance(error, _BlockCancelled)

    def current_user(self) -> object:
        """The thread."""
        return threading.current_thread()

    def cancel_user(self, user: object) -> bool:
        """Leave it to the thread's next call to find that the block has ended."""
        return cast("threading.Thread", user).is_alive()

    def uncancel_user(self, user: object) -> None:
        """Nothing was done."""

    def cancel_requests(self) -> int:
        """None: threads are not cancelled."""
        return 0


def _call_plain(fn: Callable[[], object]) -> object:
    result = fn()
    if isawaitable(result):
        if isinstance(result, CoroutineType):
            result.close()
        msg = "functions for a client of open_client_sync() are plain ones, and this one is async"
        raise TypeError(msg)
    return result


def _runs_a_loop() -> bool:
    if trio.lowlevel.in_trio_run():
        return True
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
