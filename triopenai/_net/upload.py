"""Sending a body that is too large for one piece, while listening for an answer.

Theory of operation
    A server may answer before it has the whole request: 413, 401, or a proxy's error. Often it then stops reading, or
    closes, and a client that only writes would wait for ever or see a broken pipe instead of the answer. So a
    child task listens while the body is sent:

    * a refusal (status 300 and above) ends the sending between two pieces. If the sender is stuck in the middle
      of one, it is cut off once the refusal has been read whole, within a bound: cutting an encrypted stream
      while it sends is the end of it in both directions;
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

__all__ = ["ONE_PIECE", "upload"]

ONE_PIECE: Final = 64 * 1024
"""Requests with a body up to this size go out whole, with their head."""

PIECE: Final = 256 * 1024
MAX_REFUSAL: Final = 1024 * 1024
LAST_WORDS: Final = 1.0

_FIRST_REFUSAL: Final = 300


async def upload(
    connection: Connection,
    rest: bytes | BodyStream,
    body: bytes | BodySource,
    timeout: Timeout,  # noqa: ASYNC109  # the bounds of each wait, not of the call
) -> None:
    """Send the body of a request whose head has been sent.

    Args:
        connection: Where to; if it has an answer's head afterwards, the body may not have been sent whole.
        rest: The body.
        body: What it was opened from.
        timeout: `write` bounds each wait.

    Raises:
        TransportError: The body cannot be sent, and there is no answer.
        ValueError: The body is not of the announced length.
        Exception: Whatever reading the body raises.
    """
    await _Upload(connection, timeout).run(rest, None if isinstance(body, bytes) else body.length)


@final
class _Upload:
    def __init__(self, connection: Connection, timeout: Timeout) -> None:
        self._connection = connection
        self._timeout = timeout
        self._sending = trio.CancelScope()
        self._refused = False
        self._broken = False
        self._listener_done = trio.Event()
        self._listener_error: TransportError | None = None

    async def run(self, rest: bytes | BodyStream, length: int | None) -> None:
        error: Exception | None = None
        whole = False
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._listen)
            try:
                with self._sending:
                    whole = await (
                        self._send_bytes(rest) if isinstance(rest, bytes) else self._send_stream(rest, length)
                    )
            except WriteError as caught:
                error = caught
                self._broken = True
                with trio.move_on_after(LAST_WORDS):
                    await self._listener_done.wait()
            except Exception as caught:  # noqa: BLE001  # raised again below, outside of the nursery
                error = caught
            nursery.cancel_scope.cancel()
        parser = self._connection.parser
        self._connection.spoiled = not whole
        if parser.head_complete and (error is None or isinstance(error, WriteError)):
            return
        error = error or self._listener_error
        if error is not None:
            raise error

    # The sender

    async def _send_bytes(self, data: bytes) -> bool:
        with memoryview(data) as view:
            for start in range(0, len(view), PIECE):
                await self._send(view[start : start + PIECE])
                await trio.lowlevel.checkpoint()
                if self._refused:
                    return False
        return True

    async def _send_stream(self, stream: BodyStream, length: int | None) -> bool:
        sent = 0
        while piece := await stream.receive_some():
            sent += len(piece)
            if length is None:
                piece = b"%x\r\n%b\r\n" % (len(piece), piece)  # noqa: PLW2901  # the same piece, framed
            elif sent > length:
                break
            await self._send(piece)
            await trio.lowlevel.checkpoint()
            if self._refused:
                return False
        if length is None:
            await self._send(b"0\r\n\r\n")
        elif sent != length:
            msg = f"the request's body has {'more' if sent > length else 'fewer'} bytes than the announced {length}"
            raise ValueError(msg)
        return True

    async def _send(self, data: bytes | memoryview) -> None:
        await self._connection.send(data, self._timeout.write, first=False)

    # The listener

    async def _listen(self) -> None:
        """Read the answer's head, and if it is a refusal its body too; then stop the sender."""
        parser = self._connection.parser
        try:
            while not parser.head_complete:
                await self._connection.receive(None)
            if parser.status < _FIRST_REFUSAL:
                return
            self._refused = True
            size = 0
            while not parser.complete and size < MAX_REFUSAL:
                await self._connection.receive(self._timeout.read)
                size = sum(map(len, parser.pieces))
        except TransportError as error:
            self._listener_error = error
        finally:
            self._listener_done.set()
        self._sending.cancel()
