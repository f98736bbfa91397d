"""The client against a server that nobody here wrote; `nox -s interop` runs these."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import trio

from triopenai import (
    APIConnectionError,
    APIResponseValidationError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    StreamTruncated,
    open_client,
    raw,
)

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from triopenai import Client

pytestmark = pytest.mark.interop

STORY = "Once upon a time a byte was sent in pieces, and every piece arrived: été, 冬, 🌱. The end."
WEATHER: Any = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "unit": {"type": "string"}},
    "required": ["city"],
}
ARGUMENTS = {"city": "Århus", "unit": "celsius"}


def client_of(base_url: str, **options: Any) -> AbstractAsyncContextManager[Client]:
    return open_client(base_url=base_url, **{"api_key": "sk-interop", **options})


def user(text: str) -> Any:
    return [{"role": "user", "content": text}]


async def test_chat_plain(base_url: str):
    async with client_of(base_url) as client:
        reply = await raw(client.chat.completions.create)(model="gpt-4", messages=user("say hello"))
    completion = reply.parse()
    assert reply.status_code == 200
    assert reply.headers["X-Request-Id"].startswith("req-")
    assert completion.choices[0].message.content == "Hello from the other side."
    assert completion.choices[0].finish_reason == "stop"
    assert completion.usage is not None
    assert completion.usage.total_tokens == 15
    assert completion.system_fingerprint == "fp_interop"


async def test_chat_streamed(base_url: str):
    async with client_of(base_url) as client:
        pieces = []
        async with await client.chat.completions.create(
            model="gpt-4", messages=user("tell a story"), stream=True
        ) as stream:
            async for chunk in stream:
                pieces += [choice.delta.content or "" for choice in chunk.choices]
    assert "".join(pieces) == STORY
    assert len(pieces) > 10


async def test_chat_tools(base_url: str):
    tool: Any = {"type": "function", "function": {"name": "get_weather", "parameters": WEATHER}}
    messages = user("what is the weather in Århus?")
    async with client_of(base_url) as client:
        asked = await client.chat.completions.create(model="gpt-4", messages=messages, tools=[tool])
        message = asked.choices[0].message
        assert asked.choices[0].finish_reason == "tool_calls"
        assert message.tool_calls is not None
        (call,) = message.tool_calls
        assert call.type == "function"
        assert call.function.name == "get_weather"
        assert json.loads(call.function.arguments) == ARGUMENTS
        # A model goes back as it came.
        messages += [message, {"role": "tool", "tool_call_id": call.id, "content": "rain"}]
        answered = await client.chat.completions.create(model="gpt-4", messages=messages, tools=[tool])
    assert answered.choices[0].message.content == "It rains in Århus."


async def test_chat_tools_streamed(base_url: str):
    async with client_of(base_url) as client:
        arguments = ""
        reasons = []
        async with await client.chat.completions.create(
            model="gpt-4", messages=user("what is the weather in Århus?"), stream=True
        ) as stream:
            async for chunk in stream:
                for choice in chunk.choices:
                    reasons.append(choice.finish_reason)
                    for call in choice.delta.tool_calls or ():
                        assert call.function is not None
                        arguments += call.function.arguments or ""
    assert json.loads(arguments) == ARGUMENTS
    assert reasons[-1] == "tool_calls"


async def test_responses_plain(base_url: str):
    async with client_of(base_url) as client:
        response = await client.responses.create(model="gpt-5", input="say hello")
    assert response.status == "completed"
    assert response.output_text == "Hello from the other side."


async def test_responses_streamed(base_url: str):
    async with client_of(base_url) as client:
        text = ""
        kinds = []
        async with await client.responses.create(model="gpt-5", input="tell a story", stream=True) as stream:
            async for event in stream:
                kinds.append(event.type)
                if event.type == "response.output_text.delta":
                    text += event.delta
    assert text == STORY
    assert kinds[0] == "response.created"
    assert kinds[-1] == "response.completed"


async def test_responses_tools(base_url: str):
    tool: Any = {"type": "function", "name": "get_weather", "parameters": WEATHER, "strict": False}
    async with client_of(base_url) as client:
        response = await client.responses.create(
            model="gpt-5", input="what is the weather in Århus?", tools=[tool]
        )
        (call,) = (item for item in response.output if item.type == "function_call")
        assert json.loads(call.arguments) == ARGUMENTS
        history: Any = [
            {"role": "user", "content": "what is the weather in Århus?"},
            *response.output,
            {"type": "function_call_output", "call_id": call.call_id, "output": "rain"},
        ]
        answered = await client.responses.create(model="gpt-5", input=history, tools=[tool])
    assert answered.output_text == "It rains in Århus."


async def test_responses_tools_streamed(base_url: str):
    async with (
        client_of(base_url) as client,
        await client.responses.create(
            model="gpt-5", input="what is the weather in Århus?", stream=True
        ) as stream,
    ):
        events = [event async for event in stream]
    (done,) = (event for event in events if event.type == "response.function_call_arguments.done")
    assert json.loads(done.arguments) == ARGUMENTS
    assert events[-1].type == "response.completed"


async def test_embeddings(base_url: str):
    async with client_of(base_url) as client:
        answer = await client.embeddings.create(model="text-embedding-3-small", input="the seasons")
        several = await client.embeddings.create(
            model="text-embedding-3-small", input=["the seasons", "and their names"]
        )
    assert answer.data[0].embedding == [0.25, -0.5, 0.125]
    assert [item.index for item in several.data] == [0, 1]


async def test_models(base_url: str):
    async with client_of(base_url) as client:
        names = [model.id async for model in client.models.list()]
    assert "gpt-4" in names


async def test_files(base_url: str):
    content = b'{"prompt": "\xc3\xa9t\xc3\xa9"}\n\r\n--boundary\x00\xff'
    async with client_of(base_url) as client:
        made = await client.files.create(file=("seasons.jsonl", content), purpose="fine-tune")
        assert made.filename == "seasons.jsonl"
        assert made.bytes == len(content)
        assert (await client.files.retrieve(made.id)).id == made.id
        assert [file.id async for file in client.files.list()] == [made.id]
        assert await (await client.files.content(made.id)).read() == content
        assert (await client.files.delete(made.id)).deleted
        with pytest.raises(NotFoundError):
            await client.files.retrieve(made.id)


async def test_images(base_url: str):
    async with client_of(base_url) as client:
        answer = await client.images.generate(model="gpt-image-1", prompt="a small fox")
    assert answer.data is not None
    assert answer.data[0].b64_json == "iVBORw0KGgo="


async def test_many_at_once_share_connections(base_url: str):
    async with client_of(base_url) as client:

        async def ask(number: int) -> str | None:
            completion = await client.chat.completions.create(
                model="gpt-4", messages=user(f"say hello, number {number}")
            )
            return completion.choices[0].message.content

        answers = await client.map(ask, range(50), limit=5)
        statistics = client.statistics()
    assert answers == ["Hello from the other side."] * 50
    assert statistics.opened <= 5


async def test_wrong_key(base_url: str):
    async with client_of(base_url, api_key="sk-wrong") as client:
        with pytest.raises(AuthenticationError) as caught:
            await client.models.list()
    assert caught.value.status_code == 401
    assert caught.value.code == "invalid_api_key"
    assert caught.value.request_id is not None
    assert "sk-wrong" not in repr(caught.value) + str(caught.value)


async def test_rate_limit(base_url: str):
    async with client_of(base_url, max_retries=0) as client:
        with pytest.raises(RateLimitError) as caught:
            await client.chat.completions.create(model="gpt-4", messages=user("too busy for ever"))
    assert caught.value.code == "rate_limit_exceeded"
    assert caught.value.headers["retry-after"] == "1"


async def test_rate_limit_is_waited_out(base_url: str):
    async with client_of(base_url) as client:
        start = trio.current_time()
        reply = await raw(client.chat.completions.create)(model="gpt-4", messages=user("busy at first"))
    assert reply.parse().choices[0].message.content == "There you are."
    assert [attempt.status for attempt in reply.attempts] == [429, 200]
    assert trio.current_time() - start >= 1  # as its header asks


async def test_rate_limit_that_outlasts_the_deadline_fails_at_once(base_url: str):
    async with client_of(base_url) as client:
        with trio.fail_after(0.9), pytest.raises(RateLimitError):
            await client.chat.completions.create(model="gpt-4", messages=user("too busy for ever"))


async def test_cut_stream(base_url: str):
    async with client_of(base_url) as client:
        pieces = []
        with pytest.raises(StreamTruncated) as caught:
            async with await client.chat.completions.create(
                model="gpt-4", messages=user("cut this short"), stream=True
            ) as stream:
                async for chunk in stream:
                    pieces += [choice.delta.content or "" for choice in chunk.choices]
    text = "".join(pieces)
    assert text
    assert "This sentence is long enough for several pieces, and will not be finished.".startswith(text)
    assert caught.value.events == len(pieces)
    assert caught.value.partial is not None


async def test_cut_response_stream(base_url: str):
    async with client_of(base_url) as client:
        with pytest.raises(StreamTruncated):
            async with await client.responses.create(
                model="gpt-5", input="cut this short", stream=True
            ) as stream:
                async for _ in stream:
                    pass


async def test_cut_connection(base_url: str):
    async with client_of(base_url, max_retries=1) as client:
        with pytest.raises(APIConnectionError) as caught:
            await client.chat.completions.create(model="gpt-4", messages=user("hang up"))
    assert len(caught.value.attempts) == 2


async def test_garbage(base_url: str):
    async with client_of(base_url) as client:
        with pytest.raises(APIResponseValidationError) as caught:
            await client.chat.completions.create(model="gpt-4", messages=user("send garbage"))
    assert caught.value.request_id is not None


async def test_client_works_after_every_fault(base_url: str):
    async with client_of(base_url, max_retries=0) as client:
        for text in ("hang up", "send garbage", "too busy for ever"):
            with pytest.raises((APIConnectionError, APIResponseValidationError, RateLimitError)):
                await client.chat.completions.create(model="gpt-4", messages=user(text))
        completion = await client.chat.completions.create(model="gpt-4", messages=user("say hello"))
    assert completion.choices[0].message.content == "Hello from the other side."
