"""Measure the client, AsyncOpenAI and the floor, in turn, and compare with the targets.

``python -m tests.benchmarks --peer PYTHON`` from the checkout, where PYTHON has ``openai[aiohttp]``; `nox -s
bench` makes such an environment. Fails if a target is missed. ``--update`` writes to the documentation.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import urllib.request
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.benchmarks import limited, server, table

ROOT: Final = Path(__file__).parents[2]
ROUNDS: Final = 5
START_ROUNDS: Final = 25
FAN_OUT_ROUNDS: Final = 3
FAN_OUT_ITEMS: Final = {"ours": 1_000_000, "bare": 200_000}


class Workload(NamedTuple):
    """What each contestant does in a round: `tasks` at once, each so often that it takes a second or two."""

    name: str
    kind: str
    tasks: int
    each: dict[str, int]


WORKLOADS: Final = (
    Workload("chat1", "chat", 1, {"ours": 4000, "bridge": 2000}),
    Workload("chat32", "chat", 32, {"floor": 1000, "ours": 500, "peer": 50, "bridge": 200}),
    Workload("chat1000", "chat", 1000, {"floor": 25, "ours": 14, "peer": 2}),
    Workload("chunk", "stream", 1, {"floor": 60, "ours": 40, "peer": 4, "bridge": 2}),
    Workload("listing", "listing", 1, {"ours": 60, "peer": 8}),
    Workload("embeddings", "embeddings", 1, {"ours": 400, "peer": 40}),
    Workload("floats", "floats", 1, {"ours": 150, "peer": 40}),
)

_START: Final = {
    "import.base": "import trio, pydantic",
    "import.ours": "import triopenai",
    "import.client": "from triopenai import open_client",
}

_FIRST_PYDANTIC: Final = """\
import time, trio
start = time.process_time()
import pydantic
print(time.process_time() - start)
"""

_FIRST_BASE_MODEL: Final = _FIRST_PYDANTIC.replace("import pydantic", "from pydantic import BaseModel")

_FIRST_MODELS: Final = """\
import time, trio, triopenai.types.chat
from pydantic import BaseModel
start = time.process_time()
triopenai.types.chat.ChatCompletion.model_rebuild()
print(time.process_time() - start)
"""

_FIRST_CHAT: Final = """\
import time, trio
from triopenai import open_client

async def main():
    async with open_client(api_key="sk-ours") as client:
        start = time.process_time()
        client.chat
        print(time.process_time() - start)

