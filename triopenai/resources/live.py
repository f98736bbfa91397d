"""The methods of ``live``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._base.absent import omit
from triopenai._engine.resource import Resource
from triopenai._operations import live as ops

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai.realtime._manager import ConnectionManager
    from triopenai.realtime._options import OnReconnecting
    from triopenai.realtime.connections import ForksConnection, LiveConnection, SidebandConnection
    from triopenai.resources._args import live as args
    from triopenai.types import WebSocketConnectionOptions
    from triopenai.types.live import LiveCreateResponse, SessionForkResponse

__all__ = ["Live", "LiveForks", "LiveSessions", "LiveSideband"]


class Live(Resource):
    """Methods of ``client.live``.

    See https://developers.openai.com/api/reference/resources/live
    """

    @cached_property
    def forks(self) -> LiveForks:
        """Methods of ``client.live.forks``."""
        return LiveForks(self._engine)

    @cached_property
    def sessions(self) -> LiveSessions:
        """Methods of ``client.live.sessions``."""
        return LiveSessions(self._engine)

    @cached_property
    def sideband(self) -> LiveSideband:
        """Methods of ``client.live.sideband``."""
        return LiveSideband(self._engine)

    def connect(
        self,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 2_097_152,
    ) -> ConnectionManager[LiveConnection]:
        """Open a WebSocket connection: ``async with client.live.connect(...) as connection``.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.live import LiveConnection

        return ConnectionManager(
            LiveConnection,
            self._engine,
            Address({}, None, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )

    async def create(self, **params: Unpack[args.LiveCreateArgs]) -> LiveCreateResponse:
        """Start a live session.

        ``POST /live/sessions``

        Args:
            **params: The keys of `triopenai.types.live.LiveCreateParams` (`session` and `transport` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/methods/create
        """
        return await self._engine.call(ops.LIVE_CREATE, params)


class LiveForks(Resource):
    """Methods of ``client.live.forks``.

    See https://developers.openai.com/api/reference/resources/live/subresources/forks
    """

    def connect(
        self,
        *,
        session_id: str,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 2_097_152,
    ) -> ConnectionManager[ForksConnection]:
        """Open a WebSocket connection: ``async with client.live.forks.connect(...) as connection``.

        - `session_id`: id of the session.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.live import ForksConnection

        return ConnectionManager(
            ForksConnection,
            self._engine,
            Address({}, session_id, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )


class LiveSessions(Resource):
    """Methods of ``client.live.sessions``.

    See https://developers.openai.com/api/reference/resources/live/subresources/sessions
    """

    async def accept(self, session_id: str, **params: Unpack[args.LiveSessionsAcceptArgs]) -> None:
        """Accept a live session.

        ``POST /live/sessions/{session_id}/accept``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.live.SessionAcceptParams` (`session` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/accept
        """
        return await self._engine.call(ops.LIVE_SESSIONS_ACCEPT, params, session_id)

    async def download_recording(
        self, session_id: str, **params: Unpack[RequestOptions]
    ) -> HttpxBinaryResponseContent:
        """Download the recording of a live session.

        ``GET /live/sessions/{session_id}/content``

        Args:
            session_id: Id of the session.
            **params: The request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/download_recording
        """
        return await self._engine.call(ops.LIVE_SESSIONS_DOWNLOAD_RECORDING, params, session_id)

    async def fork(self, session_id: str, **params: Unpack[args.LiveSessionsForkArgs]) -> SessionForkResponse:
        """Fork a live session.

        ``POST /live/sessions/{session_id}/fork``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.live.SessionForkParams` (`transport` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/fork
        """
        return await self._engine.call(ops.LIVE_SESSIONS_FORK, params, session_id)

    async def hangup(self, session_id: str, **params: Unpack[RequestOptions]) -> None:
        """Hang up a live session.

        ``POST /live/sessions/{session_id}/hangup``

        Args:
            session_id: Id of the session.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/hangup
        """
        return await self._engine.call(ops.LIVE_SESSIONS_HANGUP, params, session_id)

    async def refer(self, session_id: str, **params: Unpack[args.LiveSessionsReferArgs]) -> None:
        """Refer a live session.

        ``POST /live/sessions/{session_id}/refer``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.live.SessionReferParams` (`target_uri` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/refer
        """
        return await self._engine.call(ops.LIVE_SESSIONS_REFER, params, session_id)

    async def reject(self, session_id: str, **params: Unpack[args.LiveSessionsRejectArgs]) -> None:
        """Reject a live session.

        ``POST /live/sessions/{session_id}/reject``

        Args:
            session_id: Id of the session.
            **params: The keys of `triopenai.types.live.SessionRejectParams` (`status_code` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/reject
        """
        return await self._engine.call(ops.LIVE_SESSIONS_REJECT, params, session_id)


class LiveSideband(Resource):
    """Methods of ``client.live.sideband``.

    See https://developers.openai.com/api/reference/resources/live/subresources/sideband
    """

    def connect(
        self,
        *,
        session_id: str,
        graceful_close: bool | Omit = omit,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 2_097_152,
    ) -> ConnectionManager[SidebandConnection]:
        """Open a WebSocket connection: ``async with client.live.sideband.connect(...) as connection``.

        - `session_id`: id of the session.
        - `graceful_close`: whether the session is ended in order when this connection closes.

        The other arguments, and what is raised, are those of `triopenai.realtime.ConnectionManager`.
        """
        from triopenai.realtime._manager import ConnectionManager
        from triopenai.realtime._options import Address, Reconnection
        from triopenai.realtime.connections.live import SidebandConnection

        return ConnectionManager(
            SidebandConnection,
            self._engine,
            Address({"graceful_close": graceful_close}, session_id, extra_query, extra_headers),
            websocket_connection_options,
            Reconnection(on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size),
        )
