from __future__ import annotations

import math

import pytest
import trio
import trio.testing
from hypothesis import given
from hypothesis import strategies as st

from triopenai import BudgetExceeded, ScopeTooSlowError
from triopenai._base.errors import Attempt
from triopenai.concurrency import Scopes


async def spend(scopes, tokens=0, used=None, seconds=0.0):
    scope = scopes.current()
    assert scope is not None
    with await scope.charge("work", tokens) as charge:
        await trio.sleep(seconds)
        if used is not None:
            charge.settle(used)


async def test_scope_that_is_not_run_out_of_changes_nothing():
    scopes = Scopes()
    async with scopes.open(max_tokens=100, max_requests=3) as scope:
        await spend(scopes, 40, used=10)
        await spend(scopes, 90)
        assert scope.tokens_left == 0
        assert scope.requests_left == 1
    ledger = scope.ledger
    assert (ledger.requests, ledger.tokens, ledger.estimated_tokens) == (2, 100, 90)
    assert [(entry.outcome, entry.tokens, entry.estimated) for entry in ledger.attempts] == [
        ("done", 10, False),
        ("done", 90, True),
    ]
    assert scopes.by_task == {}


async def test_body_error_leaves_as_itself():
    scopes = Scopes()
    with pytest.raises(KeyError):
        async with scopes.open(deadline=1, max_requests=1):
            raise KeyError
    assert scopes.current() is None


async def test_deadline_cancels_and_is_too_slow_error_with_ledger(autojump_clock):
    scopes = Scopes()
    started = trio.current_time()
    with pytest.raises(trio.TooSlowError, match="deadline of 5 seconds") as caught:
        async with scopes.open(deadline=5):
            await spend(scopes, 7, seconds=3)
            await spend(scopes, 7, seconds=3)
    assert trio.current_time() - started == 5
    assert isinstance(caught.value, ScopeTooSlowError)
    ledger = caught.value.ledger
    assert (ledger.requests, ledger.cancelled, ledger.seconds) == (2, 1, 5)
    assert [entry.outcome for entry in ledger.attempts] == ["done", "cancelled"]


async def test_running_out_cancels_all_tasks_and_leaves_without_a_group(autojump_clock):
    scopes = Scopes()
    ends = []

    async def wait():
        try:
            await spend(scopes, seconds=math.inf)
        finally:
            ends.append(trio.current_time())

    with pytest.raises(BudgetExceeded, match="max_requests=3") as caught:
        async with scopes.open(max_requests=3), trio.open_nursery() as nursery:
            for _ in range(3):
                nursery.start_soon(wait)
            await trio.sleep(1)
            nursery.start_soon(wait)
    assert len(ends) == 4
    assert caught.value.ledger.cancelled == 3
    assert caught.value.__cause__ is None


async def test_first_request_that_is_too_large_has_no_room():
    scopes = Scopes()
    with pytest.raises(
        BudgetExceeded, match=r"work takes about 11 tokens, and of max_tokens=10 .* 10 are left"
    ):
        async with scopes.open(max_tokens=10):
            await spend(scopes, 11)
    async with scopes.open(max_tokens=10):
        await spend(scopes, 10)
        await spend(scopes, 0)  # what takes no tokens has always room


async def test_use_beyond_the_estimate_runs_out_at_the_next_wait():
    scopes = Scopes()
    async with scopes.open(max_tokens=10) as scope:
        await spend(scopes, 5, used=50)  # nothing is cut short by it
    assert scope.ledger.tokens == 50
    with pytest.raises(BudgetExceeded, match="50 tokens were used, of max_tokens=10"):
        async with scopes.open(max_tokens=10):
            await spend(scopes, 5, used=50)
            await trio.lowlevel.checkpoint()


async def test_growing_estimate_runs_out():
    scopes = Scopes()
    with pytest.raises(BudgetExceeded, match="12 tokens were used"):
        async with scopes.open(max_tokens=10) as scope:
            with await scope.charge("work", 2) as charge:
                for tokens in (1, 4, 8, 12):
                    charge.estimate(tokens)
                    await trio.lowlevel.checkpoint()


async def test_inner_use_counts_for_the_outer_and_outer_bounds_the_inner():
    scopes = Scopes()
    inners = []
    with pytest.raises(BudgetExceeded, match="max_tokens=100") as caught:
        async with scopes.open(max_tokens=100):
            for _ in range(3):
                async with scopes.open(max_tokens=60) as inner:
                    inners.append(inner)
                    await spend(scopes, 45)
    assert [inner.ledger.tokens for inner in inners] == [45, 45, 0]
    assert caught.value.ledger.tokens == 90


async def test_inner_that_runs_out_leaves_the_outer_be():
    scopes = Scopes()
    async with scopes.open(max_tokens=100) as outer:
        with pytest.raises(BudgetExceeded, match="max_tokens=10 "):
            async with scopes.open(max_tokens=10):
                await spend(scopes, 20)
        await spend(scopes, 20)
    assert outer.ledger.requests == 1


async def test_tasks_belong_to_the_scope_whose_block_holds_their_nursery():
    scopes = Scopes()
    found = {}

    async def look(name):
        found[name] = scopes.current()

    async def look_deep(name):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(look, name)
            await trio.lowlevel.checkpoint()

    async with trio.open_nursery() as before:
        async with scopes.open() as outer, trio.open_nursery() as between:
            async with scopes.open() as inner, trio.open_nursery() as within:
                before.start_soon(look, "before")
                between.start_soon(look, "between")
                within.start_soon(look_deep, "within")
                assert scopes.current() is inner
                await trio.testing.wait_all_tasks_blocked()
            assert scopes.current() is outer
        assert scopes.current() is None
    assert found == {"before": None, "between": outer, "within": inner}


