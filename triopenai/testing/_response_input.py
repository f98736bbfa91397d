"""What a request for a response asks: its question, its tools, and its input as stored items."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._schema import schema_text
from triopenai.testing._text import content_text, count_tokens
from triopenai.testing._tools import Tool, ToolChoice

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Store
    from triopenai.testing._validate import Body

__all__ = [
    "Asked",
    "builtin_tools",
    "count_input",
    "input_items",
    "read_question",
    "read_tools",
    "structured_text",
]

_OUTPUTS = ("function_call_output", "custom_tool_call_output")
_KEYWORDS = {
    "web_search": "web",
    "file_search": "file",
    "code_interpreter": "code",
    "image_generation": "image",
}
_ID_PREFIXES = {
    "message": "msg_",
    "function_call": "fc_",
    "function_call_output": "fco_",
    "custom_tool_call": "ctc_",
    "custom_tool_call_output": "ctco_",
    "reasoning": "rs_",
}


@final
@attrs.frozen
class Asked:
    """The question, and the tool's result that came with it, if any."""

    question: str
    result: str | None

    @property
    def text(self) -> str:
        """What the answer is made from."""
        return self.question if self.result is None else f"{self.question}\n{self.result}"


def input_items(body: Body, store: Store, name: str = "input") -> list[JsonObject]:
    """The input as the API stores it: every item with an id, every message with its parts."""
    raw = body.raw(name)
    if raw is None:
        return []
    if isinstance(raw, str):
        return [_message(store, {"role": "user", "content": raw})]
    made: list[JsonObject] = []
    for item in body.objects(name):
        kind = item.text("type", "message")
        if kind == "message":
            item.require("role", "content")
            made.append(_message(store, item.fields))
        else:
            prefix = _ID_PREFIXES.get(kind, "item_")
            made.append({"status": "completed", "id": store.new_id(prefix), **item.fields})
    return made


def _message(store: Store, item: Mapping[str, JsonValue]) -> JsonObject:
    role = str(item.get("role"))
    content = item.get("content")
    if isinstance(content, str):
        part: JsonObject = {"type": "input_text", "text": content}
        if role == "assistant":
            part = {"type": "output_text", "text": content, "annotations": []}
        content = [part]
    return {
        "id": item.get("id") or store.new_id("msg_"),
        "type": "message",
        "role": role,
        "status": item.get("status") or "completed",
        "content": content,
    }


def count_input(body: Body, items: Sequence[JsonObject]) -> int:
    """How many tokens a request takes in: its instructions, and all items up to and with its input."""
    said = (content_text(item.get("content") or item.get("output")) for item in items)
    return count_tokens(body.text("instructions")) + sum(map(count_tokens, said))


def read_question(items: Sequence[JsonObject]) -> Asked:
    """The last thing that the user said, and the results given after it."""
    said = [content_text(item["content"]) for item in items if item.get("role") == "user"]
    last = items[-1] if items else {}
    result = content_text(last.get("output")) if last.get("type") in _OUTPUTS else None
    return Asked(said[-1] if said else "", result)


def read_tools(body: Body) -> tuple[list[Tool], ToolChoice]:
    """The caller's own tools, and what is said of calling them."""
    tools: list[Tool] = []
    for tool in body.objects("tools"):
        tool.require("type")
        kind = tool.text("type")
        if kind in ("function", "custom"):
            tool.require("name")
            parameters = tool.object("parameters")
            schema = parameters.fields if parameters is not None else {"type": "object"}
            tools.append(Tool(tool.text("name"), schema if kind == "function" else None))
    raw = body.raw("tool_choice")
    if raw is None or isinstance(raw, str):
        return tools, ToolChoice(body.choice("tool_choice", ("none", "auto", "required"), "auto"))
    choice = body.object("tool_choice")
    if choice is None:
        return tools, ToolChoice()
    if choice.text("type") == "allowed_tools":
        names = {one.text("name") for one in choice.objects("tools")}
        return [one for one in tools if one.name in names], ToolChoice(choice.text("mode", "auto"))
    if choice.has("name"):
        return tools, ToolChoice("named", choice.text("name"))
    return tools, ToolChoice("none")


def builtin_tools(body: Body, question: str) -> list[Mapping[str, JsonValue]]:
    """The server's tools that are called: those `tool_choice` names or the question speaks of."""
    choice = body.raw("tool_choice")
    wanted = choice.get("type") if isinstance(choice, Mapping) else None
    if choice == "none" or wanted in ("function", "custom"):
        return []
    called: list[Mapping[str, JsonValue]] = []
    words = question.lower()
    for tool in body.objects("tools"):
        kind = tool.text("type").removesuffix("_preview")
        keyword = tool.text("server_label").lower() if kind == "mcp" else _KEYWORDS.get(kind)
        if wanted in (tool.text("type"), kind) or (keyword and keyword in words):
            called.append(tool.fields)
    return called


def structured_text(body: Body, question: str) -> str | None:
    """The JSON text that `text.format` asks for; None for an answer in words."""
    text = body.object("text")
    form = text.object("format") if text is not None else None
    if form is None:
        return None
    form.require("type")
    match form.choice("type", ("text", "json_object", "json_schema"), "text"):
        case "json_object":
            return json.dumps({"answer": question}, ensure_ascii=False)
        case "json_schema":
            form.require("name", "schema")
            schema = form.object("schema")
            return schema_text(schema.fields if schema is not None else None, question)
        case _:
            return None
