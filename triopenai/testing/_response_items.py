"""The items of a response's output, each with the events that tell of its making."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from triopenai.testing._text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Store
    from triopenai.testing._tools import ToolCall

__all__ = ["OutputItem", "builtin_item", "call_item", "message_item", "reasoning_item"]

#: An event without its place and number, and how many tokens it carries.
Inner: TypeAlias = "tuple[JsonObject, int]"


@final
@attrs.frozen
class OutputItem:
    """An item of the output.

    Attributes:
        added: The item as it begins.
        inner: The events between its beginning and its end.
        done: The item as it ends.
        cost: How many output tokens it takes.
    """

    added: JsonObject
    inner: tuple[Inner, ...]
    done: JsonObject
    cost: int = 0

    def events(self, index: int) -> Iterator[Inner]:
        """All events of the item, without sequence numbers.

        Args:
            index: Its place in the output.
        """
        place: JsonObject = {"output_index": index}
        yield {"type": "response.output_item.added", **place, "item": self.added}, 0
        for event, cost in self.inner:
            yield {**event, **place, "item_id": self.done["id"]}, cost
        yield {"type": "response.output_item.done", **place, "item": self.done}, 0


def _part(text: str) -> JsonObject:
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def message_item(store: Store, text: str, status: str) -> OutputItem:
    """The message with the answer's text; the status is ``completed`` or ``incomplete``."""
    base: JsonObject = {"id": store.new_id("msg_"), "type": "message", "role": "assistant"}
    place: JsonObject = {"content_index": 0}
    pieces = tokens(text)
    inner: list[Inner] = [({"type": "response.content_part.added", **place, "part": _part("")}, 0)]
    for piece in pieces:
        delta: JsonObject = {"delta": piece, "logprobs": [], "obfuscation": "0" * (16 - len(piece) % 16)}
        inner.append(({"type": "response.output_text.delta", **place, **delta}, 1))
    inner.append(({"type": "response.output_text.done", **place, "text": text, "logprobs": []}, 0))
    inner.append(({"type": "response.content_part.done", **place, "part": _part(text)}, 0))
    return OutputItem(
        added={**base, "status": "in_progress", "content": []},
        inner=tuple(inner),
        done={**base, "status": status, "content": [_part(text)]},
        cost=len(pieces),
    )


def reasoning_item(store: Store, summary: str) -> OutputItem:
    """A reasoning item with a summary."""
    base: JsonObject = {"id": store.new_id("rs_"), "type": "reasoning"}
    place: JsonObject = {"summary_index": 0}
    prefix = "response.reasoning_summary_"
    empty: JsonObject = {"type": "summary_text", "text": ""}
    full: JsonObject = {"type": "summary_text", "text": summary}
    pieces = tokens(summary)
    inner: list[Inner] = [({"type": f"{prefix}part.added", **place, "part": empty}, 0)]
    inner += [({"type": f"{prefix}text.delta", **place, "delta": piece}, 1) for piece in pieces]
    inner.append(({"type": f"{prefix}text.done", **place, "text": summary}, 0))
    inner.append(({"type": f"{prefix}part.done", **place, "part": full}, 0))
    return OutputItem(
        added={**base, "summary": []},
        inner=tuple(inner),
        done={**base, "summary": [full]},
        cost=len(pieces),
    )


def call_item(store: Store, call: ToolCall) -> OutputItem:
    """A call of one of the caller's tools."""
    pieces = tokens(call.arguments)
    custom = call.tool.parameters is None
    field, key = ("input", "custom_tool_call_input") if custom else ("arguments", "function_call_arguments")
    base: JsonObject = {
        "id": store.new_id("ctc_" if custom else "fc_"),
        "type": "custom_tool_call" if custom else "function_call",
        "call_id": store.new_id("call_"),
        "name": call.tool.name,
    }
    running: JsonObject = {} if custom else {"status": "in_progress"}
    ended: JsonObject = {} if custom else {"status": "completed"}
    inner: list[Inner] = [({"type": f"response.{key}.delta", "delta": one}, 1) for one in pieces]
    last: JsonObject = {"type": f"response.{key}.done", field: call.arguments}
    if not custom:
        last["name"] = call.tool.name
    return OutputItem(
        added={**base, field: "", **running},
        inner=(*inner, (last, 0)),
        done={**base, field: call.arguments, **ended},
        cost=len(pieces) + 4,
    )


