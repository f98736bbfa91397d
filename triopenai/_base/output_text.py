"""The text of a response, gathered from its output."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["HasOutputText"]


class HasOutputText:
    """Gives a response its `output_text`."""

    @property
    def output_text(self) -> str:
        """All the text of the output's messages, joined; empty if there is none."""
        texts: list[str] = []
        for item in _items(self, "output"):
            if getattr(item, "type", None) == "message":
                texts.extend(
                    text
                    for part in _items(item, "content")
                    if getattr(part, "type", None) == "output_text"
                    and isinstance(text := getattr(part, "text", None), str)
                )
        return "".join(texts)


def _items(owner: object, name: str) -> Iterable[object]:
    """A list of `owner`, or nothing where a loose server left it out."""
    value = getattr(owner, name, None)
    return cast("list[object]", value) if isinstance(value, list) else ()
