"""Which of an area's definitions stand together in a module, so that using one type loads few others.

A small area is one module. The models of a large one are parted into those that other areas use (``common``),
those that use other areas (``linked``), the one big family of types that hold each other, if there is one
beside others (``family``), and the rest. Request types are parted into ``common`` and the rest. No two of the
modules need each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from triopenai._tools.definitions import Definition

__all__ = ["COMMON", "FAMILY", "LINKED", "REST", "closure", "partition"]

COMMON: Final = "_common"
LINKED: Final = "_linked"
FAMILY: Final = "_family"
REST: Final = ""

_LARGE: Final = 60  #: definitions of an area that is worth parting
_BIG: Final = 100  #: classes of a family, and of the others beside it, that are worth it
_EVERYWHERE: Final = "shared"  #: an area that is small, and loaded with every other


def partition(definitions: Mapping[str, Definition], wanted: Iterable[str], *, fully: bool) -> dict[str, str]:
    """The part of each definition that is not in the rest.

    Args:
        definitions: The area's definitions.
        wanted: Those of them that other areas use.
        fully: Whether to part more than ``common`` from the rest.
    """
    if len(definitions) < _LARGE:
        return {}
    common = closure(wanted, lambda name: definitions[name].uses & definitions.keys())
    parts = dict.fromkeys(common, COMMON)
    if not fully:
        return parts
    left = {name: definition for name, definition in definitions.items() if name not in parts}
    linked = _users_of_other_areas(left)
    parts |= dict.fromkeys(linked, LINKED)
    left = {name: definition for name, definition in left.items() if name not in linked}
    family = max(_families(left), key=len, default=set[str]())
    inside = sum(left[name].is_class for name in family)
    outside = sum(definition.is_class for definition in left.values()) - inside
    if min(inside, outside) >= _BIG:
        parts |= dict.fromkeys(family, FAMILY)
    return parts


def closure(names: Iterable[str], steps: Callable[[str], Iterable[str]]) -> set[str]:
    """Names, and all that steps lead to from them."""
    found: set[str] = set()
    stack = list(names)
    while stack:
        name = stack.pop()
        if name not in found:
            found.add(name)
            stack.extend(steps(name))
    return found


def _users_of_other_areas(definitions: Mapping[str, Definition]) -> set[str]:
    """The definitions that use other areas, in however many steps."""
    found = {
        name
        for name, definition in definitions.items()
        if any(entry.area != _EVERYWHERE for entry in definition.foreign.values())
    }
    grown = True
    while grown:
        more = {name for name, definition in definitions.items() if definition.uses & found} - found
        found |= more
        grown = bool(more)
    return found


def _families(definitions: Mapping[str, Definition]) -> list[set[str]]:
    """The definitions, grouped such that no group uses another."""
    neighbours: dict[str, set[str]] = {name: set() for name in definitions}
    for name, definition in definitions.items():
        for used in definition.uses & definitions.keys():
            neighbours[name].add(used)
            neighbours[used].add(name)
    families: list[set[str]] = []
    placed: set[str] = set()
    for name in definitions:
        if name not in placed:
            families.append(closure([name], neighbours.__getitem__))
            placed |= families[-1]
    return families
