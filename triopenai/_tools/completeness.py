"""Whether every public name is typed: pyright's ``--verifytypes``, with 100 % as the only pass.

``python -m triopenai._tools.completeness triopenai`` prints what is missing, and fails if anything is.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, NamedTuple

__all__ = ["Completeness", "main", "read"]

SHOWN = 50
CONSEQUENCES = ("Type of base class", "is partially unknown")


class Completeness(NamedTuple):
    """What pyright found out about a package's public names.

    Attributes:
        known: Public names whose type is known in full.
        total: All public names.
        problems: One line for each error and each thing whose type is missing, causes before consequences.
    """

    known: int
    total: int
    problems: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing; without any public names, the package was not found at all."""
        return self.known == self.total > 0 and not self.problems


def read(output: str) -> Completeness:
    """Read the JSON that ``pyright --outputjson --verifytypes`` prints.

    Raises:
        ValueError: It is not such a report.
    """
    try:
        document: dict[str, Any] = json.loads(output)
        report = document["typeCompleteness"]
        counts = report["exportedSymbolCounts"]
    except (KeyError, TypeError, ValueError) as error:
        msg = f"pyright printed no report: {output[:500]!r}"
        raise ValueError(msg) from error
    problems = [
        item["message"] for item in document.get("generalDiagnostics", ()) if item["severity"] == "error"
    ]
    unknown = [symbol for symbol in report.get("symbols", ()) if not symbol["isTypeKnown"]]
    if any(symbol["isExported"] for symbol in unknown):
        # An untyped private attribute makes each public class unknown that leads to it: causes come first.
        found = (
            f"{symbol['name']}: {each['message']}" for symbol in unknown for each in symbol["diagnostics"]
        )
        problems += sorted(found, key=lambda line: any(word in line for word in CONSEQUENCES))
    total = counts["withKnownType"] + counts["withAmbiguousType"] + counts["withUnknownType"]
    return Completeness(counts["withKnownType"], total, tuple(problems))


def main(arguments: list[str]) -> int:
    """Check the package named by the only argument; returns the exit status."""
    (package,) = arguments
    command = ["pyright", "--verifytypes", package, "--ignoreexternal", "--outputjson"]
    # pyright's own status fails for warnings too; what counts is the report.
    finished = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # a constant
    try:
        found = read(finished.stdout)
    except ValueError as error:
        print(error, finished.stderr, sep="\n")
        return 2
    for problem in found.problems[:SHOWN]:
        print(problem)
    if len(found.problems) > SHOWN:
        print(f"... and {len(found.problems) - SHOWN} more")
    share = 100 * found.known / found.total if found.total else 0
    print(f"{found.known} of {found.total} public names are typed in full: {share:.2f} %")
    return 0 if found.complete else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
