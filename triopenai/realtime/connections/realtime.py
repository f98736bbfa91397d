"""The connections of ``realtime``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import ClientT, Connection, ConnectionResource, ServerT
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import realtime as args
    from triopenai.types.beta.realtime import RealtimeClientEvent as BetaRealtimeRealtimeClientEvent
    from triopenai.types.beta.realtime import RealtimeClientEventParam as BetaRealtimeRealtimeClientEventParam
    from triopenai.types.beta.realtime import RealtimeServerEvent as BetaRealtimeRealtimeServerEvent
    from triopenai.types.realtime import RealtimeClientEvent, RealtimeClientEventParam, RealtimeServerEvent

__all__ = [
    "AnyConnection",
    "BetaRealtimeConnection",
    "BetaRealtimeConnectionConversation",
    "BetaRealtimeConnectionConversationItem",
    "BetaRealtimeConnectionResponse",
    "BetaRealtimeConnectionSession",
    "BetaRealtimeConnectionTranscriptionSession",
    "ConversationItemEvents",
    "InputAudioBufferEvents",
    "OutputAudioBufferEvents",
    "RealtimeConnection",
    "RealtimeConnectionConversation",
    "RealtimeConnectionConversationItem",
    "RealtimeConnectionResponse",
    "RealtimeConnectionSession",
    "ResponseEvents",
]

REALTIME_CONNECT: Operation[None] = Operation(
    name="realtime.connect",
    verb="GET",
    path="/realtime",
    query=("call_id", "model"),
    reference="https://developers.openai.com/api/reference/resources/realtime",
)
BETA_REALTIME_CONNECT: Operation[None] = Operation(
    name="beta.realtime.connect",
    verb="GET",
    path="/realtime",
    query=("model",),
    required=("model",),
    fixed_headers=(("OpenAI-Beta", "realtime=v1"),),
    reference="https://developers.openai.com/api/reference/resources/beta/subresources/realtime",
)

CONVERSATION_ITEM_CREATE = SentEvent(
    type="conversation.item.create",
    required=("item",),
    optional=("event_id", "previous_item_id"),
)
CONVERSATION_ITEM_DELETE = SentEvent(
    type="conversation.item.delete",
    required=("item_id",),
    optional=("event_id",),
)
CONVERSATION_ITEM_RETRIEVE = SentEvent(
    type="conversation.item.retrieve",
    required=("item_id",),
    optional=("event_id",),
)
CONVERSATION_ITEM_TRUNCATE = SentEvent(
    type="conversation.item.truncate",
    required=("item_id", "content_index", "audio_end_ms"),
    optional=("event_id",),
)
INPUT_AUDIO_BUFFER_APPEND = SentEvent(
    type="input_audio_buffer.append",
    required=("audio",),
    optional=("event_id",),
)
INPUT_AUDIO_BUFFER_CLEAR = SentEvent(type="input_audio_buffer.clear", optional=("event_id",))
INPUT_AUDIO_BUFFER_COMMIT = SentEvent(type="input_audio_buffer.commit", optional=("event_id",))
OUTPUT_AUDIO_BUFFER_CLEAR = SentEvent(type="output_audio_buffer.clear", optional=("event_id",))
RESPONSE_CANCEL = SentEvent(type="response.cancel", optional=("event_id", "response_id"))
RESPONSE_CREATE = SentEvent(type="response.create", optional=("event_id", "response"))
SESSION_UPDATE = SentEvent(type="session.update", required=("session",), optional=("event_id",))
TRANSCRIPTION_SESSION_UPDATE = SentEvent(
    type="transcription_session.update",
    required=("session",),
    optional=("event_id",),
)


class AnyConnection(Connection[ServerT, ClientT]):
    """What all connections here have."""

    @property
    def input_audio_buffer(self) -> InputAudioBufferEvents:
        """Sends the events ``input_audio_buffer.*``."""
        return InputAudioBufferEvents(self)

    @property
    def output_audio_buffer(self) -> OutputAudioBufferEvents:
        """Sends the events ``output_audio_buffer.*``."""
        return OutputAudioBufferEvents(self)


@final
class RealtimeConnection(AnyConnection[
    "RealtimeServerEvent", "RealtimeClientEvent | RealtimeClientEventParam"
]):
    """An open connection of ``client.realtime.connect()``."""

    target: ClassVar[Target] = Target(REALTIME_CONNECT, "realtime:RealtimeServerEvent")

    @property
    def conversation(self) -> RealtimeConnectionConversation:
        """Sends the events ``conversation.*``."""
        return RealtimeConnectionConversation(self)

    @property
    def response(self) -> RealtimeConnectionResponse:
        """Sends the events ``response.*``."""
        return RealtimeConnectionResponse(self)

    @property
    def session(self) -> RealtimeConnectionSession:
        """Sends the events ``session.*``."""
        return RealtimeConnectionSession(self)


@final
class BetaRealtimeConnection(AnyConnection[
    "BetaRealtimeRealtimeServerEvent",
    "BetaRealtimeRealtimeClientEvent | BetaRealtimeRealtimeClientEventParam",
]):
    """An open connection of ``client.beta.realtime.connect()``."""

    target: ClassVar[Target] = Target(BETA_REALTIME_CONNECT, "beta.realtime:RealtimeServerEvent")

    @property
    def conversation(self) -> BetaRealtimeConnectionConversation:
        """Sends the events ``conversation.*``."""
        return BetaRealtimeConnectionConversation(self)

    @property
    def response(self) -> BetaRealtimeConnectionResponse:
        """Sends the events ``response.*``."""
        return BetaRealtimeConnectionResponse(self)

    @property
    def session(self) -> BetaRealtimeConnectionSession:
        """Sends the events ``session.*``."""
        return BetaRealtimeConnectionSession(self)

    @property
    def transcription_session(self) -> BetaRealtimeConnectionTranscriptionSession:
        """Sends the events ``transcription_session.*``."""
        return BetaRealtimeConnectionTranscriptionSession(self)


@final
class BetaRealtimeConnectionConversation(ConnectionResource):
    """Methods of ``connection.conversation``."""

    __slots__ = ()

    @property
    def item(self) -> BetaRealtimeConnectionConversationItem:
        """Sends the events ``conversation.item.*``."""
        return BetaRealtimeConnectionConversationItem(self._connection)


@final
class RealtimeConnectionConversation(ConnectionResource):
    """Methods of ``connection.conversation``."""

    __slots__ = ()

    @property
    def item(self) -> RealtimeConnectionConversationItem:
        """Sends the events ``conversation.item.*``."""
        return RealtimeConnectionConversationItem(self._connection)


class ConversationItemEvents(ConnectionResource):
    """Methods of ``connection.conversation.item`` that all connections here have."""

    __slots__ = ()

    async def delete(self, **event: Unpack[args.ConversationItemDeleteArgs]) -> None:
        """Send ``conversation.item.delete``, with at least `item_id`."""
        await self._connection.send_event(CONVERSATION_ITEM_DELETE, event)

    async def retrieve(self, **event: Unpack[args.ConversationItemRetrieveArgs]) -> None:
        """Send ``conversation.item.retrieve``, with at least `item_id`."""
        await self._connection.send_event(CONVERSATION_ITEM_RETRIEVE, event)

    async def truncate(self, **event: Unpack[args.ConversationItemTruncateArgs]) -> None:
        """Send ``conversation.item.truncate``, with at least `item_id`, `content_index`, `audio_end_ms`."""
        await self._connection.send_event(CONVERSATION_ITEM_TRUNCATE, event)


@final
class InputAudioBufferEvents(ConnectionResource):
    """Methods of ``connection.input_audio_buffer``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.InputAudioBufferAppendArgs]) -> None:
        """Send ``input_audio_buffer.append``, with at least `audio`."""
        await self._connection.send_event(INPUT_AUDIO_BUFFER_APPEND, event)

    async def clear(self, **event: Unpack[args.InputAudioBufferClearArgs]) -> None:
        """Send ``input_audio_buffer.clear``."""
        await self._connection.send_event(INPUT_AUDIO_BUFFER_CLEAR, event)

    async def commit(self, **event: Unpack[args.InputAudioBufferCommitArgs]) -> None:
        """Send ``input_audio_buffer.commit``."""
        await self._connection.send_event(INPUT_AUDIO_BUFFER_COMMIT, event)


