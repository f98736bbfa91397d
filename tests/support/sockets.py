"""Connections over WebSocket to a sandbox in memory."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, final

import trio

from triopenai import open_client
from triopenai._base.network import Network
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai import Client
    from triopenai.testing import Sandbox

MODEL = "gpt-realtime"


@final
class CountedStream(trio.abc.Stream):
    """A stream that its network knows of while it is open."""

    def __init__(self, stream: trio.abc.Stream, network: CountedNetwork) -> None:
        self._stream = stream
        self._network = network
        network.streams.add(self)

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        await self._stream.send_all(data)

    async def wait_send_all_might_not_block(self) -> None:
        await self._stream.wait_send_all_might_not_block()

    async def receive_some(self, max_bytes: int | None = None) -> bytes | bytearray:
        return await self._stream.receive_some(max_bytes)

    async def aclose(self) -> None:
        self._network.streams.discard(self)
        await self._stream.aclose()


@final
class CountedNetwork(Network):
    """A network that counts what is open, and can refuse connections."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.streams: set[CountedStream] = set()
        self.refusals = 0
        self.hosts: list[tuple[str, int]] = []

    async def open_stream(self, host: str, port: int) -> trio.abc.Stream:
        self.hosts.append((host, port))
        if self.refusals:
            self.refusals -= 1
            raise ConnectionRefusedError
        return CountedStream(await self._network.open_stream(host, port), self)


@final
class Bench:
    """A sandbox, a client of it, and the network between them."""

    def __init__(self, sandbox: Sandbox, client: Client, network: CountedNetwork) -> None:
        self.sandbox = sandbox
        self.client = client
        self.network = network


@asynccontextmanager
async def open_bench(options: Any = None, **sandbox_options: Any) -> AsyncIterator[Bench]:
    """All of it; `options` are more arguments of `open_client`."""
    async with open_sandbox(**sandbox_options) as sandbox:
        network = CountedNetwork(sandbox.network)
        given = {**sandbox.client_options, "network": network, **(options or {})}
        async with open_client(**given) as client:
            yield Bench(sandbox, client, network)
        assert sandbox.crashes == ()
        assert network.streams == set()
