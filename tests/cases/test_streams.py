"""Streams that break, and streams that are merely odd: cases 12 to 16."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import trio

from tests.cases.conftest import STREAM, OpenPair
from triopenai import errors
from triopenai.testing import faults
from triopenai.types.chat import ChatCompletion
from triopenai.types.responses import Response

if TYPE_CHECKING:
    from triopenai import Client
    from triopenai.testing import Fault
    from triopenai.types.chat import ChatCompletionToolParam

TOOLS: list[ChatCompletionToolParam] = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}, "unit": {"type": "string"}},
                "required": ["city", "unit"],
            },
        },
    }
]


@pytest.mark.parametrize(
    ("fault", "error_type"),
    [
        (faults.truncate(after_events=4), errors.StreamTruncated),
        (faults.half_event(after_events=4), errors.StreamTruncated),
        (faults.reset(after_events=4), errors.StreamReset),
        (faults.reset(after_events=4, mid_chunk=True), errors.StreamReset),
    ],
    ids=["clean end", "half an event", "reset", "reset in a chunk"],
)
async def test_stream_cut_short_keeps_what_came(
    pair: OpenPair,
    autojump_clock: trio.testing.MockClock,
    fault: Fault,
    error_type: type[errors.StreamTruncated],
) -> None:
    """Case 12's errors, through every layer."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(fault)
        seen = []
        async with await client.chat.completions.create(**STREAM) as stream:
            with pytest.raises(errors.StreamTruncated) as caught:
                async for chunk in stream:
                    seen.append(chunk.choices[0].delta.content or "")  # noqa: PERF401  # kept when it breaks
        assert type(caught.value) is error_type
        assert isinstance(caught.value.partial, ChatCompletion)
        assert caught.value.partial.choices[0].message.content == "".join(seen)
        assert len(seen) == 4
        assert len(sandbox.requests) == 1
        assert client.statistics().active == 0


async def test_stream_cut_in_a_tool_call_says_so(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 12."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.truncate(after_events=3))
        stream = await client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Weather?"}],
            tools=TOOLS,
            tool_choice="required",
            stream=True,
        )
        with pytest.raises(errors.ToolCallTruncated, match="tool call") as caught:
            async for _ in stream:
                pass
        assert isinstance(caught.value.partial, ChatCompletion)
        calls = caught.value.partial.choices[0].message.tool_calls
        assert calls is not None
        assert calls[0].type == "function"
        assert calls[0].function.name == "get_weather"
        with pytest.raises(json.JSONDecodeError):
            json.loads(calls[0].function.arguments)


def event(value: dict[str, object]) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


CREATED: dict[str, object] = {
    "type": "response.created",
    "response": {"id": "r", "object": "response", "status": "in_progress", "output": []},
}
CALL = {"type": "function_call", "id": "i", "call_id": "c", "name": "f", "arguments": ""}
ARGUMENTS = {"type": "response.function_call_arguments.delta", "item_id": "i", "output_index": 0}


@pytest.mark.parametrize(
    ("fault", "error_type"),
    [
        (faults.truncate(after_events=6), errors.StreamTruncated),
        (faults.reset(after_events=6, mid_chunk=True), errors.StreamReset),
        (
            faults.sse(
                event(CREATED),
                event({"type": "response.output_item.added", "output_index": 0, "item": CALL}),
                event({**ARGUMENTS, "delta": '{"city": "Ro'}),
            ),
            errors.ToolCallTruncated,
        ),
    ],
    ids=["clean end", "reset in a chunk", "tool call"],
)
async def test_response_cut_short_keeps_what_came(
    pair: OpenPair,
    autojump_clock: trio.testing.MockClock,
    fault: Fault,
    error_type: type[errors.StreamTruncated],
) -> None:
    """Case 12."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(fault)
        seen = []
        async with await client.responses.create(model="gpt-5", input="Hi", stream=True) as stream:
            with pytest.raises(errors.StreamTruncated) as caught:
                async for one in stream:
                    seen.append(getattr(one, "delta", ""))  # noqa: PERF401  # kept when it breaks
        assert type(caught.value) is error_type
        partial = caught.value.partial
        assert isinstance(partial, Response)
        assert partial.status == "in_progress"
        assert "".join(seen) == (getattr(partial.output[0], "arguments", None) or partial.output_text) != ""
        assert len(sandbox.requests) == 1


async def test_stream_read_by_two_tasks(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 13."""
    async with pair() as (sandbox, client), trio.open_nursery() as nursery:
        sandbox.faults.add(faults.stall_stream(after_events=1))
        stream = await client.chat.completions.create(**STREAM)
        await stream.__anext__()
        nursery.start_soon(stream.__anext__)
        await trio.testing.wait_all_tasks_blocked()
        with pytest.raises(trio.BusyResourceError, match=r"another task .*chat\.completions\.create"):
            await stream.__anext__()
        nursery.cancel_scope.cancel()


