"""Folding chunks of chat completions and of completions.

A delta is merged into what it continues by a few rules: text grows, lists of log probabilities grow, tool
calls are found by their index, and what names a thing (ids, roles, types) is set, not joined.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Final, cast, final

from triopenai._sansio.growing import grow, list_of
from triopenai._sansio.jsontext import parse_json

__all__ = ["ChatFold", "CompletionFold"]

_SET_ONCE: Final = frozenset({"id", "type", "role", "index", "object", "model", "format"})
_NOTHING: Final = (None, "")
_ENVELOPE_SKIPPED: Final = frozenset({"choices", "object", "obfuscation"})


class _ChoicesFold(ABC):
    """What both have: choices that grow, and what is said of the answer as a whole."""

    def __init__(self) -> None:
        self._top: dict[str, object] = {}
        self._choices: dict[int, dict[str, object]] = {}
        self._failed = False

    @property
    def finished(self) -> bool:
        """Whether every choice that was begun has its finish reason, or the stream reported an error."""
        return self._failed or _all_finished(self._choices)

    def add(self, event: Mapping[str, object]) -> None:
        """Take a chunk."""
        self._failed |= _reports_error(event)
        _set_envelope(self._top, event)
        for entry in _objects(event.get("choices")):
            choice = _choice(self._choices, entry, self._start())
            self._grow(choice, entry)
            _add_logprobs(choice, entry.get("logprobs"))
            _finish_choice(choice, entry)

    @abstractmethod
    def _start(self) -> dict[str, object]:
        """What a choice begins as."""

    @abstractmethod
    def _grow(self, choice: dict[str, object], entry: Mapping[str, object]) -> None:
        """Add what an entry brings."""


@final
class ChatFold(_ChoicesFold):
    """A `ChatCompletion` growing from its chunks."""

    def __init__(self) -> None:
        super().__init__()
        self._open_call: Mapping[str, object] | None = None

    @property
    def in_tool_call(self) -> bool:
        """Whether the last delta belongs to a tool call whose input is not whole."""
        return self._open_call is not None and not self.finished and not _is_whole(self._open_call)

    def _start(self) -> dict[str, object]:
        return {"message": {"role": "assistant", "content": None, "refusal": None}}

    def _grow(self, choice: dict[str, object], entry: Mapping[str, object]) -> None:
        delta = entry.get("delta")
        if delta is None:
            # Servers that send the last chunk in the form of a whole answer.
            delta = entry.get("message")
        if isinstance(delta, Mapping):
            self._add_delta(choice, cast("Mapping[str, object]", delta))

    def _add_delta(self, choice: dict[str, object], delta: Mapping[str, object]) -> None:
        message = cast("dict[str, object]", choice["message"])
        for name, value in delta.items():
            if value is None:
                message.setdefault(name, None)
            elif name == "tool_calls":
                calls = list_of(message, "tool_calls")
                parts = _objects(value)
                for position, part in enumerate(parts):
                    call = _tool_call(calls, part, position if len(parts) > 1 else -1)
                    _merge(call, part)
                    self._open_call = call
            else:
                _merge_one(message, name, value)
                if name == "function_call":
                    self._open_call = {name: message[name]}
                elif value and name != "role":
                    self._open_call = None

    def message(self, index: int) -> Mapping[str, object]:
        """The message of a choice so far, its tool calls with their indices; nothing if there is none."""
        choice = self._choices.get(index)
        return {} if choice is None else cast("Mapping[str, object]", choice["message"])

    def snapshot(self) -> dict[str, object] | None:
        """The `ChatCompletion` so far."""
        if not self._top and not self._choices:
            return None
        choices = [
            {**choice, "message": _without_indices(cast("Mapping[str, object]", choice["message"]))}
            for choice in _in_order(self._choices)
        ]
        return {**self._top, "object": "chat.completion", "choices": choices}


@final
class CompletionFold(_ChoicesFold):
    """A `Completion` growing from its chunks."""

    @property
    def in_tool_call(self) -> bool:
        """Never: completions call no tools."""
        return False

    def _start(self) -> dict[str, object]:
        return {"text": ""}

    def _grow(self, choice: dict[str, object], entry: Mapping[str, object]) -> None:
        text = entry.get("text")
        if isinstance(text, str):
            grow(choice, "text", text)

    def snapshot(self) -> dict[str, object] | None:
        """The `Completion` so far."""
        if not self._top and not self._choices:
            return None
        return {**self._top, "object": "text_completion", "choices": _in_order(self._choices)}


def _objects(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list):
        return []
    return [one for one in cast("list[object]", value) if isinstance(one, Mapping)]


def _reports_error(event: Mapping[str, object]) -> bool:
    return bool(event.get("error")) and "choices" not in event


def _set_envelope(top: dict[str, object], event: Mapping[str, object]) -> None:
    if event.get("choices") is None and event.get("usage") is None and event.get("id") is None:
        return
    for name, value in event.items():
        if name not in _ENVELOPE_SKIPPED and (value not in _NOTHING or name not in top):
            top[name] = value


def _choice(
    choices: dict[int, dict[str, object]], entry: Mapping[str, object], start: dict[str, object]
) -> dict[str, object]:
    """The choice that an entry continues; without an index it is the first."""
    index = entry.get("index")
    if isinstance(index, bool) or not isinstance(index, int):
        index = 0
    found = choices.get(index)
    if found is None:
        found = choices[index] = {"index": index, "finish_reason": None, "logprobs": None, **start}
    return found


def _finish_choice(choice: dict[str, object], entry: Mapping[str, object]) -> None:
    for name, value in entry.items():
        if name in {"index", "delta", "message", "text", "logprobs"}:
            continue
        if value not in _NOTHING or name not in choice:
            choice[name] = value


def _all_finished(choices: Mapping[int, Mapping[str, object]]) -> bool:
    return bool(choices) and all(bool(choice.get("finish_reason")) for choice in choices.values())


def _in_order(choices: Mapping[int, dict[str, object]]) -> list[dict[str, object]]:
    return [choices[index] for index in sorted(choices)]


def _add_logprobs(choice: dict[str, object], value: object) -> None:
    if not isinstance(value, Mapping):
        return
    known = choice["logprobs"]
    if not isinstance(known, dict):
        known = choice["logprobs"] = {}
    logprobs = cast("dict[str, object]", known)
    for name, part in cast("Mapping[str, object]", value).items():
        if isinstance(part, list):
            list_of(logprobs, name).extend(cast("list[object]", part))
        elif part is not None or name not in logprobs:
            logprobs[name] = part


def _tool_call(calls: list[object], part: Mapping[str, object], position: int) -> dict[str, object]:
    """The tool call that a part continues.

    Without an index a new id begins a new call, a known id goes on with its own, and no id goes on with the
    call that stands in the same place if the delta has several, else with the last one. Servers that give
    every call the index 0 are known by a new id that comes with a name.
    """
    known = cast("list[dict[str, object]]", calls)
    index = part.get("index")
    identity = part.get("id")
    if isinstance(index, int):
        for call in reversed(known):
            if call.get("index") == index:
                if not _begins_another(call, part):
                    return call
                break
    elif identity:
        for call in known:
            if call.get("id") == identity:
                return call
    elif known:
        return known[position] if position < len(known) else known[-1]
    new: dict[str, object] = {"index": index if isinstance(index, int) else len(known)}
    known.append(new)
    known.sort(key=_call_index)
    return new


def _begins_another(call: Mapping[str, object], part: Mapping[str, object]) -> bool:
    old, new = call.get("id"), part.get("id")
    if not old or not new or old == new:
        return False
    return any(isinstance(inner, Mapping) and "name" in inner for inner in part.values())


def _is_whole(call: Mapping[str, object]) -> bool:
    """Whether a call's arguments are JSON already; of free text there is no telling."""
    function = call.get("function") or call.get("function_call")
    if not isinstance(function, Mapping):
        return False
    arguments = cast("Mapping[str, object]", function).get("arguments")
    return isinstance(arguments, str) and parse_json(arguments) is not None


