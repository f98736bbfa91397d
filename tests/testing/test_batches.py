"""Batches run their lines through the sandbox."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import trio

from triopenai import BadRequestError, ConflictError, NotFoundError, open_client
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from triopenai import Client
    from triopenai.types import Batch

CHAT = "/v1/chat/completions"


def line(custom_id: str, url: str = CHAT, **body: object) -> dict[str, object]:
    body = body or {"model": "gpt-4", "messages": [{"role": "user", "content": f"Hello {custom_id}"}]}
    return {"custom_id": custom_id, "method": "POST", "url": url, "body": body}


async def start(client: Client, *lines: object, endpoint: Any = CHAT, **more: Any) -> Batch:
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines)
    file = await client.files.create(file=("in.jsonl", text.encode()), purpose="batch")
    return await client.batches.create(
        input_file_id=file.id, endpoint=endpoint, completion_window="24h", **more
    )


async def rows(client: Client, file_id: str | None) -> list[dict[str, Any]]:
    assert file_id is not None
    text = await (await client.files.content(file_id)).text()
    return [json.loads(row) for row in text.splitlines()]


async def test_batch_goes_through_its_states_by_the_clock(client, autojump_clock):
    batch = await start(client, line("a"), line("b"), metadata={"job": "night"})
    seen = []
    for _ in range(6):
        found = await client.batches.retrieve(batch.id)
        seen.append((found.status, found.request_counts.completed))
        await trio.sleep(1)
    assert seen == [
        ("validating", 0),
        ("in_progress", 0),
        ("in_progress", 1),
        ("finalizing", 2),
        ("completed", 2),
        ("completed", 2),
    ]
    done = await client.batches.retrieve(batch.id)
    start_at = done.created_at
    assert (done.in_progress_at, done.finalizing_at, done.completed_at) == (
        start_at + 1,
        start_at + 3,
        start_at + 4,
    )
    assert done.metadata == {"job": "night"}
    assert done.model == "gpt-4"
    assert done.request_counts.to_dict() == {"total": 2, "completed": 2, "failed": 0}
    answers = await rows(client, done.output_file_id)
    assert [row["custom_id"] for row in answers] == ["a", "b"]
    assert all(row["response"]["body"]["choices"][0]["message"]["content"] for row in answers)
    assert done.usage.total_tokens == sum(row["response"]["body"]["usage"]["total_tokens"] for row in answers)
    assert done.error_file_id is None


@pytest.mark.parametrize(
    ("endpoint", "body", "holds"),
    [
        ("/v1/responses", {"model": "gpt-5", "input": "Hello"}, "output"),
        ("/v1/embeddings", {"model": "text-embedding-3-small", "input": "Hello"}, "data"),
        ("/v1/completions", {"model": "gpt-3.5-turbo-instruct", "prompt": "Hello"}, "choices"),
        ("/v1/moderations", {"input": "Hello"}, "results"),
    ],
)
async def test_batch_runs_lines_of_each_endpoint(client, autojump_clock, endpoint, body, holds):
    batch = await start(client, line("a", endpoint, **body), endpoint=endpoint)
    await trio.sleep(10)
    (row,) = await rows(client, (await client.batches.retrieve(batch.id)).output_file_id)
    assert row["response"]["status_code"] == 200
    assert row["response"]["body"][holds]


async def test_batch_puts_requests_that_fail_into_the_error_file(client, autojump_clock):
    bad = line("bad", model="nope", messages=[{"role": "user", "content": "Hello"}])
    streamed = line("streamed", model="gpt-4", messages=[{"role": "user", "content": "x"}], stream=True)
    batch = await start(client, line("good"), bad, streamed)
    await trio.sleep(10)
    done = await client.batches.retrieve(batch.id)
    assert done.request_counts.to_dict() == {"total": 3, "completed": 1, "failed": 2}
    assert [row["custom_id"] for row in await rows(client, done.output_file_id)] == ["good"]
    errors = await rows(client, done.error_file_id)
    assert [(row["custom_id"], row["response"]["status_code"]) for row in errors] == [
        ("bad", 404),
        ("streamed", 400),
    ]
    assert errors[0]["response"]["body"]["error"]["code"] == "model_not_found"


async def test_batch_fails_for_a_file_that_makes_no_sense(client, autojump_clock):
    batch = await start(
        client, line("a"), "no json", line("a"), line("b", "/v1/embeddings"), {"custom_id": "c"}
    )
    await trio.sleep(5)
    done = await client.batches.retrieve(batch.id)
    assert (done.status, done.failed_at, done.output_file_id) == ("failed", batch.created_at + 1, None)
    assert [(error.line, error.code) for error in done.errors.data] == [
        (2, "invalid_json_line"),
        (3, "duplicate_custom_id"),
        (4, "invalid_url"),
        (5, "missing_required_parameter"),
    ]
    empty = await start(client)
    await trio.sleep(5)
    assert (await client.batches.retrieve(empty.id)).errors.data[0].code == "empty_file"


async def test_batch_that_is_cancelled_keeps_what_it_has(client, autojump_clock):
    batch = await start(client, line("a"), line("b"), line("c"))
    await trio.sleep(2.5)
    assert (await client.batches.cancel(batch.id)).status == "cancelling"
    await trio.sleep(10)
    done = await client.batches.retrieve(batch.id)
    assert (done.status, done.completed_at) == ("cancelled", None)
    assert [row["custom_id"] for row in await rows(client, done.output_file_id)] == ["a"]
    undone = await rows(client, done.error_file_id)
    assert [(row["custom_id"], row["error"]["code"]) for row in undone] == [
        ("b", "batch_cancelled"),
        ("c", "batch_cancelled"),
    ]
    with pytest.raises(ConflictError, match="'cancelled'"):
        await client.batches.cancel(batch.id)


async def test_batch_that_is_too_slow_expires(client, autojump_clock):
    batch = await start(client, line("a"), line("b"), metadata={"seconds_per_line": "50000"})
    await trio.sleep(24 * 3600 - 1)
    assert (await client.batches.retrieve(batch.id)).status == "in_progress"
    await trio.sleep(1)
    done = await client.batches.retrieve(batch.id)
    assert (done.status, done.expired_at, done.expires_at) == (
        "expired",
        batch.created_at + 24 * 3600,
        batch.expires_at,
    )
    assert len(await rows(client, done.output_file_id)) == 1
    assert (await rows(client, done.error_file_id))[0]["error"]["code"] == "batch_expired"


async def test_batch_files_expire_when_asked_to(client, autojump_clock):
    batch = await start(client, line("a"), output_expires_after={"anchor": "created_at", "seconds": 7200})
    await trio.sleep(10)
    done = await client.batches.retrieve(batch.id)
    file = await client.files.retrieve(done.output_file_id)
    assert (file.purpose, file.expires_at) == ("batch_output", file.created_at + 7200)


async def test_batches_are_listed_by_cursors(client, autojump_clock):
    made = [(await start(client, line("a"))).id for _ in range(3)]
    page = await client.batches.list(limit=2)
    assert [batch.id for batch in page.data] == [made[2], made[1]]
    assert [batch.id async for batch in client.batches.list(limit=1)] == made[::-1]
    assert [batch.id async for batch in client.batches.list(after=made[1])] == [made[0]]


async def test_batch_wants_what_it_can_use(client, autojump_clock):
    with pytest.raises(NotFoundError, match="batch_x"):
        await client.batches.retrieve("batch_x")
    with pytest.raises(BadRequestError, match="file-x"):
        await client.batches.create(input_file_id="file-x", endpoint=CHAT, completion_window="24h")
    file = await client.files.create(file=("a", b"{}"), purpose="vision")
    with pytest.raises(BadRequestError, match="purpose"):
        await client.batches.create(input_file_id=file.id, endpoint=CHAT, completion_window="24h")
    with pytest.raises(BadRequestError, match="/v1/nope"):
        await start(client, line("a"), endpoint="/v1/nope")


async def test_line_that_crashes_the_sandbox_fails_alone(autojump_clock):
    def reply(question: str, _: int) -> str:
        if question.endswith("bad"):
            raise ZeroDivisionError(question)
        return question

    async with (
        open_sandbox(reply=reply) as sandbox,
        open_client(**sandbox.client_options, strict=True, max_retries=0) as client,
    ):
        batch = await start(client, line("good"), line("bad"), line("fine"))
        await trio.sleep(10)
        done = await client.batches.retrieve(batch.id)
        assert done.request_counts is not None
        assert done.request_counts.to_dict() == {"total": 3, "completed": 2, "failed": 1}
        (failed,) = await rows(client, done.error_file_id)
        assert (failed["custom_id"], failed["response"]["status_code"]) == ("bad", 500)
        assert [type(crash) for crash in sandbox.crashes] == [ZeroDivisionError]
