"""Bodies that are not in memory: files, read while they are sent, and forms made of them.

Each is a `BodySource`: `open` gives a stream that is read piece by piece, so that an upload's size does not
show in the process's. What can be opened again can be sent again, which a retry and a redirect need. Reading
files happens in threads, so that a slow disk holds up nobody else.
"""

from __future__ import annotations

import inspect
import io
import os
import stat
from typing import IO, TYPE_CHECKING, Any, Final, cast, final

import trio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from triopenai._base.files import AsyncReadable, FileContent
    from triopenai._sansio.multipart import MultipartBody
    from triopenai._sansio.request import BodySource, BodyStream

__all__ = ["FormSource", "OpenFileSource", "PathSource", "file_source", "form_body"]

PIECE: Final = 128 * 1024
JOIN: Final = 256 * 1024


async def form_body(form: MultipartBody) -> bytes | BodySource:
    """The body that a form is sent as: bytes if it is small and has no files to read.

    Raises:
        OSError: A file of the form cannot be read.
    """
    pieces = [
        piece if isinstance(piece, bytes) else await file_source(piece.content) for piece in form.pieces
    ]
    joined = [piece for piece in pieces if isinstance(piece, bytes)]
    if len(joined) == len(pieces) and sum(map(len, joined)) <= JOIN:
        return b"".join(joined)
    return FormSource(pieces)


async def file_source(content: FileContent) -> bytes | BodySource:
    """What sends a file.

    Args:
        content: Bytes; a path; or a file open for reading in binary mode, of Python or of Trio, which is sent
            from where it stands and stays the caller's to close.

    Raises:
        OSError: The file cannot be read, or is a directory.
        ValueError: It is closed, or open for writing only.
    """
    if isinstance(content, (bytes, bytearray, memoryview)):
        return bytes(content)
    if isinstance(content, os.PathLike):
        path = os.fspath(content)
        about = await trio.Path(path).stat()
        if stat.S_ISDIR(about.st_mode):
            msg = f"{path} is a directory, not a file"
            raise IsADirectoryError(msg)
        return PathSource(path, about.st_size if stat.S_ISREG(about.st_mode) else None)
    file = getattr(content, "wrapped", content)
    _check_open(file)
    source = OpenFileSource(file)
    await source.measure()
    return source


def _check_open(file: object) -> None:
    if getattr(file, "closed", False) is True:
        msg = f"the file to upload is closed: {file!r}"
        raise ValueError(msg)
    if isinstance(file, io.IOBase) and not file.readable():
        msg = f"the file to upload is not open for reading: {file!r}"
        raise ValueError(msg)


@final
class PathSource:
    """A file by its path, opened anew for each sending.

    Attributes:
        length: Its size in bytes when it was looked at; sending fails if it has changed since. None for a
            pipe or a device, which has none.
        replayable: Whether it can be read again: not what has no size.
    """

    def __init__(self, path: str, length: int | None) -> None:
        self._path = path
        self.length = length
        self.replayable = length is not None

    async def open(self) -> BodyStream:
        """Open the file."""
        file = await trio.open_file(self._path, "rb", buffering=0)
        return _FileStream(file, file.aclose)


@final
class OpenFileSource:
    """A file that is open already; it is read from where it stood, and not closed.

    Attributes:
        length: Bytes from there to the end, or None if it cannot be told.
        replayable: Whether the file can go back to where it stood.
    """

    def __init__(self, file: IO[bytes] | AsyncReadable) -> None:
        self._file: Any = file  # which of its methods exist, and whether they are async, shows by trying
        self._start = 0
        self._opened = False
        self.length: int | None = None
        self.replayable = False

    async def measure(self) -> None:
        """Find out `length` and `replayable`."""
        try:
            self._start = await self._call("tell")
            end = await self._call("seek", 0, os.SEEK_END)
            await self._call("seek", self._start)
        except (OSError, AttributeError, ValueError):
            return  # a pipe, or no file at all: readable once
        if isinstance(end, int):
            self.length = max(end - self._start, 0)
            self.replayable = True

    async def open(self) -> BodyStream:
        """Go back to where the file stood.

        Raises:
            ValueError: It cannot go back, and was read before.
        """
        if self.replayable:
            await self._call("seek", self._start)
        elif self._opened:
            msg = "the file can be read only once"
            raise ValueError(msg)
        self._opened = True
        if isinstance(self._file, io.BytesIO) or inspect.iscoroutinefunction(self._file.read):
            return _FileStream(self, None)
        return _FileStream(trio.wrap_file(self._file), None)

    async def read(self, size: int = -1, /) -> bytes:
        """Read without a thread."""
        return cast("bytes", await self._call("read", size))

    async def _call(self, name: str, *args: int) -> Any:  # noqa: ANN401  # whatever the file gives
        result = getattr(self._file, name)(*args)
        return await result if inspect.isawaitable(result) else result


@final
class _FileStream:
    """Reads a file to its end."""

    def __init__(self, file: AsyncReadable, close: Callable[[], Awaitable[None]] | None) -> None:
        self._file = file
        self._close = close

    async def receive_some(self) -> bytes:
        piece = cast("object", await self._file.read(PIECE))
        if not isinstance(piece, (bytes, bytearray)):
            msg = f"a file to upload must give bytes, not {type(piece).__name__}: open it in binary mode"
            raise TypeError(msg)
        return bytes(piece)

    async def aclose(self) -> None:
        if self._close is not None:
            await self._close()


@final
class FormSource:
    """Several pieces, one after the other.

    Attributes:
        length: The sum of their sizes, or None if one is not known.
        replayable: Whether all of them are.
    """

    def __init__(self, pieces: Sequence[bytes | BodySource]) -> None:
        self._pieces = tuple(pieces)
        lengths = [len(piece) if isinstance(piece, bytes) else piece.length for piece in self._pieces]
        known = [length for length in lengths if length is not None]
        self.length = sum(known) if len(known) == len(lengths) else None
        self.replayable = all(isinstance(piece, bytes) or piece.replayable for piece in self._pieces)

    async def open(self) -> BodyStream:
        """Start from the first piece. Each is opened when its turn comes."""
        return _FormStream(self._pieces)


@final
class _FormStream:
    def __init__(self, pieces: Sequence[bytes | BodySource]) -> None:
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")
        self._current: BodyStream | None = None

    async def receive_some(self) -> bytes:
        while True:
            if self._rest:
                data, self._rest = bytes(self._rest[:PIECE]), self._rest[PIECE:]
                return data
            if self._current is not None:
                if data := await self._current.receive_some():
                    return data
                await self.aclose()
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            if isinstance(piece, bytes):
                self._rest = memoryview(piece)
            else:
                self._current = await piece.open()

    async def aclose(self) -> None:
        current, self._current = self._current, None
        if current is not None:
            await current.aclose()
