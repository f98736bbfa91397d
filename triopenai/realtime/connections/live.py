"""The connections of ``client.live.connect()``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import live as args
    from triopenai.types.live import ClientEvent, ClientEventParam, ServerEvent

__all__ = [
    "LiveConnection",
    "LiveConnectionDecision",
    "LiveConnectionDecisionItem",
    "LiveConnectionResponse",
    "LiveConnectionResponseItem",
    "LiveConnectionSession",
    "LiveConnectionSessionCommentary",
    "LiveConnectionSessionInputAudio",
    "LiveConnectionSessionInstructions",
    "LiveConnectionSessionOutputAudio",
    "LiveConnectionSessionOutputAudioFixture",
    "LiveConnectionSessionThinking",
]

HANDSHAKE: Operation[None] = Operation(
    name="live.connect",
    verb="GET",
    path="/live/sessions",
    reference="https://developers.openai.com/api/reference/resources/live",
)

DECISION_CREATE = SentEvent(
    name="live.connection.decision.create",
    type="decision.create",
    required=("event_id",),
)
DECISION_ITEM_CREATE = SentEvent(
    name="live.connection.decision.item.create",
    type="decision.item.create",
    required=("item",),
    optional=("event_id",),
)
DECISION_ITEM_DELETE = SentEvent(
    name="live.connection.decision.item.delete",
    type="decision.item.delete",
    required=("item_id",),
    optional=("event_id",),
)
RESPONSE_CREATE = SentEvent(
    name="live.connection.response.create",
    type="response.create",
    optional=("event_id",),
)
RESPONSE_ITEM_CREATE = SentEvent(
    name="live.connection.response.item.create",
    type="response.item.create",
    required=("item",),
    optional=("event_id",),
)
SESSION_CLOSE = SentEvent(
    name="live.connection.session.close",
    type="session.close",
    optional=("event_id",),
)
SESSION_COMMENTARY_APPEND = SentEvent(
    name="live.connection.session.commentary.append",
    type="session.commentary.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_APPEND = SentEvent(
    name="live.connection.session.input_audio.append",
    type="session.input_audio.append",
    required=("audio",),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_MUTE = SentEvent(
    name="live.connection.session.input_audio.mute",
    type="session.input_audio.mute",
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_UNMUTE = SentEvent(
    name="live.connection.session.input_audio.unmute",
    type="session.input_audio.unmute",
    optional=("event_id",),
)
SESSION_INSTRUCTIONS_APPEND = SentEvent(
    name="live.connection.session.instructions.append",
    type="session.instructions.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_OUTPUT_AUDIO_FIXTURE_PLAY = SentEvent(
    name="live.connection.session.output_audio.fixture.play",
    type="session.output_audio.fixture.play",
    required=("audio",),
    optional=("event_id",),
)
SESSION_START = SentEvent(
    name="live.connection.session.start",
    type="session.start",
    required=("session",),
    optional=("event_id",),
)
SESSION_THINKING_APPEND = SentEvent(
    name="live.connection.session.thinking.append",
    type="session.thinking.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_UPDATE = SentEvent(
    name="live.connection.session.update",
    type="session.update",
    required=("session",),
    optional=("event_id",),
)


@final
class LiveConnection(Connection["ServerEvent", "ClientEvent | ClientEventParam"]):
    """An open connection of ``client.live.connect()``."""

    target: ClassVar[Target] = Target(HANDSHAKE, "live:ServerEvent")

    @property
    def decision(self) -> LiveConnectionDecision:
        """Sends the events ``decision.*``."""
        return LiveConnectionDecision(self)

    @property
    def response(self) -> LiveConnectionResponse:
        """Sends the events ``response.*``."""
        return LiveConnectionResponse(self)

    @property
    def session(self) -> LiveConnectionSession:
        """Sends the events ``session.*``."""
        return LiveConnectionSession(self)


@final
class LiveConnectionDecision(ConnectionResource):
    """Methods of ``connection.decision``."""

    __slots__ = ()

    @property
    def item(self) -> LiveConnectionDecisionItem:
        """Sends the events ``decision.item.*``."""
        return LiveConnectionDecisionItem(self._connection)

    async def create(self, **event: Unpack[args.DecisionCreateArgs]) -> None:
        """Send ``decision.create``.

        Args:
            **event: The fields of the event (`event_id` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(DECISION_CREATE, event)


@final
class LiveConnectionDecisionItem(ConnectionResource):
    """Methods of ``connection.decision.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.DecisionItemCreateArgs]) -> None:
        """Send ``decision.item.create``.

        Args:
            **event: The fields of the event (`item` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(DECISION_ITEM_CREATE, event)

    async def delete(self, **event: Unpack[args.DecisionItemDeleteArgs]) -> None:
        """Send ``decision.item.delete``.

        Args:
            **event: The fields of the event (`item_id` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(DECISION_ITEM_DELETE, event)


@final
class LiveConnectionResponse(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    @property
    def item(self) -> LiveConnectionResponseItem:
        """Sends the events ``response.item.*``."""
        return LiveConnectionResponseItem(self._connection)

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(RESPONSE_CREATE, event)


@final
class LiveConnectionResponseItem(ConnectionResource):
    """Methods of ``connection.response.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ResponseItemCreateArgs]) -> None:
        """Send ``response.item.create``.

        Args:
            **event: The fields of the event (`item` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(RESPONSE_ITEM_CREATE, event)


@final
class LiveConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def commentary(self) -> LiveConnectionSessionCommentary:
        """Sends the events ``session.commentary.*``."""
        return LiveConnectionSessionCommentary(self._connection)

    @property
    def input_audio(self) -> LiveConnectionSessionInputAudio:
        """Sends the events ``session.input_audio.*``."""
        return LiveConnectionSessionInputAudio(self._connection)

    @property
    def instructions(self) -> LiveConnectionSessionInstructions:
        """Sends the events ``session.instructions.*``."""
        return LiveConnectionSessionInstructions(self._connection)

    @property
    def output_audio(self) -> LiveConnectionSessionOutputAudio:
        """Sends the events ``session.output_audio.*``."""
        return LiveConnectionSessionOutputAudio(self._connection)

    @property
    def thinking(self) -> LiveConnectionSessionThinking:
        """Sends the events ``session.thinking.*``."""
        return LiveConnectionSessionThinking(self._connection)

    async def close(self, **event: Unpack[args.SessionCloseArgs]) -> None:
        """Send ``session.close``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_CLOSE, event)

    async def start(self, **event: Unpack[args.SessionStartArgs]) -> None:
        """Send ``session.start``.

        Args:
            **event: The fields of the event (`session` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_START, event)

    async def update(self, **event: Unpack[args.SessionUpdateArgs]) -> None:
        """Send ``session.update``.

        Args:
            **event: The fields of the event (`session` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_UPDATE, event)


