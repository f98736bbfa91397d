"""The methods of ``admin_usage``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import admin_usage as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.resources._args import admin_usage as args
    from triopenai.types.admin.organization import (
        UsageAudioSpeechesResponse,
        UsageAudioTranscriptionsResponse,
        UsageCodeInterpreterSessionsResponse,
        UsageCompletionsResponse,
        UsageCostsResponse,
        UsageDecisionsResponse,
        UsageEmbeddingsResponse,
        UsageFileSearchCallsResponse,
        UsageImagesResponse,
        UsageModerationsResponse,
        UsageVectorStoresResponse,
        UsageWebSearchCallsResponse,
    )

__all__ = ["AdminOrganizationUsage"]


class AdminOrganizationUsage(Resource):
    """Methods of ``client.admin.organization.usage``.

    See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage
    """

    async def audio_speeches(
        self, **params: Unpack[args.AdminOrganizationUsageAudioSpeechesArgs]
    ) -> UsageAudioSpeechesResponse:
        """Report the organization's usage: audio speeches.

        ``GET /organization/usage/audio_speeches``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageAudioSpeechesParams` (`start_time`
                is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/audio_speeches
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_AUDIO_SPEECHES, params)

    async def audio_transcriptions(
        self, **params: Unpack[args.AdminOrganizationUsageAudioTranscriptionsArgs]
    ) -> UsageAudioTranscriptionsResponse:
        """Report the organization's usage: audio transcriptions.

        ``GET /organization/usage/audio_transcriptions``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageAudioTranscriptionsParams`
                (`start_time` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/audio_transcriptions
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_AUDIO_TRANSCRIPTIONS, params)

    async def code_interpreter_sessions(
        self, **params: Unpack[args.AdminOrganizationUsageCodeInterpreterSessionsArgs]
    ) -> UsageCodeInterpreterSessionsResponse:
        """Report the organization's usage: code interpreter sessions.

        ``GET /organization/usage/code_interpreter_sessions``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageCodeInterpreterSessionsParams`
                (`start_time` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/code_interpreter_sessions
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_CODE_INTERPRETER_SESSIONS, params)

    async def completions(
        self, **params: Unpack[args.AdminOrganizationUsageCompletionsArgs]
    ) -> UsageCompletionsResponse:
        """Report the organization's usage: completions.

        ``GET /organization/usage/completions``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageCompletionsParams` (`start_time` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/completions
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_COMPLETIONS, params)

    async def costs(self, **params: Unpack[args.AdminOrganizationUsageCostsArgs]) -> UsageCostsResponse:
        """Report the organization's usage: costs.

        ``GET /organization/costs``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageCostsParams` (`start_time` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/costs
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_COSTS, params)

    async def decisions(
        self, **params: Unpack[args.AdminOrganizationUsageDecisionsArgs]
    ) -> UsageDecisionsResponse:
        """Report the organization's usage: decisions.

        ``GET /organization/usage/decisions``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageDecisionsParams` (`start_time` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/decisions
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_DECISIONS, params)

    async def embeddings(
        self, **params: Unpack[args.AdminOrganizationUsageEmbeddingsArgs]
    ) -> UsageEmbeddingsResponse:
        """Report the organization's usage: embeddings.

        ``GET /organization/usage/embeddings``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageEmbeddingsParams` (`start_time` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/embeddings
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_EMBEDDINGS, params)

    async def file_search_calls(
        self, **params: Unpack[args.AdminOrganizationUsageFileSearchCallsArgs]
    ) -> UsageFileSearchCallsResponse:
        """Report the organization's usage: file search calls.

        ``GET /organization/usage/file_search_calls``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageFileSearchCallsParams`
                (`start_time` is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/file_search_calls
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_FILE_SEARCH_CALLS, params)

    async def images(self, **params: Unpack[args.AdminOrganizationUsageImagesArgs]) -> UsageImagesResponse:
        """Report the organization's usage: images.

        ``GET /organization/usage/images``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageImagesParams` (`start_time` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/images
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_IMAGES, params)

    async def moderations(
        self, **params: Unpack[args.AdminOrganizationUsageModerationsArgs]
    ) -> UsageModerationsResponse:
        """Report the organization's usage: moderations.

        ``GET /organization/usage/moderations``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageModerationsParams` (`start_time` is
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/moderations
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_MODERATIONS, params)

    async def vector_stores(
        self, **params: Unpack[args.AdminOrganizationUsageVectorStoresArgs]
    ) -> UsageVectorStoresResponse:
        """Report the organization's usage: vector stores.

        ``GET /organization/usage/vector_stores``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageVectorStoresParams` (`start_time`
                is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/vector_stores
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_VECTOR_STORES, params)

    async def web_search_calls(
        self, **params: Unpack[args.AdminOrganizationUsageWebSearchCallsArgs]
    ) -> UsageWebSearchCallsResponse:
        """Report the organization's usage: web search calls.

        ``GET /organization/usage/web_search_calls``

        Args:
            **params: The keys of `triopenai.types.admin.organization.UsageWebSearchCallsParams` (`start_time`
                is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/admin/subresources/organization/subresources/usage/methods/web_search_calls
        """
        return await self._engine.call(ops.ADMIN_ORGANIZATION_USAGE_WEB_SEARCH_CALLS, params)
