from __future__ import annotations

import json
from base64 import b64decode
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from trio.testing import wait_all_tasks_blocked

from triopenai import (
    APIConnectionError,
    AuthenticationError,
    ConnectionPool,
    EventStream,
    Request,
    StreamStalled,
    StreamTruncated,
    Timeout,
    open_client,
)
from triopenai._base.config import Origin
from triopenai._net.errors import TransportClosed
from triopenai.recording import NotRecordedError, RecordingError, record, replay
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    import trio.testing

    from triopenai import Client
    from triopenai.testing import Sandbox

QUESTION: Any = [{"role": "user", "content": "Why is the sky blue?"}]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "recording.jsonl"


def write(path: Path, text: str) -> None:
    path.write_text(text)


def read(path: Path) -> str:
    return path.read_text()


def move_away(folder: Path) -> None:
    folder.rename(folder.with_name(f"{folder.name}-gone"))


@asynccontextmanager
async def recording(
    path: Path, sandbox: Sandbox, *, idle_timeout: float | None = None
) -> AsyncGenerator[Client]:
    async with open_client(
        transport=record(path, ConnectionPool(network=sandbox.network)),
        api_key=sandbox.api_key,
        base_url=sandbox.base_url,
        max_retries=0,
        idle_timeout=idle_timeout,
    ) as client:
        yield client


@asynccontextmanager
async def replaying(path: Path) -> AsyncGenerator[Client]:
    base_url = "https://api.openai.com/v1"
    async with open_client(
        transport=replay(path), api_key="none", base_url=base_url, max_retries=0
    ) as client:
        yield client


async def tell(client: Client) -> str:
    stream = await client.chat.completions.create(model="gpt-4", messages=QUESTION, stream=True)
    assert isinstance(stream, EventStream)
    async with stream:
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream if chunk.choices])


async def test_replay_gives_what_was_recorded(path: Path) -> None:
    async def use(client: Client) -> list[object]:
        reply = await client.responses.create(model="gpt-5", input="Hello")
        models = [model.id async for model in client.models.list()]
        file = await client.files.create(file=("notes.txt", b"Notes \xff."), purpose="assistants")
        content = await client.files.content(file.id)
        return [reply, models, file, await content.read(), await tell(client)]

    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        recorded = await use(client)
        asked = len(sandbox.requests)
    async with replaying(path) as client:
        assert await use(client) == recorded
        assert client.statistics().requests == asked


async def test_replay_gives_streams_in_their_pieces(path: Path) -> None:
    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        await tell(client)
    (line,) = read(path).splitlines()
    pieces = json.loads(line)["response"]["body"]
    assert len(pieces) > 5


@pytest.mark.parametrize("pieces", [["da", "ta"], [{"base64": "w6Q="}, {"base64": "/w=="}], []])
async def test_replay_gives_each_piece_by_itself(pieces: list[Any], path: Path) -> None:
    sent = {"method": "GET", "target": "/v1/models", "body": None}
    answer = {"status": 200, "headers": {"x-a": "b"}, "body": pieces, "ended": True}
    write(path, json.dumps({"request": sent, "response": answer}))
    transport = replay(path)
    request = Request("GET", Origin("https", "anywhere.invalid", 443), "/v1/models")
    async with await transport.send(request, Timeout()) as response:
        received = [await response.receive_some() for _ in pieces]
        assert await response.receive_some() == b""
    assert response.headers["x-a"] == "b"
    expected = [b64decode(one["base64"]) if isinstance(one, dict) else one.encode() for one in pieces]
    assert received == expected
    with pytest.raises(TransportClosed):
        await response.receive_some()


async def test_record_keeps_no_secrets(path: Path) -> None:
    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        await client.responses.create(model="gpt-5", input="my key is sk-proj-0123456789")
        secret = await client.realtime.client_secrets.create()
        assert secret.value.startswith("ek_")
        sandbox.faults.add(faults.status(401, headers={"set-cookie": "a=b", "openai-organization": "org-1"}))
        with pytest.raises(AuthenticationError):
            await client.models.retrieve("gpt-4")
    text = read(path)
    for kept in (sandbox.api_key, "sk-proj-0123456789", secret.value, "a=b", "org-1"):
        assert kept not in text
    async with replaying(path) as client:
        reply = await client.responses.create(model="gpt-5", input="my key is sk-proj-9876543210")
        assert reply.output_text


