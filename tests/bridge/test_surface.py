"""The client's surface, awaited and iterated by asyncio code."""

from __future__ import annotations

import asyncio
import functools
import inspect
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.bridges import CHAT, bridged, chat, open_chat, run
from triopenai import AsyncCursorPage, Client, NotFoundError, Task, raw
from triopenai.bridge import open_bridge_to
from triopenai.testing import faults, open_sandbox
from triopenai.tools import tool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai.concurrency import Progress
    from triopenai.types.beta import AgentToolParam


def test_call_gives_the_models_themselves() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            completion = await chat(client)
            assert type(completion).__name__ == "ChatCompletion"
            assert completion.choices[0].message.content
            tasks = [asyncio.create_task(client.models.retrieve("gpt-4")) for _ in range(2)]
            assert [model.id for model in await asyncio.gather(*tasks)] == ["gpt-4"] * 2

    run(main)


def test_error_is_the_api_error_with_its_attempts() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            with pytest.raises(NotFoundError) as caught:
                await client.models.retrieve("no-such-model")
            assert caught.value.attempts[0].status == 404
            assert any(entry.name == "main" for entry in caught.traceback)
            with pytest.raises(TypeError, match="modle"):
                await client.chat.completions.create(modle="gpt-4")  # type: ignore[call-overload]  # the mistake under test

    run(main)


def test_streams_are_iterated_and_closed() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            async with await open_chat(client) as stream:
                chunks = [chunk async for chunk in stream]
            assert chunks[-1].choices[0].finish_reason == "stop"
            async with await open_chat(client) as stream:
                await anext(stream)
            assert client.statistics().active == 0

    run(main)


def test_helper_streams_give_events_and_the_result() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            async with client.responses.stream(model="gpt-5", input="Write") as stream:
                kinds = {event.type async for event in stream}
                final = await stream.get_final_response()
            assert "response.output_text.delta" in kinds
            assert final.output_text
            helper = client.chat.completions.stream(model="gpt-4", messages=CHAT["messages"])
            async with helper as chunks:
                async for _ in chunks:
                    pass
                assert (await chunks.get_final_completion()).choices[0].message.content

    run(main)


def test_pages_are_awaited_iterated_and_followed() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            for number in range(5):
                await client.files.create(file=(f"{number}.txt", b"x"), purpose="assistants")
            page = await client.files.list(limit=2)
            assert isinstance(page, AsyncCursorPage)
            assert len(page.data) == 2
            second = await page.get_next_page()
            assert second != page
            assert len([file async for file in client.files.list(limit=2)]) == 5
            assert [len(each.data) async for each in client.files.list(limit=2).iter_pages()] == [2, 2, 1]

    run(main)


def test_binary_answers_are_read_and_streamed() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            file = await client.files.create(file=("a.txt", b"some bytes"), purpose="assistants")
            assert await (await client.files.content(file.id)).read() == b"some bytes"
            async with client.files.with_streaming_response.content(file.id) as reply:
                assert b"".join([piece async for piece in reply.iter_bytes(4)]) == b"some bytes"

    run(main)


def test_raw_forms_have_the_head_and_the_value() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            reply = await raw(client.models.retrieve)("gpt-4")
            assert (reply.status_code, reply.parse().id) == (200, "gpt-4")
            again = await client.models.with_raw_response.retrieve("gpt-4")
            assert again.parse().id == "gpt-4"
            create = raw(client.chat.completions.create)
            streamed = await create(model="gpt-4", messages=CHAT["messages"], stream=True)
            async with streamed.parse() as stream:
                assert [chunk async for chunk in stream]

    run(main)


def test_options_polling_and_properties_go_through() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            other = client.with_options(timeout=3, default_headers={"X-Other": "1"})
            await other.models.retrieve("gpt-4")
            assert sandbox.requests[-1].headers["x-other"] == "1"
            store = await client.vector_stores.create(name="store")
            file = await client.files.create(file=("a.txt", b"text"), purpose="assistants")
            batch = await client.vector_stores.file_batches.create(store.id, file_ids=[file.id])
            sandbox.faults.add(faults.change_fields({"status": "completed"}))
            done = await client.vector_stores.file_batches.poll(batch.id, vector_store_id=store.id)
            assert done.id == batch.id
            assert client.base_url == sandbox.base_url
            assert client.statistics().requests == len(sandbox.requests)

    run(main)


def test_proxies_look_like_what_they_stand_for() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            assert isinstance(client, Client)
            assert repr(client).startswith("<bridge to <Client of http://sandbox.invalid")
            assert "chat" in dir(client)
            assert client.chat == client.chat
            assert hash(client.chat) == hash(client.chat)
            assert client.chat.completions.create.__name__ == "create"
            assert inspect.iscoroutinefunction(client.chat.completions.create)
            assert not hasattr(client, "__await__")
            with pytest.raises(AttributeError):
                client.no_such_thing  # type: ignore[attr-defined]  # noqa: B018  # the point of it

    run(main)


