"""Waiting for the runs of evals."""

from __future__ import annotations

from typing import Any

import pytest
import trio

from tests.support.fakes import FakeResponse, answer, open_fake

SOURCE: Any = {"type": "jsonl", "source": {"type": "file_id", "id": "file_1"}}


def run(status: str, **headers: str) -> FakeResponse:
    value = {"id": "evalrun_1", "object": "eval.run", "eval_id": "eval_1", "status": status}
    return answer(value, headers={name.replace("_", "-"): text for name, text in headers.items()})


async def test_create_and_poll_waits_as_long_as_the_server_says(autojump_clock: trio.testing.MockClock):
    script = [
        run("queued"),
        run("in_progress", openai_poll_after_ms="250"),
        run("in_progress"),
        run("completed"),
    ]
    async with open_fake(*script) as (client, transport):
        done = await client.evals.runs.create_and_poll("eval_1", data_source=SOURCE, name="first")
    assert done.status == "completed"
    assert [(request.method, request.target.rpartition("/v1")[2]) for request in transport.requests] == [
        ("POST", "/evals/eval_1/runs"),
        *[("GET", "/evals/eval_1/runs/evalrun_1")] * 3,
    ]
    assert [later - sooner for sooner, later in zip(transport.times, transport.times[1:], strict=False)] == [
        pytest.approx(0),
        pytest.approx(0.25),
        pytest.approx(1),
    ]


@pytest.mark.parametrize("status", ["completed", "failed", "canceled"])
async def test_poll_gives_the_run_however_it_ended(status: str):
    async with open_fake(run("queued"), run(status)) as (client, _):
        done = await client.evals.runs.poll("evalrun_1", eval_id="eval_1", poll_interval_ms=0)
    assert done.status == status


async def test_poll_is_bounded_by_the_callers_scope(autojump_clock: trio.testing.MockClock):
    async with open_fake(*[run("in_progress") for _ in range(9)]) as (client, transport):
        with trio.move_on_after(3.5) as scope:
            await client.evals.runs.poll("evalrun_1", eval_id="eval_1")
    assert scope.cancelled_caught
    assert len(transport.requests) == 4


async def test_poll_refuses_a_bad_interval_before_anything_is_sent():
    async with open_fake() as (client, transport):
        with pytest.raises(ValueError, match="poll_interval_ms must be finite and not negative"):
            await client.evals.runs.create_and_poll("eval_1", data_source=SOURCE, poll_interval_ms=-1)
    assert not transport.requests
