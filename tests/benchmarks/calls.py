"""The calls that are measured, which read the same whoever's client makes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.benchmarks import payloads

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

ASKED = {
    "model": payloads.REQUEST_MODEL,
    "messages": [{"role": "user", "content": payloads.REQUEST_TEXT}],
}


async def _chat(client: Any) -> None:
    completion = await client.chat.completions.create(**ASKED)
    assert completion.choices[0].message.content


async def _stream(client: Any) -> None:
    count = 0
    async with await client.chat.completions.create(**ASKED, stream=True) as chunks:
        async for _ in chunks:
            count += 1
    assert count == payloads.STREAM_CHUNKS


async def _listing(client: Any) -> None:
    page = await client.chat.completions.list(limit=payloads.LISTED)
    assert page.data[-1].choices[0].message.content


async def _embeddings(client: Any, *, take: bool = False) -> None:
    answer = await client.embeddings.create(model="m", input=["text"] * payloads.EMBEDDED)
    assert answer.data[-1].index == payloads.EMBEDDED - 1
    taken = sum(len(item.embedding) for item in answer.data) if take else 0
    assert taken == payloads.EMBEDDED * payloads.DIMENSIONS * take


_CALLS: dict[str, Callable[[Any], Awaitable[None]]] = {
    "chat": _chat,
    "stream": _stream,
    "listing": _listing,
    "embeddings": _embeddings,
    "floats": partial(_embeddings, take=True),
}


async def repeat(client: Any, kind: str, times: int) -> None:
    """Make calls, one after the other."""
    call = _CALLS[kind]
    for _ in range(times):
        await call(client)
