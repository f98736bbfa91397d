"""Many callers at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

import attrs
import pytest
import trio

from tests.web.conftest import calling, running
from triopenai.testing import Fault, open_sandbox
from triopenai.testing._answer import Lull
from triopenai.testing._steps import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from triopenai.testing._steps import Step

pytestmark = pytest.mark.web

CALLERS = 200
LAST_CHUNK = b"\r\n0\r\n\r\n"
WAVES = 3
STORY = "word " * 30
HANGS = 120.0  # seconds after which a wave that should have ended long ago is given up
GROWTH = 8 * 2**20  # bytes that later waves may add to what the first one took


@final
@attrs.frozen
class Together(Fault):
    """Lets no stream go on after its first event before so many have begun, however long that takes."""

    count: int
    begun: list[Step] = attrs.field(factory=list, init=False)
    all_begun: trio.Event = attrs.field(factory=trio.Event, init=False)

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        waits = True
        for step in steps:
            yield step
            if isinstance(step, Chunk) and waits:
                waits = False
                self.begun.append(step)
                if len(self.begun) == self.count:
                    self.all_begun.set()
                yield Lull(self.all_begun, HANGS)


async def test_stories_of_200_callers_are_whole_and_memory_is_flat(tmp_path: Path) -> None:
    stories: list[bytes] = []
    memory: list[int] = []
    with running("fastapi_app:app", tmp_path / "output.txt", answer_within=HANGS) as application:
        async with open_sandbox(
            port=application.api_port, tokens_per_second=20, reply=lambda question, choice: STORY
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
                together = Together(CALLERS)
                sandbox.faults.add(together, times=CALLERS)
                with trio.fail_after(HANGS):
                    async with trio.open_nursery() as nursery:
                        for _ in range(CALLERS):
                            nursery.start_soon(call)
                memory.append(application.memory())
                assert together.all_begun.is_set()  # they were there at the same time
                assert sandbox.connections.opened == CALLERS
                assert sandbox.crashes == ()
    assert len(stories) == WAVES * CALLERS
    assert len(set(stories)) == 1
    assert stories[0].count(b"word") == 30
    assert b"event: done" in stories[0]
    assert memory[-1] - memory[0] < GROWTH, memory
