"""Servers that answer badly, and servers that are merely loose: cases 17, 21, 22 and 28."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.conftest import CHAT, STREAM, OpenPair
from triopenai import errors, raw
from triopenai.testing import faults
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk
from triopenai.types.responses import Response

if TYPE_CHECKING:
    import trio
    from pydantic import JsonValue

    from triopenai.testing import Fault


@pytest.mark.parametrize("code", ["insufficient_quota", "credit_balance_exhausted"])
@pytest.mark.parametrize("stream", [False, True])
async def test_no_quota_is_one_request(pair: OpenPair, code: str, stream: bool) -> None:
    """Case 17."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.insufficient_quota(code), times=None)
        with pytest.raises(errors.RateLimitError) as caught:
            await (
                client.chat.completions.create(**STREAM) if stream else client.chat.completions.create(**CHAT)
            )
        assert len(sandbox.requests) == 1
        assert caught.value.code == code


@pytest.mark.parametrize("code", ["429", 429, None, "rate_limit", "something_else"])
async def test_rate_limit_is_known_by_its_status(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, code: str | int | None
) -> None:
    """Case 21."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.answer({"error": {"message": "slow", "code": code}}, code=429), times=None)
        with pytest.raises(errors.RateLimitError):
            await client.chat.completions.create(**CHAT)
        assert len(sandbox.requests) == 3


@pytest.mark.parametrize(
    ("fault", "error_type", "shown", "requests"),
    [
        (faults.html_error(502), errors.InternalServerError, "HTTP 502: 502 Bad Gateway", 3),
        (faults.empty(200), errors.APIResponseValidationError, "HTTP 200 .* empty", 1),
        (
            faults.wrong_content_type("text/plain"),
            errors.APIResponseValidationError,
            r"HTTP 200 \(text/plain\) with a body that begins '{\"id\"",
            1,
        ),
        (faults.answer([1, 2]), errors.APIResponseValidationError, r"HTTP 200 .* begins '\[1,2\]'", 1),
        (faults.not_json(), errors.APIResponseValidationError, 'HTTP 200 .* begins \'{"id": "chat', 1),
        (faults.truncated_gzip(), errors.APIConnectionError, "gzip", 3),
        (faults.huge_header(), errors.APIConnectionError, "head", 3),
        (faults.garbage(), errors.APIConnectionError, "HTTP", 3),
        (faults.reset(), errors.APIConnectionError, "reset", 3),
    ],
    ids=lambda value: getattr(value, "__name__", None) or type(value).__name__,
)
async def test_bad_answer_is_a_typed_error(  # noqa: PLR0917  # a table of parameters
    pair: OpenPair,
    autojump_clock: trio.testing.MockClock,
    fault: Fault,
    error_type: type[errors.APIError],
    shown: str,
    requests: int,
) -> None:
    """Case 22, and the rest of what servers send instead of an answer."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(fault, times=None)
        with pytest.raises(errors.APIError, match=shown) as caught:
            await client.chat.completions.create(**CHAT)
        assert type(caught.value) is error_type
        assert len(sandbox.requests) == requests
        assert len(caught.value.attempts) == requests
        sandbox.faults.clear()
        await client.chat.completions.create(**CHAT)
        assert client.statistics().active == 0


