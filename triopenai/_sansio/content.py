"""Content codings: undoing gzip and deflate, piece by piece.

Decoders are ``feed`` then `ContentDecoder.take` until it gives nothing, and ``finish`` at the end. Output
comes in pieces of bounded size, whatever the input expands to, so that a small body cannot fill the memory at
once.

Source: RFC 9110 section 8.4.1; RFC 1950, 1951 and 1952. Servers send "deflate" with and without the zlib
wrapper.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final, final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ACCEPT_ENCODING", "ContentDecoder", "ContentError"]

ACCEPT_ENCODING: Final = b"gzip, deflate"
"""What a request may say that it accepts."""

PIECE: Final = 256 * 1024

_GZIP_WINDOW: Final = zlib.MAX_WBITS | 16
_GZIP_MAGIC: Final = b"\x1f\x8b"
_ZLIB_METHOD: Final = 8
_MAX_CODINGS: Final = 4


class ContentError(Exception):
    """A body that is not encoded as its header fields say."""


@final
class _Gzip:
    """One layer of gzip, of any number of members."""

    name = "gzip"

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(_GZIP_WINDOW)
        self._pending = b""
        self._fed = self._between = False

    def feed(self, data: bytes) -> None:
        self._fed = True
        self._pending += data

    def take(self) -> bytes:
        while self._pending:
            if self._between and not self._next_member():
                return b""
            output = self._zlib.decompress(self._pending, PIECE)
            self._pending = self._zlib.unconsumed_tail
            if self._zlib.eof:
                self._pending = self._zlib.unused_data
                self._between = True
            if output:
                return output
        # Output may be held back although all input is used up.
        return b"" if self._between else self._zlib.decompress(b"", PIECE)

    def _next_member(self) -> bool:
        """Begin another member if there is one; what else follows is padding, and dropped."""
        if not _GZIP_MAGIC.startswith(self._pending[:2]):
            self._pending = b""
            return False
        if len(self._pending) < len(_GZIP_MAGIC):
            return False
        self._zlib = zlib.decompressobj(_GZIP_WINDOW)
        self._between = False
        return True

    def complete(self) -> bool:
        return self._between or not self._fed


@final
class _Deflate:
    """One layer of deflate, in its zlib wrapper or bare."""

    name = "deflate"

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj()
        self._pending = b""
        self._fed = self._begun = False

    def feed(self, data: bytes) -> None:
        self._fed = True
        self._pending += data

    def take(self) -> bytes:
        if not self._begun:
            if len(self._pending) < 2:  # noqa: PLR2004  # the header's size
                return b""
            first, second = self._pending[:2]
            wrapped = first & 0x0F == _ZLIB_METHOD and (first * 256 + second) % 31 == 0
            self._zlib = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
            self._begun = True
        if self._zlib.eof:
            self._pending = b""
            return b""
        output = self._zlib.decompress(self._pending, PIECE)
        self._pending = self._zlib.unconsumed_tail
        return output

    def complete(self) -> bool:
        return not self._fed or self._zlib.eof


_LAYERS: Final[Mapping[str, type[_Gzip | _Deflate]]] = {"gzip": _Gzip, "x-gzip": _Gzip, "deflate": _Deflate}


@final
class ContentDecoder:
    """Undoes the content codings of one body."""

    __slots__ = ("_layers",)

    def __init__(self, codings: str) -> None:
        """Prepare for what `Content-Encoding` says.

        Raises:
            ContentError: It names a coding that nobody asked for.
        """
        names = [
            name for part in codings.lower().split(",") if (name := part.strip()) not in {"", "identity"}
        ]
        unknown = [name for name in names if name not in _LAYERS]
        if unknown or len(names) > _MAX_CODINGS:
            msg = f"body has a content encoding that was not asked for: {codings[:100]!r}"
            raise ContentError(msg)
        # Codings are listed in the order in which they were applied.
        self._layers: list[_Gzip | _Deflate] = [_LAYERS[name]() for name in reversed(names)]

    @property
    def layered(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._layers)

    def feed(self, data: bytes) -> None:
        """Take in bytes as they were received."""
        if data:
            self._layers[0].feed(data)

    def take(self) -> bytes:
        """The next decoded bytes, of bounded number; ``b""`` when more input is needed.

        Raises:
            ContentError: The input is not what the coding allows.
        """
        return self._take(len(self._layers) - 1)

    def _take(self, level: int) -> bytes:
        layer = self._layers[level]
        try:
            while not (output := layer.take()):
                if level == 0 or not (data := self._take(level - 1)):
                    return b""
                layer.feed(data)
        except zlib.error as error:
            msg = f"body is not valid {layer.name}: {error}"
            raise ContentError(msg) from None
        return output

    def finish(self) -> None:
        """Take in the end of the body. An empty body is accepted, whatever its coding.

        Raises:
            ContentError: The encoded data is cut short.
        """
        for layer in self._layers:
            if not layer.complete():
                msg = f"body ended inside its {layer.name} data"
                raise ContentError(msg)
