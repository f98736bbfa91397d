"""JSON pointers into the API document, and the short spelling of them that the tables use."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["child", "expand", "parts", "shorten"]

_SCHEMAS: Final = "#/components/schemas/"
_STEPS: Final = {
    "properties": ".",
    "anyOf": "|",
    "oneOf": "^",
    "allOf": "&",
}
_LONG: Final = {short: long for long, short in _STEPS.items()}
_STEP: Final = re.compile(r"\[\]|\{\}|[.|^&][^.|^&\[{]+")


def parts(pointer: str) -> list[str]:
    """The steps of a pointer, unescaped (RFC 6901)."""
    path = pointer.removeprefix("#")
    return [part.replace("~1", "/").replace("~0", "~") for part in path.split("/")[1:]]


def child(pointer: str, *steps: str | int) -> str:
    """The pointer of something below `pointer`."""
    escaped = (str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return "/".join((pointer, *escaped))


def shorten(pointer: str) -> str:
    """The table's spelling of a pointer: ``Response.output[]`` for the items of a property.

    ``|``, ``^`` and ``&`` stand for members of `anyOf`, `oneOf` and `allOf`, ``[]`` for `items`, ``{}`` for
    `additionalProperties`. What this cannot spell stays a pointer.
    """
    if not pointer.startswith(_SCHEMAS):
        return pointer
    steps = pointer.removeprefix(_SCHEMAS).split("/")
    short = steps.pop(0)
    while steps:
        step = steps.pop(0)
        if step in _STEPS and steps:
            short += _STEPS[step] + steps.pop(0)
        elif step == "items":
            short += "[]"
        elif step == "additionalProperties":
            short += "{}"
        else:
            return pointer
    return short if expand(short) == pointer else pointer


def expand(short: str) -> str:
    """The pointer that `shorten` was given."""
    if short.startswith("#"):
        return short
    found = re.match(r"[^.|^&\[{]+", short)
    if found is None:
        return _SCHEMAS + short
    pointer = _SCHEMAS + found.group()
    for step in _STEP.findall(short, found.end()):
        if step == "[]":
            pointer += "/items"
        elif step == "{}":
            pointer += "/additionalProperties"
        else:
            pointer += f"/{_LONG[step[0]]}/{step[1:]}"
    return pointer
