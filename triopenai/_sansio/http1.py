"""HTTP/1.1 on the client's side: request heads to bytes, bytes to responses.

Theory of operation
    `serialize_head` is one join over the request's pairs, checked by counting line ends: a field that holds
    one makes the count wrong. That costs a tenth of matching each field against its grammar.

    `ResponseParser` is a decoder, ``start`` then ``feed``... then ``finish`` at the end of the stream. It has
    no events: what it knows stands in its attributes, and body bytes lie in `ResponseParser.pieces` until
    they are taken. llhttp (by way of httptools) does the parsing and decides on framing; it knows nothing of
    the request, so that a body that does not exist (HEAD, 204, 304) is our decision, and it does not know the
    end of the stream, so that a body without a length is too.

    One parser serves all responses of a connection. It is replaced after a response without a body whose
    head announced one, since llhttp would wait for it.

Source: RFC 9112 (syntax), RFC 9110 section 6.4 (which messages have a body).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

import httptools

if TYPE_CHECKING:
    from collections.abc import Callable

    from triopenai._sansio.request import Request

__all__ = ["MAX_HEAD", "MessageError", "MessageTruncated", "ResponseParser", "serialize_head"]

MAX_HEAD: Final = 64 * 1024
"""Bytes that a response's head may have, interim responses before it included."""

MAX_FIELDS: Final = 512
"""Header fields that a response may have."""

_TOO_LARGE: Final = f"response head or trailer is larger than {MAX_HEAD} bytes"
_TOKEN: Final = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_BAD_IN_TARGET: Final = re.compile(r"[^!-~]")
_OURS: Final = frozenset({b"content-length", b"transfer-encoding"})
# Names that need no look: most of what is ever sent.
_KNOWN_NAMES: Final = frozenset(
    spelling
    for name in (
        b"Accept Accept-Encoding Authorization Content-Type Idempotency-Key OpenAI-Beta OpenAI-Organization"
        b" OpenAI-Project User-Agent X-Client-Request-Id"
    ).split()
    for spelling in (name, name.lower())
)
_FIRST_INTERIM: Final = 100
_SWITCHING: Final = 101
_FIRST_FINAL: Final = 200
_NO_BODY: Final = frozenset({204, 304})
_BODY_METHODS: Final = frozenset({"POST", "PUT", "PATCH"})


class MessageError(Exception):
    """What was received is not HTTP/1.1, or goes beyond a bound."""


class MessageTruncated(MessageError):  # noqa: N818  # a state of the message, not a fault of ours
    """The stream ended inside a message, or before it."""


def serialize_head(request: Request, length: int | None, host: bytes) -> bytes:
    """Build the request line and the header block, the empty line at its end included.

    Args:
        request: The request; its body is not looked at.
        length: Size of the body in bytes, or None to announce a chunked one.
        host: What `Host` says, where the request's own headers do not.

    Raises:
        ValueError: The method, the target or a header would break the framing: a line break or NUL in it, a
            name that is no token, or a length of the request's own.
    """
    headers = request.headers
    method, target = request.method, request.target
    if _BAD_IN_TARGET.search(target) or not target:
        msg = f"request target must be printable ASCII without spaces, not {target!r}"
        raise ValueError(msg)
    has_host = False
    for name, _ in headers:
        if name not in _KNOWN_NAMES:
            has_host = _check_name(name) or has_host
    lines = [f"{method} {target} HTTP/1.1".encode("latin-1")]
    if not has_host:
        lines.append(b"Host: " + host)
    lines += [b"%b: %b" % pair for pair in headers]
    if length is None:
        lines.append(b"Transfer-Encoding: chunked")
    elif length or method in _BODY_METHODS:
        lines.append(b"Content-Length: %d" % length)
    count = len(lines) + 1
    lines += (b"", b"")
    head = b"\r\n".join(lines)
    if head.count(b"\n") != count or head.count(b"\r") != count or 0 in head:
        _raise_for_line_break(request)
    return head


def _check_name(name: bytes) -> bool:
    """Refuse a header name that is no token or is ours to write; tell whether it is `Host`."""
    if not _TOKEN.fullmatch(name):
        msg = f"header name {name!r} is not a token"
        raise ValueError(msg)
    lower = name.lower()
    if lower in _OURS:
        msg = f"header {name.decode()} is written by the transport and cannot be set"
        raise ValueError(msg)
    return lower == b"host"


def _raise_for_line_break(request: Request) -> None:
    for name, value in request.headers:
        if any(c in value for c in b"\r\n\0"):
            # The value is not shown, since it may be a secret.
            msg = f"value of header {name.decode('latin-1')} holds a line break or NUL"
            raise ValueError(msg)
    msg = f"method or host holds a line break or NUL: {request.method!r}, {request.origin.host!r}"
    raise ValueError(msg)


