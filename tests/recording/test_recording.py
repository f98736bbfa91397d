from __future__ import annotations

import json
from base64 import b64decode
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from triopenai import (
    APIConnectionError,
    AuthenticationError,
    ConnectionPool,
    EventStream,
    Request,
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


@asynccontextmanager
async def recording(path: Path, sandbox: Sandbox) -> AsyncGenerator[Client]:
    transport = record(path, ConnectionPool(network=sandbox.network))
    key, base_url = sandbox.api_key, sandbox.base_url
    async with open_client(transport=transport, api_key=key, base_url=base_url, max_retries=0) as client:
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
