"""The web examples, driven from outside: what their callers see, and what the API sees of it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, final

import attrs
import httpx
import pytest
import trio

from tests.web.conftest import DEADLINE, calling
from triopenai.testing import Fault, faults
from triopenai.testing._answer import Lull
from triopenai.testing._steps import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.web.conftest import Application
    from triopenai.testing import Sandbox
    from triopenai.testing._steps import Step

pytestmark = pytest.mark.web

IN_STEP = 10
PROPAGATED = 0.2  # seconds from a caller's disconnect to the end of the upstream connection

EVENT = {"choices": [{"index": 0, "delta": {"content": "x" * 1000}, "finish_reason": None}]}
LONG_PIECE = b"data: %s\n\n" % json.dumps(EVENT).encode() * 50
PIECES = 1000  # some 54 MB in all
HELD_AT_MOST = 16 * 2**20


@final
@attrs.frozen
class InStep(Fault):
    """Sends the first pieces of a story one by one, each when the caller has the one before it.

    Attributes:
        had: Tells which pieces the caller has.
        held_back: The pieces that did not come before the next one.
    """

    had: defaultdict[int, trio.Event] = attrs.field(factory=lambda: defaultdict(trio.Event), init=False)
    held_back: list[int] = attrs.field(factory=list, init=False)

    def rewrite(self, steps: Iterable[Step]) -> Iterator[Step]:
        pieces = 0
        for step in steps:
            yield step
            if isinstance(step, Chunk) and re.search(rb'"content":"[^"]', step.data) and pieces < IN_STEP:
                yield Lull(self.had[pieces], DEADLINE / 2)
                if not self.had[pieces].is_set():
                    self.held_back.append(pieces)
                pieces += 1


async def receive_events(caller: trio.SocketStream, count: int) -> None:
    received = b""
    while received.count(b"data: ") < count:
        piece = await caller.receive_some()
        assert piece
        received += piece


async def assert_closed_upstream(sandbox: Sandbox) -> None:
    left = trio.current_time()
    with trio.fail_after(5):
        await sandbox.connections.wait_closed(1)
    assert trio.current_time() - left < PROPAGATED
    assert sandbox.connections.closed_by_client == 1


async def test_answer_is_the_text_of_a_response(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    answer = await http.get("/answer", params={"question": "Why is the sky blue?"})
    assert answer.status_code == 200
    assert len(answer.json()["answer"]) > 5
    assert [request.path for request in sandbox.requests] == ["/responses"]


async def test_story_arrives_piece_by_piece(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    in_step = InStep()
    sandbox.faults.add(in_step)
    lines: list[str] = []
    async with http.stream("GET", "/story", params={"about": "Tell me a story."}) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        async for line in answer.aiter_lines():
            lines.append(line)
            in_step.had[sum(each.startswith("data: ") for each in lines) - 1].set()
    assert in_step.held_back == []
    assert "event: done" in lines
    texts = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    assert len(texts) > IN_STEP
    assert "".join(texts[:-1]).startswith("Once upon a time.")


async def test_story_ends_upstream_when_its_caller_leaves(sandbox: Sandbox, application: Application) -> None:
    async with calling(application, "/story?about=Ants") as caller:
        await receive_events(caller, 3)
        assert sandbox.connections.open == 1
    await assert_closed_upstream(sandbox)


async def test_story_waits_for_a_caller_that_does_not_read(
    sandbox: Sandbox, application: Application
) -> None:
    sandbox.faults.add(faults.sse(*[LONG_PIECE] * PIECES))
    before = application.memory()
    async with calling(application, "/story?about=Ants") as caller:
        await receive_events(caller, 1)
        await trio.sleep(0.5)
        assert sandbox.connections.open == 1
        assert application.memory() - before < HELD_AT_MOST
    await assert_closed_upstream(sandbox)


async def test_answer_ends_upstream_when_its_caller_leaves(
    sandbox: Sandbox, application: Application
) -> None:
    sandbox.faults.add(faults.stall())
    async with calling(application, "/answer?question=Why"):
        await sandbox.requests.wait(1)
        await trio.sleep(0.05)
        assert sandbox.connections.open == 1
    await assert_closed_upstream(sandbox)


async def test_translation_goes_on_after_its_answer(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(faults.delay(0.3))
    sandbox.faults.add(faults.status(400))
    for _ in range(2):
        answer = await http.post("/translations?text=Hello")
        assert answer.status_code == 202
    assert not sandbox.connections.closed_by_client
    await trio.sleep(0.5)  # until the delayed one is done, lest it be tried again at the next test's sandbox
    assert len(sandbox.requests.to("/responses")) == 2
    assert (await http.get("/answer?question=Why")).status_code == 200


@pytest.mark.parametrize("path", ["/answer?question=Why", "/story?about=Ants"])
async def test_errors_become_statuses(path: str, sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    for fault, times, status in [
        (faults.status(400), 1, 400),
        (faults.insufficient_quota(), 1, 429),
        (faults.status(401), 1, 502),
        (faults.status(503, headers={"retry-after-ms": "1"}), 3, 502),
    ]:
        sandbox.faults.add(fault, times=times)
        answer = await http.get(path)
        assert answer.status_code == status, answer.text
        assert answer.json()["error"]
    assert len(sandbox.faults) == 0


async def test_story_that_breaks_off_says_so(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(faults.truncate(after_events=5))
    answer = await http.get("/story?about=Tell me a story.")
    assert answer.status_code == 200
    assert "event: error" in answer.text
    assert "event: done" not in answer.text


@pytest.mark.parametrize("path", ["/answer?question=Why", "/story?about=Ants"])
async def test_deadline_is_a_gateway_timeout(path: str, sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(faults.stall())
    started = trio.current_time()
    answer = await http.get(path)
    assert answer.status_code == 504
    assert DEADLINE - 0.1 < trio.current_time() - started < DEADLINE + 2
    with trio.fail_after(1):
        await sandbox.connections.wait_closed(1)


async def test_deadline_in_a_story_ends_it_without_its_last_chunk(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(faults.stall_stream(after_events=5))
    started = trio.current_time()
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get("/story?about=Ants")
    assert DEADLINE - 0.1 < trio.current_time() - started < DEADLINE + 2
    with trio.fail_after(1):
        await sandbox.connections.wait_closed(1)
