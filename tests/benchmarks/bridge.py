"""The client over a bridge, as an asyncio application uses it: the work of `ours`, one event loop further."""

from __future__ import annotations

import asyncio

from tests.benchmarks import measure, on_asyncio
from triopenai.bridge import open_bridge


async def _run(work: measure.Work) -> None:
    async with open_bridge(base_url=work.url, api_key="sk-ours") as client:
        await on_asyncio.do(work, client)


if __name__ == "__main__":
    asyncio.run(_run(measure.work_from_arguments()))