@pytest.mark.parametrize(
    "fault",
    [
        faults.drop_fields("refusal", "logprobs", "usage", "created", "object", "system_fingerprint"),
        faults.change_fields({"created": 1.5}),
        faults.change_fields({"id": 12, "something_new": {"a": [1]}}),
        faults.gzip(),
        faults.split(1),
        faults.close_after(),
    ],
    ids=["fields missing", "float time", "extra fields", "gzip", "byte by byte", "connection closed"],
)
@pytest.mark.parametrize("stream", [False, True])
async def test_loose_server_is_read(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, fault: Fault, stream: bool
) -> None:
    """Case 28."""
    async with pair() as (sandbox, client):
        expected = (await client.chat.completions.create(**CHAT)).choices[0].message.content
        sandbox.faults.add(fault)
        if stream:
            chunks = [chunk async for chunk in await client.chat.completions.create(**STREAM)]
            assert all(isinstance(chunk, ChatCompletionChunk) for chunk in chunks)
            text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
        else:
            reply = await client.chat.completions.create(**CHAT)
            assert isinstance(reply, ChatCompletion)
            text = reply.choices[0].message.content or ""
        assert text == expected


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"detail": "Not Found"}, "Not Found"),
        ({"error": "no such model"}, "no such model"),
        ({"error": {"message": "bad", "code": 400, "type": None}}, "bad"),
        ({"error": {"message": "bad", "code": "400", "type": "None"}}, "bad"),
        ({"error": {"message": "bad", "code": "429", "type": None}}, "bad"),
        ({"message": "plain"}, "plain"),
    ],
)
async def test_loose_error_is_read(pair: OpenPair, body: dict[str, JsonValue], message: str) -> None:
    """Case 28: a 404 where a 400 is due, in any shape."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.answer(body, code=404))
        with pytest.raises(errors.NotFoundError, match=message):
            await client.chat.completions.create(**CHAT)


async def test_plain_text_error_is_read(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 28."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.body(b"upstream is gone", code=503, content_type="text/plain"))
        reply = await raw(client.chat.completions.create)(**CHAT)
        assert "upstream is gone" in (reply.attempts[0].error or "")


@pytest.mark.parametrize(
    "fault",
    [
        faults.drop_fields("metadata", "tools", "tool_choice", "annotations", "logprobs", "sequence_number"),
        faults.drop_fields("input_tokens_details", "output_tokens_details"),
        faults.drop_fields("usage", "parallel_tool_calls", "incomplete_details", "instructions"),
        faults.change_fields({"created_at": 1750000000.25, "id": "no id of theirs", "extra": {"a": [1]}}),
        faults.change_fields({"id": 7}),
    ],
    ids=["fields missing", "usage details", "more missing", "float time", "number for id"],
)
@pytest.mark.parametrize("stream", [False, True])
async def test_loose_response_is_read(pair: OpenPair, fault: Fault, stream: bool) -> None:
    """Case 28, where the API is that of responses."""
    async with pair() as (sandbox, client):
        expected = (await client.responses.create(model="gpt-5", input="Hi")).output_text
        sandbox.faults.add(fault)
        if stream:
            async with client.responses.stream(model="gpt-5", input="Hi") as events:
                reply: Response = await events.get_final_response()
        else:
            reply = await client.responses.create(model="gpt-5", input="Hi")
        assert isinstance(reply, Response)
        assert reply.output_text == expected
        assert reply.output[0].type == "message"


async def test_stream_that_nobody_asked_for_is_the_answer(pair: OpenPair) -> None:
    """Case 28."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(
            faults.events(
                {"id": "c", "choices": [{"index": 0, "delta": {"role": "assistant", "content": "Hel"}}]},
                {"id": "c", "choices": [{"index": 0, "delta": {"content": "lo"}}]},
                {"id": "c", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
                "[DONE]",
            )
        )
        reply = await client.chat.completions.create(**CHAT)
        assert isinstance(reply, ChatCompletion)
        assert reply.choices[0].message.content == "Hello"
        assert reply.choices[0].finish_reason == "stop"


async def test_reset_without_a_word_costs_no_call(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 28: the server is gone after an answer that did not say so."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.disconnect_idle(), times=3)
        for _ in range(4):
            await client.chat.completions.create(**CHAT)
        assert len(sandbox.requests) == sandbox.connections.opened == 4
        sandbox.faults.add(faults.reset(), times=2)
        await client.chat.completions.create(**CHAT)
        assert len(sandbox.requests) == 7
