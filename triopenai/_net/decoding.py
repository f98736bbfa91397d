"""Undoing content encodings while a body is received, and saying so when it cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import trio

from triopenai._net.errors import RemoteProtocolError
from triopenai._sansio.content import ContentDecoder, ContentError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from triopenai._base.headers import Headers

__all__ = ["open_decoder", "receive_decoded"]


def open_decoder(codings: str, headers: Headers) -> ContentDecoder | None:
    """A decoder for what `Content-Encoding` says; None if there is nothing to undo.

    Raises:
        RemoteProtocolError: It names a coding that was not asked for.
    """
    try:
        decoder = ContentDecoder(codings)
    except ContentError as error:
        raise RemoteProtocolError(str(error), headers=headers) from None
    return decoder if decoder.layered else None


async def receive_decoded(
    decoder: ContentDecoder, receive: Callable[[], Awaitable[bytes]], headers: Headers
) -> bytes:
    """The next decoded piece of a body; ``b""`` at its end.

    Args:
        decoder: The body's decoder.
        receive: Gives the next piece as it was sent; always a checkpoint.
        headers: Of the response, for the error.

    Raises:
        RemoteProtocolError: The body is not encoded as it says, or cut short.
    """
    try:
        while not (data := decoder.take()):
            if not (raw := await receive()):
                decoder.finish()
                return b""
            decoder.feed(raw)
    except ContentError as error:
        raise RemoteProtocolError(str(error), headers=headers) from None
    await trio.lowlevel.checkpoint()
    return data
