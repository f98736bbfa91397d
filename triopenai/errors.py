"""The errors of the library, and the record of an attempt.

::

    OpenAIError
    |-- APIError                          the API, or the way to it, failed
    |   |-- APIConnectionError            no answer came
    |   |   |-- APITimeoutError           ... within the time allowed (says which wait ran out)
    |   |   `-- PartialStreamError        a stream broke; has the partial result
    |   |       |-- StreamTruncated       ... it ended before its end
    |   |       |   |-- ToolCallTruncated ... in the middle of a tool call's arguments
    |   |       |   `-- StreamReset       ... because the connection broke
    |   |       `-- StreamStalled         ... it fell silent
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
    |-- LimitError                        a limit on this side stands against a call; nothing was sent
    |   |-- RequestTooLargeError          it can never fit (a ValueError too)
    |   `-- LimitWaitError                its turn is known to come after the deadline
    |-- ToolCallError                     a model called a tool that there is not, or wrongly
    |-- TooManyTurnsError                 a model still called tools when no turn was left; has the steps
    |-- BudgetExceeded                    a scope's tokens or requests are used up; has the ledger
    |-- ScopeTooSlowError                 a scope's deadline came (a `trio.TooSlowError` too); has the ledger
    |-- WebSocketConnectionClosedError    a WebSocket connection is closed for good; `code` says why
    |-- WebSocketQueueFullError           more waits to be sent over one than its queue may hold
    |-- MissingCredentialsError           no API key was given
    `-- ClientClosedError                 the client's block has ended
"""

from __future__ import annotations

from triopenai._base.errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    Attempt,
    AuthenticationError,
    BadRequestError,
    ClientClosedError,
    ConflictError,
    ContentFilterFinishReasonError,
    FileUploadsError,
    InternalServerError,
    InvalidWebhookSignatureError,
    LengthFinishReasonError,
    MissingCredentialsError,
    NotFoundError,
    OpenAIError,
    PermissionDeniedError,
    ProcessingTimeoutError,
    RateLimitError,
    UnprocessableEntityError,
)
from triopenai._base.limit_errors import (
    BudgetExceeded,
    LimitError,
    LimitWaitError,
    RequestTooLargeError,
    ScopeTooSlowError,
)
from triopenai._base.stream_errors import (
    PartialStreamError,
    StreamReset,
    StreamStalled,
    StreamTruncated,
    ToolCallTruncated,
)
from triopenai._base.tool_errors import ToolCallError, TooManyTurnsError
from triopenai._base.websocket_errors import WebSocketConnectionClosedError, WebSocketQueueFullError

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "Attempt",
    "AuthenticationError",
    "BadRequestError",
    "BudgetExceeded",
    "ClientClosedError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "FileUploadsError",
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "LengthFinishReasonError",
    "LimitError",
    "LimitWaitError",
    "MissingCredentialsError",
    "NotFoundError",
    "OpenAIError",
    "PartialStreamError",
    "PermissionDeniedError",
    "ProcessingTimeoutError",
    "RateLimitError",
    "RequestTooLargeError",
    "ScopeTooSlowError",
    "StreamReset",
    "StreamStalled",
    "StreamTruncated",
    "TooManyTurnsError",
    "ToolCallError",
    "ToolCallTruncated",
    "UnprocessableEntityError",
    "WebSocketConnectionClosedError",
    "WebSocketQueueFullError",
]
