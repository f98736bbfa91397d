"""What a fan-out tells of its failure: which item, and what was finished by then.

It travels on the exception, as its notes do, so that ``except RateLimitError`` stays what callers write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MapFailure", "add_results", "map_failure", "mark"]

_ATTRIBUTE: Final = "_map_failure"


def _count(results: Mapping[int, object]) -> str:
    return f"<{len(results)}>"


@final
@attrs.frozen
class MapFailure:
    """Where a fan-out failed, and what it had by then.

    Attributes:
        index: Position of the failed item in the input.
        function: Name of the function that raised.
        results: The results that were finished and not handed over, by the position of their items. Of `map`
            these are all that were finished; of `map_each`, those that its loop had not yet come to.
    """

    index: int
    function: str
    results: Mapping[int, object] = attrs.field(factory=dict[int, object], repr=_count)


def map_failure(error: BaseException) -> MapFailure | None:
    """What a fan-out says of an exception that left it, or None if the exception comes from elsewhere.

    ::

        try:
            answers = await map(ask, prompts, limit=8)
        except APIStatusError as error:
            failure = map_failure(error)
            print(prompts[failure.index], failure.results)

    With ``on_error="outcome"`` each `outcome.Error` holds such an exception too.
    """
    found: object = getattr(error, _ATTRIBUTE, None)
    return found if isinstance(found, MapFailure) else None


def mark(error: Exception, index: int, function: str) -> None:
    """Say on an exception which item it belongs to."""
    error.add_note(f"raised by {function} for the item at index {index}")
    _attach(error, MapFailure(index, function))


def add_results(error: Exception, results: Mapping[int, object]) -> None:
    """Add what was finished to what an exception says."""
    if (failure := map_failure(error)) is not None:
        _attach(error, attrs.evolve(failure, results=results))


def _attach(error: Exception, failure: MapFailure) -> None:
    try:
        setattr(error, _ATTRIBUTE, failure)
    except AttributeError:  # a class with an own idea of its attributes; the note has the position
        return
