"""The endpoints of ``beta_chatkit``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncConversationCursorPage
    from triopenai.types.beta.chatkit import ChatKitThread, ChatSession, ThreadDeleteResponse
    from triopenai.types.beta.chatkit._models import ChatKitThreadItemListData

__all__ = [
    "BETA_CHATKIT_SESSIONS_CANCEL",
    "BETA_CHATKIT_SESSIONS_CREATE",
    "BETA_CHATKIT_THREADS_DELETE",
    "BETA_CHATKIT_THREADS_LIST",
    "BETA_CHATKIT_THREADS_LIST_ITEMS",
    "BETA_CHATKIT_THREADS_RETRIEVE",
]

BETA_CHATKIT_SESSIONS_CANCEL: Operation[ChatSession] = Operation(
    name="beta.chatkit.sessions.cancel",
    verb="POST",
    path="/chatkit/sessions/{session_id}/cancel",
    path_params=("session_id",),
    fixed_headers=(("OpenAI-Beta", "chatkit_beta=v1"),),
    result="beta.chatkit:ChatSession",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources"
        "/sessions/methods/cancel"
    ),
)
BETA_CHATKIT_SESSIONS_CREATE: Operation[ChatSession] = Operation(
    name="beta.chatkit.sessions.create",
    verb="POST",
    path="/chatkit/sessions",
    body=("user", "workflow", "chatkit_configuration", "expires_after", "rate_limits"),
    required=("user", "workflow"),
    fixed_headers=(("OpenAI-Beta", "chatkit_beta=v1"),),
    result="beta.chatkit:ChatSession",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources"
        "/sessions/methods/create"
    ),
)
BETA_CHATKIT_THREADS_DELETE: Operation[ThreadDeleteResponse] = Operation(
    name="beta.chatkit.threads.delete",
    verb="DELETE",
    path="/chatkit/threads/{thread_id}",
    path_params=("thread_id",),
    fixed_headers=(("OpenAI-Beta", "chatkit_beta=v1"),),
    result="beta.chatkit:ThreadDeleteResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads"
        "/methods/delete"
    ),
)
BETA_CHATKIT_THREADS_LIST: PageOperation[AsyncConversationCursorPage[ChatKitThread], ChatKitThread] = (
    PageOperation(
        name="beta.chatkit.threads.list",
        verb="GET",
        path="/chatkit/threads",
        query=("after", "before", "limit", "order", "user"),
        fixed_headers=(("OpenAI-Beta", "chatkit_beta=v1"),),
        item="beta.chatkit:ChatKitThread",
        page="conversation_cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources"
            "/threads/methods/list"
        ),
    )
)
BETA_CHATKIT_THREADS_LIST_ITEMS: PageOperation[
    AsyncConversationCursorPage[ChatKitThreadItemListData], ChatKitThreadItemListData
] = PageOperation(
    name="beta.chatkit.threads.list_items",
    verb="GET",
    path="/chatkit/threads/{thread_id}/items",
    path_params=("thread_id",),
    query=("after", "before", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "chatkit_beta=v1"),),
    item="beta.chatkit._models:ChatKitThreadItemListData",
    page="conversation_cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads"
        "/methods/list_items"
    ),
)
BETA_CHATKIT_THREADS_RETRIEVE: Operation[ChatKitThread] = Operation(
    name="beta.chatkit.threads.retrieve",
    verb="GET",
    path="/chatkit/threads/{thread_id}",
    path_params=("thread_id",),
    fixed_headers=(("OpenAI-Beta", "chatkit_beta=v1"),),
    result="beta.chatkit:ChatKitThread",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads"
        "/methods/retrieve"
    ),
)
