"""A client over the sandbox, through every layer: engine, pool, HTTP, streams in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from triopenai import Client, open_client
from triopenai.testing import Sandbox, open_sandbox

if TYPE_CHECKING:
    from triopenai.types.chat._params import (
        CompletionCreateParamsNonStreaming,
        CompletionCreateParamsStreaming,
    )

OpenPair: TypeAlias = Callable[..., AbstractAsyncContextManager[tuple[Sandbox, Client]]]

CHAT: CompletionCreateParamsNonStreaming = {
    "model": "gpt-4",
    "messages": [{"role": "user", "content": "Tell me a story of some length, please."}],
}
STREAM: CompletionCreateParamsStreaming = {**CHAT, "stream": True}
SHORT: CompletionCreateParamsStreaming = {**STREAM, "max_tokens": 5}


@pytest.fixture
def pair() -> OpenPair:
    """`async with pair(...) as (sandbox, client)`; keywords go to the client, `latency` to the sandbox."""

    @asynccontextmanager
    async def open_pair(*, latency: float = 0.0, **options: Any) -> AsyncIterator[tuple[Sandbox, Client]]:
        async with (
            open_sandbox(latency=latency) as sandbox,
            open_client(**sandbox.client_options, **options) as client,
        ):
            yield sandbox, client

    return open_pair


async def warm_up(client: Client, calls: int) -> None:
    """Make calls, few at a time: by every answer that tells of no limit, one more may be under way."""

    async def ask(_: int) -> None:
        await client.chat.completions.create(**CHAT)

    await client.map(ask, range(calls), limit=8)


# Ways of using a client, to be cancelled and counted.


async def call(client: Client) -> None:
    await client.chat.completions.create(**CHAT)


async def stream(client: Client) -> None:
    async with await client.chat.completions.create(**SHORT) as events:
        async for _ in events:
            pass


async def download(client: Client) -> None:
    async with await client.audio.speech.create(input="Hi", model="tts-1", voice="alloy") as content:
        await content.read()
