"""The streams of ``chat.completions.stream`` and ``responses.stream``, and the events that they add.

Events of responses that pass as the API sent them are in `triopenai.types.responses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai._helpers.chat_events import (
        ChatCompletionStreamEvent,
        ChunkEvent,
        ContentDeltaEvent,
        ContentDoneEvent,
        FunctionToolCallArgumentsDeltaEvent,
        FunctionToolCallArgumentsDoneEvent,
        LogprobsContentDeltaEvent,
        LogprobsContentDoneEvent,
        LogprobsRefusalDeltaEvent,
        LogprobsRefusalDoneEvent,
        RefusalDeltaEvent,
        RefusalDoneEvent,
    )
    from triopenai._helpers.chat_stream import (
        AsyncChatCompletionStream,
        AsyncChatCompletionStreamManager,
    )
    from triopenai._helpers.response_stream import AsyncResponseStream, AsyncResponseStreamManager

__all__ = [
    "AsyncChatCompletionStream",
    "AsyncChatCompletionStreamManager",
    "AsyncResponseStream",
    "AsyncResponseStreamManager",
    "ChatCompletionStreamEvent",
    "ChunkEvent",
    "ContentDeltaEvent",
    "ContentDoneEvent",
    "FunctionToolCallArgumentsDeltaEvent",
    "FunctionToolCallArgumentsDoneEvent",
    "LogprobsContentDeltaEvent",
    "LogprobsContentDoneEvent",
    "LogprobsRefusalDeltaEvent",
    "LogprobsRefusalDoneEvent",
    "RefusalDeltaEvent",
    "RefusalDoneEvent",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        {
            "triopenai._helpers.chat_events": (
                "ChatCompletionStreamEvent ChunkEvent ContentDeltaEvent ContentDoneEvent"
                " FunctionToolCallArgumentsDeltaEvent FunctionToolCallArgumentsDoneEvent"
                " LogprobsContentDeltaEvent LogprobsContentDoneEvent LogprobsRefusalDeltaEvent"
                " LogprobsRefusalDoneEvent RefusalDeltaEvent RefusalDoneEvent"
            ),
            "triopenai._helpers.chat_stream": "AsyncChatCompletionStream AsyncChatCompletionStreamManager",
            "triopenai._helpers.response_stream": "AsyncResponseStream AsyncResponseStreamManager",
        },
    )