trio.run(main)
"""


_FIRST: Final = {
    "first.pydantic": _FIRST_PYDANTIC,
    "first.basemodel": _FIRST_BASE_MODEL,
    "first.chat": _FIRST_CHAT,
    "first.models": _FIRST_MODELS,
}


class Bench:
    """Runs the contestants and collects what they report."""

    def __init__(self, peer: str | None) -> None:
        self.pythons = dict.fromkeys(("floor", "ours", "bridge"), sys.executable)
        if peer is not None:
            self.pythons["peer"] = peer
        self.samples: table.Samples = {}

    def add(self, name: str, value: float) -> None:
        self.samples.setdefault(name, []).append(value)

    def calls(self, only: str) -> None:
        """Measure calls and chunks: each round has each workload, each of them everybody in turn."""
        if not any(only in workload.name for workload in WORKLOADS):
            return
        with server.nginx() as url:
            for number in range(ROUNDS):
                for name, kind, tasks, each in WORKLOADS:
                    if only not in name:
                        continue
                    for who in self.pythons:
                        if who not in each:  # the floor reads completions only, say
                            continue
                        counts = ["--tasks", str(tasks), "--each", str(each[who])]
                        found = self._contestant(who, [kind, "--server", url, *counts])
                        self.add(f"{who}.{name}", found["cpu"] / found["items"])
                        if name == "chat1000":
                            self.add(f"{who}.peak", found["peak_mb"])
                print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)

    def _contestant(self, who: str, arguments: list[str]) -> dict[str, Any]:
        command = [self.pythons[who], "-m", f"tests.benchmarks.{who}", *arguments]
        finished = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        found: dict[str, Any] = json.loads(finished.stdout)
        return found

    def fan_out(self) -> None:
        """Measure a fan-out over a million items, and the same work in a bare nursery."""
        for _ in range(FAN_OUT_ROUNDS):
            for who, items in FAN_OUT_ITEMS.items():
                command = [sys.executable, "-m", "tests.benchmarks.fanout", who, str(items)]
                output = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
                found = json.loads(output)
                self.add(f"fanout.{who}", found["cpu"] / found["items"])
                self.add(f"fanout.{who}.growth", found["growth_mb"])

    def limited(self) -> None:
        """Let everybody meet a rate limit, which is about time that passes and calls that are lost."""
        rushes = {
            "learned": ("ours", "rush"),
            "told": ("ours", "rush", "told"),
            "peer": ("peer", "rush_peer"),
        }
        with server.limited() as url:
            for name, (who, module, *arguments) in rushes.items():
                if who not in self.pythons:
                    continue
                command = [self.pythons[who], "-m", f"tests.benchmarks.{module}", f"{url}/v1", *arguments]
                output = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
                found = json.loads(output)
                with urllib.request.urlopen(f"{url}/counts") as answer:
                    counts = json.load(answer)
                self.add(f"limited.{name}.time", found["wall"] / limited.IDEAL)
                self.add(f"limited.{name}.lost", found["lost"])
                self.add(f"limited.{name}.refused", counts["refused"])

    def start_up(self) -> None:
        """Measure imports as whole processes, and what the first use of a resource adds."""
        with tempfile.TemporaryDirectory() as folder:
            for number in range(START_ROUNDS + 1):
                for name, code in _START.items():
                    value = _whole_process(code, folder)
                    if number:  # the first time compiles the modules
                        self.add(name, value)
                for name, code in _FIRST.items():
                    value = float(_python(code, folder))
                    if number:
                        self.add(name, value)


def _python(code: str, folder: str) -> str:
    # -I leaves the checkout out: the installed package is what users import.
    return subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=folder, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def _whole_process(code: str, folder: str) -> float:
    """Processor seconds of a Python that runs the code and ends."""
    process = subprocess.Popen([sys.executable, "-I", "-c", code], cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        msg = f"{code!r} ended with status {process.returncode}"
        raise RuntimeError(msg)
    return usage.ru_utime + usage.ru_stime


def _versions(peer: str | None) -> dict[str, str]:
    names = ("trio", "pydantic", "httptools")
    found = {"python": platform.python_version(), **{name: version(name) for name in names}}
    if peer is not None:
        code = "from importlib.metadata import version; print(version('openai'), version('aiohttp'))"
        command = [peer, "-c", code]
        answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        found.update(zip(("openai", "aiohttp"), answer, strict=True))
    return found


def _update(document: dict[str, Any], rendered: str) -> None:
    (ROOT / "docs/performance.json").write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    begin, end = "<!-- table -->\n", "\n<!-- end of table -->"
    page = ROOT / "docs/performance.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(before + begin + rendered + end + after, encoding="utf-8")


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--peer", metavar="PYTHON", help="a Python that has openai[aiohttp]")
    parser.add_argument("--only", default="", help="measure only workloads with this in their name")
    parser.add_argument("--update", action="store_true", help="write the figures to the documentation")
    arguments = parser.parse_args()
    if arguments.update and (arguments.only or not arguments.peer):
        parser.error("--update needs the whole table")

    bench = Bench(arguments.peer)
    bench.calls(arguments.only)
    if arguments.only in ("", "fanout"):
        bench.fan_out()
    if arguments.only in ("", "limited"):
        bench.limited()
    if arguments.only in ("", "start"):
        bench.start_up()
    found = table.rows(bench.samples)
    rendered = table.render(found)
    print(rendered)
    if arguments.update:
        document = {
            "machine": "2 cores",
            "versions": _versions(arguments.peer),
            "rows": [row._asdict() for row in found],
            "samples": bench.samples,
        }
        _update(document, rendered)
    missed = [row.what for row in found if row.met is False]
    for what in missed:
        print(f"missed: {what}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
