"""Folding the events of a run of an assistant: the run, its steps, and the messages that it writes.

An event's data is the run, step or message itself, which replaces what is known of it, or a delta, which is
merged in: parts are found by their index, texts grow, everything else is set.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast, final

from triopenai._sansio.growing import grow, list_of
from triopenai._sansio.jsontext import parse_json

__all__ = ["RUN_ENDS", "AssistantFold"]

RUN_ENDS: Final = frozenset(
    {
        "error",
        *(
            f"thread.run.{status}"
            for status in ("completed", "incomplete", "failed", "cancelled", "expired", "requires_action")
        ),
    }
)
_GROWING: Final = frozenset({"value", "refusal", "input", "logs", "arguments", "output"})

_Object = dict[str, object]


@final
class AssistantFold:
    """A `Run` growing from its events, with its steps and messages.

    Attributes:
        run: The run as it was last told, or None.
        steps: The steps by their ids, in the order in which they began.
        messages: The messages, likewise.
        step: The id of the step that is going on, or None.
        message: The id of the message that was last written to, or None.
    """

    def __init__(self) -> None:
        self.run: _Object | None = None
        self.steps: dict[str, _Object] = {}
        self.messages: dict[str, _Object] = {}
        self.step: str | None = None
        self.message: str | None = None
        self._finished = False

    @property
    def finished(self) -> bool:
        """Whether the run came to its end, to a wait for outputs of tools, or to an error."""
        return self._finished

    @property
    def in_tool_call(self) -> bool:
        """Whether the step that is going on calls a function whose arguments are not whole."""
        if self._finished or self.step is None:
            return False
        details = self.steps[self.step].get("step_details")
        calls = (
            cast("Mapping[str, object]", details).get("tool_calls") if isinstance(details, Mapping) else None
        )
        last = cast("list[object]", calls)[-1] if isinstance(calls, list) and calls else None
        function = cast("Mapping[str, object]", last).get("function") if isinstance(last, Mapping) else None
        if not isinstance(function, Mapping):
            return False
        arguments = cast("Mapping[str, object]", function).get("arguments")
        return isinstance(arguments, str) and parse_json(arguments) is None

    def add(self, event: Mapping[str, object]) -> None:
        """Take an event: its name in `event`, its data in `data`."""
        name, data = event.get("event"), event.get("data")
        if not isinstance(name, str) or not isinstance(data, Mapping):
            return
        value = cast("Mapping[str, object]", data)
        self._finished |= name in RUN_ENDS
        if name.startswith("thread.run.step."):
            self._add_step(name.removeprefix("thread.run.step."), value)
        elif name.startswith("thread.run."):
            self.run = dict(value)
            if name in RUN_ENDS:
                self.step = None
        elif name.startswith("thread.message."):
            identity = _identity(value)
            self.message = identity
            _take(self.messages, identity, value, is_delta=name.endswith(".delta"))

    def snapshot(self) -> _Object | None:
        """The `Run` so far."""
        return self.run

    def _add_step(self, verb: str, value: Mapping[str, object]) -> None:
        identity = _identity(value)
        _take(self.steps, identity, value, is_delta=verb == "delta")
        goes_on = verb in {"created", "in_progress", "delta"}
        self.step = identity if goes_on else None


def _identity(value: Mapping[str, object]) -> str:
    identity = value.get("id")
    return identity if isinstance(identity, str) else ""


def _take(known: dict[str, _Object], identity: str, value: Mapping[str, object], *, is_delta: bool) -> None:
    if not is_delta:
        known[identity] = cast("_Object", _copy(value))
        return
    target = known.setdefault(identity, {"id": identity})
    delta = value.get("delta")
    if isinstance(delta, Mapping):
        _merge(target, cast("Mapping[str, object]", delta))


def _copy(value: object) -> object:
    """A copy that merging may change. Indices are left out: answers have none, the order says the same."""
    if isinstance(value, Mapping):
        return {
            name: _copy(part) for name, part in cast("Mapping[str, object]", value).items() if name != "index"
        }
    if isinstance(value, list):
        return [_copy(part) for part in cast("list[object]", value)]
    return value


def _merge(target: _Object, delta: Mapping[str, object]) -> None:
    for name, value in delta.items():
        if value is None:
            target.setdefault(name, None)
        elif name in _GROWING and isinstance(value, str):
            grow(target, name, value)
        elif isinstance(value, Mapping):
            old = target.get(name)
            if not isinstance(old, dict):
                old = target[name] = {}
            _merge(cast("_Object", old), cast("Mapping[str, object]", value))
        elif isinstance(value, list):
            parts = list_of(target, name)
            for part in cast("list[object]", value):
                _merge_part(parts, part)
        elif name != "index":
            target[name] = value


def _merge_part(parts: list[object], part: object) -> None:
    if not isinstance(part, Mapping):
        parts.append(part)
        return
    delta = cast("Mapping[str, object]", part)
    index = delta.get("index")
    # Parts begin in their order, so that an index beyond the last one is the next.
    old = parts[index] if isinstance(index, int) and 0 <= index < len(parts) else None
    if isinstance(old, dict):
        _merge(cast("_Object", old), delta)
        return
    new: _Object = {}
    parts.append(new)
    _merge(new, delta)
