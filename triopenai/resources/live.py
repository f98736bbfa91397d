"""The methods of ``live``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import live as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai.resources._args import live as args
    from triopenai.types.live import LiveCreateResponse, SessionForkResponse

__all__ = ["Live", "LiveSessions"]


class Live(Resource):
    """Methods of ``client.live``.

    See https://developers.openai.com/api/reference/resources/live
    """

    @cached_property
    def sessions(self) -> LiveSessions:
        """Methods of ``client.live.sessions``."""
        return LiveSessions(self._engine)

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
        await self._engine.call(ops.LIVE_SESSIONS_ACCEPT, params, session_id)

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
        await self._engine.call(ops.LIVE_SESSIONS_HANGUP, params, session_id)

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
        await self._engine.call(ops.LIVE_SESSIONS_REFER, params, session_id)

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
        await self._engine.call(ops.LIVE_SESSIONS_REJECT, params, session_id)
