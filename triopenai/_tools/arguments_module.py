"""Writes one module of the TypedDicts that methods take their keywords from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools.emit import Imports, indent, sequence, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triopenai._tools.params import Field

__all__ = ["OPTIONS", "TYPED_DICT", "ArgumentsModule"]

TYPED_DICT: Final = ("typing", "TypedDict")
OPTIONS: Final = ("triopenai._base.options", "RequestOptions")
_HEAD: Final = ("", "from __future__ import annotations", "")


@final
@attrs.frozen
class _Class:
    """One TypedDict; a base with no module is one of the same module."""

    name: str
    about: str
    bases: tuple[tuple[str, str], ...]
    fields: Mapping[str, Field]

    def lines(self, imports: Imports) -> list[str]:
        """The source."""
        bases = [base[1] if base == TYPED_DICT else imports.local(*base) for base in self.bases]
        lines = sequence(f"class {self.name}(", [*bases, "total=False"], "):")
        lines += [f'    """Keywords of ``{self.about}``."""', *([""] if self.fields else [])]
        for key, field in self.fields.items():
            lines += indent(field.lines(key))
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
        standard, bases = self._imports()
        lines = [f'"""The keywords of ``{area}``. Generated: do not edit."""', *_HEAD]
        lines += [*standard.lines(), ""] if standard.any else []
        lines += bases.lines()
        names = sorted(one.name for one in self._classes)
        lines += ["", *sequence("__all__ = [", [string(name) for name in names], "]")]
        for one in self._classes:
            lines += ["", "", *one.lines(bases)]
        return "\n".join(lines) + "\n"

    def _imports(self) -> tuple[Imports, Imports]:
        """What is imported of the standard library, and of this one.

        All of it for good: who asks for a method's keywords at run time gets their types too.
        """
        standard, bases = Imports(), Imports()
        for one in self._classes:
            for base in one.bases:
                (standard if base == TYPED_DICT else bases).want(*base)
            for field in one.fields.values():
                if field.required:
                    standard.want("typing", "Required")
                for module, name in field.names:
                    (bases if module.startswith("triopenai") else standard).want(module, name)
        bases.settle()
        standard.settle()
        return standard, bases
