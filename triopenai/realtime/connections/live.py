"""The connections of ``live``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import ClientT, Connection, ConnectionResource, ServerT
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import live as args
    from triopenai.types.live import (
        ClientEvent,
        ClientEventParam,
        ConnectClientEvent,
        ConnectClientEventParam,
        ConnectServerEvent,
        ForkClientEvent,
        ForkClientEventParam,
        ForkServerEvent,
        ServerEvent,
    )

__all__ = [
    "AnyConnection",
    "DecisionEvents",
    "DecisionItemEvents",
    "ForksConnection",
    "ForksConnectionSession",
    "LiveConnection",
    "LiveConnectionSession",
    "LiveConnectionSessionInputAudio",
    "ResponseEvents",
    "ResponseItemEvents",
    "SessionCommentaryEvents",
    "SessionEvents",
    "SessionInputAudioEvents",
    "SessionInstructionsEvents",
    "SessionOutputAudioEvents",
    "SessionOutputAudioFixtureEvents",
    "SessionThinkingEvents",
    "SidebandConnection",
    "SidebandConnectionSession",
    "SidebandConnectionTransport",
    "SidebandConnectionTransportDtmf",
]

LIVE_CONNECT: Operation[None] = Operation(
    name="live.connect",
    verb="GET",
    path="/live/sessions",
    reference="https://developers.openai.com/api/reference/resources/live",
)
LIVE_FORKS_CONNECT: Operation[None] = Operation(
    name="live.forks.connect",
    verb="GET",
    path="/live/sessions/{session_id}/fork",
    path_params=("session_id",),
    reference="https://developers.openai.com/api/reference/resources/live/subresources/forks",
)
LIVE_SIDEBAND_CONNECT: Operation[None] = Operation(
    name="live.sideband.connect",
    verb="GET",
    path="/live/sessions/{session_id}/attach",
    path_params=("session_id",),
    query=("graceful_close",),
    reference="https://developers.openai.com/api/reference/resources/live/subresources/sideband",
)

DECISION_CREATE = SentEvent(type="decision.create", required=("event_id",))
DECISION_ITEM_CREATE = SentEvent(type="decision.item.create", required=("item",), optional=("event_id",))
DECISION_ITEM_DELETE = SentEvent(type="decision.item.delete", required=("item_id",), optional=("event_id",))
RESPONSE_CREATE = SentEvent(type="response.create", optional=("event_id",))
RESPONSE_ITEM_CREATE = SentEvent(type="response.item.create", required=("item",), optional=("event_id",))
SESSION_CLOSE = SentEvent(type="session.close", optional=("event_id",))
SESSION_COMMENTARY_APPEND = SentEvent(
    type="session.commentary.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_APPEND = SentEvent(
    type="session.input_audio.append",
    required=("audio",),
    optional=("event_id",),
)
SESSION_INPUT_AUDIO_MUTE = SentEvent(type="session.input_audio.mute", optional=("event_id",))
SESSION_INPUT_AUDIO_UNMUTE = SentEvent(type="session.input_audio.unmute", optional=("event_id",))
SESSION_INSTRUCTIONS_APPEND = SentEvent(
    type="session.instructions.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_OUTPUT_AUDIO_FIXTURE_PLAY = SentEvent(
    type="session.output_audio.fixture.play",
    required=("audio",),
    optional=("event_id",),
)
SESSION_START = SentEvent(type="session.start", required=("session",), optional=("event_id",))
SESSION_THINKING_APPEND = SentEvent(
    type="session.thinking.append",
    required=("content", "delegation_id"),
    optional=("event_id",),
)
SESSION_UPDATE = SentEvent(type="session.update", required=("session",), optional=("event_id",))
TRANSPORT_DTMF_SEND = SentEvent(type="transport.dtmf.send", required=("event",), optional=("event_id",))


class AnyConnection(Connection[ServerT, ClientT]):
    """What all connections here have."""

    @property
    def decision(self) -> DecisionEvents:
        """Sends the events ``decision.*``."""
        return DecisionEvents(self)

    @property
    def response(self) -> ResponseEvents:
        """Sends the events ``response.*``."""
        return ResponseEvents(self)


@final
class LiveConnection(AnyConnection["ServerEvent", "ClientEvent | ClientEventParam"]):
    """An open connection of ``client.live.connect()``."""

    target: ClassVar[Target] = Target(LIVE_CONNECT, "live:ServerEvent")

    @property
    def session(self) -> LiveConnectionSession:
        """Sends the events ``session.*``."""
        return LiveConnectionSession(self)


@final
class ForksConnection(AnyConnection["ForkServerEvent", "ForkClientEvent | ForkClientEventParam"]):
    """An open connection of ``client.live.forks.connect()``."""

    target: ClassVar[Target] = Target(LIVE_FORKS_CONNECT, "live:ForkServerEvent")

    @property
    def session(self) -> ForksConnectionSession:
        """Sends the events ``session.*``."""
        return ForksConnectionSession(self)


@final
class SidebandConnection(AnyConnection["ConnectServerEvent", "ConnectClientEvent | ConnectClientEventParam"]):
    """An open connection of ``client.live.sideband.connect()``."""

    target: ClassVar[Target] = Target(LIVE_SIDEBAND_CONNECT, "live:ConnectServerEvent")

    @property
    def session(self) -> SidebandConnectionSession:
        """Sends the events ``session.*``."""
        return SidebandConnectionSession(self)

    @property
    def transport(self) -> SidebandConnectionTransport:
        """Sends the events ``transport.*``."""
        return SidebandConnectionTransport(self)


@final
class DecisionEvents(ConnectionResource):
    """Methods of ``connection.decision``."""

    __slots__ = ()

    @property
    def item(self) -> DecisionItemEvents:
        """Sends the events ``decision.item.*``."""
        return DecisionItemEvents(self._connection)

    async def create(self, **event: Unpack[args.DecisionCreateArgs]) -> None:
        """Send ``decision.create``, with at least `event_id`."""
        await self._connection.send_event(DECISION_CREATE, event)


@final
class DecisionItemEvents(ConnectionResource):
    """Methods of ``connection.decision.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.DecisionItemCreateArgs]) -> None:
        """Send ``decision.item.create``, with at least `item`."""
        await self._connection.send_event(DECISION_ITEM_CREATE, event)

    async def delete(self, **event: Unpack[args.DecisionItemDeleteArgs]) -> None:
        """Send ``decision.item.delete``, with at least `item_id`."""
        await self._connection.send_event(DECISION_ITEM_DELETE, event)


