"""A request and its answer as a line of JSON, without secrets.

A line has what tells requests apart (verb, path and query, body) and what the client reads of an answer
(status, headers, the pieces of the body, how it failed). The server's address and the request's headers are
left out: the first may differ, and the others carry keys. What looks like a key is masked everywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast, final

import attrs

from triopenai._base.headers import Headers
from triopenai._base.redact import redact_text, redact_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._sansio.request import Request

__all__ = ["Exchange", "Failure", "RecordingError", "Sent", "describe", "read_line", "write_line"]

Json: TypeAlias = object

# Headers of answers that say who asked, and those that no longer hold once the content encoding is undone.
_LEFT_OUT: Final = frozenset(
    {
        "set-cookie",
        "openai-organization",
        "openai-project",
        "content-encoding",
        "content-length",
        "transfer-encoding",
        "connection",
    }
)


class RecordingError(ValueError):
    """A file is no recording."""


@final
@attrs.frozen
class Sent:
    """What tells a request from others.

    Attributes:
        method: The verb.
        target: Path and query.
        body: JSON as a value, anything else as its size and digest, what is sent in pieces as its size alone,
            and None if there is none.
    """

    method: str
    target: str
    body: Json


@final
@attrs.frozen
class Failure:
    """How an exchange failed: the class of a transport's error, and what it says.

    Attributes:
        kind: The name of the class, such as ``"ReadError"``.
        message: Its text.
        phase: Its phase.
        sent: Whether a byte may have been sent.
    """

    kind: str
    message: str
    phase: str
    sent: bool


@final
@attrs.frozen
class Exchange:
    """A request and what became of it.

    Attributes:
        sent: The request.
        status: The status of the answer, or None if none came.
        headers: Its headers.
        pieces: Its body, in the pieces that it came in.
        ended: Whether the body was read to its end.
        failure: How it failed, if it did.
    """

    sent: Sent
    status: int | None = None
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])
    pieces: tuple[bytes, ...] = ()
    ended: bool = True
    failure: Failure | None = None


def describe(request: Request) -> Sent:
    """What tells a request from others."""
    return Sent(request.method, redact_text(request.target), _body(request))


def _body(request: Request) -> Json:
    if not isinstance(request.body, bytes):
        return {"size": request.body.length}
    if not request.body:
        return None
    content_type = Headers(request.headers).get("content-type", "")
    if content_type.partition(";")[0].strip().lower() == "application/json":
        with suppress(ValueError):  # what users send as it is may be no JSON
            return redact_value(json.loads(request.body))
    # A form's boundary is made up anew each time.
    _, _, boundary = content_type.partition("boundary=")
    data = request.body.replace(boundary.encode(), b"") if boundary else request.body
    return {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def write_line(exchange: Exchange) -> str:
    """An exchange as a line of JSON."""
    value: dict[str, Json] = {"request": attrs.asdict(exchange.sent)}
    if exchange.status is not None:
        headers = {
            name: redact_text(text)
            for name, text in exchange.headers.items()
            if name.lower() not in _LEFT_OUT
        }
        value["response"] = {
            "status": exchange.status,
            "headers": headers,
            "body": _packed(exchange.pieces),
            "ended": exchange.ended,
        }
    if exchange.failure is not None:
        value["failure"] = attrs.asdict(exchange.failure)
    return json.dumps(value, ensure_ascii=False) + "\n"


def _packed(pieces: tuple[bytes, ...]) -> list[Json]:
    """Pieces as text if they are. A body with a secret is one piece: the secret may lie across several."""
    try:
        whole = b"".join(pieces).decode()
    except UnicodeDecodeError:
        return [{"base64": base64.b64encode(piece).decode()} for piece in pieces]
    if (masked := redact_text(whole)) != whole:
        return [masked]
    try:
        return [piece.decode() for piece in pieces]
    except UnicodeDecodeError:  # one ends within a character
        return [{"base64": base64.b64encode(piece).decode()} for piece in pieces]


def read_line(line: str) -> Exchange:
    """An exchange from its line.

    Raises:
        RecordingError: The line is none.
    """
    try:
        value = cast("dict[str, Any]", json.loads(line))
        sent = Sent(**value["request"])
        answer = value.get("response")
        failure = Failure(**value["failure"]) if "failure" in value else None
        if answer is None:
            return Exchange(sent, failure=failure)
        return Exchange(
            sent,
            answer["status"],
            dict(answer["headers"]),
            tuple(map(_unpacked, answer["body"])),
            answer["ended"],
            failure,
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        msg = f"this is no line of a recording: {line[:80]!r}"
        raise RecordingError(msg) from error


def _unpacked(piece: str | dict[str, str]) -> bytes:
    return piece.encode() if isinstance(piece, str) else base64.b64decode(piece["base64"])
