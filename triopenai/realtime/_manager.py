"""What ``connect`` gives: a block that is the connection."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Generic, TypeVar, final

from triopenai._flow.nest import Nest
from triopenai._sansio.retry import RetryPolicy
from triopenai.realtime._connection import encode_event
from triopenai.realtime._dispatch import Handlers, TakesHandlers
from triopenai.realtime._handshake import Handshake
from triopenai.realtime._link import require_library
from triopenai.realtime._options import ConnectOptions, read_socket_options
from triopenai.realtime._session import Session
from triopenai.realtime._target import QUEUE_BYTES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType
    from typing import Never

    from triopenai._engine.engine import Engine
    from triopenai.realtime._connection import Connection
    from triopenai.realtime._options import OnReconnecting
    from triopenai.types._hand.websocket import WebSocketConnectionOptions

__all__ = ["ConnectionManager"]

ConnectionT = TypeVar("ConnectionT", bound="Connection[object, Never]", covariant=True)


@final
class ConnectionManager(TakesHandlers, Generic[ConnectionT]):
    """A connection to be opened: ``async with client.realtime.connect(...) as connection``.

    Entering opens it. The block is a nursery for what keeps the connection going, so nothing of it outlives
    the block. Left normally, the connection is closed with code 1000, which takes 5 seconds at most; left by
    an exception or a cancellation, at once. The block's own exception leaves as itself. Usable once.

    Raises:
        APIStatusError: The server refused the connection: the subclass and its `status_code` say why.
        APIConnectionError: The server could not be reached, or sent something else.
        ClientClosedError: The client's block has ended.
    """

    def __init__(
        self,
        kind: type[ConnectionT],
        engine: Engine,
        params: Mapping[str, object],
        path_arg: str | None = None,
        *,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
        websocket_connection_options: WebSocketConnectionOptions | None,
        on_reconnecting: OnReconnecting | None = None,
        max_retries: int = 0,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = QUEUE_BYTES,
    ) -> None:
        require_library()
        super().__init__(Handlers())
        self._kind = kind
        self._engine = engine
        self._options = ConnectOptions(
            extra_query=extra_query or {},
            extra_headers=extra_headers or {},
            socket=read_socket_options(websocket_connection_options),
            on_reconnecting=on_reconnecting,
            backoff=RetryPolicy(max_retries=max_retries, initial_delay=initial_delay, max_delay=max_delay),
            max_queue_size=max_queue_size,
        )
        self._handshake = Handshake(engine, kind.target.operation, params, path_arg, self._options.socket)
        self._handshake.check(self._options.extra_query, self._options.extra_headers)
        self._session = Session(self._handshake, self._options)
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
                    max_size=self._options.socket.max_size,
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
