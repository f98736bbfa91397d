"""The endpoints of ``beta_threads``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.beta import AssistantStreamEvent, Thread, ThreadDeleted
    from triopenai.types.beta.threads import Message, MessageDeleted, Run
    from triopenai.types.beta.threads.runs import RunStep

__all__ = [
    "BETA_THREADS_CREATE",
    "BETA_THREADS_CREATE_AND_RUN",
    "BETA_THREADS_DELETE",
    "BETA_THREADS_MESSAGES_CREATE",
    "BETA_THREADS_MESSAGES_DELETE",
    "BETA_THREADS_MESSAGES_LIST",
    "BETA_THREADS_MESSAGES_RETRIEVE",
    "BETA_THREADS_MESSAGES_UPDATE",
    "BETA_THREADS_RETRIEVE",
    "BETA_THREADS_RUNS_CANCEL",
    "BETA_THREADS_RUNS_CREATE",
    "BETA_THREADS_RUNS_LIST",
    "BETA_THREADS_RUNS_RETRIEVE",
    "BETA_THREADS_RUNS_STEPS_LIST",
    "BETA_THREADS_RUNS_STEPS_RETRIEVE",
    "BETA_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS",
    "BETA_THREADS_RUNS_UPDATE",
    "BETA_THREADS_UPDATE",
]

BETA_THREADS_CREATE: Operation[Thread] = Operation(
    name="beta.threads.create",
    verb="POST",
    path="/threads",
    body=("messages", "metadata", "tool_resources"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:Thread",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/create"
    ),
)
BETA_THREADS_CREATE_AND_RUN: StreamOperation[Run, AssistantStreamEvent] = StreamOperation(
    name="beta.threads.create_and_run",
    verb="POST",
    path="/threads/runs",
    body=(
        "assistant_id",
        "instructions",
        "max_completion_tokens",
        "max_prompt_tokens",
        "metadata",
        "model",
        "parallel_tool_calls",
        "response_format",
        "stream",
        "temperature",
        "thread",
        "tool_choice",
        "tool_resources",
        "tools",
        "top_p",
        "truncation_strategy",
    ),
    required=("assistant_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Run",
    event="beta:AssistantStreamEvent",
    sse_named=True,
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods"
        "/create_and_run"
    ),
)
BETA_THREADS_DELETE: Operation[ThreadDeleted] = Operation(
    name="beta.threads.delete",
    verb="DELETE",
    path="/threads/{thread_id}",
    path_params=("thread_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:ThreadDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/delete"
    ),
)
BETA_THREADS_MESSAGES_CREATE: Operation[Message] = Operation(
    name="beta.threads.messages.create",
    verb="POST",
    path="/threads/{thread_id}/messages",
    path_params=("thread_id",),
    body=("content", "role", "attachments", "metadata"),
    required=("content", "role"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Message",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources"
        "/messages/methods/create"
    ),
)
BETA_THREADS_MESSAGES_DELETE: Operation[MessageDeleted] = Operation(
    name="beta.threads.messages.delete",
    verb="DELETE",
    path="/threads/{thread_id}/messages/{message_id}",
    path_params=("thread_id", "message_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:MessageDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources"
        "/messages/methods/delete"
    ),
)
BETA_THREADS_MESSAGES_LIST: PageOperation[AsyncCursorPage[Message], Message] = PageOperation(
    name="beta.threads.messages.list",
    verb="GET",
    path="/threads/{thread_id}/messages",
    path_params=("thread_id",),
    query=("after", "before", "limit", "order", "run_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    item="beta.threads:Message",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources"
        "/messages/methods/list"
    ),
)
BETA_THREADS_MESSAGES_RETRIEVE: Operation[Message] = Operation(
    name="beta.threads.messages.retrieve",
    verb="GET",
    path="/threads/{thread_id}/messages/{message_id}",
    path_params=("thread_id", "message_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Message",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources"
        "/messages/methods/retrieve"
    ),
)
BETA_THREADS_MESSAGES_UPDATE: Operation[Message] = Operation(
    name="beta.threads.messages.update",
    verb="POST",
    path="/threads/{thread_id}/messages/{message_id}",
    path_params=("thread_id", "message_id"),
    body=("metadata",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Message",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources"
        "/messages/methods/update"
    ),
)
BETA_THREADS_RETRIEVE: Operation[Thread] = Operation(
    name="beta.threads.retrieve",
    verb="GET",
    path="/threads/{thread_id}",
    path_params=("thread_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:Thread",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/retrieve"
    ),
)
BETA_THREADS_RUNS_CANCEL: Operation[Run] = Operation(
    name="beta.threads.runs.cancel",
    verb="POST",
    path="/threads/{thread_id}/runs/{run_id}/cancel",
    path_params=("thread_id", "run_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Run",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/methods/cancel"
    ),
)
BETA_THREADS_RUNS_CREATE: StreamOperation[Run, AssistantStreamEvent] = StreamOperation(
    name="beta.threads.runs.create",
    verb="POST",
    path="/threads/{thread_id}/runs",
    path_params=("thread_id",),
    query=("include",),
    body=(
        "assistant_id",
        "additional_instructions",
        "additional_messages",
        "instructions",
        "max_completion_tokens",
        "max_prompt_tokens",
        "metadata",
        "model",
        "parallel_tool_calls",
        "reasoning_effort",
        "response_format",
        "stream",
        "temperature",
        "tool_choice",
        "tools",
        "top_p",
        "truncation_strategy",
    ),
    required=("assistant_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Run",
    event="beta:AssistantStreamEvent",
    sse_named=True,
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/methods/create"
    ),
)
BETA_THREADS_RUNS_LIST: PageOperation[AsyncCursorPage[Run], Run] = PageOperation(
    name="beta.threads.runs.list",
    verb="GET",
    path="/threads/{thread_id}/runs",
    path_params=("thread_id",),
    query=("after", "before", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    item="beta.threads:Run",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/methods/list"
    ),
)
BETA_THREADS_RUNS_RETRIEVE: Operation[Run] = Operation(
    name="beta.threads.runs.retrieve",
    verb="GET",
    path="/threads/{thread_id}/runs/{run_id}",
    path_params=("thread_id", "run_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Run",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/methods/retrieve"
    ),
)
BETA_THREADS_RUNS_STEPS_LIST: PageOperation[AsyncCursorPage[RunStep], RunStep] = PageOperation(
    name="beta.threads.runs.steps.list",
    verb="GET",
    path="/threads/{thread_id}/runs/{run_id}/steps",
    path_params=("thread_id", "run_id"),
    query=("after", "before", "include", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    item="beta.threads.runs:RunStep",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/subresources/steps/methods/list"
    ),
)
BETA_THREADS_RUNS_STEPS_RETRIEVE: Operation[RunStep] = Operation(
    name="beta.threads.runs.steps.retrieve",
    verb="GET",
    path="/threads/{thread_id}/runs/{run_id}/steps/{step_id}",
    path_params=("thread_id", "run_id", "step_id"),
    query=("include",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads.runs:RunStep",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/subresources/steps/methods/retrieve"
    ),
)
BETA_THREADS_RUNS_SUBMIT_TOOL_OUTPUTS: StreamOperation[Run, AssistantStreamEvent] = StreamOperation(
    name="beta.threads.runs.submit_tool_outputs",
    verb="POST",
    path="/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    path_params=("thread_id", "run_id"),
    body=("tool_outputs", "stream"),
    required=("tool_outputs",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Run",
    event="beta:AssistantStreamEvent",
    sse_named=True,
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/methods/submit_tool_outputs"
    ),
)
BETA_THREADS_RUNS_UPDATE: Operation[Run] = Operation(
    name="beta.threads.runs.update",
    verb="POST",
    path="/threads/{thread_id}/runs/{run_id}",
    path_params=("thread_id", "run_id"),
    body=("metadata",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta.threads:Run",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs"
        "/methods/update"
    ),
)
BETA_THREADS_UPDATE: Operation[Thread] = Operation(
    name="beta.threads.update",
    verb="POST",
    path="/threads/{thread_id}",
    path_params=("thread_id",),
    body=("metadata", "tool_resources"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    deprecated=True,
    result="beta:Thread",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/threads/methods/update"
    ),
)
