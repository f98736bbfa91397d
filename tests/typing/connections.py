"""What mypy and pyright must infer of connections, and what they must refuse. Checked as `calls` is."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

from triopenai.realtime import (
    BetaRealtimeConnection,
    ConnectionManager,
    ForksConnection,
    LiveConnection,
    RealtimeConnection,
    ResponsesConnection,
    SidebandConnection,
)
from triopenai.types.beta.realtime import RealtimeServerEvent as BetaServerEvent
from triopenai.types.live import ForkServerEvent, ServerEvent
from triopenai.types.realtime import RealtimeServerEvent
from triopenai.types.responses import ResponsesServerEvent

if TYPE_CHECKING:
    from triopenai import Client
    from triopenai.types import ReconnectingEvent, ReconnectingOverrides


def opened(client: Client) -> None:
    assert_type(client.realtime.connect(model="m"), ConnectionManager[RealtimeConnection])
    assert_type(client.responses.connect({"a": 1}, {"X": "y"}), ConnectionManager[ResponsesConnection])
    assert_type(client.live.forks.connect(session_id="s"), ConnectionManager[ForksConnection])
    client.live.forks.connect("s")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.beta.realtime.connect(model="m", max_retries=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def reconnecting(client: Client) -> None:
    def ask(event: ReconnectingEvent) -> ReconnectingOverrides | None:
        return {"abort": True} if event.attempt > 1 else None

    async def wrong(event: ReconnectingEvent) -> None: ...

    client.live.connect(on_reconnecting=ask, max_queue_size=10)
    client.live.connect(on_reconnecting=wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def received(
    realtime: RealtimeConnection,
    beta: BetaRealtimeConnection,
    live: LiveConnection,
    fork: ForksConnection,
    responses: ResponsesConnection,
) -> None:
    assert_type(await realtime.recv(), RealtimeServerEvent)
    assert_type(await beta.recv(), BetaServerEvent)
    assert_type(await live.recv(), ServerEvent)
    assert_type(await fork.recv(), ForkServerEvent)
    async for event in responses:
        assert_type(event, ResponsesServerEvent)


async def sent(live: LiveConnection, fork: ForksConnection, sideband: SidebandConnection) -> None:
    await live.session.start(session={"model": "m"})
    await fork.session.start(session={})
    await live.session.input_audio.append(audio="AAAA")
    await sideband.session.input_audio.mute()
    await fork.decision.item.delete(item_id="i", event_id=None)
    await sideband.session.input_audio.append(audio="A")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    await sideband.session.start(session={})  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    await live.session.start()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await live.decision.create(event_id=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await fork.transport.dtmf.send(event="5")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


async def sent_to_responses(connection: ResponsesConnection) -> None:
    await connection.response.create(
        model="gpt-5", input="Hi", stream_id="s", include=["reasoning.encrypted_content"]
    )
    await connection.response.create(modle="gpt-5")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    await connection.response.create(input=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await connection.response.steer(input="more")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
