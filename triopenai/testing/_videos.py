"""Videos: jobs that are queued for a second and worked on for eight more."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import Answer, ApiError, BinaryAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._multipart import form_or_json, has_file
from triopenai.testing._progress import hinted
from triopenai.testing._router import Route
from triopenai.testing._store import not_found
from triopenai.testing._validate import Body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_STARTS = 1.0
_ENDS = 9.0
_FORBIDDEN = "forbidden"
_LIFE = 24 * 3600
_VARIANTS = {
    "video": ("video/mp4", b"\x00\x00\x00\x18ftypmp42"),
    "thumbnail": ("image/webp", b"RIFF\x00\x00\x00\x00WEBP"),
    "spritesheet": ("image/jpeg", b"\xff\xd8\xff\xe0"),
}


@final
@attrs.define(eq=False)
class _Video(Entry):
    """A video. A prompt with the word "forbidden" fails."""

    created: int

    @property
    def status(self) -> str:
        if self.age < _STARTS:
            return "queued"
        if self.age < _ENDS:
            return "in_progress"
        return "failed" if _FORBIDDEN in str(self.about["prompt"]) else "completed"

    @property
    def pending(self) -> bool:
        return self.status in ("queued", "in_progress")

    def value(self) -> JsonObject:
        status = self.status
        done = status == "completed"
        progress = 100 * (self.age - _STARTS) / (_ENDS - _STARTS)
        error: JsonObject = {"code": "moderation_blocked", "message": "The prompt was refused."}
        return {
            **self.about,
            "status": status,
            "progress": 100 if done else max(0, min(99, int(progress))),
            "completed_at": self.created + int(_ENDS) if done else None,
            "expires_at": self.created + int(_ENDS) + _LIFE if done else None,
            "error": error if status == "failed" else None,
        }

    def ready(self) -> _Video:
        """The video itself.

        Raises:
            ApiError: It is not done, or failed (400).
        """
        if self.status != "completed":
            message = f"The video is not ready: its status is '{self.status}'."
            raise ApiError(400, message, code="video_not_ready")
        return self


def _body(call: Call, *required: str) -> Body:
    body = Body(form_or_json(call.request))
    body.require(*required)
    return body


def _make(call: Call) -> _Video:
    return _video(call, _body(call, "prompt"), {})


def _video(call: Call, body: Body, before: JsonObject) -> _Video:
    """A new video; what the request does not say is as it was before."""
    created = call.store.now()
    about: JsonObject = {
        "id": call.store.new_id("video_"),
        "object": "video",
        "model": body.text("model") or before.get("model") or "sora-2",
        "created_at": created,
        "prompt": body.text("prompt"),
        "size": body.text("size") or before.get("size") or "720x1280",
        "seconds": body.text("seconds") or before.get("seconds") or "4",
        "remixed_from_video_id": None,
    }
    return _Video(about, created)


def _remix(call: Call) -> Answer:
    body = _body(call, "prompt")
    source = _VIDEOS.find(call).ready().about
    made = _VIDEOS.add(call, _video(call, body, source))
    made.about["remixed_from_video_id"] = source["id"]
    return hinted(made.value(), pending=True)


def _source(call: Call, body: Body) -> JsonObject:
    """The video that an edit or an extension starts from: nothing is known of one that was sent along."""
    if has_file(call.request, "video"):
        return {}
    given = body.object("video")
    id_ = body.text("video[id]") if given is None else given.text("id")
    if not id_:
        raise ApiError.missing(param="video")
    found = _VIDEOS.entries(call).get(id_)
    if found is None:
        missing = not_found("video", id_)
        raise missing
    return found.ready().about


def _derive(call: Call, *required: str) -> Answer:
    body = _body(call, *required)
    made = _VIDEOS.add(call, _video(call, body, _source(call, body)))
    return hinted(made.value(), pending=True)


def _edit(call: Call) -> Answer:
    return _derive(call, "prompt")


def _extend(call: Call) -> Answer:
    return _derive(call, "prompt", "seconds")


def _content(call: Call) -> Answer:
    video = _VIDEOS.find(call).ready()
    variant = Body(dict(call.request.params)).choice("variant", _VARIANTS, "video")
    kind, head = _VARIANTS[variant]
    text = f"{variant} of {video.about['prompt']}".encode()
    return BinaryAnswer(pieces=(head, text), content_type=kind)


def _make_character(call: Call) -> Entry:
    body = _body(call, "name")
    if not has_file(call.request, "video"):
        raise ApiError.missing(param="video")
    id_ = call.store.new_id("char_")
    return Entry({"id": id_, "name": body.text("name"), "created_at": call.store.now()})


_VIDEOS = Collection("/videos/{video_id}", "video", _Video, make=_make, deleted="video.deleted")
_CHARACTERS = Collection(
    "/videos/characters/{character_id}", "character", Entry, make=_make_character, listed=False
)
ROUTES = (
    *_VIDEOS.routes(),
    Route("GET", f"{_VIDEOS.path}/content", _content),
    Route("POST", f"{_VIDEOS.path}/remix", _remix),
    Route("POST", "/videos/edits", _edit),
    Route("POST", "/videos/extensions", _extend),
    *_CHARACTERS.routes(),
)
