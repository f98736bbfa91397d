"""The connections of ``responses``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from triopenai._operations.responses import RESPONSES_CREATE
from triopenai._sansio.operation import Operation
from triopenai.realtime._connection import Connection, ConnectionResource
from triopenai.realtime._target import SentEvent, Target

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.realtime.connections._args import responses as args
    from triopenai.types.responses import (
        ResponsesClientEvent,
        ResponsesClientEventParam,
        ResponsesServerEvent,
    )

__all__ = ["ResponsesConnection", "ResponsesConnectionResponse"]

RESPONSES_CONNECT: Operation[None] = Operation(
    name="responses.connect",
    verb="GET",
    path="/responses",
    reference="https://developers.openai.com/api/reference/resources/responses",
)

RESPONSE_CREATE = SentEvent(
    type="response.create",
    optional=(*RESPONSES_CREATE.body, "stream_id", "generate"),
)
RESPONSE_STEER = SentEvent(type="response.steer", required=("input", "previous_response_id"))


@final
class ResponsesConnection(Connection[
    "ResponsesServerEvent", "ResponsesClientEvent | ResponsesClientEventParam"
]):
    """An open connection of ``client.responses.connect()``."""

    target: ClassVar[Target] = Target(RESPONSES_CONNECT, "responses:ResponsesServerEvent")

    @property
    def response(self) -> ResponsesConnectionResponse:
        """Sends the events ``response.*``."""
        return ResponsesConnectionResponse(self)


@final
class ResponsesConnectionResponse(ConnectionResource):
    """Methods of ``connection.response``."""

    __slots__ = ()

    async def create(self, **event: Unpack[args.ResponseCreateArgs]) -> None:
        """Send ``response.create``."""
        await self._connection.send_event(RESPONSE_CREATE, event)

    async def steer(self, **event: Unpack[args.ResponseSteerArgs]) -> None:
        """Send ``response.steer``, with at least `input`, `previous_response_id`."""
        await self._connection.send_event(RESPONSE_STEER, event)
