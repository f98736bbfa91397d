"""What the engine asks of whoever carries its requests."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai._net.errors import RemoteProtocolError, TransportError
from triopenai._net.timing import timed_out

if TYPE_CHECKING:
    from triopenai._base.config import Origin, Timeout
    from triopenai._base.headers import Headers
    from triopenai._sansio.request import Request

__all__ = ["Response", "Transport", "TransportStatistics"]


@final
@attrs.frozen
class TransportStatistics:
    """A transport at one moment. A transport that cannot tell a number says 0.

    Attributes:
        open: Connections that hold a slot: connecting, active and idle ones.
        connecting: Of these, the ones being opened.
        active: Of these, the ones that carry a request.
        idle: Of these, the ones kept for a later request.
        waiting: Requests that wait for a connection.
        requests: Requests sent since the transport was made.
        opened: Connections opened.
        reused: Requests that went over a connection which had served another.
        replaced: Idle connections found dead, or too old, when they were wanted or looked at.
        closed: Connections closed, for whatever reason.
    """

    open: int = 0
    connecting: int = 0
    active: int = 0
    idle: int = 0
    waiting: int = 0
    requests: int = 0
    opened: int = 0
    reused: int = 0
    replaced: int = 0
    closed: int = 0


class Response(trio.abc.AsyncResource):
    """A response whose head has been read and whose body is still to come.

    Whoever gets one closes it: with `aclose`, by leaving ``async with response``, or by reading to the end,
    which hands the connection back by itself.

    Attributes:
        status: The HTTP status.
        headers: The header fields.
        http_version: As ``"HTTP/1.1"``.
    """

    __slots__ = ("headers", "http_version", "status")

    status: int
    headers: Headers
    http_version: str

    @abstractmethod
    async def receive_some(self) -> bytes:
        """Receive the next piece of the body, its content encoding undone.

        Returns:
            At least one byte; ``b""`` at the end and ever after.

        Raises:
            TransportError: The body cannot be read to its end. The connection is closed by then, as it is
                after a cancellation.
            trio.BusyResourceError: Another task is reading this response.
        """

    async def receive_before(self, deadline: float) -> bytes:
        """As `receive_some`, and not after a moment of Trio's clock, however many bytes may come later.

        Raises:
            TransportTimeout: Nothing came by then, or for as long as the request's `Timeout` allows.
            TransportError: As from `receive_some`, like the rest.
        """
        seconds = max(deadline - trio.current_time(), 0.0)
        with trio.CancelScope(deadline=deadline):
            return await self.receive_some()
        raise timed_out(seconds, "read", sent=True)

    async def read_all(self, limit: int | None = None) -> bytes:
        """Receive all of the body that is left.

        A body that has already come costs a check for cancellation and no schedule point, unlike other calls.

        Args:
            limit: Bytes that may come at most.

        Raises:
            RemoteProtocolError: There is more than `limit`; the response is closed.
            TransportError: As from `receive_some`.
        """
        pieces: list[bytes] = []
        size = 0
        while piece := await self.receive_some():
            size += len(piece)
            if limit is not None and size > limit:
                await self.aclose()
                raise body_too_large(self.headers, limit)
            pieces.append(piece)
        return b"".join(pieces)

    async def drain(self, max_bytes: int, seconds: float) -> bool:
        """Read and drop what is left of the body, within bounds, so that the connection can be reused.

        Does not raise for a connection that fails meanwhile. Where the end is not reached, the response is
        closed, and its connection with it.

        Args:
            max_bytes: Bytes to drop at most; it is noticed when more have come.
            seconds: Time to take at most.

        Returns:
            Whether the body ended.
        """
        ended = False
        with trio.move_on_after(seconds):
            try:
                while not ended and max_bytes >= 0:
                    piece = await self.receive_some()
                    ended = not piece
                    max_bytes -= len(piece)
            except TransportError:
                ended = False
        if not ended:
            await self.aclose()
        return ended

    @abstractmethod
    async def aclose(self) -> None:
        """Close the response, and its connection too unless the body was read to the end.

        Idempotent, and closes even when cancelled. A task that is reading gets `TransportClosed`.
        """


class Transport(trio.abc.AsyncResource):
    """Carries requests to servers, over connections that it owns.

    `triopenai.testing.check_transport` tries an implementation against this contract.
    """

    __slots__ = ()

    @abstractmethod
    async def send(self, request: Request, timeout: Timeout) -> Response:  # noqa: ASYNC109  # bounds of each wait, not of the call
        """Send a request and receive the head of its response.

        Redirects are not followed, error statuses are not errors. A server may answer before the body has
        been sent whole; its answer is then given, and the rest of the body is not sent if it is a refusal.

        Cancellation leaves nothing behind: no connection, no slot. It is never turned into an error.

        Args:
            request: What to send.
            timeout: Bounds of each wait, in this call and while the body is received.

        Raises:
            ValueError: The request cannot be written as HTTP; nothing was sent.
            TransportError: No response came.
        """

    async def open_stream(self, origin: Origin, seconds: float | None) -> trio.abc.Stream:
        """Open a byte stream to a server, TLS included, for another protocol than requests: a WebSocket.

        The stream is the caller's; the transport neither counts nor closes it. A transport that has no
        streams to give raises `ValueError`.

        Args:
            origin: The server.
            seconds: How long that may take; None for no limit.

        Raises:
            ValueError: This transport cannot.
            TransportError: The server cannot be reached.
        """
        del origin, seconds
        msg = (
            f"{type(self).__name__} carries requests only: WebSocket connections need the client's own"
            " network, so leave out http_client= and transport=, and the proxy from the environment"
        )
        raise ValueError(msg)

    @abstractmethod
    async def aclose(self) -> None:
        """Close every connection, those in use too. Idempotent."""

    @abstractmethod
    def statistics(self) -> TransportStatistics:
        """How many connections and requests there are, now and so far."""


def body_too_large(headers: Headers, limit: int) -> RemoteProtocolError:
    """The error for a body of more than `limit` bytes."""
    return RemoteProtocolError(f"response body is larger than {limit} bytes", headers=headers)
