"""Texts and lists that grow piece by piece."""

from __future__ import annotations

from typing import cast

__all__ = ["grow", "list_of"]


def grow(owner: dict[str, object], name: str, piece: str) -> None:
    """Add a piece to the text of a field; one that has no text begins with it.

    The field lets go of its text meanwhile, because CPython extends a string in place only if nothing else
    holds it. Otherwise a long answer would be copied whole for each of its pieces.
    """
    text = owner.get(name)
    if not isinstance(text, str):
        owner[name] = piece
        return
    owner[name] = None
    text += piece
    owner[name] = text


def list_of(owner: dict[str, object], name: str) -> list[object]:
    """The list of a field; one that has none begins with an empty one."""
    found = owner.get(name)
    if not isinstance(found, list):
        found = owner[name] = []
    return cast("list[object]", found)
