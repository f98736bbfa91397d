"""Addresses: base URLs, path parameters, queries.

Source: RFC 3986.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias, cast
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from triopenai._base.config import DEFAULT_PORTS, Origin
from triopenai._sansio.plain import refuse_awaitable

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Place", "encode_pairs", "parse_base_url", "parse_path", "quote_path_value"]

_PLAIN: Final = re.compile(r"[A-Za-z0-9_.~:-]+")
_PLAIN_QUERY: Final = re.compile(r"[A-Za-z0-9_.~-]*")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BLANK: Final = re.compile(r"[\x00-\x20\x7f-\xa0]")
_HOST: Final = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?")
_LABEL: Final = 63


def quote_path_value(method: str, name: str, value: object) -> str:
    """A path parameter as one segment of a path, whatever it holds.

    Args:
        method: The name of the call, for messages.
        name: The parameter's name.
        value: What was given for it.

    Raises:
        TypeError: It is no string.
        ValueError: It is empty, ``.`` or ``..``, or holds control characters or halves of characters.
    """
    if not isinstance(value, str):
        refuse_awaitable(value, method, name)
        msg = f"{method}(): {name} must be a string, not {type(value).__qualname__}"
        raise TypeError(msg)
    if value in {"", ".", ".."}:
        what = f"is {value!r}, which would be another address" if value else "is empty"
        msg = f"{method}(): {name} {what}"
        raise ValueError(msg)
    if _PLAIN.fullmatch(value):
        return value
    if _CONTROL.search(value):
        msg = f"{method}(): {name} holds a control character: {value!r}"
        raise ValueError(msg)
    try:
        return quote(value, safe=":@")
    except UnicodeEncodeError:
        msg = f"{method}(): {name} holds half a surrogate pair: {value!r}"
        raise ValueError(msg) from None


Place: TypeAlias = tuple[Origin, str, tuple[tuple[str, str], ...]]
"""What an address leads to: a server, a path without a final slash, and a query."""


def encode_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """A query from its names and values."""
    return "&".join([f"{_quoted(name)}={_quoted(value)}" for name, value in pairs])


def _quoted(text: str) -> str:
    return text if _PLAIN_QUERY.fullmatch(text) else quote(text, safe="")


def parse_base_url(url: str, argument: str = "base_url") -> Place:
    """Take a base URL apart into server, path without a final slash, and query.

    Args:
        url: The address.
        argument: What the caller passed it as, for messages.

    Raises:
        ValueError: It is no address of an HTTP server; the message says what is wrong with it.
        TypeError: It is no string.
    """
    if not isinstance(cast("object", url), str):
        msg = f"{argument} must be a string, not {type(url).__qualname__}"
        raise TypeError(msg)
    stripped = url.strip(" ")
    if not stripped:
        raise _bad_url(argument, url, "it is empty")
    if _BLANK.search(stripped) or "\\" in stripped:
        raise _bad_url(argument, url, "it holds blanks, backslashes or control characters")
    try:
        parts = urlsplit(stripped)
        port = parts.port
    except ValueError as error:
        raise _bad_url(argument, url, str(error)) from None
    scheme = parts.scheme
    if scheme not in DEFAULT_PORTS:
        raise _bad_url(argument, url, "it must begin with https:// or http://")
    if "@" in parts.netloc:
        raise _bad_url(
            argument, url, "it holds a user name or password: pass these as api_key or default_headers"
        )
    if parts.fragment:
        raise _bad_url(argument, url, f"it has a fragment, #{parts.fragment}, which is never sent")
    if port == 0:
        raise _bad_url(argument, url, "the port is 0")
    host = _host(argument, url, parts.hostname or "")
    path = quote(parts.path.rstrip("/"), safe="/:@!$&'()*+,;=%~")
    if {".", ".."} & set(path.split("/")):
        raise _bad_url(argument, url, "its path has . or .. in it")
    query = tuple(parse_qsl(parts.query, keep_blank_values=True))
    return Origin(scheme, host, port or DEFAULT_PORTS[scheme]), path, query


def parse_path(path: str, origin: Origin, base_path: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Take apart the path of a call that names its endpoint itself.

    Args:
        path: A path under the base URL (``"/models"``), or a whole address on the same server.
        origin: The server.
        base_path: The path of the base URL, without a final slash.

    Returns:
        The path on the server, and its query.

    Raises:
        ValueError: It leads to another server or out of the base URL, or is no path.
        TypeError: It is no string.
    """
    if not isinstance(cast("object", path), str):
        msg = f"a path must be a string, not {type(path).__qualname__}"
        raise TypeError(msg)
    if not path or _BLANK.search(path) or "\\" in path:
        raise _bad_path(path, "it is empty, or holds blanks, backslashes or control characters")
    try:
        parts = urlsplit(path)
        port = parts.port
    except ValueError as error:
        raise _bad_path(path, str(error)) from None
    if parts.fragment:
        raise _bad_path(path, f"it has a fragment, #{parts.fragment}, which is never sent")
    if {".", ".."} & set(re.split(r"[/\\]", unquote(parts.path))):
        raise _bad_path(path, "it has . or .. in it")
    before = base_path
    if parts.scheme or parts.netloc or path.startswith("//"):
        found = (parts.scheme, (parts.hostname or "").lower(), port or DEFAULT_PORTS.get(parts.scheme))
        if found != (origin.scheme, origin.host, origin.port) or "@" in parts.netloc:
            raise _bad_path(path, f"it is not on {origin}, where the client's key belongs")
        before = ""
    quoted = quote(parts.path, safe="/:@!$&'()*+,;=%~")
    slash = "" if quoted.startswith("/") else "/"
    return f"{before}{slash}{quoted}", tuple(parse_qsl(parts.query, keep_blank_values=True))


def _bad_path(path: str, why: str) -> ValueError:
    shown = "" if "@" in path else f" {path!r}"
    return ValueError(f"the path{shown} is not usable: {why}")


def _host(argument: str, url: str, host: str) -> str:
    if not host:
        raise _bad_url(argument, url, "it names no host")
    if ":" in host:
        return host
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            raise _bad_url(argument, url, f"{host!r} is no host name") from None
    if not _HOST.fullmatch(host) or ".." in host or any(len(label) > _LABEL for label in host.split(".")):
        raise _bad_url(argument, url, f"{host!r} is no host name")
    return host


def _bad_url(argument: str, url: str, why: str) -> ValueError:
    # What stands before an @ may be a password.
    shown = "" if "@" in url else f" {url!r}"
    return ValueError(f"{argument}{shown} is not usable: {why}")
