from __future__ import annotations

import itertools
import math

import pytest
import trio
import trio.testing

from triopenai import LimitWaitError, RequestTooLargeError
from triopenai._flow.governor import governor_of
from triopenai.concurrency import Budget, Governor, Limits, MemoryBudget


async def nothing():
    await trio.lowlevel.checkpoint()


async def test_governor_runs_200_jobs_at_10_per_second_in_20_seconds(autojump_clock):
    governor = Governor(Limits(requests_per_minute=600))
    started = []

    async def job(number):
        started.append((number, trio.current_time()))
        await trio.sleep(0.5)

    begin = trio.current_time()
    async with trio.open_nursery() as nursery:
        for number in range(200):
            nursery.start_soon(governor.run, job, number)
            await trio.testing.wait_all_tasks_blocked()
    assert [number for number, _ in started] == list(range(200))
    assert started[-1][1] - begin == pytest.approx(19.9)
    gaps = [after[1] - before[1] for before, after in itertools.pairwise(started)]
    assert min(gaps) == pytest.approx(0.1)


async def test_governor_bounds_what_is_under_way(autojump_clock):
    governor = Governor(Limits(concurrency=3))
    running = most = 0

    async def job():
        nonlocal running, most
        running += 1
        most = max(most, running)
        await trio.sleep(1)
        running -= 1

    begin = trio.current_time()
    async with trio.open_nursery() as nursery:
        for _ in range(10):
            nursery.start_soon(governor.run, job)
    assert most == 3
    assert trio.current_time() - begin == 4


async def test_told_concurrency_is_there_from_the_start_and_falls_by_refusals(autojump_clock):
    governor = Governor(Limits(concurrency=100))
    begin = trio.current_time()
    async with trio.open_nursery() as nursery:
        for _ in range(200):
            nursery.start_soon(governor.run, trio.sleep, 3)
    assert trio.current_time() - begin == 6
    with await governor.admit(), await governor.admit() as second:
        second.refused()
        with trio.move_on_after(1) as scope:
            await governor.admit()
        assert scope.cancelled_caught
        (lane,) = governor.statistics()
        assert lane.concurrency == 2


async def test_told_rate_is_there_from_the_start_however_long_a_request_takes(autojump_clock):
    governor = Governor(Limits(requests_per_minute=6000))
    begin = trio.current_time()
    async with trio.open_nursery() as nursery:
        for _ in range(300):
            nursery.start_soon(governor.run, trio.sleep, 20)
    assert trio.current_time() - begin == pytest.approx(22.9, abs=0.1)


async def test_limits_of_a_model_take_the_place_of_the_others(autojump_clock):
    shared = Limits(requests_per_minute=30)
    governor = Governor(Limits(requests_per_minute=6, by_model={"a": shared, "b": shared, "free": Limits()}))
    begin = trio.current_time()
    times = {}

    async def ask(key):
        for _ in range(3):
            with await governor.admit(key):
                times[key] = round(trio.current_time() - begin)

    async with trio.open_nursery() as nursery:
        for key in ("", "other", "a", "b", "free"):
            nursery.start_soon(ask, key)
    assert sorted((times.pop(""), times.pop("other"))) == [40, 50]
    assert sorted((times.pop("a"), times.pop("b"))) == [8, 10]
    assert times == {"free": 0}


async def test_lanes_that_nobody_uses_are_forgotten_when_there_are_many():
    governor = Governor()
    with await governor.admit("mine"):
        for number in range(3000):
            with await governor.admit(f"model {number}"):
                pass
        statistics = governor.statistics()
        assert len(statistics) <= 1001
        assert "mine" in [lane.key for lane in statistics]


async def test_governor_counts_tokens_and_settles_them(autojump_clock):
    governor = Governor(Limits(tokens_per_minute=60, burst_seconds=10))
    begin = trio.current_time()
    with await governor.admit(tokens=10) as permit:
        permit.used(4)
    with await governor.admit(tokens=6):  # what was not used was given back
        pass
    assert trio.current_time() == begin
    with await governor.admit(tokens=30):  # larger than fits at once, but not than a minute's
        pass
    assert trio.current_time() == begin + 10
    with await governor.admit(tokens=1):  # and paid for by the next
        pass
    assert trio.current_time() == pytest.approx(begin + 31)
    with pytest.raises(RequestTooLargeError, match="61 tokens can never be sent"):
        await governor.admit(tokens=61)


async def test_hold_keeps_everybody_and_lets_go_one_by_one(autojump_clock):
    governor = Governor()
    with await governor.admit() as permit:
        permit.refused(10)
    begin = trio.current_time()
    times = []

    async def job():
        times.append(trio.current_time() - begin)
        await trio.sleep(0.001)

    async with trio.open_nursery() as nursery:
        for _ in range(20):
            nursery.start_soon(governor.run, job)
    assert times[0] == 10
    assert times == sorted(times)
    assert len(set(times)) > 10
    assert times[-1] < 13


@pytest.mark.parametrize("limits", [Limits(requests_per_minute=6), Limits(concurrency=1)])
async def test_hold_that_comes_while_a_told_limit_is_waited_for_is_kept_to(limits, autojump_clock):
    governor = Governor(limits)
    begin = trio.current_time()
    with await governor.admit() as permit:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(governor.run, nothing)
            await trio.sleep(5)
            permit.refused(30)
            permit.leave()
    assert trio.current_time() - begin == 35


