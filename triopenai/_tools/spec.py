"""The API document, and what more than one generator makes of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, final

from triopenai._tools import surface, typegen
from triopenai._tools.params import ParamsBook

if TYPE_CHECKING:
    from triopenai._tools.document import JsonObject
    from triopenai._tools.surface import Surface

__all__ = ["Spec"]


@final
class Spec:
    """What generators are given.

    Attributes:
        document: The API document, brought up to date.
    """

    def __init__(self, document: JsonObject) -> None:
        self.document = document

    @cached_property
    def types(self) -> dict[str, str]:
        """The files of `triopenai.types`, path to text."""
        return typegen.write_types(self.document)

    @cached_property
    def params(self) -> ParamsBook:
        """The request types among them."""
        return ParamsBook(self.types)

    @cached_property
    def surface(self) -> Surface:
        """The methods of the client."""
        return surface.load(self.document)
