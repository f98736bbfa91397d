"""How a block with tasks ends: as a nursery's does, but for what leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

import attrs
import trio

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType
    from typing import NoReturn

__all__ = ["Nest", "first_failure"]


def _open_nursery() -> AbstractAsyncContextManager[trio.Nursery]:
    # One that always raises a group, whatever `trio.run` was told.
    return trio.open_nursery(strict_exception_groups=True)


@final
@attrs.define(eq=False)
class Nest:
    """A nursery whose block's own exception leaves as itself, and a lone cancellation as `trio.Cancelled`.

    The body's exception is kept out of the nursery's group, which would rebuild it if it is a group itself.
    The exception to this are cancellations: only the nursery's scope can tell whether one is its own.

    Attributes:
        unwrap: Whether a task's error leaves as itself too: the first one, with notes of the others. Beside
            an error of the body's, tasks' errors leave in a group in any case.
    """

    unwrap: bool
    _manager: AbstractAsyncContextManager[trio.Nursery] = attrs.field(factory=_open_nursery, init=False)
    _nursery: trio.Nursery | None = attrs.field(default=None, init=False)

    @property
    def nursery(self) -> trio.Nursery:
        """The nursery, in the block and after it."""
        assert self._nursery is not None  # noqa: S101  # entered before it is asked for
        return self._nursery

    @trio.lowlevel.enable_ki_protection
    async def __aenter__(self) -> trio.Nursery:
        if self._nursery is not None:
            msg = "this block has been entered before; open another"
            raise RuntimeError(msg)
        self._nursery = await self._manager.__aenter__()
        return self._nursery

    @trio.lowlevel.enable_ki_protection
    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        try:
            if error is None or _has_cancellation(error):
                return await self._manager.__aexit__(kind, error, trace)  # noqa: ASYNC102  # the nursery's own exit
            self.nursery.cancel_scope.cancel()
            await self._manager.__aexit__(None, None, None)  # noqa: ASYNC102  # the nursery's own exit
        except BaseExceptionGroup as group:
            _leave(group, error, unwrap=self.unwrap)
        finally:
            # An error's traceback holds this frame, so the frame must not hold the error; and so below.
            del error, trace
        return False


def _leave(group: BaseExceptionGroup[BaseException], body: BaseException | None, *, unwrap: bool) -> None:
    """Raise what leaves the block instead of its body's exception, or return for that to go on."""
    errors = [error for error in group.exceptions if not _is_cancellation(error)]
    try:
        if body is not None and not _has_cancellation(body):
            if errors:
                msg = "the block and its tasks failed"
                _raise_as_is(BaseExceptionGroup(msg, [body, *errors]))
        elif errors:
            _raise_as_is(first_failure(errors) if unwrap else group)
        elif body is None:
            _raise_as_is(group.exceptions[0])
    finally:
        del group, body, errors


def _is_cancellation(error: BaseException) -> bool:
    """Whether an error is `trio.Cancelled`, or a group of nothing else."""
    if isinstance(error, BaseExceptionGroup):
        group = cast("BaseExceptionGroup[BaseException]", error)
        return group.split(trio.Cancelled)[1] is None
    return isinstance(error, trio.Cancelled)


def _has_cancellation(error: BaseException) -> bool:
    """Whether an error is `trio.Cancelled`, or a group with one in it."""
    if isinstance(error, BaseExceptionGroup):
        group = cast("BaseExceptionGroup[BaseException]", error)
        return group.subgroup(trio.Cancelled) is not None
    return isinstance(error, trio.Cancelled)


def first_failure(errors: Sequence[BaseException]) -> BaseException:
    """The error that stands for all of them: the first, unless one is an interrupt (such as Ctrl-C).

    The others failed before their cancellation reached them. They are told in notes on the one returned, so
    that callers can rely on its type and the traceback's text still tells of every failure.
    """
    interrupts = [error for error in errors if not isinstance(error, Exception)]
    chosen = (interrupts or errors)[0]
    for error in errors:
        if error is not chosen:
            notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
            chosen.add_note(f"failed at the same time: {type(error).__qualname__}: {error}{notes}")
    return chosen


def _raise_as_is(error: BaseException) -> NoReturn:
    """Raise an error that already has its traceback, with the context that it had.

    A plain `raise` in an exit handler would put the exception being handled (a `Cancelled`, or the very
    group that holds the error, which makes a cycle) into its `__context__`.
    """
    context = error.__context__
    try:
        raise error
    finally:
        error.__context__ = context
        del error, context
