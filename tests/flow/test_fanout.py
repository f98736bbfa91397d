from __future__ import annotations

import contextvars
import math
import tracemalloc
import weakref
from itertools import count
from types import SimpleNamespace

import pytest
import trio
from trio.testing import assert_checkpoints, wait_all_tasks_blocked

from tests.support.fanout import (
    INPUTS,
    MODES,
    Input,
    Work,
    as_input,
    take_all,
)
from triopenai.concurrency import Progress, map_each
from triopenai.concurrency import map as map_async

# What comes out, and when.


@INPUTS
async def test_map_returns_results_in_the_items_order(kind, autojump_clock):
    work = Work(delay=lambda item: 10 - item)
    assert await map_async(work, as_input(kind, range(10)), limit=4) == [2 * n for n in range(10)]
    assert work.most_running == 4
    assert work.running == 0


@INPUTS
async def test_map_each_gives_results_in_the_items_order(kind, autojump_clock):
    work = Work(delay=lambda item: 10 - item)
    async with map_each(work, as_input(kind, range(10)), limit=4) as results:
        assert await take_all(results) == [2 * n for n in range(10)]
    assert work.most_running == 4


@INPUTS
async def test_map_each_gives_results_as_they_complete(kind, autojump_clock):
    work = Work(delay=[5, 1, 4, 2, 3].__getitem__)
    async with map_each(work, as_input(kind, range(5)), limit=5, ordered=False) as results:
        assert await take_all(results) == [2, 6, 8, 4, 0]
    assert trio.current_time() == 5


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 8, 100])
async def test_limit_bounds_how_many_calls_run_at_once(limit, autojump_clock):
    work = Work()
    await map_async(work, range(8), limit=limit)
    assert work.most_running == min(limit, 8)
    assert trio.current_time() == math.ceil(8 / limit)


async def test_a_slow_first_item_does_not_hold_up_map(autojump_clock):
    work = Work(delay=lambda item: 10 if item == 0 else 1)
    await map_async(work, range(11), limit=2)
    assert trio.current_time() == 10


async def test_no_items_give_no_results():
    with assert_checkpoints():
        assert await map_async(Work(), [], limit=3) == []
    async with map_each(Work(), Input([]), limit=3) as results:
        assert await take_all(results) == []


async def test_results_may_be_anything(autojump_clock):
    async def give_none(_):
        await trio.sleep(1)

    assert await map_async(give_none, range(3), limit=2) == [None] * 3
    async with map_each(give_none, range(3), limit=2) as results:
        assert await take_all(results) == [None] * 3


async def test_iteration_ends_more_than_once():
    async with map_each(Work(), [], limit=1) as results:
        assert await take_all(results) == []
        assert await take_all(results) == []


async def test_every_result_is_a_checkpoint():
    async with map_each(Work(delay=lambda _: 0), range(3), limit=3) as results:
        await wait_all_tasks_blocked()  # until all of them lie ready
        for _ in range(3):
            with assert_checkpoints():
                await anext(results)
        with assert_checkpoints(), pytest.raises(StopAsyncIteration):
            await anext(results)


async def test_what_iterates_both_ways_is_iterated_asynchronously(autojump_clock):
    class Page(Input):
        def __iter__(self):
            raise AssertionError  # these would be its fields

    assert await map_async(Work(), Page([1, 2]), limit=1) == [2, 4]


async def test_each_call_has_its_own_context_variables(autojump_clock):
    variable = contextvars.ContextVar("variable", default="unset")
    seen = []

    async def call(item):
        seen.append(variable.get())
        variable.set(f"set for {item}")
        await trio.sleep(1)

    variable.set("the caller's")
    await map_async(call, range(4), limit=2)
    assert seen == ["the caller's"] * 4


# Room: the input is read, and memory taken, only as far as the limit.


