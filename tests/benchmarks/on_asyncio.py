"""How the contestants that run on asyncio do their work."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.benchmarks import calls, measure

if TYPE_CHECKING:
    from tests.benchmarks.measure import Work


async def do(work: Work, client: Any) -> None:
    """Warm up, do the counted work, and report it."""

    async def all_tasks(times: int) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(work.tasks):
                group.create_task(calls.repeat(client, work.kind, times))

    for _ in range(measure.WARM_UPS):
        await all_tasks(1)
    start = measure.now()
    await all_tasks(work.each)
    measure.report(start, work.items)
