"""Assistants, threads, messages, and runs with their steps and streams."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
import trio

from triopenai import BadRequestError, Client, NotFoundError, open_client
from triopenai.testing import Sandbox, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai.types.beta import AssistantStreamEvent, FunctionToolParam
    from triopenai.types.beta.threads import Message

pytestmark = pytest.mark.filterwarnings("ignore:beta\\.:DeprecationWarning")

TOOL: FunctionToolParam = {
    "type": "function",
    "function": {
        "name": "look",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}
BEGINS = ["run.created", "run.queued", "run.in_progress", "run.step.created", "run.step.in_progress"]
ANSWERS = ["message.created", "message.in_progress", "message.delta", "message.completed"]
ENDS = ["run.step.completed", "run.completed"]


@asynccontextmanager
async def talking(**options: float) -> AsyncIterator[tuple[Client, Sandbox, str]]:
    """A client, its sandbox, and an assistant."""
    async with (
        open_sandbox(**options) as sandbox,  # type: ignore[arg-type]  # mypy asks it of every argument
        open_client(**sandbox.client_options, strict=True) as client,
    ):
        yield client, sandbox, (await client.beta.assistants.create(model="gpt-4", name="Ada")).id
        assert sandbox.crashes == ()


def about(event: AssistantStreamEvent) -> Any:
    """What an event shows, as plain JSON."""
    return event.data.to_dict()


def said_in(message: Message) -> str:
    """The text of a message's first part."""
    part: Any = message.content[0].to_dict()
    return str(part["text"]["value"])


def names(events: list[AssistantStreamEvent]) -> list[str]:
    """The names of events without what they all begin with, and of equal ones in a row one."""
    found: list[str] = []
    for event in events:
        name = event.event.removeprefix("thread.")
        if found[-1:] != [name]:
            found.append(name)
    return found


async def test_assistant_is_kept_changed_listed_and_deleted() -> None:
    async with talking() as (client, _, first):
        assistants = client.beta.assistants
        second = await assistants.create(model="gpt-4", tools=[TOOL], metadata={"a": "b"})
        changed = await assistants.update(first, instructions="Be brief.", temperature=0.5)
        assert (changed.name, changed.instructions, changed.temperature) == ("Ada", "Be brief.", 0.5)
        assert (await assistants.retrieve(first)).to_dict() == changed.to_dict()
        assert [one.id async for one in assistants.list(limit=1)] == [second.id, first]
        assert [one.id async for one in assistants.list(order="asc", before=second.id)] == [first]
        assert (await assistants.delete(first)).deleted
        with pytest.raises(NotFoundError, match=first):
            await assistants.retrieve(first)
        with pytest.raises(BadRequestError, match="maximum"):
            await assistants.update(second.id, temperature=3)


async def test_messages_are_kept_in_their_thread() -> None:
    async with talking() as (client, _, _):
        threads, messages = client.beta.threads, client.beta.threads.messages
        thread = await threads.create(messages=[{"role": "user", "content": "One"}])
        other = await threads.create()
        added = await messages.create(
            thread.id, role="assistant", content=[{"type": "text", "text": "Two"}], metadata={"n": "2"}
        )
        listed = [one async for one in messages.list(thread.id, limit=1)]
        assert [one.content[0].to_dict() for one in listed] == [
            {"type": "text", "text": {"value": text, "annotations": []}} for text in ("Two", "One")
        ]
        changed = await messages.update(added.id, thread_id=thread.id, metadata={"n": "3"})
        assert (await messages.retrieve(added.id, thread_id=thread.id)).to_dict() == changed.to_dict()
        with pytest.raises(NotFoundError):
            await messages.retrieve(added.id, thread_id=other.id)
        await messages.delete(added.id, thread_id=thread.id)
        assert [one.id async for one in messages.list(thread.id)] == [listed[1].id]
        await threads.delete(thread.id)
        with pytest.raises(NotFoundError, match=thread.id):
            await messages.list(thread.id)


async def test_run_goes_on_with_the_clock_and_leaves_a_message(
    autojump_clock: trio.testing.MockClock,
) -> None:
    async with talking() as (client, _, assistant):
        threads = client.beta.threads
        thread = await threads.create(messages=[{"role": "user", "content": "Hello!"}])
        run = await threads.runs.create(thread.id, assistant_id=assistant)
        seen = [run.status]
        with pytest.raises(BadRequestError, match="active run"):
            await threads.runs.create(thread.id, assistant_id=assistant)
        with pytest.raises(BadRequestError, match="active run"):
            await threads.messages.create(thread.id, role="user", content="Quick!")
        for _ in range(3):
            await trio.sleep(1)
            seen.append((await threads.runs.retrieve(run.id, thread_id=thread.id)).status)
        assert seen == ["queued", "in_progress", "in_progress", "completed"]
        await trio.sleep(100)
        (answer,) = (await threads.messages.list(thread.id, run_id=run.id)).data
        assert (answer.role, answer.status, answer.created_at) == ("assistant", "completed", 1_750_000_003)
        (step,) = (await threads.runs.steps.list(run.id, thread_id=thread.id)).data
        assert step.step_details.to_dict()["message_creation"] == {"message_id": answer.id}
        same = await threads.runs.steps.retrieve(step.id, thread_id=thread.id, run_id=run.id)
        assert same.to_dict() == step.to_dict()
        with pytest.raises(BadRequestError, match="completed"):
            await threads.runs.cancel(run.id, thread_id=thread.id)


