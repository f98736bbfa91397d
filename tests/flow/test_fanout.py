from __future__ import annotations

import contextvars
import math
import pickle
import traceback
import tracemalloc
import weakref
from contextlib import suppress
from itertools import count, islice
from types import SimpleNamespace

import outcome
import pytest
import trio
from pytest import RaisesGroup  # noqa: PT013  # reads like the built-ins that it tests
from trio.testing import assert_checkpoints, wait_all_tasks_blocked

from triopenai.concurrency import Progress, map_each, map_failure
from triopenai.concurrency import map as map_async

MODES = pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "as_completed"])
INPUTS = pytest.mark.parametrize("kind", ["list", "iterator", "generator", "channel", "object"])


class Work:
    """An async function that keeps account of its calls: `double(item)` after `delay(item)` seconds."""

    def __init__(self, delay=lambda _: 1.0, error_at=None, error=ValueError):
        self.delay = delay
        self.error_at = error_at
        self.error = error
        self.started = []
        self.finished = []
        self.running = 0
        self.most_running = 0

    async def __call__(self, item):
        self.started.append(item)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await trio.sleep(self.delay(item))
            if item == self.error_at:
                raise self.error(item)
            self.finished.append(item)
            return item * 2
        finally:
            self.running -= 1


def found_failure(error):
    failure = map_failure(error)
    assert failure is not None
    return failure


class BrokenInputError(Exception):
    pass


class Input:
    """An async iterator that tells how far it was read, and whether it was closed."""

    def __init__(self, items, error_at=None):
        self.items = iter(items)
        self.error_at = error_at
        self.pulled = 0
        self.closed = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        await trio.lowlevel.checkpoint()
        for item in self.items:
            if item == self.error_at:
                raise BrokenInputError
            self.pulled += 1
            return item
        raise StopAsyncIteration

    async def aclose(self):
        self.closed += 1
        await trio.lowlevel.checkpoint()


def as_input(kind, items):
    async def generate():
        for item in items:
            yield item

    if kind == "list":
        return list(items)
    if kind == "iterator":
        return iter(items)
    if kind == "generator":
        return generate()
    if kind == "channel":
        send, receive = trio.open_memory_channel(math.inf)
        with send:
            for item in items:
                send.send_nowait(item)
        return receive
    return Input(items)


async def take_all(results):
    return [result async for result in results]


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
