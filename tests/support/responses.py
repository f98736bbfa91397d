"""The events of responses, as a server sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tests.support.fakes import FakeResponse, events

if TYPE_CHECKING:
    from collections.abc import Sequence

JsonObject: TypeAlias = dict[str, object]


def response(status: str = "in_progress", output: Sequence[object] = (), **more: object) -> JsonObject:
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": "gpt-5",
        "status": status,
        "output": list(output),
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        **more,
    }


def message(text: str | None, status: str = "completed") -> JsonObject:
    content = [] if text is None else [{"type": "output_text", "text": text, "annotations": []}]
    return {"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": content}


def numbered(found: list[JsonObject]) -> list[JsonObject]:
    return [{**event, "sequence_number": number} for number, event in enumerate(found)]


def writes(*pieces: str, end: str = "completed", **more: object) -> list[JsonObject]:
    """The events of a message."""
    text = "".join(pieces)
    at: JsonObject = {"output_index": 0, "content_index": 0, "item_id": "msg_1"}
    begun = {"type": "output_text", "text": "", "annotations": []}
    whole = {"type": "output_text", "text": text, "annotations": []}
    delta = "response.output_text.delta"
    return numbered(
        [
            {"type": "response.created", "response": response()},
            {"type": "response.output_item.added", "output_index": 0, "item": message(None, "in_progress")},
            {"type": "response.content_part.added", **at, "part": begun},
            *({"type": delta, **at, "delta": piece, "logprobs": []} for piece in pieces),
            {"type": "response.output_text.done", **at, "text": text, "logprobs": []},
            {"type": "response.content_part.done", **at, "part": whole},
            {"type": "response.output_item.done", "output_index": 0, "item": message(text)},
            {"type": f"response.{end}", "response": response(end, [message(text)], **more)},
        ]
    )


def sent(script: list[JsonObject]) -> FakeResponse:
    return events(*script, done=False)
