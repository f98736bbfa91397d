"""Folding the events of a response.

Events that carry the response replace the envelope; events of items and parts build its output. Each says
which item and part it means by index and by id; where a server leaves these out, the item that is being
written is meant, which is the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast, final

from triopenai._sansio.growing import grow, list_of

__all__ = ["RESPONSE_ENDS", "ResponseFold"]

RESPONSE_ENDS: Final = frozenset(
    {"response.completed", "response.incomplete", "response.failed", "response.cancelled", "error"}
)
_CALLS: Final = frozenset({"function_call", "custom_tool_call", "mcp_call"})

# Event (without "response." before and ".delta" or ".done" after): field of the item that its text goes into,
# and the type of an item to make if there is none.
_ITEM_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "function_call_arguments": ("arguments", "function_call"),
    "mcp_call_arguments": ("arguments", "mcp_call"),
    "custom_tool_call_input": ("input", "custom_tool_call"),
    "code_interpreter_call_code": ("code", "code_interpreter_call"),
}
# The same for parts of an item: list of parts, index in the event, type of the part, its field, type of item.
_PART_TEXTS: Final[Mapping[str, tuple[str, str, str, str, str]]] = {
    "output_text": ("content", "content_index", "output_text", "text", "message"),
    "refusal": ("content", "content_index", "refusal", "refusal", "message"),
    "reasoning_text": ("content", "content_index", "reasoning_text", "text", "reasoning"),
    "reasoning_summary_text": ("summary", "summary_index", "summary_text", "text", "reasoning"),
}
_PARTS: Final[Mapping[str, tuple[str, str, str]]] = {
    "content_part": ("content", "content_index", "message"),
    "reasoning_summary_part": ("summary", "summary_index", "reasoning"),
}

_Object = dict[str, object]


@final
class ResponseFold:
    """A `Response` growing from its events."""

    def __init__(self) -> None:
        self._top: _Object | None = None
        self._output: list[_Object] = []
        self._finished = False
        self._open_call = False

    @property
    def finished(self) -> bool:
        """Whether a terminal event or an error came."""
        return self._finished

    @property
    def in_tool_call(self) -> bool:
        """Whether a tool call's input has been begun and not ended."""
        return self._open_call and not self._finished

    def add(self, event: Mapping[str, object]) -> None:
        """Take an event."""
        kind = event.get("type")
        if not isinstance(kind, str):
            self._finished |= bool(event.get("error"))
            return
        self._finished |= kind in RESPONSE_ENDS
        carried = event.get("response")
        if isinstance(carried, Mapping):
            self._set_envelope(cast("Mapping[str, object]", carried))
            return
        subject, _, verb = kind.removeprefix("response.").rpartition(".")
        if subject == "output_item":
            self._add_item(event, verb)
        elif subject in _PARTS:
            self._add_part(event, *_PARTS[subject])
        elif subject == "output_text.annotation":
            self._add_annotation(event)
        elif verb in {"delta", "done"}:
            self._add_text(event, subject, verb)

    def snapshot(self) -> _Object | None:
        """The `Response` so far."""
        if self._top is None and not self._output:
            return None
        return {"object": "response", "status": "in_progress", **(self._top or {}), "output": self._output}

    def _set_envelope(self, response: Mapping[str, object]) -> None:
        self._top = {**(self._top or {}), **{name: response[name] for name in response if name != "output"}}
        output = response.get("output")
        if isinstance(output, list) and output:
            # Built anew, as the objects of an event are shared with whoever parsed it.
            self._output = [
                _copy(cast("Mapping[str, object]", one))
                for one in cast("list[object]", output)
                if isinstance(one, Mapping)
            ]

    def _add_item(self, event: Mapping[str, object], verb: str) -> None:
        item = event.get("item")
        if not isinstance(item, Mapping):
            return
        new = _copy(cast("Mapping[str, object]", item))
        identity = new.get("id")
        position = _index(event, "output_index")
        if position is None:
            position = next(
                (at for at, known in enumerate(self._output) if identity and known.get("id") == identity),
                len(self._output) - 1 if verb == "done" and self._unfinished(new) else len(self._output),
            )
        if position < len(self._output):
            self._output[position] = new
        else:
            self._output.append(new)
        self._open_call = verb == "added" and new.get("type") in _CALLS

    def _unfinished(self, item: _Object) -> bool:
        """Whether the last item is the one that an item without id or index ends."""
        return bool(self._output) and self._output[-1].get("type") == item.get("type") and not item.get("id")

    def _item(self, event: Mapping[str, object], make: str) -> _Object:
        """The item that an event means, made where there is none."""
        identity = event.get("item_id")
        position = _index(event, "output_index")
        if position is not None and position < len(self._output):
            return self._output[position]
        for known in self._output:
            if identity and known.get("id") == identity:
                return known
        if position is None and not identity:
            for known in reversed(self._output):
                if known.get("type") == make:
                    return known
        item: _Object = {"type": make, "status": "in_progress"}
        if isinstance(identity, str) and identity:
            item["id"] = identity
        if make == "message":
            item["role"] = "assistant"
        if make in {"message", "reasoning"}:
            item["content" if make == "message" else "summary"] = []
        self._output.append(item)
        return item

    def _add_part(self, event: Mapping[str, object], name: str, index: str, make: str) -> None:
        part = event.get("part")
        if not isinstance(part, Mapping):
            return
        parts = cast("list[_Object]", list_of(self._item(event, make), name))
        position = _index(event, index)
        ends = str(event.get("type")).endswith(".done")
        if position is None:
            position = len(parts) - 1 if ends else len(parts)
        new = _copy(cast("Mapping[str, object]", part))
        if 0 <= position < len(parts):
            parts[position] = new
        else:
            parts.append(new)

    def _add_annotation(self, event: Mapping[str, object]) -> None:
        if isinstance(event.get("annotation"), Mapping):
            part = self._part(event, "output_text")
            list_of(part, "annotations").append(_copy(cast("Mapping[str, object]", event["annotation"])))

    def _part(self, event: Mapping[str, object], subject: str) -> _Object:
        name, index, kind, field, make = _PART_TEXTS[subject]
        parts = cast("list[_Object]", list_of(self._item(event, make), name))
        position = _index(event, index)
        if position is None and parts and parts[-1].get("type") == kind:
            return parts[-1]
        if position is not None and position < len(parts):
            return parts[position]
        part: _Object = {"type": kind, field: ""}
        if kind == "output_text":
            part["annotations"] = []
        parts.append(part)
        return part

    def _add_text(self, event: Mapping[str, object], subject: str, verb: str) -> None:
        if subject in _ITEM_TEXTS:
            field, make = _ITEM_TEXTS[subject]
            owner = self._item(event, make)
            self._open_call = verb == "delta" and make in _CALLS
        elif subject in _PART_TEXTS:
            field = _PART_TEXTS[subject][3]
            owner = self._part(event, subject)
            self._open_call = False
        else:
            return
        if verb == "done":
            whole = event.get(field)
            if isinstance(whole, str):
                owner[field] = whole
            return
        delta = event.get("delta")
        if isinstance(delta, str):
            grow(owner, field, delta)
        logprobs = event.get("logprobs")
        if isinstance(logprobs, list) and logprobs:
            list_of(owner, "logprobs").extend(cast("list[object]", logprobs))


def _index(event: Mapping[str, object], name: str) -> int | None:
    value = event.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _copy(value: Mapping[str, object]) -> _Object:
    """A copy as deep as the fold goes in changing it."""
    copy = dict(value)
    for name in ("content", "summary"):
        parts = copy.get(name)
        if isinstance(parts, list):
            copy[name] = [
                dict(cast("Mapping[str, object]", one)) if isinstance(one, Mapping) else one
                for one in cast("list[object]", parts)
            ]
    return copy
