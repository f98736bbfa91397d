"""A transport that answers from a recording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast, final

import trio

from triopenai._base.headers import Headers
from triopenai._net import errors
from triopenai._net.transport import Response, Transport, TransportStatistics
from triopenai.recording._difference import nearest_difference
from triopenai.recording._exchange import describe, read_line

if TYPE_CHECKING:
    import os

    from triopenai._base.config import Timeout
    from triopenai._net.errors import Phase
    from triopenai._sansio.request import Request
    from triopenai.recording._exchange import Exchange, Failure

__all__ = ["NotRecordedError", "replay"]

_FAILURES: Final = {
    kind.__name__: kind
    for kind in (
        errors.ConnectError,
        errors.WriteError,
        errors.ReadError,
        errors.RemoteProtocolError,
        errors.TransportTimeout,
        errors.TransportClosed,
    )
}


class NotRecordedError(Exception):
    """The recording has no answer to a request, or not all of it; the message says what is nearest."""


def replay(path: str | os.PathLike[str]) -> Transport:
    """A transport that answers from a recording, and reaches for no network.

    A request is answered by the first recorded one that is the same (verb, path, query and body) and was not
    used yet. The server's address and headers do not matter. Bodies come in the pieces that they were
    recorded in, and recorded failures happen again.

    Args:
        path: What `record` wrote.

    Raises:
        OSError: The file cannot be read.
        RecordingError: It is no recording.
        NotRecordedError: From calls: a request was not recorded, or not as often, or its answer was not read
            as far.
    """
    lines = Path(path).read_text(encoding="utf-8").split("\n")  # `splitlines` knows further ends of lines
    return _ReplayTransport(str(path), [read_line(line) for line in lines if line.strip()])


def _error_of(failure: Failure) -> errors.TransportError:
    kind = _FAILURES.get(failure.kind, errors.ReadError)
    return kind(failure.message, phase=cast("Phase", failure.phase), sent=failure.sent)


@final
class _ReplayTransport(Transport):
    def __init__(self, name: str, exchanges: list[Exchange]) -> None:
        self._name = name
        self._all = exchanges
        self._left = list(exchanges)
        self._requests = 0

    async def send(self, request: Request, timeout: Timeout) -> Response:  # noqa: ASYNC109  # as of `Transport.send`
        del timeout
        await trio.lowlevel.checkpoint()
        exchange = self._take(request)
        self._requests += 1
        if exchange.status is None and exchange.failure is not None:
            raise _error_of(exchange.failure)
        return _ReplayedResponse(self._name, exchange)

    def _take(self, request: Request) -> Exchange:
        sent = describe(request)
        for index, exchange in enumerate(self._left):
            if exchange.sent == sent:
                return self._left.pop(index)
        times = sum(exchange.sent == sent for exchange in self._all)
        if times:
            why = f"it was recorded {times} times and has been answered as often"
        else:
            difference = nearest_difference(sent, (exchange.sent for exchange in self._all))
            why = "nothing was recorded" if difference is None else f"the nearest differs: {difference}"
        msg = f"{sent.method} {sent.target} is not in the recording {self._name}: {why}"
        raise NotRecordedError(msg)

    async def aclose(self) -> None:
        await trio.lowlevel.checkpoint()

    def statistics(self) -> TransportStatistics:
        return TransportStatistics(requests=self._requests)


@final
class _ReplayedResponse(Response):
    __slots__ = ("_exchange", "_name", "_open", "_pieces")

    def __init__(self, name: str, exchange: Exchange) -> None:
        self.status = exchange.status or 0
        self.headers = Headers.of(exchange.headers)
        self.http_version = "HTTP/1.1"
        self._name = name
        self._exchange = exchange
        self._pieces = iter(exchange.pieces)
        self._open = True

    async def receive_some(self) -> bytes:
        await trio.lowlevel.checkpoint()
        if not self._open:
            msg = "the response is closed"
            raise errors.TransportClosed(msg, phase="read", sent=True)
        piece = next(self._pieces, b"")
        if piece or self._exchange.ended:
            return piece
        if self._exchange.failure is not None:
            raise _error_of(self._exchange.failure)
        msg = f"the recording {self._name} ends here: whoever recorded this answer read no further"
        raise NotRecordedError(msg)

    async def aclose(self) -> None:
        self._open = False
        await trio.lowlevel.checkpoint()
