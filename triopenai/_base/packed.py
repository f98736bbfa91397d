"""Embeddings that are unpacked when they are looked at.

An answer holds a hundred thousand numbers and more, and making a Python float of each is most of what
reading it costs. So an embedding keeps the base64 text that it came as, and becomes a list of floats when
its field is first read, or when the whole object is: compared, printed, copied, dumped.

Whatever looks at a whole pydantic object does so by its ``__dict__``, pydantic's own serializer included;
that is why unpacking hangs there, and why nobody can see a field that is missing. Rejected: a list that
fills itself (what is written in C looks past its methods, and would find it empty), and `array.array` as the
field's value (it is no list, and `json.dumps` refuses it).
"""

from __future__ import annotations

import binascii
import sys
from array import array
from typing import TYPE_CHECKING, Final

import pydantic

if TYPE_CHECKING:
    from types import GetSetDescriptorType

__all__ = ["HasPackedEmbedding", "pack", "unpack"]

_FIELD: Final = "embedding"
_PACKED: Final = " packed"  # no name that JSON or Python gives a field
_NUMBER: Final = 4
_OWN: Final[GetSetDescriptorType] = pydantic.BaseModel.__dict__["__dict__"]


class HasPackedEmbedding:
    """Gives an embedding its numbers when they are first asked for."""

    if not TYPE_CHECKING:  # for type checkers it is a field like any other

        def __getattr__(self, name: str) -> object:
            if name == _FIELD and name in (own := _settle(self)):
                return own[name]
            return super().__getattr__(name)

        def __delattr__(self, name: str) -> None:
            _settle(self)
            super().__delattr__(name)

        @property
        def __dict__(self) -> dict[str, object]:
            return _settle(self)

        @__dict__.setter
        def __dict__(self, value: dict[str, object]) -> None:
            _OWN.__set__(self, value)


def pack(model: object, text: str) -> None:
    """Put an embedding's base64 text in the place of its numbers."""
    own = _OWN.__get__(model)
    own.pop(_FIELD, None)
    own[_PACKED] = text


def _settle(model: object) -> dict[str, object]:
    """Unpack what is packed. Of threads that meet here the first one's list stays."""
    own: dict[str, object] = _OWN.__get__(model)
    text = own.get(_PACKED)
    if isinstance(text, str):
        own.setdefault(_FIELD, unpack(text))
        own.pop(_PACKED, None)
    return own


def unpack(text: str) -> list[float] | str:
    """Little-endian numbers of 32 bits as floats; a text that holds no such numbers stays as it is."""
    try:
        packed = binascii.a2b_base64(text)
    except ValueError:
        return text
    # What is no base64 was passed over. Counting shows it, for half of what binascii's strict mode costs.
    if 4 * (len(packed) + text.count("=", -2)) != 3 * len(text) or len(packed) % _NUMBER:
        return text
    numbers = array("f", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()
