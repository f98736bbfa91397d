"""The pause of the garbage collector."""

from __future__ import annotations

import gc

import pytest

from triopenai._base.collector import read_uncollected

SMALL, LARGE = b"x", b"x" * (64 * 1024)


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
