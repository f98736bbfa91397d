"""The calls that are made: each method with few arguments, with all, and with each variant of each union."""

from __future__ import annotations

import warnings
from contextlib import asynccontextmanager, suppress
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from tests.conformance.checker import ADMIN_KEY, API_KEY, BASE
from tests.conformance.wire import Caught
from tests.support.arguments import arguments, kinds_of
from tests.support.variety import Variety
from triopenai import Client, Transport, TransportStatistics, open_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.conformance.document import Endpoint
    from triopenai import Request, Response, Timeout

__all__ = ["Call", "Catcher", "argument_sets", "open_catcher", "request_of"]

# An id that shows whether paths are encoded.
AWKWARD: Final = "id/1 ?#ü%"


# Values for fields whose types do not tell what the document asks of them.
KNOWN: Final[dict[str, object]] = {
    "ChatSessionExpiresAfterParam.seconds": 600,
    "compact_threshold": 1000,
    "idle_timeout_ms": 5000,
    "max_chunk_size_tokens": 800,
    "max_completion_tokens": 256,
    "max_output_tokens": 64,
    "max_prompt_tokens": 256,
    "seconds": 3600,
    "tunnel_id": f"tunnel_{'0' * 32}",
}


@attrs.frozen
class Call:
    """A method's arguments.

    Attributes:
        kind: "minimal", "full", or which round of variants it is.
        keywords: All of them by name, the positional one too.
    """

    kind: str
    keywords: dict[str, object]


class Sent(Exception):  # noqa: N818  # it is what has to happen
    """The request is there, and nobody will answer it."""


class Catcher(Transport):
    """Keeps the last request."""

    def __init__(self) -> None:
        self.request: Caught | None = None

    async def send(self, request: Request, timeout: Timeout) -> Response:  # noqa: ASYNC109  # as the ABC has it
        body = request.body
        if not isinstance(body, bytes):
            source, pieces = await body.open(), []
            while piece := await source.receive_some():
                pieces.append(piece)
            await source.aclose()
            body = b"".join(pieces)
        headers = tuple((name.decode(), value.decode("latin-1")) for name, value in request.headers)
        self.request = Caught(request.method, str(request.origin), request.target, headers, body)
        raise Sent

    async def aclose(self) -> None:
        pass

    def statistics(self) -> TransportStatistics:
        return TransportStatistics()


@asynccontextmanager
async def open_catcher() -> AsyncIterator[tuple[Client, Catcher]]:
    catcher = Catcher()
    async with open_client(
        transport=catcher,
        api_key=API_KEY,
        admin_api_key=ADMIN_KEY,
        base_url=f"https://api.test{BASE}",
        max_retries=0,
    ) as client:
        yield client, catcher


def argument_sets(client: Client, endpoint: Endpoint) -> Iterator[Call]:
    """Few arguments, all of them, and as many more sets as it takes to have had every variant."""
    path = dict.fromkeys(endpoint.parts["path"]["properties"], AWKWARD)
    for keywords in kinds_of(attrgetter(endpoint.name)(client)):
        for full in (False, True):
            made = arguments(keywords, full=full, known=KNOWN)
            yield Call("full" if full else "minimal", {**made, **path})
        variety = Variety(keywords, KNOWN)
        while variety.left:
            yield Call(f"variants, {len(variety.left)} left", {**variety.next(), **path})


async def request_of(client: Client, catcher: Catcher, endpoint: Endpoint, call: Call) -> Caught:
    """Make a call and take its request."""
    method = attrgetter(endpoint.name)(client)
    keywords: dict[str, Any] = dict(call.keywords)
    last = list(endpoint.parts["path"]["properties"])[-1:]
    positional = [keywords.pop(name) for name in last]
    catcher.request = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        with suppress(Sent):
            await method(*positional, **keywords)
    request: Caught | None = catcher.request
    assert request is not None, f"{endpoint.name} sent nothing"
    return request
