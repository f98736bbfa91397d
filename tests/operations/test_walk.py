"""Every operation, with few arguments and with all, answered by the sandbox and read strictly."""

from __future__ import annotations

import hashlib
import importlib
import typing
import warnings
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias, cast

import pytest
import trio

from tests.support.arguments import arguments, keywords_of
from triopenai import AsyncPaginator, Client, EventStream, HttpxBinaryResponseContent, open_client
from triopenai._operations import all_operations
from triopenai._sansio.operation import Operation, PageOperation, Special, StreamOperation
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from triopenai.types.beta import FunctionToolParam
    from triopenai.types.chat import ChatCompletionUserMessageParam
    from triopenai.types.responses import EasyInputMessageParam

OPERATIONS = {operation.name: operation for operation in all_operations()}
Method: TypeAlias = Callable[..., Awaitable[object]]

# What the sandbox's models ask for beyond the types: values that mean something.
RESPONSE: dict[str, object] = {
    "model": "gpt-5",
    "max_output_tokens": 64,
    "stream_options": None,
    "previous_response_id": None,
}
FITTING: dict[str, dict[str, object]] = {
    "chat.completions.create": {"model": "gpt-4", "n": 1, "stream_options": None},
    "completions.create": {"stream_options": None},
    "embeddings.create": {"model": "text-embedding-3-small"},
    "responses.create": RESPONSE,
    "beta.responses.create": RESPONSE,
    "fine_tuning.checkpoints.permissions.retrieve": {"after": None},
    "chat.completions.list": {"model": "gpt-4", "metadata": None},
    "files.list": {"purpose": "fine-tune"},
    "fine_tuning.jobs.list": {"metadata": None},
    "vector_stores.list": {"before": None},
    "vector_stores.search": {"filters": None, "rewrite_query": None},
    "vector_stores.files.list": {"before": None, "filter": "completed"},
    "vector_stores.file_batches.list_files": {"before": None, "filter": "completed"},
    "beta.threads.runs.list": {"before": None},
}

# What a run must be asked to do before its tools can be answered.
TOOL: FunctionToolParam = {"type": "function", "function": {"name": "look"}}

# The document says that only the assistant's messages are listed; the API lists the user's too.
LOOSE = {"chat.completions.messages.list"}


def locate(client: Client, operation: Operation[object]) -> Method:
    found: object = client
    for name in operation.name.split("."):
        found = getattr(found, name)
    return cast("Method", found)


def type_of(reference: str) -> object:
    """The type that a reference names, as something to check instances against."""
    area, _, name = reference.partition(":")
    found = getattr(importlib.import_module(f"triopenai.types.{area}" if area else "triopenai.types"), name)
    return tuple(flat(found))


def flat(found: object) -> list[type]:
    """The classes of a union, an alias or a class."""
    members = typing.get_args(found)
    origin = typing.get_origin(found)
    if origin is typing.Annotated:
        return flat(members[0])
    if origin is typing.Literal:
        return [type(member) for member in members]
    if members and origin not in (list, dict):
        return [one for member in members for one in flat(member)]
    return [cast("type", origin or found)]


async def prepare(  # noqa: C901, PLR0911  # one branch a kind of object
    client: Client, operation: Operation[object], keywords: dict[str, object]
) -> str:
    """Make what the operation works on, where the sandbox keeps such things; give its id."""
    name = operation.name
    if name.startswith("chat.completions.") and name != "chat.completions.create":
        return [await stored_completion(client) for _ in range(2)][-1]
    if name.startswith(("responses.", "beta.responses.")) and operation.path_params:
        return await stored_response(client, background=name.endswith("cancel"))
    if name.startswith("files.") and name != "files.create":
        return [await uploaded_file(client) for _ in range(2)][-1]
    if name == "fine_tuning.jobs.create":
        file = await uploaded_file(client)
        keywords |= {key: file for key in ("training_file", "validation_file") if key in keywords}
        keywords |= {"model": "gpt-4o-mini"}
    elif name.startswith("fine_tuning.jobs."):
        return [await started_job(client, name) for _ in range(2)][-1]
    elif name.startswith("vector_stores."):
        return await prepared_vector_store(client, name, keywords)
    elif name.startswith("uploads.") and operation.path_params:
        return await prepared_upload(client, name, keywords)
    elif name.startswith("videos."):
        return [await finished_video(client) for _ in range(2)][-1]
    elif name.startswith("beta.threads."):
        return await prepared_run(client, name, keywords)
    if name == "models.retrieve":
        return "gpt-4"
    if name == "models.delete":
        job = await client.fine_tuning.jobs.retrieve(await started_job(client, "checkpoints"))
        assert job.fine_tuned_model is not None
        return job.fine_tuned_model
    return "id_1"


