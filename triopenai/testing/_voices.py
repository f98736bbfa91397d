"""Voices of one's own, and the consents to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai.testing._answer import ApiError
from triopenai.testing._collections import Collection, Entry, replacing
from triopenai.testing._multipart import form_or_json, has_file
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]


def _make_consent(call: Call) -> Entry:
    body = Body(form_or_json(call.request))
    body.require("language", "name")
    if not has_file(call.request, "recording"):
        raise ApiError.missing(param="recording")
    about: JsonObject = {
        "id": call.store.new_id("cons_"),
        "object": "audio.voice_consent",
        "name": body.text("name"),
        "language": body.text("language"),
        "created_at": call.store.now(),
    }
    return Entry(about)


def _make_voice(call: Call) -> Entry:
    body = Body(form_or_json(call.request))
    body.require("name")
    sampled = has_file(call.request, "audio_sample")
    if not sampled and not body.has("prompt"):
        message = "One of 'audio_sample' and 'prompt' must be given."
        raise ApiError.missing(message, param="audio_sample")
    about: JsonObject = {
        "id": call.store.new_id("voice_"),
        "object": "audio.voice",
        "name": body.text("name"),
        "created_at": call.store.now(),
        "prompt": body.text("prompt") or None,
        "type": "audio_sample" if sampled else "prompt",
    }
    return Entry(about)


_CONSENTS = Collection(
    "/audio/voice_consents/{consent_id}",
    "voice consent",
    Entry,
    make=_make_consent,
    change=replacing("name", required=("name",)),
    deleted="audio.voice_consent",
)
_VOICES = Collection(
    "/audio/voices/{voice_id}",
    "voice",
    Entry,
    make=_make_voice,
    deleted="audio.voice.deleted",
    listed=False,
    shown=False,
)
ROUTES = (*_CONSENTS.routes(), *_VOICES.routes())
