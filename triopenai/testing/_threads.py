"""Threads and their runs; messages, steps and the events of streams are made up elsewhere.

Theory of operation: a run is queued for a second and goes on for two more. One that has function tools then
wants their outputs, once, and goes on for another two seconds after it got them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

import attrs
import trio

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._progress import hinted
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_STARTS = 1.0
_WORKS = 2.0
_LIFE = 600
_THREADS = "threads"


@final
@attrs.define(eq=False)
class _Run:
    about: JsonObject
    since: float
    calls: list[JsonObject]
    answered: float | None = None
    cancelled: bool = False

    @property
    def status(self) -> str:
        if self.cancelled:
            return "cancelled"
        now = trio.current_time()
        if now - self.since < _STARTS:
            return "queued"
        if self.answered is not None:
            return "completed" if now - self.answered >= _WORKS else "in_progress"
        if now - self.since < _STARTS + _WORKS:
            return "in_progress"
        return "requires_action" if self.calls else "completed"

    @property
    def pending(self) -> bool:
        return self.status in ("queued", "in_progress")

    def value(self) -> JsonObject:
        status = self.status
        wanted: JsonValue = None
        if status == "requires_action":
            wanted = {
                "type": "submit_tool_outputs",
                "submit_tool_outputs": {"tool_calls": cast("JsonValue", self.calls)},
            }
        created = cast("int", self.about["created_at"])
        tokens: JsonObject = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
        return {
            **self.about,
            "status": status,
            "required_action": wanted,
            "started_at": None if status == "queued" else created + int(_STARTS),
            "completed_at": created + int(_STARTS + _WORKS) if status == "completed" else None,
            "cancelled_at": created if status == "cancelled" else None,
            "usage": tokens if status == "completed" else None,
        }


def _make_thread(call: Call, body: Body) -> JsonObject:
    thread: JsonObject = {
        "id": call.store.new_id("thread_"),
        "object": "thread",
        "created_at": call.store.now(),
        "metadata": body.raw("metadata") or {},
        "tool_resources": body.raw("tool_resources") or {},
    }
    call.store.table(_THREADS)[str(thread["id"])] = thread
    return thread


def _thread(call: Call) -> JsonObject:
    return call.find(_THREADS, call.args["thread_id"], "thread")


def _create(call: Call) -> Answer:
    return JsonAnswer(value=_make_thread(call, Body(json_body(call.request))))


def _retrieve(call: Call) -> Answer:
    return JsonAnswer(value=_thread(call))


def _update(call: Call) -> Answer:
    thread = _thread(call)
    body = Body(json_body(call.request))
    for name in ("metadata", "tool_resources"):
        if body.has(name):
            thread[name] = body.raw(name)
    return JsonAnswer(value=thread)


def _delete(call: Call) -> Answer:
    id_ = str(_thread(call)["id"])
    del call.store.table(_THREADS)[id_]
    return JsonAnswer(value={"id": id_, "object": "thread.deleted", "deleted": True})


def _make_run(call: Call, body: Body, thread: JsonObject) -> _Run:
    created = call.store.now()
    tools = body.objects("tools")
    about: JsonObject = {
        "id": call.store.new_id("run_"),
        "object": "thread.run",
        "created_at": created,
        "thread_id": thread["id"],
        "assistant_id": body.text("assistant_id"),
        "last_error": None,
        "expires_at": created + _LIFE,
        "failed_at": None,
        "incomplete_details": None,
        "model": body.text("model") or "gpt-4o",
        "instructions": body.text("instructions"),
        "tools": [dict(tool.fields) for tool in tools],
        "metadata": body.raw("metadata") or {},
        "temperature": body.raw("temperature"),
        "top_p": body.raw("top_p"),
        "max_prompt_tokens": body.raw("max_prompt_tokens"),
        "max_completion_tokens": body.raw("max_completion_tokens"),
        "truncation_strategy": body.raw("truncation_strategy") or {"type": "auto", "last_messages": None},
        "tool_choice": body.raw("tool_choice") or "auto",
        "parallel_tool_calls": body.flag("parallel_tool_calls", default=True),
        "response_format": body.raw("response_format") or "auto",
    }
    calls: list[JsonObject] = []
    for tool in tools:
        function = tool.object("function")
        if tool.text("type") == "function" and function is not None:
            name: JsonObject = {"name": function.text("name"), "arguments": "{}"}
            calls.append({"id": call.store.new_id("call_"), "type": "function", "function": name})
    run = _Run(about, trio.current_time(), calls)
    call.store.records(_Run)[str(about["id"])] = run
    return run


def _find(call: Call) -> _Run:
    id_ = call.args["run_id"]
    found = call.store.records(_Run).get(id_)
    if found is None or found.about["thread_id"] != _thread(call)["id"]:
        missing = not_found("run", id_)
        raise missing
    return found


def _made_up(call: Call, template: str) -> Answer:
    """Every kind of event once."""
    from triopenai.testing._generic import generic_routes  # noqa: PLC0415  # few tests need it, and it is slow

    routes = generic_routes()
    route = next(route for route in routes if (route.verb, route.template) == ("POST", template))
    return route.handler(call)


def _run(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("assistant_id")
    if body.flag("stream"):
        return _made_up(call, f"{_THREAD}/runs")
    return hinted(_make_run(call, body, _thread(call)).value(), pending=True)


def _run_new(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("assistant_id")
    if body.flag("stream"):
        return _made_up(call, "/threads/runs")
    thread = _make_thread(call, body.object("thread") or Body({}))
    return hinted(_make_run(call, body, thread).value(), pending=True)


def _run_retrieve(call: Call) -> Answer:
    run = _find(call)
    return hinted(run.value(), pending=run.pending)


def _run_list(call: Call) -> Answer:
    id_ = _thread(call)["id"]
    items = [run.value() for run in call.store.records(_Run).values() if run.about["thread_id"] == id_]
    return JsonAnswer(value=cursor_page(items, call.request.params))


def _run_update(call: Call) -> Answer:
    run = _find(call)
    body = Body(json_body(call.request))
    run.about["metadata"] = body.raw("metadata") or {}
    return JsonAnswer(value=run.value())


def _run_cancel(call: Call) -> Answer:
    run = _find(call)
    if not run.pending and run.status != "requires_action":
        message = f"Cannot cancel run with status '{run.status}'."
        raise ApiError(400, message)
    run.cancelled = True
    return JsonAnswer(value=run.value())


def _submit(call: Call) -> Answer:
    run = _find(call)
    body = Body(json_body(call.request))
    body.require("tool_outputs")
    if body.flag("stream"):
        return _made_up(call, f"{_RUN}/submit_tool_outputs")
    if run.status != "requires_action":
        message = f"Runs in status '{run.status}' do not accept tool outputs."
        raise ApiError(400, message)
    given = {output.text("tool_call_id") for output in body.objects("tool_outputs")}
    if given != {str(call["id"]) for call in run.calls}:
        message = "There must be one output for each tool call of the run."
        raise ApiError(400, message, param="tool_outputs")
    run.answered = trio.current_time()
    return hinted(run.value(), pending=True)


_THREAD = "/threads/{thread_id}"
_RUN = f"{_THREAD}/runs/{{run_id}}"
ROUTES = (
    Route("POST", "/threads", _create),
    Route("POST", "/threads/runs", _run_new),
    Route("GET", _THREAD, _retrieve),
    Route("POST", _THREAD, _update),
    Route("DELETE", _THREAD, _delete),
    Route("POST", f"{_THREAD}/runs", _run),
    Route("GET", f"{_THREAD}/runs", _run_list),
    Route("GET", _RUN, _run_retrieve),
    Route("POST", _RUN, _run_update),
    Route("POST", f"{_RUN}/cancel", _run_cancel),
    Route("POST", f"{_RUN}/submit_tool_outputs", _submit),
)
