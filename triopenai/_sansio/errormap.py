"""Which error an answer stands for.

The class follows from the HTTP status alone; what the body says goes into the fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._base.errors import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    Attempt,
)
from triopenai._sansio.errorbody import Said, body_start, read_body, read_event, shorten
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
]

_REQUEST_ID: Final = (b"x-request-id", b"request-id", b"apim-request-id")

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
    said = read_body(headers, body)
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
    said = read_event(value, named_error=event == "error")
    if said is None and event == "error" and isinstance(data, bytes):
        text = data.decode("utf-8", "replace")
        said = Said(shorten(text), body=text)
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
    text, shown = body_start(headers, body)
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
        if found := headers.find(name):
            return found.decode("latin-1")
    return None
