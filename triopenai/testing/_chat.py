"""Chat completions: creating them, and those that were stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai.testing._answer import Answer, ApiError, JsonAnswer, JsonObject, JsonValue, StreamAnswer
from triopenai.testing._chat_choice import Choice, make_choices, prompt_text
from triopenai.testing._chat_stream import chunks
from triopenai.testing._models import check_model
from triopenai.testing._router import Route
from triopenai.testing._store import Call, cursor_page
from triopenai.testing._text import count_tokens
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ROUTES"]

_ROLES = ("developer", "system", "user", "assistant", "tool", "function")
_COMPLETIONS = "chat.completions"
_MESSAGES = "chat.completions.messages"


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
    call.store.table(_COMPLETIONS)[id_] = stored
    messages: list[JsonValue] = [
        _stored_message(f"{id_}-{number}", message.fields)
        for number, message in enumerate(body.objects("messages"))
    ]
    call.store.table(_MESSAGES)[id_] = {"data": messages}


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


def _find(call: Call) -> JsonObject:
    return call.find(_COMPLETIONS, call.args["completion_id"], "chat completion")


def _list(call: Call) -> Answer:
    query = call.request.params
    wanted = {
        name[len("metadata[") : -1]: value for name, value in query.items() if name.startswith("metadata[")
    }
    items = [
        item
        for item in call.store.table(_COMPLETIONS).values()
        if query.get("model") in (None, item["model"])
        and wanted.items() <= cast("dict[str, str]", item["metadata"]).items()
    ]
    return JsonAnswer(value=cursor_page(items, query, order="asc"))


def _retrieve(call: Call) -> Answer:
    return JsonAnswer(value=_find(call))


def _update(call: Call) -> Answer:
    found = _find(call)
    body = Body(json_body(call.request))
    body.require("metadata")
    body.object("metadata")
    found["metadata"] = body.raw("metadata")
    return JsonAnswer(value=found)


def _delete(call: Call) -> Answer:
    id_ = str(_find(call)["id"])
    del call.store.table(_COMPLETIONS)[id_]
    return JsonAnswer(value={"object": "chat.completion.deleted", "id": id_, "deleted": True})


def _messages(call: Call) -> Answer:
    id_ = str(_find(call)["id"])
    items = cast("list[JsonObject]", call.store.table(_MESSAGES)[id_]["data"])
    return JsonAnswer(value=cursor_page(items, call.request.params, order="asc"))


ROUTES = (
    Route("POST", "/chat/completions", _create),
    Route("GET", "/chat/completions", _list),
    Route("GET", "/chat/completions/{completion_id}", _retrieve),
    Route("POST", "/chat/completions/{completion_id}", _update),
    Route("DELETE", "/chat/completions/{completion_id}", _delete),
    Route("GET", "/chat/completions/{completion_id}/messages", _messages),
)
