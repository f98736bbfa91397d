"""What an operation works on, made through the client before the operation is called."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias, cast

import trio

from tests.support.arguments import arguments, keywords_of
from tests.support.sessions import (
    prepared_automation,
    prepared_call,
    prepared_chat,
    prepared_session,
)
from triopenai._operations import all_operations
from triopenai._sansio.operation import Operation, PageOperation, Special, StreamOperation

if TYPE_CHECKING:
    from triopenai import Client
    from triopenai.types import FilePurpose
    from triopenai.types.beta import FunctionToolParam
    from triopenai.types.chat import ChatCompletionUserMessageParam
    from triopenai.types.graders import StringCheckGraderParam
    from triopenai.types.responses import EasyInputMessageParam

OPERATIONS = {operation.name: operation for operation in all_operations()}
CREATORS = {
    operation.path: operation
    for operation in OPERATIONS.values()
    if operation.verb == "POST"
    and operation.result != Special.BINARY
    and not (isinstance(operation, StreamOperation) and operation.stream_only)
}
LISTINGS = {
    operation.path: operation
    for operation in OPERATIONS.values()
    if isinstance(operation, PageOperation) and operation.verb == "GET"
}
Method: TypeAlias = Callable[..., Awaitable[object]]

# What the sandbox's models ask for beyond the types: values that mean something.
RESPONSE: dict[str, object] = {
    "model": "gpt-5",
    "max_output_tokens": 64,
    "stream_options": None,
    "previous_response_id": None,
    "conversation": None,
}
FITTING: dict[str, dict[str, object]] = {
    **{name: {"page": None, "start_time": 1_750_000_000} for name in OPERATIONS if ".usage." in name},
    "admin.organization.audit_logs.list": dict.fromkeys(
        ("actor_emails", "actor_ids", "before", "effective_at", "event_types", "project_ids", "resource_ids")
    ),
    "admin.organization.external_keys.list": {"purpose": None},
    "admin.organization.external_storage.list": {"project_id": None},
    "admin.organization.users.list": {"emails": None},
    "admin.organization.projects.users.create": {"user_id": "user", "email": None},
    "admin.organization.projects.rate_limits.list_rate_limits": {"before": None},
    "admin.organization.projects.spend_alerts.list": {"before": None},
    "admin.organization.spend_alerts.list": {"before": None},
    "admin.organization.workload_identity_providers.federation_rules.list": {"service_account_id": None},
    "batches.create": {"endpoint": "/v1/chat/completions", "output_expires_after": None},
    "skills.update": {"default_version": "1"},
    "chat.completions.create": {"model": "gpt-4", "n": 1, "stream_options": None},
    "completions.create": {"stream_options": None},
    "embeddings.create": {"model": "text-embedding-3-small"},
    "responses.create": RESPONSE,
    "beta.responses.create": RESPONSE,
    "responses.input_tokens.count": {"conversation": None, "previous_response_id": None},
    "beta.responses.input_tokens.count": {"conversation": None, "previous_response_id": None},
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
    "beta.chatkit.threads.list": {"before": None, "user": "ada"},
    "beta.chatkit.threads.list_items": {"before": None},
    "realtime.client_secrets.create": {"expires_after": None},
    "realtime.translations.client_secrets.create": {"expires_after": None},
    "beta.agents.vaults.list": {"metadata": None, "status": None},
    "beta.agents.vaults.credentials.list": {"metadata": None, "status": None},
    "beta.agents.sessions.list": {"metadata": None, "agent_id": None},
    "beta.agents.sessions.artifacts.list": {"environment_id": None},
    "beta.agents.sessions.subagents.items.list": {"after": None},
    "beta.agents.sessions.subagents.turns.list": {"after": None},
    "beta.agents.sessions.subagents.turns.items.list": {"after": None},
}

# What the sandbox cannot do without, though the types say that it may be left out.
SHEET = b"---\nname: counting\ndescription: Counts words.\n---\n"
NEEDED: dict[str, dict[str, object]] = {
    "containers.files.create": {"file": ("a.txt", b"abc")},
    "skills.create": {"files": [("SKILL.md", SHEET)]},
    "skills.versions.create": {"files": [("SKILL.md", SHEET)]},
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
    always = ("model", "user_id") if operation.verb == "POST" else ()
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
    elif name.startswith("videos.") and not name.endswith("character"):
        return [await finished_video(client) for _ in range(2)][-1]
    elif name.startswith("beta.threads.") and name != "beta.threads.create":
        return await prepared_run(client, name, keywords)
    elif name.startswith("beta.agents.sessions."):
        return await prepared_session(client, operation, keywords)
    elif name.startswith(("realtime.calls.", "live.sessions.")) and operation.path_params:
        return await prepared_call(client, name)
    elif name.startswith("beta.chatkit.threads."):
        return await prepared_chat(client)
    elif name == "beta.agents.automations.resume":
        return await prepared_automation(client)
    elif name.startswith("evals.runs.output_items."):
        return await prepared_outputs(client, name, keywords)
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


async def prepared_outputs(client: Client, name: str, keywords: dict[str, object]) -> str:
    """A run of an eval that is done, or an item of it."""
    grader: StringCheckGraderParam = {
        "type": "string_check",
        "name": "same",
        "input": "{{item.a}}",
        "reference": "x",
        "operation": "eq",
    }
    made = await client.evals.create(
        data_source_config={"type": "custom", "item_schema": {}}, testing_criteria=[grader]
    )
    run = await client.evals.runs.create(
        made.id,
        data_source={
            "type": "jsonl",
            "source": {"type": "file_content", "content": [{"item": {"a": "y"}}, {"item": {"a": "z"}}]},
        },
    )
    await trio.sleep(60)
    keywords["eval_id"] = made.id
    if name.endswith("list"):
        return run.id
    keywords["run_id"] = run.id
    items = await client.evals.runs.output_items.list(run.id, eval_id=made.id)
    return items.data[0].id


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
            ids[segment[1:-1]] = await created(client, path, ids, segment[1:-1])
        path += f"/{segment}"
    if isinstance(operation, PageOperation) and operation.verb == "GET":
        await created(client, path, ids)
    elif operation.verb != "POST" and not path.endswith("}"):
        await created(client, path, ids)  # the only object of its kind, which is made by changing it
    keywords |= await referred(client, keywords)
    keywords |= {name: ids[name] for name in operation.path_params[:-1]}
    return ids[operation.path_params[-1]] if operation.path_params else "id_1"


async def created(client: Client, path: str, ids: dict[str, str], name: str = "") -> str:
    """Make two objects of the collection at a path; give the id of the second, or of one that was there."""
    paths = (path, f"/organization{path}", f"{path}/activate")
    creator = next((CREATORS[one] for one in paths if one in CREATORS), None)
    if creator is None:
        return await listed(client, path, ids)
    method = locate(client, creator)
    given = keywords_for(creator, method, full=False)
    above = {one: ids[one] for one in creator.path_params[:-1]}
    positional = [ids[one] for one in creator.path_params[-1:]]
    result: object = None
    for _ in range(2):
        given |= await referred(client, given)
        result = await method(*positional, **given | above)
    several = getattr(result, "data", None)
    found = several[0] if several else result
    return str(given.get(name) or getattr(found, name or "id", None) or getattr(found, "id", "id_1"))


async def listed(client: Client, path: str, ids: dict[str, str]) -> str:
    """The id of an object that is there from the beginning, or one of no meaning."""
    listing = LISTINGS.get(path)
    if listing is None:
        return "id_1"
    above = {one: ids[one] for one in listing.path_params[:-1]}
    page = await locate(client, listing)(*(ids[one] for one in listing.path_params[-1:]), **above)
    items = getattr(page, "data")  # noqa: B009  # pages of any type
    return str(items[0].id) if items else "id_1"


async def referred(client: Client, keywords: dict[str, object]) -> dict[str, object]:
    """Ids of objects for the keywords that want some: another one each time."""
    found: dict[str, object] = {}
    organization = client.admin.organization
    if "role_id" in keywords:
        role = await organization.roles.create(role_name="reviewer", permissions=["api.read"])
        found["role_id"] = role.id
    if "group_id" in keywords:
        found["group_id"] = (await organization.groups.create(name="Reviewers")).id
    if "user_id" in keywords:
        users = (await organization.users.list()).data
        found["user_id"] = users[0 if keywords["user_id"] == users[1].id else 1].id
    if "certificate_ids" in keywords:
        certificate = await organization.certificates.create(certificate="PEM", name="Ours")
        found["certificate_ids"] = [certificate.id]
    for name in ("file_id", "input_file_id", "file_ids"):
        if name in keywords:
            file = await uploaded_file(client, purpose="batch" if name == "input_file_id" else "user_data")
            found[name] = [file] if name == "file_ids" else file
    return found
