"""The streams of ``chat.completions.stream``, ``responses.stream`` and runs, and the events that they add.

Events of responses that pass as the API sent them are in `triopenai.types.responses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai._helpers.assistant_stream import AsyncAssistantEventHandler, AsyncAssistantStreamManager
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
    from triopenai._helpers.response_events import (
        ResponseCompletedEvent,
        ResponseFunctionCallArgumentsDeltaEvent,
        ResponseStreamEvent,
        ResponseTextDeltaEvent,
        ResponseTextDoneEvent,
    )
    from triopenai._helpers.response_stream import AsyncResponseStream, AsyncResponseStreamManager

__all__ = [
    "AsyncAssistantEventHandler",
    "AsyncAssistantStreamManager",
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
    "ResponseCompletedEvent",
    "ResponseFunctionCallArgumentsDeltaEvent",
    "ResponseStreamEvent",
    "ResponseTextDeltaEvent",
    "ResponseTextDoneEvent",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        {
            "triopenai._helpers.assistant_stream": "AsyncAssistantEventHandler AsyncAssistantStreamManager",
            "triopenai._helpers.chat_events": (
                "ChatCompletionStreamEvent ChunkEvent ContentDeltaEvent ContentDoneEvent"
                " FunctionToolCallArgumentsDeltaEvent FunctionToolCallArgumentsDoneEvent"
                " LogprobsContentDeltaEvent LogprobsContentDoneEvent LogprobsRefusalDeltaEvent"
                " LogprobsRefusalDoneEvent RefusalDeltaEvent RefusalDoneEvent"
            ),
            "triopenai._helpers.chat_stream": "AsyncChatCompletionStream AsyncChatCompletionStreamManager",
            "triopenai._helpers.response_events": (
                "ResponseCompletedEvent ResponseFunctionCallArgumentsDeltaEvent ResponseStreamEvent"
                " ResponseTextDeltaEvent ResponseTextDoneEvent"
            ),
            "triopenai._helpers.response_stream": "AsyncResponseStream AsyncResponseStreamManager",
        },
    )
