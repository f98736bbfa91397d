from __future__ import annotations

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from triopenai.concurrency import broadcast, merge


class Stream:
    """Gives its items so many seconds apart, and tells how far it was read, and whether it was closed."""

    def __init__(self, *items, every=1.0, error_at=None):
        self.items = list(items)
        self.every = every
        self.error_at = error_at
        self.read = 0
        self.closed = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        await trio.sleep(self.every)
        if self.read == len(self.items):
            raise StopAsyncIteration
        if self.read == self.error_at:
            raise OSError
        self.read += 1
        return self.items[self.read - 1]

    async def aclose(self):
        self.closed += 1
        await trio.lowlevel.checkpoint()


async def test_merge_gives_each_item_as_it_comes(autojump_clock):
    first, second = Stream("a", "b", every=3), Stream("x", "y", "z", every=2)
    async with merge(first, second) as merged:
        found = [(number, item, trio.current_time()) async for number, item in merged]
    start = found[0][2] - 2
    assert [(number, item, time - start) for number, item, time in found] == [
        (1, "x", 2),
        (0, "a", 3),
        (1, "y", 4),
        *sorted([(0, "b", 6), (1, "z", 6)], key=found_order(found)),
    ]
    assert (first.closed, second.closed) == (1, 1)


def found_order(found):
    order = [item for _, item, _ in found]
    return lambda row: order.index(row[1])


async def test_merge_reads_one_item_ahead_at_most(autojump_clock):
    stream = Stream(*range(9), every=0)
    async with merge(stream) as merged:
        await wait_all_tasks_blocked()
        assert stream.read == 1
        assert (await anext(merged)).item == 0
        await wait_all_tasks_blocked()
        assert stream.read == 2
        assert repr(merged) == "<Merged of 1 open streams>"
    assert stream.closed == 1


async def test_merge_of_a_stream_that_fails_ends_the_block_with_its_error(autojump_clock):
    broken, other = Stream(1, 2, error_at=1), Stream(*range(99))
    found = []
    with pytest.raises(OSError) as caught:  # noqa: PT011  # ours is the only one
        async with merge(other, broken) as merged:
            async for _, item in merged:
                found.append(item)  # kept when it ends
    assert caught.value.__notes__ == ["raised by the stream at index 1 of those merged"]
    assert found[:2] in ([0, 1], [1, 0])
    assert (broken.closed, other.closed) == (1, 1)


async def test_merge_lets_the_block_leave_early(autojump_clock):
    for leave in (None, KeyError("mine")):
        streams = Stream(*range(9)), Stream(*range(9))
        try:
            async with merge(*streams) as merged:
                async for _ in merged:
                    if leave:
                        raise leave
                    break
        except KeyError as error:
            assert error is leave  # noqa: PT017  # which of the two it is
        assert [stream.closed for stream in streams] == [1, 1]
        with pytest.raises(trio.ClosedResourceError):
            await anext(merged)


async def test_merge_needs_streams():
    with pytest.raises(ValueError, match="at least one stream"):
        merge()
    with pytest.raises(TypeError, match=r"merge\(\) takes a sync or async iterable"):
        merge(3)  # type: ignore[arg-type]  # on purpose


async def test_merge_at_every_checkpoint_can_be_cancelled(cancel_sweep, autojump_clock):
    streams: list[Stream] = []

    async def scenario():
        streams[:] = [Stream(1, 2), Stream(3, every=5)]
        async with merge(*streams) as merged:
            assert len([item async for item in merged]) == 3

    def audit():
        assert all(stream.closed == 1 for stream in streams if stream.read)

    assert await cancel_sweep(scenario, audit) > 5


async def collect(channel, into, pause=0.0, at_most=99):
    async with channel:
        async for item in channel:
            into.append(item)
            await trio.sleep(pause)
            if len(into) == at_most:
                return


async def test_broadcast_gives_every_item_to_each(autojump_clock):
    stream = Stream(*range(5))
    lists: tuple[list[int], ...] = [], [], []
    async with broadcast(stream, 3) as channels, trio.open_nursery() as nursery:
        for channel, into in zip(channels, lists, strict=True):
            nursery.start_soon(collect, channel, into)
    assert lists == ([*range(5)],) * 3
    assert stream.closed == 1


async def test_broadcast_lets_the_fast_run_ahead_within_the_bound(autojump_clock):
    stream = Stream(*range(20), every=0)
    fast: list[int] = []
    async with broadcast(stream, 2, bound=3) as (ahead, behind), trio.open_nursery() as nursery:
        nursery.start_soon(collect, ahead, fast)
        await wait_all_tasks_blocked()
        assert fast in ([0, 1, 2], [0, 1, 2, 3])
        assert await behind.receive() == 0
        await wait_all_tasks_blocked()
        assert len(fast) in (4, 5)
        rest = [item async for item in behind]
    assert rest == [*range(1, 20)]
    assert fast == [*range(20)]


async def test_broadcast_goes_on_without_a_consumer_that_leaves(autojump_clock):
    stream = Stream(*range(9), every=0)
    short: list[int] = []
    long: list[int] = []
    async with broadcast(stream, 2, bound=1) as (first, second), trio.open_nursery() as nursery:
        nursery.start_soon(collect, first, short, 0, 2)
        nursery.start_soon(collect, second, long)
    assert short == [0, 1]
    assert long == [*range(9)]


async def test_broadcast_reads_no_further_when_all_have_left(autojump_clock):
    stream = Stream(*range(9), every=0)
    into: list[int] = []
    async with broadcast(stream, 1, bound=1) as (only,):
        await collect(only, into, 0, 2)
        await wait_all_tasks_blocked()
    assert stream.read <= 4
    assert stream.closed == 1


async def test_broadcast_of_a_stream_that_fails_ends_the_block_with_its_error(autojump_clock):
    into: list[int] = []
    stream = Stream(*range(9), error_at=3)
    with pytest.raises(OSError):  # noqa: PT011  # ours is the only one
        async with broadcast(stream, 1) as (only,):
            await collect(only, into)
    assert into == [0, 1, 2]
    assert stream.closed == 1


@pytest.mark.parametrize(("n", "bound"), [(0, 1), (1, 0), (-1, 1)])
def test_broadcast_refuses_numbers_below_one(n, bound):
    with pytest.raises(ValueError, match="must be at least 1"):
        broadcast(Stream(), n, bound=bound)


def test_broadcast_refuses_what_is_no_number():
    with pytest.raises(TypeError, match=r"broadcast\(n=\) must be a whole number"):
        broadcast(Stream(), True)
    with pytest.raises(TypeError, match="sync or async iterable"):
        broadcast(None, 1)  # type: ignore[arg-type]  # on purpose


async def test_broadcast_at_every_checkpoint_can_be_cancelled(cancel_sweep, autojump_clock):
    streams: list[Stream] = []

    async def scenario():
        streams[:] = [Stream(*range(3))]
        lists: tuple[list[int], ...] = [], []
        async with broadcast(streams[0], 2) as channels, trio.open_nursery() as nursery:
            for channel, into in zip(channels, lists, strict=True):
                nursery.start_soon(collect, channel, into)
        assert lists == ([0, 1, 2],) * 2

    def audit():
        assert all(stream.closed == 1 for stream in streams if stream.read)

    assert await cancel_sweep(scenario, audit) > 5
