"""From the API document to the generated packages.

Each generator is a module of this package with ``FOLDERS``, the folders of `triopenai` that are its own, and
``generate(document) -> {path: text}``, paths relative to the folder of `triopenai`. Its texts are final: no
formatter runs over them, so that the output depends on nothing but the document and the tables.
"""

from __future__ import annotations

import hashlib
import importlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

import attrs

from triopenai._tools.document import digest, load

if TYPE_CHECKING:
    from triopenai._tools.document import JsonObject

__all__ = ["GENERATORS", "Plan", "check", "make_plan", "read_lock", "write"]

GENERATORS: Final = (
    "triopenai._tools.typegen",
    "triopenai._tools.operations",
    "triopenai._tools.resources",
)

PACKAGE: Final = Path(__file__).parent.parent
HAND_WRITTEN: Final = "_hand"  #: folders of this name inside a generated folder are left alone
_SPEC_LOCK: Final = "spec.lock"
_GENERATED_LOCK: Final = "generated.lock"


class _Generator(Protocol):
    FOLDERS: tuple[str, ...]

    def generate(self, document: JsonObject) -> dict[str, str]: ...


@attrs.frozen
class Plan:
    """What the generated folders should hold.

    Attributes:
        source: SHA-256 of the stripped document.
        files: Path below the package to the file's text.
        folders: Folders that hold nothing but generated files (`_hand` below them excepted).
    """

    source: str
    files: dict[str, str]
    folders: tuple[str, ...]


def make_plan(source: Path) -> Plan:
    """Run every generator on the document at `source`; nothing is written."""
    stripped, document = load(source)
    files: dict[str, str] = {}
    folders: list[str] = []
    for name in GENERATORS:
        if find_spec(name) is None:
            continue
        generator = cast("_Generator", importlib.import_module(name))
        files.update(generator.generate(document))
        folders.extend(generator.FOLDERS)
    return Plan(source=digest(stripped), files=dict(sorted(files.items())), folders=tuple(folders))


def write(plan: Plan) -> list[str]:
    """Write what differs, delete what is stale, renew the locks.

    Returns:
        The paths that were written or deleted.
    """
    changed: list[str] = []
    for path, text in plan.files.items():
        target = PACKAGE / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    for path in stale(plan):
        (PACKAGE / path).unlink()
        changed.append(path)
    for name, text in _locks(plan).items():
        (Path(__file__).parent / name).write_text(text, encoding="utf-8", newline="\n")
    return changed


def stale(plan: Plan) -> list[str]:
    """Files in the generated folders that the plan does not have."""
    found: list[str] = []
    for folder in plan.folders:
        for file in sorted((PACKAGE / folder).rglob("*.py")):
            path = file.relative_to(PACKAGE)
            if HAND_WRITTEN not in path.parts and path.as_posix() not in plan.files:
                found.append(path.as_posix())
    return found


def check(plan: Plan) -> list[str]:
    """What `write` would change, locks included; nothing is written."""
    different = [
        path
        for path, text in plan.files.items()
        if not (PACKAGE / path).is_file() or (PACKAGE / path).read_text(encoding="utf-8") != text
    ]
    locks = [
        name
        for name, text in _locks(plan).items()
        if not (Path(__file__).parent / name).is_file()
        or (Path(__file__).parent / name).read_text(encoding="utf-8") != text
    ]
    return different + stale(plan) + locks


def read_lock() -> dict[str, str]:
    """Path below the package to SHA-256, as `generated.lock` says."""
    text = (Path(__file__).parent / _GENERATED_LOCK).read_text(encoding="utf-8")
    pairs = (line.split(maxsplit=1) for line in text.splitlines() if line)
    return {path: value for value, path in pairs}


def _locks(plan: Plan) -> dict[str, str]:
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {path}\n" for path, text in plan.files.items())
    spec = f"repository openai/openai-openapi\ncommit f85dbe2\nsha256-stripped {plan.source}\n"
    return {_GENERATED_LOCK: "".join(sums), _SPEC_LOCK: spec}
