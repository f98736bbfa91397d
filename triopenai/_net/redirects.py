"""Following redirects, over any transport."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._net.errors import RemoteProtocolError
from triopenai._sansio.redirect import RedirectError, is_redirect, redirected

if TYPE_CHECKING:
    from triopenai._base.config import Timeout
    from triopenai._net.transport import Response, Transport
    from triopenai._sansio.request import Request

__all__ = ["follow", "send_following"]

DRAIN_BYTES: Final = 16 * 1024
DRAIN_SECONDS: Final = 1.0


async def send_following(
    transport: Transport,
    request: Request,
    timeout: Timeout,  # noqa: ASYNC109  # bounds of each wait, not of the call
) -> Response:
    """Send a request, and those that redirects lead to; the response is the first that is none.

    Credentials go to the origin that they were given for, and to no other (see `redirected`).

    Raises:
        RemoteProtocolError: A redirect that is not followed; `headers` are those of the answer.
        TransportError: As from `Transport.send`.
        ValueError: As from `Transport.send`.
    """
    return await follow(transport, request, await transport.send(request, timeout), timeout)


async def follow(
    transport: Transport,
    request: Request,
    response: Response,
    timeout: Timeout,  # noqa: ASYNC109  # as above
) -> Response:
    """As `send_following`, from a response on: itself, if it is no redirect."""
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
