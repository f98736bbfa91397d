"""Calls of the realtime API and sessions of the live API, as far as HTTP goes.

Theory of operation: nobody telephones the sandbox, so a call is what a request created. It rings until it is
accepted or rejected. Once accepted it can be referred elsewhere, and hung up, which ends it; it can be hung
up while it rings, too. An ended live session has a recording.
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
    from collections.abc import Iterator

    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_SDP = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=sandbox\r\n"
_RECORDING = b"RIFF\x00\x00\x00\x00WAVE sandbox"


@final
@attrs.define(eq=False)
class _Ringing(Entry):
    """A call or a session, and whether it rings, is active, or has ended."""

    state: str = "ringing"


_CALLS = Collection(path="/realtime/calls/{call_id}", noun="call", entry=_Ringing)
_SESSIONS = Collection(path="/live/sessions/{session_id}", noun="session", entry=_Ringing)
#: What can be done in which states, the state after it, and what it must say.
_ACTIONS: dict[str, tuple[tuple[str, ...], str | None, tuple[str, ...]]] = {
    "accept": (("ringing",), "active", ()),
    "reject": (("ringing",), "ended", ()),
    "refer": (("active",), None, ("target_uri",)),
    "hangup": (("ringing", "active"), "ended", ()),
}


def _create_call(call: Call) -> Answer:
    if is_multipart(call.request):
        body = Body(form_fields(parse_multipart(call.request)))
        body.require("sdp")
    id_ = call.store.new_id("rtc_")
    _CALLS.add(call, _Ringing({"id": id_}))
    where = (("location", f"/v1/realtime/calls/{id_}"),)
    return BinaryAnswer(pieces=(_SDP.encode(),), content_type="application/sdp", status=201, headers=where)


def _add_session(call: Call) -> Answer:
    id_ = call.store.new_id("live_")
    _SESSIONS.add(call, _Ringing({"id": id_}))
    made: JsonObject = {"session": {"id": id_}, "transport": {"type": "webrtc", "sdp": _SDP}}
    return JsonAnswer(value=made)


def _create_session(call: Call) -> Answer:
    Body(json_body(call.request)).require("session", "transport")
    return _add_session(call)


def _fork(call: Call) -> Answer:
    if _SESSIONS.find(call).state == "ended":
        message = "The session has ended: it cannot be forked."
        raise ApiError(400, message)
    Body(json_body(call.request)).require("transport")
    return _add_session(call)


def _act(calls: Collection[_Ringing], verb: str, call: Call) -> Answer:
    found = calls.find(call)
    states, after, needed = _ACTIONS[verb]
    Body(json_body(call.request)).require(*needed)
    if found.state not in states:
        message = f"The {calls.noun} is {found.state}: it cannot be told to {verb}."
        raise ApiError(400, message)
    found.state = after or found.state
    return EmptyAnswer()


def _recording(call: Call) -> Answer:
    if _SESSIONS.find(call).state != "ended":
        message = "The session goes on: its recording is not ready."
        raise ApiError(400, message)
    return BinaryAnswer(pieces=(_RECORDING,))


def _actions() -> Iterator[Route]:
    for calls in (_CALLS, _SESSIONS):
        for verb in _ACTIONS:
            yield Route("POST", f"{calls.path}/{verb}", partial(_act, calls, verb))


ROUTES = (
    Route("POST", _CALLS.root, _create_call),
    Route("POST", _SESSIONS.root, _create_session),
    Route("POST", f"{_SESSIONS.path}/fork", _fork),
    Route("GET", f"{_SESSIONS.path}/content", _recording),
    *_actions(),
)
