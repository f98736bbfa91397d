"""The connections of ``client.live.sideband.connect()``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import live_sideband as args
    from triopenai.types.live import ConnectClientEvent, ConnectClientEventParam, ConnectServerEvent

__all__ = [
    "SidebandConnection",
    "SidebandConnectionDecision",
    "SidebandConnectionDecisionItem",
    "SidebandConnectionResponse",
    "SidebandConnectionResponseItem",
    "SidebandConnectionSession",
    "SidebandConnectionSessionCommentary",
    "SidebandConnectionSessionInputAudio",
    "SidebandConnectionSessionInstructions",
    "SidebandConnectionSessionOutputAudio",
    "SidebandConnectionSessionOutputAudioFixture",
    "SidebandConnectionSessionThinking",
    "SidebandConnectionTransport",
    "SidebandConnectionTransportDtmf",
]

HANDSHAKE: Operation[None] = Operation(
    name="live.sideband.connect",
    verb="GET",
    path="/live/sessions/{session_id}/attach",
    path_params=("session_id",),
    query=("graceful_close",),
    reference="https://developers.openai.com/api/reference/resources/live/subresources/sideband",
)

DECISION_CREATE = SentEvent(
    name="live.sideband.connection.decision.create",
    type="decision.create",
    required=("event_id",),
)
DECISION_ITEM_CREATE = SentEvent(
    name="live.sideband.connection.decision.item.create",
    type="decision.item.create",
    required=("item",),
    optional=("event_id",),
)
DECISION_ITEM_DELETE = SentEvent(
    name="live.sideband.connection.decision.item.delete",
    type="decision.item.delete",
    required=("item_id",),
    optional=("event_id",),
)
RESPONSE_CREATE = SentEvent(
    name="live.sideband.connection.response.create",
    type="response.create",
    optional=("event_id",),
)
RESPONSE_ITEM_CREATE = SentEvent(
    name="live.sideband.connection.response.item.create",
    type="response.item.create",
    required=("item",),
    optional=("event_id",),
)
SESSION_CLOSE = SentEvent(
    name="live.sideband.connection.session.close",
    type="session.close",
    optional=("event_id",),
)
SESSION_COMMENTARY_APPEND = SentEvent(
    name="live.sideband.connection.session.commentary.append",
    type="session.commentary.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_MUTE = SentEvent(
    name="live.sideband.connection.session.input_audio.mute",
    type="session.input_audio.mute",
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_UNMUTE = SentEvent(
    name="live.sideband.connection.session.input_audio.unmute",
    type="session.input_audio.unmute",
    optional=("event_id",),
)
SESSION_INSTRUCTIONS_APPEND = SentEvent(
    name="live.sideband.connection.session.instructions.append",
    type="session.instructions.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_OUTPUT_AUDIO_FIXTURE_PLAY = SentEvent(
    name="live.sideband.connection.session.output_audio.fixture.play",
    type="session.output_audio.fixture.play",
    required=("audio",),
    optional=("event_id",),
)
SESSION_THINKING_APPEND = SentEvent(
    name="live.sideband.connection.session.thinking.append",
    type="session.thinking.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_UPDATE = SentEvent(
    name="live.sideband.connection.session.update",
    type="session.update",
    required=("session",),
    optional=("event_id",),
)
TRANSPORT_DTMF_SEND = SentEvent(
    name="live.sideband.connection.transport.dtmf.send",
    type="transport.dtmf.send",
    required=("event",),
    optional=("event_id",),
)


@final
class SidebandConnection(Connection["ConnectServerEvent", "ConnectClientEvent | ConnectClientEventParam"]):
    """An open connection of ``client.live.sideband.connect()``."""

    target: ClassVar[Target] = Target(HANDSHAKE, "live:ConnectServerEvent")

    @property
    def decision(self) -> SidebandConnectionDecision:
        """Sends the events ``decision.*``."""
        return SidebandConnectionDecision(self)

    @property
    def response(self) -> SidebandConnectionResponse:
        """Sends the events ``response.*``."""
        return SidebandConnectionResponse(self)

    @property
    def session(self) -> SidebandConnectionSession:
        """Sends the events ``session.*``."""
        return SidebandConnectionSession(self)

    @property
    def transport(self) -> SidebandConnectionTransport:
        """Sends the events ``transport.*``."""
        return SidebandConnectionTransport(self)


@final
class SidebandConnectionDecision(ConnectionResource):
    """Methods of ``connection.decision``."""

    __slots__ = ()

    @property
    def item(self) -> SidebandConnectionDecisionItem:
        """Sends the events ``decision.item.*``."""
        return SidebandConnectionDecisionItem(self._connection)

    async def create(self, **event: Unpack[args.DecisionCreateArgs]) -> None:
        """Send ``decision.create``.

        Args:
            **event: The fields of the event (`event_id` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(DECISION_CREATE, event)


@final
class SidebandConnectionDecisionItem(ConnectionResource):
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
class SidebandConnectionResponse(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    @property
    def item(self) -> SidebandConnectionResponseItem:
        """Sends the events ``response.item.*``."""
        return SidebandConnectionResponseItem(self._connection)

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(RESPONSE_CREATE, event)


@final
class SidebandConnectionResponseItem(ConnectionResource):
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
class SidebandConnectionSession(ConnectionResource):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def commentary(self) -> SidebandConnectionSessionCommentary:
        """Sends the events ``session.commentary.*``."""
        return SidebandConnectionSessionCommentary(self._connection)

    @property
    def input_audio(self) -> SidebandConnectionSessionInputAudio:
        """Sends the events ``session.input_audio.*``."""
        return SidebandConnectionSessionInputAudio(self._connection)

    @property
    def instructions(self) -> SidebandConnectionSessionInstructions:
        """Sends the events ``session.instructions.*``."""
        return SidebandConnectionSessionInstructions(self._connection)

    @property
    def output_audio(self) -> SidebandConnectionSessionOutputAudio:
        """Sends the events ``session.output_audio.*``."""
        return SidebandConnectionSessionOutputAudio(self._connection)

    @property
    def thinking(self) -> SidebandConnectionSessionThinking:
        """Sends the events ``session.thinking.*``."""
        return SidebandConnectionSessionThinking(self._connection)

    async def close(self, **event: Unpack[args.SessionCloseArgs]) -> None:
        """Send ``session.close``.

        Args:
            **event: The fields of the event.

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_CLOSE, event)

    async def update(self, **event: Unpack[args.SessionUpdateArgs]) -> None:
        """Send ``session.update``.

        Args:
            **event: The fields of the event (`session` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_UPDATE, event)


@final
class SidebandConnectionSessionCommentary(ConnectionResource):
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
class SidebandConnectionSessionInputAudio(ConnectionResource):
    """Methods of ``connection.session.input_audio``."""

    __slots__ = ()

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
class SidebandConnectionSessionInstructions(ConnectionResource):
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
class SidebandConnectionSessionOutputAudio(ConnectionResource):
    """Methods of ``connection.session.output_audio``."""

    __slots__ = ()

    @property
    def fixture(self) -> SidebandConnectionSessionOutputAudioFixture:
        """Sends the events ``session.output_audio.fixture.*``."""
        return SidebandConnectionSessionOutputAudioFixture(self._connection)


@final
class SidebandConnectionSessionOutputAudioFixture(ConnectionResource):
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
class SidebandConnectionSessionThinking(ConnectionResource):
    """Methods of ``connection.session.thinking``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionThinkingAppendArgs]) -> None:
        """Send ``session.thinking.append``.

        Args:
            **event: The fields of the event (`content`, `delegation_id` are required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(SESSION_THINKING_APPEND, event)


@final
class SidebandConnectionTransport(ConnectionResource):
    """Methods of ``connection.transport``."""

    __slots__ = ()

    @property
    def dtmf(self) -> SidebandConnectionTransportDtmf:
        """Sends the events ``transport.dtmf.*``."""
        return SidebandConnectionTransportDtmf(self._connection)


@final
class SidebandConnectionTransportDtmf(ConnectionResource):
    """Methods of ``connection.transport.dtmf``."""

    __slots__ = ()

    async def send(self, **event: Unpack[args.TransportDtmfSendArgs]) -> None:
        """Send ``transport.dtmf.send``.

        Args:
            **event: The fields of the event (`event` is required).

        Raises as `Connection.send` does.
        """
        await self._connection.send_event(TRANSPORT_DTMF_SEND, event)
