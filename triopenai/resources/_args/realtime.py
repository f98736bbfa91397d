"""The keywords of ``realtime``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.realtime._params import (
    CallAcceptParams,
    CallCreateParams,
    CallReferParams,
    CallRejectParams,
    ClientSecretCreateParams,
)
from triopenai.types.realtime.translations._params import (
    ClientSecretCreateParams as TranslationsClientSecretCreateParams,
)

__all__ = [
    "RealtimeCallsAcceptArgs",
    "RealtimeCallsCreateArgs",
    "RealtimeCallsReferArgs",
    "RealtimeCallsRejectArgs",
    "RealtimeClientSecretsCreateArgs",
    "RealtimeTranslationsClientSecretsCreateArgs",
]


class RealtimeCallsAcceptArgs(CallAcceptParams, RequestOptions, total=False):
    """Keywords of ``realtime.calls.accept``."""


class RealtimeCallsCreateArgs(CallCreateParams, RequestOptions, total=False):
    """Keywords of ``realtime.calls.create``."""


class RealtimeCallsReferArgs(CallReferParams, RequestOptions, total=False):
    """Keywords of ``realtime.calls.refer``."""


class RealtimeCallsRejectArgs(CallRejectParams, RequestOptions, total=False):
    """Keywords of ``realtime.calls.reject``."""


class RealtimeClientSecretsCreateArgs(ClientSecretCreateParams, RequestOptions, total=False):
    """Keywords of ``realtime.client_secrets.create``."""


class RealtimeTranslationsClientSecretsCreateArgs(
    TranslationsClientSecretCreateParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``realtime.translations.client_secrets.create``."""
