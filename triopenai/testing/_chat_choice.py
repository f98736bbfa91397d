"""What the model answers in a chat: words, JSON or tool calls."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import ApiError, JsonObject, JsonValue
from triopenai.testing._schema import schema_text
from triopenai.testing._text import content_text, count_tokens, tokens
from triopenai.testing._tools import Tool, ToolCall, ToolChoice, decide

if TYPE_CHECKING:
    from triopenai.testing._store import Store
    from triopenai.testing._validate import Body

__all__ = ["Choice", "IdentifiedCall", "logprob", "make_choices", "prompt_text"]


@final
@attrs.frozen
class IdentifiedCall:
    """A tool call with its id."""

    id: str
    call: ToolCall

    @property
    def key(self) -> str:
        """``function`` or ``custom``."""
        return "custom" if self.call.tool.parameters is None else "function"

    def value(self) -> JsonObject:
        """As it stands in a message."""
        field = "input" if self.key == "custom" else "arguments"
        inner: JsonObject = {"name": self.call.tool.name, field: self.call.arguments}
        return {"id": self.id, "type": self.key, self.key: inner}


@final
@attrs.frozen(kw_only=True)
class Choice:
    """One choice of an answer.

    Attributes:
        index: Its number.
        text: The content; None when tools are called.
        calls: The tool calls.
        finish_reason: Why it ends.
        logprobs: How many alternatives are given for each token; None for no such data.
    """

    index: int
    text: str | None
    calls: tuple[IdentifiedCall, ...]
    finish_reason: str
    logprobs: int | None = None

    @property
    def tokens(self) -> int:
        """How many tokens it costs."""
        calls = sum(count_tokens(one.call.arguments) + 4 for one in self.calls)
        return calls + count_tokens(self.text or "")

    def value(self) -> JsonObject:
        """As it stands in a completion."""
        message: JsonObject = {
            "role": "assistant",
            "content": self.text,
            "refusal": None,
            "annotations": [],
        }
        if self.calls:
            message["tool_calls"] = [one.value() for one in self.calls]
        logprobs: JsonValue = None
        if self.logprobs is not None and self.text is not None:
            listed = [logprob(token, self.logprobs) for token in tokens(self.text)]
            logprobs = {"content": listed, "refusal": None}
        return {
            "index": self.index,
            "message": message,
            "logprobs": logprobs,
            "finish_reason": self.finish_reason,
        }


def logprob(token: str, alternatives: int) -> JsonObject:
    """The probability of a token, and of the others that might have stood there."""
    one: JsonObject = {"token": token, "logprob": -0.25, "bytes": list(token.encode())}
    return {**one, "top_logprobs": [one][:alternatives]}


def prompt_text(body: Body) -> str:
    """All that the request says, for counting tokens."""
    return "\n".join(content_text(one.raw("content")) for one in body.objects("messages"))


def _question(body: Body) -> tuple[str, str | None]:
    messages = body.objects("messages")
    asked = [content_text(one.raw("content")) for one in messages if one.raw("role") == "user"]
    last = messages[-1]
    result = content_text(last.raw("content")) if last.raw("role") in ("tool", "function") else None
    return (asked[-1] if asked else content_text(last.raw("content"))), result


def _tools(body: Body) -> list[Tool]:
    found: list[Tool] = []
    for tool in body.objects("tools"):
        kind = tool.choice("type", ("function", "custom"), "function")
        tool.require(kind)
        inner = tool.object(kind)
        if inner is None:
            continue
        inner.require("name")
        parameters = inner.object("parameters")
        if kind == "custom":
            found.append(Tool(inner.text("name")))
        else:
            found.append(Tool(inner.text("name"), parameters.fields if parameters else {"type": "object"}))
    return found


def _tool_choice(body: Body, tools: list[Tool]) -> tuple[ToolChoice, list[Tool]]:
    raw = body.raw("tool_choice")
    if raw is None:
        return ToolChoice(), tools
    if isinstance(raw, str):
        return ToolChoice(body.choice("tool_choice", ("none", "auto", "required"), "auto")), tools
    choice = body.object("tool_choice")
    allowed = choice.object("allowed_tools") if choice else None
    if choice is None:
        return ToolChoice(), tools
    if allowed is not None:
        names = {_tool_name(one) for one in allowed.objects("tools")}
        return ToolChoice(allowed.text("mode", "auto")), [one for one in tools if one.name in names]
    name = _tool_name(choice)
    if name not in {tool.name for tool in tools}:
        message = f"Tool choice '{name}' not found in 'tools' parameter."
        raise ApiError(400, message, param="tool_choice")
    return ToolChoice("named", name), tools


def _tool_name(named: Body) -> str:
    inner = named.object(named.text("type", "function"))
    return inner.text("name") if inner is not None else ""


def _structured(body: Body, question: str) -> str | None:
    wanted = body.object("response_format")
    if wanted is None:
        return None
    wanted.require("type")
    match wanted.choice("type", ("text", "json_object", "json_schema"), "text"):
        case "json_object":
            return json.dumps({"answer": question}, ensure_ascii=False)
        case "json_schema":
            wanted.require("json_schema")
            inner = wanted.object("json_schema")
            schema = inner.object("schema") if inner is not None else None
            return schema_text(schema.fields if schema is not None else None, question)
        case _:
            return None


def _cut(text: str, body: Body) -> tuple[str, str]:
    stops = body.raw("stop")
    for stop in [stops] if isinstance(stops, str) else stops if isinstance(stops, list) else []:
        text = text.partition(str(stop))[0]
    limit = body.integer("max_completion_tokens") or body.integer("max_tokens")
    pieces = tokens(text)
    if limit is not None and len(pieces) > limit:
        return "".join(pieces[:limit]), "length"
    return text, "stop"


def make_choices(body: Body, store: Store) -> list[Choice]:
    """The answer to a request whose fields were checked."""
    question, result = _question(body)
    choice, tools = _tool_choice(body, _tools(body))
    calls = decide(
        tools,
        choice,
        question,
        parallel=body.flag("parallel_tool_calls", default=True),
        answered=result is not None,
    )
    logprobs = (body.integer("top_logprobs", low=0, high=20) or 0) if body.flag("logprobs") else None
    count = body.integer("n") or 1
    if calls:
        reason = "stop" if choice.mode == "named" else "tool_calls"
        return [
            Choice(
                index=index,
                text=None,
                calls=tuple(IdentifiedCall(store.new_id("call_"), call) for call in calls),
                finish_reason=reason,
            )
            for index in range(count)
        ]
    structured = _structured(body, question)
    asked = question if result is None else f"{question}\n{result}"
    made: list[Choice] = []
    for index in range(count):
        whole = structured if structured is not None else store.reply(asked, index)
        text, reason = _cut(whole, body)
        made.append(Choice(index=index, text=text, calls=(), finish_reason=reason, logprobs=logprobs))
    return made
