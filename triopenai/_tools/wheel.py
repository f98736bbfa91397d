"""What the wheel must hold, and what it must not.

``python -m triopenai._tools.wheel WHEEL`` prints what is wrong with it, and fails if anything is.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["main", "problems"]

PACKAGE = "triopenai"
NEEDED = (
    f"{PACKAGE}/__init__.py",
    f"{PACKAGE}/__main__.py",
    f"{PACKAGE}/py.typed",
    f"{PACKAGE}/types/chat/__init__.py",
    f"{PACKAGE}/resources/__init__.py",
    f"{PACKAGE}/_operations/__init__.py",
    f"{PACKAGE}/testing/__init__.py",
)
FORBIDDEN = (f"{PACKAGE}/_tools/", "tests/", "docs/")


def problems(names: Iterable[str], expected: Iterable[str] = ()) -> list[str]:
    """What is wrong with a wheel that holds files of these names.

    Args:
        names: The paths in the wheel.
        expected: Paths that must be among them, besides those that always must.
    """
    names = set(names)
    missing = {*NEEDED, *expected} - names
    found = [f"{name} is missing" for name in sorted(missing)]
    found += [f"{name} does not belong in it" for name in sorted(names) if name.startswith(FORBIDDEN)]
    if not any(name.endswith(".dist-info/licenses/LICENSE") for name in names):
        found.append("the licence is missing")
    return found


def _sources(root: Path) -> list[str]:
    """The modules of the package in the checkout, but for the tools."""
    paths = (path.relative_to(root).as_posix() for path in (root / PACKAGE).rglob("*.py"))
    return [path for path in paths if not path.startswith(FORBIDDEN)]


def main(arguments: list[str]) -> int:
    """Check the wheel named by the only argument against the checkout; returns the exit status."""
    (wheel,) = arguments
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    found = problems(names, _sources(Path(__file__).parents[2]))
    for problem in found:
        print(problem)
    print(f"{Path(wheel).name}: {len(names)} files, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
