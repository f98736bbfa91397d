"""What a docstring says to a model: its first sentence, and what its ``Args:`` say of each parameter."""

from __future__ import annotations

import inspect
import re
from typing import Final, final

import attrs

__all__ = ["Told", "read_docstring"]

_SENTENCE: Final = re.compile(r"(.+?[.!?])(?=\s+[A-Z`\"']|$)")
_ARGS: Final = frozenset({"Args:", "Arguments:", "Parameters:"})
_ENTRY: Final = re.compile(r"\*{0,2}(\w+)\s*(?:\([^)]*\))?\s*:\s*(.*)$")


@final
@attrs.frozen
class Told:
    """What a docstring tells.

    Attributes:
        summary: Its first sentence, on one line; None where it says nothing.
        parameters: Name of a parameter to what is said of it, on one line.
    """

    summary: str | None = None
    parameters: dict[str, str] = attrs.field(factory=dict[str, str])


def read_docstring(doc: str | None) -> Told:
    """Read a docstring of Google's style; one of another style has its first sentence alone."""
    if not doc or not doc.strip():
        return Told()
    lines = inspect.cleandoc(doc).splitlines()
    return Told(_summary(lines), _parameters(lines))


def _summary(lines: list[str]) -> str | None:
    paragraph: list[str] = []
    for line in lines:
        if not line.strip() or line in _ARGS:
            break
        paragraph.append(line.strip())
    text = " ".join(paragraph)
    found = _SENTENCE.match(text)
    return (found[1] if found else text) or None


def _parameters(lines: list[str]) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    current: list[str] | None = None
    inside = False
    depth = 0  # of the entries; what stands deeper goes on with the last of them
    for line in lines:
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if not text:
            continue
        if indent == 0:
            inside, depth, current = text in _ARGS, 0, None
            continue
        if not inside:
            continue
        depth = depth or indent
        entry = _ENTRY.match(text) if indent <= depth else None
        if entry is not None:
            current = told.setdefault(entry[1], [])
            text = entry[2]
        if current is not None:
            current.append(text)
    return {name: " ".join(filter(None, parts)) for name, parts in told.items()}
