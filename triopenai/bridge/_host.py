"""What the two hosts have in common: how their Trio run is begun and ended, and what is asked of each.

All of it is written once, as coroutines. A host says how to wait: asyncio's does with a future; that of
synchronous programs blocks inside of the coroutine, which therefore never suspends.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, Protocol

import trio

from triopenai._flow.nest import Nest

if TYPE_CHECKING:
    from collections.abc import Callable

    import outcome

    from triopenai.bridge._blocks import HostBlock

__all__ = ["Gate", "Host", "current_scope", "for_trio", "wait_on"]

# Whether the code that runs is a function of the user's that a Trio task waits for, or was started by one.
for_trio: Final[ContextVar[bool]] = ContextVar("for_trio", default=False)

# The block of the innermost `Scope` around the code that runs: its calls are to be counted there.
current_scope: Final[ContextVar[HostBlock | None]] = ContextVar("current_scope", default=None)


class Gate(Protocol):
    """Something that a host waits for, and that Trio's side opens."""

    def open(self) -> None:
        """Let the waiter go on. Called in Trio's thread; a second call does nothing."""

    async def outlast(self, hurry: Callable[[], None]) -> BaseException | None:
        """Wait until the gate is open, whatever happens.

        Args:
            hurry: Called when the wait is interrupted (by a cancellation, by Ctrl-C).

        Returns:
            The interruption, for the caller to raise, or None.
        """


class Host(ABC):
    """Where the user's code runs, and where it hands calls over to Trio, in a run that this host began."""

    def __init__(self) -> None:
        self._ready = self.new_gate()
        self.finished = self.new_gate()
        self._stop = trio.Event()
        self._nursery: trio.Nursery | None = None
        self._result: outcome.Outcome[None] | None = None

    async def _main(self) -> None:
        """What the Trio run does: it holds the nursery open."""
        async with Nest(unwrap=True) as nursery:  # Ctrl-C may come here, and leaves as itself
            self._nursery = nursery
            self._ready.open()
            await self._stop.wait()

    def _finish(self, result: outcome.Outcome[None]) -> None:
        """The Trio run has ended, or could not begin."""
        self._result = result
        self._ready.open()
        self.finished.open()

    async def _begin(self) -> None:
        """Wait until the Trio run has begun.

        Raises:
            BaseException: It could not; or what interrupted the wait.
        """
        interruption = await self._ready.outlast(wait_on)
        if self._nursery is None or interruption is not None:
            await self.release()
        if interruption is not None:
            raise interruption

    async def _end(self) -> None:
        """End the Trio run, and wait until it has."""
        if self._result is None:
            self.soon(self._stop.set)
        interruption = await self.finished.outlast(wait_on)
        assert self._result is not None  # noqa: S101  # set before the gate was opened
        self._result.unwrap()
        if interruption is not None:
            raise interruption

    @property
    def nursery(self) -> trio.Nursery:
        """Where outermost blocks run."""
        assert self._nursery is not None  # noqa: S101  # there before anyone gets the host
        return self._nursery

    @abstractmethod
    def check(self) -> None:
        """Refuse a caller that runs where this bridge cannot be used.

        Raises:
            RuntimeError: It is on another loop, or in a thread that must not wait.
        """

    @abstractmethod
    def soon(self, fn: Callable[[], object]) -> None:
        """Call a function that does not raise, in Trio's thread."""

    @abstractmethod
    def new_gate(self) -> Gate:
        """A gate that this host can wait at."""

    @abstractmethod
    async def run_here(self, fn: Callable[[], object]) -> object:
        """Run a function of the user's at the host, with `for_trio` set, for the Trio task that calls this.

        Cancelling the Trio task cancels the function, which is waited for in any case.
        """

    @abstractmethod
    async def release(self) -> None:
        """Give the host back, once everything that was opened on it is closed."""

    def surroundings(self) -> trio.Nursery | None:
        """Where the calls of the code that is running now belong, if not to their block."""
        return None

    @abstractmethod
    def cancelled_error(self) -> BaseException:
        """What a call raises that was cancelled from Trio's side."""

    @abstractmethod
    def is_cancellation(self, error: BaseException | None) -> bool:
        """Whether a body that ended so was cancelled."""

    @abstractmethod
    def current_user(self) -> object:
        """Who is calling: a task or thread."""

    @abstractmethod
    def cancel_user(self, user: object) -> bool:
        """Cancel a task, so that it leaves a block; False if it has ended."""

    @abstractmethod
    def uncancel_user(self, user: object) -> None:
        """Take back what `cancel_user` did, since it has had its effect."""

    @abstractmethod
    def cancel_requests(self) -> int:
        """How often the host's code has asked for the caller to be cancelled, so far."""


def wait_on() -> None:
    """For waits that cannot be hurried."""
