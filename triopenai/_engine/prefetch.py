"""Pages that are asked for before they are due.

Theory of operation. A block has one task, which follows the pages and puts each into a memory channel; the
reader takes them from there. The channel and the task's hand together hold `ahead` pages, and no more are
asked for until one is taken. A page that fails is put in as its error, so that it is raised where the page's
items would have come, and never takes away what came before it. Leaving the block cancels the task, and the
request that it waits for, before anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

import attrs
import outcome
import trio

from triopenai._flow.block import FedBlock
from triopenai._flow.checks import check_limit

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from typing import Self

    from triopenai._engine.pages import BasePage, PageIterator

__all__ = ["PrefetchedPages", "prefetch"]

R = TypeVar("R")
PageT = TypeVar("PageT", bound="BasePage[Any]")


@final
class PrefetchedPages(Generic[PageT]):
    """Page after page, each asked for before it is due.

    Several tasks may iterate at once; each page goes to one of them. Cancelling the wait for a page loses
    none. After the block, or a page that failed, iterating raises `trio.ClosedResourceError`.
    """

    __slots__ = ("_channel",)

    def __init__(self, channel: trio.MemoryReceiveChannel[outcome.Maybe[PageT]]) -> None:
        self._channel = channel

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> PageT:
        """The next page. Always a checkpoint.

        Raises:
            APIError: Asking for this page failed.
        """
        try:
            found = await self._channel.receive()
        except trio.EndOfChannel:
            raise StopAsyncIteration from None
        except trio.ClosedResourceError:
            msg = "these pages have ended, as their block has, or one of them failed: ask for the list anew"
            raise trio.ClosedResourceError(msg) from None
        if isinstance(found, outcome.Error):
            self._channel.close()
        try:
            return found.unwrap()
        finally:
            del found  # an error's traceback holds this frame; the frame must not hold the error


def prefetch(
    pages: PageIterator[PageT], ahead: int, show: Callable[[PrefetchedPages[PageT]], R]
) -> AbstractAsyncContextManager[R]:
    """The block in which pages are fetched ahead.

    Args:
        pages: The pages, which the block's task iterates over.
        ahead: How many may wait for the reader.
        show: Makes what the block gives.

    Raises:
        TypeError: `ahead` is no `int`.
        ValueError: `ahead` is less than 1.
    """
    check_limit(ahead, "prefetch", "ahead")
    return _Block(pages, ahead, show)


@final
@attrs.define(eq=False, repr=False)
class _Block(FedBlock, Generic[PageT, R]):
    _pages: PageIterator[PageT]
    _ahead: int
    _show: Callable[[PrefetchedPages[PageT]], R]
    _channel: trio.MemoryReceiveChannel[outcome.Maybe[PageT]] | None = attrs.field(default=None, init=False)

    @trio.lowlevel.enable_ki_protection
    async def __aenter__(self) -> R:
        nursery = await self._nest.__aenter__()
        send, self._channel = trio.open_memory_channel["outcome.Maybe[PageT]"](self._ahead - 1)
        nursery.start_soon(_follow, self._pages, send, name="prefetch")
        return self._show(PrefetchedPages(self._channel))

    def _close_output(self) -> None:
        if self._channel is not None:
            self._channel.close()


async def _follow(pages: PageIterator[PageT], channel: trio.MemorySendChannel[outcome.Maybe[PageT]]) -> None:
    with channel:
        while True:
            try:
                page = await pages.__anext__()
            except StopAsyncIteration:
                return
            except Exception as error:  # noqa: BLE001  # raised where its page is due
                await channel.send(outcome.Error(error))  # noqa: ASYNC120  # cancelled, nobody wants it
                return
            await channel.send(outcome.Value(page))
