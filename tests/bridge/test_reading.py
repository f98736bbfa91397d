"""Iterating over a bridge: what came together is taken together, and is otherwise as under Trio."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, final

import pytest
import trio

from tests.support.bridges import bridged, open_chat, run, until
from tests.support.fakes import chunk
from triopenai import APIError, ClientClosedError
from triopenai.testing import faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from pydantic import JsonValue

    from triopenai import Client, EventStream
    from triopenai.types.chat import ChatCompletionChunk

TOGETHER = 1000
FAILURE = {"error": {"message": "overloaded", "type": "server_error", "code": "server_is_overloaded"}}


def together(count: int, end: object = "[DONE]") -> bytes:
    """A stream's events, which come in pieces as large as reads are."""
    said = [chunk(f"{number} ") for number in range(count - 1)] + [chunk(finish="stop")]
    texts = [json.dumps(event) for event in said] + [end if isinstance(end, str) else json.dumps(end)]
    return "".join(f"data: {text}\n\n" for text in texts).encode()


@asynccontextmanager
async def streaming(body: bytes) -> AsyncIterator[tuple[Client, EventStream[ChatCompletionChunk]]]:
    async with bridged() as (sandbox, client):
        sandbox.faults.add(faults.sse(body))
        async with await open_chat(client) as stream:
            yield client, stream


def number_of(event: ChatCompletionChunk) -> str:
    return event.choices[0].delta.content or ""


@final
class Spawned(trio.abc.Instrument):
    """Counts the tasks of a run."""

    def __init__(self) -> None:
        self.count = 0

    def task_spawned(self, task: trio.lowlevel.Task) -> None:
        self.count += 1


def test_events_that_came_together_cross_together() -> None:
    async def main() -> None:
        async with streaming(together(TOGETHER)) as (_, stream):
            spawned = Spawned()
            trio.lowlevel.add_instrument(spawned)
            got = [number_of(event) async for event in stream]
            trio.lowlevel.remove_instrument(spawned)
            assert got == [*(f"{number} " for number in range(TOGETHER - 1)), ""]
            assert spawned.count < TOGETHER / 8

    run(main)


def test_events_that_came_together_let_other_tasks_run() -> None:
    async def main() -> None:
        turns = 0

        async def work() -> None:
            nonlocal turns
            while True:
                await asyncio.sleep(0)
                turns += 1

        async with streaming(together(TOGETHER)) as (_, stream):
            task = asyncio.create_task(work())
            first = await anext(stream)
            before = turns
            assert [first, *[event async for event in stream]]
            assert turns - before > TOGETHER / 50
            task.cancel()

    run(main)


def test_events_that_were_not_taken_are_there_for_other_readers() -> None:
    async def main() -> None:
        async with streaming(together(100)) as (client, stream):
            got = [number_of(await anext(stream)) for _ in range(10)]
            assert repr(stream).endswith("open, 10 events read>>")
            assert len(stream.received) == 10
            async with client.broadcast(stream, 1, bound=1) as (copy,):
                got += [number_of(event) async for event in copy]
            assert got == [*(f"{number} " for number in range(99)), ""]

    run(main)


def test_helpers_snapshot_is_as_far_as_its_events_were_taken() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            sandbox.faults.add(faults.sse(together(100)))
            asked = client.chat.completions.stream(model="gpt-4", messages=[{"role": "user", "content": "x"}])
            async with asked as stream:
                text = ""
                async for piece in stream.text_stream:
                    text += piece
                    assert stream.current_completion_snapshot.choices[0].message.content == text
                assert text.endswith(" 98 ")

    run(main)


def test_error_comes_after_what_came_before_it() -> None:
    async def main() -> None:
        async with streaming(together(50, FAILURE)) as (client, stream):
            got = []
            with pytest.raises(APIError, match="overloaded"):
                async for event in stream:
                    got.append(number_of(event))  # noqa: PERF401  # the loop fails
            assert len(got) == 50
            assert client.statistics().active == 0

    run(main)


def test_cancelled_reader_of_what_came_together_closes_the_stream() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            sandbox.faults.add(faults.sse(together(TOGETHER)))
            got: list[object] = []

            async def read() -> None:
                stream = await open_chat(client)
                async for event in stream:
                    got.append(event)
                    if len(got) == 5:
                        task.cancel()

            task = asyncio.create_task(read())
            with pytest.raises(asyncio.CancelledError):
                await task
            assert 5 <= len(got) < 50
            assert client.statistics().active == 0

    run(main)


def test_block_that_is_cancelled_gives_nothing_more() -> None:
    async def main() -> None:
        async with streaming(together(TOGETHER)) as (client, stream):
            await anext(stream)

            async def fail() -> None:
                raise LookupError

            failing = client.start_soon(fail)
            try:
                await until(lambda: failing.done)
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                with pytest.raises((asyncio.CancelledError, ClientClosedError)):
                    await anext(stream)  # noqa: ASYNC102  # the point of it
                raise

    with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # as users catch it
        run(main)
    assert caught.group_contains(LookupError)


def test_items_of_a_page_cross_together() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            listed: list[JsonValue] = [{"id": f"m-{number}", "object": "model"} for number in range(100)]
            page: JsonValue = {"object": "list", "data": listed}
            sandbox.faults.add(faults.status(200, body=page))
            spawned = Spawned()
            trio.lowlevel.add_instrument(spawned)
            models = [model.id async for model in client.models.list()]
            trio.lowlevel.remove_instrument(spawned)
            assert models == [f"m-{number}" for number in range(100)]
            assert spawned.count < 20

    run(main)


def test_two_readers_at_a_time_are_refused() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            sandbox.faults.add(faults.stall_stream(after_events=1))
            async with await open_chat(client) as stream:
                await anext(stream)
                readers = {asyncio.ensure_future(anext(stream)) for _ in range(2)}
                refused, waiting = await asyncio.wait(readers, return_when=asyncio.FIRST_COMPLETED)
                assert [type(reader.exception()) for reader in refused] == [trio.BusyResourceError]
                for reader in waiting:
                    reader.cancel()
                    with pytest.raises(asyncio.CancelledError):
                        await reader

    run(main)
