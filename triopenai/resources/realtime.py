"""The methods of ``realtime``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._base.absent import omit
from triopenai._engine.resource import Resource
from triopenai._operations import realtime as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai.realtime._manager import ConnectionManager
    from triopenai.realtime._options import OnReconnecting
    from triopenai.realtime.connections import RealtimeConnection, TranslationsConnection
    from triopenai.resources._args import realtime as args
    from triopenai.types import WebSocketConnectionOptions
    from triopenai.types.realtime import (
        ClientSecretCreateResponse,
        RealtimeTranslationClientSecretCreateResponse,
    )

__all__ = [
    "Realtime",
    "RealtimeCalls",
    "RealtimeClientSecrets",
    "RealtimeTranslations",
    "RealtimeTranslationsClientSecrets",
]


class Realtime(Resource):
    """Methods of ``client.realtime``.

    See https://developers.openai.com/api/reference/resources/realtime
    """

    @cached_property
    def calls(self) -> RealtimeCalls:
        """Methods of ``client.realtime.calls``."""
        return RealtimeCalls(self._engine)

    @cached_property
    def client_secrets(self) -> RealtimeClientSecrets:
        """Methods of ``client.realtime.client_secrets``."""
        return RealtimeClientSecrets(self._engine)

    @cached_property
    def translations(self) -> RealtimeTranslations:
        """Methods of ``client.realtime.translations``."""
        return RealtimeTranslations(self._engine)

    def connect(
        self,
        *,
        call_id: str | Omit = omit,
        model: str | Omit = omit,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1_048_576,
    ) -> ConnectionManager[RealtimeConnection]:
        """Open a WebSocket connection: ``async with client.realtime.connect(...) as connection``.

        - `call_id`: id of the call.
        - `model`: name of the model.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.realtime import RealtimeConnection

        return ConnectionManager(
            RealtimeConnection,
            self._engine,
            Address({"call_id": call_id, "model": model}, None, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )


class RealtimeCalls(Resource):
    """Methods of ``client.realtime.calls``.

    See https://developers.openai.com/api/reference/resources/realtime/subresources/calls
    """

    async def accept(self, call_id: str, **params: Unpack[args.RealtimeCallsAcceptArgs]) -> None:
        """Accept a realtime call.

        ``POST /realtime/calls/{call_id}/accept``

        Args:
            call_id: Id of the call.
            **params: The keys of `triopenai.types.realtime.CallAcceptParams` (`type` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/accept
        """
        return await self._engine.call(ops.REALTIME_CALLS_ACCEPT, params, call_id)

    async def create(self, **params: Unpack[args.RealtimeCallsCreateArgs]) -> HttpxBinaryResponseContent:
        """Start a realtime call.

        ``POST /realtime/calls``

        Args:
            **params: The keys of `triopenai.types.realtime.CallCreateParams` (`sdp` is required), and the
                request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/create
        """
        return await self._engine.call(ops.REALTIME_CALLS_CREATE, params)

    async def hangup(self, call_id: str, **params: Unpack[RequestOptions]) -> None:
        """Hang up a realtime call.

        ``POST /realtime/calls/{call_id}/hangup``

        Args:
            call_id: Id of the call.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/hangup
        """
        return await self._engine.call(ops.REALTIME_CALLS_HANGUP, params, call_id)

    async def refer(self, call_id: str, **params: Unpack[args.RealtimeCallsReferArgs]) -> None:
        """Refer a realtime call.

        ``POST /realtime/calls/{call_id}/refer``

        Args:
            call_id: Id of the call.
            **params: The keys of `triopenai.types.realtime.CallReferParams` (`target_uri` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/refer
        """
        return await self._engine.call(ops.REALTIME_CALLS_REFER, params, call_id)

    async def reject(self, call_id: str, **params: Unpack[args.RealtimeCallsRejectArgs]) -> None:
        """Reject a realtime call.

        ``POST /realtime/calls/{call_id}/reject``

        Args:
            call_id: Id of the call.
            **params: The keys of `triopenai.types.realtime.CallRejectParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/reject
        """
        return await self._engine.call(ops.REALTIME_CALLS_REJECT, params, call_id)


class RealtimeClientSecrets(Resource):
    """Methods of ``client.realtime.client_secrets``.

    See https://developers.openai.com/api/reference/resources/realtime/subresources/client_secrets
    """

    async def create(
        self, **params: Unpack[args.RealtimeClientSecretsCreateArgs]
    ) -> ClientSecretCreateResponse:
        """Create a realtime client secret.

        ``POST /realtime/client_secrets``

        Args:
            **params: The keys of `triopenai.types.realtime.ClientSecretCreateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/client_secrets/methods/create
        """
        return await self._engine.call(ops.REALTIME_CLIENT_SECRETS_CREATE, params)


class RealtimeTranslations(Resource):
    """Methods of ``client.realtime.translations``.

    See https://developers.openai.com/api/reference/resources/realtime/subresources/translations
    """

    @cached_property
    def client_secrets(self) -> RealtimeTranslationsClientSecrets:
        """Methods of ``client.realtime.translations.client_secrets``."""
        return RealtimeTranslationsClientSecrets(self._engine)

    def connect(
        self,
        model: str,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1_048_576,
    ) -> ConnectionManager[TranslationsConnection]:
        """Open a WebSocket connection: ``async with client.realtime.translations.connect(...) as connection``.

        - `model`: name of the model.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.realtime_translations import TranslationsConnection

        return ConnectionManager(
            TranslationsConnection,
            self._engine,
            Address({"model": model}, None, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )


class RealtimeTranslationsClientSecrets(Resource):
    """Methods of ``client.realtime.translations.client_secrets``.

    See https://developers.openai.com/api/reference/resources/realtime/subresources/translations/subresources/client_secrets
    """

    async def create(
        self, **params: Unpack[args.RealtimeTranslationsClientSecretsCreateArgs]
    ) -> RealtimeTranslationClientSecretCreateResponse:
        """Create a realtime translation client secret.

        ``POST /realtime/translations/client_secrets``

        Args:
            **params: The keys of `triopenai.types.realtime.translations.ClientSecretCreateParams` (`session`
                is required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/realtime/subresources/translations/subresources/client_secrets/methods/create
        """
        return await self._engine.call(ops.REALTIME_TRANSLATIONS_CLIENT_SECRETS_CREATE, params)
