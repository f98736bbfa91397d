"""Lists, structured output and uploads over bad servers: cases 23 to 25.

A large upload's memory is measured in tests/helpers/test_uploads.py.
"""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
import warnings
from typing import TYPE_CHECKING, Any

import pydantic
import pytest
import trio

from tests.cases.conftest import CHAT, OpenPair
from triopenai import LengthFinishReasonError, errors
from triopenai.testing import faults
from triopenai.types.responses import ResponseUsage

if TYPE_CHECKING:
    from pathlib import Path

    from triopenai import Client
    from triopenai.testing import Fault


class Event(pydantic.BaseModel):
    name: str
    day: int


def page(*ids: str, **envelope: Any) -> Fault:
    data = [{"id": one, "object": "file"} for one in ids]
    return faults.answer({"object": "list", "data": data, **envelope})


@pytest.mark.parametrize(
    ("pages", "expected", "cursors"),
    [
        (
            [
                page("a", has_more=True, last_id="a"),
                page(has_more=True, last_id="m"),
                page("z", has_more=False),
            ],
            ["a", "z"],
            ["a", "m"],
        ),
        ([page("a"), page("b"), page()], ["a", "b"], ["a", "b"]),
    ],
    ids=["empty page with more", "no has_more"],
)
async def test_list_goes_on_where_there_is_more(
    pair: OpenPair, pages: list[Fault], expected: list[str], cursors: list[str]
) -> None:
    """Case 23."""
    async with pair() as (sandbox, client):
        for one in pages:
            sandbox.faults.add(one)
        assert [file.id async for file in client.files.list()] == expected
        assert [request.params["after"] for request in sandbox.requests[1:]] == cursors


async def test_list_that_goes_in_a_circle_is_an_error(pair: OpenPair) -> None:
    """Case 23."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(page("a", has_more=True), times=None)
        seen = []
        with pytest.raises(errors.APIResponseValidationError, match="circle"):
            async for file in client.files.list():
                seen.append(file.id)  # noqa: PERF401  # kept when it ends
        assert set(seen) == {"a"}
        assert len(sandbox.requests) == 2


async def test_list_cancelled_in_the_middle_leaves_nothing(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 23."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(page("a", "b", has_more=True))
        sandbox.faults.add(faults.stall())
        seen = []
        with trio.move_on_after(5) as scope:
            async for file in client.files.list():
                seen.append(file.id)  # noqa: PERF401  # kept when it ends
        assert scope.cancelled_caught
        assert seen == ["a", "b"]
        assert client.statistics().active == 0
        assert [file async for file in client.files.list()] == []


MESSAGES = CHAT["messages"]
USAGE = {"input_tokens": 2, "output_tokens": 3, "total_tokens": 5}


async def test_response_cut_by_its_length_keeps_text_and_usage(pair: OpenPair) -> None:
    """Case 24: half of a JSON object, then `response.incomplete`."""
    part: dict[str, Any] = {"type": "output_text", "text": '{"name": "Fa', "annotations": []}
    item: dict[str, Any] = {
        "type": "message",
        "id": "m",
        "role": "assistant",
        "status": "incomplete",
        "content": [part],
    }
    cut: dict[str, Any] = {
        "id": "r",
        "object": "response",
        "status": "incomplete",
        "incomplete_details": {"reason": "max_output_tokens"},
        "output": [item],
        "usage": USAGE,
    }
    place: dict[str, Any] = {"item_id": "m", "output_index": 0, "content_index": 0}
    async with pair() as (sandbox, client):
        sandbox.faults.add(
            faults.events(
                {"type": "response.created", "response": {"id": "r", "status": "in_progress", "output": []}},
                {"type": "response.output_item.added", "output_index": 0, "item": {**item, "content": []}},
                {"type": "response.output_text.delta", **place, "delta": '{"name": "Fa'},
                {"type": "response.incomplete", "response": cut},
            )
        )
        async with client.responses.stream(model="gpt-5", input="When?", text_format=Event) as stream:
            with pytest.raises(LengthFinishReasonError) as caught:
                await stream.get_final_response()
        assert caught.value.text == '{"name": "Fa'
        assert isinstance(caught.value.usage, ResponseUsage)
        assert caught.value.usage.to_dict() == USAGE
        assert caught.value.request_id == stream.request_id is not None


async def test_types_made_at_run_time_keep_memory_flat(pair: OpenPair) -> None:
    """Case 24: what each of them costs is let go with it."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.change_fields({"content": '{"name": "Fair", "day": 3}'}), times=None)
        await parse_with_new_types(client, 20)
        gc.collect()
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            await parse_with_new_types(client, 50)
            sandbox.requests.clear()
            gc.collect()
            grown = tracemalloc.get_traced_memory()[0] - before
        finally:
            tracemalloc.stop()
    assert grown < 50 * 2_000  # one such class takes more than ten times that


async def parse_with_new_types(client: Client, count: int) -> None:
    for number in range(count):
        kind = pydantic.create_model(f"Event{number}", name=(str, ...), day=(int, ...))
        reply = await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=kind)
        assert reply.choices[0].message.parsed is not None


async def test_parsed_answer_is_dumped_without_a_warning(pair: OpenPair) -> None:
    """Case 24."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.change_fields({"content": '{"name": "Fair", "day": 3}'}))
        reply = await client.chat.completions.parse(model="gpt-4", messages=MESSAGES, response_format=Event)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            dumped = reply.model_dump()
            assert json.loads(reply.model_dump_json())["choices"] == dumped["choices"]
        assert dumped["choices"][0]["message"]["parsed"] == {"name": "Fair", "day": 3}


class Once:
    """An async readable that cannot be rewound."""

    def __init__(self, data: bytes) -> None:
        self._file = io.BytesIO(data)

    async def read(self, size: int = -1) -> bytes:
        await trio.lowlevel.checkpoint()
        return self._file.read(size)


async def test_upload_is_sent_whole_again_or_not_at_all(
    pair: OpenPair, tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 25: after a 503."""
    content = b'{"messages": []}\n' * 10_000
    path = tmp_path / "data.jsonl"
    path.write_bytes(content)
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(503))
        stored = await client.files.create(file=path, purpose="fine-tune")
        assert stored.bytes == len(content)
        first, second = sandbox.requests
        assert content in first.body
        assert first.body == second.body
        sandbox.faults.add(faults.status(503))
        with pytest.raises(errors.InternalServerError) as caught:
            await client.files.create(file=("data.jsonl", Once(content)), purpose="fine-tune")
        assert any("only once" in note for note in caught.value.__notes__)
        assert len(sandbox.requests) == 3
