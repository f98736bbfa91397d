"""Which hand-written mixins each resource takes: ``tables/mixins.tsv``."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["PACKAGE", "load", "parse", "written", "written_in"]

TABLE: Final = Path(__file__).with_name("tables") / "mixins.tsv"
PACKAGE: Final = "triopenai._helpers"


def load() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Path of a resource to the modules and names of its mixins, in the order of its bases."""
    return parse(TABLE.read_text(encoding="utf-8"))


def written() -> frozenset[str]:
    """The paths of the methods that mixins write in the place of generated ones."""
    return written_in(TABLE.read_text(encoding="utf-8"))


def written_in(text: str) -> frozenset[str]:
    """As `written`, of a table's text."""
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return frozenset(f"{path}.{method}" for path, *others in rows for method in others[1:])


def parse(text: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """As `load`, of a table's text.

    Raises:
        ValueError: A line is not ``path<tab>module:class`` (with a method's name after another tab, if it
            has one), or names a module that is no helper's.
    """
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        path, _, rest = line.partition("\t")
        reference, _, method = rest.partition("\t")
        module, _, name = reference.partition(":")
        if (
            not module.startswith(f"{PACKAGE}.")
            or not name.isidentifier()
            or not (method or name).isidentifier()
        ):
            msg = f"not a line of mixins: {line!r}"
            raise ValueError(msg)
        found[path].append((module, name))
    return found
