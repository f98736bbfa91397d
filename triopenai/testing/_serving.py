"""A nursery for servers."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import trio

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

__all__ = ["open_serving_nursery"]


@asynccontextmanager
async def open_serving_nursery() -> AsyncGenerator[trio.Nursery, None]:
    """A nursery whose tasks end with its block.

    What the block alone raises leaves it as itself; errors of tasks come as a group.
    """
    failure: BaseException | None = None
    try:
        async with trio.open_nursery() as nursery:
            try:
                yield nursery
            except BaseException as error:
                failure = error
                raise
            finally:
                nursery.cancel_scope.cancel()
    except BaseExceptionGroup as group:
        # Of a block that was cancelled because a task failed, the group has the failure alone.
        if failure is None or isinstance(failure, trio.Cancelled) or len(group.exceptions) > 1:
            raise
    else:
        return
    raise failure  # here, where the group is not its context
