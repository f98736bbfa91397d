"""The connections of ``client.live.forks.connect()``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import live_forks as args
    from triopenai.types.live import ForkClientEvent, ForkClientEventParam, ForkServerEvent

__all__ = [
    "ForksConnection",
    "ForksConnectionDecision",
    "ForksConnectionDecisionItem",
    "ForksConnectionResponse",
    "ForksConnectionResponseItem",
    "ForksConnectionSession",
    "ForksConnectionSessionCommentary",
    "ForksConnectionSessionInputAudio",
    "ForksConnectionSessionInstructions",
    "ForksConnectionSessionOutputAudio",
    "ForksConnectionSessionOutputAudioFixture",
    "ForksConnectionSessionThinking",
]

HANDSHAKE: Operation[None] = Operation(
    name="live.forks.connect",
    verb="GET",
    path="/live/sessions/{session_id}/fork",
    path_params=("session_id",),
    reference="https://developers.openai.com/api/reference/resources/live/subresources/forks",
)

DECISION_CREATE = SentEvent(
    name="live.forks.connection.decision.create",
    type="decision.create",
    required=("event_id",),
)
DECISION_ITEM_CREATE = SentEvent(
    name="live.forks.connection.decision.item.create",
    type="decision.item.create",
    required=("item",),
    optional=("event_id",),
)
DECISION_ITEM_DELETE = SentEvent(
    name="live.forks.connection.decision.item.delete",
    type="decision.item.delete",
    required=("item_id",),
    optional=("event_id",),
)
RESPONSE_CREATE = SentEvent(
    name="live.forks.connection.response.create",
    type="response.create",
    optional=("event_id",),
)
RESPONSE_ITEM_CREATE = SentEvent(
    name="live.forks.connection.response.item.create",
    type="response.item.create",
    required=("item",),
    optional=("event_id",),
)
SESSION_CLOSE = SentEvent(
    name="live.forks.connection.session.close",
    type="session.close",
    optional=("event_id",),
)
SESSION_COMMENTARY_APPEND = SentEvent(
    name="live.forks.connection.session.commentary.append",
    type="session.commentary.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_APPEND = SentEvent(
    name="live.forks.connection.session.input_audio.append",
    type="session.input_audio.append",
    required=("audio",),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_MUTE = SentEvent(
    name="live.forks.connection.session.input_audio.mute",
    type="session.input_audio.mute",
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_UNMUTE = SentEvent(
    name="live.forks.connection.session.input_audio.unmute",
    type="session.input_audio.unmute",
    optional=("event_id",),
)
SESSION_INSTRUCTIONS_APPEND = SentEvent(
    name="live.forks.connection.session.instructions.append",
    type="session.instructions.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_OUTPUT_AUDIO_FIXTURE_PLAY = SentEvent(
    name="live.forks.connection.session.output_audio.fixture.play",
    type="session.output_audio.fixture.play",
    required=("audio",),
    optional=("event_id",),
)
SESSION_START = SentEvent(
    name="live.forks.connection.session.start",
    type="session.start",
    required=("session",),
    optional=("event_id",),
)
SESSION_THINKING_APPEND = SentEvent(
    name="live.forks.connection.session.thinking.append",
    type="session.thinking.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_UPDATE = SentEvent(
    name="live.forks.connection.session.update",
    type="session.update",
    required=("session",),
    optional=("event_id",),
)


@final
class ForksConnection(Connection["ForkServerEvent", "ForkClientEvent | ForkClientEventParam"]):
    """An open connection of ``client.live.forks.connect()``."""

    target: ClassVar[Target] = Target(HANDSHAKE, "live:ForkServerEvent")

    @property
    def decision(self) -> ForksConnectionDecision:
        """Sends the events ``decision.*``."""
        return ForksConnectionDecision(self)

    @property
    def response(self) -> ForksConnectionResponse:
        """Sends the events ``response.*``."""
        return ForksConnectionResponse(self)

    @property
    def session(self) -> ForksConnectionSession:
        """Sends the events ``session.*``."""
        return ForksConnectionSession(self)


@final
class ForksConnectionDecision(ConnectionResource):
    """Methods of ``connection.decision``."""

    __slots__ = ()

    @property
    def item(self) -> ForksConnectionDecisionItem:
        """Sends the events ``decision.item.*``."""
        return ForksConnectionDecisionItem(self._connection)

    async def create(self, **event: Unpack[args.DecisionCreateArgs]) -> None:
        """Send ``decision.create``.

        Args:
            **event: The fields of the event (`event_id` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(DECISION_CREATE, event)


@final
class ForksConnectionDecisionItem(ConnectionResource):
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
class ForksConnectionResponse(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    @property
    def item(self) -> ForksConnectionResponseItem:
        """Sends the events ``response.item.*``."""
        return ForksConnectionResponseItem(self._connection)

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(RESPONSE_CREATE, event)


@final
class ForksConnectionResponseItem(ConnectionResource):
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
class ForksConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def commentary(self) -> ForksConnectionSessionCommentary:
        """Sends the events ``session.commentary.*``."""
        return ForksConnectionSessionCommentary(self._connection)

    @property
    def input_audio(self) -> ForksConnectionSessionInputAudio:
        """Sends the events ``session.input_audio.*``."""
        return ForksConnectionSessionInputAudio(self._connection)

    @property
    def instructions(self) -> ForksConnectionSessionInstructions:
        """Sends the events ``session.instructions.*``."""
        return ForksConnectionSessionInstructions(self._connection)

    @property
    def output_audio(self) -> ForksConnectionSessionOutputAudio:
        """Sends the events ``session.output_audio.*``."""
        return ForksConnectionSessionOutputAudio(self._connection)

    @property
    def thinking(self) -> ForksConnectionSessionThinking:
        """Sends the events ``session.thinking.*``."""
        return ForksConnectionSessionThinking(self._connection)

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
class ForksConnectionSessionCommentary(ConnectionResource):
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
class ForksConnectionSessionInputAudio(ConnectionResource):
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
class ForksConnectionSessionInstructions(ConnectionResource):
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
class ForksConnectionSessionOutputAudio(ConnectionResource):
    """Methods of ``connection.session.output_audio``."""

    __slots__ = ()

    @property
    def fixture(self) -> ForksConnectionSessionOutputAudioFixture:
        """Sends the events ``session.output_audio.fixture.*``."""
        return ForksConnectionSessionOutputAudioFixture(self._connection)


@final
class ForksConnectionSessionOutputAudioFixture(ConnectionResource):
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
class ForksConnectionSessionThinking(ConnectionResource):
    """Methods of ``connection.session.thinking``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionThinkingAppendArgs]) -> None:
        """Send ``session.thinking.append``.

        Args:
            **event: The fields of the event (`content`, `delegation_id` are required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_THINKING_APPEND, event)
