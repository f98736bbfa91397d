"""The methods of ``audio``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._operations import audio as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.binary import HttpxBinaryResponseContent
    from triopenai._engine.events import EventStream
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import audio as args
    from triopenai.types.audio import (
        Transcription,
        TranscriptionCreateResponse,
        TranscriptionDiarized,
        TranscriptionStreamEvent,
        TranscriptionVerbose,
        Translation,
        TranslationCreateResponse,
        TranslationVerbose,
        Voice,
        VoiceConsent,
        VoiceConsentDeleted,
        VoiceDeleted,
    )

__all__ = [
    "Audio",
    "AudioSpeech",
    "AudioTranscriptions",
    "AudioTranslations",
    "AudioVoiceConsents",
    "AudioVoices",
]


class Audio(Resource):
    """Methods of ``client.audio``.

    See https://developers.openai.com/api/reference/resources/audio
    """

    @cached_property
    def speech(self) -> AudioSpeech:
        """Methods of ``client.audio.speech``."""
        return AudioSpeech(self._engine)

    @cached_property
    def transcriptions(self) -> AudioTranscriptions:
        """Methods of ``client.audio.transcriptions``."""
        return AudioTranscriptions(self._engine)

    @cached_property
    def translations(self) -> AudioTranslations:
        """Methods of ``client.audio.translations``."""
        return AudioTranslations(self._engine)

    @cached_property
    def voice_consents(self) -> AudioVoiceConsents:
        """Methods of ``client.audio.voice_consents``."""
        return AudioVoiceConsents(self._engine)

    @cached_property
    def voices(self) -> AudioVoices:
        """Methods of ``client.audio.voices``."""
        return AudioVoices(self._engine)


class AudioSpeech(Resource):
    """Methods of ``client.audio.speech``.

    See https://developers.openai.com/api/reference/resources/audio/subresources/speech
    """

    async def create(self, **params: Unpack[args.AudioSpeechCreateArgs]) -> HttpxBinaryResponseContent:
        """Turn text into speech.

        ``POST /audio/speech``

        Args:
            **params: The keys of `triopenai.types.audio.SpeechCreateParams` (`input`, `model` and `voice` are
                required), and the request options.

        Returns:
            The body, not read yet. It holds a connection: use it as a block, or read it to the end.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/speech/methods/create
        """
        return await self._engine.call(ops.AUDIO_SPEECH_CREATE, params)


class AudioTranscriptions(Resource):
    """Methods of ``client.audio.transcriptions``.

    See https://developers.openai.com/api/reference/resources/audio/subresources/transcriptions
    """

    @overload
    async def create(self, **params: Unpack[args.AudioTranscriptionsCreateArgsJson]) -> Transcription: ...

    @overload
    async def create(
        self, **params: Unpack[args.AudioTranscriptionsCreateArgsVerboseJson]
    ) -> TranscriptionVerbose: ...

    @overload
    async def create(
        self, **params: Unpack[args.AudioTranscriptionsCreateArgsDiarizedJson]
    ) -> TranscriptionDiarized: ...

    @overload
    async def create(self, **params: Unpack[args.AudioTranscriptionsCreateArgsText]) -> str: ...

    @overload
    async def create(
        self, **params: Unpack[args.AudioTranscriptionsCreateArgsStream]
    ) -> EventStream[TranscriptionStreamEvent]: ...

    @overload
    async def create(
        self, **params: Unpack[args.AudioTranscriptionsCreateArgs]
    ) -> TranscriptionCreateResponse | str | EventStream[TranscriptionStreamEvent]: ...

    async def create(
        self, **params: Unpack[args.AudioTranscriptionsCreateArgs]
    ) -> TranscriptionCreateResponse | str | EventStream[TranscriptionStreamEvent]:
        """Transcribe speech.

        ``POST /audio/transcriptions``

        Args:
            **params: The keys of `triopenai.types.audio.TranscriptionCreateParams` (`file` and `model` are
                required), and the request options.

        Returns:
            The answer; with ``stream=True`` its events as they arrive, to be used as a block.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/transcriptions/methods/create
        """
        return await self._engine.call_or_stream(ops.AUDIO_TRANSCRIPTIONS_CREATE, params)


class AudioTranslations(Resource):
    """Methods of ``client.audio.translations``.

    See https://developers.openai.com/api/reference/resources/audio/subresources/translations
    """

    @overload
    @deprecated("audio.translations.create is deprecated by the API", category=None)
    async def create(self, **params: Unpack[args.AudioTranslationsCreateArgsJson]) -> Translation: ...

    @overload
    @deprecated("audio.translations.create is deprecated by the API", category=None)
    async def create(
        self, **params: Unpack[args.AudioTranslationsCreateArgsVerboseJson]
    ) -> TranslationVerbose: ...

    @overload
    @deprecated("audio.translations.create is deprecated by the API", category=None)
    async def create(self, **params: Unpack[args.AudioTranslationsCreateArgsText]) -> str: ...

    @overload
    @deprecated("audio.translations.create is deprecated by the API", category=None)
    async def create(
        self, **params: Unpack[args.AudioTranslationsCreateArgs]
    ) -> TranslationCreateResponse | str: ...

    @deprecated("audio.translations.create is deprecated by the API", category=None)
    async def create(
        self, **params: Unpack[args.AudioTranslationsCreateArgs]
    ) -> TranslationCreateResponse | str:
        """Translate speech into English text.

        ``POST /audio/translations``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.audio.TranslationCreateParams` (`file` and `model` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/translations/methods/create
        """
        return await self._engine.call(ops.AUDIO_TRANSLATIONS_CREATE, params)


class AudioVoiceConsents(Resource):
    """Methods of ``client.audio.voice_consents``.

    See https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents
    """

    async def create(self, **params: Unpack[args.AudioVoiceConsentsCreateArgs]) -> VoiceConsent:
        """Create an audio voice consent.

        ``POST /audio/voice_consents``

        Args:
            **params: The keys of `triopenai.types.audio.VoiceConsentCreateParams` (`language`, `name` and
                `recording` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods/create
        """
        return await self._engine.call(ops.AUDIO_VOICE_CONSENTS_CREATE, params)

    async def delete(self, consent_id: str, **params: Unpack[RequestOptions]) -> VoiceConsentDeleted:
        """Delete an audio voice consent.

        ``DELETE /audio/voice_consents/{consent_id}``

        Args:
            consent_id: Id of the consent.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods/delete
        """
        return await self._engine.call(ops.AUDIO_VOICE_CONSENTS_DELETE, params, consent_id)

    def list(
        self, **params: Unpack[args.AudioVoiceConsentsListArgs]
    ) -> AsyncPaginator[VoiceConsent, AsyncCursorPage[VoiceConsent]]:
        """List audio voice consents.

        ``GET /audio/voice_consents``

        Args:
            **params: The keys of `triopenai.types.audio.VoiceConsentListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods/list
        """
        return self._engine.paginate(ops.AUDIO_VOICE_CONSENTS_LIST, params)

    async def retrieve(self, consent_id: str, **params: Unpack[RequestOptions]) -> VoiceConsent:
        """Retrieve an audio voice consent.

        ``GET /audio/voice_consents/{consent_id}``

        Args:
            consent_id: Id of the consent.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods/retrieve
        """
        return await self._engine.call(ops.AUDIO_VOICE_CONSENTS_RETRIEVE, params, consent_id)

    async def update(
        self, consent_id: str, **params: Unpack[args.AudioVoiceConsentsUpdateArgs]
    ) -> VoiceConsent:
        """Update an audio voice consent.

        ``POST /audio/voice_consents/{consent_id}``

        Args:
            consent_id: Id of the consent.
            **params: The keys of `triopenai.types.audio.VoiceConsentUpdateParams` (`name` is required), and
                the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voice_consents/methods/update
        """
        return await self._engine.call(ops.AUDIO_VOICE_CONSENTS_UPDATE, params, consent_id)


class AudioVoices(Resource):
    """Methods of ``client.audio.voices``.

    See https://developers.openai.com/api/reference/resources/audio/subresources/voices
    """

    @overload
    async def create(self, **params: Unpack[args.AudioVoicesCreateArgs1]) -> Voice: ...

    @overload
    async def create(self, **params: Unpack[args.AudioVoicesCreateArgs2]) -> Voice: ...

    async def create(self, **params: Unpack[args.AudioVoicesCreateArgs]) -> Voice:
        """Create an audio voice.

        ``POST /audio/voices``

        Args:
            **params: The keys of `triopenai.types.audio.VoiceCreateParams` (`name` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voices/methods/create
        """
        return await self._engine.call(ops.AUDIO_VOICES_CREATE, params)

    async def delete(self, voice_id: str, **params: Unpack[RequestOptions]) -> VoiceDeleted:
        """Delete an audio voice.

        ``DELETE /audio/voices/{voice_id}``

        Args:
            voice_id: Id of the voice.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/audio/subresources/voices/methods/delete
        """
        return await self._engine.call(ops.AUDIO_VOICES_DELETE, params, voice_id)