@final
class ResponseEvents(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    @property
    def item(self) -> ResponseItemEvents:
        """Sends the events ``response.item.*``."""
        return ResponseItemEvents(self._connection)

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``."""
        await self._connection.send_event(RESPONSE_CREATE, event)


@final
class ResponseItemEvents(ConnectionResource):
    """Methods of ``connection.response.item``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ResponseItemCreateArgs]) -> None:
        """Send ``response.item.create``, with at least `item`."""
        await self._connection.send_event(RESPONSE_ITEM_CREATE, event)


class SessionEvents(ConnectionResource):
    """Methods of ``connection.session`` that all connections here have."""

    __slots__ = ()

    @property
    def commentary(self) -> SessionCommentaryEvents:
        """Sends the events ``session.commentary.*``."""
        return SessionCommentaryEvents(self._connection)

    @property
    def instructions(self) -> SessionInstructionsEvents:
        """Sends the events ``session.instructions.*``."""
        return SessionInstructionsEvents(self._connection)

    @property
    def output_audio(self) -> SessionOutputAudioEvents:
        """Sends the events ``session.output_audio.*``."""
        return SessionOutputAudioEvents(self._connection)

    @property
    def thinking(self) -> SessionThinkingEvents:
        """Sends the events ``session.thinking.*``."""
        return SessionThinkingEvents(self._connection)

    async def close(self, **event: Unpack[args.SessionCloseArgs]) -> None:
        """Send ``session.close``."""
        await self._connection.send_event(SESSION_CLOSE, event)

    async def update(self, **event: Unpack[args.SessionUpdateArgs]) -> None:
        """Send ``session.update``, with at least `session`."""
        await self._connection.send_event(SESSION_UPDATE, event)


