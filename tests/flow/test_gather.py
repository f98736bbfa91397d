from __future__ import annotations

from functools import partial

import pytest
import trio

from triopenai.concurrency import gather, map_failure


async def wait(seconds, value):
    await trio.sleep(seconds)
    return value


async def fail(seconds, error):
    await trio.sleep(seconds)
    raise error


async def test_gather_runs_all_at_once_and_keeps_the_order(autojump_clock):
    start = trio.current_time()
    assert await gather(partial(wait, 3, "a"), partial(wait, 1, 2), partial(wait, 2, None)) == ("a", 2, None)
    assert trio.current_time() - start == 3


async def test_gather_of_an_iterable_gives_a_list(autojump_clock):
    assert await gather(partial(wait, 1, number) for number in range(20)) == [*range(20)]
    assert await gather([]) == []


async def test_gather_runs_so_many_at_a_time(autojump_clock):
    start = trio.current_time()
    assert await gather([partial(wait, 1, number) for number in range(5)], limit=2) == [*range(5)]
    assert trio.current_time() - start == 3
    assert await gather(partial(wait, 1, 1), partial(wait, 1, 2), limit=1) == (1, 2)


async def test_gather_cancels_the_others_of_one_that_fails_and_tells_what_was_finished(autojump_clock):
    start = trio.current_time()
    with pytest.raises(ValueError, match="two") as caught:
        await gather(partial(wait, 1, "one"), partial(fail, 2, ValueError("two")), partial(wait, 9, "nine"))
    assert trio.current_time() - start == 2
    failure = map_failure(caught.value)
    assert failure is not None
    assert (failure.index, failure.function, failure.results) == (1, "fail", {0: "one"})


async def test_gather_needs_functions():
    with pytest.raises(TypeError, match=r"coroutine object wait\(\.\.\.\)"):
        await gather(partial(wait, 1, 1), wait(1, 1))  # type: ignore[call-overload]  # on purpose
    with pytest.raises(TypeError, match=r"coroutine object wait\(\.\.\.\)"):
        await gather([wait(1, 1), wait(1, 2)])  # type: ignore[arg-type]  # on purpose
    with pytest.raises(ValueError, match="at least 1 async function"):
        await gather()  # type: ignore[call-overload]  # on purpose
    with pytest.raises(ValueError, match=r"^gather\(limit=\) must be at least 1, not 0"):
        await gather(partial(wait, 1, 1), limit=0)


async def test_gather_at_every_checkpoint_can_be_cancelled(cancel_sweep, autojump_clock):
    async def scenario():
        assert await gather(partial(wait, 1, 1), partial(wait, 2, 2)) == (1, 2)

    assert await cancel_sweep(scenario) > 3
