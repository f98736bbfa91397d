"""The connections of ``realtime_translations``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import realtime_translations as args
    from triopenai.types.realtime import (
        RealtimeTranslationClientEvent,
        RealtimeTranslationClientEventParam,
        RealtimeTranslationServerEvent,
    )

__all__ = [
    "TranslationsConnection",
    "TranslationsConnectionSession",
    "TranslationsConnectionSessionInputAudioBuffer",
]

REALTIME_TRANSLATIONS_CONNECT: Operation[None] = Operation(
    name="realtime.translations.connect",
    verb="GET",
    path="/realtime/translations",
    query=("model",),
    required=("model",),
    reference="https://developers.openai.com/api/reference/resources/realtime/subresources/translations",
)

SESSION_CLOSE = SentEvent(type="session.close", optional=("event_id",))
SESSION_INPUT_AUDIO_BUFFER_APPEND = SentEvent(
    type="session.input_audio_buffer.append",
    required=("audio",),
    optional=("event_id",),
)
SESSION_UPDATE = SentEvent(type="session.update", required=("session",), optional=("event_id",))


@final
class TranslationsConnection(Connection[
    "RealtimeTranslationServerEvent", "RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam"
]):
    """An open connection of ``client.realtime.translations.connect()``."""

    target: ClassVar[Target] = Target(REALTIME_TRANSLATIONS_CONNECT, "realtime:RealtimeTranslationServerEvent")

    @property
    def session(self) -> TranslationsConnectionSession:
        """Sends the events ``session.*``."""
        return TranslationsConnectionSession(self)


@final
class TranslationsConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def input_audio_buffer(self) -> TranslationsConnectionSessionInputAudioBuffer:
        """Sends the events ``session.input_audio_buffer.*``."""
        return TranslationsConnectionSessionInputAudioBuffer(self._connection)

    async def close(self, **event: Unpack[args.SessionCloseArgs]) -> None:
        """Send ``session.close``."""
        await self._connection.send_event(SESSION_CLOSE, event)

    async def update(self, **event: Unpack[args.SessionUpdateArgs]) -> None:
        """Send ``session.update``, with at least `session`."""
        await self._connection.send_event(SESSION_UPDATE, event)


@final
class TranslationsConnectionSessionInputAudioBuffer(ConnectionResource):
    """Methods of ``connection.session.input_audio_buffer``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionInputAudioBufferAppendArgs]) -> None:
        """Send ``session.input_audio_buffer.append``, with at least `audio`."""
        await self._connection.send_event(SESSION_INPUT_AUDIO_BUFFER_APPEND, event)
