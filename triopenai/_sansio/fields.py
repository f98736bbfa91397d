"""Header fields and query parameters from what users pass.

Source: RFC 9110 section 5 (header fields).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Final, cast

from triopenai._base.redact import MASK
from triopenai._sansio.plain import is_absent, is_listable, model_fields, refuse_awaitable

__all__ = [
    "encode_header",
    "encode_headers",
    "flatten",
    "header_value",
    "mapping_option",
    "replace_headers",
    "replace_query",
]

_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_BAD_VALUE: Final = re.compile(r"[\x00\r\n]")
_TRANSPORTS: Final = frozenset({"content-length", "host", "transfer-encoding"})


def encode_headers(headers: Mapping[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    """Header fields as they go on the wire.

    Raises:
        TypeError: A name or value is no string.
        ValueError: A name is no header name, or a value has a line break, a NUL or a character outside
            Latin-1. The message does not show the value.
    """
    return tuple([encode_header(name, value) for name, value in headers.items()])


def encode_header(name: object, value: object) -> tuple[bytes, bytes]:
    """One header field; raises as `encode_headers` does."""
    if not isinstance(name, str) or not isinstance(value, str):
        refuse_awaitable(value, "headers", str(name))
        msg = f"header {name!r} must be a string with a string value, not {type(value).__qualname__}"
        raise TypeError(msg)
    if not _NAME.fullmatch(name):
        msg = f"{name!r} is no name of a header field"
        raise ValueError(msg)
    if name.lower() in _TRANSPORTS:
        msg = f"the header {name} follows from the request and cannot be set"
        raise ValueError(msg)
    if _BAD_VALUE.search(value):
        msg = f"the value of the header {name} holds a line break or NUL ({MASK})"
        raise ValueError(msg)
    try:
        return name.encode("ascii"), value.strip(" \t").encode("latin-1")
    except UnicodeEncodeError as error:
        msg = f"the value of the header {name} holds a character that headers cannot carry, at {error.start}"
        raise ValueError(msg) from None


def replace_headers(
    base: Iterable[tuple[bytes, bytes]], extra: Mapping[str, object]
) -> list[tuple[bytes, bytes]]:
    """`base` with fields added, replaced (whatever their case) or, where the value is `omit`, left out."""
    added: dict[bytes, tuple[bytes, bytes] | None] = {}
    for name, value in extra.items():
        key = str(name).lower().encode("latin-1", "replace")
        added[key] = None if is_absent(value) else encode_header(name, value)
    result = [pair for pair in base if pair[0].lower() not in added]
    result.extend([pair for pair in added.values() if pair is not None])
    return result


def header_value(method: str, keyword: str, value: object) -> str | None:
    """A keyword's value as the text of a header field: lists are joined by commas; None is not sent."""
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return ",".join([_scalar_text(method, keyword, one) for one in cast("list[object]", value)])
    return _scalar_text(method, keyword, value)


def flatten(method: str, name: str, value: object, pairs: list[tuple[str, str]]) -> None:
    """Add a nested value to the pairs of a query or form, as ``name[]`` and ``name[key]``.

    None and what is not given leave nothing.

    Raises:
        TypeError: A value is of a type that has no text.
        ValueError: A number is NaN or infinite.
    """
    if value is None or is_absent(value):
        return
    if isinstance(value, str):
        pairs.append((name, _scalar_text(method, name, value)))
        return
    fields = model_fields(value)
    if fields is not None:
        value = fields
    if isinstance(value, Mapping):
        for key, item in cast("Mapping[object, object]", value).items():
            flatten(method, f"{name}[{key}]", item, pairs)
    elif is_listable(value):
        each = name if name.endswith("[]") else f"{name}[]"
        for item in value:
            flatten(method, each, item, pairs)
    else:
        pairs.append((name, _scalar_text(method, name, value)))


def replace_query(
    method: str, base: Iterable[tuple[str, str]], extra: Mapping[str, object]
) -> list[tuple[str, str]]:
    """The pairs of `base` with parameters added or replaced, nested ones whole; raises as `flatten` does."""
    pairs = [pair for pair in base if pair[0] not in extra and pair[0].partition("[")[0] not in extra]
    for name, value in extra.items():
        flatten(method, name, value, pairs)
    return pairs


def mapping_option(method: str, option: str, value: object) -> Mapping[str, object]:
    """A request option that has to be a mapping.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(value, Mapping):
        msg = f"{method}(): {option} must be a mapping, not {type(value).__qualname__}"
        raise TypeError(msg)
    return cast("Mapping[str, object]", value)


def _scalar_text(method: str, name: str, value: object) -> str:
    """A single value as text.

    Raises:
        TypeError: It is not text, a number, a truth value, a date or an enum of these.
        ValueError: It is NaN or infinite.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            msg = f"{method}(): {name} is {value!r}"
            raise ValueError(msg)
        return float.__repr__(value)
    if isinstance(value, date):
        return value.isoformat()
    refuse_awaitable(value, method, name)
    msg = f"{method}(): {name} is of the type {type(value).__qualname__}, which cannot be sent here"
    raise TypeError(msg)
