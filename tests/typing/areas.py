"""What type checkers make of an application's calls, area by area: checked by mypy and pyright, never run.

A line that must be refused is marked for both checkers; a marked line that is accepted is an error itself
(`warn_unused_ignores`, `reportUnnecessaryTypeIgnoreComment`).
"""

from __future__ import annotations

from typing import assert_type

import pydantic
import trio

from triopenai import (
    AsyncAssistantEventHandler,
    AsyncConversationCursorPage,
    AsyncCursorPage,
    AsyncPage,
    Client,
    EventStream,
    HttpxBinaryResponseContent,
    Reply,
    Task,
    Timeout,
    open_client,
    pydantic_function_tool,
    raw,
)
from triopenai.types import (
    Batch,
    Completion,
    CreateEmbeddingResponse,
    Embedding,
    EvalListResponse,
    FileObject,
    ImageGenStreamEvent,
    ImagesResponse,
    Model,
    ModerationCreateResponse,
    Upload,
    VectorStore,
    VectorStoreSearchResponse,
    Video,
)
from triopenai.types.admin.organization import Project, UsageCompletionsResponse
from triopenai.types.audio import Transcription, TranscriptionStreamEvent, TranscriptionVerbose
from triopenai.types.beta import AssistantDeleted, AssistantStreamEvent, Thread
from triopenai.types.beta.threads import Message, Run
from triopenai.types.chat import (
    ChatCompletion,
    ChatCompletionChoice,
    ChatCompletionChunk,
    ChatCompletionChunkChoice,
    ChatCompletionMessageParam,
    ChatCompletionToolUnionParam,
    ParsedChatCompletion,
)
from triopenai.types.conversations import Conversation, ConversationItem
from triopenai.types.fine_tuning import FineTuningJob, FineTuningJobEvent
from triopenai.types.responses import (
    ParsedResponse,
    Response,
    ResponseInputParam,
    ResponseItem,
    ResponseStreamEvent,
)
from triopenai.types.vector_stores import VectorStoreFile, VectorStoreFileBatch

