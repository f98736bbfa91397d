"""The methods of ``webhooks``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._helpers.webhooks import WebhookVerification
from triopenai._operations import webhooks as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import webhooks as args
    from triopenai.types.webhooks import (
        DeletedWebhookEndpoint,
        WebhookEndpoint,
        WebhookEndpointTestResult,
        WebhookEndpointWithSecret,
        WebhookEventTypeList,
    )

__all__ = ["Webhooks", "WebhooksEventTypes"]


class Webhooks(WebhookVerification, Resource):
    """Methods of ``client.webhooks``.

    See https://developers.openai.com/api/reference/resources/webhooks
    """

    @cached_property
    def event_types(self) -> WebhooksEventTypes:
        """Methods of ``client.webhooks.event_types``."""
        return WebhooksEventTypes(self._engine)

    async def create(self, **params: Unpack[args.WebhooksCreateArgs]) -> WebhookEndpointWithSecret:
        """Create a webhook endpoint.

        ``POST /webhook_endpoints``

        Args:
            **params: The keys of `triopenai.types.webhooks.WebhookCreateParams` (`event_types`, `name` and
                `url` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/create
        """
        return await self._engine.call(ops.WEBHOOKS_CREATE, params)

    async def delete(
        self, webhook_endpoint_id: str, **params: Unpack[RequestOptions]
    ) -> DeletedWebhookEndpoint:
        """Delete a webhook endpoint.

        ``DELETE /webhook_endpoints/{webhook_endpoint_id}``

        Args:
            webhook_endpoint_id: Id of the webhook endpoint.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/delete
        """
        return await self._engine.call(ops.WEBHOOKS_DELETE, params, webhook_endpoint_id)

    def list(
        self, **params: Unpack[args.WebhooksListArgs]
    ) -> AsyncPaginator[WebhookEndpoint, AsyncCursorPage[WebhookEndpoint]]:
        """List webhook endpoints.

        ``GET /webhook_endpoints``

        Args:
            **params: The keys of `triopenai.types.webhooks.WebhookListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/list
        """
        return self._engine.paginate(ops.WEBHOOKS_LIST, params)

    async def retrieve(self, webhook_endpoint_id: str, **params: Unpack[RequestOptions]) -> WebhookEndpoint:
        """Retrieve a webhook endpoint.

        ``GET /webhook_endpoints/{webhook_endpoint_id}``

        Args:
            webhook_endpoint_id: Id of the webhook endpoint.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/retrieve
        """
        return await self._engine.call(ops.WEBHOOKS_RETRIEVE, params, webhook_endpoint_id)

    async def rotate_secret(
        self, webhook_endpoint_id: str, **params: Unpack[args.WebhooksRotateSecretArgs]
    ) -> WebhookEndpointWithSecret:
        """Replace the secret of a webhook endpoint.

        ``POST /webhook_endpoints/{webhook_endpoint_id}/rotate_secret``

        Args:
            webhook_endpoint_id: Id of the webhook endpoint.
            **params: The keys of `triopenai.types.webhooks.WebhookRotateSecretParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/rotate_secret
        """
        return await self._engine.call(ops.WEBHOOKS_ROTATE_SECRET, params, webhook_endpoint_id)

    async def test(
        self, webhook_endpoint_id: str, **params: Unpack[args.WebhooksTestArgs]
    ) -> WebhookEndpointTestResult:
        """Send a test event to a webhook endpoint.

        ``POST /webhook_endpoints/{webhook_endpoint_id}/test``

        Args:
            webhook_endpoint_id: Id of the webhook endpoint.
            **params: The keys of `triopenai.types.webhooks.WebhookTestParams` (`event_type` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/test
        """
        return await self._engine.call(ops.WEBHOOKS_TEST, params, webhook_endpoint_id)

    async def update(
        self, webhook_endpoint_id: str, **params: Unpack[args.WebhooksUpdateArgs]
    ) -> WebhookEndpoint:
        """Update a webhook endpoint.

        ``POST /webhook_endpoints/{webhook_endpoint_id}``

        Args:
            webhook_endpoint_id: Id of the webhook endpoint.
            **params: The keys of `triopenai.types.webhooks.WebhookUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/methods/update
        """
        return await self._engine.call(ops.WEBHOOKS_UPDATE, params, webhook_endpoint_id)


class WebhooksEventTypes(Resource):
    """Methods of ``client.webhooks.event_types``.

    See https://developers.openai.com/api/reference/resources/webhooks/subresources/event_types
    """

    async def list(self, **params: Unpack[RequestOptions]) -> WebhookEventTypeList:
        """List the types of webhook events.

        ``GET /webhook_event_types``

        Args:
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/webhooks/subresources/event_types/methods/list
        """
        return await self._engine.call(ops.WEBHOOKS_EVENT_TYPES_LIST, params)
