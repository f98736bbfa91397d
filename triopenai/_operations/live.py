"""The endpoints of ``live``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai.types.live import LiveCreateResponse, SessionForkResponse

__all__ = [
    "LIVE_CREATE",
    "LIVE_SESSIONS_ACCEPT",
    "LIVE_SESSIONS_DOWNLOAD_RECORDING",
    "LIVE_SESSIONS_FORK",
    "LIVE_SESSIONS_HANGUP",
    "LIVE_SESSIONS_REFER",
    "LIVE_SESSIONS_REJECT",
]

LIVE_CREATE: Operation[LiveCreateResponse] = Operation(
    name="live.create",
    verb="POST",
    path="/live/sessions",
    body=("session", "transport"),
    required=("session", "transport"),
    result="live:LiveCreateResponse",
    reference="https://developers.openai.com/api/reference/resources/live/methods/create",
)
LIVE_SESSIONS_ACCEPT: Operation[None] = Operation(
    name="live.sessions.accept",
    verb="POST",
    path="/live/sessions/{session_id}/accept",
    path_params=("session_id",),
    body=("session",),
    required=("session",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/accept"
    ),
)
LIVE_SESSIONS_DOWNLOAD_RECORDING: Operation[HttpxBinaryResponseContent] = Operation(
    name="live.sessions.download_recording",
    verb="GET",
    path="/live/sessions/{session_id}/content",
    path_params=("session_id",),
    accept="application/binary",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods"
        "/download_recording"
    ),
)
LIVE_SESSIONS_FORK: Operation[SessionForkResponse] = Operation(
    name="live.sessions.fork",
    verb="POST",
    path="/live/sessions/{session_id}/fork",
    path_params=("session_id",),
    body=("transport", "session"),
    required=("transport",),
    result="live:SessionForkResponse",
    reference="https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/fork",
)
LIVE_SESSIONS_HANGUP: Operation[None] = Operation(
    name="live.sessions.hangup",
    verb="POST",
    path="/live/sessions/{session_id}/hangup",
    path_params=("session_id",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/hangup"
    ),
)
LIVE_SESSIONS_REFER: Operation[None] = Operation(
    name="live.sessions.refer",
    verb="POST",
    path="/live/sessions/{session_id}/refer",
    path_params=("session_id",),
    body=("target_uri",),
    required=("target_uri",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/refer"
    ),
)
LIVE_SESSIONS_REJECT: Operation[None] = Operation(
    name="live.sessions.reject",
    verb="POST",
    path="/live/sessions/{session_id}/reject",
    path_params=("session_id",),
    body=("status_code",),
    required=("status_code",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/live/subresources/sessions/methods/reject"
    ),
)
