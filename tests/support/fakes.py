"""A transport whose answers are written down beforehand."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import trio

from triopenai import Headers, Request, Response, Timeout, Transport, TransportStatistics, open_client
from triopenai._net.errors import TransportClosed, TransportError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from triopenai import Client

Piece: TypeAlias = "bytes | Exception | float"
"""What a body does next: give bytes, fail, or let seconds pass."""

JSON = {"content-type": "application/json"}
SSE = {"content-type": "text/event-stream"}


class FakeResponse(Response):
    def __init__(self, status: int, headers: dict[str, str], pieces: Iterable[Piece]) -> None:
        self.status = status
        self.headers = Headers.of(headers)
        self.http_version = "HTTP/1.1"
        self.pieces = list(pieces)
        self.closed = False
        self.drained = False
        self.ended = False

    async def receive_some(self) -> bytes:
        await trio.lowlevel.checkpoint()
        if self.closed:
            raise TransportClosed(phase="read", sent=True)
        while self.pieces:
            piece = self.pieces.pop(0)
            if isinstance(piece, bytes):
                return piece
            if isinstance(piece, Exception):
                raise piece
            await trio.sleep(piece)
        self.ended = True
        return b""

    async def drain(self, max_bytes: int, seconds: float) -> bool:
        self.drained = True
        with trio.move_on_after(seconds), suppress(TransportError):
            while await self.receive_some():
                pass
        return self.ended

    async def aclose(self) -> None:
        self.closed = True
        await trio.lowlevel.checkpoint()


@attrs.define
class FakeTransport(Transport):
    script: list[FakeResponse | Exception | float]
    requests: list[Request] = attrs.field(factory=list)
    times: list[float] = attrs.field(factory=list)
    responses: list[FakeResponse] = attrs.field(factory=list)
    closed: bool = False

    async def send(self, request: Request, timeout: Timeout) -> FakeResponse:  # noqa: ASYNC109  # as the ABC has it
        await trio.lowlevel.checkpoint()
        if self.closed:
            raise TransportClosed
        self.requests.append(request)
        self.times.append(trio.current_time())
        while True:
            step = self.script.pop(0)
            if isinstance(step, FakeResponse):
                self.responses.append(step)
                return step
            if isinstance(step, Exception):
                raise step
            await trio.sleep(step)

    async def aclose(self) -> None:
        self.closed = True

    def statistics(self) -> TransportStatistics:
        return TransportStatistics(requests=len(self.requests))

    def header(self, index: int, name: str) -> str | None:
        return Headers(self.requests[index].headers).get(name)

    def sent(self, index: int = 0) -> Any:
        """The body of a request, which is JSON."""
        body = self.requests[index].body
        assert isinstance(body, bytes)
        return json.loads(body)


@asynccontextmanager
async def open_fake(
    *script: FakeResponse | Exception | float, **options: Any
) -> AsyncIterator[tuple[Client, FakeTransport]]:
    """A client whose answers are written down beforehand; options are those of `open_client`."""
    transport = FakeTransport(list(script))
    async with open_client(**{"transport": transport, "api_key": "sk-test", **options}) as client:
        yield client, transport


def answer(
    value: object, status: int = 200, headers: dict[str, str] | None = None, request_id: str = "req_1"
) -> FakeResponse:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return FakeResponse(status, {**JSON, "x-request-id": request_id, **(headers or {})}, [body])


def events(*pieces: object, done: bool = True, headers: dict[str, str] | None = None) -> FakeResponse:
    """A stream: dicts are events, bytes and exceptions go as they are."""
    script: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, (bytes, Exception, float)):
            script.append(piece)
        else:
            script.append(b"data: " + json.dumps(piece).encode() + b"\n\n")
    if done:
        script.append(b"data: [DONE]\n\n")
    return FakeResponse(200, {**SSE, "x-request-id": "req_s", **(headers or {})}, script)


def failure(status: int, code: str | None = None, message: str = "no", **headers: str) -> FakeResponse:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer({"error": {"message": message, "type": "t", "param": None, "code": code}}, status, fields)


def completion(text: str = "Hello") -> dict[str, object]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "gpt-4",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "logprobs": None,
                "message": {"role": "assistant", "content": text, "refusal": None},
            }
        ],
    }


def chunk(
    content: str | None = None, *, finish: str | None = None, tool: dict[str, object] | None = None
) -> dict[str, object]:
    delta: dict[str, object] = {}
    if content is not None:
        delta["content"] = content
    if tool is not None:
        delta["tool_calls"] = [tool]
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "gpt-4",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
