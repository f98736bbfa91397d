"""AsyncOpenAI on aiohttp under asyncio, at its best: warm connections, one kept alive for each task."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import httpx2
from openai import AsyncOpenAI, DefaultAioHttpClient

from tests.benchmarks import measure, payloads

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def _run(work: measure.Work) -> None:
    transport = DefaultAioHttpClient(
        limits=httpx2.Limits(max_connections=work.tasks, max_keepalive_connections=work.tasks)
    )
    async with AsyncOpenAI(base_url=work.url, api_key="sk-peer", http_client=transport) as client:

        async def chat() -> None:
            completion = await client.chat.completions.create(
                model=payloads.REQUEST_MODEL,
                messages=[{"role": "user", "content": payloads.REQUEST_TEXT}],
            )
            assert completion.choices[0].message.content

        async def stream() -> None:
            chunks = await client.chat.completions.create(
                model=payloads.REQUEST_MODEL,
                messages=[{"role": "user", "content": payloads.REQUEST_TEXT}],
                stream=True,
            )
            count = 0
            async for _ in chunks:
                count += 1
            assert count == payloads.STREAM_CHUNKS

        async def listing() -> None:
            page = await client.chat.completions.list(limit=payloads.LISTED)
            assert page.data[-1].choices[0].message.content

        async def embeddings(*, take: bool = False) -> None:
            answer = await client.embeddings.create(model="m", input=["text"] * payloads.EMBEDDED)
            assert answer.data[-1].index == payloads.EMBEDDED - 1
            taken = sum(len(item.embedding) for item in answer.data) if take else 0
            assert taken == payloads.EMBEDDED * payloads.DIMENSIONS * take

        calls: dict[str, Callable[[], Awaitable[None]]] = {
            "chat": chat,
            "stream": stream,
            "listing": listing,
            "embeddings": embeddings,
            "floats": partial(embeddings, take=True),
        }
        once = calls[work.kind]

        async def repeat(times: int) -> None:
            for _ in range(times):
                await once()

        for _ in range(measure.WARM_UPS):
            async with asyncio.TaskGroup() as group:
                for _ in range(work.tasks):
                    group.create_task(repeat(1))
        start = measure.now()
        async with asyncio.TaskGroup() as group:
            for _ in range(work.tasks):
                group.create_task(repeat(work.each))
        measure.report(start, work.items)


if __name__ == "__main__":
    asyncio.run(_run(measure.work_from_arguments()))
