"""Models that call tools: their answers, written down beforehand, and runs against them."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pydantic
import trio

from tests.support.fakes import answer, chunk, events, open_fake

if TYPE_CHECKING:
    from tests.support.fakes import FakeResponse, FakeTransport
    from triopenai import Client
    from triopenai.tools import ChatToolRun, ResponseToolRun

ARGUMENTS = '{"city": "Lisbon"}'
USAGE = {"input_tokens": 2, "output_tokens": 3, "total_tokens": 5}


FUNCTION: dict[str, Any] = {
    "name": "f",
    "strict": True,
    "parameters": {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "required": ["a"],
        "additionalProperties": False,
    },
}


class Weather(pydantic.BaseModel):
    summary: str


class City(pydantic.BaseModel):
    name: str
    people: int


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


fake = partial(open_fake, base_url="https://api.test/v1", max_retries=0)


def respond(client: Client, *tools: Any, **params: Any) -> ResponseToolRun[Any]:
    asked: dict[str, Any] = {"model": "gpt-5", "input": "How is it?", "tools": tools or [look], **params}
    return client.responses.run_tools(**asked)


def chat(client: Client, *tools: Any, **params: Any) -> ChatToolRun[Any]:
    messages = [{"role": "user", "content": "How is it?"}]
    asked: dict[str, Any] = {"model": "gpt-4", "messages": messages, "tools": tools or [look], **params}
    return client.chat.completions.run_tools(**asked)


def bodies(transport: FakeTransport) -> list[dict[str, Any]]:
    return [transport.sent(index) for index in range(len(transport.requests))]


LOOK = ("look", ARGUMENTS)
OUTPUT = {"type": "function_call_output", "call_id": "call_0", "output": "blue over Lisbon"}


def called_in_pieces(*calls: tuple[str, str], number: int = 1) -> FakeResponse:
    """As `called`, streamed; a response that calls tools says something before it does."""
    whole = _body(called(*calls, number=number))
    pieces = _pieces(*calls)
    part = {"type": "output_text", "text": "".join(pieces), "annotations": [], "logprobs": []}
    said = {"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": [part]}
    if calls:
        whole["output"].insert(0, {**said, "phase": "commentary"})
    at = {"output_index": 0, "content_index": 0, "item_id": "m", "logprobs": []}
    return events(
        {"type": "response.created", "response": {**whole, "status": "in_progress", "output": []}},
        {"type": "response.output_item.added", "output_index": 0, "item": {**said, "content": []}},
        *({"type": "response.output_text.delta", **at, "delta": piece} for piece in pieces),
        {"type": "response.completed", "response": whole},
        done=False,
    )


def chatted_in_pieces(*calls: tuple[str, str]) -> FakeResponse:
    """As `chatted`, streamed; a completion that calls tools says something before it does."""
    whole = _body(chatted(*calls))
    (choice,) = whole["choices"]
    parts = choice["message"].get("tool_calls", ())
    return events(
        *(chunk(piece) for piece in _pieces(*calls)),
        *(chunk(tool={"index": index, **part}) for index, part in enumerate(parts)),
        chunk(finish=choice["finish_reason"]),
        {**chunk(), "choices": [], "usage": whole["usage"]},
    )


def _pieces(*calls: tuple[str, str]) -> list[str]:
    return ["Let me ", "see. "] if calls else ['{"sum', 'mary": "blue"}']


def _body(whole: FakeResponse) -> dict[str, Any]:
    (piece,) = whole.pieces
    assert isinstance(piece, bytes)
    body: dict[str, Any] = json.loads(piece)
    return body