ODD = b'{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":'
END = b'{},"finish_reason":"stop"}]}'


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([b"data: " + ODD + b'{"content":"a"}}]}\r', b"\n\r", b"\ndata:" + ODD + END + b"\r\n\r\n"], "a"),
        ([b"data:" + ODD + b'{"content":"a"}}]}\r\rdata: ' + ODD + END + b"\r\r"], "a"),
        (["\ufeff".encode() + b": hello\n\nretry: 5\nfoo: bar\nid: 1\ndata: " + ODD + END + b"\n\n"], ""),
        ([b"data: " + ODD + b'\ndata: {"content":"a"}}]}\n\ndata: ' + ODD + END + b"\n\n"], "a"),
        (
            [b"data: " + ODD + '{"content":"a\u2028b\u0085c"}}]}\n\ndata: '.encode() + ODD + END + b"\n\n"],
            "a\u2028b\u0085c",
        ),
        (
            [b"data: " + ODD + b'{"content":"\xc3', b'\xa9"}}]}\n\ndata: ' + ODD + END + b"\n\n"],
            "é",
        ),
        ([b"event: x\n\n", b"data: " + ODD + END + b"\n\n"], ""),
    ],
    ids=[
        "CRLF split",
        "bare CR",
        "BOM, comments, fields",
        "two lines",
        "line separators",
        "UTF-8",
        "no data",
    ],
)
async def test_stream_of_any_form_is_read(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, pieces: list[bytes], text: str
) -> None:
    """Case 15, through every layer."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.sse(*pieces, every=0.01))
        async with await client.chat.completions.create(**STREAM) as stream:
            got = [chunk.choices[0].delta.content or "" async for chunk in stream if chunk.choices]
    assert "".join(got) == text


async def test_stream_of_odd_events_is_read(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 16: no index, no choices, unknown types, half a character, no `[DONE]`."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(
            faults.sse(
                b'data: {"choices":[{"delta":{"tool_calls":[{"function":{"name":"f"}}]}}]}\n\n',
                b'data: {"choices":[],"usage":{"total_tokens":1}}\n\n',
                b'data: {"choices":[{"index":0,"delta":{"content":"\\ud83c"}}]}\n\n',
                b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n',
            )
        )
        async with await client.chat.completions.create(**STREAM) as stream:
            got = [chunk async for chunk in stream]
        assert len(got) == 4
        assert got[0].choices[0].delta.tool_calls is not None
        assert "index" not in got[0].choices[0].delta.tool_calls[0].to_dict()
        assert got[2].choices[0].delta.content == "\ud83c"
        assert got[1].usage is not None
        assert got[1].usage.total_tokens == 1

        sandbox.faults.add(faults.unnamed_events())
        async with await client.responses.create(model="gpt-5", input="Hi", stream=True) as events:
            types = [event.type async for event in events]
        assert types[0] == "response.created"
        assert types[-1] == "response.completed"

        sandbox.faults.add(
            faults.sse(
                b'data: {"type":"response.output_text.delta","delta":"Hi"}\n\n',
                b'data: {"type":"response.something_new","x":1}\n\n',
                b'data: {"type":"response.completed","response":{"id":"r"}}\n\n',
            )
        )
        async with await client.responses.create(model="gpt-5", input="Hi", stream=True) as events:
            kinds = [event.type async for event in events]
        assert kinds == ["response.output_text.delta", "response.something_new", "response.completed"]


BUSY = {"code": "server_is_overloaded", "message": "busy", "param": None}
OVERLOADED = {
    "chat": event({"error": {**BUSY, "type": "server_error"}}),
    "error": event({"type": "error", **BUSY}),
    "failed": event({"type": "response.failed", "response": {"id": "r", "status": "failed", "error": BUSY}}),
}


async def read(client: Client, kind: str) -> int:
    """The number of events of a whole stream."""
    if kind == "chat":
        async with await client.chat.completions.create(**STREAM) as chunks:
            return len([chunk async for chunk in chunks])
    async with await client.responses.create(model="gpt-5", input="Hi", stream=True) as events:
        return len([one async for one in events])


@pytest.mark.parametrize("kind", OVERLOADED)
async def test_stream_that_fails_before_its_first_event_is_retried(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, kind: str
) -> None:
    """Case 14: nothing was delivered yet, so nothing can be delivered twice."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.sse(OVERLOADED[kind]))
        assert await read(client, kind) > 5
        assert len(sandbox.requests) == 2
        sandbox.faults.add(faults.sse(OVERLOADED[kind]), times=None)
        with pytest.raises(errors.APIError, match="busy") as caught:
            await read(client, kind)
        assert len(caught.value.attempts) == 3


@pytest.mark.parametrize("kind", OVERLOADED)
async def test_stream_that_fails_later_is_not_retried(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, kind: str
) -> None:
    """Case 14: not even where the failure came together with the first event."""
    first = b"data: " + ODD + b'{"content":"a"}}]}\n\n' if kind == "chat" else event(CREATED)
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.sse(first + OVERLOADED[kind]), times=None)
        with pytest.raises(errors.APIError, match=r"after 1 event\): busy") as caught:
            await read(client, kind)
        assert caught.value.code == "server_is_overloaded"
        assert len(sandbox.requests) == 1


@pytest.mark.parametrize("code", ["invalid_prompt", "insufficient_quota"])
async def test_stream_that_fails_for_good_is_not_retried(pair: OpenPair, code: str) -> None:
    """Case 14: what is no overload would fail again."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.sse(event({"type": "error", **BUSY, "code": code})), times=None)
        with pytest.raises(errors.APIError, match="busy"):
            await read(client, "error")
        assert len(sandbox.requests) == 1
