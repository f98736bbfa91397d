"""The methods of ``responses``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from triopenai._engine.resource import Resource
from triopenai._helpers.parsing import ResponseParsing
from triopenai._helpers.response_streaming import ResponseStreaming
from triopenai._helpers.tool_running import ResponseToolRunning
from triopenai._operations import responses as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.events import EventStream
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.realtime._manager import ConnectionManager
    from triopenai.realtime._options import OnReconnecting
    from triopenai.realtime.connections import ResponsesConnection
    from triopenai.resources._args import responses as args
    from triopenai.types import WebSocketConnectionOptions
    from triopenai.types.responses import (
        CompactedResponse,
        InputTokenCountResponse,
        Response,
        ResponseItem,
        ResponseStreamEvent,
    )

__all__ = ["Responses", "ResponsesInputItems", "ResponsesInputTokens"]


class Responses(ResponseParsing, ResponseStreaming, ResponseToolRunning, Resource):
    """Methods of ``client.responses``.

    See https://developers.openai.com/api/reference/resources/responses
    """

    @cached_property
    def input_items(self) -> ResponsesInputItems:
        """Methods of ``client.responses.input_items``."""
        return ResponsesInputItems(self._engine)

    @cached_property
    def input_tokens(self) -> ResponsesInputTokens:
        """Methods of ``client.responses.input_tokens``."""
        return ResponsesInputTokens(self._engine)

    def connect(
        self,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1_048_576,
    ) -> ConnectionManager[ResponsesConnection]:
        """Open a WebSocket connection: ``async with client.responses.connect(...) as connection``.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.responses import ResponsesConnection

        return ConnectionManager(
            ResponsesConnection,
            self._engine,
            Address({}, None, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )

    async def cancel(self, response_id: str, **params: Unpack[RequestOptions]) -> Response:
        """Cancel a response.

        ``POST /responses/{response_id}/cancel``

        Args:
            response_id: Id of the response.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/methods/cancel
        """
        return await self._engine.call(ops.RESPONSES_CANCEL, params, response_id)

    async def compact(self, **params: Unpack[args.ResponsesCompactArgs]) -> CompactedResponse:
        """Compact a conversation.

        ``POST /responses/compact``

        Args:
            **params: The keys of `triopenai.types.responses.ResponseCompactParams` (`model` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/methods/compact
        """
        return await self._engine.call(ops.RESPONSES_COMPACT, params)

    @overload
    async def create(self, **params: Unpack[args.ResponsesCreateArgsOnce]) -> Response: ...

    @overload
    async def create(
        self, **params: Unpack[args.ResponsesCreateArgsStream]
    ) -> EventStream[ResponseStreamEvent]: ...

    @overload
    async def create(
        self, **params: Unpack[args.ResponsesCreateArgs]
    ) -> Response | EventStream[ResponseStreamEvent]: ...

    async def create(
        self, **params: Unpack[args.ResponsesCreateArgs]
    ) -> Response | EventStream[ResponseStreamEvent]:
        """Create a response.

        ``POST /responses``

        Args:
            **params: The keys of `triopenai.types.responses.ResponseCreateParams`, and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/methods/create
        """
        return await self._engine.call_or_stream(ops.RESPONSES_CREATE, params)

    async def delete(self, response_id: str, **params: Unpack[RequestOptions]) -> None:
        """Delete a response.

        ``DELETE /responses/{response_id}``

        Args:
            response_id: Id of the response.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/methods/delete
        """
        return await self._engine.call(ops.RESPONSES_DELETE, params, response_id)

    @overload
    async def retrieve(
        self, response_id: str, **params: Unpack[args.ResponsesRetrieveArgsOnce]
    ) -> Response: ...

    @overload
    async def retrieve(
        self, response_id: str, **params: Unpack[args.ResponsesRetrieveArgsStream]
    ) -> EventStream[ResponseStreamEvent]: ...

    @overload
    async def retrieve(
        self, response_id: str, **params: Unpack[args.ResponsesRetrieveArgs]
    ) -> Response | EventStream[ResponseStreamEvent]: ...

    async def retrieve(
        self, response_id: str, **params: Unpack[args.ResponsesRetrieveArgs]
    ) -> Response | EventStream[ResponseStreamEvent]:
        """Retrieve a response.

        ``GET /responses/{response_id}``

        Args:
            response_id: Id of the response.
            **params: The keys of `triopenai.types.responses.ResponseRetrieveParams`, and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/methods/retrieve
        """
        return await self._engine.call_or_stream(ops.RESPONSES_RETRIEVE, params, response_id)


class ResponsesInputItems(Resource):
    """Methods of ``client.responses.input_items``.

    See https://developers.openai.com/api/reference/resources/responses/subresources/input_items
    """

    def list(
        self, response_id: str, **params: Unpack[args.ResponsesInputItemsListArgs]
    ) -> AsyncPaginator[ResponseItem, AsyncCursorPage[ResponseItem]]:
        """List response input items.

        ``GET /responses/{response_id}/input_items``

        Args:
            response_id: Id of the response.
            **params: The keys of `triopenai.types.responses.InputItemListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/subresources/input_items/methods/list
        """
        return self._engine.paginate(ops.RESPONSES_INPUT_ITEMS_LIST, params, response_id)


class ResponsesInputTokens(Resource):
    """Methods of ``client.responses.input_tokens``.

    See https://developers.openai.com/api/reference/resources/responses/subresources/input_tokens
    """

    async def count(self, **params: Unpack[args.ResponsesInputTokensCountArgs]) -> InputTokenCountResponse:
        """Count the input tokens of a request.

        ``POST /responses/input_tokens``

        Args:
            **params: The keys of `triopenai.types.responses.InputTokenCountParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/responses/subresources/input_tokens/methods/count
        """
        return await self._engine.call(ops.RESPONSES_INPUT_TOKENS_COUNT, params)
