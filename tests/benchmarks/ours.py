"""The client, through its public names, as an application uses it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import trio

from tests.benchmarks import measure, payloads
from triopenai import open_client

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def _run(work: measure.Work) -> None:
    async with open_client(base_url=work.url, api_key="sk-ours") as client:

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
            async with trio.open_nursery() as nursery:
                for _ in range(work.tasks):
                    nursery.start_soon(repeat, 1)
        start = measure.now()
        async with trio.open_nursery() as nursery:
            for _ in range(work.tasks):
                nursery.start_soon(repeat, work.each)
        measure.report(start, work.items)


if __name__ == "__main__":
    trio.run(_run, measure.work_from_arguments())
