"""Realtime sessions: a conversation of items, and responses to it in text and sound."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, cast, final

import attrs

from triopenai.testing._answer import Answer, ApiError, Event, SocketAnswer
from triopenai.testing._calls import CALLS, not_ended
from triopenai.testing._router import Route
from triopenai.testing._secrets import settings_of_key
from triopenai.testing._socket import handshake_headers
from triopenai.testing._socket_speech import Speech, silence, speak, spoken_text
from triopenai.testing._text import count_tokens
from triopenai.testing._usage import note_use

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "RealtimeSession", "parse_client_event"]

MAX_AUDIO: Final = 15 << 20

_Handler: TypeAlias = Callable[["RealtimeSession", "JsonObject"], "Iterator[JsonObject]"]

#: The events of the beta dialect that have other names now; None: the beta did not have them.
_BETA_NAMES: Final[Mapping[str, str | None]] = {
    "conversation.item.added": "conversation.item.created",
    "conversation.item.done": None,
    "response.output_text.delta": "response.text.delta",
    "response.output_text.done": "response.text.done",
    "response.output_audio.delta": "response.audio.delta",
    "response.output_audio.done": "response.audio.done",
    "response.output_audio_transcript.delta": "response.audio_transcript.delta",
    "response.output_audio_transcript.done": "response.audio_transcript.done",
}


def parse_client_event(data: str | bytes) -> JsonObject:
    """The event in a message.

    Raises:
        ApiError: It is none.
    """
    try:
        value: object = json.loads(data)
    except ValueError:
        value = None
    event = cast("JsonObject", value) if isinstance(value, dict) else {}
    if not isinstance(event.get("type"), str):
        text = "The message is no JSON object with a 'type'."
        raise ApiError(400, text, code="invalid_event")
    return event


@final
class RealtimeSession:
    """One session; `Session` says what its methods are for.

    Args:
        store: What the sandbox remembers.
        settings: What is known of the session before it begins.
        beta: Whether the client speaks the dialect of the beta.
    """

    def __init__(self, store: Store, settings: JsonObject, *, beta: bool) -> None:
        self._store = store
        self._beta = beta
        self._audio = bytearray()
        self._active: Speech | None = None
        self._items: dict[str, JsonObject] = {}
        self._session: JsonObject = {
            "object": "realtime.session",
            "type": "realtime",
            "model": "gpt-realtime",
            "output_modalities": ["audio"],
            "instructions": "",
            "tools": [],
            "tool_choice": "auto",
            "max_output_tokens": "inf",
            **settings,
            "id": store.new_id("sess_"),
        }

    def greet(self) -> Iterator[Event]:
        """The session as it begins."""
        return self._numbered(_only("session.created", session=dict(self._session)))

    def take(self, data: str | bytes) -> Iterator[Event]:
        """Note an event; what answers it."""
        client_id: JsonValue = None
        try:
            event = parse_client_event(data)
            client_id = event.get("event_id")
            handler = _HANDLERS.get(str(event["type"]))
            if handler is None:
                text = f"Invalid value: '{event['type']}'. It is no event that a client sends."
                raise ApiError(400, text, param="type", code="invalid_value")  # noqa: TRY301  # as the handlers do
            return self._numbered(handler(self, event))
        except ApiError as error:
            return self._numbered(iter([_error_event(error, client_id)]))

    def _numbered(self, events: Iterator[JsonObject]) -> Iterator[Event]:
        for event in events:
            name: str | None = str(event["type"])
            if self._beta:
                name = _BETA_NAMES.get(str(name), name)
            if name is not None:
                cost = 1 if name.endswith(".delta") else 0
                yield Event(
                    data={**event, "type": name, "event_id": self._store.new_id("event_")}, tokens=cost
                )

    def update(self, event: JsonObject) -> Iterator[JsonObject]:
        """``session.update``."""
        self._session.update(_object(event, "session"))
        return _only("session.updated", session=dict(self._session))

    def create_item(self, event: JsonObject) -> Iterator[JsonObject]:
        """``conversation.item.create``."""
        return iter(self._add(_object(event, "item")))

    def retrieve_item(self, event: JsonObject) -> Iterator[JsonObject]:
        """``conversation.item.retrieve``."""
        return _only("conversation.item.retrieved", item=self._find(event))

    def delete_item(self, event: JsonObject) -> Iterator[JsonObject]:
        """``conversation.item.delete``."""
        id_ = str(self._find(event)["id"])
        del self._items[id_]
        return _only("conversation.item.deleted", item_id=id_)

    def truncate_item(self, event: JsonObject) -> Iterator[JsonObject]:
        """``conversation.item.truncate``."""
        return _only(
            "conversation.item.truncated",
            item_id=self._find(event)["id"],
            content_index=event.get("content_index", 0),
            audio_end_ms=event.get("audio_end_ms", 0),
        )

    def append_audio(self, event: JsonObject) -> Iterator[JsonObject]:
        """``input_audio_buffer.append``."""
        text = event.get("audio")
        try:
            audio = base64.b64decode(text if isinstance(text, str) else "?", validate=True)
        except (binascii.Error, ValueError):
            problem = "Invalid value: 'audio' is no base64 text."
            raise ApiError(400, problem, param="audio", code="invalid_value") from None
        if len(audio) > MAX_AUDIO:
            problem = f"Invalid value: 'audio' has more than {MAX_AUDIO} bytes."
            raise ApiError(400, problem, param="audio", code="audio_too_large")
        self._audio += audio
        return iter(())

    def commit_audio(self, event: JsonObject) -> Iterator[JsonObject]:
        """``input_audio_buffer.commit``."""
        del event
        if not self._audio:
            text = "Error committing input audio buffer: the buffer is empty."
            raise ApiError(400, text, code="input_audio_buffer_commit_empty")
        self._audio.clear()
        content: JsonValue = [{"type": "input_audio", "transcript": None}]
        added = self._add({"type": "message", "role": "user", "content": content})
        committed: JsonObject = {"type": "input_audio_buffer.committed", "item_id": list(self._items)[-1]}
        return iter([committed, *added])

    def clear_audio(self, event: JsonObject) -> Iterator[JsonObject]:
        """``input_audio_buffer.clear``."""
        del event
        self._audio.clear()
        return _only("input_audio_buffer.cleared")

    def clear_output(self, event: JsonObject) -> Iterator[JsonObject]:
        """``output_audio_buffer.clear``."""
        del event
        active = "" if self._active is None else self._active.id
        return _only("output_audio_buffer.cleared", response_id=active)

    def respond(self, event: JsonObject) -> Iterator[JsonObject]:
        """``response.create``."""
        if self._active is not None:
            text = f"Conversation already has an active response in progress: {self._active.id}."
            raise ApiError(400, text, code="conversation_already_has_active_response")
        wanted = event.get("response")
        asked: JsonObject = {**self._session, **(wanted if isinstance(wanted, Mapping) else {})}
        question = spoken_text([*self._items.values()])
        self._active = Speech(self._store, asked, question)
        return self._speak(self._active)

    def cancel(self, event: JsonObject) -> Iterator[JsonObject]:
        """``response.cancel``."""
        del event
        if self._active is None:
            text = "Cancellation failed: no active response found."
            raise ApiError(400, text, code="response_cancel_not_active")
        self._active.cancelled = True
        return iter(())

    def _speak(self, speech: Speech) -> Iterator[JsonObject]:
        for event in speak(speech):
            yield event
            if event["type"] == "response.output_item.added":
                yield {"type": "conversation.item.added", "item": event["item"], "previous_item_id": None}
            if event["type"] == "response.output_item.done":
                item = cast("JsonObject", event["item"])
                self._items[str(item["id"])] = item
                yield {"type": "conversation.item.done", "item": item, "previous_item_id": None}
            if event["type"] == "response.done":
                self._active = None
                note_use(
                    self._store,
                    "completions",
                    self._session["model"],
                    input_tokens=count_tokens(speech.question),
                    output_tokens=count_tokens(speech.text),
                )
        limit: JsonObject = {"name": "tokens", "limit": 40000, "remaining": 39000, "reset_seconds": 1.5}
        yield {"type": "rate_limits.updated", "rate_limits": [limit]}

    def _add(self, item: JsonObject) -> list[JsonObject]:
        id_ = item.get("id") or self._store.new_id("item_")
        before = list(self._items)[-1] if self._items else None
        kept: JsonObject = {**item, "id": id_, "object": "realtime.item", "status": "completed"}
        self._items[str(id_)] = kept
        return [
            {"type": "conversation.item.added", "item": kept, "previous_item_id": before},
            {"type": "conversation.item.done", "item": kept, "previous_item_id": before},
        ]

    def _find(self, event: JsonObject) -> JsonObject:
        id_ = event.get("item_id")
        found = self._items.get(str(id_))
        if found is None:
            text = f"Item with item_id '{id_}' not found."
            raise ApiError(404, text, param="item_id", code="item_not_found")
        return found


def _only(kind: str, **fields: JsonValue) -> Iterator[JsonObject]:
    """A single event."""
    yield {"type": kind, **fields}


def _object(event: JsonObject, name: str) -> JsonObject:
    value = event.get(name)
    if not isinstance(value, Mapping):
        raise ApiError.missing(param=name)
    return dict(value)


def _error_event(error: ApiError, event_id: JsonValue) -> JsonObject:
    told: JsonObject = {
        "type": error.kind,
        "code": error.code,
        "message": error.message,
        "param": error.param,
        "event_id": event_id,
    }
    return {"type": "error", "error": told}


_HANDLERS: Final[Mapping[str, _Handler]] = {
    "conversation.item.create": RealtimeSession.create_item,
    "conversation.item.delete": RealtimeSession.delete_item,
    "conversation.item.retrieve": RealtimeSession.retrieve_item,
    "conversation.item.truncate": RealtimeSession.truncate_item,
    "input_audio_buffer.append": RealtimeSession.append_audio,
    "input_audio_buffer.clear": RealtimeSession.clear_audio,
    "input_audio_buffer.commit": RealtimeSession.commit_audio,
    "output_audio_buffer.clear": RealtimeSession.clear_output,
    "response.cancel": RealtimeSession.cancel,
    "response.create": RealtimeSession.respond,
    "session.update": RealtimeSession.update,
    "transcription_session.update": RealtimeSession.update,
}


@final
class TranslationSession:
    """A translation session: sound in, sound and transcripts out."""

    def __init__(self, store: Store, model: str) -> None:
        self._store = store
        self._session: JsonObject = {"id": store.new_id("sess_"), "type": "translation", "model": model}

    def greet(self) -> Iterator[Event]:
        """The session as it begins."""
        yield self._event("session.created", session=self._session)

    def take(self, data: str | bytes) -> Iterator[Event]:
        """Note an event; what answers it."""
        try:
            event = parse_client_event(data)
        except ApiError as error:
            return iter([self._event("error", error=_error_event(error, None)["error"])])
        match event["type"]:
            case "session.update":
                self._session.update(cast("JsonObject", event.get("session") or {}))
                return iter([self._event("session.updated", session=self._session)])
            case "session.input_audio_buffer.append":
                spoken = self._event("session.output_audio.delta", delta=silence(1))
                return iter([self._event("session.output_transcript.delta", delta="word "), spoken])
            case "session.close":
                return iter([self._event("session.closed")])
            case kind:
                unknown = ApiError(400, f"Invalid value: '{kind}'.", param="type", code="invalid_value")
                told = _error_event(unknown, event.get("event_id"))["error"]
                return iter([self._event("error", error=told)])

    def _event(self, kind: str, **fields: JsonValue) -> Event:
        return Event(data={"type": kind, "event_id": self._store.new_id("event_"), **fields})


def _connect(call: Call) -> Answer:
    headers = handshake_headers(call.request)
    query = call.request.params
    model = query.get("model") or query.get("deployment")
    settings: JsonObject = {**settings_of_key(call)}
    if "call_id" in query:
        settings |= not_ended(CALLS, attrs.evolve(call, args={"call_id": query["call_id"]})).about
    if model:
        settings["model"] = model
    elif "call_id" not in query and "model" not in settings:
        raise ApiError.missing(param="model")
    beta = call.request.headers.get("openai-beta") == "realtime=v1"
    return SocketAnswer(session=RealtimeSession(call.store, settings, beta=beta), headers=headers)


def _translate(call: Call) -> Answer:
    headers = handshake_headers(call.request)
    model = call.request.params.get("model", "")
    return SocketAnswer(session=TranslationSession(call.store, model), headers=headers)


ROUTES = (Route("GET", "/realtime", _connect), Route("GET", "/realtime/translations", _translate))
