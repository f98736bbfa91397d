"""Many callers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
import trio

from tests.web.conftest import running
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.web

CALLERS = 200
WAVES = 3
GROWTH = 8 * 2**20  # bytes that later waves may add to what the first one took


async def test_stories_of_200_callers_are_whole_and_memory_is_flat(tmp_path: Path) -> None:
    stories: list[str] = []
    memory: list[int] = []
    unlimited = httpx.Limits(max_connections=None)
    with running("fastapi_app:app", tmp_path / "output.txt", answer_within=60) as application:
        async with (
            open_sandbox(port=application.api_port, tokens_per_second=10) as sandbox,
            httpx.AsyncClient(base_url=application.url, timeout=60, limits=unlimited) as http,
        ):

            async def call() -> None:
                answer = await http.get("/story", params={"about": "Ants"})
                stories.append(answer.text)

            for _ in range(WAVES):
                async with trio.open_nursery() as nursery:
                    for _ in range(CALLERS):
                        nursery.start_soon(call)
                memory.append(application.memory())
            assert sandbox.connections.opened >= CALLERS  # they were all under way at the same time
    assert len(stories) == WAVES * CALLERS
    assert len(set(stories)) == 1
    assert stories[0].endswith("event: done\ndata: null\n\n")
    assert memory[-1] - memory[0] < GROWTH, memory
