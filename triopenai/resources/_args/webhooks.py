"""The keywords of ``webhooks``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.webhooks._params import (
    WebhookCreateParams,
    WebhookListParams,
    WebhookRotateSecretParams,
    WebhookTestParams,
    WebhookUpdateParams,
)

__all__ = [
    "WebhooksCreateArgs",
    "WebhooksListArgs",
    "WebhooksRotateSecretArgs",
    "WebhooksTestArgs",
    "WebhooksUpdateArgs",
]


class WebhooksCreateArgs(WebhookCreateParams, RequestOptions, total=False):
    """Keywords of ``webhooks.create``."""


class WebhooksListArgs(WebhookListParams, RequestOptions, total=False):
    """Keywords of ``webhooks.list``."""


class WebhooksRotateSecretArgs(WebhookRotateSecretParams, RequestOptions, total=False):
    """Keywords of ``webhooks.rotate_secret``."""


class WebhooksTestArgs(WebhookTestParams, RequestOptions, total=False):
    """Keywords of ``webhooks.test``."""


class WebhooksUpdateArgs(WebhookUpdateParams, RequestOptions, total=False):
    """Keywords of ``webhooks.update``."""
