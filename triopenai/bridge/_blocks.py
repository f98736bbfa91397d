"""Blocks that the host's code is inside of: how they are entered and left, and the calls made in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast, final

import outcome
import trio

from triopenai._base.errors import ClientClosedError
from triopenai._flow.scope import Scope
from triopenai.bridge._host import current_scope, for_trio, wait_on
from triopenai.bridge._trio_side import Block, Call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    from trio.abc import AsyncResource

    from triopenai.bridge._host import Host

__all__ = ["HostBlock"]


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
        scope = self._current_scope()
        return partial(self._find_nursery, None if scope is self.scope else scope, lasting=for_trio.get())

    def _current_scope(self) -> HostBlock | None:
        """The scope that the code that runs is in; contexts may come from another host, by a thread."""
        scope = current_scope.get()
        return scope if scope is not None and scope.host is self.host else None

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
        around = self.host.surroundings() if self._current_scope() is None else None
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
        self.scope = self._outer_scope = self._current_scope()
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
