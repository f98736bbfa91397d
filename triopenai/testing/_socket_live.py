"""Live sessions: what a client sends is confirmed, and sound is answered with sound.

Who sends to a session that has ended meanwhile, over HTTP or another connection, is told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from triopenai.testing._answer import Answer, ApiError, Event, SocketAnswer
from triopenai.testing._calls import SESSIONS, Ringing, not_ended
from triopenai.testing._frames import Bye
from triopenai.testing._router import Route
from triopenai.testing._socket import handshake_headers
from triopenai.testing._socket_realtime import parse_client_event
from triopenai.testing._socket_speech import silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._socket import Said
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES"]

#: What confirms an event, and whether that tells of a stretch of time.
_CONFIRMED: Final[Mapping[str, tuple[str, bool]]] = {
    "session.commentary.append": ("session.commentary.appended", True),
    "session.input_audio.mute": ("session.input_audio.muted", False),
    "session.input_audio.unmute": ("session.input_audio.unmuted", False),
    "session.instructions.append": ("session.instructions.appended", True),
    "session.output_audio.fixture.play": ("session.output_audio.fixture.playing", False),
    "session.thinking.append": ("session.thinking.appended", True),
}


@final
class LiveSession:
    """One connection of a live session; `Session` says what its methods are for.

    Args:
        store: What the sandbox remembers.
        kept: The session.
        joins: Whether it goes on already, so that it is not started by the client.
    """

    def __init__(self, store: Store, kept: Ringing, *, joins: bool) -> None:
        self._store = store
        self._joins = joins
        self._kept = kept

    def greet(self) -> Iterator[Event]:
        """The session, if it goes on already."""
        if self._joins:
            yield self._event("session.started", session=dict(self._kept.about))

    def take(self, data: str | bytes) -> Iterator[Said]:
        """Note an event; what answers it."""
        try:
            event = parse_client_event(data)
            return iter(self._answer(event, str(event["type"])))
        except ApiError as error:
            told: JsonObject = {"type": error.kind, "code": error.code, "message": error.message}
            return iter([self._event("error", error=told)])

    def _answer(self, event: JsonObject, kind: str) -> list[Said]:  # noqa: PLR0911  # one for each kind of event
        if self._kept.state == "ended":
            return self._close("ended")
        match kind:
            case "session.start" | "session.update":
                change = event.get("session")
                self._kept.change(change if isinstance(change, dict) else {})
                done = "session.updated"
                if kind == "session.start":
                    done, self._kept.state = "session.started", "active"
                return [self._event(done, session=dict(self._kept.about))]
            case "session.input_audio.append":
                return [Event(data={"type": "session.output_audio.delta", "delta": silence(1)})]
            case "session.close":
                self._kept.state = "ended"
                return self._close("client")
            case "decision.item.create":
                return [self._event("decision.item.created", item=event.get("item"))]
            case "decision.item.delete":
                return [self._event("decision.item.deleted", item_id=event.get("item_id"))]
            case "transport.dtmf.send":
                return [self._event("transport.dtmf.sent", event=event.get("event"))]
            case "decision.create" | "response.create" | "response.item.create":
                return [self._event("info", code="accepted", message=f"{kind} was accepted")]
            case _:
                return [self._confirm(kind)]

    def _close(self, reason: str) -> list[Said]:
        usage: JsonObject = {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}
        session = dict(self._kept.about)
        return [self._event("session.closed", reason=reason, session=session, usage=usage), Bye()]

    def _confirm(self, kind: str) -> Event:
        if kind not in _CONFIRMED:
            text = f"Invalid value: '{kind}'. It is no event that a client sends."
            raise ApiError(400, text, param="type", code="invalid_value")
        name, timed = _CONFIRMED[kind]
        return self._event(name, start_ms=0, end_ms=0) if timed else self._event(name)

    def _event(self, kind: str, **fields: JsonValue) -> Event:
        return Event(data={"type": kind, "event_id": self._store.new_id("event_"), **fields})


def _start(call: Call) -> Answer:
    headers = handshake_headers(call.request)
    return _begin(call, headers, {})


def _fork(call: Call) -> Answer:
    headers = handshake_headers(call.request)
    return _begin(call, headers, not_ended(SESSIONS, call).about)


def _begin(call: Call, headers: tuple[tuple[str, str], ...], settings: JsonObject) -> Answer:
    kept = SESSIONS.add(call, Ringing({**settings, "id": call.store.new_id("live_")}))
    return SocketAnswer(session=LiveSession(call.store, kept, joins=False), headers=headers)


def _attach(call: Call) -> Answer:
    headers = handshake_headers(call.request)
    session = LiveSession(call.store, not_ended(SESSIONS, call), joins=True)
    return SocketAnswer(session=session, headers=headers)


ROUTES = (
    Route("GET", SESSIONS.root, _start),
    Route("GET", f"{SESSIONS.path}/fork", _fork),
    Route("GET", f"{SESSIONS.path}/attach", _attach),
)
