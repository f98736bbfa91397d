"""Writes one module of the TypedDicts that methods take their keywords from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools.emit import Imports, indent, sequence
from triopenai._tools.layout import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from triopenai._tools.params import Field

__all__ = ["OPTIONS", "TYPED_DICT", "ArgumentsModule"]

TYPED_DICT: Final = ("typing", "TypedDict")
OPTIONS: Final = ("triopenai._base.options", "RequestOptions")
_OWN: Final = "triopenai."
_HEAD: Final = ("", "from __future__ import annotations", "")


@final
@attrs.frozen
class _Class:
    """One TypedDict; a base with no module is one of the same module."""

    name: str
    about: str
    bases: tuple[tuple[str, str], ...]
    fields: Mapping[str, Field]

    def lines(self, local: Callable[[str, str], str]) -> list[str]:
        """The source."""
        bases = [local(*base) for base in self.bases]
        lines = sequence(f"class {self.name}(", [*bases, "total=False"], "):")
        lines += [f'    """Keywords of ``{self.about}``."""', *([""] if self.fields else [])]
        for key, field in self.fields.items():
            lines += indent(field.lines(key, local))
        return lines


@final
class ArgumentsModule:
    """One module of TypedDicts."""

    def __init__(self) -> None:
        self._about = ""
        self._classes: list[_Class] = []

    def about(self, dotted: str) -> ArgumentsModule:
        """The next classes belong to this method."""
        self._about = dotted
        return self

    def add(
        self,
        name: str,
        bases: Iterable[tuple[str, str]],
        fields: Mapping[str, Field] | None = None,
        *,
        options: bool = True,
    ) -> None:
        """Add a class."""
        whole = (*bases, *([OPTIONS] if options else []))
        self._classes.append(_Class(name, self._about, whole, fields or {}))

    def text(self, area: str) -> str:
        """The source."""
        standard, own = self._imports()

        def local(module: str, name: str) -> str:
            return (own if module.startswith(_OWN) else standard).local(module, name)

        lines = [f'"""The keywords of ``{area}``. Generated: do not edit."""', *_HEAD]
        lines += [*standard.lines(), ""] if standard.any else []
        lines += own.lines()
        names = sorted(one.name for one in self._classes)
        lines += ["", *sequence("__all__ = [", [literal(name) for name in names], "]")]
        for one in self._classes:
            lines += ["", "", *one.lines(local)]
        return "\n".join(lines) + "\n"

    def _imports(self) -> tuple[Imports, Imports]:
        """What is imported of the standard library, and of this one.

        All of it for good: who asks for a method's keywords at run time gets their types too.
        """
        standard, own = Imports(), Imports()
        for one in self._classes:
            if any(field.required for field in one.fields.values()):
                standard.want("typing", "Required")
            named = (place for field in one.fields.values() for place in field.names.values())
            for module, name in (*one.bases, *named):
                (own if module.startswith(_OWN) else standard).want(module, name)
        own.settle()
        standard.settle()
        return standard, own
