"""What ``connect`` gives: a block that is the connection."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Generic, TypeVar, final

from triopenai._flow.nest import Nest
from triopenai.realtime._connection import encode_event
from triopenai.realtime._dispatch import Handlers, TakesHandlers
from triopenai.realtime._handshake import Handshake
from triopenai.realtime._link import require_library
from triopenai.realtime._options import Reconnection, read_socket_options
from triopenai.realtime._session import Session

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType
    from typing import Never

    from triopenai._engine.engine import Engine
    from triopenai.realtime._connection import Connection
    from triopenai.realtime._options import Address
    from triopenai.types._hand.websocket import WebSocketConnectionOptions

__all__ = ["ConnectionManager"]

ConnectionT = TypeVar("ConnectionT", bound="Connection[object, Never]", covariant=True)


@final
class ConnectionManager(TakesHandlers, Generic[ConnectionT]):
    """A connection to be opened: ``async with client.realtime.connect(...) as connection``.

    Entering opens it; nothing is sent before. The block is a nursery for what keeps the connection going, so
    nothing of it outlives the block. Left normally, the connection is closed with code 1000, which takes 5
    seconds at most; left by an exception or a cancellation, at once. The block's own exception leaves as
    itself. Usable once.

    Every ``connect`` takes these arguments, beside those of the address:

    - `extra_query`, `extra_headers`: query parameters and header fields to add or replace.
    - `websocket_connection_options`: settings of the socket, `max_size`, `max_queue` and `subprotocols`.
    - `on_reconnecting`: asked before each attempt to open a lost connection again; without it, there is none.
    - `max_retries`: attempts in a row to open it again.
    - `initial_delay`, `max_delay`: seconds before the first of them, and the most that doubling for each one
      after comes to.
    - `max_queue_size`: bytes that may wait to be sent.

    Raises:
        ImportError: From ``connect``: the extra ``triopenai[realtime]`` is not installed.
        TypeError: From ``connect``: an argument is missing, or of a type that makes no sense.
        ValueError: From ``connect``: an argument makes no sense, or cannot be honoured.
        APIStatusError: The server refused the connection: the subclass and its `status_code` say why.
        APIConnectionError: The server could not be reached, or sent something else.
        ClientClosedError: The client's block has ended.
    """

    def __init__(
        self,
        kind: type[ConnectionT],
        engine: Engine,
        address: Address,
        websocket_connection_options: WebSocketConnectionOptions | None,
        reconnection: Reconnection | None = None,
    ) -> None:
        require_library()
        super().__init__(Handlers())
        self._kind = kind
        self._engine = engine
        self._socket = read_socket_options(websocket_connection_options)
        handshake = Handshake(engine, kind.target.operation, self._socket)
        handshake.check(address)
        self._session = Session(handshake, address, reconnection or Reconnection())
        self._block: AbstractAsyncContextManager[ConnectionT] | None = None

    def send(self, event: object) -> None:
        """Have an event sent as soon as the connection is open.

        Raises:
            TypeError: It is no event.
            WebSocketQueueFullError: More events wait than `max_queue_size` allows.
        """
        name = self._kind.target.operation.name
        self._session.outbox.put_nowait(encode_event(event, f"{name}(): send"))

    @asynccontextmanager
    async def _open(self) -> AsyncGenerator[ConnectionT]:
        session = self._session
        try:
            async with Nest(unwrap=True) as nursery:
                await nursery.start(session.run)
                yield self._kind(
                    session,
                    self._handlers,
                    max_size=self._socket.max_size,
                    strict=self._engine.settings.strict,
                )
                await session.close(1000, "")
        finally:
            session.end()

    async def __aenter__(self) -> ConnectionT:
        if self._block is not None:
            msg = f"{self._kind.target.operation.name}() makes one connection: call it again for another"
            raise RuntimeError(msg)
        self._block = self._open()
        return await self._block.__aenter__()

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool | None:
        assert self._block is not None  # noqa: S101  # it was entered
        return await self._block.__aexit__(exc_type, exc_value, traceback)  # noqa: ASYNC102  # the nursery's own exit

    def __repr__(self) -> str:
        return f"<connection to be opened by {self._kind.target.operation.name}()>"
