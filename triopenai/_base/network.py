"""Where byte streams come from: the seam between the connection pool and the world."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import trio

__all__ = ["Network"]


class Network(ABC):
    """Opens the plain byte streams that connections are made of; TLS is laid over them by the pool.

    The default network dials TCP. The sandbox of `triopenai.testing` is another one, whose streams live in
    memory. Pass yours as ``open_client(network=...)``.

    A stream that is no socket may have a method ``is_readable() -> bool`` that tells, without a wait, whether
    bytes or the end of the stream have come: then a connection that the server closed while it was idle is
    noticed before a request is sent over it.
    """

    __slots__ = ()

    @abstractmethod
    async def open_stream(self, host: str, port: int) -> trio.abc.Stream:
        """Open a byte stream to a host.

        The caller owns the stream and closes it. Cancellation leaves nothing open.

        Args:
            host: A host name or an IP address, without brackets.
            port: The TCP port.

        Raises:
            OSError: The host cannot be reached.
        """
