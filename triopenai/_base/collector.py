"""A pause of Python's garbage collector while a large answer is read."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_uncollected"]

T = TypeVar("T")

_LARGE: Final = 64 * 1024


def read_uncollected(read: Callable[[bytes], T], data: bytes) -> T:
    """Read a body with no garbage collection on the way, if it is so large that this shows.

    Each of the collector's runs would look at all that was built so far, none of which can be garbage: for a
    megabyte of JSON that is half of the reading. No other thread runs meanwhile if `read` is written in C, so
    nobody misses the collector.
    """
    if len(data) < _LARGE or not gc.isenabled():
        return read(data)
    gc.disable()
    try:
        return read(data)
    finally:
        gc.enable()
