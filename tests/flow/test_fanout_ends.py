"""How a fan-out ends before its items do: by a failure, by leaving, by cancellation."""

from __future__ import annotations

import math
import pickle
import traceback
from contextlib import suppress
from itertools import count, islice

import outcome
import pytest
import trio
from pytest import RaisesGroup  # noqa: PT013  # reads like the built-ins that it tests
from trio.testing import wait_all_tasks_blocked

from tests.support.fanout import (
    INPUTS,
    MODES,
    BrokenInputError,
    Input,
    Work,
    as_input,
    found_failure,
    take_all,
)
from triopenai.concurrency import map as map_async
from triopenai.concurrency import map_each, map_failure

# Failure.


@pytest.mark.parametrize("position", range(8))
@pytest.mark.parametrize("limit", [1, 3, 8])
async def test_map_raises_the_failure_of_any_item(position, limit, autojump_clock):
    work = Work(error_at=position)
    with pytest.raises(ValueError, match=str(position)) as raised:
        await map_async(work, range(8), limit=limit)
    error = raised.value
    assert error.__notes__ == [f"raised by Work for the item at index {position}"]
    assert error.__context__ is None
    assert error.__cause__ is None
    assert traceback.extract_tb(error.__traceback__)[-1].name == "__call__"
    assert work.running == 0
    assert trio.current_time() == position // limit + 1
    assert len(work.started) <= limit * (position // limit + 1)


@MODES
@pytest.mark.parametrize("position", range(8))
@pytest.mark.parametrize("limit", [1, 3, 8])
async def test_map_each_raises_the_failure_of_any_item(ordered, position, limit, autojump_clock):
    work = Work(delay=lambda item: item + 1, error_at=position)
    taken = []
    items = Input(range(8))
    with pytest.raises(ValueError, match=str(position)) as raised:
        async with map_each(work, items, limit=limit, ordered=ordered) as results:
            async for result in results:
                taken.append(result)  # noqa: PERF401  # to have those before the failure
    assert raised.value.__context__ is None
    assert raised.value.__notes__ == [f"raised by Work for the item at index {position}"]
    assert taken == [2 * n for n in range(position)]
    assert work.running == 0
    assert items.closed == 1


async def test_a_failure_cancels_a_body_that_waits_for_something_else(autojump_clock):
    with pytest.raises(ValueError, match="0"):
        async with map_each(Work(error_at=0), range(3), limit=1):
            await trio.sleep_forever()
    assert trio.current_time() == 1


async def test_no_call_starts_after_a_failure(autojump_clock):
    work = Work(delay=lambda item: 1 if item == 0 else 1.5, error_at=0)
    with pytest.raises(ValueError, match="0"):
        await map_async(work, count(), limit=3)
    assert sorted(work.started) == [0, 1, 2]
    assert work.finished == []


async def test_the_first_of_several_failures_leaves_and_tells_of_the_others():
    async def fail(item):
        if item == 1:
            raise KeyError(item)
        await trio.lowlevel.cancel_shielded_checkpoint()
        raise ValueError(item)

    with pytest.raises(KeyError) as raised:
        await map_async(fail, range(3), limit=3)
    assert len(raised.value.__notes__) == 3
    text = "".join(traceback.format_exception(raised.value))
    assert "for the item at index 1" in text
    assert "failed at the same time: ValueError: 0" in text
    assert "for the item at index 2" in text


@pytest.mark.parametrize("interrupted", [0, 1, 2])
async def test_an_interrupt_wins_over_failures(interrupted):
    async def fail(item):
        raise KeyboardInterrupt if item == interrupted else ValueError(item)

    with pytest.raises(KeyboardInterrupt):
        await map_async(fail, range(3), limit=3)


async def test_an_error_group_of_an_item_leaves_as_itself():
    inner = OSError()

    async def fail(_):
        msg = "its own"
        raise ExceptionGroup(msg, [inner])

    with pytest.raises(ExceptionGroup, match="its own") as raised:  # noqa: ASYNC401  # the very group is looked at
        await map_async(fail, range(3), limit=1)
    assert raised.value.exceptions == (inner,)


@pytest.mark.parametrize("position", range(5))
@MODES
async def test_a_failure_of_the_input_leaves_with_its_position(position, ordered, autojump_clock):
    work = Work()
    items = Input(range(5), error_at=position)
    with pytest.raises(BrokenInputError) as raised:
        async with map_each(work, items, limit=2, ordered=ordered) as results:
            await take_all(results)
    assert raised.value.__notes__ == [f"raised by the input, in place of the item at index {position}"]
    assert (work.running, items.closed) == (0, 1)


async def test_a_failure_of_a_synchronous_input_leaves_as_itself(autojump_clock):
    with pytest.raises(ZeroDivisionError):
        await map_async(Work(), (1 // (2 - n) for n in range(5)), limit=2)


@MODES
async def test_an_error_of_the_body_leaves_as_itself(ordered, autojump_clock):
    work = Work()
    items = Input(count())
    error = KeyError("body")
    with pytest.raises(KeyError) as raised:
        async with map_each(work, items, limit=3, ordered=ordered) as results:
            async for _ in results:
                raise error
    assert raised.value is error
    assert error.__context__ is None
    assert (work.running, items.closed) == (0, 1)
    assert trio.current_time() == 1


async def test_body_and_item_failing_leave_in_a_group(autojump_clock):
    with RaisesGroup(KeyError, ValueError):
        async with map_each(Work(error_at=0), range(3), limit=1):
            try:
                await trio.sleep_forever()
            finally:
                raise KeyError


async def test_failures_leave_no_cycles_of_garbage(assert_no_garbage):
    async def int_of(text):
        await trio.lowlevel.checkpoint()
        return int(text)

    async def fail_in_map():
        with suppress(ValueError):
            await map_async(int_of, ["1", "x", "y"], limit=2)

    async def fail_in_map_each():
        with suppress(ValueError):
            async with map_each(int_of, ["1", "x", "y"], limit=2) as results:
                await take_all(results)

    async def leave_early():
        async with map_each(int_of, ["1", "2", "3"], limit=2) as results:
            await anext(results)

    await assert_no_garbage(fail_in_map)
    await assert_no_garbage(fail_in_map_each)
    await assert_no_garbage(leave_early)


# Leaving.


@MODES
@INPUTS
@pytest.mark.parametrize("position", range(1, 6))
async def test_leaving_early_cancels_what_runs_and_waits_for_it(ordered, kind, position, autojump_clock):
    work = Work(delay=lambda item: item + 1)
    items = as_input(kind, range(5))
    async with map_each(work, items, limit=3, ordered=ordered) as results:
        taken = 0
        async for _ in results:
            taken += 1
            if taken == position:
                break
    assert work.running == 0
    assert taken == position
    if isinstance(items, Input):
        assert items.closed == 1
    if isinstance(items, trio.MemoryReceiveChannel):
        with pytest.raises(trio.ClosedResourceError):
            items.receive_nowait()


async def test_leaving_without_iterating_cancels_what_runs():
    work = Work()
    async with map_each(work, count(), limit=3):
        await wait_all_tasks_blocked()
    assert len(work.started) == 3
    assert work.running == 0


async def test_leaving_early_does_not_wait_for_results_nobody_takes(autojump_clock):
    async with map_each(Work(), count(), limit=3) as results:
        await anext(results)
        await trio.sleep(10)  # every place is taken by a finished item
    assert trio.current_time() == 11


async def test_an_async_generator_is_closed_politely_on_leaving(autojump_clock):
    log = []

    async def numbers():
        try:
            for number in count():
                yield number
        finally:
            await trio.sleep(1)  # noqa: ASYNC102  # leaving a block early is no cancellation
            log.append("closed")

    async with map_each(Work(), numbers(), limit=3) as results:
        await anext(results)
    assert log == ["closed"]


async def test_a_closed_channel_tells_its_sender(autojump_clock):
    send, receive = trio.open_memory_channel(0)

    async def produce():
        with send, pytest.raises(trio.BrokenResourceError):
            for number in count():
                await send.send(number)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(produce)
        async with map_each(Work(), receive, limit=2) as results:
            await anext(results)


async def test_a_synchronous_iterator_keeps_its_rest(autojump_clock):
    numbers = iter(range(100))
    async with map_each(Work(), numbers, limit=1) as results:
        assert await anext(results) == 0
    assert list(islice(numbers, 2)) == [1, 2]


async def test_results_outlive_their_block_as_closed():
    async with map_each(Work(), range(3), limit=1) as results:
        pass
    with pytest.raises(trio.ClosedResourceError, match="has ended"):
        await anext(results)
    assert repr(results) == "<MapResults closed>"


async def test_a_task_left_waiting_for_results_learns_of_the_end():
    async def wait_for(results):
        with pytest.raises(trio.ClosedResourceError):
            await anext(results)

    forever = Work(delay=lambda _: math.inf)
    async with (
        trio.open_nursery() as nursery,
        map_each(forever, range(3), limit=1) as results,
    ):
        nursery.start_soon(wait_for, results)  # noqa: ASYNC111  # the nursery is cancelled before it ends
        await wait_all_tasks_blocked()


async def test_a_block_is_entered_once():
    block = map_each(Work(), range(3), limit=1)
    async with block:
        with pytest.raises(RuntimeError, match="entered before"):
            await block.__aenter__()


# Cancellation.


async def test_cancellation_leaves_map_as_one_cancelled():
    seen = []
    with trio.move_on_after(0):
        try:
            await map_async(Work(), range(3), limit=2)
        except BaseException as error:
            seen.append(type(error))
            raise
    assert seen == [trio.Cancelled]


async def test_cancellation_of_map_at_every_checkpoint_ends_every_call(cancel_sweep):
    work = Work(delay=lambda _: 0)
    items = Input([])

    async def scenario():
        nonlocal items
        items = Input(range(4))
        assert await map_async(work, items, limit=2) == [0, 2, 4, 6]

    def audit():
        assert work.running == 0
        assert items.closed == 1

    assert await cancel_sweep(scenario, audit) > 8


@MODES
async def test_cancellation_of_map_each_at_every_checkpoint_ends_every_call(ordered, cancel_sweep):
    work = Work(delay=lambda _: 0)
    items = Input([])

    async def scenario():
        nonlocal items
        items = Input(range(4))
        async with map_each(work, items, limit=2, ordered=ordered) as results:
            assert sorted(await take_all(results)) == [0, 2, 4, 6]

    def audit():
        assert work.running == 0
        assert items.closed == 1

    assert await cancel_sweep(scenario, audit) > 8


# Outcomes.


@MODES
async def test_outcomes_take_the_place_of_results(ordered, autojump_clock):
    work = Work(error_at=2)
    async with map_each(work, range(5), limit=2, ordered=ordered, on_error="outcome") as results:
        found = [result async for result in results]
    assert sorted(work.finished) == [0, 1, 3, 4]
    errors = [result.error for result in found if isinstance(result, outcome.Error)]
    assert [found_failure(error).index for error in errors] == [2]
    assert sorted(result.unwrap() for result in found if isinstance(result, outcome.Value)) == [0, 2, 6, 8]


async def test_outcomes_of_map_are_in_order(autojump_clock):
    work = Work(delay=lambda item: 5 - item, error_at=1)
    found = await map_async(work, range(4), limit=4, on_error="outcome")
    assert [type(one) for one in found] == [outcome.Value, outcome.Error, outcome.Value, outcome.Value]
    with pytest.raises(ValueError, match="1") as caught:
        found[1].unwrap()
    assert found_failure(caught.value).function == "Work"


async def test_outcomes_never_hold_a_cancellation_or_an_interrupt(autojump_clock):
    with trio.move_on_after(0.5) as scope:
        await map_async(Work(), range(4), limit=4, on_error="outcome")
    assert scope.cancelled_caught
    with pytest.raises(KeyboardInterrupt):
        await map_async(Work(error_at=1, error=KeyboardInterrupt), range(4), limit=4, on_error="outcome")


async def test_outcomes_do_not_hide_a_broken_input(autojump_clock):
    with pytest.raises(BrokenInputError):
        await map_async(Work(), Input(range(4), error_at=2), limit=4, on_error="outcome")


@pytest.mark.parametrize("function", [map_async, map_each])
async def test_on_error_is_one_of_two_words(function):
    with pytest.raises(ValueError, match=r"\(on_error=\) must be 'raise' or 'outcome', not 'ignore'"):
        await function(Work(), [], limit=1, on_error="ignore")


async def test_failure_of_map_keeps_what_was_finished(autojump_clock):
    work = Work(delay=lambda item: item + 1, error_at=2)
    with pytest.raises(ValueError, match="2") as caught:
        await map_async(work, range(9), limit=4)
    failure = found_failure(caught.value)
    assert (failure.index, failure.function) == (2, "Work")
    assert failure.results == {0: 0, 1: 2}
    assert repr(failure) == "MapFailure(index=2, function='Work', results=<2>)"
    assert map_failure(pickle.loads(pickle.dumps(caught.value))) == failure


async def test_failure_of_map_each_keeps_what_the_loop_had_not_come_to(autojump_clock):
    work = Work(delay=lambda item: 5 - item if item else 0.5, error_at=1)
    taken = []
    with pytest.raises(ValueError, match="1") as caught:
        async with map_each(work, range(4), limit=4) as results:
            async for result in results:
                taken.append(result)  # noqa: PERF401  # kept when it ends
    assert taken == [0]
    assert found_failure(caught.value).results == {2: 4, 3: 6}


async def test_failure_of_something_else_says_nothing(autojump_clock):
    assert map_failure(ValueError()) is None
    with pytest.raises(BrokenInputError) as caught:
        await map_async(Work(), Input(range(4), error_at=2), limit=1)
    assert map_failure(caught.value) is None


async def test_failure_is_told_in_a_note_where_the_exception_takes_no_attributes(autojump_clock):
    class FixedError(Exception):
        def __setattr__(self, name, value):
            if not name.startswith("__"):
                raise AttributeError(name)
            super().__setattr__(name, value)

    with pytest.raises(FixedError) as caught:
        await map_async(Work(error_at=0, error=FixedError), [0], limit=1)
    assert caught.value.__notes__ == ["raised by Work for the item at index 0"]
