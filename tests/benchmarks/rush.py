"""The client meets a rate limit: ``python -m tests.benchmarks.rush URL [told]``."""

from __future__ import annotations

import json
import sys
import time

import trio

from tests.benchmarks import limited, payloads
from triopenai import Limits, OpenAIError, open_client


async def _run(url: str, *, told: bool) -> None:
    limits = Limits(requests_per_minute=limited.RATE * 60) if told else None
    numbers = iter(range(limited.CALLS))
    lost = 0
    async with open_client(base_url=url, api_key="sk-ours", limits=limits) as client:

        async def work() -> None:
            nonlocal lost
            for _ in numbers:
                try:
                    await client.chat.completions.create(
                        model=payloads.REQUEST_MODEL,
                        messages=[{"role": "user", "content": payloads.REQUEST_TEXT}],
                    )
                except OpenAIError:
                    lost += 1

        start = time.perf_counter()
        async with trio.open_nursery() as nursery:
            for _ in range(limited.AT_ONCE):
                nursery.start_soon(work)
        sys.stdout.write(json.dumps({"wall": time.perf_counter() - start, "lost": lost}) + "\n")


if __name__ == "__main__":
    trio.run(lambda: _run(sys.argv[1], told="told" in sys.argv))
