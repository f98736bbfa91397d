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
    |-- MissingCredentialsError           no API key was given
    `-- ClientClosedError                 the client's block has ended
"""

from __future__ import annotations

from triopenai._base.errors import (
    APIConnectionError as APIConnectionError,
)
from triopenai._base.errors import (
    APIError as APIError,
)
from triopenai._base.errors import (
    APIResponseValidationError as APIResponseValidationError,
)
from triopenai._base.errors import (
    APIStatusError as APIStatusError,
)
from triopenai._base.errors import (
    APITimeoutError as APITimeoutError,
)
from triopenai._base.errors import (
    Attempt as Attempt,
)
from triopenai._base.errors import (
    AuthenticationError as AuthenticationError,
)
from triopenai._base.errors import (
    BadRequestError as BadRequestError,
)
from triopenai._base.errors import (
    ClientClosedError as ClientClosedError,
)
from triopenai._base.errors import (
    ConflictError as ConflictError,
)
from triopenai._base.errors import (
    ContentFilterFinishReasonError as ContentFilterFinishReasonError,
)
from triopenai._base.errors import (
    InternalServerError as InternalServerError,
)
from triopenai._base.errors import (
    InvalidWebhookSignatureError as InvalidWebhookSignatureError,
)
from triopenai._base.errors import (
    LengthFinishReasonError as LengthFinishReasonError,
)
from triopenai._base.errors import (
    MissingCredentialsError as MissingCredentialsError,
)
from triopenai._base.errors import (
    NotFoundError as NotFoundError,
)
from triopenai._base.errors import (
    OpenAIError as OpenAIError,
)
from triopenai._base.errors import (
    PartialStreamError as PartialStreamError,
)
from triopenai._base.errors import (
    PermissionDeniedError as PermissionDeniedError,
)
from triopenai._base.errors import (
    RateLimitError as RateLimitError,
)
from triopenai._base.errors import (
    StreamReset as StreamReset,
)
from triopenai._base.errors import (
    StreamStalled as StreamStalled,
)
from triopenai._base.errors import (
    StreamTruncated as StreamTruncated,
)
from triopenai._base.errors import (
    ToolCallTruncated as ToolCallTruncated,
)
from triopenai._base.errors import (
    UnprocessableEntityError as UnprocessableEntityError,
)