@final
class OutputAudioBufferEvents(ConnectionResource):
    """Methods of ``connection.output_audio_buffer``."""

    __slots__ = ()

    async def clear(self, **event: Unpack[args.OutputAudioBufferClearArgs]) -> None:
        """Send ``output_audio_buffer.clear``."""
        await self._connection.send_event(OUTPUT_AUDIO_BUFFER_CLEAR, event)


class ResponseEvents(ConnectionResource):
    """Methods of ``connection.response`` that all connections here have."""

    __slots__ = ()

    async def cancel(self, **event: Unpack[args.ResponseCancelArgs]) -> None:
        """Send ``response.cancel``."""
        await self._connection.send_event(RESPONSE_CANCEL, event)


@final
class BetaRealtimeConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    async def update(self, **event: Unpack[args.BetaRealtimeSessionUpdateArgs]) -> None:
        """Send ``session.update``, with at least `session`."""
        await self._connection.send_event(SESSION_UPDATE, event)


@final
class RealtimeConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    async def update(self, **event: Unpack[args.SessionUpdateArgs]) -> None:
        """Send ``session.update``, with at least `session`."""
        await self._connection.send_event(SESSION_UPDATE, event)


@final
class BetaRealtimeConnectionTranscriptionSession(ConnectionResource):
    """Methods of ``connection.transcription_session``."""

    __slots__ = ()

    async def update(self, **event: Unpack[args.TranscriptionSessionUpdateArgs]) -> None:
        """Send ``transcription_session.update``, with at least `session`."""
        await self._connection.send_event(TRANSCRIPTION_SESSION_UPDATE, event)


@final
class BetaRealtimeConnectionConversationItem(ConversationItemEvents):
    """Methods of ``connection.conversation.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.BetaRealtimeConversationItemCreateArgs]) -> None:
        """Send ``conversation.item.create``, with at least `item`."""
        await self._connection.send_event(CONVERSATION_ITEM_CREATE, event)


@final
class RealtimeConnectionConversationItem(ConversationItemEvents):
    """Methods of ``connection.conversation.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ConversationItemCreateArgs]) -> None:
        """Send ``conversation.item.create``, with at least `item`."""
        await self._connection.send_event(CONVERSATION_ITEM_CREATE, event)


@final
class BetaRealtimeConnectionResponse(ResponseEvents):
    """Methods of ``connection.response``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.BetaRealtimeResponseCreateArgs]) -> None:
        """Send ``response.create``."""
        await self._connection.send_event(RESPONSE_CREATE, event)


@final
class RealtimeConnectionResponse(ResponseEvents):
    """Methods of ``connection.response``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``."""
        await self._connection.send_event(RESPONSE_CREATE, event)
