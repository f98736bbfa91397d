"""The client over a bridge has the client's own types, its options those of the opener."""

from __future__ import annotations

from typing import assert_type

from triopenai import Client, EventStream, open_azure_client, raw
from triopenai.bridge import blocking, enter, iterate, open_bridge, open_bridge_to, open_client_sync
from triopenai.testing import Sandbox, open_sandbox
from triopenai.types import FileObject, Model
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk


async def in_asyncio() -> None:
    async with open_bridge(api_key="sk", max_retries=3) as client:
        assert_type(client, Client)
        completion = await client.chat.completions.create(model="gpt-4", messages=[])
        assert_type(completion, ChatCompletion)
        stream = await client.chat.completions.create(model="gpt-4", messages=[], stream=True)
        assert_type(stream, EventStream[ChatCompletionChunk])
        reply = await raw(client.chat.completions.create)(model="gpt-4", messages=[])
        assert_type(reply.parse(), ChatCompletion)

        async def ask(question: str) -> int:
            return len(question)

        assert_type(await client.map(ask, ["a"], limit=1), list[int])
        assert_type(await client.start_soon(ask, "a").wait(), int)
        client.start_soon(ask, 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # ask takes a string

    async with open_bridge_to(open_azure_client, azure_endpoint="https://a.openai.azure.com") as azure:
        assert_type(azure, Client)
    async with open_bridge_to(open_sandbox, port=0) as sandbox:
        assert_type(sandbox, Sandbox)

    open_bridge(max_retry=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # no such option
    open_client_sync(max_retry=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # as above


def in_a_synchronous_program() -> None:
    with open_client_sync(api_key="sk") as client:
        with_types(client)


def with_types(client: Client) -> None:
    create = blocking(client.chat.completions.create)
    assert_type(create(model="gpt-4", messages=[]), ChatCompletion)
    stream = create(model="gpt-4", messages=[], stream=True)
    assert_type(stream, EventStream[ChatCompletionChunk])
    with enter(stream) as entered:
        assert_type(entered, EventStream[ChatCompletionChunk])
    for chunk in iterate(stream):
        assert_type(chunk, ChatCompletionChunk)
    for file in iterate(client.files.list()):
        assert_type(file, FileObject)
    with enter(client.responses.stream(model="gpt-5", input="Hi")) as events:
        assert_type(blocking(events.get_final_response)().output_text, str)
    assert_type(blocking(client.models.retrieve)("gpt-4"), Model)
    assert_type(blocking(client.models.list)().data, list[Model])
    blocking(client.models.retrieve)(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # a name
    create(model="gpt-4")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]  # no messages