def _states(prefix: str, *names: str) -> tuple[Inner, ...]:
    return tuple(({"type": f"response.{prefix}.{name}"}, 0) for name in names)


def _code_item(store: Store, question: str) -> OutputItem:
    code = f"print({question!r})"
    base: JsonObject = {
        "id": store.new_id("ci_"),
        "type": "code_interpreter_call",
        "container_id": "cntr_00000001",
    }
    prefix = "code_interpreter_call"
    deltas: list[Inner] = [
        ({"type": f"response.{prefix}_code.delta", "delta": one}, 1) for one in tokens(code)
    ]
    logs: JsonValue = [{"type": "logs", "logs": question + "\n"}]
    return OutputItem(
        added={**base, "status": "in_progress", "code": "", "outputs": []},
        inner=(
            *_states(prefix, "in_progress"),
            *deltas,
            ({"type": f"response.{prefix}_code.done", "code": code}, 0),
            *_states(prefix, "interpreting", "completed"),
        ),
        done={**base, "status": "completed", "code": code, "outputs": logs},
        cost=len(deltas),
    )


def _image_item(store: Store, question: str) -> OutputItem:
    base: JsonObject = {"id": store.new_id("ig_"), "type": "image_generation_call"}
    image = base64.b64encode(b"\x89PNG\r\n\x1a\n" + question.encode()).decode()
    prefix = "image_generation_call"
    partial: JsonObject = {
        "type": f"response.{prefix}.partial_image",
        "partial_image_index": 0,
        "partial_image_b64": image[: len(image) // 8 * 4],
    }
    return OutputItem(
        added={**base, "status": "in_progress", "result": None},
        inner=(
            *_states(prefix, "in_progress", "generating"),
            (partial, 0),
            *_states(prefix, "completed"),
        ),
        done={**base, "status": "completed", "result": image, "revised_prompt": question},
    )


def _search_item(store: Store, question: str, *, web: bool) -> OutputItem:
    kind = "web_search_call" if web else "file_search_call"
    base: JsonObject = {"id": store.new_id("ws_" if web else "fs_"), "type": kind}
    what: JsonObject = (
        {"action": {"type": "search", "query": question, "queries": [question]}}
        if web
        else {"queries": [question], "results": None}
    )
    return OutputItem(
        added={**base, **what, "status": "in_progress"},
        inner=_states(kind, "in_progress", "searching", "completed"),
        done={**base, **what, "status": "completed"},
    )


def _mcp_items(store: Store, tool: Mapping[str, JsonValue]) -> tuple[OutputItem, OutputItem]:
    label = tool.get("server_label", "server")
    listing: JsonObject = {
        "id": store.new_id("mcpl_"),
        "type": "mcp_list_tools",
        "server_label": label,
    }
    offered: JsonValue = [
        {"name": "lookup", "input_schema": {"type": "object"}, "description": "Looks it up."}
    ]
    base: JsonObject = {
        "id": store.new_id("mcp_"),
        "type": "mcp_call",
        "server_label": label,
        "name": "lookup",
    }
    ended: JsonObject = {"arguments": "{}", "output": "Found.", "error": None, "status": "completed"}
    return (
        OutputItem(
            added={**listing, "tools": []},
            inner=_states("mcp_list_tools", "in_progress", "completed"),
            done={**listing, "tools": offered},
        ),
        OutputItem(
            added={**base, "arguments": "", "status": "in_progress"},
            inner=(
                *_states("mcp_call", "in_progress"),
                ({"type": "response.mcp_call_arguments.delta", "delta": "{}"}, 1),
                ({"type": "response.mcp_call_arguments.done", "arguments": "{}"}, 0),
                *_states("mcp_call", "completed"),
            ),
            done={**base, **ended},
        ),
    )


def builtin_item(store: Store, tool: Mapping[str, JsonValue], question: str) -> tuple[OutputItem, ...]:
    """The items of a tool that runs at the server; none for tools that the sandbox does not play."""
    kind = str(tool.get("type"))
    if kind.startswith("web_search"):
        return (_search_item(store, question, web=True),)
    match kind:
        case "file_search":
            return (_search_item(store, question, web=False),)
        case "code_interpreter":
            return (_code_item(store, question),)
        case "image_generation":
            return (_image_item(store, question),)
        case "mcp":
            return _mcp_items(store, tool)
        case _:
            return ()