@MODES
@pytest.mark.parametrize("kind", ["sync", "async"])
async def test_an_endless_input_is_pulled_only_as_there_is_room(ordered, kind, autojump_clock):
    pulled = 0
    taken = 0
    most_ahead = 0

    def numbers():
        nonlocal pulled, most_ahead
        for number in count():
            pulled += 1
            most_ahead = max(most_ahead, pulled - taken)
            yield number

    async def async_numbers():
        for number in numbers():
            yield number

    items = numbers() if kind == "sync" else async_numbers()
    work = Work(delay=lambda item: item % 5)
    async with map_each(work, items, limit=4, ordered=ordered) as results:
        async for _ in results:
            taken += 1
            await trio.sleep(taken % 3)
            if taken == 100:
                break
    assert most_ahead == 4
    assert work.running == 0


@MODES
async def test_nothing_is_pulled_while_nobody_takes_results(ordered, autojump_clock):
    work = Work()
    items = Input(count())
    async with map_each(work, items, limit=3, ordered=ordered) as results:
        await trio.sleep(1000)
        assert items.pulled == 3
        assert repr(results) == "<MapResults 3 of 3 places taken>"
        await anext(results)
        await wait_all_tasks_blocked()
        assert items.pulled == 4


async def test_a_slow_item_whose_turn_it_is_lets_no_buffer_grow(autojump_clock):
    work = Work(delay=lambda item: 1000 if item == 0 else 1)
    async with map_each(work, count(), limit=5) as results:
        with trio.move_on_after(999) as scope:
            await anext(results)
        assert scope.cancelled_caught
        assert sorted(work.started) == [0, 1, 2, 3, 4]
        assert await anext(results) == 0


async def test_an_item_is_let_go_when_its_result_was_taken(autojump_clock):
    class Item:
        pass

    alive: weakref.WeakSet[Item] = weakref.WeakSet()

    def items():
        for _ in range(1000):
            item = Item()
            alive.add(item)
            yield item
            del item

    async def same(item):
        await trio.sleep(1)
        return item

    most = 0
    async with map_each(same, items(), limit=10) as results:
        async for result in results:
            most = max(most, len(alive))
            del result
    assert most <= 12
    assert not alive


# Taking results.


async def test_cancelling_the_wait_for_a_result_loses_none(autojump_clock):
    taken = []
    async with map_each(Work(), range(5), limit=2) as results:
        while True:
            with trio.move_on_after(0.3):
                try:
                    taken.append(await anext(results))
                except StopAsyncIteration:
                    break
    assert taken == [0, 2, 4, 6, 8]


@MODES
async def test_several_tasks_share_the_results(ordered, autojump_clock):
    taken = []

    async def consume(results):
        async for result in results:
            taken.append(result)
            await trio.sleep(result % 3)

    async with (
        map_each(Work(), range(20), limit=4, ordered=ordered) as results,
        trio.open_nursery() as nursery,
    ):
        for _ in range(3):
            nursery.start_soon(consume, results)
    assert sorted(taken) == [2 * n for n in range(20)]


# Bad input.


@pytest.mark.parametrize(
    ("limit", "error", "message"),
    [
        (0, ValueError, "at least 1, not 0"),
        (-1, ValueError, "at least 1, not -1"),
        (1.0, TypeError, r"whole number, not 1\.0"),
        (True, TypeError, "whole number, not True"),
        ("3", TypeError, "whole number, not '3'"),
        (None, TypeError, "whole number, not None"),
    ],
)
async def test_a_bad_limit_is_refused_at_once(limit, error, message):
    with pytest.raises(error, match=message):
        await map_async(Work(), [], limit=limit)
    with pytest.raises(error, match=message):
        map_each(Work(), [], limit=limit)


async def test_a_coroutine_object_is_refused_and_closed():
    async def ask(_):
        raise AssertionError

    with pytest.raises(TypeError, match=r"coroutine object .*ask\(\.\.\.\): write map\("):
        await map_async(ask(1), [1], limit=1)  # type: ignore[call-overload]  # the slip under test
    with pytest.raises(TypeError, match=r"coroutine object .*ask\(\.\.\.\): write map_each\("):
        map_each(ask(1), [1], limit=1)  # type: ignore[call-overload]  # the slip under test
    with pytest.raises(TypeError, match=r"coroutine object .*ask\(\.\.\.\): await it first"):
        map_each(ask, ask(1), limit=1)  # type: ignore[call-overload]  # the slip under test


