"""Sessions of ChatKit, and the threads of its users.

Nobody chats in the sandbox, so each session begins a thread in which the user was greeted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._complete import complete
from triopenai.testing._router import Route
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_LIFE = 600
_THREAD = "/chatkit/threads/{thread_id}"


@final
@attrs.define(eq=False, kw_only=True)
class _Session(Entry):
    life: int
    cancelled: bool = False

    def value(self) -> JsonObject:
        """The session as it is by now."""
        over = "expired" if self.age >= self.life else "active"
        return {**self.about, "status": "cancelled" if self.cancelled else over}


@final
class _Thread(Entry):
    """A thread."""


@final
class _Item(Entry):
    """An item of a thread."""


_THREADS = Collection(_THREAD, "thread", _Thread, deleted="chatkit.thread.deleted", filters=("user",))
_ITEMS = Collection(f"{_THREAD}/items/{{item_id}}", "item", _Item, parent=_THREADS, shown=False)


def _make(call: Call) -> _Session:
    body = Body(json_body(call.request))
    body.require("user", "workflow")
    user = body.text("user")
    after, limits = body.object("expires_after"), body.object("rate_limits")
    life = (after.integer("seconds", low=1, high=_LIFE) if after is not None else None) or _LIFE
    rate = (limits.integer("max_requests_per_1_minute", low=1) if limits is not None else None) or 10
    given: JsonObject = {
        "id": call.store.new_id("cksess_"),
        "expires_at": call.store.now() + life,
        "client_secret": call.store.new_id("ck_secret_"),
        "workflow": body.raw("workflow"),
        "user": user,
        "rate_limits": {"max_requests_per_1_minute": rate},
        "max_requests_per_1_minute": rate,
        "chatkit_configuration": _configuration(body),
    }
    _greet(call, user)
    return _Session(complete("beta.chatkit:ChatSession", given, call.store), life=life)


def _configuration(body: Body) -> JsonObject:
    wanted = body.object("chatkit_configuration")
    usual: JsonObject = {
        "automatic_thread_titling": {"enabled": True},
        "file_upload": {"enabled": False, "max_file_size": 512, "max_files": 10},
        "history": {"enabled": True, "recent_threads": None},
    }
    return {**usual, **(wanted.fields if wanted is not None else {})}


def _greet(call: Call, user: str) -> None:
    now, id_ = call.store.now(), call.store.new_id("cthr_")
    about: JsonObject = {
        "id": id_,
        "object": "chatkit.thread",
        "created_at": now,
        "title": None,
        "status": {"type": "active"},
        "user": user,
    }
    _THREADS.add(call, _Thread(about))
    within = attrs.evolve(call, args={"thread_id": id_})
    said: tuple[JsonObject, ...] = (
        {
            "type": "chatkit.user_message",
            "content": [{"type": "input_text", "text": "Hello!"}],
            "attachments": [],
            "inference_options": None,
        },
        {
            "type": "chatkit.assistant_message",
            "content": [{"type": "output_text", "text": call.store.reply("Hello!", 0), "annotations": []}],
        },
    )
    for item in said:
        common: JsonObject = {"object": "chatkit.thread_item", "created_at": now, "thread_id": id_}
        _ITEMS.add(within, _Item({"id": call.store.new_id("cthi_"), **common, **item}))


def _cancel(call: Call) -> Answer:
    session = _SESSIONS.find(call)
    status = session.value()["status"]
    if status != "active":
        message = f"The session is {status}: it cannot be cancelled."
        raise ApiError(400, message)
    session.cancelled = True
    return JsonAnswer(value=session.value())


_SESSIONS = Collection(
    "/chatkit/sessions/{session_id}", "session", _Session, make=_make, listed=False, shown=False
)
ROUTES = (
    *_SESSIONS.routes(),
    Route("POST", f"{_SESSIONS.path}/cancel", _cancel),
    *_THREADS.routes(),
    *_ITEMS.routes(),
)
