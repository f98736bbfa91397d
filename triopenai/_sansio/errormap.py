"""Which error an answer stands for.

The class follows from the HTTP status alone; what the body says goes into the fields. Servers that only
resemble the API say it in many forms, and each is read: ``{"error": {...}}``, ``{"error": "text"}``,
``{"detail": ...}``, ``{"message": ...}``, plain text, an HTML page, nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from triopenai._base.errors import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    Attempt,
)
from triopenai._sansio.jsontext import parse_json
from triopenai._sansio.quota import is_quota

if TYPE_CHECKING:
    from triopenai._base.headers import Headers

__all__ = [
    "bad_content",
    "error_from_event",
    "error_from_response",
    "find_request_id",
    "is_overload",
    "is_quota",
]

MAX_SHOWN: Final = 300
MAX_BODY_TEXT: Final = 4096

_TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
_REQUEST_ID: Final = ("x-request-id", "request-id", "apim-request-id")

_OVERLOAD: Final = frozenset(
    {
        "408",
        "429",
        "500",
        "502",
        "503",
        "504",
        "engine_overloaded",
        "internal_error",
        "internal_server_error",
        "overloaded",
        "overloaded_error",
        "rate_limit_error",
        "rate_limit_exceeded",
        "requests",
        "server_error",
        "server_is_overloaded",
        "server_overloaded",
        "service_unavailable",
        "slow_down",
        "timeout",
        "tokens",
        "too_many_requests",
        "vector_store_timeout",
    }
)

_MEANING: Final = {
    400: "the request is not valid",
    401: "the API key was not accepted",
    403: "the API key may not do this",
    404: "there is no such thing",
    408: "the server gave up waiting",
    409: "the object was changed by someone else",
    413: "the request is too large",
    422: "the request cannot be carried out",
    429: "too many requests",
}


class _Said(NamedTuple):
    """What an error body says."""

    message: str
    code: str | None = None
    param: str | None = None
    type: str | None = None
    body: object = None


def error_from_response(
    *,
    status: int,
    headers: Headers,
    body: bytes,
    operation: str,
    method: str,
    url: str,
    attempts: tuple[Attempt, ...] = (),
) -> APIStatusError:
    """The error for an answer with an error status.

    Args:
        status: The HTTP status.
        headers: The answer's header fields.
        body: Its body, decompressed; a long one may be cut.
        operation: The call, as ``"chat.completions.create"``.
        method: The verb of the request.
        url: Its address.
        attempts: The tries so far.
    """
    said = _read_body(headers, body)
    message = said.message or _MEANING.get(status) or "the server failed without saying why"
    return APIStatusError.class_for(status)(
        f"HTTP {status}: {message}",
        status_code=status,
        headers=headers,
        body=said.body,
        code=said.code,
        param=said.param,
        type=said.type,
        request_id=find_request_id(headers),
        operation=operation,
        method=method,
        url=url,
        attempts=attempts,
    )


def error_from_event(
    data: object,
    *,
    event: str | None = None,
    headers: Headers | None = None,
    request_id: str | None = None,
    delivered: int = 0,
    operation: str = "",
    method: str = "",
    url: str = "",
    attempts: tuple[Attempt, ...] = (),
) -> APIError | None:
    """The error that an event of a stream reports, or None if it reports none.

    Known are the error object of chat streams, the ``error`` and ``response.failed`` events of responses, and
    anything that the stream itself names ``error``.

    Args:
        data: The event's data, as bytes or as the value that it holds.
        event: The event's type on the stream.
        headers: Header fields of the stream's answer, for the request id if `request_id` is not given.
        request_id: The server's id of the request.
        delivered: How many events came before this one.
        operation: The call.
        method: The verb of the request.
        url: Its address.
        attempts: The tries so far.
    """
    value = parse_json(data) if isinstance(data, bytes) else data
    said = _read_event(value, named_error=event == "error")
    if said is None and event == "error" and isinstance(data, bytes):
        said = _Said(_shorten(data.decode("utf-8", "replace")), body=data.decode("utf-8", "replace"))
    if said is None:
        return None
    after = "" if not delivered else f" (after {delivered} event{'s' if delivered > 1 else ''})"
    return APIError(
        f"The server reported a failure in the stream{after}: {said.message or 'it did not say why'}",
        body=said.body,
        code=said.code,
        param=said.param,
        type=said.type,
        request_id=request_id or (None if headers is None else find_request_id(headers)),
        operation=operation,
        method=method,
        url=url,
        attempts=attempts,
    )


def is_overload(error: APIError) -> bool:
    """Whether an error reported inside a stream says that the server had too much to do, or stumbled.

    The same request may then succeed a moment later, if nothing of its answer was delivered yet.
    """
    if is_quota(error.code, error.type):
        return False
    return error.code in _OVERLOAD or error.type in _OVERLOAD


def bad_content(
    *,
    status: int,
    headers: Headers,
    body: bytes,
    expected: str,
    operation: str = "",
    method: str = "",
    url: str = "",
    attempts: tuple[Attempt, ...] = (),
) -> APIResponseValidationError:
    """The error for an answer that should have been one thing and is another.

    The message shows the status, the content type and the start of the body.

    Args:
        status: The HTTP status.
        headers: The answer's header fields.
        body: Its body, or the start of it.
        expected: What was due, ``"a JSON object"``.
        operation: The call.
        method: The verb of the request.
        url: Its address.
        attempts: The tries so far.
    """
    kind = headers.get("content-type") or "no content type"
    text = body[:MAX_BODY_TEXT].decode("utf-8", "replace")
    shown = _shorten(_page_text(text) if _is_html(headers, text) else text)
    what = f"that begins {shown!r}" if shown else "that is empty"
    return APIResponseValidationError(
        f"Expected {expected}; the server answered HTTP {status} ({kind}) with a body {what}.",
        status_code=status,
        body=text,
        request_id=find_request_id(headers),
        operation=operation,
        method=method,
        url=url,
        attempts=attempts,
    )


def find_request_id(headers: Headers) -> str | None:
    """The server's id of a request, under the names that servers give it."""
    for name in _REQUEST_ID:
        found = headers.get(name)
        if found:
            return found
    return None


