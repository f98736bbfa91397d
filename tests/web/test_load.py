"""Many callers at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import trio

from tests.web.conftest import calling, running
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.web

CALLERS = 200
LAST_CHUNK = b"\r\n0\r\n\r\n"
WAVES = 3
STORY = "word " * 30  # six seconds, in which the last caller arrives before the first is done
GROWTH = 8 * 2**20  # bytes that later waves may add to what the first one took


async def test_stories_of_200_callers_are_whole_and_memory_is_flat(tmp_path: Path) -> None:
    stories: list[bytes] = []
    memory: list[int] = []
    with running("fastapi_app:app", tmp_path / "output.txt", answer_within=60) as application:
        async with open_sandbox(
            port=application.api_port, tokens_per_second=5, reply=lambda question, choice: STORY
        ) as sandbox:

            async def call() -> None:
                async with calling(application, "/story?about=Ants") as caller:
                    answer = b""
                    while not answer.endswith(LAST_CHUNK):
                        piece = await caller.receive_some()
                        assert piece, answer
                        answer += piece
                assert answer.startswith(b"HTTP/1.1 200")
                stories.append(b"".join(re.findall(rb"^data: .+|^event: .+", answer, re.MULTILINE)))

            for _ in range(WAVES):
                with trio.fail_after(60):
                    async with trio.open_nursery() as nursery:
                        for _ in range(CALLERS):
                            nursery.start_soon(call)
                memory.append(application.memory())
                assert sandbox.connections.opened == CALLERS  # all of them at the same time
    assert len(stories) == WAVES * CALLERS
    assert len(set(stories)) == 1
    assert stories[0].count(b"word") == 30
    assert b"event: done" in stories[0]
    assert memory[-1] - memory[0] < GROWTH, memory
