"""AsyncOpenAI meets a rate limit: ``python -m tests.benchmarks.rush_peer URL``."""

from __future__ import annotations

import asyncio
import json
import sys
import time

from openai import AsyncOpenAI, DefaultAioHttpClient, OpenAIError

CALLS = 1000
AT_ONCE = 200


async def _run(url: str) -> None:
    numbers = iter(range(CALLS))
    lost = 0
    async with AsyncOpenAI(base_url=url, api_key="sk-peer", http_client=DefaultAioHttpClient()) as client:

        async def work() -> None:
            nonlocal lost
            for _ in numbers:
                try:
                    await client.chat.completions.create(
                        model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]
                    )
                except OpenAIError:
                    lost += 1

        start = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(work())
        sys.stdout.write(json.dumps({"wall": time.perf_counter() - start, "lost": lost}) + "\n")


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1]))
