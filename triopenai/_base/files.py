"""What can be sent as a file."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Mapping
from typing import IO, Protocol, TypeAlias

__all__ = ["AsyncReadable", "FileContent", "FileTypes"]


class AsyncReadable(Protocol):
    """A file that is read with ``await``, such as `trio.open_file` gives."""

    def read(self, size: int = -1, /) -> Awaitable[bytes]:
        """Read up to `size` bytes, all there is if it is negative; ``b""`` at the end."""
        ...


FileContent: TypeAlias = bytes | os.PathLike[str] | IO[bytes] | AsyncReadable
"""The content of a file: bytes, a path, or an open binary file (of Python or of Trio)."""

FileTypes: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file to send: its content, or ``(name, content[, media type[, headers]])``."""
