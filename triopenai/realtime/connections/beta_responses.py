"""The connections of ``beta_responses``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._operations.beta_responses import BETA_RESPONSES_CREATE
from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import beta_responses as args
    from triopenai.types.beta import (
        BetaResponsesClientEvent,
        BetaResponsesClientEventParam,
        BetaResponsesServerEvent,
    )

__all__ = ["BetaResponsesConnection", "BetaResponsesConnectionResponse"]

BETA_RESPONSES_CONNECT: Operation[None] = Operation(
    name="beta.responses.connect",
    verb="GET",
    path="/responses",
    reference="https://developers.openai.com/api/reference/resources/beta/subresources/responses",
)

RESPONSE_CREATE = SentEvent(
    type="response.create",
    optional=(*BETA_RESPONSES_CREATE.body, "stream_id", "generate"),
)
RESPONSE_INJECT = SentEvent(type="response.inject", required=("response_id", "input"))
RESPONSE_STEER = SentEvent(type="response.steer", required=("input", "previous_response_id"))


@final
class BetaResponsesConnection(Connection[
    "BetaResponsesServerEvent", "BetaResponsesClientEvent | BetaResponsesClientEventParam"
]):
    """An open connection of ``client.beta.responses.connect()``."""

    target: ClassVar[Target] = Target(BETA_RESPONSES_CONNECT, "beta:BetaResponsesServerEvent")

    @property
    def response(self) -> BetaResponsesConnectionResponse:
        """Sends the events ``response.*``."""
        return BetaResponsesConnectionResponse(self)


@final
class BetaResponsesConnectionResponse(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``."""
        await self._connection.send_event(RESPONSE_CREATE, event)

    async def inject(self, **event: Unpack[args.ResponseInjectArgs]) -> None:
        """Send ``response.inject``, with at least `response_id`, `input`."""
        await self._connection.send_event(RESPONSE_INJECT, event)

    async def steer(self, **event: Unpack[args.ResponseSteerArgs]) -> None:
        """Send ``response.steer``, with at least `input`, `previous_response_id`."""
        await self._connection.send_event(RESPONSE_STEER, event)
