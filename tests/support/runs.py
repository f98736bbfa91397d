"""The events of an assistant's run, as the API sends them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.fakes import SSE, FakeResponse

if TYPE_CHECKING:
    from tests.support.fakes import Piece

__all__ = ["CODE", "DONE", "TEXT", "WAITS", "named", "run_events"]

Json = dict[str, object]
Named = tuple[str, object]

DONE: Named = ("done", "[DONE]")


def run(status: str, **more: object) -> Json:
    return {
        "id": "run_1",
        "object": "thread.run",
        "created_at": 1,
        "thread_id": "th_1",
        "assistant_id": "asst_1",
        "status": status,
        **more,
    }


def step(identity: str, status: str, details: Json) -> Json:
    return {
        "id": identity,
        "object": "thread.run.step",
        "created_at": 1,
        "run_id": "run_1",
        "status": status,
        "type": details["type"],
        "step_details": details,
    }


def message(status: str, *content: Json) -> Json:
    return {
        "id": "msg_1",
        "object": "thread.message",
        "created_at": 1,
        "role": "assistant",
        "status": status,
        "content": list(content),
    }


def text(value: str, *annotations: Json) -> Json:
    return {"type": "text", "text": {"value": value, "annotations": list(annotations)}}


def _message_delta(*parts: Json) -> Named:
    delta = {"id": "msg_1", "object": "thread.message.delta", "delta": {"content": list(parts)}}
    return "thread.message.delta", delta


def _calls_delta(*calls: Json) -> Named:
    details = {"type": "tool_calls", "tool_calls": list(calls)}
    delta = {"id": "step_1", "object": "thread.run.step.delta", "delta": {"step_details": details}}
    return "thread.run.step.delta", delta


def _code(**code: object) -> Json:
    return {"index": 0, "type": "code_interpreter", "code_interpreter": code}


def _function(**function: object) -> Json:
    return {"index": 1, "type": "function", "function": function}


IMAGE: Json = {"type": "image_file", "image_file": {"file_id": "file_1"}}
CITED: Json = {"type": "file_path", "text": "x", "start_index": 0, "end_index": 1}
OUTPUT: Json = {"type": "logs", "logs": "1\n2\n"}
CODE_CALL: Json = {
    "id": "call_1",
    "type": "code_interpreter",
    "code_interpreter": {"input": "print(1)", "outputs": [OUTPUT]},
}
FUNCTION_CALL: Json = {
    "id": "call_2",
    "type": "function",
    "function": {"name": "f", "arguments": '{"a": 1}', "output": None},
}
NO_CALLS: Json = {"type": "tool_calls", "tool_calls": []}
CALLS: Json = {"type": "tool_calls", "tool_calls": [CODE_CALL, FUNCTION_CALL]}
WRITES: Json = {"type": "message_creation", "message_creation": {"message_id": "msg_1"}}

CODE: list[Named] = [
    ("thread.run.step.created", step("step_1", "in_progress", NO_CALLS)),
    ("thread.run.step.in_progress", step("step_1", "in_progress", NO_CALLS)),
    _calls_delta({"id": "call_1", **_code(input="pri", outputs=[])}),
    _calls_delta(_code(input="nt(1)")),
    _calls_delta(_code(outputs=[{"index": 0, "type": "logs", "logs": "1\n"}])),
    _calls_delta(_code(outputs=[{"index": 0, "type": "logs", "logs": "2\n"}])),
    _calls_delta({"id": "call_2", **_function(name="f", arguments="", output=None)}),
    _calls_delta(_function(arguments='{"a":')),
    _calls_delta(_function(arguments=" 1}")),
]
"""A step that runs code, and calls a function."""

TEXT: list[Named] = [
    ("thread.run.step.created", step("step_2", "in_progress", WRITES)),
    ("thread.message.created", message("in_progress")),
    ("thread.message.in_progress", message("in_progress")),
    _message_delta({"index": 0, **text("Hel")}),
    _message_delta({"index": 0, "type": "text", "text": {"value": "lo"}}),
    _message_delta(
        {"index": 0, "type": "text", "text": {"annotations": [{"index": 0, **CITED}]}}, {"index": 1, **IMAGE}
    ),
    _message_delta({"index": 2, **text("Bye")}),
    ("thread.message.completed", message("completed", text("Hello", CITED), IMAGE, text("Bye"))),
    ("thread.run.step.completed", step("step_2", "completed", WRITES)),
]
"""A step that writes a message of two texts and an image."""

_CODE_ENDS: Named = ("thread.run.step.completed", step("step_1", "completed", CALLS))
_ACTION: Json = {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": []}}
WAITS: Named = ("thread.run.requires_action", run("requires_action", required_action=_ACTION))


def run_events(status: str = "completed") -> list[Named]:
    """A whole run, which ends with a status."""
    return [
        ("thread.run.created", run("queued")),
        ("thread.run.in_progress", run("in_progress")),
        *CODE,
        _CODE_ENDS,
        *TEXT,
        (f"thread.run.{status}", run(status)),
    ]


def named(*events: Named | Exception | float) -> FakeResponse:
    """A stream of events with names."""
    script: list[Piece] = []
    for event in events:
        if isinstance(event, tuple):
            name, data = event
            value = data if isinstance(data, str) else json.dumps(data)
            script.append(f"event: {name}\ndata: {value}\n\n".encode())
        else:
            script.append(event)
    return FakeResponse(200, {**SSE, "x-request-id": "req_s"}, script)
