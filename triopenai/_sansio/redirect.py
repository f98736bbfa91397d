"""Where a redirect leads, and what may go along. Source: RFC 9110 section 15.4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin, urlsplit

import attrs

from triopenai._base.config import DEFAULT_PORTS, Origin

if TYPE_CHECKING:
    from triopenai._sansio.request import Request

__all__ = ["MAX_REDIRECTS", "RedirectError", "is_redirect", "redirected"]

MAX_REDIRECTS: Final = 10

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_TO_GET: Final = {301: {"POST"}, 302: {"POST"}}
_SEE_OTHER: Final = 303
_SECRET: Final = frozenset(
    {b"authorization", b"proxy-authorization", b"api-key", b"x-api-key", b"cookie", b"idempotency-key"}
)
_SECRET_PREFIX: Final = b"openai-"
_BODY_FIELDS: Final = (b"content-", b"idempotency-key")


class RedirectError(Exception):
    """A redirect that is not followed; the message says why."""


def is_redirect(status: int) -> bool:
    """Whether a response with this status names another address to ask."""
    return status in _REDIRECTS


def redirected(request: Request, status: int, location: str | None, followed: int = 0) -> Request:
    """The request to send next.

    A 303, and a 301 or 302 after POST, turn into GET without the body. On another origin, credentials,
    cookies and every `OpenAI-*` header are dropped. What goes there is only what a stranger may read, so that
    a body goes to the same host alone. An upgrade from http to https on one host counts as the same origin.

    Args:
        request: The request that was answered.
        status: The answer's status, one of those of `is_redirect`.
        location: Its `Location` field.
        followed: How many redirects led to `request`.

    Raises:
        RedirectError: There are too many, the location is missing or no http address, or the body would have
            to be sent again and cannot be, or may not.
    """
    if followed >= MAX_REDIRECTS:
        msg = f"more than {MAX_REDIRECTS} redirects, the last from {request.url}"
        raise RedirectError(msg)
    origin, target = _address(request, status, location)
    method, headers, body = request.method, tuple(request.headers), request.body
    if (status == _SEE_OTHER and method != "HEAD") or method in _TO_GET.get(status, ()):
        method, body = "GET", b""
        headers = tuple(pair for pair in headers if not pair[0].lower().startswith(_BODY_FIELDS))
    if not _same_origin(request.origin, origin):
        if body:
            msg = f"{status} redirect would send the request's body to another host, {origin}"
            raise RedirectError(msg)
        headers = tuple(pair for pair in headers if not _is_secret(pair[0]))
    if not isinstance(body, bytes) and not body.replayable:
        msg = f"{status} redirect asks for the request's body again, which can be read only once"
        raise RedirectError(msg)
    return attrs.evolve(
        request, method=method, origin=origin, target=target, headers=_without_host(headers), body=body
    )


def _address(request: Request, status: int, location: str | None) -> tuple[Origin, str]:
    if not location:
        msg = f"{status} redirect without a Location"
        raise RedirectError(msg)
    try:
        parts = urlsplit(urljoin(request.url, location))
        port = parts.port
        (parts.hostname or "").encode("ascii")
    except ValueError:
        parts, port = None, None
    if parts is None or parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        msg = f"{status} redirect to what is no http address: {location[:200]!r}"
        raise RedirectError(msg)
    target = parts.path or "/"
    if parts.query:
        target += f"?{parts.query}"
    target = quote(target, safe="!#$%&'()*+,/:;=?@[]~")
    return Origin(parts.scheme, parts.hostname, port or DEFAULT_PORTS[parts.scheme]), target


def _same_origin(old: Origin, new: Origin) -> bool:
    if old == new:
        return True
    upgrade = (old.scheme, old.port, new.scheme, new.port) == ("http", 80, "https", 443)
    return upgrade and old.host == new.host


def _is_secret(name: bytes) -> bool:
    lower = name.lower()
    return lower in _SECRET or lower.startswith(_SECRET_PREFIX)


def _without_host(headers: tuple[tuple[bytes, bytes], ...]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple(pair for pair in headers if pair[0].lower() != b"host")
