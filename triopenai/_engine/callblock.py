"""Blocks that begin with a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

__all__ = ["CallBlock"]

T = TypeVar("T", bound="Closeable")


class Closeable(Protocol):
    """What a block closes."""

    async def aclose(self) -> None: ...


class CallBlock(Generic[T]):
    """A block that makes a call where it begins, and closes what that gave where it ends.

    It is a class, and not an `asynccontextmanager`, so that warnings find the block's line.

    Args:
        make: Makes the call.
    """

    __slots__ = ("_entered", "_given", "_make")

    def __init__(self, make: Callable[[], Awaitable[T]]) -> None:
        self._make = make
        self._entered = False
        self._given: T | None = None

    async def __aenter__(self) -> T:
        if self._entered:
            msg = "the block of a call is entered once: make the call again for another"
            raise RuntimeError(msg)
        self._entered = True
        self._given = await self._make()
        return self._given

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._given is not None:
            await self._given.aclose()
