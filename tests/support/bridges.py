"""Asyncio programs that use the client over a bridge, with a sandbox in the same Trio run."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from triopenai.bridge import open_bridge, open_bridge_to
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from triopenai import Client, EventStream
    from triopenai.testing import Sandbox
    from triopenai.types.chat import ChatCompletion, ChatCompletionChunk
    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming

T = TypeVar("T")

CHAT: CompletionCreateParamsNonStreaming = {
    "model": "gpt-4",
    "messages": [{"role": "user", "content": "Hello!"}],
}
HANGS = 60  # seconds after which a program that should have ended long ago is given up


def run(
    program: Callable[[], Coroutine[Any, Any, T]],
    loops: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop,
) -> T:
    """Run an asyncio program."""
    with asyncio.Runner(loop_factory=loops) as runner:
        return runner.run(asyncio.wait_for(program(), HANGS))


@asynccontextmanager
async def bridged(**options: Any) -> AsyncIterator[tuple[Sandbox, Client]]:
    """A sandbox, and a client of it, as asyncio sees them."""
    async with (
        open_bridge_to(open_sandbox) as sandbox,
        open_bridge(**{**sandbox.client_options, **options}) as client,
    ):
        yield sandbox, client
        assert sandbox.crashes == ()


async def chat(client: Client) -> ChatCompletion:
    """Make a call."""
    return await client.chat.completions.create(**CHAT)


async def open_chat(client: Client) -> EventStream[ChatCompletionChunk]:
    """Make a call whose answer is a stream."""
    return await client.chat.completions.create(model=CHAT["model"], messages=CHAT["messages"], stream=True)


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop go round until something is so."""
    while not condition():  # noqa: ASYNC110  # what it waits for is Trio's, and sets no event of asyncio's
        await asyncio.sleep(0)
