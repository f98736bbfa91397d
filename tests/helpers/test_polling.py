"""Waiting for jobs of the server, through the sandbox."""

from __future__ import annotations

import warnings
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.peers import sweep
from triopenai import Client, FileUploadsError, NotFoundError, ProcessingTimeoutError, open_client, raw
from triopenai._helpers.polling import Pace
from triopenai.testing import Sandbox, faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai.types.beta import FunctionToolParam

TOOL: FunctionToolParam = {"type": "function", "function": {"name": "look"}}


@asynccontextmanager
async def pair() -> AsyncIterator[tuple[Sandbox, Client]]:
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        yield sandbox, client
        assert sandbox.crashes == ()


def looks(sandbox: Sandbox) -> list[float]:
    """When something was looked at."""
    return [one.time for one in sandbox.requests if one.method == "GET"]


async def test_file_is_polled_as_the_server_says(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (sandbox, client):
        store = await client.vector_stores.create()
        file = await client.vector_stores.files.upload_and_poll(
            vector_store_id=store.id, file=("a.txt", b"some text"), attributes={"n": 1}
        )
        assert (file.status, file.attributes) == ("completed", {"n": 1})
        times = looks(sandbox)
        assert [round(b - a, 3) for a, b in pairwise(times)] == [0.5] * 4
        found = await client.vector_stores.search(store.id, query="text")
        assert [item.file_id for item in found.data] == [file.id]


async def test_interval_of_the_caller_goes_first(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (sandbox, client):
        store = await client.vector_stores.create()
        attached = await client.vector_stores.files.upload(vector_store_id=store.id, file=b"some text")
        assert attached.status == "in_progress"
        await client.vector_stores.files.poll(attached.id, vector_store_id=store.id, poll_interval_ms=1500)
        assert len(looks(sandbox)) == 3


async def test_failed_file_is_given_not_raised(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        store = await client.vector_stores.create()
        stored = await client.files.create(file=("a.bin", b"\xff\xfe"), purpose="assistants")
        file = await client.vector_stores.files.create_and_poll(stored.id, vector_store_id=store.id)
        assert file.status == "failed"
        assert file.last_error is not None


async def test_raw_poll_gives_the_last_reply(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        stored = await client.files.create(file=b"x", purpose="assistants")
        reply = await raw(client.files.wait_for_processing)(stored.id)
        assert reply.status_code == 200
        assert reply.parse().id == stored.id


async def test_max_wait_ends_the_wait_with_the_last_state(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (sandbox, client):
        store = await client.vector_stores.create()
        attached = await client.vector_stores.files.upload(vector_store_id=store.id, file=b"some text")
        start = trio.current_time()
        with pytest.raises(ProcessingTimeoutError, match="1 seconds") as caught:
            await client.vector_stores.files.poll(attached.id, vector_store_id=store.id, max_wait_seconds=1)
        assert trio.current_time() - start == 1
        assert isinstance(caught.value, TimeoutError)
        assert getattr(caught.value.last, "status", None) == "in_progress"
        before = len(sandbox.requests)
        with pytest.raises(ProcessingTimeoutError):
            await client.vector_stores.files.poll(attached.id, vector_store_id=store.id, max_wait_seconds=0)
        assert len(sandbox.requests) == before


async def test_cancel_scope_ends_the_wait(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        store = await client.vector_stores.create()
        attached = await client.vector_stores.files.upload(vector_store_id=store.id, file=b"some text")
        with trio.move_on_after(0.7) as scope:
            await client.vector_stores.files.poll(attached.id, vector_store_id=store.id)
        assert scope.cancelled_caught


async def test_error_of_a_look_says_what_was_waited_for(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        with pytest.raises(NotFoundError) as caught:
            await client.files.wait_for_processing("file-none")
        assert any("file-none" in note for note in caught.value.__notes__)


async def test_batch_uploads_at_most_so_many_at_once(autojump_clock: trio.testing.MockClock) -> None:
    async with open_sandbox(latency=1) as sandbox, open_client(**sandbox.client_options) as client:
        store = await client.vector_stores.create()
        kept = await client.files.create(file=b"kept", purpose="assistants")
        start = len(sandbox.requests)
        batch = await client.vector_stores.file_batches.upload_and_poll(
            store.id, files=[b"one", b"two", b"three"], max_concurrency=2, file_ids=[kept.id]
        )
        assert (batch.status, batch.file_counts.completed) == ("completed", 4)
        times = [one.time for one in list(sandbox.requests)[start:] if one.path == "/files"]
        assert [round(time - times[0]) for time in times] == [0, 0, 1]


async def test_failed_upload_keeps_the_others_and_says_which(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (sandbox, client):
        store = await client.vector_stores.create()
        with pytest.raises(FileUploadsError, match=r"1 of 3 files .*at 1: TypeError") as caught:
            await client.vector_stores.file_batches.upload_and_poll(
                store.id,
                files=[b"one", "two.txt", b"three"],  # type: ignore[list-item]  # the mistake
            )
        ids = caught.value.file_ids
        assert ids[1] is None
        assert [(await client.files.retrieve(id_)).bytes for id_ in ids if id_] == [3, 5]
        assert list(caught.value.failures) == [1]
        assert all("file_batches" not in one.path for one in sandbox.requests)


@pytest.mark.parametrize(
    ("keywords", "error"),
    [
        ({"files": []}, ValueError),
        ({"files": b"one"}, TypeError),
        ({"files": [b"one"], "max_concurrency": 0}, ValueError),
        ({"files": [b"one"], "poll_interval_ms": -1}, ValueError),
        ({"files": [b"one"], "poll_interval_ms": "1"}, TypeError),
    ],
)
async def test_misuse_is_told_before_anything_is_sent(
    keywords: dict[str, object], error: type[Exception], autojump_clock: trio.testing.MockClock
) -> None:
    async with pair() as (sandbox, client):
        with pytest.raises(error):
            await client.vector_stores.file_batches.upload_and_poll("vs_1", **keywords)  # type: ignore[arg-type]  # the mistake
        assert len(sandbox.requests) == 0


@pytest.mark.parametrize("wrong", [-1, "1", None, float("nan")])
async def test_wait_names_the_time_that_is_none(wrong: object) -> None:
    async with pair() as (sandbox, client):
        with pytest.raises((TypeError, ValueError), match="poll_interval must be"):
            await client.files.wait_for_processing("file-1", poll_interval=wrong)  # type: ignore[arg-type]  # the mistake
        assert len(sandbox.requests) == 0


async def test_batch_can_be_created_and_polled(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        store = await client.vector_stores.create()
        file = await client.files.create(file=b"text", purpose="assistants")
        made = await client.vector_stores.file_batches.create_and_poll(store.id, file_ids=[file.id])
        again = await client.vector_stores.file_batches.poll(made.id, vector_store_id=store.id)
        assert made.status == again.status == "completed"


async def test_video_is_polled_with_one_warning(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        with pytest.warns(DeprecationWarning, match=r"videos\.create_and_poll is deprecated") as caught:
            video = await client.videos.create_and_poll(prompt="A cat", seconds="4")
        assert (video.status, video.progress, len(caught)) == ("completed", 100, 1)
        assert caught[0].filename == __file__
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            failed = await client.videos.create_and_poll(prompt="something forbidden")
            again = await client.videos.poll(failed.id, poll_interval_ms=10)
        assert failed.status == again.status == "failed"


async def test_run_is_polled_until_it_wants_something(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (_, client):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            runs = client.beta.threads.runs
            assistant = await client.beta.assistants.create(model="gpt-4")
            run = await client.beta.threads.create_and_run_poll(assistant_id=assistant.id, tools=[TOOL])
            assert run.status == "requires_action"
            assert run.required_action is not None
            calls = run.required_action.submit_tool_outputs.tool_calls
            done = await runs.submit_tool_outputs_and_poll(
                run_id=run.id,
                thread_id=run.thread_id,
                tool_outputs=[{"tool_call_id": call.id, "output": "x"} for call in calls],
            )
            assert done.status == "completed"
            assert (await runs.poll(run.id, run.thread_id)).status == "completed"
            other = await runs.create_and_poll(thread_id=run.thread_id, assistant_id=assistant.id)
            assert other.status == "completed"


async def test_run_that_is_polled_takes_no_stream() -> None:
    async with pair() as (sandbox, client):
        runs: Any = client.beta.threads.runs
        with pytest.warns(DeprecationWarning, match="poll"), pytest.raises(TypeError, match="stream"):
            await runs.create_and_poll(thread_id="th_1", assistant_id="asst_1", stream=True)
        assert not sandbox.requests


@pytest.mark.parametrize("hint", [None, "", "soon", "-5", "0", "nan", "inf"])
def test_pace_is_a_second_without_a_usable_hint(hint: str | None) -> None:
    assert Pace().after(hint) == 1.0


async def test_upload_and_poll_can_be_cancelled_anywhere(autojump_clock: trio.testing.MockClock) -> None:
    async with open_sandbox(latency=0.01) as sandbox, open_client(**sandbox.client_options) as client:
        store = await client.vector_stores.create()

        async def use() -> None:
            await client.vector_stores.file_batches.upload_and_poll(store.id, files=[b"one", b"two"])

        async def audit() -> None:
            await client.vector_stores.retrieve(store.id)
            statistics = client.statistics()
            assert (statistics.active, statistics.waiting) == (0, 0)

        assert await sweep(use, audit) > 5


async def test_retried_look_goes_on(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (sandbox, client):
        store = await client.vector_stores.create()
        attached = await client.vector_stores.files.upload(vector_store_id=store.id, file=b"some text")
        sandbox.faults.add(faults.status(503))
        file = await client.vector_stores.files.poll(attached.id, vector_store_id=store.id)
        assert file.status == "completed"
