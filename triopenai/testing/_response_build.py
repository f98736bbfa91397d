"""Making a response: the object, the events that tell of it, and its course in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai.testing._answer import Event
from triopenai.testing._collections import Entry
from triopenai.testing._response_input import (
    builtin_tools,
    count_input,
    read_question,
    read_tools,
    structured_text,
)
from triopenai.testing._response_items import (
    OutputItem,
    builtin_item,
    call_item,
    message_item,
    reasoning_item,
)
from triopenai.testing._text import tokens
from triopenai.testing._tools import decide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Store
    from triopenai.testing._validate import Body

__all__ = ["StoredResponse", "build_response"]

#: A response in the background is queued for the first second and done after this many.
_BACKGROUND_SECONDS = 3.0
_QUEUED_SECONDS = 1.0
_ECHOED: Mapping[str, JsonValue] = {
    "background": False,
    "instructions": None,
    "max_output_tokens": None,
    "max_tool_calls": None,
    "metadata": {},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "prompt_cache_key": None,
    "safety_identifier": None,
    "store": True,
    "temperature": 1.0,
    "tool_choice": "auto",
    "top_logprobs": 0,
    "top_p": 1.0,
    "truncation": "disabled",
}


@final
@attrs.define(eq=False, kw_only=True)
class StoredResponse(Entry):
    """A response and what belongs to it.

    Attributes:
        about: The response as it begins: nothing put out, no usage.
        final: The response as it ends.
        events: The events of its stream.
        input: Its input as items.
        background: Whether it goes on by itself.
        cancelled: Whether it was cancelled before it ended.
    """

    final: JsonObject
    events: Sequence[Event]
    input: Sequence[JsonObject]
    background: bool
    cancelled: bool = False

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self.background and not self.cancelled and self.age < _BACKGROUND_SECONDS

    def value(self) -> JsonObject:
        if self.cancelled:
            return {**self.about, "status": "cancelled"}
        if not self.running:
            return self.final
        return {**self.about, "status": "queued" if self.age < _QUEUED_SECONDS else "in_progress"}


def _echo_tool(tool: Mapping[str, JsonValue]) -> JsonObject:
    match tool.get("type"):
        case "function":
            return {"description": None, "strict": True, "parameters": {}, **tool}
        case _:
            return dict(tool)


def _base(body: Body, store: Store, id_: str) -> JsonObject:
    base: JsonObject = {
        "id": id_,
        "object": "response",
        "created_at": store.now(),
        "status": "in_progress",
        "completed_at": None,
        "error": None,
        "incomplete_details": None,
        "model": body.text("model"),
        "output": [],
        "service_tier": "default",
        "tools": [_echo_tool(tool.fields) for tool in body.objects("tools")],
    }
    for name, default in _ECHOED.items():
        base[name] = body.raw(name) if body.has(name) else default
    reasoning = body.object("reasoning")
    base["reasoning"] = {"effort": None, "summary": None, **(reasoning.fields if reasoning else {})}
    text = body.object("text")
    base["text"] = {"format": {"type": "text"}, **(text.fields if text else {})}
    conversation = body.raw("conversation")
    if conversation is not None:
        base["conversation"] = {"id": conversation} if isinstance(conversation, str) else conversation
    return base


def _usage(body: Body, items: Sequence[JsonObject], output: Sequence[OutputItem]) -> JsonObject:
    asked = count_input(body, items)
    given = sum(item.cost for item in output)
    thought = sum(item.cost for item in output if item.done["type"] == "reasoning")
    return {
        "input_tokens": asked,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens": given,
        "output_tokens_details": {"reasoning_tokens": thought},
        "total_tokens": asked + given,
    }


def _output(body: Body, store: Store, items: Sequence[JsonObject]) -> tuple[list[OutputItem], bool]:
    """The items of the output, and whether they are complete."""
    asked = read_question(items)
    output: list[OutputItem] = []
    reasoning = body.object("reasoning")
    if reasoning is not None and reasoning.has("summary"):
        output.append(reasoning_item(store, f"**Thinking** about: {asked.question}"))
    tools, choice = read_tools(body)
    parallel = body.flag("parallel_tool_calls", default=True)
    answered = asked.result is not None
    calls = decide(tools, choice, asked.question, parallel=parallel, answered=answered)
    if calls:
        return output + [call_item(store, call) for call in calls], True
    for tool in () if answered else builtin_tools(body, asked.question):
        output += builtin_item(store, tool, asked.question)
    text = structured_text(body, asked.question)
    pieces = tokens(store.reply(asked.text, 0) if text is None else text)
    limit = body.integer("max_output_tokens", low=1)
    complete = limit is None or len(pieces) <= limit
    status = "completed" if complete else "incomplete"
    return [*output, message_item(store, "".join(pieces[:limit]), status)], complete


def _events(
    base: JsonObject, final: JsonObject, output: Sequence[OutputItem], started: float | None
) -> list[Event]:
    made: list[tuple[JsonObject, int]] = []
    if started is not None:
        queued: JsonObject = {**base, "status": "queued"}
        made.append(({"type": "response.created", "response": queued}, 0))
        made.append(({"type": "response.queued", "response": queued}, 0))
    else:
        made.append(({"type": "response.created", "response": base}, 0))
    early = len(made)
    made.append(({"type": "response.in_progress", "response": base}, 0))
    for index, item in enumerate(output):
        made += item.events(index)
    made.append(({"type": f"response.{final['status']}", "response": final}, 0))
    step = (_BACKGROUND_SECONDS - _QUEUED_SECONDS) / (len(made) - early - 1)
    events: list[Event] = []
    for number, (data, cost) in enumerate(made):
        at = None
        if started is not None and number >= early:
            at = started + _QUEUED_SECONDS + step * (number - early)
        numbered: JsonObject = {**data, "sequence_number": number}
        events.append(Event(data=numbered, name=str(data["type"]), tokens=cost, at=at))
    return events


def build_response(
    body: Body, store: Store, items: Sequence[JsonObject], before: Sequence[JsonObject]
) -> StoredResponse:
    """Answer a request whose fields were checked.

    Args:
        body: The request.
        store: What the sandbox remembers.
        items: The input.
        before: The items of the conversation so far.
    """
    base = _base(body, store, store.new_id("resp_"))
    output, complete = _output(body, store, items)
    background = body.flag("background")
    final: JsonObject = {
        **base,
        "status": "completed" if complete else "incomplete",
        "incomplete_details": None if complete else {"reason": "max_output_tokens"},
        "output": [item.done for item in output],
        "usage": _usage(body, [*before, *items], output),
    }
    started = trio.current_time()
    if complete:
        final["completed_at"] = store.unix(started + (_BACKGROUND_SECONDS if background else 0))
    return StoredResponse(
        base,
        since=started,
        final=final,
        events=_events(base, final, output, started if background else None),
        input=[*before, *items],
        background=background,
    )
