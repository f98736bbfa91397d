"""The methods of ``chat``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from triopenai._engine.resource import Resource
from triopenai._helpers.chat_streaming import ChatStreaming
from triopenai._helpers.parsing import ChatParsing
from triopenai._helpers.tool_running import ChatToolRunning
from triopenai._operations import chat as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.events import EventStream
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import chat as args
    from triopenai.types.chat import (
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionDeleted,
        ChatCompletionStoreMessage,
    )

__all__ = ["Chat", "ChatCompletions", "ChatCompletionsMessages"]


class Chat(Resource):
    """Methods of ``client.chat``.

    See https://developers.openai.com/api/reference/resources/chat
    """

    @cached_property
    def completions(self) -> ChatCompletions:
        """Methods of ``client.chat.completions``."""
        return ChatCompletions(self._engine)


class ChatCompletions(ChatParsing, ChatStreaming, ChatToolRunning, Resource):
    """Methods of ``client.chat.completions``.

    See https://developers.openai.com/api/reference/resources/chat/subresources/completions
    """

    @cached_property
    def messages(self) -> ChatCompletionsMessages:
        """Methods of ``client.chat.completions.messages``."""
        return ChatCompletionsMessages(self._engine)

    @overload
    async def create(self, **params: Unpack[args.ChatCompletionsCreateArgsOnce]) -> ChatCompletion: ...

    @overload
    async def create(
        self, **params: Unpack[args.ChatCompletionsCreateArgsStream]
    ) -> EventStream[ChatCompletionChunk]: ...

    @overload
    async def create(
        self, **params: Unpack[args.ChatCompletionsCreateArgs]
    ) -> ChatCompletion | EventStream[ChatCompletionChunk]: ...

    async def create(
        self, **params: Unpack[args.ChatCompletionsCreateArgs]
    ) -> ChatCompletion | EventStream[ChatCompletionChunk]:
        """Create a chat completion.

        ``POST /chat/completions``

        Args:
            **params: The keys of `triopenai.types.chat.CompletionCreateParams` (`messages` and `model` are
                required), and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/create
        """
        return await self._engine.call_or_stream(ops.CHAT_COMPLETIONS_CREATE, params)

    async def delete(self, completion_id: str, **params: Unpack[RequestOptions]) -> ChatCompletionDeleted:
        """Delete a chat completion.

        ``DELETE /chat/completions/{completion_id}``

        Args:
            completion_id: Id of the completion.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/delete
        """
        return await self._engine.call(ops.CHAT_COMPLETIONS_DELETE, params, completion_id)

    def list(
        self, **params: Unpack[args.ChatCompletionsListArgs]
    ) -> AsyncPaginator[ChatCompletion, AsyncCursorPage[ChatCompletion]]:
        """List chat completions.

        ``GET /chat/completions``

        Args:
            **params: The keys of `triopenai.types.chat.CompletionListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/list
        """
        return self._engine.paginate(ops.CHAT_COMPLETIONS_LIST, params)

    async def retrieve(self, completion_id: str, **params: Unpack[RequestOptions]) -> ChatCompletion:
        """Retrieve a chat completion.

        ``GET /chat/completions/{completion_id}``

        Args:
            completion_id: Id of the completion.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/retrieve
        """
        return await self._engine.call(ops.CHAT_COMPLETIONS_RETRIEVE, params, completion_id)

    async def update(
        self, completion_id: str, **params: Unpack[args.ChatCompletionsUpdateArgs]
    ) -> ChatCompletion:
        """Update a chat completion.

        ``POST /chat/completions/{completion_id}``

        Args:
            completion_id: Id of the completion.
            **params: The keys of `triopenai.types.chat.CompletionUpdateParams` (`metadata` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/update
        """
        return await self._engine.call(ops.CHAT_COMPLETIONS_UPDATE, params, completion_id)


class ChatCompletionsMessages(Resource):
    """Methods of ``client.chat.completions.messages``.

    See https://developers.openai.com/api/reference/resources/chat/subresources/completions/subresources/messages
    """

    def list(
        self, completion_id: str, **params: Unpack[args.ChatCompletionsMessagesListArgs]
    ) -> AsyncPaginator[ChatCompletionStoreMessage, AsyncCursorPage[ChatCompletionStoreMessage]]:
        """List chat completion messages.

        ``GET /chat/completions/{completion_id}/messages``

        Args:
            completion_id: Id of the completion.
            **params: The keys of `triopenai.types.chat.completions.MessageListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/chat/subresources/completions/subresources/messages/methods/list
        """
        return self._engine.paginate(ops.CHAT_COMPLETIONS_MESSAGES_LIST, params, completion_id)
