"""A search that needs no model: it counts the words that question and text share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._validate import Body

__all__ = ["matches", "pieces", "score"]

_WORDS_A_PIECE: Final = 600
_WORD: Final = re.compile(r"\w+")


def pieces(text: str) -> Iterator[str]:
    """The pieces that a text is searched in."""
    words = text.split(" ")
    for start in range(0, len(words), _WORDS_A_PIECE):
        yield " ".join(words[start : start + _WORDS_A_PIECE])


def score(query: str, text: str) -> float:
    """The share of the query's words that are in the text, 0 to 1."""
    wanted = {word.lower() for word in _WORD.findall(query)}
    there = {word.lower() for word in _WORD.findall(text)}
    return round(len(wanted & there) / len(wanted), 4) if wanted else 0.0


def matches(wanted: Body | None, attributes: JsonObject) -> bool:
    """Whether a file's attributes pass the filter of a search."""
    if wanted is None:
        return True
    kind = wanted.choice("type", ("eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "and", "or"), "eq")
    if kind in {"and", "or"}:
        results = [matches(one, attributes) for one in wanted.objects("filters")]
        return all(results) if kind == "and" else any(results)
    return _compare(kind, attributes.get(wanted.text("key")), wanted.raw("value"))


def _compare(kind: str, value: JsonValue, limit: JsonValue) -> bool:
    if kind in {"eq", "ne"}:
        return (value == limit) == (kind == "eq")
    if kind in {"in", "nin"}:
        return (isinstance(limit, list) and value in limit) == (kind == "in")
    if not isinstance(value, int | float) or not isinstance(limit, int | float):
        return False
    return {
        "gt": value > limit,
        "gte": value >= limit,
        "lt": value < limit,
        "lte": value <= limit,
    }[kind]
