"""The text of streams of all kinds."""

from __future__ import annotations

from types import SimpleNamespace as Event
from typing import TYPE_CHECKING

import pytest
import trio

from triopenai import open_client
from triopenai.concurrency import collect_text
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from triopenai import Client
    from triopenai.types.chat import ChatCompletionMessageParam


@pytest.fixture
async def client() -> AsyncGenerator[Client]:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        yield client


class Stream:
    def __init__(self, *events: object, error: Exception | None = None) -> None:
        self.events = iter(events)
        self.error = error
        self.closed = False

    def __aiter__(self) -> Stream:
        return self

    async def __anext__(self) -> object:
        await trio.lowlevel.checkpoint()
        for event in self.events:
            return event
        raise self.error or StopAsyncIteration

    async def aclose(self) -> None:
        self.closed = True
        await trio.lowlevel.checkpoint()


MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Say it."}]


async def test_collect_text_of_chat(client: Client) -> None:
    whole = await client.chat.completions.create(model="gpt-4", messages=MESSAGES)
    stream = await client.chat.completions.create(model="gpt-4", messages=MESSAGES, stream=True)
    assert await collect_text(stream) == whole.choices[0].message.content != ""
    async with client.chat.completions.stream(model="gpt-4", messages=MESSAGES) as events:
        assert await collect_text(events) == whole.choices[0].message.content


async def test_collect_text_of_responses(client: Client) -> None:
    whole = await client.responses.create(model="gpt-5", input="Say it.")
    stream = await client.responses.create(model="gpt-5", input="Say it.", stream=True)
    assert await collect_text(stream) == whole.output_text != ""
    async with client.responses.stream(model="gpt-5", input="Say it.") as events:
        assert await collect_text(events) == whole.output_text


async def test_collect_text_of_the_other_kinds() -> None:
    run = Event(content=[Event(type="text", text=Event(value="d")), Event(type="image_file")])
    stream = Stream(
        "a",
        Event(choices=[Event(index=0, text="b")]),
        Event(choices=[Event(index=1, text="no"), Event(index=0, delta=Event(content="c"))]),
        Event(choices=[], usage=Event()),
        Event(choices=None),
        Event(event="thread.message.delta", data=Event(delta=run)),
        Event(event="thread.message.delta", data=None),
        Event(type="transcript.text.delta", delta="e"),
        Event(type="response.output_text.delta", delta=None),
        Event(type="response.refusal.delta", delta="no"),
    )
    assert await collect_text(stream) == "abcde"
    assert stream.closed


async def test_collect_text_closes_a_stream_that_fails_or_is_left() -> None:
    broken, endless = Stream("a", error=OSError("gone")), Stream(*["a"] * 9)
    with pytest.raises(OSError, match="gone"):
        await collect_text(broken)
    with trio.CancelScope() as scope:
        scope.cancel()
        await collect_text(endless)
    assert broken.closed
    assert endless.closed


async def test_collect_text_needs_a_stream() -> None:
    with pytest.raises(TypeError, match=r"collect_text\(\) takes a sync or async iterable"):
        await collect_text(3)  # type: ignore[arg-type]  # on purpose
