"""Calls of the realtime API and sessions of the live API: what is kept of them, and what HTTP does with it.

Theory of operation: nobody telephones the sandbox, so a call is what a request created, over HTTP or, for
live sessions, over a WebSocket. It rings until it is accepted, rejected or, over its WebSocket, started. From
then on it can be referred elsewhere, and hung up, which ends it; it can be hung up while it rings, too. An
ended live session has a recording. WebSockets join what has not ended.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, BinaryAnswer, EmptyAnswer, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._multipart import form_fields, is_multipart, parse_multipart
from triopenai.testing._router import Route
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["CALLS", "ROUTES", "SESSIONS", "Ringing", "not_ended"]

_SDP = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=sandbox\r\n"
_RECORDING = b"RIFF\x00\x00\x00\x00WAVE sandbox"


@final
@attrs.define(eq=False)
class Ringing(Entry):
    """A call or a session.

    Attributes:
        about: Its id, and its settings as far as they are known.
        state: Whether it is ``ringing`` or ``active``, or has ``ended``.
    """

    state: str = "ringing"

    def change(self, settings: Mapping[str, JsonValue]) -> None:
        """Take over settings."""
        self.about |= {**settings, "id": self.about["id"]}


CALLS = Collection("/realtime/calls/{call_id}", "call", Ringing)
SESSIONS = Collection("/live/sessions/{session_id}", "session", Ringing)
#: What can be done in which states, the state after it, and what it must say.
_ACTIONS: dict[str, tuple[tuple[str, ...], str | None, tuple[str, ...]]] = {
    "accept": (("ringing",), "active", ()),
    "reject": (("ringing",), "ended", ()),
    "refer": (("active",), None, ("target_uri",)),
    "hangup": (("ringing", "active"), "ended", ()),
}


def not_ended(calls: Collection[Ringing], call: Call) -> Ringing:
    """The call or session of a request that wants to join it.

    Raises:
        ApiError: There is none (404), or it has ended (400).
    """
    found = calls.find(call)
    if found.state == "ended":
        message = f"The {calls.noun} has ended: it cannot be joined or forked."
        raise ApiError(400, message)
    return found


def _create_call(call: Call) -> Answer:
    if is_multipart(call.request):
        body = Body(form_fields(parse_multipart(call.request)))
        body.require("sdp")
    id_ = call.store.new_id("rtc_")
    CALLS.add(call, Ringing({"id": id_}))
    where = (("location", f"/v1/realtime/calls/{id_}"),)
    return BinaryAnswer(pieces=(_SDP.encode(),), content_type="application/sdp", status=201, headers=where)


def _add_session(call: Call, settings: Mapping[str, JsonValue]) -> Answer:
    id_ = call.store.new_id("live_")
    SESSIONS.add(call, Ringing({**settings, "id": id_}))
    made: JsonObject = {"session": {"id": id_}, "transport": {"type": "webrtc", "sdp": _SDP}}
    return JsonAnswer(value=made)


def _create_session(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("session", "transport")
    return _add_session(call, _settings(body))


def _fork(call: Call) -> Answer:
    known = not_ended(SESSIONS, call).about
    body = Body(json_body(call.request))
    body.require("transport")
    return _add_session(call, {**known, **_settings(body)})


def _settings(body: Body) -> Mapping[str, JsonValue]:
    given = body.object("session")
    return {} if given is None else given.fields


def _act(calls: Collection[Ringing], verb: str, call: Call) -> Answer:
    found = calls.find(call)
    states, after, needed = _ACTIONS[verb]
    body = Body(json_body(call.request))
    body.require(*needed)
    if found.state not in states:
        message = f"The {calls.noun} is {found.state}: it cannot be told to {verb}."
        raise ApiError(400, message)
    found.state = after or found.state
    if verb == "accept":
        found.change(body.fields if calls is CALLS else _settings(body))
    return EmptyAnswer()


def _recording(call: Call) -> Answer:
    if SESSIONS.find(call).state != "ended":
        message = "The session goes on: its recording is not ready."
        raise ApiError(400, message)
    return BinaryAnswer(pieces=(_RECORDING,))


def _actions() -> Iterator[Route]:
    for calls in (CALLS, SESSIONS):
        for verb in _ACTIONS:
            yield Route("POST", f"{calls.path}/{verb}", partial(_act, calls, verb))


ROUTES = (
    Route("POST", CALLS.root, _create_call),
    Route("POST", SESSIONS.root, _create_session),
    Route("POST", f"{SESSIONS.path}/fork", _fork),
    Route("GET", f"{SESSIONS.path}/content", _recording),
    *_actions(),
)