async def test_other_owners_scopes_are_not_seen():
    mine, others = Scopes(), Scopes()
    async with others.open(max_requests=1):
        assert mine.current() is None


async def test_scope_is_entered_once():
    scope = Scopes().open()
    async with scope:
        with pytest.raises(RuntimeError, match="entered once"):
            async with scope:
                pass
    with pytest.raises(RuntimeError, match="entered once"):
        async with scope:
            pass


@pytest.mark.parametrize(
    ("bounds", "error", "text"),
    [
        ({"deadline": 0}, ValueError, "deadline=.*more than 0"),
        ({"deadline": -1.5}, ValueError, "deadline"),
        ({"deadline": math.nan}, ValueError, "deadline"),
        ({"deadline": "1"}, TypeError, "number of seconds"),
        ({"deadline": True}, TypeError, "number of seconds"),
        ({"max_tokens": 0}, ValueError, "max_tokens=.*at least 1"),
        ({"max_requests": -1}, ValueError, "max_requests"),
        ({"max_requests": 1.5}, TypeError, "whole number"),
    ],
)
async def test_bounds_that_make_no_sense_are_refused_at_once(bounds, error, text):
    with pytest.raises(error, match=text):
        Scopes().open(**bounds)


async def test_shielded_task_sees_the_error_itself():
    scopes = Scopes()
    with pytest.raises(BudgetExceeded, match="max_requests=1"):
        async with scopes.open(max_requests=1):
            await spend(scopes)
            with trio.CancelScope(shield=True), pytest.raises(BudgetExceeded):
                await spend(scopes)
            await trio.lowlevel.checkpoint()


async def test_error_while_running_out_leaves_as_itself():
    scopes = Scopes()

    async def fail():
        try:
            await trio.sleep_forever()
        finally:
            raise KeyError

    with pytest.RaisesGroup(KeyError):
        async with scopes.open(max_requests=1), trio.open_nursery() as nursery:
            nursery.start_soon(fail)
            await trio.testing.wait_all_tasks_blocked()
            await spend(scopes)
            await spend(scopes)


async def test_charge_that_outlives_its_scope_counts_for_the_outer_alone():
    scopes = Scopes()
    async with scopes.open() as outer:
        async with scopes.open() as inner:
            charge = await inner.charge("stream", 5)
        charge.settle(30)
        charge.waited("server", 2)
        charge.end("done", Attempt(status=200))
    assert (inner.ledger.tokens, inner.ledger.under_way, inner.ledger.waited.server) == (5, 1, 0)
    assert (outer.ledger.tokens, outer.ledger.under_way, outer.ledger.waited.server) == (30, 0, 2)


async def test_taken_back_charge_counts_for_nothing():
    scopes = Scopes()
    async with scopes.open(max_requests=1, max_tokens=10) as scope:
        for _ in range(3):
            (await scope.charge("work", 10)).take_back()
    assert (scope.ledger.requests, scope.ledger.tokens, scope.ledger.attempts) == (0, 0, ())


async def test_ledger_keeps_the_last_thousand_attempts():
    scopes = Scopes()
    async with scopes.open() as scope:
        for number in range(1100):
            (await scope.charge(f"{number}")).end("done")
    assert scope.ledger.requests == 1100
    assert [entry.operation for entry in scope.ledger.attempts] == [f"{n}" for n in range(100, 1100)]


async def test_cancel_at_every_checkpoint_leaves_no_scope(cancel_sweep, autojump_clock):
    scopes = Scopes()

    async def scenario():
        async with scopes.open(deadline=10, max_tokens=1000) as outer, trio.open_nursery() as nursery:
            nursery.start_soon(spend, scopes, 10, 5, 1.0)
            async with scopes.open(max_requests=2):
                await spend(scopes, 10, seconds=1)
                await spend(scopes, 10)
        assert outer.ledger.under_way == 0

    def audit():
        assert scopes.by_task == {}

    assert await cancel_sweep(scenario, audit) > 3


async def test_scopes_leave_no_garbage(assert_no_garbage):
    async def scenario():
        scopes = Scopes()
        async with scopes.open() as outer, scopes.open(max_requests=2):
            await spend(scopes, 5)
            await spend(scopes, 5)
        assert len(outer.ledger.attempts) == 2

    await assert_no_garbage(scenario)


STEPS = st.lists(
    st.tuples(
        st.integers(0, 50),  # tokens at first
        st.lists(st.integers(0, 80), max_size=3),  # estimates
        st.none() | st.integers(0, 120),  # what was used
        st.sampled_from(["done", "failed", "cancelled", "back", "open"]),
    ),
    max_size=12,
)


@given(STEPS)
def test_ledger_adds_up(steps):
    async def main():
        scopes = Scopes()
        tokens = estimated = 0
        ends = {"done": 0, "failed": 0, "cancelled": 0, "back": 0, "open": 0}
        async with scopes.open() as outer, scopes.open() as inner:
            for first, estimates, used, end in steps:
                charge = await inner.charge("work", first)
                for estimate in estimates:
                    charge.estimate(estimate)
                if used is not None:
                    charge.settle(used)
                ends[end] += 1
                if end == "back":
                    charge.take_back()
                    continue
                if end != "open":
                    charge.end(end)
                taken = max(first, *estimates, 0) if used is None else used
                tokens += taken
                estimated += taken if used is None else 0
            for ledger in (inner.ledger, outer.ledger):
                assert (ledger.tokens, ledger.estimated_tokens) == (tokens, estimated)
                assert ledger.requests == len(steps) - ends["back"]
                assert (ledger.failed, ledger.cancelled) == (ends["failed"], ends["cancelled"])
                assert ledger.under_way == ends["open"]
                assert sum(entry.tokens for entry in ledger.attempts) == tokens

    trio.run(main)
