"""A body piece by piece: bytes, text, lines."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, Protocol, final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Self

__all__ = ["ByteIterator", "LineIterator", "Source", "TextIterator"]

LF: Final = b"\n"


class Source(Protocol):
    """Where bytes come from."""

    def receive_some(self) -> Awaitable[bytes]:
        """The next bytes; ``b""`` at the end."""
        ...


@final
class ByteIterator:
    """The pieces of a body. Reading begins with the first piece."""

    __slots__ = ("_begin", "_held", "_size", "_source")

    def __init__(self, begin: Callable[[], Source], size: int | None) -> None:
        self._begin = begin
        self._source: Source | None = None
        self._size = size
        self._held = bytearray()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if self._source is None:
            self._source = self._begin()
        size = self._size
        if size is None:
            piece = await self._source.receive_some()
            if not piece:
                raise StopAsyncIteration
            return piece
        while len(self._held) < size:
            piece = await self._source.receive_some()
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
    """The lines of a body."""

    __slots__ = ("_ended", "_held", "_lines", "_pieces")

    def __init__(self, pieces: ByteIterator) -> None:
        self._pieces = pieces
        self._held = b""
        self._lines: list[bytes] = []
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while not self._lines and not self._ended:
            try:
                piece = await self._pieces.__anext__()
            except StopAsyncIteration:
                self._ended = True
                self._lines = [self._held] if self._held else []
            else:
                *lines, self._held = (self._held + piece).split(LF)
                self._lines = lines[::-1]
        if not self._lines:
            raise StopAsyncIteration
        return self._lines.pop().removesuffix(b"\r").decode("utf-8", "replace")


@final
class TextIterator:
    """The pieces of a text; no character is cut in two."""

    __slots__ = ("_decoder", "_ended", "_pieces")

    def __init__(self, pieces: ByteIterator, encoding: str) -> None:
        self._pieces = pieces
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        text = ""
        while not text:
            if self._ended:
                raise StopAsyncIteration
            try:
                text = self._decoder.decode(await self._pieces.__anext__())
            except StopAsyncIteration:
                self._ended = True
                text = self._decoder.decode(b"", final=True)
        return text
