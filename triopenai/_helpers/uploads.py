"""Large files, in parts sent side by side.

Theory of operation
    An upload is created, its parts are sent at most `AT_ONCE` at a time, and it is completed with the parts'
    ids in the order of the file. A part of a file with a path is a window on it: each is read from the disk
    as it is sent, by a handle of its own, so a part's size does not show in memory and a retry reads it
    again. What can only be read forwards is read part by part, when one may be sent, so at most `AT_ONCE`
    parts are in memory.

    Whatever ends the sending before its end also cancels the upload at the server: a failed part, a changed
    file, a cancellation. That request runs shielded from cancellation, within `CANCEL_SECONDS`, and its own
    failure is a note on the error.
"""

from __future__ import annotations

import builtins
import io
import os
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, cast, final

import attrs
import trio

from triopenai._base.absent import omit
from triopenai._flow.checks import check_limit
from triopenai._flow.fanout import map as map_parts
from triopenai._helpers.polling import fetch, given
from triopenai._net.body import PathSource, file_source
from triopenai._operations import uploads as ops

if TYPE_CHECKING:
    from typing import IO, Self

    from triopenai._base.absent import Omit
    from triopenai._base.files import AsyncReadable, FileContent
    from triopenai._engine.engine import Engine
    from triopenai._sansio.request import BodySource, BodyStream
    from triopenai.types import FilePurpose, Upload

__all__ = ["UploadsHelpers"]

PART_SIZE: Final = 64 * 1024 * 1024
AT_ONCE: Final = 4
CANCEL_SECONDS: Final = 5.0

Bytes: TypeAlias = builtins.bytes


class UploadsHelpers:
    """Helpers of ``client.uploads``."""

    _engine: Engine

    async def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str] | Bytes | IO[Bytes] | AsyncReadable,
        mime_type: str,
        purpose: FilePurpose,
        filename: str | None = None,
        bytes: int | None = None,  # noqa: A002  # the official name
        part_size: int | None = None,
        md5: str | Omit = omit,
    ) -> Upload:
        """Upload a file in parts, four at a time, and put them together at the server.

        If a part fails, or the call is cancelled, the upload is cancelled at the server, which may take up to
        5 seconds. An open file is read from where it stands, and is not closed.

        Args:
            file: A path; bytes; or a binary file open for reading, of Python or of Trio.
            mime_type: Its media type.
            purpose: What it is for.
            filename: The name to give it; left out, that of the path.
            bytes: Its size; must be given for an open file that cannot tell it.
            part_size: Bytes of each part but the last; left out, 64 MiB, which is the most there may be.
            md5: Checksum of the whole, for the server to compare.

        Returns:
            The completed upload, with its `file`.

        Raises:
            APIError: A request failed; the subclass says how.
            TypeError: `file` is nothing to be read, or `filename` or `bytes` is missing.
            ValueError: The file is closed, is empty, is not of the size given, or is the path of a pipe; or
                `part_size` is less than 1.
            OSError: The file cannot be read.
        """
        size = PART_SIZE if part_size is None else part_size
        check_limit(size, "uploads.upload_file_chunked", "part_size")
        source = await _open(file)
        total = _total(bytes, source.length)
        create = {
            "bytes": total,
            "filename": _name(filename, file),
            "mime_type": mime_type,
            "purpose": purpose,
        }
        upload = await fetch(self._engine, ops.UPLOADS_CREATE, create)
        try:
            send = partial(_send_part, self._engine, upload.id)
            part_ids = await map_parts(send, _Parts(source, total, size), limit=AT_ONCE)
            complete = given(part_ids=part_ids, md5=md5)
            return await self._engine.call(ops.UPLOADS_COMPLETE, complete, upload.id)
        except BaseException as error:
            await _cancel(self._engine, upload.id, error)  # noqa: ASYNC102  # shielded and bounded there
            raise


async def _cancel(engine: Engine, upload_id: str, error: BaseException) -> None:
    """Let the server forget an upload that will not be completed."""
    with trio.CancelScope(deadline=trio.current_time() + CANCEL_SECONDS, shield=True) as scope:
        try:
            await fetch(engine, ops.UPLOADS_CANCEL, {"max_retries": 0}, upload_id)
        except Exception as second:  # noqa: BLE001  # the first error is the one to be told
            error.add_note(f"upload {upload_id} could not be cancelled at the server: {second}")
            return
    if scope.cancelled_caught:
        msg = f"upload {upload_id} could not be cancelled at the server within {CANCEL_SECONDS:g} seconds"
        error.add_note(msg)
    else:
        error.add_note(f"upload {upload_id} was cancelled at the server")


