"""What all tests share.

The examples of `hypothesis` are the same at every run, however long a machine takes.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile(
    "repeatable", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The library's logger; afterwards it is as it was."""
    logger = logging.getLogger("triopenai")
    level, handlers = logger.level, list(logger.handlers)
    yield logger
    logger.setLevel(level)
    logger.handlers[:] = handlers
