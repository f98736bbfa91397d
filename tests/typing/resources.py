"""What type checkers make of calls: checked by mypy and pyright, never run.

A line that must be refused is marked for both checkers; a marked line that is accepted is an error itself
(`warn_unused_ignores`, `reportUnnecessaryTypeIgnoreComment`).
"""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from triopenai import Client, raw
from triopenai._engine.binary import HttpxBinaryResponseContent
from triopenai._engine.events import EventStream
from triopenai._engine.pages import (
    AsyncConversationCursorPage,
    AsyncCursorPage,
    AsyncNextCursorPage,
    AsyncPage,
    AsyncPaginator,
    AsyncTokenPage,
)
from triopenai._engine.reply import Reply
from triopenai.types import (
    Completion,
    CreateEmbeddingResponse,
    FileDeleted,
    FileObject,
    ImageGenStreamEvent,
    ImagesResponse,
    Model,
    ModerationCreateResponse,
    VectorStoreSearchResponse,
)
from triopenai.types.admin.organization import ExternalKey, Group, UsageCostsResponse
from triopenai.types.audio import (
    Transcription,
    TranscriptionCreateResponse,
    TranscriptionDiarized,
    TranscriptionStreamEvent,
    TranscriptionVerbose,
)
from triopenai.types.beta import (
    AgentSession,
    AgentSessionEvent,
    AssistantStreamEvent,
    BetaResponse,
)
from triopenai.types.beta.agents import EnvironmentInfo
from triopenai.types.beta.agents.environments import EnvironmentFile
from triopenai.types.beta.threads import Run
from triopenai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam
from triopenai.types.conversations import ConversationItem
from triopenai.types.evals import RunDeleteResponse
from triopenai.types.fine_tuning import FineTuningJob
from triopenai.types.responses import Response, ResponseStreamEvent


async def plain(client: Client) -> None:
    messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello"}]
    assert_type(await client.chat.completions.create(model="gpt-4", messages=messages), ChatCompletion)
    assert_type(
        await client.chat.completions.create(
            model="gpt-4",
            messages=[
                {"role": "system", "content": "Be short."},
                {"role": "user", "content": [{"type": "text", "text": "Hello"}]},
            ],
            temperature=0.2,
            tools=[{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}],
            timeout=5,
            extra_headers={"X-Note": "1"},
        ),
        ChatCompletion,
    )
    assert_type(await client.chat.completions.retrieve("id"), ChatCompletion)
    assert_type(await client.chat.completions.retrieve(completion_id="id", timeout=None), ChatCompletion)
    assert_type(await client.chat.completions.update("id", metadata={"a": "b"}), ChatCompletion)
    assert_type(await client.responses.create(model="gpt-5", input="Hi"), Response)
    assert_type(
        await client.responses.create(model="gpt-5", input=[{"role": "user", "content": "Hi"}]), Response
    )
    assert_type(await client.responses.retrieve("id"), Response)
    assert_type(await client.embeddings.create(model="e", input=["a", "b"]), CreateEmbeddingResponse)
    assert_type(await client.embeddings.create(model="e", input="a"), CreateEmbeddingResponse)
    assert_type(await client.moderations.create(input="a"), ModerationCreateResponse)
    assert_type(await client.models.retrieve("gpt-4"), Model)
    assert_type(await client.completions.create(model="m", prompt="p"), Completion)
    assert_type(await client.files.delete("id"), FileDeleted)
    assert_type(await client.files.create(file=Path("a.jsonl"), purpose="batch"), FileObject)
    assert_type(await client.files.create(file=("a", b"", "text/plain"), purpose="batch"), FileObject)
    assert_type(await client.fine_tuning.jobs.create(model="m", training_file="f"), FineTuningJob)
    assert_type(await client.images.edit(image=[b"", b""], prompt="p"), ImagesResponse)
    assert_type(await client.evals.runs.delete("run", eval_id="eval"), RunDeleteResponse)
    assert_type(await client.admin.organization.usage.costs(start_time=1), UsageCostsResponse)
    assert_type(await client.responses.delete("id"), None)
    assert_type(await client.beta.responses.create(model="m", input="x", betas=[]), BetaResponse)


async def streams(client: Client, flag: bool) -> None:
    messages: list[ChatCompletionMessageParam] = []
    create = client.chat.completions.create
    assert_type(await create(model="m", messages=messages, stream=True), EventStream[ChatCompletionChunk])
    assert_type(await create(model="m", messages=messages, stream=False), ChatCompletion)
    assert_type(await create(model="m", messages=messages, stream=None), ChatCompletion)
    assert_type(
        await create(model="m", messages=messages, stream=flag),
        ChatCompletion | EventStream[ChatCompletionChunk],
    )
    async with await client.responses.create(model="m", input="x", stream=True) as stream:
        async for event in stream:
            assert_type(event, ResponseStreamEvent)
    assert_type(await client.responses.retrieve("id", stream=True), EventStream[ResponseStreamEvent])
    assert_type(await client.images.generate(prompt="p", stream=True), EventStream[ImageGenStreamEvent])
    assert_type(await client.beta.agents.sessions.events.stream("id"), EventStream[AgentSessionEvent])
    assert_type(
        await client.beta.agents.sessions.create(environment={"type": "none"}),
        AgentSession,
    )


