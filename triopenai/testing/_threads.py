"""Threads, their messages, and the runs that answer them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer, StreamAnswer
from triopenai.testing._assistants import find_assistant
from triopenai.testing._collections import Collection, Entry, replacing
from triopenai.testing._progress import hinted
from triopenai.testing._router import Handler, Route
from triopenai.testing._run_events import happens, new_message, read_content
from triopenai.testing._runs import ACTIVE, LIFE, Message, Run, Step
from triopenai.testing._schema import schema_text
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triopenai.testing._answer import Event, JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_ROLES = ("user", "assistant")
_CAN_CANCEL = ("queued", "in_progress", "requires_action")


@final
class _Thread(Entry):
    """A thread."""


def _make_message(call: Call) -> Message:
    _check_idle(call)
    return _message(call, Body(json_body(call.request)))


def _message(call: Call, body: Body) -> Message:
    body.require("role", "content")
    role = body.choice("role", _ROLES, "user")
    content = read_content(body)
    id_, thread = call.store.new_id("msg_"), call.args["thread_id"]
    about = new_message(id_, call.store.now(), thread, role, content)
    about |= {"attachments": body.raw("attachments") or [], "metadata": body.raw("metadata") or {}}
    return Message(about)


_THREAD = "/threads/{thread_id}"
_RUN = f"{_THREAD}/runs/{{run_id}}"
_THREADS = Collection(
    _THREAD,
    "thread",
    _Thread,
    change=replacing("metadata", "tool_resources"),
    deleted="thread.deleted",
    listed=False,
)
_MESSAGES = Collection(
    f"{_THREAD}/messages/{{message_id}}",
    "message",
    Message,
    parent=_THREADS,
    make=_make_message,
    change=replacing("metadata"),
    deleted="thread.message.deleted",
    filters=("run_id",),
)
_RUNS = Collection(_RUN, "run", Run, parent=_THREADS, change=replacing("metadata"))
_STEPS = Collection(f"{_RUN}/steps/{{step_id}}", "run step", Step, parent=_RUNS)


def _within(call: Call, **args: str) -> Call:
    return attrs.evolve(call, args={**call.args, **args})


def _check_idle(call: Call) -> None:
    for run in _RUNS.entries(call).values():
        if run.status in ACTIVE:
            thread, active = call.args["thread_id"], run.about["id"]
            message = f"Thread {thread} already has an active run {active}: it takes nothing until that ends."
            raise ApiError(400, message)


def _make_thread(call: Call, body: Body) -> Call:
    """A new thread; gives the call as if it had been made on that."""
    about: JsonObject = {
        "id": call.store.new_id("thread_"),
        "object": "thread",
        "created_at": call.store.now(),
        "metadata": body.raw("metadata") or {},
        "tool_resources": body.raw("tool_resources") or {},
    }
    within = _within(call, thread_id=str(about["id"]))
    messages = [_message(within, message) for message in body.objects("messages")]
    _THREADS.add(call, _Thread(about))
    for message in messages:
        _MESSAGES.add(within, message)
    return within


def _create(call: Call) -> Answer:
    return JsonAnswer(value=_THREADS.find(_make_thread(call, Body(json_body(call.request)))).value())


def _calls(call: Call, tools: list[Body], choice: Body) -> list[JsonObject]:
    """The function calls that a run makes: one of each function, unless the request says otherwise."""
    named = None
    if isinstance(choice.raw("tool_choice"), dict):
        chosen = choice.object("tool_choice")
        function = chosen.object("function") if chosen is not None else None
        named = function.text("name") if function is not None else None
    made: list[JsonObject] = []
    for tool in tools:
        function = tool.object("function")
        if function is None or choice.raw("tool_choice") == "none":
            continue
        function.require("name")
        if named in (None, function.text("name")):
            parameters = function.object("parameters")
            arguments = schema_text(parameters.fields, "") if parameters is not None else json.dumps({})
            inner: JsonObject = {"name": function.text("name"), "arguments": arguments}
            made.append({"id": call.store.new_id("call_"), "type": "function", "function": inner})
    return made


def _make_run(call: Call, body: Body) -> Run:
    """A run of the call's thread."""
    assistant = find_assistant(call, body.text("assistant_id"))
    _check_idle(call)
    added = [_message(call, message) for message in body.objects("additional_messages")]
    tools = Body({"tools": body.raw("tools") if body.has("tools") else assistant["tools"]}).objects("tools")
    instructions = [body.text("instructions") or assistant["instructions"] or ""]
    if body.has("additional_instructions"):
        instructions.append(body.text("additional_instructions"))
    created = call.store.now()
    about: JsonObject = {
        "id": call.store.new_id("run_"),
        "object": "thread.run",
        "created_at": created,
        "thread_id": call.args["thread_id"],
        "assistant_id": assistant["id"],
        "status": "queued",
        "required_action": None,
        "last_error": None,
        "expires_at": created + LIFE,
        "started_at": None,
        "cancelled_at": None,
        "failed_at": None,
        "completed_at": None,
        "incomplete_details": None,
        "usage": None,
        "model": body.text("model") or assistant["model"],
        "instructions": "\n".join(map(str, instructions)),
        "tools": [dict(tool.fields) for tool in tools],
        "metadata": body.raw("metadata") or {},
        "max_prompt_tokens": body.integer("max_prompt_tokens", low=1),
        "max_completion_tokens": body.integer("max_completion_tokens", low=1),
        "truncation_strategy": body.raw("truncation_strategy") or {"type": "auto", "last_messages": None},
        "tool_choice": body.raw("tool_choice") or "auto",
        "parallel_tool_calls": body.flag("parallel_tool_calls", default=True),
    }
    for name in ("temperature", "top_p", "response_format"):
        about[name] = body.raw(name) if body.has(name) else assistant[name]
    for message in added:
        _MESSAGES.add(call, message)
    within = _within(call, run_id=str(about["id"]))
    run = Run(
        about,
        store=call.store,
        messages=_MESSAGES.entries(call),
        steps=_STEPS.of(call.store, **within.args),
        calls=_calls(call, tools, body),
    )
    return _RUNS.add(call, run)


