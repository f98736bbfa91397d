"""An application that still has trio-typing installed. `nox -s typing_compat` checks it; nothing runs it.

The stubs of trio-typing take the place of Trio's own annotations and are years behind them. What users write
must type-check all the same, and the library's names must keep their types: `assert_type` says so.
"""

from __future__ import annotations

from typing import assert_type

import trio

from triopenai import (
    APIStatusError,
    Client,
    EventStream,
    RateLimitError,
    Timeout,
    open_client,
)
from triopenai.types import Model
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk


async def ask(client: Client, question: str) -> str | None:
    completion = await client.chat.completions.create(
        model="gpt-4", messages=[{"role": "user", "content": question}], timeout=30
    )
    assert_type(completion, ChatCompletion)
    return completion.choices[0].message.content


async def tell(client: Client) -> None:
    stream = await client.chat.completions.create(
        model="gpt-4", messages=[{"role": "user", "content": "Tell a story."}], stream=True
    )
    assert_type(stream, EventStream[ChatCompletionChunk])
    async with stream:
        async for chunk in stream:
            assert_type(chunk, ChatCompletionChunk)


async def main() -> None:
    async with open_client(timeout=Timeout(read=20)) as client:
        assert_type(client, Client)
        try:
            with trio.fail_after(60):
                task = client.start_soon(ask, client, "Which season is it?")
                assert_type(await task.wait(), str | None)
        except RateLimitError as error:
            assert_type(error.status_code, int)
        except APIStatusError:
            raise
        async with trio.open_nursery() as nursery:  # noqa: ASYNC112  # its types are what is checked
            nursery.start_soon(tell, client)
        answers = await client.map(ask_number, range(10), limit=3)
        assert_type(answers, list[int])
        async for model in client.models.list():
            assert_type(model, Model)


async def ask_number(number: int) -> int:
    await trio.lowlevel.checkpoint()
    return number


if __name__ == "__main__":
    trio.run(main)
