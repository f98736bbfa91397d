"""The type of a list of strings that a lone string is no instance of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, SupportsIndex, TypeVar, overload

__all__ = ["SequenceNotStr"]

ItemT = TypeVar("ItemT", covariant=True)


if TYPE_CHECKING:

    class SequenceNotStr(Protocol[ItemT]):
        """A sequence such as a list or a tuple, but not `str`.

        `str` fails by its `__contains__`, which takes nothing but strings.
        """

        @overload
        def __getitem__(self, index: SupportsIndex, /) -> ItemT: ...
        @overload
        def __getitem__(self, index: slice, /) -> Sequence[ItemT]: ...
        def __contains__(self, value: object, /) -> bool: ...
        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[ItemT]: ...
        def __reversed__(self) -> Iterator[ItemT]: ...

else:
    # for who evaluates annotations as the program runs, as pydantic does
    SequenceNotStr = Sequence
