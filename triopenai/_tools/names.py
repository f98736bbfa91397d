"""The official names of types, read from ``tables/names.tsv``.

The table is grouped: ``@area`` (``@`` alone is `types` itself), ``!definition`` (the submodule where the
official package defines the name), then one line a name: name, code, pointer, extras, separated by tabs.

Code: ``*`` if the area exports it, ``=`` if it is the main name of its schema, then the kind (``m`` model,
``p`` params, ``u`` union, ``l`` literal, ``a`` alias, ``o`` other) and, for the last four, the side (``m``
response, ``p`` request). Extras: ``flat=`` the name that is unique in the area, where `flat_name` does not
give it, ``hand`` for hand-written types, ``also=`` further areas, ``op=`` the operation that params are for.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs

from triopenai._tools.document import TABLES
from triopenai._tools.pointers import expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["CLASSES", "Entry", "Kind", "Names", "Side", "flat_name", "read_names"]

Kind: TypeAlias = Literal["m", "p", "u", "l", "a", "o"]
Side: TypeAlias = Literal["m", "p"]

NO_SCHEMA: Final = "-"
CLASSES: Final = frozenset({"m", "p"})


@attrs.frozen
class Entry:
    """One official name.

    Attributes:
        area: The public module below `types`, dotted; empty for `types` itself.
        name: The name, unique in its area.
        kind: What the name is; see the module.
        side: ``"m"`` where it reads responses, ``"p"`` where it types requests.
        pointer: Its schema, or the empty string.
        official: Its short name in the official submodule `definition`.
        definition: That submodule.
        exported: Whether the area exports it.
        main: Whether it is the first name of its schema on its side.
        hand: Whether it is written by hand.
        also: Further areas that export it.
        operation: ``"POST /path"`` where it holds the keywords of a method.
    """

    area: str
    name: str
    kind: Kind
    side: Side
    pointer: str
    official: str
    definition: str
    exported: bool
    main: bool
    hand: bool = False
    also: tuple[str, ...] = ()
    operation: str = ""


class Names:
    """Every name, found by area and by schema."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: list[Entry] = list(entries)
        self.by_area: dict[str, list[Entry]] = defaultdict(list)
        self._by_schema: dict[tuple[str, Side], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self.by_area[entry.area].append(entry)
            if entry.pointer and not entry.hand:
                self._by_schema[entry.pointer, entry.side].append(entry)

    def add(self, entry: Entry) -> None:
        """Add a name that the table does not have, for a schema without one."""
        self.entries.append(entry)
        self.by_area[entry.area].append(entry)
        self._by_schema[entry.pointer, entry.side].append(entry)

    def find(self, pointer: str, side: Side, area: str) -> Entry | None:
        """The name that a reference from `area` uses: the area's own, else the main one."""
        named = self._by_schema.get((pointer, side))
        if not named:
            return None
        entries = [entry for entry in named if entry.kind != "a"] or named
        main = next((entry for entry in entries if entry.main), entries[0])
        if main.area == area:
            return main
        own = [entry for entry in entries if entry.area == area]
        return next((entry for entry in own if entry.exported), own[0] if own else main)


def read_names() -> Names:
    """Read the table."""
    return Names(_parse((TABLES / "names.tsv").read_text(encoding="utf-8").splitlines()))


def _parse(lines: Iterable[str]) -> Iterator[Entry]:
    area = definition = root = ""
    for line in lines:
        if line.startswith("@"):
            area = line[1:]
        elif line.startswith("!"):
            definition, root = line[1:], ""
        elif line:
            entry = _row(line.split("\t"), area, definition, root)
            root = root or entry.name
            yield entry


def flat_name(root: str, official: str, side: Side) -> str:
    """The name of a nested type that is unique in its area.

    Args:
        root: The exported type that the same definition holds.
        official: The short name in the definition.
        side: The side of the type.
    """
    if side == "m":
        return root + official
    base = root.removesuffix("s").removesuffix("Param")
    return base + official + ("" if official.endswith("Param") else "Param")


def _row(cells: list[str], area: str, definition: str, root: str) -> Entry:
    official, code, short, *rest = cells
    extras = {key: value for key, _, value in (cell.partition("=") for cell in rest)}
    kind = code.lstrip("*=")
    side = cast("Side", kind[-1])
    exported = "*" in code
    return Entry(
        area=area,
        name=official if exported else extras.get("flat") or flat_name(root, official, side),
        kind=cast("Kind", kind[0]),
        side=side,
        pointer="" if short == NO_SCHEMA else expand(short),
        official=official,
        definition=definition,
        exported=exported,
        main="=" in code,
        hand="hand" in extras,
        also=tuple(extras["also"].replace("/", "").split(",")) if "also" in extras else (),
        operation=extras.get("op", ""),
    )