def test_users_functions_run_on_the_loop() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            seen: list[object] = []

            async def ask(question: str) -> str:
                seen.append(asyncio.current_task())
                await asyncio.sleep(0)
                return (await client.responses.create(model="gpt-5", input=question)).output_text

            async def questions() -> AsyncIterator[str]:
                for number in range(5):
                    await asyncio.sleep(0)
                    yield str(number)

            told: list[Progress] = []
            answers = await client.map(ask, ["0", "1", "2", "3", "4"], limit=2, on_progress=told.append)
            assert told[-1].done == 5
            async with client.map_each(ask, questions(), limit=2) as results:
                assert [answer async for answer in results] == answers
            assert None not in seen
            assert await client.gather(functools.partial(ask, "0"), lambda: ask("1")) == tuple(answers[:2])
            fetch = functools.partial(client.models.retrieve, "gpt-4")
            assert (await client.race(fetch)).id == "gpt-4"

    run(main)


def test_tools_run_on_the_loop() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            tasks: list[object] = []

            async def send_message(to: str) -> str:
                """Sends a message."""
                await asyncio.sleep(0)
                tasks.append(asyncio.current_task())
                return f"sent to {to}"

            for each in (send_message, tool(send_message, timeout=5)):
                asked = client.responses.run_tools(model="gpt-5", input="Send a message to Ada", tools=[each])
                async with asked as steps:
                    await steps.get_final_response()
                    assert [result.error for result in steps.steps[0].results] == [None]
            assert len(tasks) == 2
            assert None not in tasks

    run(main)


def test_handlers_by_name_run_on_the_loop() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            tasks: list[object] = []

            async def clock(_: dict[str, Any]) -> dict[str, Any]:
                await asyncio.sleep(0)
                tasks.append(asyncio.current_task())
                return {"hours": 12}

            sessions = client.beta.agents.sessions
            tool: AgentToolParam = {
                "type": "function",
                "name": "clock",
                "description": "Tells the time.",
                "parameters": {"type": "object"},
            }
            session = await sessions.create(
                environment={"type": "none"}, agent={"model": "gpt-5", "tools": [tool]}
            )
            asked = sessions.stream(session.id, input="What time is it?", tool_handlers={"clock": clock})
            async with asked as stream:
                assert (await stream.get_final_result()).turn.status == "completed"
            assert len(tasks) == 1
            assert None not in tasks

    run(main)


def test_tasks_have_results_and_handles() -> None:
    async def main() -> None:
        async with bridged() as (_, client):

            async def double(number: int, *, plus: int) -> int:
                await asyncio.sleep(0)
                return number * 2 + plus

            task = client.start_soon(double, 4, plus=1)
            assert isinstance(task, Task)
            assert await task.wait() == 9
            other = client.start_soon(client.models.retrieve, "gpt-4")
            assert (await other.wait()).id == "gpt-4"
            assert (task.result, other.result.id) == (9, "gpt-4")

            async def serve(*, task_status: object) -> None:
                task_status.started("up")  # type: ignore[attr-defined]  # Trio's
                await asyncio.Event().wait()

            server = await client.start(serve)
            assert server.started == "up"
            server.cancel()

    run(main)


def test_functions_come_back_as_they_were_given() -> None:
    async def main() -> None:
        async with bridged() as (_, client):

            def callback() -> None: ...

            async def give(fn: object, of: object) -> tuple[object, object]:
                return fn, of

            fn, of = await client.start_soon(give, callback, client.models).wait()
            assert fn is callback
            assert of == client.models

    run(main)


def test_keys_may_come_from_an_asyncio_function() -> None:
    async def main() -> None:
        async def key() -> str:
            await asyncio.sleep(0)
            return "sk-from-asyncio"

        async with bridged(api_key=key) as (sandbox, client):
            with pytest.raises(Exception, match="Incorrect API key"):
                await client.models.retrieve("gpt-4")
            assert sandbox.requests[0].headers["authorization"] == "Bearer sk-from-asyncio"

    run(main)


def test_open_file_with_async_read_is_read_on_the_loop() -> None:
    class Upload:
        name = "notes.txt"

        def __init__(self) -> None:
            self.left = [b"ab", b"c", b""]

        async def read(self, _: int = -1) -> bytes:
            await asyncio.sleep(0)
            return self.left.pop(0)

    async def main() -> None:
        async with bridged() as (_, client):
            file = await client.files.create(file=Upload(), purpose="assistants")
            assert file.bytes == 3

    run(main)


def test_broadcast_gives_each_consumer_its_copy() -> None:
    async def main() -> None:
        async with (
            bridged() as (_, client),
            await open_chat(client) as stream,
            client.broadcast(stream, 2, bound=1) as copies,
        ):

            async def read(copy: AsyncIterator[object]) -> int:
                return len([chunk async for chunk in copy])

            counts = await asyncio.gather(*(read(copy) for copy in copies))
            assert counts[0] == counts[1] > 2

    run(main)


def test_sessions_are_written_and_read_at_the_same_time() -> None:
    async def main() -> None:
        async with (
            bridged() as (_, client),
            client.realtime.connect(model="gpt-realtime") as connection,
        ):
            assert (await connection.recv()).type == "session.created"
            reading = asyncio.create_task(connection.recv())
            await asyncio.sleep(0)
            await connection.response.create()
            assert (await reading).type == "response.created"
            async for event in connection:
                if event.type == "response.done":
                    break

    run(main)


def test_any_block_of_the_library_can_be_opened() -> None:
    async def main() -> None:
        async with open_bridge_to(open_sandbox, latency=0.0) as sandbox:
            assert sandbox.api_key in repr(sandbox.client_options)

    run(main)
