"""The endpoints of ``conversations``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncConversationCursorPage
    from triopenai.types.conversations import (
        Conversation,
        ConversationDeletedResource,
        ConversationItem,
        ConversationItemList,
    )

__all__ = [
    "CONVERSATIONS_CREATE",
    "CONVERSATIONS_DELETE",
    "CONVERSATIONS_ITEMS_CREATE",
    "CONVERSATIONS_ITEMS_DELETE",
    "CONVERSATIONS_ITEMS_LIST",
    "CONVERSATIONS_ITEMS_RETRIEVE",
    "CONVERSATIONS_RETRIEVE",
    "CONVERSATIONS_UPDATE",
]

CONVERSATIONS_CREATE: Operation[Conversation] = Operation(
    name="conversations.create",
    verb="POST",
    path="/conversations",
    body=("items", "metadata"),
    result="conversations:Conversation",
    reference="https://developers.openai.com/api/reference/resources/conversations/methods/create",
)
CONVERSATIONS_DELETE: Operation[ConversationDeletedResource] = Operation(
    name="conversations.delete",
    verb="DELETE",
    path="/conversations/{conversation_id}",
    path_params=("conversation_id",),
    result="conversations:ConversationDeletedResource",
    reference="https://developers.openai.com/api/reference/resources/conversations/methods/delete",
)
CONVERSATIONS_ITEMS_CREATE: Operation[ConversationItemList] = Operation(
    name="conversations.items.create",
    verb="POST",
    path="/conversations/{conversation_id}/items",
    path_params=("conversation_id",),
    query=("include",),
    body=("items",),
    required=("items",),
    result="conversations:ConversationItemList",
    reference=(
        "https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods"
        "/create"
    ),
)
CONVERSATIONS_ITEMS_DELETE: Operation[Conversation] = Operation(
    name="conversations.items.delete",
    verb="DELETE",
    path="/conversations/{conversation_id}/items/{item_id}",
    path_params=("conversation_id", "item_id"),
    result="conversations:Conversation",
    reference=(
        "https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods"
        "/delete"
    ),
)
CONVERSATIONS_ITEMS_LIST: PageOperation[AsyncConversationCursorPage[ConversationItem], ConversationItem] = (
    PageOperation(
        name="conversations.items.list",
        verb="GET",
        path="/conversations/{conversation_id}/items",
        path_params=("conversation_id",),
        query=("after", "include", "limit", "order"),
        item="conversations:ConversationItem",
        page="conversation_cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods"
            "/list"
        ),
    )
)
CONVERSATIONS_ITEMS_RETRIEVE: Operation[ConversationItem] = Operation(
    name="conversations.items.retrieve",
    verb="GET",
    path="/conversations/{conversation_id}/items/{item_id}",
    path_params=("conversation_id", "item_id"),
    query=("include",),
    result="conversations:ConversationItem",
    reference=(
        "https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods"
        "/retrieve"
    ),
)
CONVERSATIONS_RETRIEVE: Operation[Conversation] = Operation(
    name="conversations.retrieve",
    verb="GET",
    path="/conversations/{conversation_id}",
    path_params=("conversation_id",),
    result="conversations:Conversation",
    reference="https://developers.openai.com/api/reference/resources/conversations/methods/retrieve",
)
CONVERSATIONS_UPDATE: Operation[Conversation] = Operation(
    name="conversations.update",
    verb="POST",
    path="/conversations/{conversation_id}",
    path_params=("conversation_id",),
    body=("metadata",),
    required=("metadata",),
    result="conversations:Conversation",
    reference="https://developers.openai.com/api/reference/resources/conversations/methods/update",
)
