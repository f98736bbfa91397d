"""The errors of the library.

::

    OpenAIError
    |-- APIError                          the API, or the way to it, failed
    |   |-- APIConnectionError            no answer came
    |   |   `-- APITimeoutError           ... within the time allowed (says which wait ran out)
    |   |-- APIResponseValidationError    the answer is not what the API documents
    |   `-- APIStatusError                an answer with an error status
    |       |-- BadRequestError           400
    |       |-- AuthenticationError       401
    |       |-- PermissionDeniedError     403
    |       |-- NotFoundError             404
    |       |-- ConflictError             409
    |       |-- UnprocessableEntityError  422
    |       |-- RateLimitError            429
    |       `-- InternalServerError       500 and above
    |-- LengthFinishReasonError           the model ran into its token limit
    |-- ContentFilterFinishReasonError    the model's answer was withheld
    |-- InvalidWebhookSignatureError      a webhook is not from OpenAI, or is too old
    |-- ProcessingTimeoutError            a job was not done in the time given to a wait for it
    |-- FileUploadsError                  of several files some were not uploaded; says which
    |-- MissingCredentialsError           no API key was given
    `-- ClientClosedError                 the client's block has ended

Errors are plain data: they can be pickled, hold no live connection, and carry no secrets. Misuse (an unknown
keyword, a bad path parameter) raises `TypeError` or `ValueError`, before anything is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypedDict, final

import attrs

from triopenai._base.headers import Headers
from triopenai._base.pickling import rebuild_error
from triopenai._base.redact import redact_text, redact_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "Attempt",
    "AuthenticationError",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "FileUploadsError",
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "LengthFinishReasonError",
    "MissingCredentialsError",
    "NotFoundError",
    "OpenAIError",
    "PermissionDeniedError",
    "ProcessingTimeoutError",
    "RateLimitError",
    "UnprocessableEntityError",
]


@final
@attrs.frozen
class Attempt:
    """One try of a call.

    Attributes:
        status: The HTTP status, or None if no answer came.
        error: What went wrong in words, or None for the attempt that succeeded.
        wait: Seconds waited after this attempt before the next one.
        request_id: The server's id of the request (`x-request-id`).
    """

    status: int | None = None
    error: str | None = None
    wait: float = 0.0
    request_id: str | None = None


class ErrorDetails(TypedDict, total=False):
    """What an `APIError` may be told of its call; see there."""

    body: object
    code: str | None
    param: str | None
    type: str | None
    request_id: str | None
    operation: str
    method: str
    url: str
    attempts: tuple[Attempt, ...]


class OpenAIError(Exception):
    """The base of all errors that the library raises for itself."""

    def __reduce__(self) -> tuple[object, ...]:
        # Subclasses take keyword-only arguments, which the default would drop.
        return rebuild_error, (type(self), self.args, self.__dict__.copy())


class APIError(OpenAIError):
    """A call failed.

    Attributes:
        message: What the server said, or what happened.
        operation: The call, as ``"chat.completions.create"``.
        method: The HTTP verb of the request.
        url: Its address, without credentials.
        body: The decoded body of the error answer, or the start of its text.
        code: The API's error code, such as ``"context_length_exceeded"``.
        param: The parameter that the API complains of.
        type: The API's error type, such as ``"invalid_request_error"``.
        request_id: The server's id of the request: give it to OpenAI's support.
        attempts: Every try, the failed ones before this included.
    """

    def __init__(
        self,
        message: str,
        *,
        body: object = None,
        code: str | None = None,
        param: str | None = None,
        type: str | None = None,  # noqa: A002  # the API's own name
        request_id: str | None = None,
        operation: str = "",
        method: str = "",
        url: str = "",
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        self.message: str = redact_text(message)
        super().__init__(self.message)
        self.body: object = redact_value(body)
        self.code = code
        self.param = param
        self.type = type
        self.request_id = request_id
        self.operation = operation
        self.method = method
        self.url = url
        self.attempts = attempts

    def __str__(self) -> str:
        parts = [self.message]
        where: list[str] = []
        if self.operation:
            where.append(self.operation)
        if self.request_id:
            where.append(f"request id {self.request_id}")
        if len(self.attempts) > 1:
            where.append(f"{len(self.attempts)} attempts")
        if where:
            parts.append(f"({', '.join(where)})")
        return " ".join(parts)


class APIConnectionError(APIError):
    """No answer came: the server could not be reached, or the connection broke.

    Attributes:
        phase: Where it broke: ``"connect"``, ``"tls"``, ``"write"``, ``"read"``, ``"pool"``, or the
            empty string where the transport does not tell.
    """

    def __init__(
        self, message: str = "The connection failed.", *, phase: str = "", **details: Unpack[ErrorDetails]
    ) -> None:
        super().__init__(message, **details)
        self.phase = phase


class APITimeoutError(APIConnectionError):
    """A wait of one attempt took longer than its `Timeout` allows; `phase` says which.

    A deadline of the caller's own cancel scope never becomes this error.
    """


class APIStatusError(APIError):
    """The server answered with an error status.

    Attributes:
        status_code: The HTTP status.
        headers: The answer's header fields.
    """

    status_code: int
    headers: Headers

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: Headers | None = None,
        **details: Unpack[ErrorDetails],
    ) -> None:
        super().__init__(message, **details)
        self.status_code = status_code
        self.headers = headers if headers is not None else Headers()

    @staticmethod
    def class_for(status: int) -> type[APIStatusError]:
        """The class that stands for a status."""
        if status >= InternalServerError.STATUS:
            return InternalServerError
        return _BY_STATUS.get(status, APIStatusError)


class BadRequestError(APIStatusError):
    """400: the request is not valid; `param` and `code` say where."""

    STATUS: ClassVar[int] = 400


class AuthenticationError(APIStatusError):
    """401: the API key is missing, wrong or revoked."""

    STATUS: ClassVar[int] = 401


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this."""

    STATUS: ClassVar[int] = 403