@final
class SessionCommentaryEvents(ConnectionResource):
    """Methods of ``connection.session.commentary``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionCommentaryAppendArgs]) -> None:
        """Send ``session.commentary.append``, with at least `content`, `delegation_id`."""
        await self._connection.send_event(SESSION_COMMENTARY_APPEND, event)


class SessionInputAudioEvents(ConnectionResource):
    """Methods of ``connection.session.input_audio`` that all connections here have."""

    __slots__ = ()

    async def mute(self, **event: Unpack[args.SessionInputAudioMuteArgs]) -> None:
        """Send ``session.input_audio.mute``."""
        await self._connection.send_event(SESSION_INPUT_AUDIO_MUTE, event)

    async def unmute(self, **event: Unpack[args.SessionInputAudioUnmuteArgs]) -> None:
        """Send ``session.input_audio.unmute``."""
        await self._connection.send_event(SESSION_INPUT_AUDIO_UNMUTE, event)


@final
class SessionInstructionsEvents(ConnectionResource):
    """Methods of ``connection.session.instructions``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionInstructionsAppendArgs]) -> None:
        """Send ``session.instructions.append``, with at least `content`, `delegation_id`."""
        await self._connection.send_event(SESSION_INSTRUCTIONS_APPEND, event)


@final
class SessionOutputAudioEvents(ConnectionResource):
    """Methods of ``connection.session.output_audio``."""

    __slots__ = ()

    @property
    def fixture(self) -> SessionOutputAudioFixtureEvents:
        """Sends the events ``session.output_audio.fixture.*``."""
        return SessionOutputAudioFixtureEvents(self._connection)


@final
class SessionOutputAudioFixtureEvents(ConnectionResource):
    """Methods of ``connection.session.output_audio.fixture``."""

    __slots__ = ()

    async def play(self, **event: Unpack[args.SessionOutputAudioFixturePlayArgs]) -> None:
        """Send ``session.output_audio.fixture.play``, with at least `audio`."""
        await self._connection.send_event(SESSION_OUTPUT_AUDIO_FIXTURE_PLAY, event)


@final
class SessionThinkingEvents(ConnectionResource):
    """Methods of ``connection.session.thinking``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionThinkingAppendArgs]) -> None:
        """Send ``session.thinking.append``, with at least `content`, `delegation_id`."""
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
        """Send ``transport.dtmf.send``, with at least `event`."""
        await self._connection.send_event(TRANSPORT_DTMF_SEND, event)


@final
class ForksConnectionSession(SessionEvents):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def input_audio(self) -> LiveConnectionSessionInputAudio:
        """Sends the events ``session.input_audio.*``."""
        return LiveConnectionSessionInputAudio(self._connection)

    async def start(self, **event: Unpack[args.ForksSessionStartArgs]) -> None:
        """Send ``session.start``, with at least `session`."""
        await self._connection.send_event(SESSION_START, event)


@final
class LiveConnectionSession(SessionEvents):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def input_audio(self) -> LiveConnectionSessionInputAudio:
        """Sends the events ``session.input_audio.*``."""
        return LiveConnectionSessionInputAudio(self._connection)

    async def start(self, **event: Unpack[args.SessionStartArgs]) -> None:
        """Send ``session.start``, with at least `session`."""
        await self._connection.send_event(SESSION_START, event)


@final
class SidebandConnectionSession(SessionEvents):
    """Methods of ``connection.session``."""

    __slots__ = ()

    @property
    def input_audio(self) -> SessionInputAudioEvents:
        """Sends the events ``session.input_audio.*``."""
        return SessionInputAudioEvents(self._connection)


@final
class LiveConnectionSessionInputAudio(SessionInputAudioEvents):
    """Methods of ``connection.session.input_audio``."""

    __slots__ = ()

    async def append(self, **event: Unpack[args.SessionInputAudioAppendArgs]) -> None:
        """Send ``session.input_audio.append``, with at least `audio`."""
        await self._connection.send_event(SESSION_INPUT_AUDIO_APPEND, event)
