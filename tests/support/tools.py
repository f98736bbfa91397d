"""Models that call tools: their answers, written down beforehand, and runs against them."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pydantic
import trio

from tests.support.fakes import FakeResponse, FakeTransport, answer
from triopenai import Client, open_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai.tools import ChatToolRun, ResponseToolRun

ARGUMENTS = '{"city": "Lisbon"}'
USAGE = {"input_tokens": 2, "output_tokens": 3, "total_tokens": 5}


class Weather(pydantic.BaseModel):
    summary: str


async def look(city: str) -> str:
    """Look at the sky."""
    await trio.sleep(1)
    return f"blue over {city}"


def called(*calls: tuple[str, str], number: int = 1, **fields: Any) -> FakeResponse:
    """A response that calls tools; without calls, one that answers."""
    output: list[dict[str, Any]] = [
        {
            "type": "function_call",
            "id": f"fc_{i}",
            "call_id": f"call_{i}",
            "name": name,
            "arguments": arguments,
        }
        for i, (name, arguments) in enumerate(calls)
    ]
    if not calls:
        part = {"type": "output_text", "text": '{"summary": "blue"}', "annotations": [], "logprobs": []}
        content = [part]
        output = [
            {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": content}
        ]
    return answer(
        {
            "id": f"resp_{number}",
            "object": "response",
            "created_at": 1,
            "model": "gpt-5",
            "status": "completed",
            "output": output,
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            "usage": USAGE,
            **fields,
        }
    )


def chatted(*calls: tuple[str, str], finish: str | None = None) -> FakeResponse:
    """A chat completion that calls tools; without calls, one that answers."""
    message: dict[str, Any] = {"role": "assistant", "content": None, "refusal": None}
    if calls:
        message["tool_calls"] = [
            {"id": f"call_{i}", "type": "function", "function": {"name": name, "arguments": arguments}}
            for i, (name, arguments) in enumerate(calls)
        ]
    else:
        message["content"] = '{"summary": "blue"}'
    end = finish or ("tool_calls" if calls else "stop")
    return answer(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "gpt-4",
            "choices": [{"index": 0, "finish_reason": end, "logprobs": None, "message": message}],
            "usage": {"prompt_tokens": 2, "completion_tokens": 3, "total_tokens": 5},
        }
    )


@asynccontextmanager
async def fake(*script: FakeResponse | Exception | float) -> AsyncIterator[tuple[Client, FakeTransport]]:
    transport = FakeTransport(list(script))
    async with open_client(
        transport=transport, api_key="sk-test", base_url="https://api.test/v1", max_retries=0
    ) as client:
        yield client, transport


def respond(client: Client, *tools: Any, **params: Any) -> ResponseToolRun[Any]:
    asked: dict[str, Any] = {"model": "gpt-5", "input": "How is it?", "tools": tools or [look], **params}
    return client.responses.run_tools(**asked)


def chat(client: Client, *tools: Any, **params: Any) -> ChatToolRun[Any]:
    messages = [{"role": "user", "content": "How is it?"}]
    asked: dict[str, Any] = {"model": "gpt-4", "messages": messages, "tools": tools or [look], **params}
    return client.chat.completions.run_tools(**asked)


def bodies(transport: FakeTransport) -> list[dict[str, Any]]:
    found = []
    for request in transport.requests:
        assert isinstance(request.body, bytes)
        found.append(json.loads(request.body))
    return found


LOOK = ("look", ARGUMENTS)
OUTPUT = {"type": "function_call_output", "call_id": "call_0", "output": "blue over Lisbon"}
