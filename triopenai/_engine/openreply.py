"""Answers whose body is still to be read.

States of an `OpenReply`: *untouched*; *kept* (`read` was called: all of the body is in memory, and `parse`,
`text` and `json` read that); *running* (an iterator, or what `parse` gave, takes the body piece by piece, and
nothing else can); *closed*. Only an untouched one can become kept or running: a body that was read in part
would otherwise pass for a whole one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Generic, TypeVar, cast, final, overload

import trio
from typing_extensions import TypeVar as DefaultTypeVar

from triopenai._engine.binary import HttpxBinaryResponseContent
from triopenai._engine.keptbody import KeptBody
from triopenai._engine.reply import Head, charset_of, describe, read_as

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable

    from triopenai._engine.call import Call
    from triopenai._engine.pieces import ByteIterator, LineIterator, TextIterator
    from triopenai._net.transport import Response

__all__ = ["OpenReply"]

R = DefaultTypeVar("R", covariant=True, default=object)
T = TypeVar("T")


@final
class OpenReply(Head, trio.abc.AsyncResource, Generic[R]):
    """The head of an answer whose body is read when it is asked for. Made by `with_streaming_response`.

    The block that gave it closes it, and with it the connection, unless all of the body was read. The body is
    read once: whole by `read` (and `text`, `json`, `parse`, as often as wanted), or piece by piece.

    Attributes:
        info: Status, headers, request id, attempts.
    """

    __slots__ = ("_call", "_closed", "_content", "_live", "_parsed", "_response", "_running", "_take")

    def __init__(
        self,
        call: Call,
        response: Response,
        take: Callable[[Call, Response], Awaitable[R]],
        *,
        live: bool,
    ) -> None:
        super().__init__(describe(call, response))
        self._call = call
        self._response = response
        self._take = take
        self._live = live
        self._content: bytes | None = None
        self._parsed: list[R] = []
        self._running = False
        self._closed = False

    @property
    def is_closed(self) -> bool:
        """Whether the answer was closed, or read to its end."""
        return self._closed or self._content is not None

    async def read(self) -> bytes:
        """All of the body. A second call gives the same bytes.

        Raises:
            APIConnectionError: The body broke off.
            trio.ClosedResourceError: The answer was closed, or its pieces were asked for before.
        """
        if self._content is None:
            self._content = await self._pieces().read()
        else:
            await trio.lowlevel.checkpoint()
        return self._content

    async def text(self) -> str:
        """All of the body as text; bytes that do not fit the encoding are replaced."""
        return (await self.read()).decode(charset_of(self.headers), "replace")

    async def json(self) -> object:
        """All of the body as plain JSON values.

        Raises:
            ValueError: It is no JSON.
        """
        value: object = json.loads(await self.read())
        return value

    @overload
    async def parse(self) -> R: ...

    @overload
    async def parse(self, *, to: type[T]) -> T: ...

    async def parse(self, *, to: type[T] | None = None) -> R | T:
        """What the plain call would have given; a second call gives the same.

        A stream or a download is read on through what this gives, within the block.

        Args:
            to: Another type to read the body as: anything that `Client.get` takes as `cast_to`.

        Raises:
            APIResponseValidationError: The body is not what the method answers with, or no `to`.
            trio.ClosedResourceError: As from `read`.
        """
        if to is not None:
            return read_as(self.info, await self.read(), to, strict=self._call.settings.strict)
        if self._parsed:
            await trio.lowlevel.checkpoint()
        elif self._live and self._content is None:
            self._begin()
            self._parsed.append(await self._take(self._call, self._response))
        else:
            kept = KeptBody(self._response, await self.read())
            self._parsed.append(await self._take(self._call, kept))
        return self._parsed[0]

    def iter_bytes(self, chunk_size: int | None = None) -> ByteIterator:
        """The bytes as they come, or in pieces of `chunk_size`."""
        return self._pieces().iter_bytes(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> TextIterator:
        """The text as it comes, or what every `chunk_size` bytes of it say; no character is cut in two."""
        return self._pieces().iter_text(chunk_size)

    def iter_lines(self) -> LineIterator:
        """The lines of the text, without their ends."""
        return self._pieces().iter_lines()

    async def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """Write the body to a file, piece by piece. Cancelled in the middle, what was written stays.

        Raises:
            OSError: The file cannot be written.
        """
        await self._pieces().stream_to_file(file, chunk_size=chunk_size)

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """The same as `stream_to_file`."""
        await self.stream_to_file(file)

    def _begin(self) -> None:
        if self._closed or self._running:
            what = (
                "its body is being read elsewhere, or was read in part" if self._running else "it is closed"
            )
            msg = f"{self!r} cannot be read: {what}"
            raise trio.ClosedResourceError(msg)
        self._running = True

    def _pieces(self) -> HttpxBinaryResponseContent:
        if self._content is not None:
            source: Response = KeptBody(self._response, self._content)
        else:
            self._begin()
            source = self._response
        return HttpxBinaryResponseContent(self._call, source, _keep)

    async def aclose(self) -> None:
        """Close the answer; its connection too, unless the body was read to the end. Idempotent."""
        self._closed = True
        for value in self._parsed:
            if self._live:
                await cast("HttpxBinaryResponseContent", value).aclose()
        await self._response.aclose()

    async def close(self) -> None:
        """The same as `aclose`."""
        await self.aclose()

    def __repr__(self) -> str:
        return f"<OpenReply {self.status_code} of {self.method} {self.url}>"


def _keep(_: HttpxBinaryResponseContent) -> None:
    """The reply's block closes it, not the client."""