async def stored_completion(client: Client) -> str:
    messages: list[ChatCompletionUserMessageParam] = [
        {"role": "user", "content": "Hello!"},
        {"role": "user", "content": "Anyone?"},
    ]
    return (await client.chat.completions.create(model="gpt-4", messages=messages, store=True)).id


async def stored_response(client: Client, *, background: bool) -> str:
    messages: list[EasyInputMessageParam] = [
        {"role": "user", "content": "Hello!"},
        {"role": "user", "content": "Anyone?"},
    ]
    return (await client.responses.create(model="gpt-5", input=messages, background=background)).id


async def uploaded_file(client: Client, content: bytes = b'{"messages": []}') -> str:
    return (await client.files.create(file=("a.jsonl", content), purpose="fine-tune")).id


async def started_job(client: Client, purpose: str) -> str:
    """A fine-tuning job in the state that a call needs."""
    file = await uploaded_file(client)
    job = await client.fine_tuning.jobs.create(model="gpt-4o-mini", training_file=file)
    if purpose.endswith("resume"):
        await client.fine_tuning.jobs.pause(job.id)
    while "checkpoints" in purpose and job.status != "succeeded":
        await trio.sleep(60)
        job = await client.fine_tuning.jobs.retrieve(job.id)
    return job.id


async def prepared_vector_store(client: Client, name: str, keywords: dict[str, object]) -> str:
    """A vector store, a file in it or a batch of files, whichever the operation takes."""
    files = [await uploaded_file(client, b"some text") for _ in range(2)]
    store = await client.vector_stores.create(file_ids=files)
    await client.vector_stores.create()
    batch = await client.vector_stores.file_batches.create(store.id, file_ids=files)
    if not name.endswith("cancel"):
        await trio.sleep(60)
    keywords |= {key: files[0] for key in ("file_id",) if key in keywords}
    keywords |= {key: files for key in ("file_ids",) if key in keywords}
    if name == "vector_stores.file_batches.create":
        keywords |= {"file_ids": files, "files": [{"file_id": files[0]}]}
    if "vector_store_id" not in keywords:
        return store.id
    keywords["vector_store_id"] = store.id
    return batch.id if "batch" in name else files[0]


async def prepared_upload(client: Client, name: str, keywords: dict[str, object]) -> str:
    upload = await client.uploads.create(
        bytes=3, filename="a.txt", mime_type="text/plain", purpose="assistants"
    )
    if name.endswith("complete"):
        part = await client.uploads.parts.create(upload.id, data=b"abc")
        keywords |= {"part_ids": [part.id]}
        if "md5" in keywords:
            keywords["md5"] = hashlib.md5(b"abc", usedforsecurity=False).hexdigest()
    return upload.id


async def finished_video(client: Client) -> str:
    video = await client.videos.create(prompt="A cat")
    await trio.sleep(60)
    return video.id


async def prepared_run(client: Client, name: str, keywords: dict[str, object]) -> str:
    """A thread, or a run of one in the state that the call needs."""
    thread = await client.beta.threads.create()
    keywords |= {key: thread.id for key in ("thread_id",) if key in keywords}
    if not name.startswith("beta.threads.runs.") or name.endswith("runs.create"):
        return thread.id
    for _ in range(2):
        run = await client.beta.threads.runs.create(thread.id, assistant_id="asst_1", tools=[TOOL])
    if name.endswith("submit_tool_outputs"):
        await trio.sleep(60)
        waiting = await client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
        assert waiting.required_action is not None
        calls = waiting.required_action.submit_tool_outputs.tool_calls
        keywords["tool_outputs"] = [{"tool_call_id": call.id, "output": "found"} for call in calls]
    return run.id if "thread_id" in keywords else thread.id


