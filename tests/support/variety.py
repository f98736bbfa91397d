"""Arguments that take every way there is: each variant of each union, and each value of each enumeration."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args, get_origin

from typing_extensions import is_typeddict

from tests.support.arguments import Maker, members_of
from triopenai._base.options import OPTION_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

# A union or enumeration, and one of its members.
Way: TypeAlias = "tuple[Any, Any]"

ITEMS: Final = 8  # of a list, at most
DEEP: Final = 12  # no type goes as deep, but for the two that hold themselves


class Variety(Maker):
    """Makes arguments again and again, and goes another way each time, until all have been taken.

    Attributes:
        left: The ways that no arguments have taken yet.
    """

    def __init__(self, keywords: type, known: Mapping[str, object] | None = None) -> None:
        super().__init__(full=True, known=known, deep=DEEP)
        self._keywords = keywords
        hints = typing.get_type_hints(keywords, include_extras=True)
        self.left = {way for name, hint in hints.items() if name not in OPTION_NAMES for way in _ways(hint)}

    def next(self) -> dict[str, object]:
        """Arguments that take at least one way that was left."""
        before = len(self.left)
        made = self.arguments(self._keywords)
        assert len(self.left) < before, f"no way to {self.left}"
        return made

    def _items(self, hint: Any, depth: int) -> list[object]:
        items = [self._value(hint, depth)]
        while len(items) < ITEMS and members_of(hint) and not self.left.isdisjoint(_ways(hint)):
            items.append(self._value(hint, depth))
        return items

    def _choose(self, hint: Any, choice: list[Any], depth: int) -> Any:
        member = next((one for one in choice if self._leads_on(hint, one)), None)
        if member is None:
            member = super()._choose(hint, choice, depth)
        self.left.discard((hint, _key(member)))
        return member

    def _leads_on(self, hint: Any, member: Any) -> bool:
        return (hint, _key(member)) in self.left or not self.left.isdisjoint(_ways(member))


def _key(member: Any) -> Any:
    # `Literal[True]` and `Literal[1]` would be one otherwise.
    return (type(member), member)


@cache
def _ways(hint: Any) -> frozenset[Way]:
    """All that a value of the type can be, at any depth."""
    found: set[Way] = set()
    _collect(hint, found, set())
    return frozenset(found)


def _collect(hint: Any, found: set[Way], seen: set[Any]) -> None:
    if isinstance(hint, (str, int, bool, types.NoneType)) or hint in seen:
        return
    seen.add(hint)
    if is_typeddict(hint):
        inner: tuple[Any, ...] = tuple(typing.get_type_hints(hint, include_extras=True).values())
    else:
        inner = get_args(hint) if get_origin(hint) is not typing.Literal else ()
    choice = members_of(hint)
    found.update((hint, _key(member)) for member in choice)
    if choice or bytes not in inner:
        for member in inner:
            _collect(member, found, seen)
