"""A chat completion as the chunks of its stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai.testing._answer import DONE, Event, JsonObject, JsonValue
from triopenai.testing._chat_choice import Choice, IdentifiedCall, logprob
from triopenai.testing._text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._validate import Body

__all__ = ["chunks"]


def _deltas(choice: Choice) -> Iterator[tuple[JsonObject, JsonValue, int]]:
    if not choice.calls:
        yield {"role": "assistant", "content": "", "refusal": None}, None, 0
    for number, call in enumerate(choice.calls):
        yield from _call_deltas(number, call)
    for token in tokens(choice.text or ""):
        logprobs: JsonValue = None
        if choice.logprobs is not None:
            logprobs = {"content": [logprob(token, choice.logprobs)], "refusal": None}
        yield {"content": token}, logprobs, 1


def _call_deltas(number: int, one: IdentifiedCall) -> Iterator[tuple[JsonObject, JsonValue, int]]:
    key = one.key
    field = "input" if key == "custom" else "arguments"
    head: JsonObject = {
        "index": number,
        "id": one.id,
        key: {"name": one.call.tool.name, field: ""},
    }
    if key == "function":  # the only type that the API's description knows in chunks
        head["type"] = key
    first: JsonObject = {"tool_calls": [head]}
    if number == 0:
        first = {"role": "assistant", "content": None, **first, "refusal": None}
    yield first, None, 4
    for token in tokens(one.call.arguments):
        yield {"tool_calls": [{"index": number, key: {field: token}}]}, None, 1


def _rounds(choices: list[Choice]) -> Iterator[tuple[Choice, JsonObject, JsonValue, int]]:
    running = [(choice, _deltas(choice)) for choice in choices]
    while running:
        still: list[tuple[Choice, Iterator[tuple[JsonObject, JsonValue, int]]]] = []
        for choice, deltas in running:
            step = next(deltas, None)
            if step is not None:
                yield choice, *step
                still.append((choice, deltas))
        running = still


def chunks(
    common: JsonObject, choices: list[Choice], usage: JsonObject, options: Body | None
) -> Iterator[Event]:
    """The events of a completion's stream.

    The choices take turns. First comes each one's role, then the deltas, then the finish reasons, then
    the usage if it was asked for, then ``[DONE]``.

    Args:
        common: The fields that every chunk has.
        choices: The choices.
        usage: The usage, sent when the options ask for it.
        options: The request's `stream_options`.
    """
    with_usage = options is not None and options.flag("include_usage")
    padded = options is None or options.flag("include_obfuscation", default=True)
    base: JsonObject = {**common, "object": "chat.completion.chunk"}
    if with_usage:
        base["usage"] = None

    def chunk(choice: JsonObject, size: int) -> JsonObject:
        made: JsonObject = {**base, "choices": [choice]}
        if padded:
            made["obfuscation"] = "0" * (16 - size % 16)
        return made

    for choice, delta, logprobs, cost in _rounds(choices):
        value: JsonObject = {
            "index": choice.index,
            "delta": delta,
            "logprobs": logprobs,
            "finish_reason": None,
        }
        yield Event(data=chunk(value, len(str(delta.get("content") or ""))), tokens=cost)
    for choice in choices:
        last: JsonObject = {
            "index": choice.index,
            "delta": {},
            "logprobs": None,
            "finish_reason": choice.finish_reason,
        }
        yield Event(data=chunk(last, 0))
    if with_usage:
        yield Event(data={**base, "choices": [], "usage": usage})
    yield DONE
