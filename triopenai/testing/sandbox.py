"""The OpenAI API inside the process."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, NotRequired, TypedDict, final

import trio

from triopenai.testing._app import App
from triopenai.testing._http import ServerConnection
from triopenai.testing._memory import MemoryNetwork, MemoryStream
from triopenai.testing._plan import FaultPlan
from triopenai.testing._record import PREFIX, Connections, RequestLog
from triopenai.testing._serving import open_serving_nursery
from triopenai.testing._steps import Pace
from triopenai.testing._store import Store
from triopenai.testing._text import Reply, compose

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from triopenai._base.network import Network

__all__ = ["AzureOptions", "ClientOptions", "Sandbox", "open_sandbox"]

API_KEY = "sk-sandbox-0123456789"
ADMIN_KEY = "sk-admin-sandbox-0123456789"


class ClientOptions(TypedDict):
    """Arguments of `open_client` that lead it to a sandbox.

    Attributes:
        base_url: Where the API is.
        api_key: A key that it takes.
        network: The way there; absent when the sandbox serves a port.
    """

    base_url: str
    api_key: str
    network: NotRequired[Network]


class AzureOptions(TypedDict):
    """Arguments of `open_azure_client` that lead it to a sandbox.

    Attributes:
        azure_endpoint: Where it is, as a resource of Azure.
        api_version: A version of the API.
        api_key: A key that it takes.
        network: The way there; absent when the sandbox serves a port.
    """

    azure_endpoint: str
    api_version: str
    api_key: str
    network: NotRequired[Network]


@final
class Sandbox:
    """A running sandbox; `open_sandbox` makes it.

    Attributes:
        base_url: Where the API is: an address of the loopback port, or a made-up one that `network` serves.
        api_key: The key that it takes.
        admin_key: Another, which administration asks for; it is taken everywhere.
        network: Opens connections to it in memory, whatever the address.
        requests: The requests it received.
        connections: The connections to it.
        faults: What shall go wrong.
    """

    __slots__ = (
        "_app",
        "_port",
        "admin_key",
        "api_key",
        "base_url",
        "connections",
        "faults",
        "network",
        "requests",
    )

    def __init__(
        self,
        *,
        app: App,
        network: MemoryNetwork,
        requests: RequestLog,
        connections: Connections,
        faults: FaultPlan,
    ) -> None:
        self._app = app
        self._port: int | None = None
        self.api_key: str = API_KEY
        self.admin_key: str = ADMIN_KEY
        self.base_url = f"http://sandbox.invalid{PREFIX}"
        self.network: Network = network
        self.requests: RequestLog = requests
        self.connections: Connections = connections
        self.faults: FaultPlan = faults

    @property
    def client_options(self) -> ClientOptions:
        """What to give `open_client`: ``open_client(**sandbox.client_options)``."""
        options: ClientOptions = {"base_url": self.base_url, "api_key": self.api_key}
        if self._port is None:
            options["network"] = self.network
        return options

    @property
    def azure_options(self) -> AzureOptions:
        """What to give `open_azure_client`: the sandbox is a resource of Azure too.

        Deployments have the names of models. The v1 surface is there as well, and keys do as tokens.
        """
        options: AzureOptions = {
            "azure_endpoint": self.base_url.removesuffix(PREFIX),
            "api_version": "2024-10-21",
            "api_key": self.api_key,
        }
        if self._port is None:
            options["network"] = self.network
        return options

    @property
    def port(self) -> int | None:
        """The loopback port, or None when it is served in memory only."""
        return self._port

    @property
    def crashes(self) -> tuple[Exception, ...]:
        """Errors of the sandbox itself. Each was answered with a 500; there should be none."""
        return tuple(self._app.crashes)

    def listen_at(self, host: str, port: int) -> None:
        """Note the port that is served. `open_sandbox` does this."""
        self._port = port
        shown = f"[{host}]" if ":" in host else host
        self.base_url = f"http://{shown}:{port}{PREFIX}"


@final
class _Servers:
    """Starts a task for each connection."""

    __slots__ = ("_app", "_connections", "_nursery")

    def __init__(self, app: App, connections: Connections, nursery: trio.Nursery) -> None:
        self._app = app
        self._connections = connections
        self._nursery = nursery

    def accept(self, stream: MemoryStream, host: str, port: int) -> None:
        """Serve a connection in memory."""
        self._nursery.start_soon(self._connection(stream, host, port).serve)

    async def listen(self, host: str, port: int) -> int:
        """Serve a port of this machine; gives its number."""
        serve = partial(trio.serve_tcp, self._serve_socket, port, host=host)
        listeners = await self._nursery.start(serve)
        number: int = listeners[0].socket.getsockname()[1]
        return number

    async def _serve_socket(self, stream: trio.SocketStream) -> None:
        peer = stream.socket.getpeername()
        await self._connection(stream, str(peer[0]), int(peer[1])).serve()

    def _connection(self, stream: trio.abc.Stream, host: str, port: int) -> ServerConnection:
        number = self._connections.add(host, port)
        return ServerConnection(stream, number, self._app, self._connections.close)


@asynccontextmanager
async def open_sandbox(
    *,
    port: int | None = None,
    host: str = "127.0.0.1",
    latency: float = 0.0,
    tokens_per_second: float | None = None,
    models: Iterable[str] = (),
    reply: Reply = compose,
    stateful: bool = True,
    buffer_size: int = 65536,
) -> AsyncGenerator[Sandbox, None]:
    """Serve the OpenAI API inside the process.

    Answers are made up but well-formed, and the same for the same requests; what is created can be retrieved,
    listed and deleted. Time is Trio's clock, so that under a mock clock waiting costs nothing. Leaving the
    block closes every connection. An exception from the block's body leaves it as itself.

    Args:
        port: Also serve this loopback port, for clients of any kind; 0 picks a free one.
        host: The address of the port.
        latency: Seconds before the first byte of an answer and between the events of a stream.
        tokens_per_second: How fast streams give their tokens; None for no limit.
        models: Names of models that exist besides the usual ones.
        reply: Makes the text of answers, from the text of the question and the number of the choice.
        stateful: Whether objects are stored. If not, every endpoint gives a made-up answer of its type,
            whatever ids it is asked for.
        buffer_size: How many bytes may lie unread in each direction of a connection in memory.

    Raises:
        OSError: The port cannot be served.
        ValueError: `latency` or `tokens_per_second` makes no sense.
    """
    if latency < 0 or (tokens_per_second is not None and tokens_per_second <= 0):
        message = "latency must not be negative, and tokens_per_second must be positive"
        raise ValueError(message)
    requests, connections, faults = RequestLog(), Connections(), FaultPlan()
    app = App(
        api_key=API_KEY,
        admin_key=ADMIN_KEY,
        log=requests,
        connections=connections,
        faults=faults,
        pace=Pace(latency, tokens_per_second),
        store=Store(reply, models),
        stateful=stateful,
    )
    async with open_serving_nursery() as nursery:
        servers = _Servers(app, connections, nursery)
        network = MemoryNetwork(servers.accept, buffer_size)
        sandbox = Sandbox(app=app, network=network, requests=requests, connections=connections, faults=faults)
        if port is not None:
            sandbox.listen_at(host, await servers.listen(host, port))
        try:
            yield sandbox
        finally:
            network.open = False
