"""The events of an agent's session, its items, and what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai.testing._answer import ApiError, Event
from triopenai.testing._schema import instance
from triopenai.testing._text import content_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Store
    from triopenai.testing._validate import Body

__all__ = ["asked_text", "needs", "read_messages", "usage", "wanted_actions", "write"]


def write(store: Store, kind: str, fields: Mapping[str, JsonValue], tokens: int = 0) -> Event:
    """An event of a kind, with the objects in it as they are now."""
    shown = {name: dict(one) if isinstance(one, dict) else one for name, one in fields.items()}
    data: JsonObject = {"event_id": store.new_id("evt_"), "type": kind, **shown}
    return Event(data=data, name=kind, tokens=tokens)


def read_messages(body: Body, turn_id: str, store: Store) -> list[JsonObject]:
    """The items of an input: of text, or of messages."""
    if isinstance(body.raw("input"), str):
        content: list[JsonValue] = [[{"type": "input_text", "text": body.text("input")}]]
    else:
        content = []
        for message in body.objects("input", empty=False):
            message.require("role", "content")
            message.choice("role", ("user",), "user")
            content.append([dict(part.fields) for part in message.objects("content", empty=False)])
    return [
        {
            "id": store.new_id("item_"),
            "type": "message",
            "role": "user",
            "status": "completed",
            "phase": None,
            "content": one,
            "turn_id": turn_id,
        }
        for one in content
    ]


def asked_text(items: list[JsonObject]) -> str:
    """The text of messages."""
    return "\n".join(content_text(item["content"]) for item in items)


def usage(asked: int, answered: int) -> JsonObject:
    """Tokens that were used."""
    return {
        "input_tokens": asked,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": answered,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": asked + answered,
    }


def wanted_actions(agent: JsonObject, turn_id: str, store: Store) -> list[JsonObject]:
    """What an agent asks for before it answers: each of its functions once, and leave to use its servers."""
    found: list[JsonObject] = []
    for tool in cast("list[JsonObject]", agent["tools"]):
        match tool["type"]:
            case "function":
                schema = cast("Mapping[str, object]", tool["parameters"])
                found.append(
                    {
                        "type": "function_call",
                        "call_id": store.new_id("call_"),
                        "name": tool["name"],
                        "arguments": instance(schema) if schema else {},
                        "turn_id": turn_id,
                    }
                )
            case "mcp":
                allowed = cast("list[str]", tool["allowed_tools"] or ["search"])
                request: JsonObject = {
                    "type": "mcp_tool_call",
                    "server_label": tool["server_label"],
                    "name": allowed[0],
                    "arguments": {},
                    "message": f"May {tool['server_label']} be asked?",
                }
                found.append(_approval("mcp_approval_request", request, turn_id, store))
            case "computer_use":
                page: JsonObject = {
                    "type": "browser_authentication",
                    "credential_origin": "https://example.com",
                    "fields": [],
                    "options": [],
                    "reason": None,
                }
                found.append(_approval("computer_use_approval_request", page, turn_id, store))
            case _:
                pass
    return found


def _approval(kind: str, request: JsonObject, turn_id: str, store: Store) -> JsonObject:
    return {"type": kind, "request_id": store.new_id("req_approval_"), "request": request, "turn_id": turn_id}


def needs(actions: list[JsonObject], body: Body, name: str) -> JsonObject:
    """The action that a result is for.

    Raises:
        ApiError: There is none (400).
    """
    body.require(name)
    id_ = body.text(name)
    for action in actions:
        if action.get(name) == id_:
            return action
    message = f"The session does not wait for a result of '{id_}'."
    raise ApiError(400, message, param=name, code="invalid_value")
