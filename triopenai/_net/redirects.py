"""Following redirects, over any transport."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._net.errors import RemoteProtocolError
from triopenai._sansio.redirect import RedirectError, is_redirect, redirected

if TYPE_CHECKING:
    from triopenai._base.config import Timeout
    from triopenai._net.transport import Response, Transport
    from triopenai._sansio.request import Request

__all__ = ["follow"]

DRAIN_BYTES: Final = 16 * 1024
DRAIN_SECONDS: Final = 1.0


async def follow(
    transport: Transport,
    request: Request,
    response: Response,
    timeout: Timeout,  # noqa: ASYNC109  # bounds of each wait, not of the call
) -> Response:
    """Follow the redirects that a response begins; the result is the first that is none, or itself.

    Credentials go to the origin that they were given for, and to no other (see `redirected`).

    Args:
        transport: What sent the request, and sends the next.
        request: What was answered.
        response: The answer; a redirect is read to its end, so that its connection can be used again.
        timeout: Bounds of each wait.

    Raises:
        RemoteProtocolError: A redirect that is not followed; `headers` are those of the answer.
        TransportError: As from `Transport.send`.
        ValueError: As from `Transport.send`.
    """
    followed = 0
    while is_redirect(response.status):
        try:
            request = redirected(request, response.status, response.headers.get("location"), followed)
        except RedirectError as error:
            await response.aclose()
            raise RemoteProtocolError(str(error), headers=response.headers) from None
        await response.drain(DRAIN_BYTES, DRAIN_SECONDS)
        response = await transport.send(request, timeout)
        followed += 1
    return response
