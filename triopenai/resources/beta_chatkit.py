"""The methods of ``beta_chatkit``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import beta_chatkit as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncConversationCursorPage, AsyncPaginator
    from triopenai.resources._args import beta_chatkit as args
    from triopenai.types.beta.chatkit import ChatKitThread, ChatSession, ThreadDeleteResponse
    from triopenai.types.beta.chatkit._models import ChatKitThreadItemListData

__all__ = ["BetaChatKit", "BetaChatKitSessions", "BetaChatKitThreads"]


class BetaChatKit(Resource):
    """Methods of ``client.beta.chatkit``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit
    """

    @cached_property
    def sessions(self) -> BetaChatKitSessions:
        """Methods of ``client.beta.chatkit.sessions``."""
        return BetaChatKitSessions(self._engine)

    @cached_property
    def threads(self) -> BetaChatKitThreads:
        """Methods of ``client.beta.chatkit.threads``."""
        return BetaChatKitThreads(self._engine)


class BetaChatKitSessions(Resource):
    """Methods of ``client.beta.chatkit.sessions``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/sessions
    """

    async def cancel(self, session_id: str, **params: Unpack[RequestOptions]) -> ChatSession:
        """Cancel a ChatKit session.

        ``POST /chatkit/sessions/{session_id}/cancel``

        Args:
            session_id: Id of the session.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/sessions/methods/cancel
        """
        return await self._engine.call(ops.BETA_CHATKIT_SESSIONS_CANCEL, params, session_id)

    async def create(self, **params: Unpack[args.BetaChatKitSessionsCreateArgs]) -> ChatSession:
        """Create a ChatKit session.

        ``POST /chatkit/sessions``

        Args:
            **params: The keys of `triopenai.types.beta.chatkit.SessionCreateParams` (`user` and `workflow`
                are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/sessions/methods/create
        """
        return await self._engine.call(ops.BETA_CHATKIT_SESSIONS_CREATE, params)


class BetaChatKitThreads(Resource):
    """Methods of ``client.beta.chatkit.threads``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads
    """

    async def delete(self, thread_id: str, **params: Unpack[RequestOptions]) -> ThreadDeleteResponse:
        """Delete a ChatKit thread.

        ``DELETE /chatkit/threads/{thread_id}``

        Args:
            thread_id: Id of the thread.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads/methods/delete
        """
        return await self._engine.call(ops.BETA_CHATKIT_THREADS_DELETE, params, thread_id)

    def list(
        self, **params: Unpack[args.BetaChatKitThreadsListArgs]
    ) -> AsyncPaginator[ChatKitThread, AsyncConversationCursorPage[ChatKitThread]]:
        """List ChatKit threads.

        ``GET /chatkit/threads``

        Args:
            **params: The keys of `triopenai.types.beta.chatkit.ThreadListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads/methods/list
        """
        return self._engine.paginate(ops.BETA_CHATKIT_THREADS_LIST, params)

    def list_items(
        self, thread_id: str, **params: Unpack[args.BetaChatKitThreadsListItemsArgs]
    ) -> AsyncPaginator[ChatKitThreadItemListData, AsyncConversationCursorPage[ChatKitThreadItemListData]]:
        """List the items of a ChatKit thread.

        ``GET /chatkit/threads/{thread_id}/items``

        Args:
            thread_id: Id of the thread.
            **params: The keys of `triopenai.types.beta.chatkit.ThreadListItemsParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads/methods/list_items
        """
        return self._engine.paginate(ops.BETA_CHATKIT_THREADS_LIST_ITEMS, params, thread_id)

    async def retrieve(self, thread_id: str, **params: Unpack[RequestOptions]) -> ChatKitThread:
        """Retrieve a ChatKit thread.

        ``GET /chatkit/threads/{thread_id}``

        Args:
            thread_id: Id of the thread.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/chatkit/subresources/threads/methods/retrieve
        """
        return await self._engine.call(ops.BETA_CHATKIT_THREADS_RETRIEVE, params, thread_id)
