"""Several functions at once, and all of their results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from triopenai._flow.checks import check_functions, check_limit, invoke
from triopenai._flow.fanout import map as map_async

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["gather"]

R = TypeVar("R")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
F = TypeVar("F")
G = TypeVar("G")
H = TypeVar("H")


@overload
async def gather(fns: Iterable[Callable[[], Awaitable[R]]], /, *, limit: int | None = None) -> list[R]: ...
@overload
async def gather(a: Callable[[], Awaitable[A]], /, *, limit: int | None = None) -> tuple[A]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]], b: Callable[[], Awaitable[B]], /, *, limit: int | None = None
) -> tuple[A, B]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]],
    b: Callable[[], Awaitable[B]],
    c: Callable[[], Awaitable[C]],
    /,
    *,
    limit: int | None = None,
) -> tuple[A, B, C]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]],
    b: Callable[[], Awaitable[B]],
    c: Callable[[], Awaitable[C]],
    d: Callable[[], Awaitable[D]],
    /,
    *,
    limit: int | None = None,
) -> tuple[A, B, C, D]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]],
    b: Callable[[], Awaitable[B]],
    c: Callable[[], Awaitable[C]],
    d: Callable[[], Awaitable[D]],
    e: Callable[[], Awaitable[E]],
    /,
    *,
    limit: int | None = None,
) -> tuple[A, B, C, D, E]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]],
    b: Callable[[], Awaitable[B]],
    c: Callable[[], Awaitable[C]],
    d: Callable[[], Awaitable[D]],
    e: Callable[[], Awaitable[E]],
    f: Callable[[], Awaitable[F]],
    /,
    *,
    limit: int | None = None,
) -> tuple[A, B, C, D, E, F]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]],
    b: Callable[[], Awaitable[B]],
    c: Callable[[], Awaitable[C]],
    d: Callable[[], Awaitable[D]],
    e: Callable[[], Awaitable[E]],
    f: Callable[[], Awaitable[F]],
    g: Callable[[], Awaitable[G]],
    /,
    *,
    limit: int | None = None,
) -> tuple[A, B, C, D, E, F, G]: ...
@overload
async def gather(
    a: Callable[[], Awaitable[A]],
    b: Callable[[], Awaitable[B]],
    c: Callable[[], Awaitable[C]],
    d: Callable[[], Awaitable[D]],
    e: Callable[[], Awaitable[E]],
    f: Callable[[], Awaitable[F]],
    g: Callable[[], Awaitable[G]],
    h: Callable[[], Awaitable[H]],
    /,
    *,
    limit: int | None = None,
) -> tuple[A, B, C, D, E, F, G, H]: ...
async def gather(*fns: object, limit: int | None = None) -> tuple[Any, ...] | list[Any]:
    """Call functions at once and return their results in order.

    ::

        user, orders = await gather(partial(find_user, 7), partial(find_orders, 7))
        pages = await gather([partial(fetch, url) for url in urls], limit=8)

    It ends when all have: the first that raises cancels the others, and its error leaves as itself, with
    notes of those that failed before their cancellation reached them; `map_failure` tells its position and
    what was finished. Cancelling `gather` cancels all.

    Args:
        *fns: Up to eight async functions of no arguments (`functools.partial` gives them theirs), whose
            results come as a tuple with each one's type; or one iterable of any number, whose results come as
            a list.
        limit: How many run at once; None for all.

    Raises:
        TypeError: One of them is a coroutine object or no async function, or `limit` is no `int`.
        ValueError: `limit` is less than 1.
    """
    if limit is not None:
        check_limit(limit, "gather")
    first = fns[0] if len(fns) == 1 else None
    if not callable(first) and isinstance(first, Iterable):
        listed = [*cast("Iterable[Callable[[], Awaitable[object]]]", first)]
        check_functions(listed, "gather", at_least=0)
        return await map_async(invoke, listed, limit=max(len(listed), 1) if limit is None else limit)
    given = cast("tuple[Callable[[], Awaitable[object]], ...]", fns)
    check_functions(given, "gather")
    return tuple(await map_async(invoke, given, limit=len(given) if limit is None else limit))