async def deprecated(client: Client) -> None:
    run = await client.beta.threads.runs.create("thread", assistant_id="a")  # pyright: ignore[reportDeprecated]
    assert_type(run, Run)
    events = await client.beta.threads.runs.create(  # pyright: ignore[reportDeprecated]
        "thread", assistant_id="a", stream=True
    )
    assert_type(events, EventStream[AssistantStreamEvent])
    await client.videos.retrieve("id")  # pyright: ignore[reportDeprecated]


async def by_value(client: Client) -> None:
    create = client.audio.transcriptions.create
    assert_type(await create(file=b"", model="whisper-1"), Transcription)
    assert_type(await create(file=b"", model="whisper-1", response_format="json"), Transcription)
    assert_type(
        await create(file=b"", model="whisper-1", response_format="verbose_json"), TranscriptionVerbose
    )
    assert_type(
        await create(file=b"", model="whisper-1", response_format="diarized_json"), TranscriptionDiarized
    )
    assert_type(await create(file=b"", model="whisper-1", response_format="srt"), str)
    assert_type(await create(file=b"", model="whisper-1", stream=True), EventStream[TranscriptionStreamEvent])


async def pages(client: Client) -> None:
    jobs = client.fine_tuning.jobs.list(limit=20)
    assert_type(jobs, AsyncPaginator[FineTuningJob, AsyncCursorPage[FineTuningJob]])
    assert_type(await jobs, AsyncCursorPage[FineTuningJob])
    async for job in client.fine_tuning.jobs.list():
        assert_type(job, FineTuningJob)
    assert_type(await client.models.list(), AsyncPage[Model])
    assert_type(await client.vector_stores.search("id", query="q"), AsyncPage[VectorStoreSearchResponse])
    assert_type(await client.conversations.items.list("id"), AsyncConversationCursorPage[ConversationItem])
    assert_type(await client.admin.organization.groups.list(), AsyncNextCursorPage[Group])
    assert_type(await client.beta.agents.environments.files.list("id"), AsyncTokenPage[EnvironmentFile])


async def files(client: Client) -> None:
    assert_type(await client.files.content("id"), HttpxBinaryResponseContent)
    assert_type(
        await client.audio.speech.create(input="Hi", model="tts-1", voice="alloy"), HttpxBinaryResponseContent
    )
    assert_type(
        await client.containers.files.content.retrieve("file", container_id="c"), HttpxBinaryResponseContent
    )


async def unions(client: Client) -> None:
    await client.audio.voices.create(name="n", audio_sample=b"", consent="c")
    assert_type(
        await client.beta.agents.environments.create(
            environment={"type": "openai_hosted"}, idempotency_key="k"
        ),
        EnvironmentInfo,
    )
    key = client.admin.organization.external_keys.create
    assert_type(await key(type="aws", name="n", external_id="e", kms_arn="k", role_arn="r"), ExternalKey)


async def raw_calls(client: Client) -> None:
    create = raw(client.chat.completions.create)
    messages: list[ChatCompletionMessageParam] = []
    reply = await create(model="m", messages=messages)
    assert_type(reply, Reply[ChatCompletion])
    assert_type(reply.parse(), ChatCompletion)
    assert_type(
        await create(model="m", messages=messages, stream=True), Reply[EventStream[ChatCompletionChunk]]
    )
    assert_type(await raw(client.models.retrieve)("gpt-4"), Reply[Model])
    assert_type(await raw(client.files.list)(limit=3), Reply[AsyncCursorPage[FileObject]])
    await create(model="m")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await raw(client.models.retrieve)(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def tasks(client: Client) -> None:
    task = client.start_soon(client.responses.create, model="gpt-5", input="Hello")
    assert_type(await task.wait(), Response)


async def refused(client: Client) -> None:
    create = client.chat.completions.create
    await create(model="m", messages=[], temprature=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await create(model="m")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await create("m", messages=[])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await create(model=1, messages=[])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await create(model="m", messages=[], timeout="5")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await create(model="m", messages=[{"role": "nobody"}])  # type: ignore[typeddict-item]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await create(model="m", messages=[], stream=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.models.retrieve()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.models.retrieve(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.models.retrieve("m", limit=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.models.create("m")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    client.files.list(limit="3")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.files.list(order="up")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.evals.runs.delete("run")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.evals.runs.delete("eval", "run")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.embeddings.create(model="e")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.embeddings.create(model="e", input=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.files.create(file=3, purpose="batch")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.files.create(file=b"", purpose="fun")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.responses.create(input="x", max_retries="1")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.audio.transcriptions.create(file=b"", model="m", response_format="xml")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.admin.organization.usage.costs()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    async with client.responses.create(input="x", stream=True):  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    await client.chat.completions  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    client.chat.completion  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018  # what is being tested


def union(value: TranscriptionCreateResponse) -> str:
    return value.text
