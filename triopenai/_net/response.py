"""The pool's responses.

Theory of operation
    A response holds a connection until the message's last byte has been parsed; what came with that byte may
    lie in the response for as long as the user likes. States: *open* (has a connection), *ended* (gave it
    back; bytes may be left to take), *broken* (gave it up; `_error` says why). Leaving *open* happens before
    anything is awaited.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._base.headers import Headers
from triopenai._net.decoding import open_decoder, receive_decoded
from triopenai._net.errors import TransportClosed, TransportError
from triopenai._net.transport import Response, body_too_large

if TYPE_CHECKING:
    from triopenai._net.connection import Connection
    from triopenai._net.pool import ConnectionPool
    from triopenai._sansio.content import ContentDecoder

__all__ = ["PoolResponse"]

_CLOSED: Final = "the response is closed"
_ENCODING: Final = b"content-encoding"


@final
class PoolResponse(Response):
    """A response that arrives over a pool's connection. See `Response`."""

    __slots__ = ("_connection", "_data", "_deadline", "_decoder", "_error", "_pool", "_reading", "_seconds")

    def __init__(
        self, pool: ConnectionPool, connection: Connection, seconds: float | None, *, decode: bool
    ) -> None:
        """Take over a connection on which a response's head has been read.

        Raises:
            RemoteProtocolError: The body's encoding is unknown.
        """
        parser = connection.parser
        self.status = parser.status
        self.headers = Headers(parser.headers)
        self.http_version = f"HTTP/{parser.http_version}"
        self._pool = pool
        self._seconds = seconds
        self._deadline: float = inf  # of the present read
        self._reading = False
        self._error: str | None = None
        self._decoder: ContentDecoder | None = None
        self._data = b""
        if decode:
            codings = self.headers.find(_ENCODING)
            if codings is not None and parser.has_body:
                self._decoder = open_decoder(codings.decode("latin-1"), self.headers)
        self._data = parser.take()
        if parser.complete:
            self._connection: Connection | None = None
            pool.give_back(connection)
        else:
            self._connection = connection

    # Reading

    async def receive_some(self) -> bytes:
        """See `Response.receive_some`."""
        return await self._receive_until(inf)

    async def receive_before(self, deadline: float) -> bytes:
        """See `Response.receive_before`; it costs no scope."""
        return await self._receive_until(deadline)

    async def _receive_until(self, deadline: float) -> bytes:
        if self._reading:
            msg = "another task is reading this response"
            raise trio.BusyResourceError(msg)
        self._reading = True
        self._deadline = deadline
        try:
            if self._decoder is not None:
                return await receive_decoded(self._decoder, self._receive_raw, self.headers)
            return await self._receive_raw()
        except BaseException as error:
            if isinstance(error, TransportError):
                self._error = str(error)
            await self._abandon("reading was cancelled")  # noqa: ASYNC102  # shields itself, for a second
            raise
        finally:
            self._reading = False

    async def _receive_raw(self) -> bytes:
        if self._data:
            await trio.lowlevel.checkpoint()
            data, self._data = self._data, b""
            return data
        connection = self._connection
        if connection is None:
            await trio.lowlevel.checkpoint()
            self._check()
            return b""
        parser = connection.parser
        while not parser.pieces and not parser.complete:
            await connection.receive(self._seconds if self._deadline == inf else self._seconds_left())
        self._check()
        data = parser.take()
        if parser.complete:
            self._connection = None
            self._pool.give_back(connection)
            await self._pool.reap()
        return data

    def _seconds_left(self) -> float:
        left = max(self._deadline - trio.current_time(), 0.0)
        return left if self._seconds is None else min(left, self._seconds)

    async def read_all(self, limit: int | None = None) -> bytes:
        """See `Response.read_all`."""
        if self._connection is None and self._decoder is None and self._error is None:
            await trio.lowlevel.checkpoint_if_cancelled()
            data, self._data = self._data, b""
            if limit is not None and len(data) > limit:
                raise body_too_large(self.headers, limit)
            return data
        return await super().read_all(limit)

    # Ending

    async def drain(self, max_bytes: int, seconds: float) -> bool:
        """See `Response.drain`."""
        self._data, self._decoder = b"", None
        return await super().drain(max_bytes, seconds)

    async def aclose(self) -> None:
        """See `Response.aclose`."""
        if self._data or self._decoder is not None:
            self._data, self._decoder = b"", None
            self._error = self._error or _CLOSED
        await self._abandon(_CLOSED)
        await trio.lowlevel.checkpoint()

    async def _abandon(self, reason: str) -> None:
        connection = self._connection
        if connection is not None:
            self._connection = None
            self._data = b""
            self._error = self._error or reason
            await self._pool.abandon(connection)

    def _check(self) -> None:
        if self._error is not None:
            raise TransportClosed(self._error, phase="read", sent=True)
