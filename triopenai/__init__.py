"""The OpenAI API for Trio: a client built on structured concurrency from the socket up.

Start with `open_client`. This module loads nothing but names: each is resolved when it is first used, so that
importing the library costs next to nothing beside importing Trio and pydantic.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from triopenai import types as types
    from triopenai._api import (
        Client as Client,
    )
    from triopenai._api import (
        open_client as open_client,
    )
    from triopenai._base.absent import (
        NOT_GIVEN as NOT_GIVEN,
    )
    from triopenai._base.absent import (
        NotGiven as NotGiven,
    )
    from triopenai._base.absent import (
        Omit as Omit,
    )
    from triopenai._base.absent import (
        omit as omit,
    )
    from triopenai._base.config import (
        DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES,
    )
    from triopenai._base.config import (
        DEFAULT_TIMEOUT as DEFAULT_TIMEOUT,
    )
    from triopenai._base.config import (
        PoolLimits as PoolLimits,
    )
    from triopenai._base.config import (
        Timeout as Timeout,
    )
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
    from triopenai._base.headers import (
        Headers as Headers,
    )
    from triopenai._base.model import (
        BaseModel as BaseModel,
    )
    from triopenai._base.network import (
        Network as Network,
    )
    from triopenai._base.options import (
        RequestOptions as RequestOptions,
    )
    from triopenai._base.version import (
        __version__ as __version__,
    )
    from triopenai._engine.binary import (
        HttpxBinaryResponseContent as HttpxBinaryResponseContent,
    )
    from triopenai._engine.events import (
        EventStream as EventStream,
    )
    from triopenai._engine.pages import (
        AsyncConversationCursorPage as AsyncConversationCursorPage,
    )
    from triopenai._engine.pages import (
        AsyncCursorPage as AsyncCursorPage,
    )
    from triopenai._engine.pages import (
        AsyncNextCursorPage as AsyncNextCursorPage,
    )
    from triopenai._engine.pages import (
        AsyncPage as AsyncPage,
    )
    from triopenai._engine.pages import (
        AsyncPaginator as AsyncPaginator,
    )
    from triopenai._engine.pages import (
        AsyncTokenPage as AsyncTokenPage,
    )
    from triopenai._engine.raw import (
        raw as raw,
    )
    from triopenai._engine.reply import (
        Reply as Reply,
    )
    from triopenai._engine.reply import (
        ResponseInfo as ResponseInfo,
    )
    from triopenai._flow.tasks import (
        Task as Task,
    )
    from triopenai._net.pool import (
        ConnectionPool as ConnectionPool,
    )
    from triopenai._net.transport import (
        Response as Response,
    )
    from triopenai._net.transport import (
        Transport as Transport,
    )
    from triopenai._net.transport import (
        TransportStatistics as TransportStatistics,
    )
    from triopenai._sansio.request import (
        Request as Request,
    )

__all__ = [
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncConversationCursorPage",
    "AsyncCursorPage",
    "AsyncNextCursorPage",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncTokenPage",
    "Attempt",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "Client",
    "ClientClosedError",
    "ConflictError",
    "ConnectionPool",
    "ContentFilterFinishReasonError",
    "EventStream",
    "Headers",
    "HttpxBinaryResponseContent",
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "LengthFinishReasonError",
    "MissingCredentialsError",
    "Network",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "OpenAIError",
    "PartialStreamError",
    "PermissionDeniedError",
    "PoolLimits",
    "RateLimitError",
    "Reply",
    "Request",
    "RequestOptions",
    "Response",
    "ResponseInfo",
    "StreamReset",
    "StreamStalled",
    "StreamTruncated",
    "Task",
    "Timeout",
    "ToolCallTruncated",
    "Transport",
    "TransportStatistics",
    "UnprocessableEntityError",
    "__version__",
    "omit",
    "open_client",
    "raw",
    "types",
]

_HOME: Final = {
    "APIConnectionError": "triopenai._base.errors",
    "APIError": "triopenai._base.errors",
    "APIResponseValidationError": "triopenai._base.errors",
    "APIStatusError": "triopenai._base.errors",
    "APITimeoutError": "triopenai._base.errors",
    "AsyncConversationCursorPage": "triopenai._engine.pages",
    "AsyncCursorPage": "triopenai._engine.pages",
    "AsyncNextCursorPage": "triopenai._engine.pages",
    "AsyncPage": "triopenai._engine.pages",
    "AsyncPaginator": "triopenai._engine.pages",
    "AsyncTokenPage": "triopenai._engine.pages",
    "Attempt": "triopenai._base.errors",
    "AuthenticationError": "triopenai._base.errors",
    "BadRequestError": "triopenai._base.errors",
    "BaseModel": "triopenai._base.model",
    "Client": "triopenai._api",
    "ClientClosedError": "triopenai._base.errors",
    "ConflictError": "triopenai._base.errors",
    "ConnectionPool": "triopenai._net.pool",
    "ContentFilterFinishReasonError": "triopenai._base.errors",
    "DEFAULT_MAX_RETRIES": "triopenai._base.config",
    "DEFAULT_TIMEOUT": "triopenai._base.config",
    "EventStream": "triopenai._engine.events",
    "Headers": "triopenai._base.headers",
    "HttpxBinaryResponseContent": "triopenai._engine.binary",
    "InternalServerError": "triopenai._base.errors",
    "InvalidWebhookSignatureError": "triopenai._base.errors",
    "LengthFinishReasonError": "triopenai._base.errors",
    "MissingCredentialsError": "triopenai._base.errors",
    "NOT_GIVEN": "triopenai._base.absent",
    "Network": "triopenai._base.network",
    "NotFoundError": "triopenai._base.errors",
    "NotGiven": "triopenai._base.absent",
    "Omit": "triopenai._base.absent",
    "OpenAIError": "triopenai._base.errors",
    "PartialStreamError": "triopenai._base.errors",
    "PermissionDeniedError": "triopenai._base.errors",
    "PoolLimits": "triopenai._base.config",
    "RateLimitError": "triopenai._base.errors",
    "Reply": "triopenai._engine.reply",
    "Request": "triopenai._sansio.request",
    "RequestOptions": "triopenai._base.options",
    "Response": "triopenai._net.transport",
    "ResponseInfo": "triopenai._engine.reply",
    "StreamReset": "triopenai._base.errors",
    "StreamStalled": "triopenai._base.errors",
    "StreamTruncated": "triopenai._base.errors",
    "Task": "triopenai._flow.tasks",
    "Timeout": "triopenai._base.config",
    "ToolCallTruncated": "triopenai._base.errors",
    "Transport": "triopenai._net.transport",
    "TransportStatistics": "triopenai._net.transport",
    "UnprocessableEntityError": "triopenai._base.errors",
    "__version__": "triopenai._base.version",
    "omit": "triopenai._base.absent",
    "open_client": "triopenai._api",
    "raw": "triopenai._engine.raw",
    "types": "triopenai.types",
}


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    module = importlib.import_module(home)
    value: object = module if name == "types" else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
