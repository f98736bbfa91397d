"""What the two hosts have in common: how calls are handed over and waited for, and blocks entered and left.

All of it is written once, as coroutines. A host says how to wait: asyncio's does with a future; that of
synchronous programs blocks inside of the coroutine, which therefore never suspends.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, cast, final

import outcome
import trio

from triopenai._base.errors import ClientClosedError
from triopenai._flow.nest import Nest
from triopenai._flow.scope import Scope
from triopenai.bridge._trio_side import Block, Call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    from trio.abc import AsyncResource

__all__ = ["Gate", "Host", "HostBlock", "current_scope", "for_trio", "wait_on"]

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


def closed_error() -> ClientClosedError:
    """The error for calls through a block that has ended."""
    return ClientClosedError("the block that this belongs to has ended: use it inside of the block")


@final
class HostBlock:
    """An async context manager that the host's code is inside of, and the calls made through it.

    Attributes:
        host: The host.
        parent: The block that this one was opened in, if any.
        side: What there is of it on Trio's side.
        scope: The scope that it was entered in, or that it is.
        leaver: Who is leaving it, or has left it.
    """

    def __init__(
        self, host: Host, manager: AbstractAsyncContextManager[object], parent: HostBlock | None
    ) -> None:
        self.host = host
        self.parent: Final = parent
        self._opened = host.new_gate()
        self._ended = host.new_gate()
        self.side = Block(manager, self._opened.open, self._unwind_body)
        self._call = Call(self.side.run, self._end)
        self._user: object = None
        self._requests = 0
        self._outer_scope: HostBlock | None = None
        self.scope: HostBlock | None = None
        self.leaver: object = None
        self._in_body = False
        self._unwinding = False

    def check(self) -> None:
        """Refuse calls at a wrong time or place.

        Raises:
            RuntimeError: As from `Host.check`.
            ClientClosedError: The outermost block has ended; or its body has, and the caller is none of its
                tasks.
        """
        self.host.check()
        if all(_is_closed(block) for block in self.outwards()):
            raise closed_error()

    def outwards(self) -> Iterator[HostBlock]:
        """This block and those around it."""
        block: HostBlock | None = self
        while block is not None:
            yield block
            block = block.parent

    def nursery_finder(self) -> Callable[[], trio.Nursery | None]:
        """What finds the nursery for a call, or a block, of the code that runs."""
        scope = current_scope.get()
        return partial(self._find_nursery, None if scope is self.scope else scope, lasting=for_trio.get())

    def _find_nursery(self, scope: HostBlock | None, *, lasting: bool) -> trio.Nursery | None:
        """The nursery of a scope further in; else of this block, or of one around it that is still open."""
        if scope is not None and scope.side.nursery is not None:
            return scope.side.nursery
        for block in self.outwards():
            if lasting and not block.side.ended:
                return block.side.lasting_nursery
            if not lasting and not block.side.left:
                return block.side.nursery
        return None

    async def call(self, fn: Callable[[], Awaitable[object]]) -> object:
        """Make a call inside of this block, and wait for it.

        Raises:
            BaseException: What the call raised, as it is, also when it was cancelled; or what interrupted it,
                after it has ended.
        """
        self.check()
        gate = self.host.new_gate()
        call = Call(fn, gate.open)
        self._start(call)
        interruption = await gate.outlast(partial(self.host.soon, call.scope.cancel))
        if interruption is not None:
            await self._discard(call)
            raise self._weightier(interruption, call)
        if call.result is None:
            raise closed_error() if _is_closed(self) else self.host.cancelled_error()
        return call.result.unwrap()

    def take(self, fn: Callable[[], object]) -> object:
        """Call a function of Trio's side that does not wait, for a host in Trio's thread.

        Raises:
            trio.WouldBlock: This block has ended, or is about to.
            BaseException: What the function raised.
        """
        self.host.check()
        if self.side.nursery is None:
            raise trio.WouldBlock
        return fn()

    def _weightier(self, interruption: BaseException, call: Call) -> BaseException:
        """What to raise of a call that was interrupted: no error is lost to a cancellation."""
        if isinstance(call.result, outcome.Error) and self.host.is_cancellation(interruption):
            return call.result.error
        return interruption

    def _start(self, call: Call) -> None:
        around = None if current_scope.get() is not None else self.host.surroundings()
        find = self.nursery_finder() if around is None else lambda: around
        self.host.soon(partial(call.start, find))

    async def _discard(self, call: Call) -> None:
        """Close what a call gave that nobody will take."""
        value = call.result.value if isinstance(call.result, outcome.Value) else None
        if hasattr(value, "aclose"):
            gate = self.host.new_gate()
            self._start(Call(partial(trio.aclose_forcefully, cast("AsyncResource", value)), gate.open))
            await gate.outlast(wait_on)

    async def enter(self) -> object:
        """Enter the block.

        Returns:
            What the manager gave.
        """
        parent, host = self.parent, self.host
        if parent is None:
            host.check()
            find: Callable[[], trio.Nursery | None] = partial(getattr, host, "nursery")
        else:
            parent.check()
            find = parent.nursery_finder()
        self._user, self._requests = host.current_user(), host.cancel_requests()
        host.soon(partial(self._call.start, find))
        interruption = await self._opened.outlast(self._hurry)
        if interruption is not None or self.side.nursery is None:
            await self._ended.outlast(self._hurry)
            if interruption is not None:
                raise interruption
            if self._call.result is not None:
                self._call.result.unwrap()
            raise self._cancelled_error()
        self._in_body = True
        self.scope = self._outer_scope = current_scope.get()
        if isinstance(self.side.value, Scope):
            self.scope = self
            current_scope.set(self)
        return self.side.value

    async def leave(self, error: BaseException | None) -> bool:
        """Leave the block, as its body has; returns whether the body's error is handled."""
        host = self.host
        unwound = host.is_cancellation(error)
        self.leaver = host.current_user()
        if current_scope.get() is self:
            current_scope.set(self._outer_scope)
        host.soon(partial(self.side.leave, error, self._call.scope.cancel if unwound else None))
        interruption = await self._ended.outlast(self._hurry)
        if self._unwinding:
            host.uncancel_user(self._user)
        result = self._call.result
        is_bodys = isinstance(result, outcome.Error) and result.error is error
        if interruption is not None:
            raise interruption if is_bodys else self._weightier(interruption, self._call)
        if is_bodys:
            return False
        if unwound and result is None and not self._closed_around():
            return False
        if result is None:
            raise self._cancelled_error()
        handled = cast("bool", result.unwrap())
        # What Trio's side has caught is its own cancellation, but the host may have asked for one as well.
        return handled and not (unwound and host.cancel_requests() > self._requests)

    def _cancelled_error(self) -> BaseException:
        """What there is to raise where the block's task was cancelled, by none of its own doing."""
        return closed_error() if self._closed_around() else self.host.cancelled_error()

    def _closed_around(self) -> bool:
        """Whether a block around this one was left with this one open."""
        return self.parent is not None and any(map(_is_closed, self.parent.outwards()))

    def _hurry(self) -> None:
        self.host.soon(self._call.scope.cancel)

    def _end(self) -> None:
        self._opened.open()
        self._ended.open()

    def _unwind_body(self) -> None:
        """Trio's side cancelled the block: cancel its body, or do without where there is none any more."""
        if self.leaver is not None:
            return  # it is on its way
        self._unwinding = self._in_body and not self._is_forgotten() and self.host.cancel_user(self._user)
        if not self._unwinding:
            self.side.leave(None, self._call.scope.cancel)

    def _is_forgotten(self) -> bool:
        """Whether the body's task is leaving a block around this one, and so will not leave this one."""
        return self.parent is not None and any(
            block.leaver is not None and block.leaver == self._user for block in self.parent.outwards()
        )


def _is_closed(block: HostBlock) -> bool:
    """Whether a block is closed to the caller: to its own tasks it is open until it has waited for them."""
    return block.side.ended if for_trio.get() else block.side.left


def wait_on() -> None:
    """For waits that cannot be hurried."""
