"""Servers that answer badly, and servers that are merely loose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.conftest import CHAT, STREAM, OpenPair
from triopenai import errors, raw
from triopenai.testing import faults
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk

if TYPE_CHECKING:
    import trio

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
        (faults.html_error(502), errors.InternalServerError, "502", 3),
        (faults.empty(200), errors.APIResponseValidationError, "empty", 1),
        (faults.wrong_content_type("text/plain"), errors.APIResponseValidationError, "text/plain", 1),
        (faults.answer([1, 2]), errors.APIResponseValidationError, "[1", 1),
        (faults.not_json(), errors.APIResponseValidationError, "200", 1),
        (faults.truncated_gzip(), errors.APIConnectionError, "gzip", 3),
        (faults.huge_header(), errors.APIConnectionError, "head", 3),
        (faults.garbage(), errors.APIConnectionError, "", 3),
        (faults.reset(), errors.APIConnectionError, "", 3),
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
        with pytest.raises(errors.APIError) as caught:
            await client.chat.completions.create(**CHAT)
        assert type(caught.value) is error_type
        assert shown in str(caught.value)
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
        ({"message": "plain"}, "plain"),
    ],
)
async def test_loose_error_is_read(pair: OpenPair, body: dict[str, object], message: str) -> None:
    """Case 28: a 404 where a 400 is due, in any shape."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.answer(body, code=404))  # type: ignore[arg-type]
        with pytest.raises(errors.NotFoundError, match=message):
            await client.chat.completions.create(**CHAT)


async def test_plain_text_error_is_read(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 28."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.body(b"upstream is gone", code=503, content_type="text/plain"))
        reply = await raw(client.chat.completions.create)(**CHAT)
        assert "upstream is gone" in (reply.attempts[0].error or "")
