"""From the API document to the generated packages.

Each generator is a module of this package with ``FOLDERS``, the folders of `triopenai` that are its own, and
``generate(spec) -> {path: text}``, paths relative to the folder of `triopenai`. Its texts are final: no
formatter runs over them, so that the output depends on nothing but the document and the tables.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import attrs

from triopenai._tools import connections, operations, resources, typegen
from triopenai._tools.document import digest, load
from triopenai._tools.spec import Spec

__all__ = ["GENERATORS", "Plan", "Source", "check", "make_plan", "read_lock", "write"]

GENERATORS: Final = (typegen, operations, resources, connections)

PACKAGE: Final = Path(__file__).parent.parent
HAND_WRITTEN: Final = "_hand"  #: folders of this name inside a generated folder are left alone
_REPOSITORY: Final = "openai/openai-openapi"
_SPEC_LOCK: Final = "spec.lock"
_GENERATED_LOCK: Final = "generated.lock"


@attrs.frozen
class Source:
    """The document that was read.

    Attributes:
        commit: Its commit in OpenAI's repository.
        digest: SHA-256 of its facts, see `triopenai._tools.document.digest`.
    """

    commit: str
    digest: str

    def __str__(self) -> str:
        return f"repository {_REPOSITORY}\ncommit {self.commit}\nsha256-stripped {self.digest}\n"

    @classmethod
    def locked(cls) -> Source:
        """The one that the generated files in place were made from."""
        lines = (Path(__file__).parent / _SPEC_LOCK).read_text(encoding="utf-8").splitlines()
        found = dict(line.split(" ", 1) for line in lines)
        return cls(found["commit"], found["sha256-stripped"])


@attrs.frozen
class Plan:
    """What the generated folders should hold.

    Attributes:
        source: Where the document is from: the lines of `spec.lock`.
        files: Path below the package to the file's text.
        folders: Folders that hold nothing but generated files (`_hand` below them excepted).
    """

    source: Source
    files: dict[str, str]
    folders: tuple[str, ...]


def make_plan(path: Path, commit: str | None = None) -> Plan:
    """Run every generator on the document at `path`; nothing is written.

    Args:
        path: As for `triopenai._tools.document.load`.
        commit: The document's commit in OpenAI's repository; may be left out for the one that is locked.

    Raises:
        ValueError: The document is not the locked one, and `commit` was left out.
    """
    stripped, document = load(path)
    found = digest(stripped)
    if commit is None:
        locked = Source.locked()
        if locked.digest != found:
            msg = f"this is not the document of commit {locked.commit}, which is locked: say which one it is"
            raise ValueError(msg)
        commit = locked.commit
    spec = Spec(document)
    files: dict[str, str] = {}
    folders: list[str] = []
    for generator in GENERATORS:
        files |= generator.generate(spec)
        folders += generator.FOLDERS
    return Plan(source=Source(commit, found), files=dict(sorted(files.items())), folders=tuple(folders))


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
    return {_GENERATED_LOCK: "".join(sums), _SPEC_LOCK: str(plan.source)}
