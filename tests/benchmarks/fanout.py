"""A function over very many items: `map_each`, and what one would write with a bare nursery.

``python -m tests.benchmarks.fanout ours 1000000`` reports the processor time, and by how much the process
grew after its first items.
"""

from __future__ import annotations

import argparse
import json
import sys

import trio

from tests.benchmarks import measure
from triopenai.concurrency import map_each

LIMIT = 100
WARM_UP = 20_000


async def _echo(item: int) -> int:
    await trio.lowlevel.checkpoint()
    return item


async def _ours(items: int) -> int:
    total = 0
    async with map_each(_echo, range(items), limit=LIMIT) as results:
        async for result in results:
            total += result
    return total


async def _bare(items: int) -> int:
    limiter = trio.CapacityLimiter(LIMIT)
    total = 0

    async def one(item: int) -> None:
        nonlocal total
        try:
            result = await _echo(item)
            total += result
        finally:
            limiter.release_on_behalf_of(item)

    async with trio.open_nursery() as nursery:
        for item in range(items):
            await limiter.acquire_on_behalf_of(item)
            nursery.start_soon(one, item)
    return total


async def _run(who: str, items: int) -> None:
    contestant = {"ours": _ours, "bare": _bare}[who]
    await contestant(WARM_UP)
    before = measure.peak_megabytes()
    start = measure.now()
    assert await contestant(items) == items * (items - 1) // 2
    cpu = measure.now().cpu - start.cpu
    growth = measure.peak_megabytes() - before
    sys.stdout.write(json.dumps({"cpu": cpu, "items": items, "growth_mb": growth}) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("who", choices=["ours", "bare"])
    parser.add_argument("items", type=int)
    arguments = parser.parse_args()
    trio.run(_run, arguments.who, arguments.items)