class NotFoundError(APIStatusError):
    """404: there is no such object, model or endpoint."""

    STATUS: ClassVar[int] = 404


class ConflictError(APIStatusError):
    """409: the object was changed by someone else."""

    STATUS: ClassVar[int] = 409


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed and cannot be carried out."""

    STATUS: ClassVar[int] = 422


class RateLimitError(APIStatusError):
    """429: too many requests or tokens, or no quota left (see `code`)."""

    STATUS: ClassVar[int] = 429


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""

    STATUS: ClassVar[int] = 500


_BY_STATUS: Final[Mapping[int, type[APIStatusError]]] = {
    cls.STATUS: cls
    for cls in (
        BadRequestError,
        AuthenticationError,
        PermissionDeniedError,
        NotFoundError,
        ConflictError,
        UnprocessableEntityError,
        RateLimitError,
    )
}


class APIResponseValidationError(APIError):
    """The answer cannot be read as what the API documents.

    Attributes:
        status_code: The HTTP status of the answer.
    """

    def __init__(self, message: str, *, status_code: int = 200, **details: Unpack[ErrorDetails]) -> None:
        super().__init__(message, **details)
        self.status_code = status_code


class LengthFinishReasonError(OpenAIError):
    """The model stopped at its token limit, so the answer cannot be parsed whole.

    Attributes:
        completion: The answer as it came: a `ChatCompletion` or a `Response`.
        text: Its text as far as it goes.
        usage: The tokens that it took, where the answer says so.
        request_id: The server's id of the request (`x-request-id`).
    """

    text: str
    usage: object
    request_id: str | None

    def __init__(self, *, completion: object = None) -> None:
        super().__init__(
            "The answer was cut at the token limit and cannot be parsed;"
            " raise the limit, or read what there is from `text`."
        )
        self.completion = completion
        self.text, self.usage, self.request_id = _parts_of(completion)

    def __str__(self) -> str:
        return super().__str__() + (f" (request id {self.request_id})" if self.request_id else "")


class ContentFilterFinishReasonError(OpenAIError):
    """The model's answer was withheld by the content filter. It has what `LengthFinishReasonError` has."""

    text: str
    usage: object
    request_id: str | None

    def __init__(self, *, completion: object = None) -> None:
        super().__init__("The answer was withheld by the content filter and cannot be parsed.")
        self.completion = completion
        self.text, self.usage, self.request_id = _parts_of(completion)

    def __str__(self) -> str:
        return super().__str__() + (f" (request id {self.request_id})" if self.request_id else "")


def _parts_of(answer: object) -> tuple[str, object, str | None]:
    """The text, usage and request id of a chat completion or a response."""
    choices = getattr(answer, "choices", None)
    text = choices[0].message.content if choices else getattr(answer, "output_text", None)
    return text or "", getattr(answer, "usage", None), getattr(answer, "_request_id", None)


class InvalidWebhookSignatureError(OpenAIError, ValueError):
    """A webhook's signature does not match its payload, or its timestamp is too far off."""


class ProcessingTimeoutError(OpenAIError, TimeoutError, RuntimeError):
    """A job was not done within the `max_wait_seconds` of a wait for it. It goes on.

    Attributes:
        last: The job as it was last seen, or None.
    """

    def __init__(self, message: str, *, last: object = None) -> None:
        super().__init__(message)
        self.last = last


class FileUploadsError(OpenAIError):
    """Of several files some could not be uploaded. The others were, and are kept.

    Attributes:
        file_ids: For each file in order the id it was uploaded under, or None.
        failures: The error of each file that was not uploaded, by its position.
    """

    def __init__(
        self,
        message: str,
        *,
        file_ids: tuple[str | None, ...] = (),
        failures: Mapping[int, Exception] | None = None,
    ) -> None:
        super().__init__(message)
        self.file_ids = file_ids
        self.failures: dict[int, Exception] = dict(failures or {})


class MissingCredentialsError(OpenAIError):
    """No API key was given, by argument or by environment variable."""


class ClientClosedError(OpenAIError):
    """The client was used after its `open_client()` block had ended."""
