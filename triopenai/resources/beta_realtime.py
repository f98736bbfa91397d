"""The methods of ``beta_realtime``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import beta_realtime as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai.realtime._manager import ConnectionManager
    from triopenai.realtime.connections import BetaRealtimeConnection
    from triopenai.resources._args import beta_realtime as args
    from triopenai.types import WebSocketConnectionOptions
    from triopenai.types.beta.realtime import SessionCreateResponse, TranscriptionSession

__all__ = ["BetaRealtime", "BetaRealtimeSessions", "BetaRealtimeTranscriptionSessions"]


class BetaRealtime(Resource):
    """Methods of ``client.beta.realtime``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/realtime
    """

    @cached_property
    def sessions(self) -> BetaRealtimeSessions:
        """Methods of ``client.beta.realtime.sessions``."""
        return BetaRealtimeSessions(self._engine)

    @cached_property
    def transcription_sessions(self) -> BetaRealtimeTranscriptionSessions:
        """Methods of ``client.beta.realtime.transcription_sessions``."""
        return BetaRealtimeTranscriptionSessions(self._engine)

    def connect(
        self,
        *,
        model: str,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
    ) -> ConnectionManager[BetaRealtimeConnection]:
        """Open a WebSocket connection: ``async with client.beta.realtime.connect(...) as connection``.

        - `model`: name of the model.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address
        from triopenai.realtime.connections.realtime import BetaRealtimeConnection

        return ConnectionManager(
            BetaRealtimeConnection,
            self._engine,
            Address({"model": model}, None, extra_query, extra_headers),
            websocket_connection_options,
        )


class BetaRealtimeSessions(Resource):
    """Methods of ``client.beta.realtime.sessions``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/realtime/subresources/sessions
    """

    async def create(self, **params: Unpack[args.BetaRealtimeSessionsCreateArgs]) -> SessionCreateResponse:
        """Create a realtime session.

        ``POST /realtime/sessions``

        Args:
            **params: The keys of `triopenai.types.beta.realtime.SessionCreateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/realtime/subresources/sessions/methods/create
        """
        return await self._engine.call(ops.BETA_REALTIME_SESSIONS_CREATE, params)


class BetaRealtimeTranscriptionSessions(Resource):
    """Methods of ``client.beta.realtime.transcription_sessions``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/realtime/subresources/transcription_sessions
    """

    async def create(
        self, **params: Unpack[args.BetaRealtimeTranscriptionSessionsCreateArgs]
    ) -> TranscriptionSession:
        """Create a realtime transcription session.

        ``POST /realtime/transcription_sessions``

        Args:
            **params: The keys of `triopenai.types.beta.realtime.TranscriptionSessionCreateParams`, and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/realtime/subresources/transcription_sessions/methods/create
        """
        return await self._engine.call(ops.BETA_REALTIME_TRANSCRIPTION_SESSIONS_CREATE, params)
