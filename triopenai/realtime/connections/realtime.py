"""The connections of ``client.realtime.connect()``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import realtime as args
    from triopenai.types.realtime import RealtimeClientEvent, RealtimeClientEventParam, RealtimeServerEvent

__all__ = [
    "RealtimeConnection",
    "RealtimeConnectionConversation",
    "RealtimeConnectionConversationItem",
    "RealtimeConnectionInputAudioBuffer",
    "RealtimeConnectionOutputAudioBuffer",
    "RealtimeConnectionResponse",
    "RealtimeConnectionSession",
]

HANDSHAKE: Operation[None] = Operation(
    name="realtime.connect",
    verb="GET",
    path="/realtime",
    query=("call_id", "model"),
    reference="https://developers.openai.com/api/reference/resources/realtime",
)

CONVERSATION_ITEM_CREATE = SentEvent(
    name="realtime.connection.conversation.item.create",
    type="conversation.item.create",
    required=("item",),
    optional=("event_id", "previous_item_id"),
)
CONVERSATION_ITEM_DELETE = SentEvent(
    name="realtime.connection.conversation.item.delete",
    type="conversation.item.delete",
    required=("item_id",),
    optional=("event_id",),
)
CONVERSATION_ITEM_RETRIEVE = SentEvent(
    name="realtime.connection.conversation.item.retrieve",
    type="conversation.item.retrieve",
    required=("item_id",),
    optional=("event_id",),
)
CONVERSATION_ITEM_TRUNCATE = SentEvent(
    name="realtime.connection.conversation.item.truncate",
    type="conversation.item.truncate",
    required=("item_id", "content_index", "audio_end_ms"),
    optional=("event_id",),
)
INPUT_AUDIO_BUFFER_APPEND = SentEvent(
    name="realtime.connection.input_audio_buffer.append",
    type="input_audio_buffer.append",
    required=("audio",),
    optional=("event_id",),
)
INPUT_AUDIO_BUFFER_CLEAR = SentEvent(
    name="realtime.connection.input_audio_buffer.clear",
    type="input_audio_buffer.clear",
    optional=("event_id",),
)
INPUT_AUDIO_BUFFER_COMMIT = SentEvent(
    name="realtime.connection.input_audio_buffer.commit",
    type="input_audio_buffer.commit",
    optional=("event_id",),
)
OUTPUT_AUDIO_BUFFER_CLEAR = SentEvent(
    name="realtime.connection.output_audio_buffer.clear",
    type="output_audio_buffer.clear",
    optional=("event_id",),
)
RESPONSE_CANCEL = SentEvent(
    name="realtime.connection.response.cancel",
    type="response.cancel",
    optional=("event_id", "response_id"),
)
RESPONSE_CREATE = SentEvent(
    name="realtime.connection.response.create",
    type="response.create",
    optional=("event_id", "response"),
)
SESSION_UPDATE = SentEvent(
    name="realtime.connection.session.update",
    type="session.update",
    required=("session",),
    optional=("event_id",),
)


@final
class RealtimeConnection(Connection["RealtimeServerEvent", "RealtimeClientEvent | RealtimeClientEventParam"]):
    """An open connection of ``client.realtime.connect()``."""

    target: ClassVar[Target] = Target(HANDSHAKE, "realtime:RealtimeServerEvent")

    @property
    def conversation(self) -> RealtimeConnectionConversation:
        """Sends the events ``conversation.*``."""
        return RealtimeConnectionConversation(self)

    @property
    def input_audio_buffer(self) -> RealtimeConnectionInputAudioBuffer:
        """Sends the events ``input_audio_buffer.*``."""
        return RealtimeConnectionInputAudioBuffer(self)

    @property
    def output_audio_buffer(self) -> RealtimeConnectionOutputAudioBuffer:
        """Sends the events ``output_audio_buffer.*``."""
        return RealtimeConnectionOutputAudioBuffer(self)

    @property
    def response(self) -> RealtimeConnectionResponse:
        """Sends the events ``response.*``."""
        return RealtimeConnectionResponse(self)

    @property
    def session(self) -> RealtimeConnectionSession:
        """Sends the events ``session.*``."""
        return RealtimeConnectionSession(self)


@final
class RealtimeConnectionConversation(ConnectionResource):
    """Methods of ``connection.conversation``."""

    __slots__ = ()

    @property
    def item(self) -> RealtimeConnectionConversationItem:
        """Sends the events ``conversation.item.*``."""
        return RealtimeConnectionConversationItem(self._connection)


@final
class RealtimeConnectionConversationItem(ConnectionResource):
    """Methods of ``connection.conversation.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ConversationItemCreateArgs]) -> None:
        """Send ``conversation.item.create``.

        Args:
            **event: The fields of the event (`item` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(CONVERSATION_ITEM_CREATE, event)

    async def delete(self, **event: Unpack[args.ConversationItemDeleteArgs]) -> None:
        """Send ``conversation.item.delete``.

        Args:
            **event: The fields of the event (`item_id` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(CONVERSATION_ITEM_DELETE, event)

    async def retrieve(self, **event: Unpack[args.ConversationItemRetrieveArgs]) -> None:
        """Send ``conversation.item.retrieve``.

        Args:
            **event: The fields of the event (`item_id` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(CONVERSATION_ITEM_RETRIEVE, event)

    async def truncate(self, **event: Unpack[args.ConversationItemTruncateArgs]) -> None:
        """Send ``conversation.item.truncate``.

        Args:
            **event: The fields of the event (`item_id`, `content_index`, `audio_end_ms` are required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(CONVERSATION_ITEM_TRUNCATE, event)


@final
class RealtimeConnectionInputAudioBuffer(ConnectionResource):
    """Methods of ``connection.input_audio_buffer``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.InputAudioBufferAppendArgs]) -> None:
        """Send ``input_audio_buffer.append``.

        Args:
            **event: The fields of the event (`audio` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(INPUT_AUDIO_BUFFER_APPEND, event)

    async def clear(self, **event: Unpack[args.InputAudioBufferClearArgs]) -> None:
        """Send ``input_audio_buffer.clear``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(INPUT_AUDIO_BUFFER_CLEAR, event)

    async def commit(self, **event: Unpack[args.InputAudioBufferCommitArgs]) -> None:
        """Send ``input_audio_buffer.commit``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(INPUT_AUDIO_BUFFER_COMMIT, event)


@final
class RealtimeConnectionOutputAudioBuffer(ConnectionResource):
    """Methods of ``connection.output_audio_buffer``."""

    __slots__ = ()

    async def clear(self, **event: Unpack[args.OutputAudioBufferClearArgs]) -> None:
        """Send ``output_audio_buffer.clear``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(OUTPUT_AUDIO_BUFFER_CLEAR, event)


@final
class RealtimeConnectionResponse(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    async def cancel(self, **event: Unpack[args.ResponseCancelArgs]) -> None:
        """Send ``response.cancel``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(RESPONSE_CANCEL, event)

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(RESPONSE_CREATE, event)


@final
class RealtimeConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    async def update(self, **event: Unpack[args.SessionUpdateArgs]) -> None:
        """Send ``session.update``.

        Args:
            **event: The fields of the event (`session` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_UPDATE, event)
