"""The methods of ``conversations``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import conversations as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncPaginator
    from triopenai.resources._args import conversations as args
    from triopenai.types.conversations import (
        Conversation,
        ConversationDeletedResource,
        ConversationItem,
        ConversationItemList,
    )

__all__ = ["Conversations", "ConversationsItems"]


class Conversations(Resource):
    """Methods of ``client.conversations``.

    See https://developers.openai.com/api/reference/resources/conversations
    """

    @cached_property
    def items(self) -> ConversationsItems:
        """Methods of ``client.conversations.items``."""
        return ConversationsItems(self._engine)

    async def create(self, **params: Unpack[args.ConversationsCreateArgs]) -> Conversation:
        """Create a conversation.

        ``POST /conversations``

        Args:
            **params: The keys of `triopenai.types.conversations.ConversationCreateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/methods/create
        """
        return await self._engine.call(ops.CONVERSATIONS_CREATE, params)

    async def delete(
        self, conversation_id: str, **params: Unpack[RequestOptions]
    ) -> ConversationDeletedResource:
        """Delete a conversation.

        ``DELETE /conversations/{conversation_id}``

        Args:
            conversation_id: Id of the conversation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/methods/delete
        """
        return await self._engine.call(ops.CONVERSATIONS_DELETE, params, conversation_id)

    async def retrieve(self, conversation_id: str, **params: Unpack[RequestOptions]) -> Conversation:
        """Retrieve a conversation.

        ``GET /conversations/{conversation_id}``

        Args:
            conversation_id: Id of the conversation.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/methods/retrieve
        """
        return await self._engine.call(ops.CONVERSATIONS_RETRIEVE, params, conversation_id)

    async def update(
        self, conversation_id: str, **params: Unpack[args.ConversationsUpdateArgs]
    ) -> Conversation:
        """Update a conversation.

        ``POST /conversations/{conversation_id}``

        Args:
            conversation_id: Id of the conversation.
            **params: The keys of `triopenai.types.conversations.ConversationUpdateParams` (`metadata` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/methods/update
        """
        return await self._engine.call(ops.CONVERSATIONS_UPDATE, params, conversation_id)


class ConversationsItems(Resource):
    """Methods of ``client.conversations.items``.

    See https://developers.openai.com/api/reference/resources/conversations/subresources/items
    """

    async def create(
        self, conversation_id: str, **params: Unpack[args.ConversationsItemsCreateArgs]
    ) -> ConversationItemList:
        """Add items to a conversation.

        ``POST /conversations/{conversation_id}/items``

        Args:
            conversation_id: Id of the conversation.
            **params: The keys of `triopenai.types.conversations.ItemCreateParams` (`items` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods/create
        """
        return await self._engine.call(ops.CONVERSATIONS_ITEMS_CREATE, params, conversation_id)

    async def delete(self, item_id: str, **params: Unpack[args.ConversationsItemsDeleteArgs]) -> Conversation:
        """Delete a conversation item.

        ``DELETE /conversations/{conversation_id}/items/{item_id}``

        Args:
            item_id: Id of the item.
            **params: `conversation_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods/delete
        """
        return await self._engine.call(ops.CONVERSATIONS_ITEMS_DELETE, params, item_id)

    def list(
        self, conversation_id: str, **params: Unpack[args.ConversationsItemsListArgs]
    ) -> AsyncPaginator[ConversationItem, AsyncConversationCursorPage[ConversationItem]]:
        """List conversation items.

        ``GET /conversations/{conversation_id}/items``

        Args:
            conversation_id: Id of the conversation.
            **params: The keys of `triopenai.types.conversations.ItemListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods/list
        """
        return self._engine.paginate(ops.CONVERSATIONS_ITEMS_LIST, params, conversation_id)

    async def retrieve(
        self, item_id: str, **params: Unpack[args.ConversationsItemsRetrieveArgs]
    ) -> ConversationItem:
        """Retrieve a conversation item.

        ``GET /conversations/{conversation_id}/items/{item_id}``

        Args:
            item_id: Id of the item.
            **params: The keys of `triopenai.types.conversations.ItemRetrieveParams` (`conversation_id` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/conversations/subresources/items/methods/retrieve
        """
        return await self._engine.call(ops.CONVERSATIONS_ITEMS_RETRIEVE, params, item_id)
