"""Source text laid out as the project's formatter would, so that generated files are final as written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, final

from triopenai._tools.layout import WIDTH, literal

if TYPE_CHECKING:
    from typing import Self

__all__ = ["LAZY_HEAD", "WIDTH", "Imports", "Value", "call", "indent", "sequence", "wrapped"]

#: What stands between the docstring and the names of a module that loads them on first use.
LAZY_HEAD: Final = (
    "",
    "from __future__ import annotations",
    "",
    "from typing import TYPE_CHECKING",
    "",
    "from triopenai._base.lazy import attach",
)

#: Text, or what is written as a tuple, or as a dictionary.
Value: TypeAlias = str | bool | Sequence["Value"] | Mapping[str, str]


def indent(lines: Iterable[str], depth: int = 1) -> list[str]:
    """The lines moved right by four columns for each level; empty ones stay empty."""
    return ["    " * depth + line if line else line for line in lines]


def sequence(before: str, items: Sequence[str], after: str, *, depth: int = 0) -> list[str]:
    """Items in brackets: on one line where they fit, else one on each line.

    Args:
        before: The text up to the opening bracket, this included.
        items: What stands between the brackets.
        after: The closing bracket and what follows it.
        depth: How many levels the lines will be moved to the right.
    """
    line = f"{before}{', '.join(items)}{after}"
    if 4 * depth + len(line) <= WIDTH:
        return [line]
    return [before, *(f"    {item}," for item in items), after]


def call(before: str, arguments: Mapping[str, Value], *, depth: int = 0, compact: bool = False) -> list[str]:
    """A call with keyword arguments, one on each line; `compact`: all on one line where they fit."""
    if compact:
        line = f"{before}({', '.join(f'{name}={_inline(value)}' for name, value in arguments.items())})"
        if 4 * depth + len(line) <= WIDTH:
            return [line]
    lines = [f"{before}("]
    for name, value in arguments.items():
        lines += indent(_value(f"{name}=", value, depth + 1))
    return [*lines, ")"]


def _value(before: str, value: Value, depth: int) -> list[str]:
    """One argument or item with the comma after it: on one line where it fits."""
    line = f"{before}{_inline(value)},"
    if 4 * depth + len(line) <= WIDTH or isinstance(value, bool):
        return [line]
    if isinstance(value, str):
        return _text(before, value, depth)
    opening, closing = "{}" if isinstance(value, Mapping) else "()"
    lines = [before + opening]
    if isinstance(value, Mapping):
        for key, text in value.items():
            lines += indent(_value(f"{literal(key)}: ", text, depth + 1))
    else:
        for item in value:
            lines += indent(_value("", item, depth + 1))
    return [*lines, f"{closing},"]


def _inline(value: Value) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    comma = "," if len(value) == 1 else ""
    return "(" + ", ".join(map(_inline, value)) + comma + ")"


def _text(before: str, value: str, depth: int) -> list[str]:
    """A string that does not fit on a line, broken at its slashes."""
    pieces: list[str] = []
    for step in value.split("/"):
        if pieces and len(f"{pieces[-1]}/{step}") <= WIDTH - 4 * (depth + 1) - len('""'):
            pieces[-1] += f"/{step}"
        else:
            pieces.append(step if not pieces else f"/{step}")
    return [f"{before}(", *(f"    {literal(piece)}" for piece in pieces), "),"]


@final
class Imports:
    """The imports of a module, with a name of its own for each imported thing."""

    def __init__(self) -> None:
        self._wanted: set[tuple[str, str]] = set()
        self._names: dict[tuple[str, str], str] = {}

    def want(self, module: str, *names: str) -> Self:
        """Import names of a module, unless it is the empty one; `settle` gives them local names."""
        self._wanted.update((module, name) for name in names if module)
        return self

    def settle(self) -> None:
        """Choose local names: where modules share one, only the one nearest to the root keeps it."""
        by_name: defaultdict[str, list[str]] = defaultdict(list)
        for module, name in self._wanted:
            by_name[name].append(module)
        for name, modules in by_name.items():
            first, *others = sorted(modules, key=lambda module: (module.count("."), module))
            self._names[first, name] = name
            for module in others:
                self._names[module, name] = _prefix(module, modules) + name

    def local(self, module: str, name: str) -> str:
        """The name by which `name` of `module` is known here; built-in types have the empty module."""
        return self._names[module, name] if module else name

    @property
    def any(self) -> bool:
        """Whether there is something to import."""
        return bool(self._wanted)

    def lines(self, *, depth: int = 0) -> list[str]:
        """The import statements, sorted."""
        by_module: defaultdict[str, list[str]] = defaultdict(list)
        for (module, name), local in self._names.items():
            by_module[module].append(name if name == local else f"{name} as {local}")
        lines: list[str] = []
        for module in sorted(by_module):
            plain = sorted((name for name in by_module[module] if " " not in name), key=_sort_key)
            statements = [plain] if plain else []
            statements += [[name] for name in by_module[module] if " " in name]
            for names in sorted(statements, key=lambda names: _sort_key(names[0].partition(" ")[0])):
                lines += _import(module, names, depth)
        return lines


def _prefix(module: str, modules: Iterable[str]) -> str:
    """As many of a module's last words, in camel case, as none of the others shares."""
    paths = {other: [step for step in other.split(".") if step[:1] != "_"] for other in modules}
    steps = paths[module]
    for count in range(1, len(steps) + 1):
        if sum(path[-count:] == steps[-count:] for path in paths.values()) == 1:
            return "".join(word.capitalize() for step in steps[-count:] for word in step.split("_"))
    msg = f"no name of its own for {module} among {sorted(paths)}"
    raise ValueError(msg)


def _import(module: str, names: list[str], depth: int) -> list[str]:
    line = f"from {module} import {', '.join(names)}"
    if 4 * depth + len(line) <= WIDTH:
        return [line]
    return [f"from {module} import (", *(f"    {name}," for name in names), ")"]


def _sort_key(name: str) -> tuple[int, str]:
    if name.isupper() and len(name) > 1:
        return 0, name
    return (1 if name[:1].isupper() else 2), name


def wrapped(before: str, items: Sequence[str], after: str, *, depth: int = 0) -> list[str]:
    """Items in brackets as a call or a signature has them: also all on one line of their own."""
    line = f"{before}{', '.join(items)}{after}"
    inner = f"    {', '.join(items)}"
    if 4 * depth + len(line) <= WIDTH:
        return [line]
    if 4 * depth + len(inner) <= WIDTH:
        return [before, inner, after]
    return [before, *(f"    {item}," for item in items), after]
