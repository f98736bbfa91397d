"""The endpoints of ``webhooks``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.webhooks import (
        DeletedWebhookEndpoint,
        WebhookEndpoint,
        WebhookEndpointTestResult,
        WebhookEndpointWithSecret,
        WebhookEventTypeList,
    )

__all__ = [
    "WEBHOOKS_CREATE",
    "WEBHOOKS_DELETE",
    "WEBHOOKS_EVENT_TYPES_LIST",
    "WEBHOOKS_LIST",
    "WEBHOOKS_RETRIEVE",
    "WEBHOOKS_ROTATE_SECRET",
    "WEBHOOKS_TEST",
    "WEBHOOKS_UPDATE",
]

WEBHOOKS_CREATE: Operation[WebhookEndpointWithSecret] = Operation(
    name="webhooks.create",
    verb="POST",
    path="/webhook_endpoints",
    body=("event_types", "name", "url"),
    required=("event_types", "name", "url"),
    result="webhooks:WebhookEndpointWithSecret",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/create",
)
WEBHOOKS_DELETE: Operation[DeletedWebhookEndpoint] = Operation(
    name="webhooks.delete",
    verb="DELETE",
    path="/webhook_endpoints/{webhook_endpoint_id}",
    path_params=("webhook_endpoint_id",),
    result="webhooks:DeletedWebhookEndpoint",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/delete",
)
WEBHOOKS_EVENT_TYPES_LIST: Operation[WebhookEventTypeList] = Operation(
    name="webhooks.event_types.list",
    verb="GET",
    path="/webhook_event_types",
    result="webhooks:WebhookEventTypeList",
    reference=(
        "https://developers.openai.com/api/reference/resources/webhooks/subresources/event_types/methods/list"
    ),
)
WEBHOOKS_LIST: PageOperation[AsyncCursorPage[WebhookEndpoint], WebhookEndpoint] = PageOperation(
    name="webhooks.list",
    verb="GET",
    path="/webhook_endpoints",
    query=("after", "limit"),
    item="webhooks:WebhookEndpoint",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/list",
)
WEBHOOKS_RETRIEVE: Operation[WebhookEndpoint] = Operation(
    name="webhooks.retrieve",
    verb="GET",
    path="/webhook_endpoints/{webhook_endpoint_id}",
    path_params=("webhook_endpoint_id",),
    result="webhooks:WebhookEndpoint",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/retrieve",
)
WEBHOOKS_ROTATE_SECRET: Operation[WebhookEndpointWithSecret] = Operation(
    name="webhooks.rotate_secret",
    verb="POST",
    path="/webhook_endpoints/{webhook_endpoint_id}/rotate_secret",
    path_params=("webhook_endpoint_id",),
    body=("keep_old_secret_active_for_24_hours",),
    result="webhooks:WebhookEndpointWithSecret",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/rotate_secret",
)
WEBHOOKS_TEST: Operation[WebhookEndpointTestResult] = Operation(
    name="webhooks.test",
    verb="POST",
    path="/webhook_endpoints/{webhook_endpoint_id}/test",
    path_params=("webhook_endpoint_id",),
    body=("event_type",),
    required=("event_type",),
    result="webhooks:WebhookEndpointTestResult",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/test",
)
WEBHOOKS_UPDATE: Operation[WebhookEndpoint] = Operation(
    name="webhooks.update",
    verb="POST",
    path="/webhook_endpoints/{webhook_endpoint_id}",
    path_params=("webhook_endpoint_id",),
    body=("event_types", "name", "url"),
    result="webhooks:WebhookEndpoint",
    reference="https://developers.openai.com/api/reference/resources/webhooks/methods/update",
)
