"""Videos: jobs that are queued for a second and worked on for eight more."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai.testing._answer import Answer, ApiError, BinaryAnswer, JsonAnswer
from triopenai.testing._multipart import form_fields, is_multipart, parse_multipart
from triopenai.testing._progress import hinted
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_STARTS = 1.0
_ENDS = 9.0
_FORBIDDEN = "forbidden"
_LIFE = 24 * 3600


@final
@attrs.define(eq=False)
class _Video:
    """A video. A prompt with the word "forbidden" fails."""

    about: JsonObject
    since: float
    created: int

    @property
    def status(self) -> str:
        elapsed = trio.current_time() - self.since
        if elapsed < _STARTS:
            return "queued"
        if elapsed < _ENDS:
            return "in_progress"
        return "failed" if _FORBIDDEN in str(self.about["prompt"]) else "completed"

    @property
    def pending(self) -> bool:
        return self.status in ("queued", "in_progress")

    def value(self) -> JsonObject:
        status = self.status
        elapsed = trio.current_time() - self.since
        done = status == "completed"
        progress = 100 * (elapsed - _STARTS) / (_ENDS - _STARTS)
        error: JsonObject = {"code": "moderation_blocked", "message": "The prompt was refused."}
        return {
            **self.about,
            "status": status,
            "progress": 100 if done else max(0, min(99, int(progress))),
            "completed_at": self.created + int(_ENDS) if done else None,
            "expires_at": self.created + int(_ENDS) + _LIFE if done else None,
            "error": error if status == "failed" else None,
        }


def _create(call: Call) -> Answer:
    multipart = is_multipart(call.request)
    body = Body(form_fields(parse_multipart(call.request)) if multipart else json_body(call.request))
    body.require("prompt")
    return _add(call, body, None)


def _remix(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("prompt")
    return _add(call, body, _find(call))


def _add(call: Call, body: Body, source: _Video | None) -> Answer:
    before: JsonObject = {} if source is None else source.about
    created = call.store.now()
    about: JsonObject = {
        "id": call.store.new_id("video_"),
        "object": "video",
        "model": body.text("model") or before.get("model") or "sora-2",
        "created_at": created,
        "prompt": body.text("prompt"),
        "size": body.text("size") or before.get("size") or "720x1280",
        "seconds": body.text("seconds") or before.get("seconds") or "4",
        "remixed_from_video_id": before.get("id"),
    }
    video = _Video(about, trio.current_time(), created)
    call.store.records(_Video)[str(about["id"])] = video
    return hinted(video.value(), pending=True)


def _find(call: Call) -> _Video:
    id_ = call.args["video_id"]
    found = call.store.records(_Video).get(id_)
    if found is None:
        missing = not_found("video", id_)
        raise missing
    return found


def _list(call: Call) -> Answer:
    items = [video.value() for video in call.store.records(_Video).values()]
    return JsonAnswer(value=cursor_page(items, call.request.params))


def _retrieve(call: Call) -> Answer:
    video = _find(call)
    return hinted(video.value(), pending=video.pending)


def _delete(call: Call) -> Answer:
    id_ = str(_find(call).about["id"])
    del call.store.records(_Video)[id_]
    return JsonAnswer(value={"id": id_, "object": "video.deleted", "deleted": True})


def _content(call: Call) -> Answer:
    video = _find(call)
    if video.status != "completed":
        message = f"The video is not ready: its status is '{video.status}'."
        raise ApiError(400, message, code="video_not_ready")
    text = f"video of {video.about['prompt']}".encode()
    return BinaryAnswer(pieces=(b"\x00\x00\x00\x18ftypmp42", text), content_type="video/mp4")


ROUTES = (
    Route("POST", "/videos", _create),
    Route("GET", "/videos", _list),
    Route("GET", "/videos/{video_id}", _retrieve),
    Route("DELETE", "/videos/{video_id}", _delete),
    Route("GET", "/videos/{video_id}/content", _content),
    Route("POST", "/videos/{video_id}/remix", _remix),
)
