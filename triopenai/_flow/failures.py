"""What leaves a block whose nursery raised a group: which error, and how to raise it untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import trio

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager
    from typing import NoReturn

__all__ = ["leave_block", "open_nursery"]


def open_nursery() -> AbstractAsyncContextManager[trio.Nursery]:
    """A nursery that always raises a group, whatever `trio.run` was told."""
    return trio.open_nursery(strict_exception_groups=True)


def leave_block(
    group: BaseExceptionGroup[BaseException], body: BaseException | None, *, unwrap: bool
) -> bool:
    """Decide what leaves a block, given its nursery's group and its body's exception; for `__aexit__`.

    Cancellations give way to errors. The body's own exception leaves as itself if no task failed.

    Args:
        group: What the nursery raised.
        body: What the block's body raised, if it did.
        unwrap: Whether tasks' errors leave as the first of them, for want of an error of the body's, or in
            the group.

    Returns:
        False, for `__aexit__` to let the body's exception go on.

    Raises:
        BaseException: What is to leave instead of the body's exception.
    """
    errors = [error for error in group.exceptions if not _is_cancellation(error)]
    try:
        from_body = any(error is body for error in errors)
        if not errors:
            if body is not None and _is_cancellation(body):
                return False
            _raise_as_is(group.exceptions[0])
        if from_body and len(errors) == 1:
            return False
        _raise_as_is(_first_failure(errors) if unwrap and not from_body else group)
    finally:
        # The error's traceback holds this frame: it must not hold the error.
        del group, body, errors


def _is_cancellation(error: BaseException) -> bool:
    """Whether an error is `trio.Cancelled`, or a group of nothing else."""
    if isinstance(error, BaseExceptionGroup):
        group = cast("BaseExceptionGroup[BaseException]", error)
        return group.split(trio.Cancelled)[1] is None
    return isinstance(error, trio.Cancelled)


def _first_failure(errors: Sequence[BaseException]) -> BaseException:
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
