from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

import pytest

from tests.support.fakes import FakeResponse, FakeTransport
from triopenai import Client, open_client

OpenFake: TypeAlias = Callable[..., AbstractAsyncContextManager[tuple[Client, FakeTransport]]]


@pytest.fixture
def fake() -> OpenFake:
    """`async with fake(answer, answer, ...) as (client, transport)`."""

    @asynccontextmanager
    async def open_fake(
        *script: FakeResponse | Exception | float, **options: Any
    ) -> AsyncIterator[tuple[Client, FakeTransport]]:
        transport = FakeTransport(list(script))
        arguments: dict[str, Any] = {"api_key": "sk-test", "base_url": "https://api.test/v1", **options}
        async with open_client(transport=transport, **arguments) as client:
            yield client, transport

    return open_fake
