"""The items of a run: where they come from, what the model says to each, and how that is graded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import ApiError
from triopenai.testing._chat import stored_completions
from triopenai.testing._files import named_file
from triopenai.testing._grading import fill, grade, look_up
from triopenai.testing._responses import stored_responses
from triopenai.testing._text import content_text
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call, Store

__all__ = ["Item", "graded_items"]

_SUCCESS = 200
_TOKENS = ("prompt_tokens", "completion_tokens", "total_tokens")
_CHAT = "/chat/completions"
_NO_ERROR: JsonObject = {"code": "", "message": ""}


@final
@attrs.frozen(eq=False)
class Item:
    """An item that was graded.

    Attributes:
        source: The item itself.
        results: What each criterion says.
        sample: What the model said, and how it came to it.
        errored: Whether the model could not be asked.
    """

    source: JsonValue
    results: list[JsonObject]
    sample: JsonObject
    errored: bool

    @property
    def status(self) -> str:
        """How it went."""
        if self.errored:
            return "error"
        return "pass" if all(result["passed"] for result in self.results) else "fail"


def graded_items(call: Call, data_source: Body, criteria: Sequence[Body]) -> list[Item]:
    """The items of a data source, each graded.

    Raises:
        ApiError: The source is none (400).
    """
    data_source.require("type", "source")
    data_source.choice("type", ("jsonl", "completions", "responses"), "")
    return [
        _graded(call, data_source, criteria, item, given)
        for item, given in _rows(call, data_source.object("source") or Body({}))
    ]


def _rows(call: Call, source: Body) -> Iterator[tuple[JsonValue, JsonObject]]:
    """The items of a source, each with what was said to it, if anything."""
    source.require("type")
    match source.choice("type", ("file_content", "file_id", "stored_completions", "responses"), ""):
        case "file_content":
            rows = source.objects("content")
        case "file_id":
            content = named_file(call.store, source, "id").content
            rows = [_line(number, line) for number, line in enumerate(content.splitlines(), 1)]
        case "stored_completions":
            rows = _stored(source, _chats(call.store))
        case _:
            rows = _stored(source, _responses(call.store))
    for row in rows:
        row.require("item")
        sample = row.object("sample")
        yield row.raw("item"), dict(sample.fields) if sample is not None else {}


def _line(number: int, line: bytes) -> Body:
    try:
        value: object = json.loads(line)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        message = f"Line {number} of the file is no JSON object."
        raise ApiError(400, message, param="data_source.source.id", code="invalid_file")
    return Body(cast("JsonObject", value), f"line {number}: ")


def _stored(source: Body, rows: Iterable[tuple[JsonObject, JsonValue, str]]) -> list[Body]:
    """The stored answers that a source asks for.

    Args:
        source: Says which.
        rows: All that are stored, the oldest first: what is known of each, what it answers, and its text.
    """
    wanted = source.object("metadata") or Body({})
    after = source.integer("created_after") or 0
    before = source.integer("created_before")
    found: list[Body] = []
    for about, asked, said in rows:
        created = cast("int", about.get("created", about.get("created_at")))
        tags = cast("Mapping[str, JsonValue]", about["metadata"])
        if (
            wanted.fields.items() <= tags.items()
            and source.raw("model") in (None, about["model"])
            and after <= created
            and (before is None or created <= before)
        ):
            found.append(Body({"item": {"input": asked}, "sample": {"output_text": said}}))
    return found[: source.integer("limit", low=1)]


def _chats(store: Store) -> Iterator[tuple[JsonObject, JsonValue, str]]:
    for one in stored_completions(store):
        yield one.about, cast("JsonValue", one.messages), _said(one.about)


def _responses(store: Store) -> Iterator[tuple[JsonObject, JsonValue, str]]:
    for one in stored_responses(store):
        items = cast("Sequence[JsonObject]", one.final["output"])
        said = (content_text(item["content"]) for item in items if item["type"] == "message")
        yield one.final, cast("JsonValue", one.input), " ".join(said)


def _said(completion: Mapping[str, JsonValue]) -> str:
    choices = cast("Sequence[Mapping[str, Mapping[str, JsonValue]]]", completion["choices"])
    return content_text(choices[0]["message"]["content"])


def _graded(
    call: Call, data_source: Body, criteria: Sequence[Body], item: JsonValue, given: JsonObject
) -> Item:
    names: dict[str, JsonValue] = {"item": item, "sample": given}
    messages = _messages(data_source, names)
    sample = _sample(data_source, messages)
    errored = False
    if messages and data_source.has("model"):
        body: JsonObject = {"model": data_source.text("model"), "messages": messages}
        answer = call.router.ask(_CHAT, body, call.store, call.store.new_id("req_"))
        value = cast("JsonObject", answer.value)
        errored = answer.status != _SUCCESS
        if errored:
            error = cast("JsonObject", value["error"])
            sample["error"] = {"code": error["code"] or "", "message": error["message"]}
        else:
            names["sample"] = {"output_text": _said(value)}
            usage = cast("JsonObject", value["usage"])
            sample["usage"] = {**{name: usage[name] for name in _TOKENS}, "cached_tokens": 0}
    text = str(look_up("sample.output_text", names) or "")
    sample["output"] = [{"role": "assistant", "content": text}]
    results = [] if errored else [_result(call.store, criterion, names) for criterion in criteria]
    return Item(item, results, sample, errored)


def _messages(data_source: Body, names: Mapping[str, JsonValue]) -> list[JsonValue]:
    """What the model is asked for an item."""
    asked = data_source.object("input_messages")
    if asked is None:
        return []
    if asked.text("type") == "item_reference":
        found = look_up(asked.text("item_reference"), names)
        return list(found) if isinstance(found, list) else []
    return [
        {"role": one.text("role"), "content": fill(content_text(one.raw("content")), names)}
        for one in asked.objects("template")
    ]


def _sample(data_source: Body, messages: list[JsonValue]) -> JsonObject:
    params = data_source.object("sampling_params") or Body({})
    return {
        "input": messages,
        "output": [],
        "finish_reason": "stop",
        "model": data_source.text("model"),
        "usage": dict.fromkeys((*_TOKENS, "cached_tokens"), 0),
        "error": _NO_ERROR,
        "temperature": params.number("temperature") or 1.0,
        "max_completion_tokens": params.integer("max_completion_tokens") or 2048,
        "top_p": params.number("top_p") or 1.0,
        "seed": params.integer("seed") or 42,
    }


def _result(store: Store, criterion: Body, names: Mapping[str, JsonValue]) -> JsonObject:
    made = grade(store, criterion, names)
    kind, name = criterion.text("type"), criterion.text("name")
    return {"name": name, "type": kind, "score": made.points, "passed": made.passed, "sample": None}
