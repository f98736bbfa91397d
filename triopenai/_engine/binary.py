"""Answers that are bytes: file contents, speech, recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._engine.failures import connection_error
from triopenai._engine.reply import describe
from triopenai._net.errors import TransportError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from triopenai._engine.call import Call
    from triopenai._engine.reply import ResponseInfo
    from triopenai._net.transport import Response

__all__ = ["ByteIterator", "HttpxBinaryResponseContent", "LineIterator"]

LF: Final = b"\n"


@final
class HttpxBinaryResponseContent:
    """The body of a download, read as it comes and never kept whole unless `read` is asked.

    The name is that of the official package. Use it as a block, or read it to the end; one that is left open
    holds its connection until the client closes it, with a `ResourceWarning`. One whose reading is cancelled
    or fails is closed.

    Attributes:
        response: Status, headers, request id and attempts.
    """

    __slots__ = ("_call", "_closed", "_forget", "_received", "_source", "_whole", "response")

    def __init__(
        self, call: Call, source: Response, forget: Callable[[HttpxBinaryResponseContent], None]
    ) -> None:
        self.response: ResponseInfo = describe(call, source)
        self._call = call
        self._received = 0
        self._source = source
        self._forget = forget
        self._whole: bytes | None = None
        self._closed = False

    async def read(self) -> bytes:
        """All of it. A second call gives the same bytes.

        Raises:
            APIConnectionError: The connection broke; `APITimeoutError` if nothing came for too long.
            trio.ClosedResourceError: The download was closed before it was read.
        """
        if self._whole is None:
            pieces = [piece async for piece in self.iter_bytes()]
            self._whole = b"".join(pieces)
        else:
            await trio.lowlevel.checkpoint()
        return self._whole

    async def text(self, encoding: str = "utf-8") -> str:
        """All of it as text; bytes that do not fit the encoding are replaced."""
        return (await self.read()).decode(encoding, "replace")

    def iter_bytes(self, chunk_size: int | None = None) -> ByteIterator:
        """The bytes as they come, or in pieces of `chunk_size` (the last one may be shorter).

        Raises:
            ValueError: `chunk_size` is not positive.
        """
        if chunk_size is not None and chunk_size < 1:
            msg = f"chunk_size must be at least 1, not {chunk_size}"
            raise ValueError(msg)
        return ByteIterator(self, chunk_size)

    def iter_lines(self) -> LineIterator:
        """The lines of the text, without their ends."""
        return LineIterator(self)

    async def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write it to a file, piece by piece.

        Cancelled in the middle, what was written stays.

        Raises:
            OSError: The file cannot be written.
            APIConnectionError: As from `read`.
            trio.ClosedResourceError: As from `read`.
        """
        async with await trio.open_file(path, "wb") as file:
            async for piece in self.iter_bytes():
                await file.write(piece)

    async def stream_to_file(self, path: str | os.PathLike[str]) -> None:
        """The same as `write_to_file`, which streams too."""
        await self.write_to_file(path)

    async def receive_some(self) -> bytes:
        """The next bytes; ``b""`` at the end.

        Raises:
            APIConnectionError: As from `read`.
            trio.BusyResourceError: Another task is reading this download.
            trio.ClosedResourceError: The download was closed before its end.
        """
        if self._whole is not None:
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
            self._whole = b""
            await self.aclose()
        return piece

    async def aclose(self) -> None:
        """Give the connection back; it can be used again if all was read."""
        if not self._closed:
            self._closed = True
            self._forget(self)
            await self._source.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open"
        return f"<download of {self.response.url}: {state}; `await .read()` for the bytes>"


def _closed_error() -> trio.ClosedResourceError:
    return trio.ClosedResourceError("this download was closed before it was read to the end")


@final
class ByteIterator:
    """The pieces of a download."""

    __slots__ = ("_content", "_held", "_size")

    def __init__(self, content: HttpxBinaryResponseContent, size: int | None) -> None:
        self._content = content
        self._size = size
        self._held = bytearray()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        size = self._size
        if size is None:
            piece = await self._content.receive_some()
            if not piece:
                raise StopAsyncIteration
            return piece
        while len(self._held) < size:
            piece = await self._content.receive_some()
            if not piece:
                break
            self._held += piece
        if not self._held:
            raise StopAsyncIteration
        head = bytes(self._held[:size])
        del self._held[:size]
        return head


@final
class LineIterator:
    """The lines of a download."""

    __slots__ = ("_content", "_ended", "_held", "_lines")

    def __init__(self, content: HttpxBinaryResponseContent) -> None:
        self._content = content
        self._held = b""
        self._lines: list[bytes] = []
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while not self._lines and not self._ended:
            piece = await self._content.receive_some()
            if piece:
                *lines, self._held = (self._held + piece).split(LF)
                self._lines = lines[::-1]
            else:
                self._ended = True
                self._lines = [self._held] if self._held else []
        if not self._lines:
            raise StopAsyncIteration
        return self._lines.pop().removesuffix(b"\r").decode("utf-8", "replace")
