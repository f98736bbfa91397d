"""The client over a bridge, as an asyncio application uses it: the work of `ours`, one event loop further."""

from __future__ import annotations

import asyncio

from tests.benchmarks import measure, payloads
from triopenai.bridge import open_bridge


async def _run(work: measure.Work) -> None:
    async with open_bridge(base_url=work.url, api_key="sk-ours") as client:

        async def chat() -> None:
            completion = await client.chat.completions.create(
                model=payloads.REQUEST_MODEL,
                messages=[{"role": "user", "content": payloads.REQUEST_TEXT}],
            )
            assert completion.choices[0].message.content

        async def stream() -> None:
            count = 0
            async with await client.chat.completions.create(
                model=payloads.REQUEST_MODEL,
                messages=[{"role": "user", "content": payloads.REQUEST_TEXT}],
                stream=True,
            ) as chunks:
                async for _ in chunks:
                    count += 1
            assert count == payloads.STREAM_CHUNKS

        once = {"chat": chat, "stream": stream}[work.kind]

        async def repeat(times: int) -> None:
            for _ in range(times):
                await once()

        for _ in range(measure.WARM_UPS):
            await asyncio.gather(*(repeat(1) for _ in range(work.tasks)))
        start = measure.now()
        await asyncio.gather(*(repeat(work.each) for _ in range(work.tasks)))
        measure.report(start, work.items)


if __name__ == "__main__":
    asyncio.run(_run(measure.work_from_arguments()))
