"""The client, through its public names, as an application uses it."""

from __future__ import annotations

import trio

from tests.benchmarks import calls, measure
from triopenai import open_client


async def _run(work: measure.Work) -> None:
    async with open_client(base_url=work.url, api_key="sk-ours") as client:

        async def all_tasks(times: int) -> None:
            async with trio.open_nursery() as nursery:
                for _ in range(work.tasks):
                    nursery.start_soon(calls.repeat, client, work.kind, times)

        for _ in range(measure.WARM_UPS):
            await all_tasks(1)
        start = measure.now()
        await all_tasks(work.each)
        measure.report(start, work.items)


if __name__ == "__main__":
    trio.run(_run, measure.work_from_arguments())
