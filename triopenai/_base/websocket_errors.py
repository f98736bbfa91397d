"""The errors of WebSocket connections; `triopenai.errors` has them in the whole tree."""

from __future__ import annotations

from typing import Final

from triopenai._base.errors import OpenAIError
from triopenai._base.redact import redact_text

__all__ = ["WebSocketConnectionClosedError", "WebSocketQueueFullError"]

_MEANING: Final = {
    1000: "it was done",
    1001: "the server goes away",
    1002: "a breach of the protocol",
    1003: "data of a kind that is not taken",
    1005: "no reason was given",
    1006: "the connection broke",
    1007: "data that does not fit its kind",
    1008: "it is against the server's rules",
    1009: "a message was too large",
    1011: "the server failed",
    1012: "the server starts anew",
    1013: "the server has too much to do",
    1015: "TLS failed",
}


class WebSocketConnectionClosedError(OpenAIError):
    """A WebSocket connection is closed for good.

    Attributes:
        code: The code that it was closed with (RFC 6455 section 7.4); 1006 if it broke.
        reason: What the side that closed it said.
        unsent_messages: What was still to be sent, in order.
    """

    def __init__(
        self,
        message: str | None = None,
        *,
        code: int = 1006,
        reason: str = "",
        unsent_messages: list[str | bytes] | None = None,
    ) -> None:
        meaning = f" ({_MEANING[code]})" if code in _MEANING else ""
        reason = redact_text(reason)
        said = f": {reason}" if reason else ""
        super().__init__(message or f"The WebSocket connection was closed with code {code}{meaning}{said}")
        self.code = code
        self.reason = reason
        self.unsent_messages: list[str | bytes] = [] if unsent_messages is None else unsent_messages


class WebSocketQueueFullError(OpenAIError):
    """More waits to be sent over a WebSocket connection than its queue may hold."""
