"""Checks of what users hand in, so that a mistake is named where it was made."""

from __future__ import annotations

import functools
from collections.abc import Awaitable
from types import CoroutineType
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["check_choice", "check_function", "check_functions", "check_limit", "describe", "invoke"]

P = ParamSpec("P")
R = TypeVar("R")


def describe(fn: object) -> str:
    """The name of a function for messages, whatever kind of callable it is."""
    while isinstance(fn, functools.partial):
        fn = cast("functools.partial[object]", fn).func
    name = getattr(fn, "__qualname__", None) or getattr(fn, "__name__", None)
    return name if isinstance(name, str) else type(fn).__qualname__


def check_function(fn: object, caller: str) -> None:
    """Refuse what cannot be called.

    A coroutine object, the usual slip, is closed, so that Python does not also warn of it.

    Raises:
        TypeError: `fn` is a coroutine object, or not callable.
    """
    if isinstance(fn, CoroutineType):
        coroutine = cast("CoroutineType[object, object, object]", fn)
        name = describe(coroutine)
        coroutine.close()
        msg = (
            f"{caller}() takes a function and its arguments, and was given the coroutine object"
            f" {name}(...): write {caller}({name}, ...), with no call"
        )
        raise TypeError(msg)
    if not callable(fn):
        msg = f"{caller}() takes an async function, not {type(fn).__qualname__}: {fn!r:.100}"
        raise TypeError(msg)


def check_functions(fns: Sequence[object], caller: str, *, at_least: int = 1) -> None:
    """Refuse functions one of which cannot be called; coroutine objects among them are all closed.

    Raises:
        TypeError: One is a coroutine object, or not callable.
        ValueError: There are too few.
    """
    if len(fns) < at_least:
        msg = f"{caller}() takes at least {at_least} async function, and was given none"
        raise ValueError(msg)
    failure: TypeError | None = None
    for fn in fns:
        try:
            check_function(fn, caller)
        except TypeError as error:
            failure = failure or error
    if failure is not None:
        raise failure


def check_limit(limit: object, caller: str, name: str = "limit") -> None:
    """Refuse a limit that is no whole number of at least 1.

    Raises:
        TypeError: It is no `int`.
        ValueError: It is less than 1.
    """
    if isinstance(limit, bool) or not isinstance(limit, int):
        msg = f"{caller}({name}=) must be a whole number, not {limit!r}"
        raise TypeError(msg)
    if limit < 1:
        msg = f"{caller}({name}=) must be at least 1, not {limit}"
        raise ValueError(msg)


def check_choice(value: object, choices: Sequence[str], what: str) -> None:
    """Refuse a word that is none of those there are.

    Raises:
        ValueError: It is none of them.
    """
    if value not in choices:
        msg = f"{what} must be {' or '.join(map(repr, choices))}, not {value!r:.100}"
        raise ValueError(msg)


def invoke(fn: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs) -> Awaitable[R]:
    """Call an async function and make sure that what it returned can be awaited.

    Raises:
        TypeError: It can't: `fn` is a synchronous function, or an async generator.
    """
    awaitable = fn(*args, **kwargs)
    kind = type(cast("object", awaitable))  # its annotation is a promise, and this is where it is kept
    # The first test is the cheap one; the second takes pages and other objects that can be awaited.
    if kind is CoroutineType or issubclass(kind, Awaitable):
        return awaitable
    msg = (
        f"an async function is due, and {describe(fn)} returned {kind.__qualname__}, which cannot be awaited"
        " (trio.to_thread.run_sync runs a synchronous function)"
    )
    raise TypeError(msg)
