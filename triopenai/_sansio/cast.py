"""Reading answers as types that the caller names: `cast_to` and `parse(to=...)`.

The library's models are read as everywhere: what does not fit is kept as it came. Anybody else's types are
checked, since their authors did not promise to live with that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import NoneType
from typing import Final, TypeAlias

from triopenai._sansio.decode import Decoder, resolve
from triopenai._sansio.operation import Special

__all__ = ["Reader", "is_ours", "reader_of", "wants_json"]

Reader: TypeAlias = Callable[[bytes, bool], object]
"""From a body, and whether to be strict, to a value."""

_SPECIAL: Final[dict[object, str]] = {
    None: Special.NONE,
    NoneType: Special.NONE,
    str: Special.TEXT,
    object: Special.JSON,
}


def wants_json(to: object) -> bool:
    """Whether a type is read from JSON."""
    return to not in (None, NoneType, str, bytes)


def reader_of(to: object) -> Reader:
    """How a body is read as a type; made once for each.

    Args:
        to: A model class, `dict`, `list[Model]`, a dataclass, a TypedDict and what else pydantic can read;
            `object` for plain JSON values, `str` or `bytes` for the body as it is, None to ignore it.

    Raises:
        TypeError: It is no such type.
    """
    try:
        hash(to)
    except TypeError:
        msg = f"cast_to must be a type, not {to!r}"
        raise TypeError(msg) from None
    return _reader_of(to)


@lru_cache(maxsize=256)
def _reader_of(to: object) -> Reader:
    if to is bytes:
        return _as_it_is
    if to in _SPECIAL:
        special = resolve(_SPECIAL[to])
        return lambda data, strict: special.decode(data, strict=strict)
    from pydantic.errors import PydanticUserError  # noqa: PLC0415  # not with the package

    name = getattr(to, "__qualname__", repr(to))
    ours = is_ours(to)
    decoder = Decoder(name, to)
    try:
        decoder.build()
    except PydanticUserError as error:
        msg = f"an answer cannot be read as {name}: {str(error).partition(chr(10))[0]}"
        raise TypeError(msg) from error
    return lambda data, strict: decoder.decode(data, strict=strict or not ours)


def _as_it_is(data: bytes, strict: bool) -> bytes:  # noqa: ARG001, FBT001  # a Reader
    return data


def is_ours(to: object) -> bool:
    """Whether a type is a model of this library, or derived from one."""
    from triopenai._base.model import BaseModel  # noqa: PLC0415  # as above

    return isinstance(to, type) and issubclass(to, BaseModel)
