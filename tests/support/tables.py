"""Tests of many rows, each of which takes less time than a test of its own would."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


def check_each(check: Callable[[T], None], rows: Iterable[tuple[str, T]]) -> None:
    """Check all rows, and raise what is wrong with any of them together, each under the row's name."""
    wrong: list[Exception] = []
    for name, row in rows:
        try:
            check(row)
        except Exception as error:  # noqa: BLE001  # the list is to be complete
            error.add_note(f"This was {name}.")
            wrong.append(error)
    if wrong:
        message = f"what does not hold of {check.__name__}"
        raise ExceptionGroup(message, wrong)
