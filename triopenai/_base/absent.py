"""The two ways to say that an argument was not given.

`None` is a value that the API understands, so "left out" needs a value of its own. A call that is handed
one of these sends exactly what it would send had the keyword been left away.
"""

from __future__ import annotations

from typing import Final, Literal, TypeGuard, TypeVar, final

__all__ = ["NOT_GIVEN", "NotGiven", "Omit", "is_given", "omit"]

T = TypeVar("T")


@final
class NotGiven:
    """The type of `NOT_GIVEN`: use the client's own default (for `timeout`, say)."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


@final
class Omit:
    """The type of `omit`: leave this field, header or query parameter out of the request."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"


NOT_GIVEN: Final = NotGiven()
omit: Final = Omit()


def is_given(value: T | NotGiven | Omit) -> TypeGuard[T]:
    """Whether `value` is a real argument, `None` included."""
    return not isinstance(value, (NotGiven, Omit))
