"""Several ways to one result: all at once (`race`), or one after the other (`fallback`).

A race has a winner, and what becomes of the others is of no interest any more: they are cancelled and waited
for, and their errors are dropped with them. Where there is no winner nothing is dropped: all errors leave in
one group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, final

import attrs

from triopenai._flow.checks import check_functions, describe, invoke
from triopenai._flow.nest import Nest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import trio

__all__ = ["fallback", "race"]

R = TypeVar("R")


@final
@attrs.define(eq=False)
class _Race(Generic[R]):
    """What the runners share."""

    scope: trio.CancelScope
    winner: tuple[R] | None = None
    errors: list[Exception] = attrs.field(factory=list[Exception], init=False)

    async def run(self, fn: Callable[[], Awaitable[R]]) -> None:
        try:
            value = await invoke(fn)
        except Exception as error:  # noqa: BLE001  # raised by `race`, unless another wins
            error.add_note(f"raised by {describe(fn)} in a race")
            self.errors.append(error)
            return
        if self.winner is None:
            self.winner = (value,)
            self.scope.cancel()


async def race(*fns: Callable[[], Awaitable[R]]) -> R:
    """Call all functions at once and return the first result; the others are cancelled and waited for.

    ::

        reply = await race(partial(ask, model="gpt-5"), partial(ask, model="gpt-5-mini"))

    A function that raises is out of the race, and the rest go on. Cancelling `race` cancels all of them.

    Args:
        *fns: Async functions of no arguments; `functools.partial` gives them theirs.

    Returns:
        What the first function to return has returned. Of two that return in the same step of the scheduler,
        one wins, and the other's result is dropped.

    Raises:
        ExceptionGroup: All have raised; what they raised, in that order.
        TypeError: One of `fns` is a coroutine object or no async function.
        ValueError: There are none.
    """
    check_functions(fns, "race")
    async with Nest(unwrap=True) as nursery:
        runners: _Race[R] = _Race(nursery.cancel_scope)
        for fn in fns:
            nursery.start_soon(runners.run, fn, name=fn)
    try:
        if runners.winner is not None:
            return runners.winner[0]
        msg = f"all {len(fns)} functions of a race failed"
        raise ExceptionGroup(msg, runners.errors)
    finally:
        runners.errors.clear()  # their tracebacks hold the race


async def fallback(
    *fns: Callable[[], Awaitable[R]], on: type[Exception] | tuple[type[Exception], ...] = Exception
) -> R:
    """Call the functions one after the other until one returns, and return its result.

    ::

        reply = await fallback(
            partial(client.responses.create, model="gpt-5", input=text),
            partial(spare.responses.create, model="gpt-5-mini", input=text),
            on=(APIConnectionError, InternalServerError, RateLimitError),
        )

    Args:
        *fns: Async functions of no arguments; `functools.partial` gives them theirs.
        on: The errors after which the next one is tried. Another error leaves at once, with notes of those
            before it.

    Raises:
        ExceptionGroup: All have raised; what they raised, in that order.
        TypeError: One of `fns` is a coroutine object or no async function.
        ValueError: There are none.
    """
    check_functions(fns, "fallback")
    errors: list[Exception] = []
    try:
        for fn in fns:
            try:
                return await invoke(fn)
            except on as error:
                error.add_note(
                    f"raised by {describe(fn)}, number {len(errors) + 1} of {len(fns)} to fall back on"
                )
                errors.append(error)
            except Exception as error:
                for earlier in errors:
                    error.add_note(f"failed before: {type(earlier).__qualname__}: {earlier}")
                raise
        msg = f"all {len(fns)} functions of a fallback failed"
        raise ExceptionGroup(msg, errors)
    finally:
        del errors  # their tracebacks hold this frame
