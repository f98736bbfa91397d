"""Modules whose names load on first use (PEP 562)."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

__all__ = ["attach"]


def attach(
    module: str, sources: Mapping[str, str], *, areas: str = ""
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the ``__getattr__`` and ``__dir__`` of a module that gets its names from elsewhere.

    Args:
        module: The module's ``__name__``.
        sources: Module to the names that it gives, separated by spaces. ``Choice=ChatCompletionChoice`` shows
            the source's second name as the first.
        areas: Names of the packages below it, which load on first use as well.
    """
    table: dict[str, tuple[str, str]] = {}

    def find(name: str) -> tuple[str, str] | None:
        if not table:
            for source, names in sources.items():
                for item in names.split():
                    shown, _, held = item.partition("=")
                    table[shown] = source, held or shown
            table.update({area: (f"{module}.{area}", "") for area in areas.split()})
        return table.get(name)

    def load(name: str) -> object:
        home = find(name)
        if home is None:
            found = _submodule(module, name)
            if found is None:
                msg = f"module {module!r} has no attribute {name!r}"
                raise AttributeError(msg)
            return found
        source, held = home
        loaded = importlib.import_module(source)
        if not held:
            return loaded
        value: object = getattr(loaded, held)
        setattr(sys.modules[module], name, value)
        return value

    def names() -> list[str]:
        find("")
        return sorted({*vars(sys.modules[module]), *table})

    return load, names


def _submodule(package: str, name: str) -> ModuleType | None:
    """A submodule that nobody has imported yet; None where there is none of that name."""
    if name.startswith("_"):
        return None
    full = f"{package}.{name}"
    try:
        return importlib.import_module(full)
    except ModuleNotFoundError as error:
        if error.name != full:
            raise
        return None
