from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from triopenai.testing import Sandbox, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox in memory, none of whose answers may be a crash."""
    async with open_sandbox() as sandbox:
        yield sandbox
        assert sandbox.crashes == ()
