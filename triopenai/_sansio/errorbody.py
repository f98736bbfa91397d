"""What error bodies and error events say.

Servers that only resemble the API say it in many forms, and each is read: ``{"error": {...}}``,
``{"error": "text"}``, ``{"detail": ...}``, ``{"message": ...}``, plain text, an HTML page, nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from triopenai._sansio.jsontext import parse_json

if TYPE_CHECKING:
    from triopenai._base.headers import Headers

__all__ = ["Said", "body_start", "read_body", "read_event", "shorten"]

MAX_SHOWN: Final = 300
MAX_BODY_TEXT: Final = 4096

_TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)


class Said(NamedTuple):
    """What an error body says."""

    message: str
    code: str | None = None
    param: str | None = None
    type: str | None = None
    body: object = None


def read_body(headers: Headers, body: bytes) -> Said:
    """What the body of an error answer says, whatever its form."""
    text, shown = body_start(headers, body)
    if not shown:
        return Said("")
    value = parse_json(body)
    if value is None:
        return Said(shown, body=text)
    return _read_error(value) or Said(shown, body=value)


def _read_error(value: object) -> Said | None:
    """Read an error body that is JSON; None if it has no form that is known."""
    if isinstance(value, str):
        return Said(shorten(value), body=value)
    if isinstance(value, list) and value:
        # Some gateways wrap the object into a list of one.
        return _read_error(cast("list[object]", value)[0])
    if not isinstance(value, Mapping):
        return None
    outer = cast("Mapping[str, object]", value)
    error = outer.get("error")
    if isinstance(error, Mapping):
        return _read_object(cast("Mapping[str, object]", error))
    if isinstance(error, str) and error:
        message = _word(outer.get("message")) or _word(outer.get("error_description")) or error
        return Said(
            message, _word(outer.get("code")), _word(outer.get("param")), _word(outer.get("type")), value
        )
    said = _read_object(outer)
    return said if said.message or said.code else None


def _read_object(error: Mapping[str, object]) -> Said:
    message = _word(error.get("message")) or _word(error.get("msg"))
    if message is None and "detail" in error:
        message = _read_detail(error["detail"])
    return Said(
        message or _word(error.get("title")) or "",
        _word(error.get("code")),
        _word(error.get("param")),
        _word(error.get("type")),
        error,
    )


def _read_detail(detail: object) -> str | None:
    """What FastAPI and its like put under `detail`: a text, an object, or a list of complaints."""
    if isinstance(detail, list):
        said = [_read_detail(one) for one in cast("list[object]", detail)]
        return "; ".join(one for one in said if one) or None
    if not isinstance(detail, Mapping):
        return _word(detail)
    entry = cast("Mapping[str, object]", detail)
    message = _word(entry.get("msg")) or _word(entry.get("message")) or _word(entry.get("error"))
    where = entry.get("loc")
    if message and isinstance(where, list):
        return f"{'.'.join(str(step) for step in cast('list[object]', where))}: {message}"
    return message


def read_event(value: object, *, named_error: bool) -> Said | None:
    """What an event of a stream says of a failure; None if it reports none.

    Args:
        value: The event's JSON.
        named_error: Whether the stream names the event ``error``.
    """
    if not isinstance(value, Mapping):
        return None
    data = cast("Mapping[str, object]", value)
    if data.get("type") == "response.failed":
        return _read_failed_response(data)
    error = data.get("error")
    if isinstance(error, Mapping) or (isinstance(error, str) and error):
        kind = data.get("type")
        # An event of another type may carry an error of its own kind, which is no failure of the stream.
        if isinstance(kind, str) and kind != "error" and not named_error:
            return None
        return _read_error(data)
    if data.get("type") == "error" or named_error:
        said = _read_object(data)
        return said._replace(type=None) if said.type == "error" else said
    return None


def _read_failed_response(data: Mapping[str, object]) -> Said:
    response = data.get("response")
    if isinstance(response, Mapping):
        error = cast("Mapping[str, object]", response).get("error")
        if isinstance(error, Mapping):
            return _read_object(cast("Mapping[str, object]", error))
    return Said("the response failed", body=data)


def _word(value: object) -> str | None:
    """A text or number as text; None for nothing, and for the word None, which some servers send for it."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value)
    return None if text in {"", "None", "null"} else text


def body_start(headers: Headers, body: bytes) -> tuple[str, str]:
    """The start of a body as text, and the line that shows it to people: of a page, its title or words."""
    text = body[:MAX_BODY_TEXT].decode("utf-8", "replace")
    start = text.lstrip()[:15].lower()
    is_page = "html" in headers.get("content-type", "").lower() or start.startswith(("<!doctype", "<html"))
    return text, shorten(_page_text(text) if is_page else text)


def _page_text(page: str) -> str:
    title = _TITLE.search(page)
    if title and title[1].strip():
        return title[1]
    return _TAG.sub(" ", page)


def shorten(text: str) -> str:
    """`text` in one line of bearable length."""
    plain = " ".join(text.split())
    return plain if len(plain) <= MAX_SHOWN else f"{plain[:MAX_SHOWN]}..."
