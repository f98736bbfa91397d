from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.peers import MemoryNetwork
from triopenai._net.pool import ConnectionPool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def network() -> AsyncIterator[MemoryNetwork]:
    """A network in memory whose server answers everything with "ok" until a test says otherwise."""
    async with trio.open_nursery() as nursery:
        yield MemoryNetwork(nursery)
        nursery.cancel_scope.cancel()


@pytest.fixture
async def pool(network: MemoryNetwork) -> AsyncIterator[ConnectionPool]:
    """A pool on that network."""
    async with ConnectionPool(network=network) as pool:
        yield pool