@final
class ResponseParser:
    """Reads the responses of one connection, one after the other.

    Attributes:
        status: Status of the final response; 0 until its head is complete.
        headers: Its header fields as received.
        http_version: Its version, such as ``"1.1"``.
        started: A byte of an answer has come.
        head_complete: The head of the final response has been read.
        complete: The whole message has been read.
        excess: Bytes came that no request asked for.
        pieces: Body bytes received and not taken yet.
    """

    __slots__ = (
        "_head_only",
        "_interim",
        "_keep_alive",
        "_parser",
        "_quiet",
        "_stale",
        "complete",
        "excess",
        "head_complete",
        "headers",
        "http_version",
        "on_body",
        "pieces",
        "started",
        "status",
    )

    status: int
    http_version: str
    started: bool
    head_complete: bool
    complete: bool
    excess: bool
    on_body: Callable[[bytes], None]

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        # llhttp's body callback is the list's own method: no Python code runs per chunk.
        self.on_body = self.pieces.append
        self._parser: httptools.HttpResponseParser | None = None
        self._stale = True
        self._head_only = False
        self.headers: list[tuple[bytes, bytes]] = []
        self.start("")

    def start(self, method: str) -> None:
        """Expect the answer to a request with this method."""
        self.status = 0
        self.http_version = ""
        self.started = self.head_complete = self.complete = self.excess = False
        self._interim = self._keep_alive = False
        self._quiet = 0
        self._head_only = method == "HEAD"
        if self._stale:
            self._parser = httptools.HttpResponseParser(self)
            self._stale = False

    def close(self) -> None:
        """Let go of the parser, which otherwise refers back to this object."""
        self._parser = None
        self._stale = True

    @property
    def reusable(self) -> bool:
        """Whether the connection may carry another request, as far as this response goes."""
        return self.complete and self._keep_alive and not self.excess

    @property
    def has_body(self) -> bool:
        """Whether the response, once its head is complete, can have a body."""
        return not (self._head_only or self.status in _NO_BODY)

    def feed(self, data: bytes) -> None:
        """Take in received bytes.

        Raises:
            MessageError: They are no HTTP response, or its head is too large.
        """
        if self.complete or self._parser is None:
            self.excess = True
            return
        self.started = True
        pieces = len(self.pieces)
        self._quiet += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self.excess = True
            if not self.complete:
                if isinstance(error.__context__, MessageError):
                    raise error.__context__ from None
                msg = f"malformed HTTP response: {error}"
                raise MessageError(msg) from error
        except httptools.HttpParserUpgrade:
            msg = "the server switched protocols without being asked"
            raise MessageError(msg) from None
        if len(self.pieces) != pieces:
            self._quiet = 0
            if self.head_complete and not self.has_body:
                self.pieces.clear()
                self.excess = True
        elif self._quiet > MAX_HEAD and not self.complete:
            # Heads, chunk extensions and trailers: what llhttp holds, or skips, without giving a body byte.
            raise MessageError(_TOO_LARGE)

    def take(self) -> bytes:
        """Remove and return the body bytes that have come; ``b""`` if there are none."""
        pieces = self.pieces
        if not pieces:
            return b""
        data = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        pieces.clear()
        return data

    def finish(self) -> None:
        """Take in the end of the stream.

        Raises:
            MessageTruncated: It lies before the end of the message.
        """
        self._keep_alive = False
        if self.complete:
            return
        if not self.started:
            msg = "the server closed the connection without an answer"
            raise MessageTruncated(msg)
        if not self.head_complete:
            msg = "the connection ended inside the response's head"
            raise MessageTruncated(msg)
        for name, value in self.headers:
            key = name.lower()
            if key == b"content-length":
                msg = f"the connection ended before the {value.decode('latin-1')} bytes of the body had come"
                raise MessageTruncated(msg)
            if key == b"transfer-encoding" and value.lower().endswith(b"chunked"):
                msg = "the connection ended inside a chunked body"
                raise MessageTruncated(msg)
        self.complete = True

    # What llhttp calls.

    def on_message_begin(self) -> None:
        if self.complete:
            msg = "the server sent more than one response"
            raise MessageError(msg)
        self.headers = []

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self.head_complete:  # trailer fields are dropped
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        parser = self._parser
        if parser is None:
            return
        status = parser.get_status_code()
        headers = self.headers
        if len(headers) > MAX_FIELDS:
            msg = f"response has more than {MAX_FIELDS} header fields"
            raise MessageError(msg)
        if status < _FIRST_FINAL:
            self._begin_interim(status)
            return
        if self._quiet > MAX_HEAD and sum(len(n) + len(v) for n, v in headers) > MAX_HEAD:
            raise MessageError(_TOO_LARGE)
        self._interim = False
        self.status = status
        self.http_version = version = parser.get_http_version()
        if version[0] != "1":
            msg = f"response of HTTP version {version}"
            raise MessageError(msg)
        self._keep_alive = parser.should_keep_alive()
        self.head_complete = True
        if self._head_only or status in _NO_BODY:
            self.complete = self._stale = True

    def _begin_interim(self, status: int) -> None:
        if status == _SWITCHING or status < _FIRST_INTERIM:
            msg = f"unexpected status {status}"
            raise MessageError(msg)
        self._interim = True

    def on_message_complete(self) -> None:
        if self._interim:
            self._interim = False
        else:
            self.complete = True
