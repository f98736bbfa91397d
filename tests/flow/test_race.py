from __future__ import annotations

from contextlib import suppress
from functools import partial

import pytest
import trio
from pytest import RaisesGroup  # noqa: PT013  # reads like the built-ins that it tests
from trio.testing import assert_checkpoints

from triopenai.concurrency import fallback, race


class Runner:
    """Ends after so many seconds, with a value or an error, and tells how it ended."""

    def __init__(self, seconds, value=None, error=None, goodbye=0.0):
        self.seconds = seconds
        self.value = value
        self.error = error
        self.goodbye = goodbye
        self.ended = None
        self.calls = 0

    async def __call__(self):
        self.calls += 1
        try:
            await trio.sleep(self.seconds)
        except trio.Cancelled:
            with trio.move_on_after(self.goodbye, shield=True):
                await trio.sleep(self.goodbye)
            self.ended = "cancelled"
            raise
        self.ended = "done"
        if self.error is not None:
            raise self.error
        return self.value


async def test_race_returns_the_first_result_and_waits_for_the_cancelled(autojump_clock):
    slow, fast = Runner(9, "slow", goodbye=1), Runner(2, "fast")
    assert await race(slow, fast) == "fast"
    assert (slow.ended, fast.ended) == ("cancelled", "done")
    assert trio.current_time() == autojump_clock.current_time()
    assert slow.calls == 1


async def test_race_goes_on_without_those_that_fail(autojump_clock):
    start = trio.current_time()
    assert await race(Runner(1, error=ValueError("one")), Runner(3, "late")) == "late"
    assert trio.current_time() - start == 3


async def test_race_that_nobody_wins_raises_all_errors_in_one_group(autojump_clock):
    first, second = ValueError("first"), KeyError("second")
    with RaisesGroup(ValueError, KeyError) as caught:
        await race(Runner(2, error=second), Runner(1, error=first))
    assert caught.value.exceptions == (first, second)
    assert "Runner" in first.__notes__[0]


async def test_race_of_one_is_a_call(autojump_clock):
    assert await race(partial(Runner(1, "alone"))) == "alone"


async def test_race_takes_none_for_a_result(autojump_clock):
    assert await race(Runner(1, None), Runner(2, "late")) is None


@pytest.mark.parametrize("function", [race, fallback])
async def test_several_ways_need_functions(function, autojump_clock):
    with pytest.raises(ValueError, match=r"at least 1 async function, and was given none"):
        await function()
    runner = Runner(0)
    with pytest.raises(TypeError, match=r"coroutine object Runner.__call__\(\.\.\.\)"):
        await function(runner, runner())
    assert runner.calls == 0
    with pytest.raises(TypeError, match="takes an async function, not int"):
        await function(3)
    with RaisesGroup(TypeError):
        await function(lambda: 3)


async def test_race_lets_an_interrupt_through(autojump_clock):
    with pytest.raises(KeyboardInterrupt):
        await race(Runner(1, error=KeyboardInterrupt()), Runner(2, "late"))


async def test_race_at_every_checkpoint_can_be_cancelled(cancel_sweep, autojump_clock):
    runners: list[Runner] = []

    async def scenario():
        runners[:] = [Runner(1, error=ValueError()), Runner(2, "two"), Runner(3, "three")]
        with assert_checkpoints():
            assert await race(*runners) == "two"

    def audit():
        assert all(runner.ended is not None for runner in runners if runner.calls)

    assert await cancel_sweep(scenario, audit) > 3


async def test_race_leaves_no_garbage(assert_no_garbage, autojump_clock):
    async def fail():
        await trio.sleep(1)
        raise ValueError

    async def scenario():
        await race(fail, Runner(2, "two"))
        with suppress(ExceptionGroup):
            await race(fail)
        with suppress(ExceptionGroup):
            await fallback(fail, fail)

    await assert_no_garbage(scenario)


async def test_fallback_tries_one_after_the_other(autojump_clock):
    first, second, third = Runner(1, error=OSError("down")), Runner(2, "second"), Runner(1, "third")
    assert await fallback(first, second, third) == "second"
    assert [runner.calls for runner in (first, second, third)] == [1, 1, 0]
    assert trio.current_time() == autojump_clock.current_time()


async def test_fallback_lets_other_errors_leave_with_notes_of_those_before(autojump_clock):
    last = Runner(1, "last")
    with pytest.raises(KeyError) as caught:
        await fallback(Runner(1, error=OSError("down")), Runner(1, error=KeyError("bad")), last, on=OSError)
    assert caught.value.__notes__ == ["failed before: OSError: down"]
    assert last.calls == 0


async def test_fallback_with_nothing_left_raises_all_errors_in_one_group(autojump_clock):
    first, second = OSError("one"), OSError("two")
    with RaisesGroup(OSError, OSError) as caught:
        await fallback(Runner(1, error=first), Runner(1, error=second), on=(OSError, KeyError))
    assert caught.value.exceptions == (first, second)
    assert second.__notes__ == ["raised by Runner, number 2 of 2 to fall back on"]


async def test_fallback_that_is_cancelled_tries_no_other(autojump_clock):
    spare = Runner(1, "spare")
    with trio.move_on_after(1) as scope:
        await fallback(Runner(5), spare)
    assert scope.cancelled_caught
    assert spare.calls == 0
