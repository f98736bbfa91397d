"""The pause of the garbage collector."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from triopenai._base.collector import read_uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL, LARGE = b"x", b"x" * (64 * 1024)
USUAL = (700, 10, 10)


@contextmanager
def runs() -> Iterator[list[int]]:
    """The generations that the collector looks at in the block, which begins with an empty youngest one."""
    before = gc.get_threshold()
    begun: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            begun.append(info["generation"])

    gc.set_threshold(*USUAL)
    gc.collect()
    gc.callbacks.append(note)
    try:
        yield begun
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*before)


def make(count: int) -> list[list[object]]:
    return [[] for _ in range(count)]


def read_objects(count: int) -> list[list[object]]:
    return read_uncollected(lambda _: make(count), LARGE)


def enabled(_: bytes) -> bool:
    return gc.isenabled()


def refuse(_: bytes) -> None:
    msg = "not this"
    raise ValueError(msg)


def test_read_uncollected_pauses_the_collector_for_large_bodies_only() -> None:
    assert read_uncollected(enabled, SMALL)
    assert not read_uncollected(enabled, LARGE)
    assert gc.isenabled()


def test_read_uncollected_resumes_after_an_error() -> None:
    with pytest.raises(ValueError, match="not this"):
        read_uncollected(refuse, LARGE)
    assert gc.isenabled()


def test_read_uncollected_leaves_a_collector_off_that_was_off() -> None:
    gc.disable()
    try:
        assert not read_uncollected(enabled, LARGE)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_read_uncollected_puts_the_next_run_off_until_as_many_objects_again_are_made() -> None:
    with runs() as begun:
        answer = read_objects(10_000)
        more = make(9_000)
        assert not begun
        still_more = make(1_500)
        assert begun == [0]
        assert gc.get_threshold() == USUAL
        last = make(1_000)
        assert len(begun) > 1  # as usual again
    assert (len(answer), len(more), len(still_more), len(last)) == (10_000, 9_000, 1_500, 1_000)


def test_read_uncollected_puts_the_next_run_off_again_for_another_answer() -> None:
    with runs() as begun:
        answers = [read_objects(10_000), read_objects(10_000)]
        more = make(19_000)
        assert not begun
        assert gc.collect() == 0
        assert gc.get_threshold() == USUAL
    assert len(answers) + len(more) == 19_002


def test_read_uncollected_puts_no_run_off_for_more_objects_than_a_bound() -> None:
    with runs() as begun:
        answer = read_objects(60_000)
        more = make(10)
        assert begun == [0]
        assert gc.get_threshold() == USUAL
    assert len(answer) + len(more) == 60_010


@pytest.mark.parametrize("threshold", [0, 20_000])
def test_read_uncollected_leaves_a_threshold_that_is_not_reached(threshold: int) -> None:
    with runs():
        gc.set_threshold(threshold, *USUAL[1:])
        answer = read_objects(10_000)
        assert gc.get_threshold() == (threshold, *USUAL[1:])
    assert len(answer) == 10_000


def test_read_uncollected_leaves_a_threshold_that_was_set_meanwhile() -> None:
    with runs():
        answer = read_objects(10_000)
        gc.set_threshold(5_000, *USUAL[1:])
        gc.collect()
        assert gc.get_threshold() == (5_000, *USUAL[1:])
    assert len(answer) == 10_000
