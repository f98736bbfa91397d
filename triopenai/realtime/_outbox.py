"""What is to be sent, in order: written as the link takes it, kept while there is none.

Theory of operation. A message is WAITING, then BEING WRITTEN (only the first can be), then gone. A cancelled
sender takes its message back while that is waiting; one that is being written goes out, since half a frame
would end the connection. A message whose writing failed is the first again.

The bound counts bytes that wait. While a link is open a sender waits for room; while there is none it is
refused, because nobody can tell when there will be room.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai._base.websocket_errors import WebSocketQueueFullError

if TYPE_CHECKING:
    from triopenai.realtime._link import Link

__all__ = ["Outbox", "size_of"]


@final
@attrs.define(eq=False)
class _Item:
    message: str | bytes
    size: int
    begun: bool = False
    done: bool = False


@final
@attrs.define(eq=False)
class Outbox:
    """The messages that wait to be sent.

    Attributes:
        limit: Bytes that may wait.
        linked: Whether a link is open.
        ended: Whether nothing will be sent any more.
    """

    limit: int
    linked: bool = attrs.field(default=False, init=False)
    ended: bool = attrs.field(default=False, init=False)
    _items: deque[_Item] = attrs.field(factory=deque[_Item], init=False)
    _size: int = attrs.field(default=0, init=False)
    _changed: trio.lowlevel.ParkingLot = attrs.field(factory=trio.lowlevel.ParkingLot, init=False)

    @property
    def messages(self) -> list[str | bytes]:
        """What waits, in order."""
        return [item.message for item in self._items]

    def put_nowait(self, message: str | bytes) -> None:
        """Add a message that nobody waits for.

        Raises:
            WebSocketQueueFullError: There is no room.
        """
        self._add(message)

    async def send(self, message: str | bytes) -> bool:
        """Add a message and wait until it is written; without a link, return when it is in the queue.

        Returns:
            Whether it was written, or may still be; not so if all has ended meanwhile.

        Raises:
            WebSocketQueueFullError: There is no room, and no link that would make some.
        """
        await trio.lowlevel.checkpoint()
        size = size_of(message)
        while self.linked and self._items and self._size + size > self.limit:
            await self._changed.park()
        item = self._add(message)
        try:
            while self.linked and not item.done:
                await self._changed.park()
        except trio.Cancelled:
            if not item.begun and item in self._items:
                self._remove(item)
            raise
        return item.done or not self.ended

    async def drain(self) -> None:
        """Wait until nothing waits any more, or there is no link to take it."""
        while self.linked and self._items:
            await self._changed.park()

    async def write_to(self, link: Link) -> None:
        """Write what comes, until the link is closed, which it raises."""
        while True:
            while not self._items:
                await self._changed.park()
            item = self._items[0]
            item.begun = True
            try:
                await link.send(item.message)
            except BaseException:
                item.begun = False
                raise
            item.done = True
            self._remove(item)

    def set_linked(self, linked: bool) -> None:  # noqa: FBT001  # the new value of a flag
        """A link was opened, or closed."""
        self.linked = linked
        self._changed.unpark_all()

    def end(self) -> None:
        """Nothing will be sent any more."""
        self.ended = True
        self.set_linked(linked=False)

    def _add(self, message: str | bytes) -> _Item:
        size = size_of(message)
        if self._size + size > self.limit and not (self.linked and not self._items):
            msg = f"{self._size} bytes wait to be sent, and {size} more are over the bound of {self.limit}"
            raise WebSocketQueueFullError(msg)
        item = _Item(message, size)
        self._items.append(item)
        self._size += size
        self._changed.unpark_all()
        return item

    def _remove(self, item: _Item) -> None:
        self._items.remove(item)
        self._size -= item.size
        self._changed.unpark_all()


def size_of(message: str | bytes) -> int:
    """The bytes of a message; of text, in UTF-8."""
    return len(message) if isinstance(message, bytes) or message.isascii() else len(message.encode())
