"""What the three contestants share: their arguments, the clock, and how they report.

A contestant runs in a process of its own. It warms up first (modules, model classes, connections), then does
the counted work between `now` and `report`, so that start-up is not in the figures.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path
from typing import Final, Literal, NamedTuple

from tests.benchmarks import payloads

# Where the server has the answer.
_FOLDERS: Final = {
    "chat": "plain",
    "stream": "stream",
    "listing": "listing",
    "embeddings": "plain",
    "floats": "plain",
}


# How often all tasks make a call at once before anything is counted: after the first time alone, a client
# that learns how many requests a server takes would still have connections to open.
WARM_UPS: Final = 2


class Work(NamedTuple):
    """What to do: `tasks` at once, each making `each` calls one after the other."""

    kind: Literal["chat", "stream", "listing", "embeddings", "floats"]
    url: str
    tasks: int
    each: int

    @property
    def items(self) -> int:
        """How many items the counted work has: calls, or chunks of streams."""
        return self.tasks * self.each * (payloads.STREAM_CHUNKS if self.kind == "stream" else 1)


class Mark(NamedTuple):
    """A moment: processor seconds of this process, and seconds of the clock on the wall."""

    cpu: float
    wall: float


def work_from_arguments() -> Work:
    """Read the command line of a contestant."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=list(_FOLDERS))
    parser.add_argument("--server", required=True)
    parser.add_argument("--tasks", type=int, required=True)
    parser.add_argument("--each", type=int, required=True)
    arguments = parser.parse_args()
    return Work(
        arguments.kind, f"{arguments.server}/{_FOLDERS[arguments.kind]}/v1", arguments.tasks, arguments.each
    )


def now() -> Mark:
    """The moment now."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return Mark(usage.ru_utime + usage.ru_stime, time.perf_counter())


def report(start: Mark, items: int) -> None:
    """Say what the counted work cost: one line of JSON on the standard output."""
    end = now()
    result = {
        "cpu": end.cpu - start.cpu,
        "wall": end.wall - start.wall,
        "items": items,
        "peak_mb": peak_megabytes(),
    }
    sys.stdout.write(json.dumps(result) + "\n")


def peak_megabytes() -> float:
    """The most memory that this process has had so far."""
    # ru_maxrss would count the parent's memory too: Linux carries it over from before the exec.
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
