"""Reading `multipart/form-data` bodies (RFC 7578)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

import attrs

from triopenai.testing._answer import ApiError
from triopenai.testing._validate import json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._record import ReceivedRequest

__all__ = ["Part", "form_fields", "form_or_json", "has_file", "is_multipart", "parse_multipart"]

_BOUNDARY = re.compile(r'boundary=(?:"([^"]+)"|([^\s;]+))', re.IGNORECASE)
_PARAMETER = re.compile(rb';\s*(name|filename)="((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_ESCAPES = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"), ('\\"', '"'), ("\\\\", "\\"))


@final
@attrs.frozen
class Part:
    """One part of a form.

    Attributes:
        name: The field.
        filename: The file's name, or None where the part is no file.
        content_type: What the part says it is.
        data: Its content.
    """

    name: str
    filename: str | None
    content_type: str
    data: bytes = attrs.field(repr=False)


def is_multipart(request: ReceivedRequest) -> bool:
    """Whether a request's body says that it is a form."""
    return request.headers.get("content-type", "").lower().startswith("multipart/form-data")


def parse_multipart(request: ReceivedRequest) -> list[Part]:
    """The parts of a form.

    Raises:
        ApiError: The body is not what its `content-type` says (400).
    """
    found = _BOUNDARY.search(request.headers.get("content-type", ""))
    if found is None or not is_multipart(request):
        message = "The body must be 'multipart/form-data' with a boundary."
        raise ApiError(400, message)
    boundary = b"\r\n--" + (found.group(1) or found.group(2)).encode("latin-1")
    body = b"\r\n" + request.body
    pieces = body.split(boundary)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):  # noqa: PLR2004 - an opening and a closing line
        message = "The multipart body does not end with its boundary."
        raise ApiError(400, message)
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> Part:
    head, separator, data = piece.partition(b"\r\n\r\n")
    headers: dict[bytes, bytes] = {}
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        headers[name.strip().lower()] = value.strip()
    disposition = headers.get(b"content-disposition", b"")
    parameters = {
        key.lower(): _unescape(value.decode("utf-8", "replace"))
        for key, value in _PARAMETER.findall(disposition)
    }
    if not separator or b"name" not in parameters:
        message = "A part of the multipart body has no name."
        raise ApiError(400, message)
    kind = headers.get(b"content-type", b"text/plain").decode("latin-1")
    return Part(parameters[b"name"], parameters.get(b"filename"), kind, data)


def _unescape(text: str) -> str:
    for escaped, plain in _ESCAPES:
        text = text.replace(escaped, plain)
    return text


def form_fields(parts: list[Part]) -> dict[str, str]:
    """The fields of a form that are no files, by their names; of several of one name the last."""
    return {part.name: part.data.decode("utf-8", "replace") for part in parts if part.filename is None}


def form_or_json(request: ReceivedRequest) -> JsonObject:
    """The fields of a request that may be a form or JSON; of a form those that are no files.

    Raises:
        ApiError: The body is not what it says that it is (400).
    """
    if is_multipart(request):
        return {**form_fields(parse_multipart(request))}
    return json_body(request)


def has_file(request: ReceivedRequest, name: str) -> bool:
    """Whether a request is a form with a file of this name."""
    parts = parse_multipart(request) if is_multipart(request) else []
    return any(part.name == name and part.filename is not None for part in parts)
