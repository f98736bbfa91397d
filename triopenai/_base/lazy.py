"""Modules whose names load on first use (PEP 562)."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["attach"]


def attach(
    module: str, sources: Mapping[str, str], *, areas: str = ""
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the ``__getattr__`` and ``__dir__`` of a module that gets its names from elsewhere.

    Args:
        module: The module's ``__name__``.
        sources: Module to the names that it gives, separated by spaces.
        areas: Names of the packages below it, which load on first use as well.
    """
    table: dict[str, str] = {}

    def find(name: str) -> str | None:
        if not table:
            for source, names in sources.items():
                table.update(dict.fromkeys(names.split(), source))
            table.update({area: f"{module}.{area}" for area in areas.split()})
        return table.get(name)

    def load(name: str) -> object:
        source = find(name)
        if source is None:
            msg = f"module {module!r} has no attribute {name!r}"
            raise AttributeError(msg)
        found = importlib.import_module(source)
        if source == f"{module}.{name}":
            return found
        value: object = getattr(found, name)
        setattr(sys.modules[module], name, value)
        return value

    def names() -> list[str]:
        find("")
        return sorted({*vars(sys.modules[module]), *table})

    return load, names