async def _send_part(engine: Engine, upload_id: str, part: object) -> str:
    sent = await fetch(engine, ops.UPLOADS_PARTS_CREATE, {"data": part}, upload_id)
    return sent.id


class Source(Protocol):
    """A file to be sent in parts."""

    @property
    def length(self) -> int | None: ...

    async def part(self, start: int, size: int) -> object:
        """What sends `size` bytes; asked for in order."""
        ...


@final
@attrs.define(eq=False)
class _Parts:
    """The parts of a file in order, each made when it is asked for."""

    _source: Source
    _total: int
    _size: int
    _start: int = 0

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> object:
        start = self._start
        if start >= self._total:
            raise StopAsyncIteration
        self._start += self._size
        return await self._source.part(start, min(self._size, self._total - start))


async def _open(file: object) -> Source:
    """See what a file is, without reading it."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        return _MemorySource(memoryview(cast("Bytes", file)))
    inner = getattr(file, "wrapped", file)
    if not isinstance(file, os.PathLike) and (isinstance(inner, io.TextIOBase) or not hasattr(inner, "read")):
        kind = type(inner).__qualname__
        msg = f"uploads.upload_file_chunked(): file must be a path, bytes or an open binary file, not {kind}"
        raise TypeError(msg)
    source = cast("BodySource", await file_source(cast("FileContent", file)))
    if not isinstance(source, PathSource):
        return _ForwardSource(source)
    path = os.fspath(cast("os.PathLike[str]", file))
    if source.length is None:
        msg = f"{path} is a pipe or a device: open it, and give its size as bytes="
        raise ValueError(msg)
    return _PathSource(path, source.length)


def _total(said: int | None, found: int | None) -> int:
    if said is None and found is None:
        msg = "uploads.upload_file_chunked() needs bytes=, the size: the file cannot tell it"
        raise TypeError(msg)
    if said is not None and found is not None and said != found:
        msg = f"the file has {found} bytes, not the {said} that bytes= says"
        raise ValueError(msg)
    total = cast("int", found if said is None else said)
    if total < 1:
        msg = f"there is nothing to upload: the file has {total} bytes"
        raise ValueError(msg)
    return total


def _name(given_name: str | None, file: object) -> str:
    path: object = file if hasattr(type(file), "__fspath__") else getattr(file, "name", None)
    name = given_name
    if name is None and isinstance(path, (str, os.PathLike)):
        name = PurePath(cast("str", path)).name
    if not name:
        msg = "uploads.upload_file_chunked() needs filename= for a file without a path"
        raise TypeError(msg)
    return name


@final
@attrs.frozen
class _MemorySource:
    _data: memoryview

    @property
    def length(self) -> int:
        return self._data.nbytes

    async def part(self, start: int, size: int) -> object:
        return bytes(self._data.cast("B")[start : start + size])


@final
@attrs.frozen
class _PathSource:
    _path: str
    length: int

    async def part(self, start: int, size: int) -> object:
        return _Window(self._path, start, size)


@final
@attrs.define(eq=False)
class _Window:
    """A part of a file, read as if it were a file. Nothing stays open between two reads."""

    _path: str
    _start: int
    _size: int
    _at: int = 0

    async def tell(self) -> int:
        return self._at

    async def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = offset if whence == os.SEEK_SET else self._size + offset
        return self._at

    async def read(self, size: int = -1, /) -> Bytes:
        left = self._size - self._at
        wanted = left if size < 0 else min(size, left)
        data = await trio.to_thread.run_sync(self._read, self._start + self._at, wanted)
        self._at += len(data)
        return data

    def _read(self, position: int, size: int) -> Bytes:
        with open(self._path, "rb", buffering=0) as file:  # noqa: PTH123  # unbuffered, in a thread
            file.seek(position)
            return file.read(size)


@final
@attrs.define(eq=False)
class _ForwardSource:
    """A file that is read forwards, a part at a time."""

    _file: BodySource
    _stream: BodyStream | None = None
    _rest: Bytes = b""  # was read, and belongs to the next part

    @property
    def length(self) -> int | None:
        return self._file.length

    async def part(self, start: int, size: int) -> object:
        if self._stream is None:
            self._stream = await self._file.open()
        whole = bytearray(self._rest)
        while len(whole) < size:
            piece = await self._stream.receive_some()
            if not piece:
                msg = f"the file ended after {start + len(whole)} bytes, before the size it was said to have"
                raise ValueError(msg)
            whole += piece
        self._rest = bytes(whole[size:])
        del whole[size:]
        return bytes(whole)
