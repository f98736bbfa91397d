"""Sending a body that is too large for one piece, while listening for an answer.

Theory of operation
    A server may answer before it has the whole request: 413, 401, or a proxy's error. Often it then stops
    reading, or closes, and a client that only writes would wait for ever or see a broken pipe instead of the
    answer. So a child task listens while the body is sent:

    * a refusal (status 300 and above) ends the sending between two pieces. If the sender is stuck in the
      middle of one, it is cut off once the refusal has been read whole, within a bound: cutting an encrypted
      stream while it sends is the end of it in both directions;
    * any other answer is kept, and the sending goes on;
    * if the connection breaks for the sender, the answer may still have come: the listener gets a moment.

    A request that was not sent whole leaves its connection spoiled.

    No exception crosses the nursery but the caller's cancellation, so none arrives wrapped in a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._net.errors import TransportError, WriteError

if TYPE_CHECKING:
    from triopenai._base.config import Timeout
    from triopenai._net.connection import Connection
    from triopenai._sansio.request import BodySource, BodyStream

__all__ = ["ONE_PIECE", "Upload", "open_upload"]

ONE_PIECE: Final = 64 * 1024
"""Requests with a body up to this size go out whole, with their head."""

PIECE: Final = 256 * 1024
MAX_REFUSAL: Final = 1024 * 1024
LAST_WORDS: Final = 1.0

_FIRST_REFUSAL: Final = 300


async def open_upload(body: bytes | BodySource) -> Upload:
    """Begin to read a body.

    Raises:
        Exception: Whatever opening it raises.
    """
    if isinstance(body, bytes):
        return Upload(body, len(body))
    return Upload(await body.open(), body.length)


@final
class Upload:
    """A body on its way; `aclose` ends the reading of it."""

    def __init__(self, body: bytes | BodyStream, length: int | None) -> None:
        self._body = body
        self._length = length
        self._sending = trio.CancelScope()
        self._heard = trio.Event()
        self._refused = False
        self._failure: TransportError | None = None

    async def aclose(self) -> None:
        """Let go of what the body holds open."""
        if not isinstance(self._body, bytes):
            await self._body.aclose()

    async def send(self, connection: Connection, timeout: Timeout) -> None:  # noqa: ASYNC109  # of each wait
        """Send the body of a request whose head has been sent. Can be called once.

        Args:
            connection: Where to; if it has a response's head afterwards, not all may have been sent.
            timeout: `write` bounds each wait.

        Raises:
            TransportError: The body cannot be sent, and there is no answer.
            ValueError: The body is not of the announced length.
            Exception: Whatever reading the body raises.
        """
        error: Exception | None = None
        connection.spoiled = True
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._listen, connection, timeout.read)
            try:
                with self._sending:
                    await self._send(connection, timeout.write)
                    connection.spoiled = self._refused
            except Exception as caught:  # noqa: BLE001  # raised below, outside of the nursery
                error = caught
            if isinstance(error, WriteError):
                with trio.move_on_after(LAST_WORDS):
                    await self._heard.wait()
            nursery.cancel_scope.cancel()
        if connection.parser.head_complete and (error is None or isinstance(error, WriteError)):
            return
        failure = error or self._failure
        if failure is not None:
            try:
                raise failure
            finally:
                del error, failure  # the traceback holds this frame; the frame must not hold the error

    # The sender

    async def _send(self, connection: Connection, seconds: float | None) -> None:
        sent = 0
        while not self._refused and (piece := await self._next(sent)):
            sent += len(piece)
            if self._length is None:
                await connection.send(b"%x\r\n%b\r\n" % (len(piece), bytes(piece)), seconds)
            elif sent <= self._length:
                await connection.send(piece, seconds)
            else:
                break
            await trio.lowlevel.checkpoint()
        if self._refused:
            return
        if self._length is None:
            await connection.send(b"0\r\n\r\n", seconds)
        elif sent != self._length:
            than = "more" if sent > self._length else "fewer"
            msg = f"the request's body has {than} bytes than the {self._length} that were announced"
            raise ValueError(msg)

    async def _next(self, sent: int) -> bytes | memoryview:
        if isinstance(self._body, bytes):
            return memoryview(self._body)[sent : sent + PIECE]
        return await self._body.receive_some()

    # The listener

    async def _listen(self, connection: Connection, seconds: float | None) -> None:
        """Read the answer's head, and if it is a refusal its body too; then stop the sender."""
        parser = connection.parser
        try:
            while not parser.head_complete:
                await connection.receive(None)
            if parser.status < _FIRST_REFUSAL:
                return
            self._refused = True
            size = counted = 0
            while not parser.complete and size < MAX_REFUSAL:
                await connection.receive(seconds)
                size += sum(map(len, parser.pieces[counted:]))
                counted = len(parser.pieces)
        except TransportError as error:
            self._failure = error
        finally:
            self._heard.set()
        self._sending.cancel()
