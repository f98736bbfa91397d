"""``python -m triopenai._tools generate SPEC [--check] [--commit COMMIT]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from triopenai._tools.pipeline import check, make_plan, write


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m triopenai._tools")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    generate = commands.add_parser("generate", help="write the generated packages")
    generate.add_argument("spec", type=Path, help="the API document, or a folder that holds it")
    generate.add_argument("--check", action="store_true", help="write nothing; fail on differences")
    generate.add_argument("--commit", help="of the document, if it is not the one in spec.lock")
    arguments = parser.parse_args()

    try:
        plan = make_plan(arguments.spec, arguments.commit)
    except (OSError, LookupError, ValueError) as error:
        print(f"cannot generate from {arguments.spec}: {error}", file=sys.stderr)
        return 2
    if arguments.check:
        different = check(plan)
        for path in different:
            print(f"differs: {path}")
        print(f"{len(plan.files)} files, {len(different)} differ")
        return 1 if different else 0
    changed = write(plan)
    print(f"{len(plan.files)} files, {len(changed)} written or deleted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