def _answer_run(run: Run, body: Body, seen: int = 0, first: Iterable[Event] = ()) -> Answer:
    """The run, or the stream of its events from number `seen` on, after some others."""
    if body.flag("stream"):
        return StreamAnswer(events=_chain(first, run.events(seen)))
    return hinted(run.value(), pending=run.pending)


def _chain(first: Iterable[Event], then: Iterable[Event]) -> Iterator[Event]:
    yield from first
    yield from then


def _run(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("assistant_id")
    return _answer_run(_make_run(call, body), body)


def _run_new(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("assistant_id")
    find_assistant(call, body.text("assistant_id"))
    within = _make_thread(call, body.object("thread") or Body({}))
    made = happens("thread.created", _THREADS.find(within).about)
    return _answer_run(_make_run(within, body), body, first=(made,))


def _cancel(call: Call) -> Answer:
    run = _RUNS.find(call)
    if run.status not in _CAN_CANCEL:
        message = f"Cannot cancel run with status '{run.status}'."
        raise ApiError(400, message)
    run.cancel()
    return hinted(run.value(), pending=True)


def _submit(call: Call) -> Answer:
    run = _RUNS.find(call)
    body = Body(json_body(call.request))
    body.require("tool_outputs")
    if run.status != "requires_action":
        message = f"Runs in status '{run.status}' do not accept tool outputs."
        raise ApiError(400, message)
    given = {one.text("tool_call_id"): one.text("output") for one in body.objects("tool_outputs")}
    if given.keys() != {str(call["id"]) for call in run.calls}:
        message = "There must be one output for each tool call of the run."
        raise ApiError(400, message, param="tool_outputs")
    seen = len(run.course.log)
    run.submit(given)
    return _answer_run(run, body, seen)


def _settled(handler: Handler) -> Handler:
    """A handler that finds the runs of the thread as far as they are by now."""

    def handle(call: Call) -> Answer:
        _THREADS.find(call)
        for run in _RUNS.entries(call).values():
            run.settle()
        return handler(call)

    return handle


_WITHIN = (
    *_THREADS.routes(),
    *_MESSAGES.routes(),
    *_RUNS.routes(),
    Route("POST", _RUNS.root, _run),
    Route("POST", f"{_RUN}/cancel", _cancel),
    Route("POST", f"{_RUN}/submit_tool_outputs", _submit),
    *_STEPS.routes(),
)
ROUTES = (
    Route("POST", "/threads", _create),
    Route("POST", "/threads/runs", _run_new),
    *(Route(route.verb, route.template, _settled(route.handler)) for route in _WITHIN),
)