MESSAGES: list[ChatCompletionMessageParam] = [
    {"role": "developer", "content": "Be short."},
    {"role": "user", "content": [{"type": "text", "text": "What is it?"}]},
]
TOOLS: list[ChatCompletionToolUnionParam] = [
    {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
]


class City(pydantic.BaseModel):
    name: str


async def chat(client: Client) -> None:
    completion = await client.chat.completions.create(model="gpt-4", messages=MESSAGES, tools=TOOLS, n=2)
    assert_type(completion, ChatCompletion)
    assert_type(completion.choices, list[ChatCompletionChoice])
    assert_type(completion.choices[0].message.content, str | None)
    assert_type(completion.choices[0].finish_reason == "stop", bool)
    for call in completion.choices[0].message.tool_calls or []:
        if call.type == "function":
            assert_type(call.function.arguments, str)
    assert_type(completion.usage.total_tokens if completion.usage else 0, int)
    assert_type(await client.chat.completions.list(model="gpt-4"), AsyncCursorPage[ChatCompletion])
    await client.chat.completions.create(model="gpt-4", messages=[{"role": "assistant", "content": "a"}])
    await client.chat.completions.create(model="gpt-4", messages=[{"role": "user"}])  # type: ignore[typeddict-item]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.chat.completions.create(model="gpt-4", messages=MESSAGES, n="2")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.chat.completions.create(model="gpt-4", messages=MESSAGES, reasoning_effort="utmost")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    completion.choices[0].text  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018  # what is being tested


async def chat_streamed(client: Client) -> None:
    stream = await client.chat.completions.create(
        model="gpt-4", messages=MESSAGES, stream=True, stream_options={"include_usage": True}
    )
    assert_type(stream, EventStream[ChatCompletionChunk])
    async with stream:
        async for chunk in stream:
            assert_type(chunk.choices, list[ChatCompletionChunkChoice])
            assert_type(chunk.choices[0].delta.content, str | None)
    async for _ in client.chat.completions.create(model="m", messages=MESSAGES, stream=True):  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
        pass


async def responses(client: Client) -> None:
    turns: ResponseInputParam = [{"role": "user", "content": "Hi"}]
    response = await client.responses.create(model="gpt-5", input=turns, reasoning={"effort": "low"})
    assert_type(response, Response)
    assert_type(response.output_text, str)
    for item in response.output:
        if item.type == "message":
            assert_type(item.role, str)  # type: ignore[assert-type]  # pyright: ignore[reportAssertTypeFailure]  # it is a literal
        elif item.type == "function_call":
            assert_type(item.arguments, str)
    async with await client.responses.create(model="gpt-5", input="Hi", stream=True) as stream:
        async for event in stream:
            assert_type(event, ResponseStreamEvent)
            if event.type == "response.output_text.delta":
                assert_type(event.delta, str)
            elif event.type == "response.completed":
                assert_type(event.response, Response)
    assert_type(await client.responses.cancel("resp_1"), Response)
    assert_type(await client.responses.input_items.list("resp_1"), AsyncCursorPage[ResponseItem])
    await client.responses.create(model="gpt-5", input=[{"role": "user", "text": "Hi"}])  # type: ignore[list-item]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.responses.create(model="gpt-5", inputs="Hi")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await client.responses.input_items.list()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    response.output_txt  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018  # what is being tested


async def parsed(client: Client) -> None:
    tool = pydantic_function_tool(City)
    completion = await client.chat.completions.parse(
        model="gpt-4", messages=MESSAGES, response_format=City, tools=[tool]
    )
    assert_type(completion, ParsedChatCompletion[City])
    assert_type(completion.choices[0].message.parsed, City | None)
    response = await client.responses.parse(model="gpt-5", input="Where?", text_format=City)
    assert_type(response, ParsedResponse[City])
    assert_type(response.output_parsed, City | None)
    await client.responses.parse(model="gpt-5", input="Where?", text_format=City(name="x"))  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    pydantic_function_tool({"name": "city"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def raw_replies(client: Client) -> None:
    typed = await raw(client.responses.create)(model="gpt-5", input="Hi")
    assert_type(typed, Reply[Response])
    assert_type(typed.status_code, int)
    assert_type((await raw(client.models.list)()).parse(), AsyncPage[Model])
    reply = await client.models.with_raw_response.retrieve("gpt-4")
    assert_type(reply.headers["x-request-id"], str)
    async with client.chat.completions.with_streaming_response.create(model="m", messages=[]) as opened:
        assert_type(opened.headers["x-request-id"], str)
        async for line in opened.iter_lines():
            assert_type(line, str)
    await raw(client.responses.create)(model="gpt-5", temprature=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    raw(client.models)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def files(client: Client, path: trio.Path) -> None:
    sent = await client.files.create(
        file=path, purpose="batch", expires_after={"anchor": "created_at", "seconds": 9}
    )
    assert_type(sent, FileObject)
    assert_type(await client.files.wait_for_processing(sent.id, max_wait_seconds=60), FileObject)
    content = await client.files.content(sent.id)
    assert_type(content, HttpxBinaryResponseContent)
    assert_type(await content.read(), bytes)
    assert_type(await client.files.list(purpose="batch"), AsyncCursorPage[FileObject])
    assert_type(
        await client.uploads.create(bytes=9, filename="a", mime_type="text/plain", purpose="batch"), Upload
    )
    await client.files.create(path, purpose="batch")  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
    await client.files.create(file=path)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.files.list(orders="asc")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def media(client: Client) -> None:
    assert_type(await client.images.generate(prompt="a fox", size="1024x1024"), ImagesResponse)
    assert_type(await client.images.edit(image=b"", prompt="p", stream=False), ImagesResponse)
    assert_type(await client.images.generate(prompt="p", stream=True), EventStream[ImageGenStreamEvent])
    speech = await client.audio.speech.create(input="Hi", model="tts-1", voice="alloy")
    assert_type(speech, HttpxBinaryResponseContent)
    hear = client.audio.transcriptions.create
    assert_type(await hear(file=b"", model="whisper-1"), Transcription)
    assert_type(await hear(file=b"", model="whisper-1", response_format="verbose_json"), TranscriptionVerbose)
    assert_type(await hear(file=b"", model="m", stream=True), EventStream[TranscriptionStreamEvent])
    assert_type(await client.videos.create(prompt="a fox"), Video)  # pyright: ignore[reportDeprecated]
    await client.images.generate(prompt="a fox", size=1024)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    await client.images.generate()  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    await client.audio.speech.create(input="Hi", model="tts-1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def retrieval(client: Client) -> None:
    found = await client.embeddings.create(model="e", input=["a"], dimensions=8)
    assert_type(found, CreateEmbeddingResponse)
    assert_type(found.data, list[Embedding])
    assert_type(found.data[0].embedding, list[float])
    store = await client.vector_stores.create(name="s", metadata={"a": "b"})
    assert_type(store, VectorStore)
    files = client.vector_stores.files
    assert_type(await files.create(store.id, file_id="f"), VectorStoreFile)
    assert_type(await files.create_and_poll("f", vector_store_id=store.id), VectorStoreFile)
    batches = client.vector_stores.file_batches
    assert_type(await batches.create_and_poll(store.id, file_ids=["f"]), VectorStoreFileBatch)
    hits = await client.vector_stores.search(store.id, query=["a", "b"], max_num_results=3)
    assert_type(hits, AsyncPage[VectorStoreSearchResponse])
    assert_type(await client.moderations.create(input="a"), ModerationCreateResponse)
    assert_type(await client.completions.create(model="m", prompt=["p"]), Completion)
    await client.vector_stores.files.retrieve("f")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await client.vector_stores.create(name="s", metadata=["a"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def jobs(client: Client) -> None:
    job = await client.fine_tuning.jobs.create(
        model="m", training_file="f", method={"type": "dpo", "dpo": {"hyperparameters": {"beta": "auto"}}}
    )
    assert_type(job, FineTuningJob)
    async for event in client.fine_tuning.jobs.list_events(job.id):
        assert_type(event, FineTuningJobEvent)
    batch = await client.batches.create(
        completion_window="24h", endpoint="/v1/chat/completions", input_file_id="f"
    )
    assert_type(batch, Batch)
    assert_type(await client.batches.list(limit=3), AsyncCursorPage[Batch])
    assert_type(await client.evals.list(), AsyncCursorPage[EvalListResponse])
    await client.batches.create(completion_window="1h", endpoint="/v1/chat/completions", input_file_id="f")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.fine_tuning.jobs.create(model="m", training_file="f", method={"type": "magic"})  # type: ignore[typeddict-item]  # pyright: ignore[reportArgumentType]
    await client.batches.cancel(batch)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


class Hooks(AsyncAssistantEventHandler):
    """What a caller makes of a run."""


async def assistants(client: Client) -> None:
    thread = await client.beta.threads.create()  # pyright: ignore[reportDeprecated]
    assert_type(thread, Thread)
    message = await client.beta.threads.messages.create(thread.id, role="user", content="Hi")  # pyright: ignore[reportDeprecated]
    assert_type(message, Message)
    runs = client.beta.threads.runs
    assert_type(await runs.create_and_poll(thread_id=thread.id, assistant_id="a"), Run)  # pyright: ignore[reportDeprecated]
    stream = await runs.create(thread.id, assistant_id="a", stream=True)  # pyright: ignore[reportDeprecated]
    assert_type(stream, EventStream[AssistantStreamEvent])
    async with runs.stream(thread_id=thread.id, assistant_id="a") as plain:  # pyright: ignore[reportDeprecated]
        assert_type(plain, AsyncAssistantEventHandler)
    async with runs.stream(thread_id=thread.id, assistant_id="a", event_handler=Hooks()) as hooks:  # pyright: ignore[reportDeprecated]
        assert_type(hooks, Hooks)
    assert_type(await client.beta.assistants.delete("a"), AssistantDeleted)  # pyright: ignore[reportDeprecated]
    await runs.retrieve("run")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue, reportDeprecated]


async def conversations(client: Client) -> None:
    conversation = await client.conversations.create(metadata={"a": "b"})
    assert_type(conversation, Conversation)
    items = client.conversations.items.list(conversation.id, limit=3)
    assert_type(await items, AsyncConversationCursorPage[ConversationItem])
    async for item in items:
        assert_type(item, ConversationItem)
    await client.conversations.items.retrieve("item", conversation_id=conversation.id, include=["everything"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


async def admin(client: Client) -> None:
    assert_type(await client.admin.organization.projects.create(name="p"), Project)
    usage = await client.admin.organization.usage.completions(start_time=1, bucket_width="1d")
    assert_type(usage, UsageCompletionsResponse)
    await client.admin.organization.usage.completions(start_time="today")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def tasks(client: Client, questions: list[str]) -> None:
    first = client.start_soon(client.responses.create, model="gpt-5", input="Hi")
    assert_type(first, Task[Response])

    async def ask(question: str) -> str:
        return (await client.responses.create(model="gpt-5", input=question)).output_text

    assert_type(await client.map(ask, questions, limit=8), list[str])
    async with client.map_each(ask, questions, limit=8) as results:
        async for result in results:
            assert_type(result, str)
    client.start_soon(client.responses.create, modle="gpt-5")  # type: ignore[arg-type]  # pyright: ignore[reportCallIssue]


async def configured() -> None:
    async with open_client(api_key="k", timeout=Timeout(connect=3), default_headers={"X-A": "b"}) as client:
        patient = client.with_options(timeout=60, max_retries=5)
        assert_type(patient, Client)
        with trio.fail_after(30):
            assert_type(await patient.models.retrieve("gpt-4"), Model)
        client.with_options(max_retries="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    open_client(apikey="k")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with open_client():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
