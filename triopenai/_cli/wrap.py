"""Running text, broken into lines as it arrives."""

from __future__ import annotations

import re
from typing import Final, final

import attrs

__all__ = ["Wrapper"]

_SPACE: Final = re.compile(r"(\s+)")


@final
@attrs.define
class Wrapper:
    """Breaks text into indented lines. A word is given out when its end is known.

    Attributes:
        width: Columns that a line may fill, indent included; a longer word gets a line of its own.
        indent: What each line begins with.
    """

    width: int
    indent: str = ""
    _column: int = attrs.field(default=0, init=False)
    _word: str = attrs.field(default="", init=False)

    def feed(self, text: str) -> str:
        """Take a piece of text; return what can be written by now."""
        *whole, self._word = _SPACE.split(self._word + text)
        return "".join(self._place(part) for part in whole)

    def finish(self) -> str:
        """Return the rest, with the end of its line."""
        rest = self._place(self._word)
        self._word = ""
        return rest + self._break_line()

    def _place(self, part: str) -> str:
        if not part:
            return ""
        if part.isspace():
            return self._break_line() if "\n" in part else ""
        if self._column == 0:
            lead = self.indent
        elif self._column + 1 + len(part) <= self.width:
            lead = " "
        else:
            lead = self._break_line() + self.indent
        self._column += len(lead.lstrip("\n")) + len(part)
        return lead + part

    def _break_line(self) -> str:
        if self._column == 0:
            return ""
        self._column = 0
        return "\n"