def _without_indices(message: Mapping[str, object]) -> Mapping[str, object]:
    """A message as answers have it: there the order of the tool calls says what the stream's index said."""
    if "tool_calls" not in message:
        return message
    calls = [
        {name: value for name, value in call.items() if name != "index"}
        for call in _objects(message["tool_calls"])
    ]
    return {**message, "tool_calls": calls or None}


def _call_index(call: Mapping[str, object]) -> int:
    return cast("int", call["index"])


def _merge(target: dict[str, object], delta: Mapping[str, object]) -> None:
    for name, value in delta.items():
        if value is None:
            target.setdefault(name, None)
        else:
            _merge_one(target, name, value)


def _merge_one(target: dict[str, object], name: str, value: object) -> None:
    if name in _SET_ONCE:
        if not target.get(name):
            target[name] = value
    elif isinstance(value, str):
        # Some servers repeat a function's name with every part of its arguments.
        if name != "name" or target.get(name) != value:
            grow(target, name, value)
    elif isinstance(value, Mapping):
        old = target.get(name)
        if not isinstance(old, dict):
            old = target[name] = {}
        _merge(cast("dict[str, object]", old), cast("Mapping[str, object]", value))
    elif isinstance(value, list):
        list_of(target, name).extend(cast("list[object]", value))
    else:
        target[name] = value
