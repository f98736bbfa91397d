from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from triopenai import Client, open_client
from triopenai.testing import Sandbox, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox in memory, none of whose answers may be a crash."""
    async with open_sandbox() as sandbox:
        yield sandbox
        assert sandbox.crashes == ()


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Client]:
    """A client of the sandbox, which takes no answer that is not of its type."""
    options = sandbox.client_options
    async with open_client(**options, admin_api_key=sandbox.admin_key, strict=True, max_retries=0) as client:
        yield client
