from __future__ import annotations

import math
from contextlib import suppress

import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st

from triopenai.concurrency import hedge


class Server:
    """An async function that takes as long as it is told, call by call, and tells how each ended."""

    def __init__(self, *seconds):
        self.seconds = list(seconds)
        self.ends = []

    async def __call__(self, name="x", *, error=None):
        seconds = self.seconds.pop(0)
        number = len(self.ends)
        self.ends.append("running")
        try:
            await trio.sleep(seconds)
        except trio.Cancelled:
            self.ends[number] = "cancelled"
            raise
        self.ends[number] = "done"
        if error is not None:
            raise error
        return f"{name}{number}"


async def test_hedge_leaves_a_quick_call_alone(autojump_clock):
    server = Server(1)
    ask = hedge(server, after=2, limit=1)
    assert await ask("a") == "a0"
    assert server.ends == ["done"]
    assert ask.statistics().hedges == 0


async def test_hedge_tries_a_slow_call_again_and_takes_the_first_result(autojump_clock):
    start = trio.current_time()
    server = Server(9, 1)
    ask = hedge(server, after=2, limit=1)
    assert await ask(name="a") == "a1"
    assert trio.current_time() - start == 3
    assert server.ends == ["cancelled", "done"]
    statistics = ask.statistics()
    assert (statistics.calls, statistics.hedges, statistics.won, statistics.delay) == (1, 1, 1, 2)


async def test_hedge_lets_the_first_try_win_too(autojump_clock):
    server = Server(3, 9)
    ask = hedge(server, after=2, limit=1)
    assert await ask() == "x0"
    assert server.ends == ["done", "cancelled"]
    assert ask.statistics().won == 0


async def test_hedge_is_no_retry(autojump_clock):
    server = Server(1)
    ask = hedge(server, after=2, limit=1)
    with pytest.raises(OSError, match="down"):
        await ask(error=OSError("down"))
    assert server.ends == ["done"]


async def test_hedge_waits_for_the_other_try_when_one_fails(autojump_clock):
    class Flaky(Server):
        async def __call__(self, name="x", *, error=None):
            number = len(self.ends)
            value = await super().__call__(name, error=error)
            if number == 0:
                raise OSError
            return value

    ask = hedge(Flaky(3, 5), after=2, limit=1)
    assert await ask() == "x1"


async def test_hedge_raises_the_first_error_with_a_note_of_the_second(autojump_clock):
    ask = hedge(Server(5, 1), after=2, limit=1)
    errors = [OSError("one"), KeyError("two")]

    with pytest.raises(OSError, match="one") as caught:
        await hedge(_raise_in_turn(ask, errors), after=2, limit=1)()
    assert caught.value.__notes__ == ["failed at the same time: KeyError: 'two'"]


def _raise_in_turn(ask, errors):
    async def fn():
        error = errors.pop(0)
        await trio.sleep(3)
        raise error

    return fn


async def test_hedge_never_exceeds_its_share(autojump_clock):
    server = Server(*[9] * 100)
    ask = hedge(server, after=1, limit=0.1)
    for number in range(50):
        await ask()
        assert ask.statistics().hedges <= 0.1 * (number + 1)
    assert ask.statistics().hedges == 5


async def test_hedge_learns_when_a_call_is_slow(autojump_clock):
    server = Server(*range(1, 200))
    ask = hedge(server, after="p95", limit=0.05)
    for number in range(100):
        if number < 20:
            assert ask.statistics().delay is None
        await ask()
    assert 80 <= (ask.statistics().delay or 0) <= 100
    assert 1 <= ask.statistics().hedges <= 5


async def test_hedge_by_a_quantile_tries_nothing_twice_before_it_knows(autojump_clock):
    server = Server(*[1000] * 19)
    ask = hedge(server, after="p50", limit=1)
    for _ in range(19):
        await ask()
    assert ask.statistics().hedges == 0


async def test_hedge_counts_the_calls_of_all_tasks_together(autojump_clock):
    server = Server(*[9] * 40)
    ask = hedge(server, after=1, limit=0.5)
    async with trio.open_nursery() as nursery:
        for _ in range(20):
            nursery.start_soon(ask)
    assert ask.statistics().hedges == 10


@given(st.floats(0.01, 1), st.integers(1, 40))
def test_hedge_keeps_its_share_whatever_it_is(share, calls):
    async def main():
        server = Server(*[9] * 80)
        ask = hedge(server, after=1, limit=share)
        for number in range(calls):
            await ask()
            assert ask.statistics().hedges <= share * (number + 1)
        assert ask.statistics().hedges == math.floor(share * calls) or share * calls < 1

    trio.run(main, clock=trio.testing.MockClock(autojump_threshold=0))


@pytest.mark.parametrize("after", [-1, math.nan, math.inf, True, "p42", "soon", None])
def test_hedge_refuses_a_time_that_is_none(after):
    with pytest.raises(ValueError, match=r"hedge\(after=\) must be seconds"):
        hedge(Server(), after=after)


@pytest.mark.parametrize("limit", [0, -1, 1.5, math.nan, True, "all"])
def test_hedge_refuses_a_share_that_is_none(limit):
    with pytest.raises(ValueError, match=r"hedge\(limit=\) must be a share"):
        hedge(Server(), after=1, limit=limit)


def test_hedge_takes_a_function():
    server = Server(1)
    with pytest.raises(TypeError, match="coroutine object"):
        hedge(server(), after=1)  # type: ignore[arg-type]  # on purpose
    assert "Server after 1, 0 of 0 calls" in repr(hedge(server, after=1))


async def test_hedge_at_every_checkpoint_can_be_cancelled(cancel_sweep, autojump_clock):
    servers: list[Server] = []

    async def scenario():
        servers[:] = [Server(9, 1)]
        assert await hedge(servers[0], after=2, limit=1)() == "x1"

    assert await cancel_sweep(scenario, lambda: all(end != "running" for end in servers[0].ends)) > 3


async def test_hedge_leaves_no_garbage(assert_no_garbage, autojump_clock):
    async def fail():
        await trio.sleep(1)
        raise OSError

    async def scenario():
        await hedge(Server(9, 1), after=2, limit=1)()
        with suppress(OSError):
            await hedge(fail, after=0.5, limit=1)()

    await assert_no_garbage(scenario)
