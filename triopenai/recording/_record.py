"""A transport that writes down what goes over another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, final

from triopenai._net.errors import TransportError
from triopenai._net.pool import ConnectionPool
from triopenai._net.transport import Response, Transport
from triopenai.recording._exchange import Exchange, Failure, Sent, describe, write_line

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable

    from triopenai._base.config import Timeout
    from triopenai._net.transport import TransportStatistics
    from triopenai._sansio.request import Request

__all__ = ["record"]


def record(path: str | os.PathLike[str], transport: Transport | None = None) -> Transport:
    """A transport that records its exchanges to a file of JSON lines, without secrets.

    A file that exists is replaced. Each exchange is written when its answer has been read or closed. Request
    headers are not kept at all, of answers only headers that carry no secret, and everything that looks like
    an API key is masked. What you send and are sent otherwise is kept: look at the file before you publish
    it. Give it to `triopenai.open_client`, whose block closes it.

    Args:
        path: The file.
        transport: What carries the requests, closed with this one; None for a pool of connections.

    Raises:
        OSError: The file cannot be written.
    """
    return _RecordingTransport(Path(path), transport if transport is not None else ConnectionPool())


def _failure_of(error: TransportError) -> Failure:
    return Failure(type(error).__name__, str(error), error.phase, error.sent)


@final
class _RecordingTransport(Transport):
    def __init__(self, path: Path, inner: Transport) -> None:
        self._path = path
        self._inner = inner
        path.write_text("", encoding="utf-8")

    async def send(self, request: Request, timeout: Timeout) -> Response:  # noqa: ASYNC109  # as of `Transport.send`
        sent = describe(request)
        try:
            response = await self._inner.send(request, timeout)
        except TransportError as error:
            self.write(Exchange(sent, failure=_failure_of(error)))
            raise
        return _RecordedResponse(self, sent, response)

    def write(self, exchange: Exchange) -> None:
        """Add a line. A short write to a file is not waited for, so that no cancellation can lose it."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(write_line(exchange))

    async def aclose(self) -> None:
        await self._inner.aclose()

    def statistics(self) -> TransportStatistics:
        return self._inner.statistics()


@final
class _RecordedResponse(Response):
    __slots__ = ("_inner", "_pieces", "_sent", "_transport", "_written")

    def __init__(self, transport: _RecordingTransport, sent: Sent, inner: Response) -> None:
        self.status = inner.status
        self.headers = inner.headers
        self.http_version = inner.http_version
        self._transport = transport
        self._sent = sent
        self._inner = inner
        self._pieces: list[bytes] = []
        self._written = False

    async def receive_some(self) -> bytes:
        return await self._note(self._inner.receive_some())

    async def receive_before(self, deadline: float) -> bytes:
        return await self._note(self._inner.receive_before(deadline))

    async def _note(self, receiving: Awaitable[bytes]) -> bytes:
        try:
            piece = await receiving
        except TransportError as error:
            self._write(ended=False, failure=_failure_of(error))
            raise
        if piece:
            self._pieces.append(piece)
        else:
            self._write(ended=True)
        return piece

    async def aclose(self) -> None:
        try:
            self._write(ended=False)
        finally:
            await self._inner.aclose()  # noqa: ASYNC102  # closes even when cancelled

    def _write(self, *, ended: bool, failure: Failure | None = None) -> None:
        if self._written:
            return
        self._written = True
        pieces = tuple(self._pieces)
        self._transport.write(Exchange(self._sent, self.status, self.headers, pieces, ended, failure))
