"""HTTP header fields as a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, final, overload

from triopenai._base.redact import redact_pairs

__all__ = ["Headers"]

T = TypeVar("T")


@final
class Headers(Mapping[str, str]):
    """The header fields of a message: case-insensitive, several lines of one name joined by ``", "``.

    Built from the pairs as they were received; text is made of them only when someone looks.
    Values are decoded as Latin-1 (RFC 9110 section 5.5).
    """

    __slots__ = ("_index", "raw")

    def __init__(self, raw: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self.raw: tuple[tuple[bytes, bytes], ...] = tuple(raw)
        self._index: dict[bytes, bytes] | None = None

    @classmethod
    def of(cls, items: Mapping[str, str]) -> Headers:
        """Build from text."""
        return cls((k.encode("latin-1"), v.encode("latin-1")) for k, v in items.items())

    def _by_name(self) -> dict[bytes, bytes]:
        index = self._index
        if index is None:
            index = {name.lower(): value for name, value in self.raw}
            if len(index) != len(self.raw):
                index.clear()
                for raw_name, value in self.raw:
                    name = raw_name.lower()
                    index[name] = index[name] + b", " + value if name in index else value
            self._index = index
        return index

    def __getitem__(self, name: str) -> str:
        try:
            return self._by_name()[name.lower().encode("latin-1")].decode("latin-1")
        except (KeyError, UnicodeEncodeError):
            raise KeyError(name) from None

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower().encode("latin-1", "replace") in self._by_name()

    def __iter__(self) -> Iterator[str]:
        return (name.decode("latin-1") for name in self._by_name())

    def __len__(self) -> int:
        return len(self._by_name())

    @overload
    def get(self, key: str, /) -> str | None: ...
    @overload
    def get(self, key: str, default: str | T, /) -> str | T: ...
    def get(self, key: str, default: object = None, /) -> object:
        """The value of a header, or `default`."""
        value = self._by_name().get(key.lower().encode("latin-1", "replace"))
        return default if value is None else value.decode("latin-1")

    def find(self, name: bytes) -> bytes | None:
        """The value of a header as it came, by its name in lower case: for who looks at every answer."""
        index = self._index
        return (self._by_name() if index is None else index).get(name)

    def get_list(self, name: str) -> list[str]:
        """Every value of a header, in the order received."""
        key = name.lower().encode("latin-1", "replace")
        return [value.decode("latin-1") for found, value in self.raw if found.lower() == key]

    def __repr__(self) -> str:
        return f"Headers({dict(redact_pairs(self.raw))!r})"
