"""The sessions of agents: what is asked of them, and the stream of what happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from triopenai.testing._answer import Answer, ApiError, BinaryAnswer, EmptyAnswer, StreamAnswer
from triopenai.testing._complete import complete
from triopenai.testing._progress import hinted
from triopenai.testing._router import Handler, Route
from triopenai.testing._session import (
    ARTIFACTS,
    ITEMS,
    SESSIONS,
    SUBAGENT_ITEMS,
    SUBAGENT_TURNS,
    SUBAGENTS,
    TRACES,
    TURNS,
    Item,
    Session,
    Turn,
)
from triopenai.testing._session_events import needs, read_messages
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import Event, JsonObject, JsonValue, Lull
    from triopenai.testing._collections import Collection
    from triopenai.testing._store import Call

__all__ = ["agent_defaults", "routes"]

#: Finds the agent that a call names.
FindAgent: TypeAlias = "Callable[[Call], JsonObject]"

_PATIENCE = 300.0


def agent_defaults(given: Mapping[str, JsonValue]) -> JsonObject:
    """What an agent has that was not said of it."""
    text = given.get("text")
    format_ = text.get("format") if isinstance(text, Mapping) else None
    verbosity = text.get("verbosity") if isinstance(text, Mapping) else None
    return {
        "text": {"format": format_ or {"type": "text"}, "verbosity": verbosity or "medium"},
        "service_tier": given.get("service_tier") or "auto",
    }


def _environment(call: Call, body: Body) -> JsonObject:
    body.require("environment")
    wanted = body.object("environment") or Body({})
    wanted.require("type")
    wanted.choice("type", ("none", "openai_hosted", "self_hosted"), "none")
    id_ = wanted.text("environment_id") or call.store.new_id("env_")
    return {"remote_url": "https://sandbox.invalid/environment", **wanted.fields, "id": id_}


def _agent(call: Call, body: Body, find: FindAgent) -> JsonObject:
    if body.has("agent_id"):
        return dict(find(attrs.evolve(call, args={"agent_id": body.text("agent_id")})))
    inline = body.object("agent")
    if inline is None:
        message = "Either 'agent' or 'agent_id' must be given."
        raise ApiError.missing(message, param="agent")
    inline.require("model")
    return {**inline.fields, **agent_defaults(inline.fields), "id": call.store.new_id("agent_")}


def _create(find: FindAgent, call: Call) -> Answer:
    body = Body(json_body(call.request))
    environment, agent = _environment(call, body), _agent(call, body, find)
    now = call.store.now()
    given: JsonObject = {
        **{name: body.raw(name) for name in ("metadata", "vault_ids", "review", "spend_control")},
        "prompt_cache_options": body.raw("prompt_cache_options"),
        "id": call.store.new_id("session_"),
        "created_at": now,
        "last_active_at": now,
        "status": "idle",
        "agent": agent,
        "environment": environment,
    }
    session = Session(complete("beta:AgentSession", given, call.store), store=call.store)
    if body.has("input"):
        turn = call.store.new_id("turn_")
        messages = read_messages(body, turn, call.store)
        SESSIONS.add(call, session).begin(turn, messages)
    else:
        SESSIONS.add(call, session)
    if body.flag("stream"):
        return StreamAnswer(events=session.course.follow(0))
    return hinted(session.value(), pending=session.pending)


def _list(call: Call) -> Answer:
    wanted = call.request.params.get("agent_id")
    return SESSIONS.page(call, lambda one: wanted in (None, cast("JsonObject", one.about["agent"])["id"]))


def _update(call: Call) -> Answer:
    session = SESSIONS.find(call)
    body = Body(json_body(call.request))
    about = {**session.about, **{name: value for name, value in body.fields.items() if name != "agent"}}
    agent = body.object("agent")
    if agent is not None:
        about["agent"] = {**cast("JsonObject", about["agent"]), **agent.fields}
    session.about.update(complete("beta:AgentSession", about, call.store))
    return hinted(session.value(), pending=session.pending)


def _submit(call: Call) -> Answer:
    session = SESSIONS.find(call)
    body = Body(json_body(call.request))
    body.require("events")
    key = call.request.headers.get("idempotency-key")
    if key is None or key not in session.idempotency:
        for event in body.objects("events", empty=False):
            event.require("type")
            _input(session, event)
        if key is not None:
            session.idempotency.add(key)
    return EmptyAnswer()


def _input(session: Session, event: Body) -> None:
    prefix = "agent.session.input."
    kind = event.text("type").removeprefix(prefix)
    match kind:
        case "message":
            event.require("input")
            if session.status not in ("idle", "budget_reached"):
                message = f"The session is '{session.status}': it takes no message until its turn ends."
                raise ApiError(400, message)
            turn = session.store.new_id("turn_")
            session.begin(turn, read_messages(event, turn, session.store))
        case "cancel":
            if session.status not in ("in_progress", "requires_action"):
                message = f"The session is '{session.status}': there is no turn to cancel."
                raise ApiError(400, message)
            session.cancel()
        case "tool_result":
            _tool_result(session, event)
        case "mcp_approval_request_result" | "computer_use_approval_request_result":
            _approval(session, event, kind)
        case _:
            message = f"Invalid value: '{event.text('type')}'."
            raise ApiError(400, message, param="type", code="invalid_value")


def _tool_result(session: Session, event: Body) -> None:
    action = needs(session.required, event, "call_id")
    event.require("success", "turn_id")
    item: JsonObject = {
        "type": "function_call_output",
        "call_id": action["call_id"],
        "turn_id": action["turn_id"],
        "status": "completed" if event.flag("success") else "failed",
        "output": event.raw("output"),
        "error": event.raw("error"),
    }
    session.resolve(action, item)


def _approval(session: Session, event: Body, kind: str) -> None:
    action = needs(session.required, event, "request_id")
    event.require("response")
    response = event.object("response") or Body({})
    if kind.startswith("computer"):
        item: JsonObject = {
            "type": kind,
            "request_id": action["request_id"],
            "turn_id": action["turn_id"],
            "response": dict(response.fields),
        }
        session.resolve(action, item)
        return
    decision = response.choice("decision", ("approve", "deny", "cancel"), "approve")
    if decision == "cancel":
        session.cancel()
        return
    request = cast("JsonObject", action["request"])
    approved = decision == "approve"
    call: JsonObject = {
        "type": "mcp_call",
        "server_label": request["server_label"],
        "name": request["name"],
        "arguments": request["arguments"],
        "turn_id": action["turn_id"],
        "status": "completed" if approved else "failed",
        "output": "found" if approved else None,
        "error": None if approved else "The user denied it.",
    }
    session.resolve(action, call)


def _stream(call: Call) -> Answer:
    session = SESSIONS.find(call)
    return StreamAnswer(events=_live(session, len(session.course.log)))


def _live(session: Session, seen: int) -> Iterator[Event | Lull]:
    """How the session is, then what happens: a turn that goes on from its beginning."""
    if session.status in ("in_progress", "requires_action"):
        seen = session.begun
    else:
        yield session.state()
    yield from session.course.watch(seen, _PATIENCE)


def _content(call: Call) -> Answer:
    return BinaryAnswer(pieces=(ARTIFACTS.find(call).content,), content_type="text/plain")


def _items_of(turns: Collection[Turn], items: Collection[Item], call: Call) -> Answer:
    turn = turns.find(call).about["id"]
    return items.page(call, lambda item: item.about["turn_id"] == turn)


def _settled(handler: Handler) -> Handler:
    """A handler that finds the sessions as far as they are by now."""

    def handle(call: Call) -> Answer:
        for session in SESSIONS.entries(call).values():
            session.course.settle()
        return handler(call)

    return handle


def routes(find: FindAgent) -> Iterator[Route]:
    """What the API does with sessions.

    Args:
        find: Finds the agent of a call.
    """
    all_routes: tuple[Route, ...] = (
        Route("POST", SESSIONS.root, partial(_create, find)),
        Route("GET", SESSIONS.root, _list),
        Route("POST", SESSIONS.path, _update),
        Route("POST", f"{SESSIONS.path}/events", _submit),
        Route("GET", f"{SESSIONS.path}/events", _stream),
        Route("GET", f"{ARTIFACTS.path}/content", _content),
        Route("GET", f"{TURNS.path}/items", partial(_items_of, TURNS, ITEMS)),
        Route("GET", f"{SUBAGENT_TURNS.path}/items", partial(_items_of, SUBAGENT_TURNS, SUBAGENT_ITEMS)),
        *SESSIONS.routes(),
        *ARTIFACTS.routes(),
        *TURNS.routes(),
        *SUBAGENTS.routes(),
        *SUBAGENT_TURNS.routes(),
        *ITEMS.routes(),
        *SUBAGENT_ITEMS.routes(),
        *TRACES.routes(),
    )
    for route in all_routes:
        yield Route(route.verb, route.template, _settled(route.handler))
