"""The host of synchronous programs: Trio in a thread of its own, and calls that block."""

from __future__ import annotations

import asyncio
import contextvars
import math
import threading
from functools import partial
from typing import TYPE_CHECKING, cast, final

import trio

from triopenai._base.errors import ClientClosedError
from triopenai.bridge._host import Host

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SyncHost"]

# In a function of the user's that a Trio task runs in a thread: where its calls run, so that they are
# cancelled with that task.
_surroundings: contextvars.ContextVar[trio.Nursery | None] = contextvars.ContextVar(
    "surroundings", default=None
)


@final
class _BlockCancelled(ClientClosedError):
    """The block that a call was made in is ending, as something else in it failed."""


@final
class _Gate:
    def __init__(self) -> None:
        self._event = threading.Event()

    def open(self) -> None:
        self._event.set()

    async def outlast(self, hurry: Callable[[], None]) -> BaseException | None:
        interruption: BaseException | None = None
        while not self._event.is_set():
            try:
                self._event.wait()
            except KeyboardInterrupt as error:
                interruption = error
                hurry()
        return interruption


@final
class SyncHost(Host):
    """The threads of a program, and a Trio thread beside them."""

    def __init__(self) -> None:
        self._ready = _Gate()
        self._finished = _Gate()
        self._stop = trio.Event()
        self._nursery: trio.Nursery | None = None
        self._token: trio.lowlevel.TrioToken | None = None
        self._thread = threading.Thread(target=self._run, name="triopenai")

    async def start(self) -> None:
        """Start the thread.

        Raises:
            RuntimeError: The caller runs an event loop, which blocking calls would stop.
        """
        if trio.lowlevel.in_trio_run() or asyncio._get_running_loop() is not None:
            msg = (
                "open_client_sync() is for synchronous programs, and this thread runs an event loop, which its"
                " calls would stop: use open_client() with Trio, and open_bridge() with asyncio"
            )
            raise RuntimeError(msg)
        self._thread.start()
        await self._ready.outlast(_wait_on)
