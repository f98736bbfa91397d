"""The keywords of ``audio``. Generated: do not edit."""

from __future__ import annotations

from typing import Literal, Required

from triopenai._base.files import FileTypes
from triopenai._base.options import RequestOptions
from triopenai._base.sequences import SequenceNotStr
from triopenai.types.audio._params import (
    SpeechCreateParams,
    TranscriptionCreateChunkingStrategyParam,
    TranscriptionCreateParamsBase,
    TranscriptionCreateParamsStreaming,
    TranslationCreateParams,
    VoiceConsentCreateParams,
    VoiceConsentListParams,
    VoiceConsentUpdateParams,
    VoiceCreateCreateVoiceRequestAudioSampleParam,
    VoiceCreateCreateVoiceRequestPromptParam,
)

__all__ = [
    "AudioSpeechCreateArgs",
    "AudioTranscriptionsCreateArgs",
    "AudioTranscriptionsCreateArgsDiarizedJson",
    "AudioTranscriptionsCreateArgsJson",
    "AudioTranscriptionsCreateArgsRest",
    "AudioTranscriptionsCreateArgsStream",
    "AudioTranscriptionsCreateArgsText",
    "AudioTranscriptionsCreateArgsVerboseJson",
    "AudioTranslationsCreateArgs",
    "AudioTranslationsCreateArgsJson",
    "AudioTranslationsCreateArgsRest",
    "AudioTranslationsCreateArgsText",
    "AudioTranslationsCreateArgsVerboseJson",
    "AudioVoiceConsentsCreateArgs",
    "AudioVoiceConsentsListArgs",
    "AudioVoiceConsentsUpdateArgs",
    "AudioVoicesCreateArgs",
    "AudioVoicesCreateArgs1",
    "AudioVoicesCreateArgs2",
]


class AudioSpeechCreateArgs(SpeechCreateParams, RequestOptions, total=False):
    """Keywords of ``audio.speech.create``."""


class AudioTranscriptionsCreateArgs(TranscriptionCreateParamsBase, RequestOptions, total=False):
    """Keywords of ``audio.transcriptions.create``."""

    stream: bool | None


class AudioTranscriptionsCreateArgsRest(RequestOptions, total=False):
    """Keywords of ``audio.transcriptions.create``."""

    file: Required[FileTypes]
    model: Required[
        str
        | Literal[
            "whisper-1",
            "gpt-transcribe",
            "gpt-4o-transcribe",
            "gpt-4o-mini-transcribe",
            "gpt-4o-mini-transcribe-2025-12-15",
            "gpt-4o-transcribe-diarize",
        ]
    ]
    language: str
    languages: SequenceNotStr[str]
    keywords: SequenceNotStr[str]
    prompt: str
    temperature: float
    include: SequenceNotStr[Literal["logprobs"]]
    timestamp_granularities: SequenceNotStr[Literal["word", "segment"]]
    chunking_strategy: TranscriptionCreateChunkingStrategyParam | None
    known_speaker_names: SequenceNotStr[str]
    known_speaker_references: SequenceNotStr[str]


class AudioTranscriptionsCreateArgsJson(AudioTranscriptionsCreateArgsRest, total=False):
    """Keywords of ``audio.transcriptions.create``."""

    response_format: Literal["json"]
    stream: Literal[False] | None


class AudioTranscriptionsCreateArgsVerboseJson(AudioTranscriptionsCreateArgsRest, total=False):
    """Keywords of ``audio.transcriptions.create``."""

    response_format: Required[Literal["verbose_json"]]
    stream: Literal[False] | None


class AudioTranscriptionsCreateArgsDiarizedJson(AudioTranscriptionsCreateArgsRest, total=False):
    """Keywords of ``audio.transcriptions.create``."""

    response_format: Required[Literal["diarized_json"]]
    stream: Literal[False] | None


class AudioTranscriptionsCreateArgsText(AudioTranscriptionsCreateArgsRest, total=False):
    """Keywords of ``audio.transcriptions.create``."""

    response_format: Required[Literal["text", "srt", "vtt"]]
    stream: Literal[False] | None


class AudioTranscriptionsCreateArgsStream(TranscriptionCreateParamsStreaming, RequestOptions, total=False):
    """Keywords of ``audio.transcriptions.create``."""


class AudioTranslationsCreateArgs(TranslationCreateParams, RequestOptions, total=False):
    """Keywords of ``audio.translations.create``."""


class AudioTranslationsCreateArgsRest(RequestOptions, total=False):
    """Keywords of ``audio.translations.create``."""

    file: Required[FileTypes]
    model: Required[
        str
        | Literal[
            "whisper-1",
            "gpt-transcribe",
            "gpt-4o-transcribe",
            "gpt-4o-mini-transcribe",
            "gpt-4o-mini-transcribe-2025-12-15",
            "gpt-4o-transcribe-diarize",
        ]
    ]
    prompt: str
    temperature: float


class AudioTranslationsCreateArgsJson(AudioTranslationsCreateArgsRest, total=False):
    """Keywords of ``audio.translations.create``."""

    response_format: Literal["json"]


class AudioTranslationsCreateArgsVerboseJson(AudioTranslationsCreateArgsRest, total=False):
    """Keywords of ``audio.translations.create``."""

    response_format: Required[Literal["verbose_json"]]


class AudioTranslationsCreateArgsText(AudioTranslationsCreateArgsRest, total=False):
    """Keywords of ``audio.translations.create``."""

    response_format: Required[Literal["text", "srt", "vtt"]]


class AudioVoiceConsentsCreateArgs(VoiceConsentCreateParams, RequestOptions, total=False):
    """Keywords of ``audio.voice_consents.create``."""


class AudioVoiceConsentsListArgs(VoiceConsentListParams, RequestOptions, total=False):
    """Keywords of ``audio.voice_consents.list``."""


class AudioVoiceConsentsUpdateArgs(VoiceConsentUpdateParams, RequestOptions, total=False):
    """Keywords of ``audio.voice_consents.update``."""


class AudioVoicesCreateArgs(RequestOptions, total=False):
    """Keywords of ``audio.voices.create``."""

    name: object
    audio_sample: object
    consent: object
    model: object
    prompt: object
    script_hint: object
    type: object


class AudioVoicesCreateArgs1(VoiceCreateCreateVoiceRequestAudioSampleParam, RequestOptions, total=False):
    """Keywords of ``audio.voices.create``."""


class AudioVoicesCreateArgs2(VoiceCreateCreateVoiceRequestPromptParam, RequestOptions, total=False):
    """Keywords of ``audio.voices.create``."""
