"""The client of a synchronous program, as type checkers see it: each of these gives back what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from triopenai.bridge._proxy import SyncProxy

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Awaitable, Callable, Iterator
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

__all__ = ["blocking", "enter", "iterate"]

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def blocking(method: Callable[P, Awaitable[R]]) -> Callable[P, R]:
    """Tell type checkers that a method blocks, as it is one of a client of `open_client_sync`.

    Such a client is `typing.Any` to them. Annotated as a `triopenai.Client`, it has the types of that, except
    for what awaits, which this takes away::

        def answer(client: Client, question: str) -> str:
            return blocking(client.responses.create)(model="gpt-5", input=question).output_text

        with open_client_sync() as client:
            print(answer(client, "Why is the sky blue?"))

    The parameters stay as they are, overloads included. `enter` and `iterate` are for blocks and iterators.

    Args:
        method: The method.

    Raises:
        TypeError: It belongs to no such client.
    """
    _check("blocking", method)
    return cast("Callable[P, R]", method)


def enter(manager: AbstractAsyncContextManager[T, bool | None]) -> AbstractContextManager[T]:
    """Tell type checkers that a block (a stream, a session) is entered by ``with``; as for `blocking`.

    Args:
        manager: The block, of a client of `open_client_sync`.

    Raises:
        TypeError: It belongs to no such client.
    """
    _check("enter", manager)
    return cast("AbstractContextManager[T]", manager)


def iterate(items: AsyncIterable[T]) -> Iterator[T]:
    """Iterate over a stream or list by ``for``, with the type of its items; as for `blocking`.

    Args:
        items: The iterable, of a client of `open_client_sync`.

    Raises:
        TypeError: It belongs to no such client.
    """
    _check("iterate", items)
    return iter(cast("Iterator[T]", items))


def _check(name: str, value: object) -> None:
    if not issubclass(type(value), SyncProxy):
        msg = f"{name}() takes what a client of open_client_sync() gave, not {value!r}"
        raise TypeError(msg)
