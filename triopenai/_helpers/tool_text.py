"""What a tool gives, as the text that the model is told."""

from __future__ import annotations

from typing import cast

import attrs
from pydantic_core import to_json

__all__ = ["tool_text"]


def tool_text(value: object) -> str:
    """A text as it is, nothing as no text, and all else as JSON.

    Raises:
        ValueError: JSON has no place for the value.
    """
    if value is None:
        return ""
    return value if isinstance(value, str) else to_json(value, fallback=_fields).decode()


def _fields(value: object) -> object:
    """What JSON is made from, of what pydantic does not know."""
    if attrs.has(type(value)):
        return attrs.asdict(cast("attrs.AttrsInstance", value), recurse=False)
    msg = f"a tool gave {type(value).__qualname__}, which JSON has no place for: return text, or plain data"
    raise TypeError(msg)