@pytest.mark.parametrize("items", [None, 3, Work()])
async def test_what_cannot_be_iterated_is_refused_at_once(items):
    with pytest.raises(TypeError, match="sync or async iterable"):
        await map_async(Work(), items, limit=1)
    with pytest.raises(TypeError, match="sync or async iterable"):
        map_each(Work(), items, limit=1)


async def test_what_cannot_be_called_is_refused_at_once():
    with pytest.raises(TypeError, match="takes an async function, not str"):
        await map_async("ask", [1], limit=1)  # type: ignore[call-overload]  # the slip under test


async def test_a_synchronous_function_is_refused_when_it_shows():
    with pytest.raises(TypeError, match="str returned str, which cannot be awaited"):
        await map_async(str, [1, 2], limit=1)  # type: ignore[arg-type]  # the slip under test


async def test_a_call_that_ends_in_spite_of_cancellation_is_dropped(autojump_clock):
    async def stubborn(item):
        with trio.CancelScope(shield=item > 0):
            await trio.sleep(item + 1)
        return item

    async with map_each(stubborn, range(3), limit=3) as results:
        assert await anext(results) == 0
    assert trio.current_time() == 3


async def test_an_async_input_need_not_be_closable(autojump_clock):
    class Numbers:
        def __init__(self):
            self.rest = iter([1, 2])

        def __aiter__(self):
            return self

        async def __anext__(self):
            await trio.lowlevel.checkpoint()
            for number in self.rest:
                return number
            raise StopAsyncIteration

    assert await map_async(Work(), Numbers(), limit=1) == [2, 4]


# Progress.


class Reply:
    def __init__(self, tokens):
        self.usage = SimpleNamespace(total_tokens=tokens)


async def test_progress_is_told_after_each_item(autojump_clock):
    async def ask(item):
        await trio.sleep(2)
        if item == 2:
            raise ValueError
        return Reply(10 if item else None)

    told: list[Progress] = []
    await map_async(ask, range(6), limit=2, on_error="outcome", on_progress=told.append)
    assert [(one.done, one.failed, one.running + (one.waiting or 0)) for one in told][-1] == (5, 1, 0)
    assert [one.done + one.failed for one in told] == [1, 2, 3, 4, 5, 6]
    halfway = told[3]
    assert (halfway.elapsed, halfway.rate, halfway.eta) == (4, 1.0, 2.0)
    assert (halfway.running, halfway.waiting) in ((0, 2), (1, 1))
    assert told[-1].tokens == 40


async def test_progress_of_an_input_without_a_length_knows_no_end(autojump_clock):
    told: list[Progress] = []
    async with map_each(Work(), iter(range(3)), limit=1, on_progress=told.append) as results:
        assert [result async for result in results] == [0, 2, 4]
    assert [(one.done, one.waiting, one.eta) for one in told] == [
        (1, None, None),
        (2, None, None),
        (3, None, None),
    ]


async def test_progress_that_raises_ends_the_calls(autojump_clock):
    def refuse(_):
        raise LookupError

    with pytest.raises(LookupError):
        await map_async(Work(), range(3), limit=1, on_progress=refuse)


@pytest.mark.parametrize("function", [map_async, map_each])
async def test_progress_is_told_to_a_function(function):
    with pytest.raises(TypeError, match="on_progress= must be a function that takes a Progress, not str"):
        await function(Work(), [], limit=1, on_progress="bar")


async def test_memory_is_bounded_by_the_limit(autojump_clock):
    async def echo(item):
        await trio.lowlevel.checkpoint()
        return item

    async with map_each(echo, count(), limit=100) as results:
        for _ in range(2000):
            await anext(results)
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            for _ in range(4_000):
                await anext(results)
            assert tracemalloc.get_traced_memory()[0] - before < 200_000
        finally:
            tracemalloc.stop()
