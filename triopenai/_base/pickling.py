"""How errors come back from a pickle."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["rebuild_error"]

E = TypeVar("E", bound=Exception)


def rebuild_error(cls: type[E], args: tuple[object, ...], state: dict[str, object]) -> E:
    """Make an error anew without its constructor, which may take keyword-only arguments."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error
