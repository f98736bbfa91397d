"""JSON as servers send it."""

from __future__ import annotations

import json
import re
from typing import Final, cast

from pydantic_core import from_json

__all__ = ["join_surrogates", "parse_json"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def parse_json(data: bytes | str) -> object:
    r"""Read JSON, or give None where it is none.

    Lone surrogate escapes (``"\ud83c"``), which a strict parser refuses, are kept as Python strings keep
    them: `join_surrogates` makes characters of them once their other half is there.
    """
    try:
        return cast("object", from_json(data))
    except ValueError:
        pass
    try:
        return cast("object", json.loads(data))
    except (ValueError, RecursionError):
        return None


def join_surrogates(value: object) -> object:
    """`value` with each pair of surrogates in its texts made one character, and single ones U+FFFD.

    Halves meet when texts are joined that a server cut between the two escapes of one character.
    """
    if isinstance(value, str):
        if value.isascii() or not _SURROGATE.search(value):
            return value
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {key: join_surrogates(item) for key, item in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [join_surrogates(item) for item in cast("list[object]", value)]
    return value
