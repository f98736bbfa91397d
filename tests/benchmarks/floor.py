"""The floor: a Trio socket, httptools and pydantic-core, and nothing between them.

The request's bytes are ready beforehand, each task owns its connection, nothing is checked, and nothing can
be cancelled safely. What a client adds to this is what its features cost.
"""

from __future__ import annotations

import importlib
import json
import os
from typing import TYPE_CHECKING, Any

import httptools
import trio

from tests.benchmarks import measure, payloads

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.measure import Work

MODELS = os.environ.get("BENCH_MODELS", "triopenai.types.chat")


class _Answer:
    """Collects the body of one answer after another."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.complete = False

    def on_body(self, data: bytes) -> None:
        self.parts.append(data)

    def on_message_complete(self) -> None:
        self.complete = True


def _request(work: Work) -> bytes:
    body = {
        "model": payloads.REQUEST_MODEL,
        "messages": [{"role": "user", "content": payloads.REQUEST_TEXT}],
    }
    content = json.dumps({**body, "stream": True} if work.kind == "stream" else body).encode()
    authority, _, path = work.url.removeprefix("http://").partition("/")
    head = (
        f"POST /{path}/chat/completions HTTP/1.1\r\nhost: {authority}\r\naccept: application/json\r\n"
        "authorization: Bearer sk-floor\r\ncontent-type: application/json\r\n"
        f"content-length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def _validator(name: str) -> Callable[[bytes], Any]:
    model = getattr(importlib.import_module(MODELS), name)
    model.model_rebuild()
    validate: Callable[[bytes], Any] = model.__pydantic_validator__.validate_json
    return validate


async def _connect(work: Work) -> trio.SocketStream:
    host, _, port = work.url.removeprefix("http://").partition("/")[0].partition(":")
    return await trio.open_tcp_stream(host, int(port))


async def _chat(stream: trio.SocketStream, request: bytes, validate: Callable[[bytes], Any]) -> None:
    answer = _Answer()
    parser = httptools.HttpResponseParser(answer)
    await stream.send_all(request)
    while not answer.complete:
        parser.feed_data(await stream.receive_some())
    completion = validate(b"".join(answer.parts))
    assert completion.choices[0].message.content


async def _stream(stream: trio.SocketStream, request: bytes, validate: Callable[[bytes], Any]) -> None:
    answer = _Answer()
    parser = httptools.HttpResponseParser(answer)
    await stream.send_all(request)
    rest = b""
    count = 0
    while not answer.complete:
        parser.feed_data(await stream.receive_some())
        *events, rest = (rest + b"".join(answer.parts)).split(b"\n\n")
        answer.parts.clear()
        for event in events:
            data = event[6:]
            if data != b"[DONE]":
                validate(data)
                count += 1
    assert count == payloads.STREAM_CHUNKS


async def _run(work: Work) -> None:
    once = _chat if work.kind == "chat" else _stream
    validate = _validator("ChatCompletion" if work.kind == "chat" else "ChatCompletionChunk")
    request = _request(work)

    async def repeat(stream: trio.SocketStream, times: int) -> None:
        for _ in range(times):
            await once(stream, request, validate)

    streams = [await _connect(work) for _ in range(work.tasks)]
    for _ in range(measure.WARM_UPS):
        async with trio.open_nursery() as nursery:
            for stream in streams:
                nursery.start_soon(repeat, stream, 1)
    start = measure.now()
    async with trio.open_nursery() as nursery:
        for stream in streams:
            nursery.start_soon(repeat, stream, work.each)
    measure.report(start, work.items)
    for stream in streams:
        await trio.aclose_forcefully(stream)


if __name__ == "__main__":
    trio.run(_run, measure.work_from_arguments())
