"""One response of a realtime session, event by event."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast, final

from triopenai.testing._text import count_tokens, tokens
from triopenai.testing._tools import Tool, ToolChoice, decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Store

__all__ = ["Speech", "silence", "speak", "spoken_text"]

#: Bytes of 16-bit sound at 24 kHz that stand for one token.
_TOKEN_BYTES: Final = 480


@final
class Speech:
    """A response that is being given.

    Attributes:
        id: Its id.
        cancelled: Whether the client wants no more of it.
    """

    def __init__(self, store: Store, asked: JsonObject, question: str) -> None:
        self.id = store.new_id("resp_")
        self.cancelled = False
        self.item_id = store.new_id("item_")
        self.call_id = store.new_id("call_")
        modalities = asked.get("modalities") or asked.get("output_modalities")
        self.in_sound = isinstance(modalities, list) and "audio" in modalities
        self.question = question
        self.text = store.reply(question, 0)
        self.tools = _tools(asked)


def _tools(asked: JsonObject) -> list[Tool]:
    found: list[Tool] = []
    for tool in cast("Sequence[JsonValue]", asked.get("tools") or ()):
        if isinstance(tool, Mapping) and tool.get("type") == "function":
            parameters = tool.get("parameters")
            found.append(Tool(str(tool.get("name")), parameters if isinstance(parameters, Mapping) else {}))
    return found


def spoken_text(items: Sequence[JsonObject]) -> str:
    """What was said last by the user, as far as there is text of it."""
    for item in reversed(items):
        if item.get("role") == "user":
            parts = cast("Sequence[Mapping[str, JsonValue]]", item.get("content") or ())
            texts = [part.get("text") or part.get("transcript") for part in parts]
            return " ".join(text for text in texts if isinstance(text, str))
    return ""


def silence(count: int) -> str:
    """The sound of so many tokens: nothing, in base64."""
    return base64.b64encode(bytes(count * _TOKEN_BYTES)).decode("ascii")


def speak(speech: Speech) -> Iterator[JsonObject]:
    """The events of a response, until it ends or is cancelled."""
    calls = decide(speech.tools, ToolChoice(), speech.question, parallel=False, answered=False)
    yield {"type": "response.created", "response": _response(speech, "in_progress", [])}
    if calls:
        name, arguments = calls[0].tool.name, calls[0].arguments
        item: JsonObject = {"type": "function_call", "name": name, "call_id": speech.call_id}
        item["arguments"] = arguments
        yield from _item(speech, item, "arguments", _call_events(speech, name, arguments))
    else:
        kind = "output_audio" if speech.in_sound else "output_text"
        part: JsonObject = {"type": kind, "transcript" if speech.in_sound else "text": speech.text}
        item = {"type": "message", "role": "assistant", "content": [part]}
        yield from _item(speech, item, "content", _part_events(speech, part))
    item = {**item, "id": speech.item_id, "object": "realtime.item"}
    status = "cancelled" if speech.cancelled else "completed"
    yield {"type": "response.done", "response": _response(speech, status, [{**item, "status": status}])}


def _response(speech: Speech, status: str, output: list[JsonValue]) -> JsonObject:
    given = count_tokens(speech.text) if output else 0
    asked = count_tokens(speech.question)
    usage: JsonObject = {"input_tokens": asked, "output_tokens": given, "total_tokens": asked + given}
    return {
        "id": speech.id,
        "object": "realtime.response",
        "status": status,
        "status_details": None,
        "output": output,
        "output_modalities": ["audio" if speech.in_sound else "text"],
        "max_output_tokens": "inf",
        "metadata": None,
        "usage": usage if output else None,
    }


def _item(
    speech: Speech, item: JsonObject, filled: str, events: Iterator[JsonObject]
) -> Iterator[JsonObject]:
    whole: JsonObject = {**item, "id": speech.item_id, "object": "realtime.item", "status": "completed"}
    begun: JsonObject = {**whole, "status": "in_progress", filled: [] if filled == "content" else ""}
    where: JsonObject = {"response_id": speech.id, "output_index": 0}
    yield {"type": "response.output_item.added", **where, "item": begun}
    for event in events:
        yield {**event, **where, "item_id": speech.item_id}
    if speech.cancelled:
        whole = {**whole, "status": "incomplete"}
    yield {"type": "response.output_item.done", **where, "item": whole}


def _call_events(speech: Speech, name: str, arguments: str) -> Iterator[JsonObject]:
    kind = "response.function_call_arguments"
    for piece in tokens(arguments):
        if not speech.cancelled:
            yield {"type": f"{kind}.delta", "call_id": speech.call_id, "delta": piece}
    if not speech.cancelled:
        yield {"type": f"{kind}.done", "call_id": speech.call_id, "name": name, "arguments": arguments}


def _part_events(speech: Speech, part: JsonObject) -> Iterator[JsonObject]:
    where: JsonObject = {"content_index": 0}
    empty: JsonObject = {key: value if key == "type" else "" for key, value in part.items()}
    shown = "audio" if speech.in_sound else "text"
    yield {
        "type": "response.content_part.added",
        **where,
        "part": {**empty, "type": shown},
    }
    kind = "response.output_audio_transcript" if speech.in_sound else "response.output_text"
    for piece in tokens(speech.text):
        if speech.cancelled:
            return
        yield {"type": f"{kind}.delta", **where, "delta": piece}
        if speech.in_sound:
            yield {"type": "response.output_audio.delta", **where, "delta": silence(1)}
    if speech.in_sound:
        yield {"type": "response.output_audio.done", **where}
        yield {"type": f"{kind}.done", **where, "transcript": speech.text}
    else:
        yield {"type": f"{kind}.done", **where, "text": speech.text}
    yield {"type": "response.content_part.done", **where, "part": {**part, "type": shown}}
