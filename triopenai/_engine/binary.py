"""Answers that are bytes: file contents, speech, recordings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, final

import trio

from triopenai._engine.failures import connection_error
from triopenai._engine.keptbody import KeptBody
from triopenai._engine.pieces import ByteIterator, LineIterator, TextIterator
from triopenai._engine.reply import charset_of, describe
from triopenai._net.errors import TransportError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from triopenai._engine.call import Call
    from triopenai._engine.pieces import Source
    from triopenai._engine.reply import ResponseInfo
    from triopenai._net.transport import Response

__all__ = ["HttpxBinaryResponseContent"]


@final
class HttpxBinaryResponseContent(trio.abc.AsyncResource):
    """The body of a download, read as it comes and never kept whole unless `read` is asked.

    The name is that of the official package. Use it as a block, or read it to the end; one that is left open
    holds its connection until the client closes it, with a `ResourceWarning`. One whose reading is cancelled
    or fails is closed.

    It is read once, piece by piece, unless `read` (or `text` or `json`) is asked for all of it: that is
    kept, and can be had again in any form. `aread`, `aiter_bytes`, `aiter_text`, `aiter_lines` and
    `astream_to_file` are other names of the methods without the ``a``.

    Attributes:
        response: Status, headers, request id and attempts.
    """

    __slots__ = (
        "_begun",
        "_call",
        "_closed",
        "_ended",
        "_forget",
        "_received",
        "_source",
        "_whole",
        "response",
    )

    def __init__(
        self, call: Call, source: Response, forget: Callable[[HttpxBinaryResponseContent], None]
    ) -> None:
        self.response: ResponseInfo = describe(call, source)
        self._call = call
        self._received = 0
        self._source = source
        self._forget = forget
        self._whole: bytes | None = None
        self._begun = False
        self._ended = False
        self._closed = False

    async def read(self) -> bytes:
        """All of it. A second call gives the same bytes.

        Raises:
            APIConnectionError: The connection broke; `APITimeoutError` if nothing came for too long.
            trio.ClosedResourceError: The download was closed before it was read, or read piece by piece.
        """
        if self._whole is None:
            self._begin()
            pieces: list[bytes] = []
            while piece := await self.receive_some():
                pieces.append(piece)
            self._whole = b"".join(pieces)
        else:
            await trio.lowlevel.checkpoint()
        return self._whole

    async def text(self, encoding: str | None = None) -> str:
        """All of it as text; bytes that do not fit the encoding are replaced.

        Args:
            encoding: Of the text, instead of what the answer says (UTF-8 if it says nothing).
        """
        return (await self.read()).decode(encoding or charset_of(self.response.headers), "replace")

    async def json(self) -> object:
        """All of it as plain JSON values.

        Raises:
            ValueError: It is no JSON.
        """
        value: object = json.loads(await self.read())
        return value

    @property
    def content(self) -> bytes:
        """What `read` gave.

        Raises:
            RuntimeError: `read` was not called: a property cannot wait.
        """
        if self._whole is None:
            msg = f"{self!r} was not read: call `await .read()` instead of .content"
            raise RuntimeError(msg)
        return self._whole

    def iter_bytes(self, chunk_size: int | None = None) -> ByteIterator:
        """The bytes as they come, or in pieces of `chunk_size` (the last one may be shorter).

        Its first piece raises `trio.ClosedResourceError` where `read` would.

        Raises:
            ValueError: `chunk_size` is not positive.
        """
        if chunk_size is not None and chunk_size < 1:
            msg = f"chunk_size must be at least 1, not {chunk_size}"
            raise ValueError(msg)
        return ByteIterator(self._begin, chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> TextIterator:
        """The text as it comes, or what every `chunk_size` bytes of it say; no character is cut in two."""
        return TextIterator(self.iter_bytes(chunk_size), charset_of(self.response.headers))

    def iter_lines(self) -> LineIterator:
        """The lines of the text, without their ends."""
        return LineIterator(self.iter_text())

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write it to a file, piece by piece.

        Cancelled in the middle, what was written stays.

        Args:
            file: The path; a file that is there is written over.

        Raises:
            OSError: The file cannot be written.
            APIConnectionError: As from `read`.
            trio.ClosedResourceError: As from `read`.
        """
        await self.stream_to_file(file)

    async def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """The same as `write_to_file`, which streams too, in pieces of `chunk_size` if that is given."""
        pieces = self.iter_bytes(chunk_size)
        self._check_readable()  # before a file that is there is emptied
        async with await trio.open_file(file, "wb") as opened:
            async for piece in pieces:
                await opened.write(piece)

    aread = read
    aiter_bytes = iter_bytes
    aiter_text = iter_text
    aiter_lines = iter_lines
    astream_to_file = stream_to_file

    def _begin(self) -> Source:
        """Where an iterator reads: what is kept, or this, which is read once."""
        self._check_readable()
        if self._whole is not None:
            return KeptBody(self._source, self._whole)
        self._begun = True
        return self

    def _check_readable(self) -> None:
        if self._whole is not None:
            return
        if self._closed and not self._ended:
            raise _closed_error()
        if self._begun:
            msg = f"{self!r} is being read already, or was read piece by piece, which keeps nothing"
            raise trio.ClosedResourceError(msg)

    async def receive_some(self) -> bytes:
        """The next bytes; ``b""`` at the end.

        Raises:
            APIConnectionError: As from `read`.
            trio.BusyResourceError: Another task is reading this download.
            trio.ClosedResourceError: The download was closed before its end.
        """
        self._begun = True
        if self._ended:
            await trio.lowlevel.checkpoint()
            return b""
        if self._closed:
            raise _closed_error()
        try:
            piece = await self._source.receive_some()
        except trio.BusyResourceError:
            raise  # the download is still the other task's
        except TransportError as error:
            if self._closed:  # by another task meanwhile
                raise _closed_error() from None
            await self.aclose()
            raise connection_error(self._call, error, received=self._received) from error
        except BaseException:
            await self.aclose()
            raise
        self._received += len(piece)
        if not piece:
            self._ended = True
            await self.aclose()
        return piece

    async def aclose(self) -> None:
        """Give the connection back; it can be used again if all was read."""
        if not self._closed:
            self._closed = True
            self._forget(self)
            await self._source.aclose()

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open"
        return f"<download of {self.response.url}: {state}; `await .read()` for the bytes>"


def _closed_error() -> trio.ClosedResourceError:
    return trio.ClosedResourceError("this download was closed before it was read to the end")
