"""AsyncOpenAI on aiohttp under asyncio, at its best: warm connections, one kept alive for each task."""

from __future__ import annotations

import asyncio

import httpx2
from openai import AsyncOpenAI, DefaultAioHttpClient

from tests.benchmarks import measure, on_asyncio


async def _run(work: measure.Work) -> None:
    transport = DefaultAioHttpClient(
        limits=httpx2.Limits(max_connections=work.tasks, max_keepalive_connections=work.tasks)
    )
    async with AsyncOpenAI(base_url=work.url, api_key="sk-peer", http_client=transport) as client:
        await on_asyncio.do(work, client)


if __name__ == "__main__":
    asyncio.run(_run(measure.work_from_arguments()))
