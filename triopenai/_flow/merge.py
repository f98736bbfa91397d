"""Streams together: several as one (`merge`), and one as several (`broadcast`).

Theory of operation. Both are a nursery around a block. `merge` has a reader for each stream, and all readers
send into one channel without a buffer, so a reader waits until its item was taken. `broadcast` has one
reader, which gives each item to every consumer's own channel, and waits as soon as the slowest is `bound`
items behind. A stream that fails cancels the others and the block's body, and its error leaves the block as
itself. Leaving the block early cancels the readers first, then closes the streams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, final

import attrs
import trio

from triopenai._flow.block import FedBlock
from triopenai._flow.checks import check_limit
from triopenai._flow.nest import Nest
from triopenai._flow.source import END, Source, open_source

if TYPE_CHECKING:
    from collections.abc import AsyncIterable
    from contextlib import AbstractAsyncContextManager

__all__ = ["Merged", "Tagged", "broadcast", "merge"]

T = TypeVar("T")


@final
class Tagged(NamedTuple, Generic[T]):
    """An item of a merged stream.

    Attributes:
        stream: Position of the stream that it comes from, among the arguments of `merge`.
        item: The item.
    """

    stream: int
    item: T


@final
@attrs.define(eq=False, repr=False)
class Merged(Generic[T]):
    """The items of a `merge` block, as an async iterator; any number of tasks may share it."""

    _channel: trio.MemoryReceiveChannel[Tagged[T]]

    def __aiter__(self) -> Merged[T]:
        return self

    async def __anext__(self) -> Tagged[T]:
        """The next item of whichever stream has one.

        Raises:
            trio.ClosedResourceError: The block has ended.
        """
        try:
            return await self._channel.receive()
        except trio.EndOfChannel:
            raise StopAsyncIteration from None

    def __repr__(self) -> str:
        readers = self._channel.statistics().open_send_channels
        return f"<Merged of {readers} open streams>"


@attrs.define(eq=False, repr=False)
class _Block(FedBlock, Generic[T]):
    """What the two managers share: the streams that they close."""

    _sources: list[Source[T]]

    async def _close_input(self) -> None:
        async with Nest(unwrap=True) as nursery:
            for source in self._sources:
                nursery.start_soon(source.aclose)


@final
@attrs.define(eq=False, repr=False)
class _MergeBlock(_Block[T]):
    _receiver: trio.MemoryReceiveChannel[Tagged[T]] | None = attrs.field(default=None, init=False)

    @trio.lowlevel.enable_ki_protection
    async def __aenter__(self) -> Merged[T]:
        nursery = await self._nest.__aenter__()
        sender: trio.MemorySendChannel[Tagged[T]]
        sender, self._receiver = trio.open_memory_channel(0)
        with sender:
            for index, source in enumerate(self._sources):
                nursery.start_soon(self._read, index, source, sender.clone())
        return Merged(self._receiver)

    async def _read(self, index: int, source: Source[T], sender: trio.MemorySendChannel[Tagged[T]]) -> None:
        with sender:
            while True:
                try:
                    item = await source.pull()
                except Exception as error:
                    error.add_note(f"raised by the stream at index {index} of those merged")
                    raise
                if item is END:
                    return
                await sender.send(Tagged(index, item))

    def _close_output(self) -> None:
        if self._receiver is not None:
            self._receiver.close()


def merge(*streams: AsyncIterable[T]) -> AbstractAsyncContextManager[Merged[T]]:
    """Iterate over several streams at once, each item as it comes.

    ::

        async with merge(first, second) as merged:
            async for number, chunk in merged:
                print(number, chunk)

    The streams belong to the block: they are closed when it ends. Each is read one item ahead at most, so a
    slow loop holds them all back. The loop ends when all streams have.

    A stream that fails cancels the block, and its error leaves as itself, with a note of the stream's index.
    The block's own exception leaves as itself too.

    Args:
        *streams: Async iterables.

    Raises:
        TypeError: One of them is no async iterable.
        ValueError: There are none.
    """
    if not streams:
        msg = "merge() takes at least one stream, and was given none"
        raise ValueError(msg)
    return _MergeBlock([open_source(stream, "merge") for stream in streams])


@final
@attrs.define(eq=False, repr=False)
class _BroadcastBlock(_Block[T]):
    _count: int
    _bound: int
    _receivers: tuple[trio.MemoryReceiveChannel[T], ...] = attrs.field(default=(), init=False)

    @trio.lowlevel.enable_ki_protection
    async def __aenter__(self) -> tuple[trio.MemoryReceiveChannel[T], ...]:
        nursery = await self._nest.__aenter__()
        senders: list[trio.MemorySendChannel[T]] = []
        receivers: list[trio.MemoryReceiveChannel[T]] = []
        for _ in range(self._count):
            sender, receiver = trio.open_memory_channel[T](self._bound)
            senders.append(sender)
            receivers.append(receiver)
        self._receivers = tuple(receivers)
        nursery.start_soon(self._spread, self._sources[0], senders)
        return self._receivers

    async def _spread(self, source: Source[T], senders: list[trio.MemorySendChannel[T]]) -> None:
        try:
            while senders and (item := await source.pull()) is not END:
                for sender in [*senders]:
                    try:
                        await sender.send(item)
                    except trio.BrokenResourceError:  # its consumer has left
                        sender.close()
                        senders.remove(sender)
        finally:
            for sender in senders:
                sender.close()

    def _close_output(self) -> None:
        for receiver in self._receivers:
            receiver.close()


def broadcast(
    stream: AsyncIterable[T], n: int, *, bound: int = 64
) -> AbstractAsyncContextManager[tuple[trio.MemoryReceiveChannel[T], ...]]:
    """Give every item of a stream to each of `n` consumers.

    ::

        async with broadcast(stream, 2) as (to_user, to_log), trio.open_nursery() as nursery:
            nursery.start_soon(show, to_user)
            nursery.start_soon(write, to_log)

    Each consumer iterates at its own pace, until it is `bound` items ahead of the slowest. One that needs no
    more closes its channel, and no longer holds the others back; when all have, the stream is read no
    further.
    The stream belongs to the block: it is closed when the block ends.

    If the stream fails, the block is cancelled, and the error leaves it as itself. The block's own exception
    leaves as itself too.

    Args:
        stream: An async iterable.
        n: How many consumers there are, at least 1.
        bound: How many items may wait for a consumer, at least 1.

    Raises:
        TypeError: `stream` is no async iterable, or a number no `int`.
        ValueError: A number is less than 1.
    """
    check_limit(n, "broadcast", "n")
    check_limit(bound, "broadcast", "bound")
    return _BroadcastBlock([open_source(stream, "broadcast")], n, bound)
