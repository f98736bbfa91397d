"""The methods of ``beta_responses``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from triopenai._engine.resource import Resource
from triopenai._operations import beta_responses as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._engine.events import EventStream
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.realtime._manager import ConnectionManager
    from triopenai.realtime._options import OnReconnecting
    from triopenai.realtime.connections import BetaResponsesConnection
    from triopenai.resources._args import beta_responses as args
    from triopenai.types import WebSocketConnectionOptions
    from triopenai.types.beta import (
        BetaCompactedResponse,
        BetaResponse,
        BetaResponseItem,
        BetaResponseStreamEvent,
    )
    from triopenai.types.beta.responses import InputTokenCountResponse

__all__ = ["BetaResponses", "BetaResponsesInputItems", "BetaResponsesInputTokens"]


class BetaResponses(Resource):
    """Methods of ``client.beta.responses``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/responses
    """

    @cached_property
    def input_items(self) -> BetaResponsesInputItems:
        """Methods of ``client.beta.responses.input_items``."""
        return BetaResponsesInputItems(self._engine)

    @cached_property
    def input_tokens(self) -> BetaResponsesInputTokens:
        """Methods of ``client.beta.responses.input_tokens``."""
        return BetaResponsesInputTokens(self._engine)

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
    ) -> ConnectionManager[BetaResponsesConnection]:
        """Open a WebSocket connection: ``async with client.beta.responses.connect(...) as connection``.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.beta_responses import BetaResponsesConnection

        return ConnectionManager(
            BetaResponsesConnection,
            self._engine,
            Address({}, None, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )

    async def cancel(self, response_id: str, **params: Unpack[args.BetaResponsesCancelArgs]) -> BetaResponse:
        """Cancel a response.

        ``POST /responses/{response_id}/cancel?beta=true``

        Args:
            response_id: Id of the response.
            **params: `betas` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/cancel
        """
        return await self._engine.call(ops.BETA_RESPONSES_CANCEL, params, response_id)

    async def compact(self, **params: Unpack[args.BetaResponsesCompactArgs]) -> BetaCompactedResponse:
        """Compact a conversation.

        ``POST /responses/compact?beta=true``

        Args:
            **params: The keys of `triopenai.types.beta.ResponseCompactParams` (`model` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/compact
        """
        return await self._engine.call(ops.BETA_RESPONSES_COMPACT, params)

    @overload
    async def create(self, **params: Unpack[args.BetaResponsesCreateArgsOnce]) -> BetaResponse: ...

    @overload
    async def create(
        self, **params: Unpack[args.BetaResponsesCreateArgsStream]
    ) -> EventStream[BetaResponseStreamEvent]: ...

    @overload
    async def create(
        self, **params: Unpack[args.BetaResponsesCreateArgs]
    ) -> BetaResponse | EventStream[BetaResponseStreamEvent]: ...

    async def create(
        self, **params: Unpack[args.BetaResponsesCreateArgs]
    ) -> BetaResponse | EventStream[BetaResponseStreamEvent]:
        """Create a response.

        ``POST /responses?beta=true``

        Args:
            **params: The keys of `triopenai.types.beta.ResponseCreateParams`, and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/create
        """
        return await self._engine.call_or_stream(ops.BETA_RESPONSES_CREATE, params)

    async def delete(self, response_id: str, **params: Unpack[args.BetaResponsesDeleteArgs]) -> None:
        """Delete a response.

        ``DELETE /responses/{response_id}?beta=true``

        Args:
            response_id: Id of the response.
            **params: `betas` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/delete
        """
        return await self._engine.call(ops.BETA_RESPONSES_DELETE, params, response_id)

    @overload
    async def retrieve(
        self, response_id: str, **params: Unpack[args.BetaResponsesRetrieveArgsOnce]
    ) -> BetaResponse: ...

    @overload
    async def retrieve(
        self, response_id: str, **params: Unpack[args.BetaResponsesRetrieveArgsStream]
    ) -> EventStream[BetaResponseStreamEvent]: ...

    @overload
    async def retrieve(
        self, response_id: str, **params: Unpack[args.BetaResponsesRetrieveArgs]
    ) -> BetaResponse | EventStream[BetaResponseStreamEvent]: ...

    async def retrieve(
        self, response_id: str, **params: Unpack[args.BetaResponsesRetrieveArgs]
    ) -> BetaResponse | EventStream[BetaResponseStreamEvent]:
        """Retrieve a response.

        ``GET /responses/{response_id}?beta=true``

        Args:
            response_id: Id of the response.
            **params: The keys of `triopenai.types.beta.ResponseRetrieveParams`, and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/methods/retrieve
        """
        return await self._engine.call_or_stream(ops.BETA_RESPONSES_RETRIEVE, params, response_id)


class BetaResponsesInputItems(Resource):
    """Methods of ``client.beta.responses.input_items``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/responses/subresources/input_items
    """

    def list(
        self, response_id: str, **params: Unpack[args.BetaResponsesInputItemsListArgs]
    ) -> AsyncPaginator[BetaResponseItem, AsyncCursorPage[BetaResponseItem]]:
        """List response input items.

        ``GET /responses/{response_id}/input_items?beta=true``

        Args:
            response_id: Id of the response.
            **params: The keys of `triopenai.types.beta.responses.InputItemListParams`, and the request
                options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/subresources/input_items/methods/list
        """
        return self._engine.paginate(ops.BETA_RESPONSES_INPUT_ITEMS_LIST, params, response_id)


class BetaResponsesInputTokens(Resource):
    """Methods of ``client.beta.responses.input_tokens``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/responses/subresources/input_tokens
    """

    async def count(
        self, **params: Unpack[args.BetaResponsesInputTokensCountArgs]
    ) -> InputTokenCountResponse:
        """Count the input tokens of a request.

        ``POST /responses/input_tokens?beta=true``

        Args:
            **params: The keys of `triopenai.types.beta.responses.InputTokenCountParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/responses/subresources/input_tokens/methods/count
        """
        return await self._engine.call(ops.BETA_RESPONSES_INPUT_TOKENS_COUNT, params)
