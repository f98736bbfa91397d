"""Messages and steps of a run as they begin, and the events of their growing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai.testing._answer import Event, JsonObject, JsonValue
from triopenai.testing._text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._validate import Body

__all__ = [
    "DONE",
    "call_deltas",
    "happens",
    "message_deltas",
    "new_message",
    "new_step",
    "plain_text",
    "read_content",
    "text_part",
]

DONE = Event(data="[DONE]", name="done")


def happens(name: str, about: JsonObject) -> Event:
    """An event that shows an object as it is now."""
    return Event(data=dict(about), name=name)


def text_part(text: str) -> JsonObject:
    """Text as a part of a message."""
    return {"type": "text", "text": {"value": text, "annotations": []}}


def read_content(body: Body) -> list[JsonValue]:
    """The parts of a message, from the content in a request.

    Raises:
        ApiError: It has the wrong form (400).
    """
    body.require("content")
    content = body.raw("content")
    if isinstance(content, str):
        return [text_part(content)]
    parts: list[JsonValue] = []
    for part in body.objects("content", empty=False):
        part.require("type")
        kind = part.choice("type", ("text", "image_url", "image_file"), "text")
        part.require(kind)
        parts.append(text_part(part.text("text")) if kind == "text" else dict(part.fields))
    return parts


def plain_text(about: JsonObject) -> str:
    """The text of a message."""
    parts = cast("list[JsonObject]", about["content"])
    return " ".join(str(cast("JsonObject", part["text"])["value"]) for part in parts if "text" in part)


def new_message(id_: str, created: int, thread_id: str, role: str, content: list[JsonValue]) -> JsonObject:
    """A message, complete; the caller changes what is different."""
    return {
        "id": id_,
        "object": "thread.message",
        "created_at": created,
        "thread_id": thread_id,
        "status": "completed",
        "incomplete_details": None,
        "completed_at": created,
        "incomplete_at": None,
        "role": role,
        "content": content,
        "assistant_id": None,
        "run_id": None,
        "attachments": [],
        "metadata": {},
    }


def new_step(id_: str, created: int, run: JsonObject, details: JsonObject) -> JsonObject:
    """A step that has just begun."""
    return {
        "id": id_,
        "object": "thread.run.step",
        "created_at": created,
        "assistant_id": run["assistant_id"],
        "thread_id": run["thread_id"],
        "run_id": run["id"],
        "type": details["type"],
        "status": "in_progress",
        "step_details": details,
        "last_error": None,
        "expired_at": None,
        "cancelled_at": None,
        "failed_at": None,
        "completed_at": None,
        "metadata": {},
        "usage": None,
    }


def message_deltas(id_: JsonValue, pieces: list[str]) -> Iterator[Event]:
    """A message's text, token by token."""
    for number, piece in enumerate(pieces):
        text: JsonObject = {"value": piece}
        if number == 0:
            text["annotations"] = []
        delta: JsonObject = {"content": [{"index": 0, "type": "text", "text": text}]}
        about: JsonObject = {"id": id_, "object": "thread.message.delta", "delta": delta}
        yield Event(data=about, name="thread.message.delta", tokens=1)


def call_deltas(id_: JsonValue, calls: list[JsonObject]) -> Iterator[Event]:
    """The function calls of a step, token by token."""
    for index, call in enumerate(calls):
        function = cast("JsonObject", call["function"])
        start: JsonObject = {"name": function["name"], "arguments": "", "output": None}
        yield _call_delta(id_, {"index": index, "id": call["id"], "type": "function", "function": start})
        for piece in tokens(str(function["arguments"])):
            yield _call_delta(id_, {"index": index, "type": "function", "function": {"arguments": piece}})


def _call_delta(id_: JsonValue, call: JsonObject) -> Event:
    details: JsonObject = {"type": "tool_calls", "tool_calls": [call]}
    about: JsonObject = {"id": id_, "object": "thread.run.step.delta", "delta": {"step_details": details}}
    return Event(data=about, name="thread.run.step.delta", tokens=1)
