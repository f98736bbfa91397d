"""Blocks that hand something over from tasks of their own: how they are left."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import attrs
import trio

from triopenai._flow.nest import Nest

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["FedBlock"]


@attrs.define(eq=False, repr=False)
class FedBlock(ABC):
    """A manager whose tasks feed its block.

    Leaving the block, in whatever way, cancels the tasks and waits for them, and then lets go of what they
    read from. The first error of a task leaves as itself, and so does the body's own.
    """

    _nest: Nest = attrs.field(factory=lambda: Nest(unwrap=True), init=False)

    @trio.lowlevel.enable_ki_protection
    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        # In this order: a task that hands something over is to see its cancellation, not what was closed.
        self._nest.nursery.cancel_scope.cancel()
        self._close_output()
        try:
            return await self._nest.__aexit__(kind, error, trace)  # noqa: ASYNC102  # the nursery's own exit
        except Exception as failure:
            self._explain(failure)
            raise
        finally:
            del error, trace
            await self._close_input()  # noqa: ASYNC102  # closes streams, which see to that themselves

    @abstractmethod
    def _close_output(self) -> None:
        """Hand nothing over any more."""

    async def _close_input(self) -> None:  # noqa: B027  # not every block has one to close
        """Let go of what the tasks read from."""

    def _explain(self, failure: Exception) -> None:  # noqa: B027  # not every block has more to say
        """Add what is known to an error that leaves the block."""