async def test_stream_has_the_events_of_a_run_in_order() -> None:
    async with talking() as (client, _, assistant):
        stream = await client.beta.threads.create_and_run(
            assistant_id=assistant, thread={"messages": [{"role": "user", "content": "Hi"}]}, stream=True
        )
        events = [event async for event in stream]
        assert names(events) == ["created", *BEGINS, *ANSWERS, *ENDS]
        run = about(events[1])
        said = "".join(
            str(part["text"]["value"])
            for event in events
            if event.event == "thread.message.delta"
            for part in about(event)["delta"]["content"]
        )
        messages = client.beta.threads.messages.list(str(run["thread_id"]), order="asc")
        assert [said_in(one) async for one in messages] == ["Hi", said]


async def test_stream_stops_for_tools_and_goes_on_with_their_outputs() -> None:
    async with talking() as (client, _, assistant):
        runs = client.beta.threads.runs
        thread = await client.beta.threads.create()
        stream = await runs.create(thread.id, assistant_id=assistant, tools=[TOOL], stream=True)
        events = [event async for event in stream]
        assert names(events) == [*BEGINS, "run.step.delta", "run.requires_action"]
        run = await runs.retrieve(about(events[0])["id"], thread_id=thread.id)
        assert run.required_action is not None
        (call,) = run.required_action.submit_tool_outputs.tool_calls
        assert call.function.to_dict() == {"name": "look", "arguments": '{"city": "city"}'}
        with pytest.raises(BadRequestError, match="each tool call"):
            await runs.submit_tool_outputs(run.id, thread_id=thread.id, tool_outputs=[])
        stream = await runs.submit_tool_outputs(
            run.id,
            thread_id=thread.id,
            tool_outputs=[{"tool_call_id": call.id, "output": "sun"}],
            stream=True,
        )
        more = [event async for event in stream]
        assert names(more) == ["run.step.completed", *BEGINS[1:], *ANSWERS, *ENDS]
        answered = about(more[0])["step_details"]["tool_calls"]
        assert [one["function"]["output"] for one in answered] == ["sun"]


async def test_left_stream_goes_on_with_the_clock(autojump_clock: trio.testing.MockClock) -> None:
    async with talking(tokens_per_second=1.0) as (client, _, assistant):
        threads = client.beta.threads
        thread = await threads.create(messages=[{"role": "user", "content": "Tell me a story"}])
        async with await threads.runs.create(thread.id, assistant_id=assistant, stream=True) as stream:
            run = about(await anext(stream))
            while (await anext(stream)).event != "thread.message.delta":
                pass
            (half,) = (await threads.messages.list(thread.id, run_id=run["id"])).data
            assert (half.status, half.content) == ("in_progress", [])
        await trio.sleep(10)
        assert (await threads.runs.retrieve(run["id"], thread_id=thread.id)).status == "completed"
        (whole,) = (await threads.messages.list(thread.id, run_id=run["id"])).data
        assert whole.status == "completed"


async def test_stream_ends_when_its_run_is_cancelled(autojump_clock: trio.testing.MockClock) -> None:
    async with talking(tokens_per_second=1.0) as (client, _, assistant):
        threads = client.beta.threads
        thread = await threads.create(messages=[{"role": "user", "content": "Tell me a story"}])
        events: list[AssistantStreamEvent] = []
        async with await threads.runs.create(thread.id, assistant_id=assistant, stream=True) as stream:
            async for event in stream:
                events.append(event)
                if event.event == "thread.message.delta" and len(events) < 9:
                    cancelled = await threads.runs.cancel(about(events[0])["id"], thread_id=thread.id)
                    assert cancelled.status == "cancelling"
        assert names(events)[-4:] == [
            "run.cancelling", "message.incomplete", "run.step.cancelled", "run.cancelled",
        ]  # fmt: skip


async def test_run_expires_and_is_cut_off(autojump_clock: trio.testing.MockClock) -> None:
    async with talking() as (client, _, assistant):
        runs = client.beta.threads.runs
        thread = await client.beta.threads.create()
        waiting = await runs.create(thread.id, assistant_id=assistant, tools=[TOOL])
        await trio.sleep(600)
        expired = await runs.retrieve(waiting.id, thread_id=thread.id)
        assert (expired.status, expired.expires_at) == ("expired", 1_750_000_600)
        short = await runs.create(thread.id, assistant_id=assistant, max_completion_tokens=2)
        await trio.sleep(3)
        cut = await runs.retrieve(short.id, thread_id=thread.id)
        assert cut.incomplete_details is not None
        assert (cut.status, cut.incomplete_details.reason) == ("incomplete", "max_completion_tokens")
        assert [one.id async for one in runs.list(thread.id)] == [short.id, waiting.id]


async def test_run_of_an_unknown_assistant_is_refused() -> None:
    async with talking() as (client, _, _):
        thread = await client.beta.threads.create()
        with pytest.raises(NotFoundError, match="asst_x"):
            await client.beta.threads.runs.create(thread.id, assistant_id="asst_x")
        with pytest.raises(NotFoundError, match="run_x"):
            await client.beta.threads.runs.steps.list("run_x", thread_id=thread.id)
