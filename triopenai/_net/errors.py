"""What can go wrong between a request and its response.

::

    TransportError
    |-- ConnectError            no connection: name lookup, TCP or TLS failed
    |-- WriteError              the connection broke while the request was sent
    |-- ReadError               it broke, or ended, while the response was received
    |-- RemoteProtocolError     what was received is not the HTTP that was asked for
    |-- TransportTimeout        a wait took longer than its `Timeout` allows
    `-- TransportClosed         the transport, or the response, was closed

Errors are plain data and can be pickled. Every failure of a transport is one of these, except `ValueError`
for a request that cannot be written, `trio.BusyResourceError` for two tasks that read one response, and the
caller's own cancellation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, final

from triopenai._base.headers import Headers
from triopenai._base.pickling import rebuild_error

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ConnectError",
    "Phase",
    "ReadError",
    "RemoteProtocolError",
    "TransportClosed",
    "TransportError",
    "TransportTimeout",
    "WriteError",
]

Phase: TypeAlias = Literal["pool", "connect", "tls", "write", "read"]


class TransportError(Exception):
    """An exchange with a server failed.

    Attributes:
        phase: What was being done: waiting for a connection (``"pool"``), opening it (``"connect"``,
            ``"tls"``), sending (``"write"``) or receiving (``"read"``).
        sent: Whether a byte of the request may have reached the server. False means that trying again
            cannot repeat anything.
    """

    def __init__(self, message: str, *, phase: Phase, sent: bool = False) -> None:
        super().__init__(message)
        self.phase: Phase = phase
        self.sent = sent

    def __reduce__(self) -> tuple[Callable[..., TransportError], tuple[object, ...]]:
        return rebuild_error, (type(self), self.args, self.__dict__.copy())


@final
class ConnectError(TransportError):
    """No connection could be made; `phase` is ``"connect"`` or ``"tls"``."""


@final
class WriteError(TransportError):
    """The connection broke while the request was being sent."""


@final
class ReadError(TransportError):
    """The connection broke, or ended, before the response was complete."""


@final
class RemoteProtocolError(TransportError):
    """The server's answer is no valid HTTP, has a body that cannot be decoded, or redirects nowhere.

    Attributes:
        headers: The header fields of the answer, as far as they are known.
    """

    def __init__(
        self, message: str, *, phase: Phase = "read", sent: bool = True, headers: Headers | None = None
    ) -> None:
        super().__init__(message, phase=phase, sent=sent)
        self.headers = headers if headers is not None else Headers()


@final
class TransportTimeout(TransportError):  # noqa: N818  # what happened, as `TooSlowError` would be vague
    """A wait took longer than the `Timeout` of the request allows; `phase` says which."""


@final
class TransportClosed(TransportError):  # noqa: N818  # a state, named as Trio names its own
    """The transport was closed, before the call or under it, or the response was."""

    def __init__(
        self,
        message: str = "the transport is closed",
        *,
        phase: Phase = "pool",
        sent: bool = False,
    ) -> None:
        super().__init__(message, phase=phase, sent=sent)
