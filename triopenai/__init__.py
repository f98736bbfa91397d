"""The OpenAI API for Trio: a client built on structured concurrency from the socket up.

Start with `open_client`. This module loads nothing but names: each is resolved when it is first used, so that
importing the library costs next to nothing beside importing Trio and pydantic.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from triopenai import types
    from triopenai._api import Client, open_azure_client, open_client
    from triopenai._base.absent import NOT_GIVEN, NotGiven, Omit, omit
    from triopenai._base.config import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT, PoolLimits, Timeout
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
    from triopenai._base.headers import Headers
    from triopenai._base.ledger import Ledger
    from triopenai._base.limit_errors import (
        BudgetExceeded,
        LimitError,
        LimitWaitError,
        RequestTooLargeError,
        ScopeTooSlowError,
    )
    from triopenai._base.model import BaseModel
    from triopenai._base.network import Network
    from triopenai._base.options import RequestOptions
    from triopenai._base.stream_errors import (
        PartialStreamError,
        StreamReset,
        StreamStalled,
        StreamTruncated,
        ToolCallTruncated,
    )
    from triopenai._base.tool_errors import ToolCallError, TooManyTurnsError
    from triopenai._base.version import __version__
    from triopenai._base.websocket_errors import WebSocketConnectionClosedError, WebSocketQueueFullError
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.events import EventStream
    from triopenai._engine.instruments import AttemptRecord, Instrument
    from triopenai._engine.openreply import OpenReply
    from triopenai._engine.pages import (
        AsyncConversationCursorPage,
        AsyncCursorPage,
        AsyncNextCursorPage,
        AsyncPage,
        AsyncPaginator,
        AsyncTokenPage,
    )
    from triopenai._engine.raw import raw
    from triopenai._engine.reply import Reply, ResponseInfo
    from triopenai._engine.statistics import ClientStatistics
    from triopenai._flow.limits import Limits
    from triopenai._flow.scope import Scope
    from triopenai._flow.tasks import Task
    from triopenai._helpers.assistant_stream import AsyncAssistantEventHandler
    from triopenai._helpers.function_tool import pydantic_function_tool
    from triopenai._net.httpx_adapter import PoolTransport
    from triopenai._net.pool import ConnectionPool
    from triopenai._net.transport import Response, Transport, TransportStatistics
    from triopenai._options import ClientChanges, ClientOptions
    from triopenai._sansio.request import Request

__all__ = [
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncAssistantEventHandler",
    "AsyncConversationCursorPage",
    "AsyncCursorPage",
    "AsyncNextCursorPage",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncTokenPage",
    "Attempt",
    "AttemptRecord",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "BudgetExceeded",
    "Client",
    "ClientChanges",
    "ClientClosedError",
    "ClientOptions",
    "ClientStatistics",
    "ConflictError",
    "ConnectionPool",
    "ContentFilterFinishReasonError",
    "EventStream",
    "FileUploadsError",
    "Headers",
    "HttpxBinaryResponseContent",
    "Instrument",
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "Ledger",
    "LengthFinishReasonError",
    "LimitError",
    "LimitWaitError",
    "Limits",
    "MissingCredentialsError",
    "Network",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "OpenAIError",
    "OpenReply",
    "PartialStreamError",
    "PermissionDeniedError",
    "PoolLimits",
    "PoolTransport",
    "ProcessingTimeoutError",
    "RateLimitError",
    "Reply",
    "Request",
    "RequestOptions",
    "RequestTooLargeError",
    "Response",
    "ResponseInfo",
    "Scope",
    "ScopeTooSlowError",
    "StreamReset",
    "StreamStalled",
    "StreamTruncated",
    "Task",
    "Timeout",
    "TooManyTurnsError",
    "ToolCallError",
    "ToolCallTruncated",
    "Transport",
    "TransportStatistics",
    "UnprocessableEntityError",
    "WebSocketConnectionClosedError",
    "WebSocketQueueFullError",
    "__version__",
    "omit",
    "open_azure_client",
    "open_client",
    "pydantic_function_tool",
    "raw",
    "types",
]

_HOME: Final = {
    "APIConnectionError": "triopenai._base.errors",
    "APIError": "triopenai._base.errors",
    "APIResponseValidationError": "triopenai._base.errors",
    "APIStatusError": "triopenai._base.errors",
    "APITimeoutError": "triopenai._base.errors",
    "AsyncAssistantEventHandler": "triopenai._helpers.assistant_stream",
    "AsyncConversationCursorPage": "triopenai._engine.pages",
    "AsyncCursorPage": "triopenai._engine.pages",
    "AsyncNextCursorPage": "triopenai._engine.pages",
    "AsyncPage": "triopenai._engine.pages",
    "AsyncPaginator": "triopenai._engine.pages",
    "AsyncTokenPage": "triopenai._engine.pages",
    "Attempt": "triopenai._base.errors",
    "AttemptRecord": "triopenai._engine.instruments",
    "AuthenticationError": "triopenai._base.errors",
    "BadRequestError": "triopenai._base.errors",
    "BaseModel": "triopenai._base.model",
    "BudgetExceeded": "triopenai._base.limit_errors",
    "Client": "triopenai._api",
    "ClientChanges": "triopenai._options",
    "ClientClosedError": "triopenai._base.errors",
    "ClientOptions": "triopenai._options",
    "ClientStatistics": "triopenai._engine.statistics",
    "ConflictError": "triopenai._base.errors",
    "ConnectionPool": "triopenai._net.pool",
    "ContentFilterFinishReasonError": "triopenai._base.errors",
    "FileUploadsError": "triopenai._base.errors",
    "DEFAULT_MAX_RETRIES": "triopenai._base.config",
    "DEFAULT_TIMEOUT": "triopenai._base.config",
    "EventStream": "triopenai._engine.events",
    "Headers": "triopenai._base.headers",
    "HttpxBinaryResponseContent": "triopenai._engine.binary",
    "Instrument": "triopenai._engine.instruments",
    "InternalServerError": "triopenai._base.errors",
    "InvalidWebhookSignatureError": "triopenai._base.errors",
    "Ledger": "triopenai._base.ledger",
    "LengthFinishReasonError": "triopenai._base.errors",
    "LimitError": "triopenai._base.limit_errors",
    "LimitWaitError": "triopenai._base.limit_errors",
    "Limits": "triopenai._flow.limits",
    "MissingCredentialsError": "triopenai._base.errors",
    "NOT_GIVEN": "triopenai._base.absent",
    "Network": "triopenai._base.network",
    "NotFoundError": "triopenai._base.errors",
    "NotGiven": "triopenai._base.absent",
    "Omit": "triopenai._base.absent",
    "OpenAIError": "triopenai._base.errors",
    "OpenReply": "triopenai._engine.openreply",
    "PartialStreamError": "triopenai._base.stream_errors",
    "PermissionDeniedError": "triopenai._base.errors",
    "ProcessingTimeoutError": "triopenai._base.errors",
    "PoolLimits": "triopenai._base.config",
    "PoolTransport": "triopenai._net.httpx_adapter",
    "RateLimitError": "triopenai._base.errors",
    "RequestTooLargeError": "triopenai._base.limit_errors",
    "Reply": "triopenai._engine.reply",
    "Request": "triopenai._sansio.request",
    "RequestOptions": "triopenai._base.options",
    "Response": "triopenai._net.transport",
    "ResponseInfo": "triopenai._engine.reply",
    "Scope": "triopenai._flow.scope",
    "ScopeTooSlowError": "triopenai._base.limit_errors",
    "StreamReset": "triopenai._base.stream_errors",
    "StreamStalled": "triopenai._base.stream_errors",
    "StreamTruncated": "triopenai._base.stream_errors",
    "Task": "triopenai._flow.tasks",
    "Timeout": "triopenai._base.config",
    "TooManyTurnsError": "triopenai._base.tool_errors",
    "ToolCallError": "triopenai._base.tool_errors",
    "ToolCallTruncated": "triopenai._base.stream_errors",
    "Transport": "triopenai._net.transport",
    "TransportStatistics": "triopenai._net.transport",
    "UnprocessableEntityError": "triopenai._base.errors",
    "WebSocketConnectionClosedError": "triopenai._base.websocket_errors",
    "WebSocketQueueFullError": "triopenai._base.websocket_errors",
    "__version__": "triopenai._base.version",
    "omit": "triopenai._base.absent",
    "open_azure_client": "triopenai._api",
    "open_client": "triopenai._api",
    "pydantic_function_tool": "triopenai._helpers.function_tool",
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