async def start_in_the_list(method: Method, positional: list[str], keywords: dict[str, object]) -> None:
    """Let the cursor of a list name an item that is there."""
    given = {name for name in ("after", "before", "page") if isinstance(keywords.get(name), str)}
    if given:
        rest = {name: value for name, value in keywords.items() if name not in given}
        first = await method(*positional, **rest)
        item = getattr(first, "data")[0]  # noqa: B009  # pages of any type
        for name in given:
            keywords[name] = getattr(item, "id", None) or getattr(first, "envelope").get("next")  # noqa: B009  # as above
        if "page" in given and not keywords["page"]:
            del keywords["page"]


@pytest.mark.parametrize("full", [False, True], ids=["minimal", "full"])
@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_operation_is_answered_and_read_as_its_type(
    name: str, full: bool, autojump_clock: trio.testing.MockClock
) -> None:
    operation = OPERATIONS[name]
    async with (
        open_sandbox() as sandbox,
        open_client(
            **sandbox.client_options, admin_api_key=sandbox.api_key, strict=name not in LOOSE
        ) as client,
    ):
        method = locate(client, operation)
        keywords = arguments(keywords_of(method), full=full)
        keywords.pop("stream", None)
        keywords |= {
            key: value
            for key, value in FITTING.get(name, {}).items()
            if key in keywords or (key == "model" and operation.verb == "POST")
        }
        with warnings.catch_warnings(record=operation.deprecated) as caught:
            warnings.simplefilter("always")
            identity = await prepare(client, operation, keywords)
            positional = [identity] if operation.path_params else []
            if isinstance(operation, PageOperation):
                await start_in_the_list(method, positional, keywords)
            result = method(*positional, **keywords, max_retries=0)
            value = await result
            await check(operation, result, value)
        if operation.deprecated:
            assert any(f"{name} is deprecated" in str(warning.message) for warning in caught or ())
        sent = sandbox.requests[-1]
        assert sent.method == operation.verb
        assert sent.path.count("/") == operation.path.partition("?")[0].count("/")
        assert set(operation.required) <= {*keywords, *operation.path_params}
        if full and not keywords_of(method).__name__.endswith("1"):  # one of several kinds of body
            assert set(operation.body) - {"stream"} <= set(keywords)


async def check(operation: Operation[object], result: object, value: object) -> None:
    """Whether a value has the type that the operation promises."""
    if isinstance(operation, PageOperation):
        assert isinstance(result, AsyncPaginator)
        items = getattr(value, "data")  # noqa: B009  # pages of any type
        assert items
        assert all(isinstance(item, type_of(operation.item)) for item in items)  # type: ignore[arg-type]
    elif isinstance(operation, StreamOperation) and operation.stream_only:
        assert isinstance(value, EventStream)
        events = [event async for event in value]
        assert events
        assert all(isinstance(event, type_of(operation.event)) for event in events)  # type: ignore[arg-type]
    elif operation.result == Special.NONE:
        assert value is None
    elif operation.result == Special.TEXT:
        assert isinstance(value, str)
    elif operation.result == Special.BINARY:
        assert isinstance(value, HttpxBinaryResponseContent)
        assert await value.read()
    else:
        assert isinstance(value, type_of(operation.result))  # type: ignore[arg-type]


STREAMS = [one.name for one in all_operations() if isinstance(one, StreamOperation) and not one.stream_only]


@pytest.mark.parametrize("name", STREAMS)
async def test_operation_streams_events_of_its_type(
    name: str, autojump_clock: trio.testing.MockClock
) -> None:
    operation = cast("StreamOperation[object, object]", OPERATIONS[name])
    async with (
        open_sandbox() as sandbox,
        open_client(**sandbox.client_options, strict=True) as client,
    ):
        method = locate(client, operation)
        keywords = arguments(keywords_of(method), full=False) | {"stream": True}
        keywords |= {key: value for key, value in FITTING.get(name, {}).items() if key == "model"}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            identity = await prepare(client, operation, keywords)
            stream = await method(*([identity] if operation.path_params else []), **keywords, max_retries=0)
        assert isinstance(stream, EventStream)
        events = [event async for event in stream]
    assert events
    assert all(isinstance(event, type_of(operation.event)) for event in events)  # type: ignore[arg-type]
