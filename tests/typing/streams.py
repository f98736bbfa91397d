"""What type checkers make of the stream helpers: checked by mypy and pyright, never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

import pydantic

from triopenai.streaming import AsyncChatCompletionStream, AsyncResponseStream
from triopenai.types.chat import ChatCompletionChunk, ParsedChatCompletion
from triopenai.types.responses import ParsedResponse

if TYPE_CHECKING:
    from triopenai import Client


class City(pydantic.BaseModel):
    name: str


async def chat(client: Client) -> None:
    async with client.chat.completions.stream(model="gpt-4", messages=[], response_format=City) as stream:
        assert_type(stream, AsyncChatCompletionStream[City])
        async for event in stream:
            if event.type == "chunk":
                assert_type(event.chunk, ChatCompletionChunk)
            elif event.type == "content.delta":
                assert_type(event.snapshot, str)
            elif event.type == "content.done":
                assert_type(event.parsed, City | None)
            elif event.type == "tool_calls.function.arguments.done":
                assert_type(event.index, int)
        async for text in stream.text_stream:
            assert_type(text, str)
        assert_type(await stream.get_final_completion(), ParsedChatCompletion[City])
        assert_type(await stream.until_done(), AsyncChatCompletionStream[City])


async def chat_without_format(client: Client) -> None:
    async with client.chat.completions.stream(model="gpt-4", messages=[], timeout=3) as stream:
        assert_type(stream, AsyncChatCompletionStream[None])
    client.chat.completions.stream(model="gpt-4", messages=[], response_format={"type": "json_object"})
    client.chat.completions.stream(model="gpt-4")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.chat.completions.stream(model="gpt-4", messages=[], stream=True)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


async def responses(client: Client) -> None:
    async with client.responses.stream(model="gpt-5", input="Hi", text_format=City) as stream:
        assert_type(stream, AsyncResponseStream[City])
        async for event in stream:
            if event.type == "response.output_text.delta":
                assert_type(event.snapshot, str)
                assert_type(event.item_id, str)
            elif event.type == "response.output_text.done":
                assert_type(event.parsed, City | None)
            elif event.type == "response.completed":
                assert_type(event.response, ParsedResponse[City])
            elif event.type == "response.refusal.delta":
                assert_type(event.delta, str)
        assert_type(await stream.get_final_response(), ParsedResponse[City])
    async with client.responses.stream(response_id="resp_1", starting_after=3) as stream:
        assert_type(stream, AsyncResponseStream[None])
    client.responses.stream(model="gpt-5", temprature=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