async def test_replay_repeats_failures(path: Path) -> None:
    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        sandbox.faults.add(faults.reset(after_events=0), path="/models/gpt-4")
        with pytest.raises(APIConnectionError) as before:
            await client.models.retrieve("gpt-4")
        sandbox.faults.add(faults.truncate(after_events=3))
        with pytest.raises(StreamTruncated) as cut:
            await tell(client)
    async with replaying(path) as client:
        with pytest.raises(APIConnectionError) as after:
            await client.models.retrieve("gpt-4")
        assert after.value.phase == before.value.phase == "read"
        assert after.value.message.endswith("the connection was reset")
        with pytest.raises(StreamTruncated) as cut_again:
            await tell(client)
        assert cut_again.value.events == cut.value.events


async def test_replay_refuses_what_was_not_recorded(path: Path) -> None:
    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        await client.chat.completions.create(model="gpt-4", messages=QUESTION)
        await client.models.list()
        await client.files.list(limit=2)
    async with replaying(path) as client:
        other: Any = [{"role": "user", "content": "Why is the sky red?"}]
        with pytest.raises(
            NotRecordedError, match=r'the nearest differs: body\.messages\[0\]\.content is "Why i'
        ):
            await client.chat.completions.create(model="gpt-4", messages=other)
        with pytest.raises(NotRecordedError, match=r"body\.temperature is 1, recorded was missing$"):
            await client.chat.completions.create(model="gpt-4", messages=QUESTION, temperature=1)
        with pytest.raises(NotRecordedError, match=r'query\.limit is "3", recorded was "2"$'):
            await client.files.list(limit=3)
        with pytest.raises(NotRecordedError, match=r"it goes to GET /v1/batches, the recorded one to "):
            await client.batches.list()
        await client.models.list()
        with pytest.raises(NotRecordedError, match="it was recorded 1 times and has been answered as often"):
            await client.models.list()


async def test_replay_says_where_a_recorded_reader_left(path: Path) -> None:
    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        stream = await client.chat.completions.create(model="gpt-4", messages=QUESTION, stream=True)
        async with stream:
            await anext(stream)
    async with replaying(path) as client:
        with pytest.raises(NotRecordedError, match="whoever recorded this answer read no further"):
            await tell(client)


async def test_replay_of_nothing_says_so(path: Path) -> None:
    write(path, "")
    async with replaying(path) as client:
        with pytest.raises(NotRecordedError, match=r"nothing was recorded$"):
            await client.models.list()


@pytest.mark.parametrize("line", ["{", "[]", '{"request": {}}', '{"response": {}}'])
def test_replay_refuses_a_file_that_is_no_recording(line: str, path: Path) -> None:
    write(path, line)
    with pytest.raises(RecordingError, match="no line of a recording"):
        replay(path)


async def test_replay_reads_answers_with_any_character(path: Path) -> None:
    ends = "a\u2028b\u2029c\x85d\x0be"
    async with open_sandbox(reply=lambda *_: ends) as sandbox, recording(path, sandbox) as client:
        await client.responses.create(model="gpt-5", input=ends)
    assert read(path).count("\n") == 1
    async with replaying(path) as client:
        assert (await client.responses.create(model="gpt-5", input=ends)).output_text == ends


@pytest.mark.parametrize("content_type", ["application/jsonl", "application/json"])
async def test_record_takes_a_body_that_is_no_json(path: Path, content_type: str) -> None:
    async def post(client: Client, content: bytes) -> object:
        headers = {"Content-Type": content_type}
        return await client.post(
            "/anything", cast_to=object, content=content, options={"extra_headers": headers}
        )

    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        sandbox.faults.add(faults.answer({"lines": 2}))
        await post(client, b"{}\n{}\n")
    async with replaying(path) as client:
        assert await post(client, b"{}\n{}\n") == {"lines": 2}
        with pytest.raises(NotRecordedError, match=r"body\.sha256 is "):
            await post(client, b"[]\n[]\n")


async def test_replay_repeats_a_stalled_stream(path: Path, autojump_clock: trio.testing.MockClock) -> None:
    async def stalled(client: Client) -> StreamStalled:
        with pytest.raises(StreamStalled) as caught:
            await tell(client)
        return caught.value

    async with open_sandbox() as sandbox, recording(path, sandbox, idle_timeout=5) as client:
        sandbox.faults.add(faults.stall_stream(after_events=3))
        before = await stalled(client)
    async with replaying(path) as client:
        assert (await stalled(client)).events == before.events


async def test_answer_is_closed_though_it_cannot_be_written(path: Path, tmp_path: Path) -> None:
    async with open_sandbox() as sandbox, recording(path, sandbox) as client:
        stream = await client.chat.completions.create(model="gpt-4", messages=QUESTION, stream=True)
        move_away(tmp_path)
        with pytest.raises(OSError, match="No such file"):
            await stream.aclose()
        await wait_all_tasks_blocked()
        assert sandbox.connections.open == 0
