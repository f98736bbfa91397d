"""The input of a fan-out: any sync or async iterable, pulled one item at a time."""

from __future__ import annotations

import enum
from collections.abc import AsyncIterable, Iterable
from types import CoroutineType
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar, cast, final, runtime_checkable

import attrs

from triopenai._flow.checks import describe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

__all__ = ["END", "End", "Source", "open_source"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@final
class End(enum.Enum):
    """The type of `END`."""

    END = "end"


END: Final = End.END


class Source(Protocol[T_co]):
    """Where the items come from."""

    async def pull(self) -> T_co | End:
        """The next item, or `END` when there is none; after `END` it is not called again."""
        ...

    async def aclose(self) -> None:
        """Let go of the input."""
        ...


@runtime_checkable
class _Closable(Protocol):
    async def aclose(self) -> None: ...


@final
@attrs.define(eq=False)
class _Sync(Generic[T]):
    iterator: Iterator[T]

    async def pull(self) -> T | End:
        return next(self.iterator, END)

    async def aclose(self) -> None:
        """Leave it: whoever holds a synchronous iterator may want the rest of it."""


@final
@attrs.define(eq=False)
class _Async(Generic[T]):
    iterator: AsyncIterator[T]

    async def pull(self) -> T | End:
        try:
            return await self.iterator.__anext__()
        except StopAsyncIteration:
            return END

    async def aclose(self) -> None:
        if isinstance(self.iterator, _Closable):
            await self.iterator.aclose()


def open_source(items: Iterable[T] | AsyncIterable[T], caller: str) -> Source[T]:
    """Start iterating over `items`; what can be iterated both ways is iterated asynchronously.

    Raises:
        TypeError: It can't be iterated.
    """
    # Typing promises one of the two; slips are caught here, and a page (a model, so iterable over its
    # fields) is an async iterable first.
    given = cast("object", items)
    if isinstance(given, AsyncIterable):
        return _Async(cast("AsyncIterable[T]", given).__aiter__())
    if isinstance(given, Iterable):
        return _Sync(iter(cast("Iterable[T]", given)))
    if isinstance(given, CoroutineType):
        coroutine = cast("CoroutineType[object, object, object]", given)
        coroutine.close()
        msg = f"{caller}() takes items, not the coroutine object {describe(coroutine)}(...): await it first"
        raise TypeError(msg)
    msg = f"{caller}() takes a sync or async iterable of items, not {type(given).__qualname__}"
    raise TypeError(msg)
