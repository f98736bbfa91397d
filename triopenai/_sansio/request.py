"""One HTTP request as data: what `encode` builds and a transport sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, final

import attrs

from triopenai._base.redact import redact_pairs

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from triopenai._base.config import Origin

__all__ = ["BodySource", "BodyStream", "Request"]


class BodyStream(Protocol):
    """A body being read for sending."""

    def receive_some(self) -> Awaitable[bytes]:
        """The next piece; ``b""`` at the end. May wait and be cancelled."""
        ...

    def aclose(self) -> Awaitable[None]:
        """Give up what the stream holds open."""
        ...


class BodySource(Protocol):
    """A body that is read while it is sent, so that it need not be in memory whole.

    Attributes:
        length: Its size in bytes, or None when it is not known (it is then sent chunked).
        replayable: Whether `open` can be called again, which a retry needs.
    """

    @property
    def length(self) -> int | None: ...

    @property
    def replayable(self) -> bool: ...

    def open(self) -> Awaitable[BodyStream]:
        """Start reading from the beginning. The caller closes the stream."""
        ...


@final
@attrs.frozen(eq=False, repr=False)
class Request:
    """An HTTP request, ready to be written.

    Attributes:
        method: The verb.
        origin: The server.
        target: Path and query as they stand in the request line, percent-encoded.
        headers: Name and value pairs in order, without `Host`, `Content-Length` and `Transfer-Encoding`,
            which the transport adds. Free of CR, LF and NUL.
        body: All of the body, or where to read it; empty when there is none.
    """

    method: str
    origin: Origin
    target: str
    headers: Sequence[tuple[bytes, bytes]] = ()
    body: bytes | BodySource = b""

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.origin}{self.target}"

    def __repr__(self) -> str:
        headers = dict(redact_pairs(self.headers))
        return f"<Request {self.method} {self.url} {headers!r}>"