def _read_body(headers: Headers, body: bytes) -> _Said:
    text = body[:MAX_BODY_TEXT].decode("utf-8", "replace").strip()
    if not text:
        return _Said("")
    value = parse_json(body)
    if value is None:
        page = _page_text(text) if _is_html(headers, text) else text
        return _Said(_shorten(page), body=text)
    said = _read_error(value)
    return said or _Said(_shorten(text), body=value)


def _read_error(value: object) -> _Said | None:
    """Read an error body that is JSON; None if it has no form that is known."""
    if isinstance(value, str):
        return _Said(_shorten(value), body=value)
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
        return _Said(
            message, _word(outer.get("code")), _word(outer.get("param")), _word(outer.get("type")), value
        )
    said = _read_object(outer)
    return said if said.message or said.code else None


def _read_object(error: Mapping[str, object]) -> _Said:
    message = _word(error.get("message")) or _word(error.get("msg"))
    if message is None and "detail" in error:
        message = _read_detail(error["detail"])
    return _Said(
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


def _read_event(value: object, *, named_error: bool) -> _Said | None:
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


def _read_failed_response(data: Mapping[str, object]) -> _Said:
    response = data.get("response")
    if isinstance(response, Mapping):
        error = cast("Mapping[str, object]", response).get("error")
        if isinstance(error, Mapping):
            return _read_object(cast("Mapping[str, object]", error))
    return _Said("the response failed", body=data)


def _word(value: object) -> str | None:
    """A text or number as text; None for nothing, and for the word None, which some servers send for it."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value)
    return None if text in {"", "None", "null"} else text


def _is_html(headers: Headers, text: str) -> bool:
    return "html" in headers.get("content-type", "").lower() or text[:15].lower().startswith(
        ("<!doctype", "<html")
    )


def _page_text(page: str) -> str:
    title = _TITLE.search(page)
    if title and title[1].strip():
        return title[1]
    return _TAG.sub(" ", page)


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MAX_SHOWN else f"{plain[:MAX_SHOWN]}..."
