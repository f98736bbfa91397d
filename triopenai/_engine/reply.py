"""What there is to know of an answer beside its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, final

import attrs
import trio
from typing_extensions import TypeVar

from triopenai._base.errors import Attempt

if TYPE_CHECKING:
    from triopenai._base.headers import Headers
    from triopenai._engine.call import Call
    from triopenai._net.transport import Response

__all__ = ["Reply", "ResponseInfo", "describe"]

R = TypeVar("R", covariant=True, default=object)


@final
@attrs.frozen
class ResponseInfo:
    """The head of an answer, and how it was come by.

    Attributes:
        status_code: The HTTP status.
        headers: The header fields.
        http_version: As the server gave it, ``"HTTP/1.1"``.
        method: The verb of the request.
        url: Its address.
        attempts: Every try in order; the last one is the one that succeeded.
        elapsed: Seconds from the start of the call to the head of this answer, waits and retries included.
    """

    status_code: int
    headers: Headers
    http_version: str
    method: str
    url: str
    attempts: tuple[Attempt, ...]
    elapsed: float

    @property
    def request_id(self) -> str | None:
        """The server's id of the request (`x-request-id`): what OpenAI's support asks for."""
        return self.headers.get("x-request-id")

    @property
    def retries_taken(self) -> int:
        """How many attempts failed before this answer."""
        return len(self.attempts) - 1


@final
class Reply(Generic[R]):
    """An answer with its status and headers; `parse` gives the value that the plain call would have.

    Made by `triopenai.raw`.
    """

    __slots__ = ("_content", "_value", "info")

    def __init__(self, info: ResponseInfo, value: R, content: bytes) -> None:
        self.info = info
        self._value = value
        self._content = content

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.info.status_code

    @property
    def headers(self) -> Headers:
        """The header fields of the answer."""
        return self.info.headers

    @property
    def request_id(self) -> str | None:
        """The server's id of the request."""
        return self.info.request_id

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every try, the successful one last."""
        return self.info.attempts

    @property
    def retries_taken(self) -> int:
        """How many attempts failed before this answer."""
        return self.info.retries_taken

    @property
    def elapsed(self) -> float:
        """Seconds from the start of the call to the head of the answer."""
        return self.info.elapsed

    @property
    def content(self) -> bytes:
        """The body as received and decompressed; empty for streams and downloads, which are read later."""
        return self._content

    def parse(self) -> R:
        """The value of the answer. Does not wait."""
        return self._value

    def __repr__(self) -> str:
        return f"<Reply {self.status_code} of {self.info.method} {self.info.url}>"


def describe(call: Call, response: Response) -> ResponseInfo:
    """Note what an answer's head says, its attempt included."""
    headers = response.headers
    attempt = Attempt(status=response.status, request_id=headers.get("x-request-id"))
    return ResponseInfo(
        status_code=response.status,
        headers=headers,
        http_version=response.http_version,
        method=call.operation.verb,
        url=call.request.url,
        attempts=(*call.attempts, attempt),
        elapsed=trio.current_time() - call.started,
    )
