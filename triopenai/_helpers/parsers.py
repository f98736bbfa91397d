"""What answers are parsed with, and the ends of answers that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._base.errors import ContentFilterFinishReasonError, LengthFinishReasonError
from triopenai._helpers.function_tool import Tools

if TYPE_CHECKING:
    from collections.abc import Callable

    from triopenai._helpers.formats import Format

__all__ = ["CUT", "Parsers"]

#: Why an answer ended before it was whole, as either API says it, to the error that tells of it.
CUT: Final = {
    "length": LengthFinishReasonError,
    "max_output_tokens": LengthFinishReasonError,
    "content_filter": ContentFilterFinishReasonError,
}


@final
@attrs.frozen
class Parsers:
    """How to parse texts and the arguments of function calls.

    Attributes:
        text: Parses the text of a message; None where it is left alone.
        tools: Those of the call; they know what parses the arguments of each.
    """

    text: Callable[[str], object] | None = None
    tools: Tools = attrs.field(factory=Tools)

    @classmethod
    def of(cls, form: Format[object] | None, tools: Tools) -> Parsers:
        """The parsers for a call that asks for a type, or for none."""
        return cls(None if form is None else form.read, tools)

    @property
    def any(self) -> bool:
        """Whether there is something to parse."""
        return self.text is not None or bool(self.tools)
