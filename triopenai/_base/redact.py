"""Keeping secrets out of reprs, logs and errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["MASK", "Secret", "redact_pairs", "redact_text", "redact_value"]

MASK: Final = "***"

_SECRET_HEADERS: Final = frozenset(
    {"authorization", "proxy-authorization", "api-key", "x-api-key", "cookie", "set-cookie"}
)
_SECRET_TEXT: Final = re.compile(r"\b(?:sk|ek|sess|whsec)[-_][A-Za-z0-9_\-+/=*]{4,}|(?<=Bearer )\S+")


@final
class Secret(bytes):
    """Bytes whose repr does not show them, for tools that print the variables of a traceback."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Secret({MASK!r})"


def redact_pairs(pairs: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[str, str]]:
    """Header pairs as text, with the values of headers that carry secrets masked."""
    for name, value in pairs:
        key = name.decode("latin-1")
        yield key, MASK if key.lower() in _SECRET_HEADERS else value.decode("latin-1")


def redact_text(text: str) -> str:
    """`text` with everything that looks like an API key masked."""
    return _SECRET_TEXT.sub(MASK, text)


def redact_value(value: object) -> object:
    """The same for a JSON value and everything in it."""
    if isinstance(value, str):
        return redact_text(value)
    if isinstance(value, dict):
        return {key: redact_value(item) for key, item in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [redact_value(item) for item in cast("list[object]", value)]
    return value
