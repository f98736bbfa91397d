"""A body piece by piece: bytes, text, lines."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Protocol, final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Self

__all__ = ["ByteIterator", "LineIterator", "Source", "TextIterator"]


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


@final
class LineIterator:
    """The lines of a text."""

    __slots__ = ("_ended", "_held", "_lines", "_texts")

    def __init__(self, texts: TextIterator) -> None:
        self._texts = texts
        self._held: list[str] = []  # of a line whose end has not come
        self._lines: list[str] = []
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while not self._lines:
            if self._ended:
                raise StopAsyncIteration
            try:
                first, *others = (await self._texts.__anext__()).split("\n")
            except StopAsyncIteration:
                self._ended = True
                last = "".join(self._held)
                self._lines = [last] if last else []
            else:
                self._held.append(first)
                if others:
                    self._lines = ["".join(self._held), *others[:-1]][::-1]
                    self._held = [others[-1]]
        return self._lines.pop().removesuffix("\r")
