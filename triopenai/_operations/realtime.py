"""The endpoints of ``realtime``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai.types.realtime import (
        ClientSecretCreateResponse,
        RealtimeTranslationClientSecretCreateResponse,
    )

__all__ = [
    "REALTIME_CALLS_ACCEPT",
    "REALTIME_CALLS_CREATE",
    "REALTIME_CALLS_HANGUP",
    "REALTIME_CALLS_REFER",
    "REALTIME_CALLS_REJECT",
    "REALTIME_CLIENT_SECRETS_CREATE",
    "REALTIME_TRANSLATIONS_CLIENT_SECRETS_CREATE",
]

REALTIME_CALLS_ACCEPT: Operation[None] = Operation(
    name="realtime.calls.accept",
    verb="POST",
    path="/realtime/calls/{call_id}/accept",
    path_params=("call_id",),
    body=(
        "type",
        "audio",
        "include",
        "instructions",
        "max_output_tokens",
        "model",
        "output_modalities",
        "parallel_tool_calls",
        "prompt",
        "reasoning",
        "tool_choice",
        "tools",
        "tracing",
        "truncation",
    ),
    required=("type",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/accept"
    ),
)
REALTIME_CALLS_CREATE: Operation[HttpxBinaryResponseContent] = Operation(
    name="realtime.calls.create",
    verb="POST",
    path="/realtime/calls",
    body=("sdp", "session"),
    required=("sdp",),
    multipart=True,
    accept="application/sdp",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/create"
    ),
)
REALTIME_CALLS_HANGUP: Operation[None] = Operation(
    name="realtime.calls.hangup",
    verb="POST",
    path="/realtime/calls/{call_id}/hangup",
    path_params=("call_id",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/hangup"
    ),
)
REALTIME_CALLS_REFER: Operation[None] = Operation(
    name="realtime.calls.refer",
    verb="POST",
    path="/realtime/calls/{call_id}/refer",
    path_params=("call_id",),
    body=("target_uri",),
    required=("target_uri",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/refer"
    ),
)
REALTIME_CALLS_REJECT: Operation[None] = Operation(
    name="realtime.calls.reject",
    verb="POST",
    path="/realtime/calls/{call_id}/reject",
    path_params=("call_id",),
    body=("status_code",),
    accept="*/*",
    reference=(
        "https://developers.openai.com/api/reference/resources/realtime/subresources/calls/methods/reject"
    ),
)
REALTIME_CLIENT_SECRETS_CREATE: Operation[ClientSecretCreateResponse] = Operation(
    name="realtime.client_secrets.create",
    verb="POST",
    path="/realtime/client_secrets",
    body=("expires_after", "session"),
    result="realtime:ClientSecretCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/realtime/subresources/client_secrets/methods"
        "/create"
    ),
)
REALTIME_TRANSLATIONS_CLIENT_SECRETS_CREATE: Operation[RealtimeTranslationClientSecretCreateResponse] = (
    Operation(
        name="realtime.translations.client_secrets.create",
        verb="POST",
        path="/realtime/translations/client_secrets",
        body=("session", "expires_after"),
        required=("session",),
        result="realtime:RealtimeTranslationClientSecretCreateResponse",
        reference=(
            "https://developers.openai.com/api/reference/resources/realtime/subresources/translations"
            "/subresources/client_secrets/methods/create"
        ),
    )
)
