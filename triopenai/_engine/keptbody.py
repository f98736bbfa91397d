"""A body that was read already, as something to read."""

from __future__ import annotations

from typing import final

import trio

from triopenai._net.transport import Response

__all__ = ["KeptBody"]


@final
class KeptBody(Response):
    """A response whose body is in memory."""

    __slots__ = ("_content",)

    def __init__(self, source: Response, content: bytes) -> None:
        self.status = source.status
        self.headers = source.headers
        self.http_version = source.http_version
        self._content = content

    async def receive_some(self) -> bytes:
        """See `Response.receive_some`."""
        await trio.lowlevel.checkpoint()
        content, self._content = self._content, b""
        return content

    async def aclose(self) -> None:
        """See `Response.aclose`."""
        self._content = b""
        await trio.lowlevel.checkpoint()
