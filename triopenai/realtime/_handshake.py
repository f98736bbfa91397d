"""Opening a link: a call like any other, whose answer is a WebSocket."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, cast, final
from urllib.parse import unquote

import attrs
import trio

from triopenai._base.absent import omit
from triopenai._base.errors import APIConnectionError, APITimeoutError, Attempt, ClientClosedError
from triopenai._base.headers import Headers
from triopenai._engine.call import authorized, prepare
from triopenai._engine.failures import connection_error
from triopenai._net.errors import TransportClosed, TransportError
from triopenai._sansio.errormap import error_from_response
from triopenai._sansio.plain import is_absent
from triopenai.realtime._link import HandshakeRefused, LinkClosed, open_link

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from triopenai._engine.call import Call
    from triopenai._engine.engine import Engine
    from triopenai._sansio.azure import AzurePaths
    from triopenai._sansio.operation import Operation
    from triopenai.realtime._link import Link
    from triopenai.realtime._options import Address, SocketOptions

__all__ = ["Handshake"]

HANDSHAKE_SECONDS: Final = 10.0
SWITCHING_PROTOCOLS: Final = 101
_REALTIME: Final = "/realtime"


@final
@attrs.frozen(eq=False)
class Handshake:
    """How links to one server are opened, again and again.

    Attributes:
        engine: Whose settings, credentials and network are used.
        operation: The endpoint.
        socket: Settings of the socket.
    """

    engine: Engine
    operation: Operation[object]
    socket: SocketOptions

    def check(self, address: Address) -> Call:
        """Check all arguments and build the request; nothing is sent.

        Raises:
            TypeError: A keyword is missing, or a value of a type that cannot be sent.
            ValueError: A value that must not be sent.
            ClientClosedError: The client's block has ended.
        """
        self.engine.check_open(self.operation.name)
        params = {
            **address.params,
            "extra_query": address.extra_query,
            "extra_headers": address.extra_headers,
        }
        settings = self.engine.settings
        azure = settings.defaults.azure
        if settings.websocket_place is not None:
            there = settings.defaults.at(*settings.websocket_place, azure)
            settings = attrs.evolve(settings, defaults=there)
        if azure is not None and not azure.is_v1 and self.operation.path == _REALTIME:
            params |= _deployment(self.operation.name, params, azure)
        return prepare(self.operation, params, address.path_arg, settings)

    @asynccontextmanager
    async def open(self, address: Address) -> AsyncGenerator[Link]:
        """A link for the time of a block. The block's own `LinkClosed` leaves it as it is.

        The scope around it pays for one request, and for the tokens that messages tell of.

        Raises:
            APIStatusError: The server refused the handshake.
            APIConnectionError: It could not be reached, or sent no answer, or none that is a WebSocket.
            APITimeoutError: It did not answer in time.
        """
        call = self.check(address)
        scope = self.engine.shared.scopes.current()
        if scope is None:
            async with self._open(call) as link:
                yield link
            return
        with await scope.charge(self.operation.name) as charge:
            async with self._open(call) as link:
                charge.end("done", Attempt(SWITCHING_PROTOCOLS, None, 0.0, None))
                link.charge = charge
                yield link

    @asynccontextmanager
    async def _open(self, call: Call) -> AsyncGenerator[Link]:
        request = await authorized(call) if call.asks_key else call.request
        opened = False
        with trio.CancelScope() as waiting:
            try:
                stream = await self.engine.shared.transport.open_stream(request.origin, call.timeout.connect)
                waiting.deadline = trio.current_time() + HANDSHAKE_SECONDS
                async with open_link(
                    stream,
                    host=str(request.origin).partition("://")[2],
                    target=request.target,
                    headers=request.headers,
                    subprotocols=self.socket.subprotocols,
                    max_size=self.socket.max_size,
                ) as link:
                    opened = True
                    waiting.deadline = float("inf")
                    yield link
            except TransportClosed as error:
                msg = "The client is closed: its open_client() block has ended."
                raise ClientClosedError(msg) from error
            except TransportError as error:
                raise connection_error(call, error) from error
            except HandshakeRefused as refused:
                raise error_from_response(
                    status=refused.status,
                    headers=Headers(refused.headers),
                    body=refused.body,
                    **call.where(),
                ) from None
            except LinkClosed as closed:
                if opened:
                    raise
                why = closed.reason or "it closed the connection during the handshake"
                msg = f"No WebSocket from {request.origin}: {why}"
                raise APIConnectionError(msg, phase="read", **call.where()) from None
        if waiting.cancelled_caught:
            msg = f"Waited {HANDSHAKE_SECONDS:g} seconds for the WebSocket handshake ({request.origin})."
            raise APITimeoutError(msg, phase="read", **call.where())


def _deployment(method: str, params: Mapping[str, object], azure: AzurePaths) -> Mapping[str, object]:
    """What changes on Azure, where the query names a deployment: the client's, or one named like the model.

    Source: https://learn.microsoft.com/azure/ai-foundry/openai/how-to/realtime-audio-websockets
    """
    model = params.get("model")
    if is_absent(model):
        msg = f"{method}(): model is required on Azure: it names the deployment"
        raise ValueError(msg)
    deployment = model if azure.deployment is None else unquote(azure.deployment)
    extra = cast("Mapping[str, object]", params["extra_query"] or {})
    return {"model": omit, "extra_query": {"deployment": deployment, **extra}}
