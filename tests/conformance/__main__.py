"""Hold the requests of every method against the API's document: ``python -m tests.conformance SPEC``.

SPEC is the folder with `openapi.json` and `surface.json`. `nox -s conformance` makes the environment, with
`jsonschema` as the judge. Fails if a request is not as the document has it, or if the checker lets a request
pass that was broken on purpose.
"""

from __future__ import annotations

import argparse
import sys
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import trio

from tests.conformance.broken import broken_requests
from tests.conformance.calls import argument_sets, open_catcher, request_of
from tests.conformance.checker import Checker
from tests.conformance.document import Document

if TYPE_CHECKING:
    from tests.conformance.calls import Catcher
    from tests.conformance.document import Endpoint
    from triopenai import Client


@attrs.define
class Tally:
    """What was found.

    Attributes:
        methods: How many were called.
        requests: How many requests were held against the document.
        broken: How many were broken on purpose.
        wrong: What is wrong, a line each.
    """

    methods: int = 0
    requests: int = 0
    broken: int = 0
    wrong: list[str] = attrs.field(factory=list)


async def check_method(
    client: Client, catcher: Catcher, checker: Checker, endpoint: Endpoint, tally: Tally
) -> None:
    """Make a method's calls, and break the requests that have something to break."""
    tally.methods += 1
    for call in argument_sets(client, endpoint):
        request = await request_of(client, catcher, endpoint, call)
        tally.requests += 1
        problems = checker.problems(endpoint, request, call.keywords)
        tally.wrong += [f"{endpoint.name} ({call.kind}): {problem}" for problem in problems]
        if call.kind != "full":
            continue
        for what, broken in broken_requests(endpoint, request):
            tally.broken += 1
            if not checker.problems(endpoint, broken, {}):
                tally.wrong.append(f"{endpoint.name}: the checker lets pass: {what}")


def check_aliases(client: Client, document: Document) -> list[str]:
    """Other names have to lead to the methods that were checked."""
    wrong: list[str] = []
    for row in document.rows:
        if "alias_of" in row:
            name, other = f"{row['resource']}.{row['method']}", row["alias_of"]
            if attrgetter(name)(client).__func__ is not attrgetter(other)(client).__func__:
                wrong.append(f"{name} is not {other}")
    return wrong


async def check(folder: Path) -> Tally:
    """Check all methods."""
    document, tally = Document(folder), Tally()
    checker = Checker(document.schemas)
    async with open_catcher() as (client, catcher):
        endpoints = document.endpoints()
        for endpoint in endpoints.values():
            await check_method(client, catcher, checker, endpoint, tally)
        tally.wrong += check_aliases(client, document)
    names = len(document.rows)
    print(f"{tally.methods} methods under {names} names, {tally.requests} requests")
    print(f"{tally.broken} broken requests were tried on the checker")
    return tally


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("spec", type=Path, help="folder with openapi.json and surface.json")
    tally = trio.run(check, parser.parse_args().spec)
    for line in tally.wrong:
        print(line)
    print(f"{len(tally.wrong)} wrong" if tally.wrong else "all as the document has it")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
