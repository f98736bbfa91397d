"""The endpoints of ``chat``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.chat import (
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionDeleted,
        ChatCompletionStoreMessage,
    )

__all__ = [
    "CHAT_COMPLETIONS_CREATE",
    "CHAT_COMPLETIONS_DELETE",
    "CHAT_COMPLETIONS_LIST",
    "CHAT_COMPLETIONS_MESSAGES_LIST",
    "CHAT_COMPLETIONS_RETRIEVE",
    "CHAT_COMPLETIONS_UPDATE",
]

CHAT_COMPLETIONS_CREATE: StreamOperation[ChatCompletion, ChatCompletionChunk] = StreamOperation(
    name="chat.completions.create",
    verb="POST",
    path="/chat/completions",
    body=(
        "messages",
        "model",
        "audio",
        "frequency_penalty",
        "function_call",
        "functions",
        "logit_bias",
        "logprobs",
        "max_completion_tokens",
        "max_tokens",
        "metadata",
        "modalities",
        "moderation",
        "n",
        "parallel_tool_calls",
        "prediction",
        "presence_penalty",
        "prompt_cache_key",
        "prompt_cache_options",
        "prompt_cache_retention",
        "reasoning_effort",
        "response_format",
        "safety_identifier",
        "seed",
        "service_tier",
        "stop",
        "store",
        "stream",
        "stream_options",
        "temperature",
        "tool_choice",
        "tools",
        "top_logprobs",
        "top_p",
        "user",
        "verbosity",
        "web_search_options",
    ),
    required=("messages", "model"),
    result="chat:ChatCompletion",
    event="chat:ChatCompletionChunk",
    reference=(
        "https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/create"
    ),
)
CHAT_COMPLETIONS_DELETE: Operation[ChatCompletionDeleted] = Operation(
    name="chat.completions.delete",
    verb="DELETE",
    path="/chat/completions/{completion_id}",
    path_params=("completion_id",),
    result="chat:ChatCompletionDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/delete"
    ),
)
CHAT_COMPLETIONS_LIST: PageOperation[AsyncCursorPage[ChatCompletion], ChatCompletion] = PageOperation(
    name="chat.completions.list",
    verb="GET",
    path="/chat/completions",
    query=("after", "limit", "metadata", "model", "order"),
    item="chat:ChatCompletion",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/list"
    ),
)
CHAT_COMPLETIONS_MESSAGES_LIST: PageOperation[
    AsyncCursorPage[ChatCompletionStoreMessage], ChatCompletionStoreMessage
] = PageOperation(
    name="chat.completions.messages.list",
    verb="GET",
    path="/chat/completions/{completion_id}/messages",
    path_params=("completion_id",),
    query=("after", "limit", "order"),
    item="chat:ChatCompletionStoreMessage",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/chat/subresources/completions/subresources"
        "/messages/methods/list"
    ),
)
CHAT_COMPLETIONS_RETRIEVE: Operation[ChatCompletion] = Operation(
    name="chat.completions.retrieve",
    verb="GET",
    path="/chat/completions/{completion_id}",
    path_params=("completion_id",),
    result="chat:ChatCompletion",
    reference=(
        "https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/retrieve"
    ),
)
CHAT_COMPLETIONS_UPDATE: Operation[ChatCompletion] = Operation(
    name="chat.completions.update",
    verb="POST",
    path="/chat/completions/{completion_id}",
    path_params=("completion_id",),
    body=("metadata",),
    required=("metadata",),
    result="chat:ChatCompletion",
    reference=(
        "https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/update"
    ),
)
