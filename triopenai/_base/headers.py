"""HTTP header fields as a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import final

from triopenai._base.redact import redact_pairs

__all__ = ["Headers"]


@final
class Headers(Mapping[str, str]):
    """The header fields of a message: case-insensitive, several lines of one name joined by ``", "``.

    Built from the pairs as they were received; text is made of them only when someone looks.
    Values are decoded as Latin-1 (RFC 9110 section 5.5).
    """

    __slots__ = ("_index", "raw")

    def __init__(self, raw: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self.raw: tuple[tuple[bytes, bytes], ...] = tuple(raw)
        self._index: dict[str, str] | None = None

    @classmethod
    def of(cls, items: Mapping[str, str]) -> Headers:
        """Build from text."""
        return cls((k.encode("latin-1"), v.encode("latin-1")) for k, v in items.items())

    def _map(self) -> dict[str, str]:
        if self._index is None:
            index: dict[str, str] = {}
            for raw_name, raw_value in self.raw:
                name = raw_name.decode("latin-1").lower()
                value = raw_value.decode("latin-1")
                index[name] = f"{index[name]}, {value}" if name in index else value
            self._index = index
        return self._index

    def __getitem__(self, name: str) -> str:
        return self._map()[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._map()

    def __iter__(self) -> Iterator[str]:
        return iter(self._map())

    def __len__(self) -> int:
        return len(self._map())

    def get_list(self, name: str) -> list[str]:
        """Every value of a header, in the order received."""
        key = name.lower().encode("latin-1")
        return [value.decode("latin-1") for found, value in self.raw if found.lower() == key]

    def __repr__(self) -> str:
        return f"Headers({dict(redact_pairs(self.raw))!r})"