async def test_wait_that_outlasts_the_deadline_fails_at_once(autojump_clock):
    governor = Governor(Limits(requests_per_minute=6))
    await governor.run(nothing)
    begin = trio.current_time()
    with trio.fail_after(5), pytest.raises(LimitWaitError, match=r"10\.0 seconds") as caught:
        await governor.run(nothing)
    assert caught.value.wait == pytest.approx(10)
    with await Governor().admit() as permit:
        permit.refused(60)
        with trio.fail_after(30), pytest.raises(LimitWaitError):
            await permit.lane.enter()
    assert trio.current_time() == begin
    with trio.fail_after(20):
        await governor.run(nothing)


async def test_cancelled_waiter_leaves_the_queue_whole(autojump_clock, cancel_sweep):
    governor = Governor(Limits(requests_per_minute=60, concurrency=2))

    async def scenario():
        order = []

        async def job(number):
            order.append(number)
            await trio.sleep(1.5)

        async with trio.open_nursery() as nursery:
            for number in range(5):
                nursery.start_soon(governor.run, job, number)
                await trio.testing.wait_all_tasks_blocked()
        assert order == sorted(order)

    def audit():
        (lane,) = governor.statistics()
        assert (lane.under_way, lane.waiting) == (0, 0)
        assert governor.places is not None
        assert governor.places.value == 2

    assert await cancel_sweep(scenario, audit) > 20


async def test_cancelled_waiter_gives_back_what_it_took(autojump_clock):
    governor = Governor(Limits(requests_per_minute=60, concurrency=1))
    with await governor.admit():
        with trio.move_on_after(30) as scope:
            await governor.admit()
        assert scope.cancelled_caught
    begin = trio.current_time()
    await governor.run(nothing)
    assert trio.current_time() == begin


async def test_limits_shared_are_one_queue(autojump_clock):
    limits = Limits(requests_per_minute=60)
    assert governor_of(limits) is governor_of(limits)
    assert governor_of(limits) is not governor_of(Limits(requests_per_minute=60))


def test_limits_serve_one_run_after_another():
    limits = Limits(requests_per_minute=60)

    async def use():
        begin = trio.current_time()
        await governor_of(limits).run(nothing)
        assert trio.current_time() == begin

    for _ in range(2):
        trio.run(use, clock=trio.testing.MockClock(autojump_threshold=0))


async def test_budget_of_another_kind_is_asked(autojump_clock):
    class Elsewhere(Budget):
        def __init__(self):
            self.asked = []
            self.given_back = []

        @property
        def counts_tokens(self):
            return True

        async def take(self, tokens):
            await trio.sleep(0.1)
            self.asked.append(tokens)
            return 2.0 if len(self.asked) == 1 else 0.0

        def give_back(self, requests, tokens):
            self.given_back.append((requests, tokens))

    budget = Elsewhere()
    governor = Governor(Limits(budget=budget))
    begin = trio.current_time()
    with await governor.admit(tokens=50) as permit:
        permit.used(20)
    assert trio.current_time() - begin == pytest.approx(2.2)
    assert budget.asked == [50, 50]
    assert budget.given_back == [(0, 30)]


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf])
@pytest.mark.parametrize("name", ["requests_per_minute", "tokens_per_minute", "burst_seconds"])
def test_limits_refuse_what_is_no_limit(name, value):
    with pytest.raises(ValueError, match=rf"{name}=\) must be more than 0"):
        Limits(**{name: value})


@pytest.mark.parametrize("value", [True, "60", [1]])
@pytest.mark.parametrize("name", ["requests_per_minute", "tokens_per_minute", "concurrency"])
def test_limits_refuse_what_is_no_number(name, value):
    with pytest.raises(TypeError, match=rf"{name}=\) must be a"):
        Limits(**{name: value})


def test_limits_refuse_no_places_and_two_budgets():
    for value in (0, -2):
        with pytest.raises(ValueError, match="at least 1"):
            Limits(concurrency=value)

    async def both():
        Limits(requests_per_minute=1, budget=MemoryBudget(requests_per_minute=1))

    with pytest.raises(ValueError, match="has its own limits"):
        trio.run(both)


@pytest.mark.parametrize(
    ("mistake", "error", "text"),
    [
        ({"budget": 60}, TypeError, r"budget=\) must be a Budget, not 60"),
        ({"by_model": [("gpt-5", Limits())]}, TypeError, r"by_model=\) must be a mapping"),
        ({"by_model": {"gpt-5": 60}}, TypeError, "names of models to Limits, not 'gpt-5' to 60"),
        (
            {"by_model": {"gpt-5": Limits(by_model={"x": Limits()})}},
            ValueError,
            "'gpt-5' have limits by model",
        ),
    ],
)
def test_limits_refuse_what_cannot_be_kept(mistake, error, text):
    with pytest.raises(error, match=text):
        Limits(**mistake)


async def test_governor_refuses_a_coroutine():
    with pytest.raises(TypeError, match="coroutine object"):
        await Governor().run(nothing())  # type: ignore[arg-type]  # on purpose
