"""What an operation works on, made through the client before the operation is called."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias, cast

import trio

from tests.support.arguments import arguments, keywords_of
from tests.support.sessions import prepared_automation, prepared_session
from triopenai._operations import all_operations
from triopenai._sansio.operation import Operation, PageOperation, Special, StreamOperation

if TYPE_CHECKING:
    from triopenai import Client
    from triopenai.types import FilePurpose
    from triopenai.types.beta import FunctionToolParam
    from triopenai.types.chat import ChatCompletionUserMessageParam
    from triopenai.types.responses import EasyInputMessageParam

OPERATIONS = {operation.name: operation for operation in all_operations()}
CREATORS = {
    operation.path: operation
    for operation in OPERATIONS.values()
    if operation.verb == "POST"
    and operation.result != Special.BINARY
    and not (isinstance(operation, StreamOperation) and operation.stream_only)
}
Method: TypeAlias = Callable[..., Awaitable[object]]

# What the sandbox's models ask for beyond the types: values that mean something.
RESPONSE: dict[str, object] = {
    "model": "gpt-5",
    "max_output_tokens": 64,
    "stream_options": None,
    "previous_response_id": None,
}
FITTING: dict[str, dict[str, object]] = {
    "batches.create": {"endpoint": "/v1/chat/completions", "output_expires_after": None},
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
    "beta.threads.messages.list": {"before": None, "run_id": None},
    "beta.threads.runs.steps.list": {"after": None, "before": None},
    "beta.assistants.list": {"before": None},
    "beta.agents.vaults.list": {"metadata": None, "status": None},
    "beta.agents.vaults.credentials.list": {"metadata": None, "status": None},
    "beta.agents.sessions.list": {"metadata": None, "agent_id": None},
    "beta.agents.sessions.artifacts.list": {"environment_id": None},
    "beta.agents.sessions.subagents.items.list": {"after": None},
    "beta.agents.sessions.subagents.turns.list": {"after": None},
    "beta.agents.sessions.subagents.turns.items.list": {"after": None},
}

# What the sandbox cannot do without, though the types say that it may be left out.
NEEDED: dict[str, dict[str, object]] = {
    "containers.files.create": {"file": ("a.txt", b"abc")},
}

# What a run must be asked to do before its tools can be answered.
TOOL: FunctionToolParam = {"type": "function", "function": {"name": "look"}}


def locate(client: Client, operation: Operation[object]) -> Method:
    found: object = client
    for name in operation.name.split("."):
        found = getattr(found, name)
    return cast("Method", found)


def keywords_for(operation: Operation[object], method: Method, *, full: bool) -> dict[str, object]:
    """Arguments that mean something to the sandbox: all that a method takes, or those that it must have."""
    keywords = arguments(keywords_of(method), full=full)
    fitting = FITTING.get(operation.name, {})
    always = ("model",) if operation.verb == "POST" else ()
    fitting = {key: value for key, value in fitting.items() if key in (*keywords, *always)}
    return keywords | fitting | NEEDED.get(operation.name, {})


async def prepare(  # noqa: C901, PLR0911, PLR0912  # one branch a kind of object
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
    elif name.startswith("beta.threads.") and name != "beta.threads.create":
        return await prepared_run(client, name, keywords)
    elif name.startswith("beta.agents.sessions."):
        return await prepared_session(client, operation, keywords)
    elif name == "beta.agents.automations.resume":
        return await prepared_automation(client)
    if name == "models.retrieve":
        return "gpt-4"
    if name == "models.delete":
        job = await client.fine_tuning.jobs.retrieve(await started_job(client, "checkpoints"))
        assert job.fine_tuned_model is not None
        return job.fine_tuned_model
    return await made(client, operation, keywords)


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


async def uploaded_file(
    client: Client, content: bytes = b'{"messages": []}', purpose: FilePurpose = "fine-tune"
) -> str:
    return (await client.files.create(file=("a.jsonl", content), purpose=purpose)).id


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
    """A thread, a message of it, or a run in the state that the call needs, or a step of one."""
    assistant = (await client.beta.assistants.create(model="gpt-4")).id
    keywords |= {key: assistant for key in ("assistant_id",) if key in keywords}
    thread = await client.beta.threads.create(messages=[{"role": "user", "content": "Hello!"}] * 2)
    keywords |= {key: thread.id for key in ("thread_id",) if key in keywords}
    runs = client.beta.threads.runs
    if name.startswith("beta.threads.messages.") and "thread_id" in keywords:
        return (await client.beta.threads.messages.list(thread.id)).data[0].id
    if not name.startswith("beta.threads.runs.") or name.endswith("runs.create"):
        return thread.id
    await runs.create(thread.id, assistant_id=assistant)
    await trio.sleep(60)
    run = await runs.create(thread.id, assistant_id=assistant, tools=[TOOL])
    if ".steps." in name:
        await trio.sleep(60)
        if name.endswith("list"):
            return run.id
        keywords["run_id"] = run.id
        return (await runs.steps.list(run.id, thread_id=thread.id)).data[0].id
    if name.endswith("submit_tool_outputs"):
        await trio.sleep(60)
        waiting = await client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
        assert waiting.required_action is not None
        calls = waiting.required_action.submit_tool_outputs.tool_calls
        keywords["tool_outputs"] = [{"tool_call_id": call.id, "output": "found"} for call in calls]
    return run.id if "thread_id" in keywords else thread.id


async def made(client: Client, operation: Operation[object], keywords: dict[str, object]) -> str:
    """Make every object on the path of an operation, two of each; give the id of the last.

    Ids that are keywords are put in their place. What no operation creates has an id of no meaning.
    """
    path, ids = "", dict[str, str]()
    for segment in operation.path.strip("/").split("/"):
        if segment.startswith("{"):
            ids[segment[1:-1]] = await created(client, path, ids)
        path += f"/{segment}"
    if isinstance(operation, PageOperation) and operation.verb == "GET":
        await created(client, path, ids)
    keywords |= {name: ids[name] for name in operation.path_params[:-1]}
    keywords |= await referred(client, keywords)
    return ids[operation.path_params[-1]] if operation.path_params else "id_1"


async def created(client: Client, path: str, ids: dict[str, str]) -> str:
    """Make two objects of the collection at a path; give the id of the second."""
    creator = CREATORS.get(path)
    if creator is None:
        return "id_1"
    method = locate(client, creator)
    given = keywords_for(creator, method, full=False)
    given |= {name: ids[name] for name in creator.path_params[:-1]}
    given |= await referred(client, given)
    positional = [ids[name] for name in creator.path_params[-1:]]
    result: object = None
    for _ in range(2):
        result = await method(*positional, **given)
    several = getattr(result, "data", None)
    return str(getattr(several[0] if several else result, "id", "id_1"))


async def referred(client: Client, keywords: dict[str, object]) -> dict[str, object]:
    """Ids of files for the keywords that want some."""
    found: dict[str, object] = {}
    for name in ("file_id", "input_file_id", "file_ids"):
        if name in keywords:
            file = await uploaded_file(client, purpose="batch" if name == "input_file_id" else "user_data")
            found[name] = [file] if name == "file_ids" else file
    return found