@final
class LiveConnectionSessionCommentary(ConnectionResource):
    """Methods of ``connection.session.commentary``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionCommentaryAppendArgs]) -> None:
        """Send ``session.commentary.append``.

        Args:
            **event: The fields of the event (`content`, `delegation_id` are required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_COMMENTARY_APPEND, event)


@final
class LiveConnectionSessionInputAudio(ConnectionResource):
    """Methods of ``connection.session.input_audio``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionInputAudioAppendArgs]) -> None:
        """Send ``session.input_audio.append``.

        Args:
            **event: The fields of the event (`audio` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_INPUT_AUDIO_APPEND, event)

    async def mute(self, **event: Unpack[args.SessionInputAudioMuteArgs]) -> None:
        """Send ``session.input_audio.mute``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_INPUT_AUDIO_MUTE, event)

    async def unmute(self, **event: Unpack[args.SessionInputAudioUnmuteArgs]) -> None:
        """Send ``session.input_audio.unmute``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_INPUT_AUDIO_UNMUTE, event)


@final
class LiveConnectionSessionInstructions(ConnectionResource):
    """Methods of ``connection.session.instructions``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionInstructionsAppendArgs]) -> None:
        """Send ``session.instructions.append``.

        Args:
            **event: The fields of the event (`content`, `delegation_id` are required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_INSTRUCTIONS_APPEND, event)


@final
class LiveConnectionSessionOutputAudio(ConnectionResource):
    """Methods of ``connection.session.output_audio``."""

    __slots__ = ()

    @property
    def fixture(self) -> LiveConnectionSessionOutputAudioFixture:
        """Sends the events ``session.output_audio.fixture.*``."""
        return LiveConnectionSessionOutputAudioFixture(self._connection)


@final
class LiveConnectionSessionOutputAudioFixture(ConnectionResource):
    """Methods of ``connection.session.output_audio.fixture``."""

    __slots__ = ()

    async def play(self, **event: Unpack[args.SessionOutputAudioFixturePlayArgs]) -> None:
        """Send ``session.output_audio.fixture.play``.

        Args:
            **event: The fields of the event (`audio` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_OUTPUT_AUDIO_FIXTURE_PLAY, event)


@final
class LiveConnectionSessionThinking(ConnectionResource):
    """Methods of ``connection.session.thinking``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionThinkingAppendArgs]) -> None:
        """Send ``session.thinking.append``.

        Args:
            **event: The fields of the event (`content`, `delegation_id` are required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_THINKING_APPEND, event)
