from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._sansio.allowance import Bucket, Gauge
from triopenai._sansio.window import CUT, FIRST, LEAST_GROWTH, REGAIN_SECONDS, Window

amounts = st.integers(1, 40)
pauses = st.floats(0, 5, allow_nan=False)


@given(st.floats(0.1, 50), st.floats(1, 30), st.lists(st.tuples(pauses, amounts), max_size=40))
def test_bucket_is_the_one_of_the_model(rate, capacity, steps):
    """The model adds up what came in and what went out, and forgets what would not fit."""
    bucket, level, now = Bucket(rate, capacity, 0.0), capacity, 0.0
    for pause, amount in steps:
        now += pause
        level = min(capacity, level + pause * rate)
        wait = bucket.ready_in(amount, now)
        missing = min(amount, capacity) - level
        assert wait == pytest.approx(max(missing, 0.0) / rate, abs=1e-6)
        now += wait
        level = min(capacity, level + wait * rate) - amount
        bucket.take(amount, now)
        assert bucket.level(now) == pytest.approx(level, abs=1e-6)


@given(st.floats(0.5, 50), st.floats(1, 10), st.lists(amounts, min_size=1, max_size=60))
def test_bucket_lets_no_more_through_than_its_rate(rate, capacity, requests):
    bucket, now = Bucket(rate, capacity, 0.0), 0.0
    for number, amount in enumerate(requests):
        now += bucket.ready_in(amount, now)
        bucket.take(amount, now)
        # What is overdrawn is paid for by the next one.
        assert sum(requests[:number]) <= capacity + rate * now + 1e-6


def test_bucket_gives_back_what_was_not_used():
    bucket = Bucket(1.0, 10.0, 0.0)
    bucket.take(10, 0.0)
    bucket.give_back(7, 0.0)
    assert bucket.ready_in(7, 0.0) == 0.0
    bucket.give_back(100, 0.0)
    assert bucket.level(0.0) == 10.0
    bucket.give_back(-4, 0.0)
    assert bucket.level(0.0) == 6.0


def test_gauge_lets_everything_through_while_nothing_is_known():
    gauge = Gauge()
    stamp = gauge.spend(1, 0.0)
    assert gauge.level(0.0) == math.inf
    assert not gauge.sample(0, stamp, 0.1, refused=True)
    assert gauge.ready_in(1, 0.1) == 0.0


@given(
    st.floats(1, 200),
    st.integers(5, 100),
    st.floats(0.01, 0.3),
    st.booleans(),
)
def test_gauge_learns_the_rate_of_a_bucket(rate, burst, latency, newest_first):
    """One request after another, as fast as the gauge lets them, against a server with a bucket."""
    server, gauge, now = Bucket(rate, burst, 0.0), Gauge(), 0.0
    refused = accepted = 0
    for _ in range(300):
        wait = gauge.ready_in(1, now)
        now += min(wait, 1.0)
        stamps = []
        for _ in range(3):
            stamp = gauge.spend(1, now)
            ok = server.ready_in(1, now) == 0
            if ok:
                server.take(1, now)
            stamps.append((stamp, int(max(server.level(now), 0)), ok))
            accepted += ok
            refused += not ok
        now += latency
        for stamp, remaining, ok in stamps[:: -1 if newest_first else 1]:
            gauge.sample(remaining, stamp, now, refused=not ok)
    assert gauge.level(now) <= burst
    if gauge.rate and accepted > burst * 3:
        assert gauge.rate <= rate * 1.5


def test_gauge_expects_a_reset_and_distrusts_a_broken_promise():
    gauge = Gauge()
    gauge.sample(9, gauge.spend(1, 0.0), 0.0)
    last = gauge.spend(9, 1.0)
    gauge.sample(0, last, 1.0)
    assert gauge.ready_in(1, 1.0) == math.inf
    gauge.expect_reset(61.0)
    assert gauge.ready_in(1, 1.0) == 60.0
    assert gauge.level(61.0) == 10
    gauge.sample(0, gauge.spend(1, 61.0), 61.0, refused=True)
    gauge.expect_reset(62.0)
    assert gauge.ready_in(1, 61.0) == math.inf


def test_gauge_goes_by_the_newest_answer():
    gauge = Gauge()
    first, second = gauge.spend(1, 0.0), gauge.spend(1, 0.0)
    assert gauge.sample(3, second, 0.1)
    assert not gauge.sample(4, first, 0.2)
    assert gauge.level(0.2) == 3


def test_gauge_restarts_with_what_is_under_way():
    gauge = Gauge()
    gauge.restart(100, 30, 5.0)
    assert gauge.level(5.0) == 70
    gauge.sample(60, gauge.spend(1, 5.0), 5.1)
    assert gauge.level(5.1) == 60


def test_window_doubles_while_it_is_full_and_nothing_is_refused():
    window = Window()
    full = int(FIRST)
    assert window.ready_in(full - 1, 0.0) == 0.0
    assert window.ready_in(full, 0.0) == 0.5
    assert window.ready_in(full, 0.4) == pytest.approx(0.1)
    assert window.ready_in(full, 0.5) == 0.0
    assert window.limit == 2 * FIRST


def test_window_is_cut_once_for_a_burst():
    window = Window()
    for _ in range(10):
        window.refused(0.0, 16, 1.0)
    assert window.limit == pytest.approx(16 * CUT)
    window.refused(1.5, 8, 2.0)
    assert window.limit == pytest.approx(8 * CUT)


@given(st.integers(1, 5000), st.floats(0, 50))
def test_window_regains_evenly_what_it_was_cut_by(under_way, later):
    window = Window(math.inf)
    window.refused(0.0, under_way, 1.0)
    low = window.limit
    window.accepted()
    window.advance(1.0 + later)
    growth = max((under_way - low) / REGAIN_SECONDS, LEAST_GROWTH)
    assert window.limit == pytest.approx(low + growth * later)
    full = math.ceil(window.limit)
    wait = window.ready_in(full, 1.0 + later)
    window.advance(1.0 + later + wait)
    assert not window.exploring
    assert window.limit == pytest.approx(full + 1)
    assert window.ready_in(full, 1.0 + later + wait + 1e-3) == 0.0


def test_window_explores_again_after_a_minute_without_a_refusal():
    window = Window()
    window.refused(0.0, 16, 1.0)
    explores = []
    for time in (1.0, 60.9, 61.0):
        window.advance(time)
        explores.append(window.exploring)
    assert explores == [False, False, True]
    assert window.limit > 16


def test_window_without_bound_is_bound_by_refusals_alone():
    window = Window(math.inf)
    window.accepted()
    assert window.ready_in(10_000, 0.0) == 0.0
    window.refused(0.5, 600, 1.0)
    assert window.limit == pytest.approx(600 * CUT)
    assert window.ready_in(599, 1.0) == pytest.approx(REGAIN_SECONDS)
    assert window.ready_in(10_000, 100.0) == 0.0


@given(st.lists(st.booleans(), max_size=200))
def test_window_never_shuts(answers):
    window, now = Window(), 0.0
    for accepted in answers:
        now += 1.0
        if accepted:
            window.accepted()
        else:
            window.refused(now, max(1, int(window.limit)), now)
        assert window.limit >= 1
        assert window.ready_in(0, now) == 0.0
