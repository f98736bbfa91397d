"""What mypy and pyright must infer of calls, and what they must refuse. Checked by `nox -s types`, never run.

Each refusal stands beside a comment that would itself be an error if the checker had nothing to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_type

from triopenai import (
    NOT_GIVEN,
    AsyncCursorPage,
    AsyncPage,
    AsyncPaginator,
    Client,
    EventStream,
    HttpxBinaryResponseContent,
    Reply,
    Task,
    Timeout,
    open_azure_client,
    open_client,
    raw,
)
from triopenai.types import CreateEmbeddingResponse, FileObject, ImagesResponse, Model
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam
from triopenai.types.fine_tuning import FineTuningJob
from triopenai.types.responses import Response, ResponseStreamEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello!"}]


async def plain(client: Client) -> None:
    create = client.chat.completions.create
    assert_type(await create(model="gpt-4", messages=MESSAGES), ChatCompletion)
    assert_type(await create(model="gpt-4", messages=MESSAGES, stream=False), ChatCompletion)
    assert_type(await client.responses.create(model="gpt-5", input="Hello!"), Response)
    assert_type(await client.embeddings.create(model="m", input="text"), CreateEmbeddingResponse)
    assert_type(await client.images.generate(prompt="a fox"), ImagesResponse)
    assert_type(await client.files.create(file=b"...", purpose="batch"), FileObject)
    assert_type(await client.files.content("file-1"), HttpxBinaryResponseContent)
    assert_type(await client.models.retrieve("gpt-4"), Model)


async def options(client: Client) -> None:
    create = client.chat.completions.create
    await create(model="gpt-4", messages=MESSAGES, timeout=5, max_retries=0, idempotency_key="k")
    await create(model="gpt-4", messages=MESSAGES, timeout=Timeout(read=5), extra_headers={"X-A": "b"})
    await create(model="gpt-4", messages=MESSAGES, extra_query={"a": 1}, extra_body={"b": [1]})


async def streamed(client: Client) -> None:
    stream = await client.chat.completions.create(model="gpt-4", messages=MESSAGES, stream=True)
    assert_type(stream, EventStream[ChatCompletionChunk])
    async with stream as entered:
        assert_type(entered, EventStream[ChatCompletionChunk])
        async for chunk in entered:
            assert_type(chunk, ChatCompletionChunk)
            assert_type(chunk.choices[0].delta.content, str | None)
    events = await client.responses.create(model="gpt-5", input="Hello!", stream=True)
    assert_type(events, EventStream[ResponseStreamEvent])


async def either(client: Client, *, flag: bool) -> None:
    answer = await client.chat.completions.create(model="gpt-4", messages=MESSAGES, stream=flag)
    assert_type(answer, ChatCompletion | EventStream[ChatCompletionChunk])


async def pages(client: Client) -> None:
    models = client.models.list()
    assert_type(models, AsyncPaginator[Model, AsyncPage[Model]])
    assert_type(await models, AsyncPage[Model])
    jobs = client.fine_tuning.jobs.list(limit=20)
    assert_type(await jobs, AsyncCursorPage[FineTuningJob])
    async for job in jobs:
        assert_type(job, FineTuningJob)
    assert_type((await jobs).data, list[FineTuningJob])


async def replies(client: Client) -> None:
    reply = await raw(client.chat.completions.create)(model="gpt-4", messages=MESSAGES)
    assert_type(reply.parse(), ChatCompletion)
    assert_type(reply.headers["x-request-id"], str)
    model = await raw(client.models.retrieve)("gpt-4")
    assert_type(model, Reply[Model])


async def ask(client: Client, question: str, *, loud: bool = False) -> int:
    del client
    return len(question) + loud


async def tasks(client: Client, numbers: Sequence[str]) -> None:
    task = client.start_soon(ask, client, "why?", loud=True)
    assert_type(task, Task[int])
    assert_type(await task.wait(), int)
    assert_type(task.result, int)
    created = client.start_soon(client.embeddings.create, model="m", input="text")
    assert_type(await created.wait(), CreateEmbeddingResponse)

    async def measure(text: str) -> int:
        return len(text)

    assert_type(await client.map(measure, numbers, limit=8), list[int])
    async with client.map_each(measure, numbers, limit=8, ordered=False) as results:
        async for result in results:
            assert_type(result, int)


async def clients() -> None:
    async with open_client(api_key="k", timeout=5, max_retries=1) as client:
        assert_type(client, Client)
        assert_type(client.with_options(timeout=10), Client)
    open_client(timeout=NOT_GIVEN)
    async with open_azure_client(azure_endpoint="https://a", azure_ad_token_provider=lambda: "t") as client:
        assert_type(client, Client)
        client.with_options(azure_deployment=None, azure_ad_token="t")
    open_azure_client(azure_ad_token_provider="t")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def refused(client: Client, anything: Any) -> None:
    create = client.chat.completions.create
    await create(model="gpt-4")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await create(model="gpt-4", messages=MESSAGES, temprature=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await create("gpt-4", messages=MESSAGES)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await client.models.retrieve(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.embeddings.create(model="m", input="x", user=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.start_soon(ask, client)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.start_soon(ask(client, "why?"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
    await create(model=anything, messages=anything)
