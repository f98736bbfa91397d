"""Turning what went wrong below into the errors that users see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._base.errors import APIConnectionError, APIError, APIStatusError, APITimeoutError
from triopenai._base.headers import Headers
from triopenai._base.stream_errors import PartialStreamError
from triopenai._net.errors import RemoteProtocolError, TransportTimeout
from triopenai._sansio.errormap import find_request_id, is_overload
from triopenai._sansio.retry import should_retry_status

if TYPE_CHECKING:
    from triopenai._engine.call import Call
    from triopenai._net.errors import TransportError

__all__ = ["connection_error", "may_retry"]

_WAITS: Final = {
    "pool": "for a free connection",
    "connect": "to connect",
    "tls": "for the TLS handshake",
    "write": "to send the request",
    "read": "for the server's answer",
}


def connection_error(call: Call, cause: TransportError, *, received: int | None = None) -> APIConnectionError:
    """The public error for a transport's failure.

    Args:
        call: The call that failed.
        cause: How.
        received: Bytes of the answer that the caller has had, if it failed in the middle of a download.
    """
    origin = call.request.origin
    if isinstance(cause, TransportTimeout):
        seconds = getattr(call.timeout, "connect" if cause.phase == "tls" else cause.phase, None)
        limit = "" if seconds is None else f" {seconds:g} seconds"
        return APITimeoutError(
            f"Waited{limit} {_WAITS.get(cause.phase, '')} ({origin}); raise timeout= if that is too short.",
            phase=cause.phase,
            **call.where(),
        )
    what = "No answer" if received is None else f"The download broke off after {received} bytes"
    headers = cause.headers if isinstance(cause, RemoteProtocolError) else Headers()
    return APIConnectionError(
        f"{what} from {origin}: {cause}",
        phase=cause.phase,
        request_id=find_request_id(headers),
        **call.where(),
    )


def may_retry(error: APIError) -> bool:
    """Whether another attempt could succeed where this one failed."""
    if isinstance(error, APIStatusError):
        return should_retry_status(error.status_code, error.headers, error.code, error.type)
    if isinstance(error, PartialStreamError):
        return error.events == 0
    if isinstance(error, APIConnectionError):
        return True
    return is_overload(error)
