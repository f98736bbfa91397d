"""What there is to know of an answer beside its value."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast, final, overload

import attrs
import trio
from typing_extensions import TypeVar as DefaultTypeVar

from triopenai._base.errors import Attempt
from triopenai._sansio.decode import DecodeError
from triopenai._sansio.errormap import bad_content, find_request_id

if TYPE_CHECKING:
    from triopenai._base.headers import Headers
    from triopenai._engine.call import Call
    from triopenai._net.transport import Response
    from triopenai._sansio.request import Request

__all__ = ["Head", "Reply", "ResponseInfo", "charset_of", "describe", "read_as"]

R = DefaultTypeVar("R", covariant=True, default=object)
T = TypeVar("T")

_CHARSET: Final = "charset="


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
        http_request: The request, as it was before redirects and without a key that is asked for anew.
    """

    status_code: int
    headers: Headers
    http_version: str
    method: str
    url: str
    attempts: tuple[Attempt, ...]
    elapsed: float
    http_request: Request | None = attrs.field(default=None, repr=False, eq=False)

    @property
    def request_id(self) -> str | None:
        """The server's id of the request (`x-request-id`): what OpenAI's support asks for."""
        return find_request_id(self.headers)

    @property
    def retries_taken(self) -> int:
        """How many attempts failed before this answer."""
        return len(self.attempts) - 1


class Head:
    """What replies tell before their value is asked for."""

    __slots__ = ("info",)

    def __init__(self, info: ResponseInfo) -> None:
        self.info: ResponseInfo = info

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
    def method(self) -> str:
        """The verb of the request."""
        return self.info.method

    @property
    def url(self) -> str:
        """The address that was asked."""
        return self.info.url

    @property
    def http_version(self) -> str:
        """As the server gave it, ``"HTTP/1.1"``."""
        return self.info.http_version

    @property
    def http_response(self) -> ResponseInfo:
        """The head of the answer, by the official client's name for it; the same as `info`."""
        return self.info

    @property
    def http_request(self) -> Request | None:
        """The request that was sent; its representation hides keys."""
        return self.info.http_request


@final
class Reply(Head, Generic[R]):
    """An answer with its status and headers; `parse` gives the value that the plain call would have.

    Made by `triopenai.raw` and `with_raw_response`. The body has been read by then, a download's too, so
    nothing here waits. Only a stream is still to be read, through what `parse` gives. A download that is not
    to be in memory whole goes through `with_streaming_response`.

    Attributes:
        info: Status, headers, request id, attempts.
    """

    __slots__ = ("_content", "_value")

    def __init__(self, info: ResponseInfo, value: R, content: bytes | None) -> None:
        super().__init__(info)
        self._value = value
        self._content = content

    @property
    def content(self) -> bytes:
        """The body as received and decompressed.

        Raises:
            RuntimeError: It is a stream.
        """
        if self._content is None:
            msg = f"the body of {self!r} is a stream: read it through parse(), or use with_streaming_response"
            raise RuntimeError(msg)
        return self._content

    @property
    def text(self) -> str:
        """The body as text; bytes that do not fit the encoding are replaced."""
        return self.content.decode(charset_of(self.headers), "replace")

    def read(self) -> bytes:
        """The same as `content`."""
        return self.content

    def json(self) -> object:
        """The body as plain JSON values.

        Raises:
            ValueError: It is no JSON.
            RuntimeError: As from `content`.
        """
        value: object = json.loads(self.content)
        return value

    @overload
    def parse(self) -> R: ...

    @overload
    def parse(self, *, to: type[T]) -> T: ...

    def parse(self, *, to: type[T] | None = None) -> R | T:
        """The value of the answer. Does not wait.

        Args:
            to: Another type to read the body as: anything that `Client.get` takes as `cast_to`.

        Raises:
            APIResponseValidationError: The body cannot be read as `to`.
            TypeError: Nothing can be read as `to`.
            RuntimeError: As from `content`, if there is a `to`.
        """
        return self._value if to is None else read_as(self.info, self.content, to)

    def __repr__(self) -> str:
        return f"<Reply {self.status_code} of {self.info.method} {self.info.url}>"


def describe(call: Call, response: Response) -> ResponseInfo:
    """Note what an answer's head says, its attempt included."""
    headers = response.headers
    attempt = Attempt(status=response.status, request_id=find_request_id(headers))
    return ResponseInfo(
        status_code=response.status,
        headers=headers,
        http_version=response.http_version,
        method=call.operation.verb,
        url=call.request.url,
        attempts=(*call.attempts, attempt),
        elapsed=trio.current_time() - call.started,
        http_request=call.request,
    )


def charset_of(headers: Headers) -> str:
    """The encoding that an answer says its text has; UTF-8 if it says none that is known."""
    for parameter in headers.get("content-type", "").lower().split(";"):
        name = parameter.strip()
        if name.startswith(_CHARSET):
            try:
                return codecs.lookup(name.removeprefix(_CHARSET).strip("\"'")).name
            except LookupError:
                break
    return "utf-8"


def read_as(info: ResponseInfo, content: bytes, to: type[T], *, strict: bool = False) -> T:
    """Read an answer's body as a type that the user names.

    Raises:
        APIResponseValidationError: It does not fit.
        TypeError: There is no reading that type.
    """
    from triopenai._sansio.cast import reader_of  # noqa: PLC0415  # few answers are read so

    read = reader_of(to)
    try:
        return cast("T", read(content, strict))
    except DecodeError as error:
        raise bad_content(
            status=info.status_code,
            headers=info.headers,
            body=content,
            expected=getattr(to, "__qualname__", repr(to)),
            method=info.method,
            url=info.url,
            attempts=info.attempts,
        ) from error
