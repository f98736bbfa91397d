"""The endpoints of ``audio``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.pages import AsyncCursorPage
    from triopenai.types.audio import (
        TranscriptionCreateResponse,
        TranscriptionStreamEvent,
        TranslationCreateResponse,
        Voice,
        VoiceConsent,
        VoiceConsentDeleted,
        VoiceDeleted,
    )

__all__ = [
    "AUDIO_SPEECH_CREATE",
    "AUDIO_TRANSCRIPTIONS_CREATE",
    "AUDIO_TRANSLATIONS_CREATE",
    "AUDIO_VOICES_CREATE",
    "AUDIO_VOICES_DELETE",
    "AUDIO_VOICE_CONSENTS_CREATE",
    "AUDIO_VOICE_CONSENTS_DELETE",
    "AUDIO_VOICE_CONSENTS_LIST",
    "AUDIO_VOICE_CONSENTS_RETRIEVE",
    "AUDIO_VOICE_CONSENTS_UPDATE",
]

AUDIO_SPEECH_CREATE: Operation[HttpxBinaryResponseContent] = Operation(
    name="audio.speech.create",
    verb="POST",
    path="/audio/speech",
    body=("input", "model", "voice", "instructions", "response_format", "speed", "stream_format"),
    required=("input", "model", "voice"),
    accept="application/octet-stream",
    result="binary",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/speech/methods/create"
    ),
)
AUDIO_TRANSCRIPTIONS_CREATE: StreamOperation[TranscriptionCreateResponse, TranscriptionStreamEvent] = (
    StreamOperation(
        name="audio.transcriptions.create",
        verb="POST",
        path="/audio/transcriptions",
        body=(
            "file",
            "model",
            "chunking_strategy",
            "include",
            "keywords",
            "known_speaker_names",
            "known_speaker_references",
            "language",
            "languages",
            "prompt",
            "response_format",
            "stream",
            "temperature",
            "timestamp_granularities",
        ),
        required=("file", "model"),
        files=("file",),
        multipart=True,
        result="audio:TranscriptionCreateResponse",
        result_by=(
            "response_format",
            {
                "json": "audio:Transcription",
                "verbose_json": "audio:TranscriptionVerbose",
                "diarized_json": "audio:TranscriptionDiarized",
                "text": "str",
                "srt": "str",
                "vtt": "str",
            },
        ),
        event="audio:TranscriptionStreamEvent",
        reference=(
            "https://developers.openai.com/api/reference/resources/audio/subresources/transcriptions/methods"
            "/create"
        ),
    )
)
AUDIO_TRANSLATIONS_CREATE: Operation[TranslationCreateResponse] = Operation(
    name="audio.translations.create",
    verb="POST",
    path="/audio/translations",
    body=("file", "model", "prompt", "response_format", "temperature"),
    required=("file", "model"),
    files=("file",),
    multipart=True,
    deprecated=True,
    result="audio:TranslationCreateResponse",
    result_by=(
        "response_format",
        {
            "json": "audio:Translation",
            "verbose_json": "audio:TranslationVerbose",
            "text": "str",
            "srt": "str",
            "vtt": "str",
        },
    ),
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/translations/methods/create"
    ),
)
AUDIO_VOICE_CONSENTS_CREATE: Operation[VoiceConsent] = Operation(
    name="audio.voice_consents.create",
    verb="POST",
    path="/audio/voice_consents",
    body=("language", "name", "recording"),
    required=("language", "name", "recording"),
    files=("recording",),
    multipart=True,
    result="audio:VoiceConsent",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods"
        "/create"
    ),
)
AUDIO_VOICE_CONSENTS_DELETE: Operation[VoiceConsentDeleted] = Operation(
    name="audio.voice_consents.delete",
    verb="DELETE",
    path="/audio/voice_consents/{consent_id}",
    path_params=("consent_id",),
    result="audio:VoiceConsentDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods"
        "/delete"
    ),
)
AUDIO_VOICE_CONSENTS_LIST: PageOperation[AsyncCursorPage[VoiceConsent], VoiceConsent] = PageOperation(
    name="audio.voice_consents.list",
    verb="GET",
    path="/audio/voice_consents",
    query=("after", "limit"),
    item="audio:VoiceConsent",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods/list"
    ),
)
AUDIO_VOICE_CONSENTS_RETRIEVE: Operation[VoiceConsent] = Operation(
    name="audio.voice_consents.retrieve",
    verb="GET",
    path="/audio/voice_consents/{consent_id}",
    path_params=("consent_id",),
    result="audio:VoiceConsent",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods"
        "/retrieve"
    ),
)
AUDIO_VOICE_CONSENTS_UPDATE: Operation[VoiceConsent] = Operation(
    name="audio.voice_consents.update",
    verb="POST",
    path="/audio/voice_consents/{consent_id}",
    path_params=("consent_id",),
    body=("name",),
    required=("name",),
    result="audio:VoiceConsent",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods"
        "/update"
    ),
)
AUDIO_VOICES_CREATE: Operation[Voice] = Operation(
    name="audio.voices.create",
    verb="POST",
    path="/audio/voices",
    body=("name", "audio_sample", "consent", "model", "prompt", "script_hint", "type"),
    required=("name",),
    files=("audio_sample",),
    multipart=True,
    result="audio:Voice",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voices/methods/create"
    ),
)
AUDIO_VOICES_DELETE: Operation[VoiceDeleted] = Operation(
    name="audio.voices.delete",
    verb="DELETE",
    path="/audio/voices/{voice_id}",
    path_params=("voice_id",),
    result="audio:VoiceDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/audio/subresources/voices/methods/delete"
    ),
)
