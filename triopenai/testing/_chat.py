"""Chat completions: creating them, and those that were stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer, JsonObject, JsonValue, StreamAnswer
from triopenai.testing._chat_choice import Choice, make_choices, prompt_text
from triopenai.testing._chat_stream import chunks
from triopenai.testing._collections import Collection, Entry, replacing
from triopenai.testing._models import check_model
from triopenai.testing._router import Route
from triopenai.testing._store import Call, cursor_page
from triopenai.testing._text import count_tokens
from triopenai.testing._usage import note_use
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triopenai.testing._store import Store

__all__ = ["ROUTES", "StoredCompletion", "stored_completions"]

_ROLES = ("developer", "system", "user", "assistant", "tool", "function")


@final
@attrs.define(eq=False)
class StoredCompletion(Entry):
    """A completion that was stored.

    Attributes:
        messages: What it answers.
    """

    messages: list[JsonObject] = attrs.field(kw_only=True)


def stored_completions(store: Store) -> Iterable[StoredCompletion]:
    """The completions that were stored, the oldest first."""
    return _COMPLETIONS.of(store).values()


def _check(call: Call, body: Body) -> None:
    body.require("model", "messages")
    body.text("model")
    for message in body.objects("messages", empty=False):
        message.require("role")
        message.choice("role", _ROLES, "user")
    body.number("temperature", low=0, high=2)
    body.number("top_p", low=0, high=1)
    body.number("frequency_penalty", low=-2, high=2)
    body.number("presence_penalty", low=-2, high=2)
    body.integer("n", low=1, high=128)
    body.integer("max_tokens", low=1)
    body.integer("max_completion_tokens", low=1)
    body.flag("stream")
    body.flag("store")
    if body.object("stream_options") is not None and not body.flag("stream"):
        message_text = "The 'stream_options' parameter is only allowed when 'stream' is enabled."
        raise ApiError(400, message_text, param="stream_options")
    for tool in body.objects("tools"):
        tool.require("type")
    check_model(call.store, body.text("model"))


def _usage(body: Body, choices: list[Choice]) -> JsonObject:
    prompt = count_tokens(prompt_text(body))
    completion = sum(choice.tokens for choice in choices)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def _create(call: Call) -> Answer:
    body = Body(json_body(call.request))
    _check(call, body)
    choices = make_choices(body, call.store)
    common: JsonObject = {
        "id": call.store.new_id("chatcmpl-"),
        "created": call.store.now(),
        "model": body.text("model"),
        "service_tier": "default",
        "system_fingerprint": "fp_sandbox",
    }
    usage = _usage(body, choices)
    asked, given = cast("int", usage["prompt_tokens"]), cast("int", usage["completion_tokens"])
    note_use(call.store, "completions", body.raw("model"), input_tokens=asked, output_tokens=given)
    completion: JsonObject = {
        **common,
        "object": "chat.completion",
        "choices": [choice.value() for choice in choices],
        "usage": usage,
    }
    if body.flag("store"):
        _store(call, body, completion)
    if body.flag("stream"):
        return StreamAnswer(events=chunks(common, choices, usage, body.object("stream_options")))
    return JsonAnswer(value=completion)


def _store(call: Call, body: Body, completion: JsonObject) -> None:
    id_ = str(completion["id"])
    stored = {**completion, "metadata": body.raw("metadata") or {}, "request_id": call.request.request_id}
    for name in ("tools", "tool_choice", "temperature", "top_p", "seed"):
        if body.has(name):
            stored[name] = body.raw(name)
    messages = [
        _stored_message(f"{id_}-{number}", message.fields)
        for number, message in enumerate(body.objects("messages"))
    ]
    _COMPLETIONS.add(call, StoredCompletion(stored, messages=messages))


def _stored_message(id_: str, message: Mapping[str, JsonValue]) -> JsonObject:
    content = message.get("content")
    parts = content if isinstance(content, list) else None
    kept = {k: v for k, v in message.items() if k in ("role", "name", "tool_calls", "tool_call_id")}
    return {
        **kept,
        "id": id_,
        "content": None if parts is not None else content,
        "content_parts": cast("JsonValue", parts),
        "refusal": None,
    }


def _messages(call: Call) -> Answer:
    messages = _COMPLETIONS.find(call).messages
    return JsonAnswer(value=cursor_page(messages, call.request.params, order="asc"))


_COMPLETIONS = Collection(
    "/chat/completions/{completion_id}",
    "chat completion",
    StoredCompletion,
    change=replacing("metadata", required=("metadata",)),
    deleted="chat.completion.deleted",
    filters=("model",),
    order="asc",
)
ROUTES = (
    Route("POST", _COMPLETIONS.root, _create),
    *_COMPLETIONS.routes(),
    Route("GET", f"{_COMPLETIONS.path}/messages", _messages),
)
