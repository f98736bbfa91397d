"""The endpoints of ``beta_realtime``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types.beta.realtime import SessionCreateResponse, TranscriptionSession

__all__ = ["BETA_REALTIME_SESSIONS_CREATE", "BETA_REALTIME_TRANSCRIPTION_SESSIONS_CREATE"]

BETA_REALTIME_SESSIONS_CREATE: Operation[SessionCreateResponse] = Operation(
    name="beta.realtime.sessions.create",
    verb="POST",
    path="/realtime/sessions",
    body=(
        "client_secret",
        "input_audio_format",
        "input_audio_noise_reduction",
        "input_audio_transcription",
        "instructions",
        "max_response_output_tokens",
        "modalities",
        "model",
        "output_audio_format",
        "speed",
        "temperature",
        "tool_choice",
        "tools",
        "tracing",
        "turn_detection",
        "voice",
    ),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="beta.realtime:SessionCreateResponse",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/realtime/subresources"
        "/sessions/methods/create"
    ),
)
BETA_REALTIME_TRANSCRIPTION_SESSIONS_CREATE: Operation[TranscriptionSession] = Operation(
    name="beta.realtime.transcription_sessions.create",
    verb="POST",
    path="/realtime/transcription_sessions",
    body=(
        "client_secret",
        "include",
        "input_audio_format",
        "input_audio_noise_reduction",
        "input_audio_transcription",
        "modalities",
        "turn_detection",
    ),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="beta.realtime:TranscriptionSession",
    reference=(
        "https://developers.openai.com/api/reference/resources/beta/subresources/realtime/subresources"
        "/transcription_sessions/methods/create"
    ),
)
