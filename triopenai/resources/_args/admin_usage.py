"""The keywords of ``admin_usage``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types.admin.organization._params import (
    UsageAudioSpeechesParams,
    UsageAudioTranscriptionsParams,
    UsageCodeInterpreterSessionsParams,
    UsageCompletionsParams,
    UsageCostsParams,
    UsageDecisionsParams,
    UsageEmbeddingsParams,
    UsageFileSearchCallsParams,
    UsageImagesParams,
    UsageModerationsParams,
    UsageVectorStoresParams,
    UsageWebSearchCallsParams,
)

__all__ = [
    "AdminOrganizationUsageAudioSpeechesArgs",
    "AdminOrganizationUsageAudioTranscriptionsArgs",
    "AdminOrganizationUsageCodeInterpreterSessionsArgs",
    "AdminOrganizationUsageCompletionsArgs",
    "AdminOrganizationUsageCostsArgs",
    "AdminOrganizationUsageDecisionsArgs",
    "AdminOrganizationUsageEmbeddingsArgs",
    "AdminOrganizationUsageFileSearchCallsArgs",
    "AdminOrganizationUsageImagesArgs",
    "AdminOrganizationUsageModerationsArgs",
    "AdminOrganizationUsageVectorStoresArgs",
    "AdminOrganizationUsageWebSearchCallsArgs",
]


class AdminOrganizationUsageAudioSpeechesArgs(UsageAudioSpeechesParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.audio_speeches``."""


class AdminOrganizationUsageAudioTranscriptionsArgs(
    UsageAudioTranscriptionsParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.usage.audio_transcriptions``."""


class AdminOrganizationUsageCodeInterpreterSessionsArgs(
    UsageCodeInterpreterSessionsParams,
    RequestOptions,
    total=False,
):
    """Keywords of ``admin.organization.usage.code_interpreter_sessions``."""


class AdminOrganizationUsageCompletionsArgs(UsageCompletionsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.completions``."""


class AdminOrganizationUsageCostsArgs(UsageCostsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.costs``."""


class AdminOrganizationUsageDecisionsArgs(UsageDecisionsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.decisions``."""


class AdminOrganizationUsageEmbeddingsArgs(UsageEmbeddingsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.embeddings``."""


class AdminOrganizationUsageFileSearchCallsArgs(UsageFileSearchCallsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.file_search_calls``."""


class AdminOrganizationUsageImagesArgs(UsageImagesParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.images``."""


class AdminOrganizationUsageModerationsArgs(UsageModerationsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.moderations``."""


class AdminOrganizationUsageVectorStoresArgs(UsageVectorStoresParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.vector_stores``."""


class AdminOrganizationUsageWebSearchCallsArgs(UsageWebSearchCallsParams, RequestOptions, total=False):
    """Keywords of ``admin.organization.usage.web_search_calls``."""
