"""Reads the generated params modules: which TypedDicts there are, with which keys."""

from __future__ import annotations

import ast
import builtins
import copy
from typing import TYPE_CHECKING, Final, cast, final

import attrs

from triopenai._tools.emit import WIDTH, indent, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["WORTH_A_BASE", "Field", "ParamsBook"]

PACKAGE: Final = "triopenai."
WORTH_A_BASE: Final = 6  #: fields that are worth naming where they stand, instead of repeating them


@final
@attrs.frozen
class Field:
    """One key of a TypedDict.

    Attributes:
        annotation: Its type, without `Required` and `NotRequired`.
        required: Whether it must be given.
        names: What the annotation names: each spelling, and the module and name that it means.
    """

    annotation: ast.expr = attrs.field(eq=ast.unparse)
    required: bool
    names: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, annotation: str, *names: tuple[str, str], required: bool = False) -> Field:
        """A field whose type is given as source."""
        return cls(ast.parse(annotation, mode="eval").body, required, {name[1]: name for name in names})

    def lines(self, key: str, local: Callable[[str, str], str]) -> list[str]:
        """The field as the line or lines of a class's body.

        Args:
            key: Its name.
            local: By what name a name of a module is known where the class stands.
        """
        names = {spelling: local(*place) for spelling, place in self.names.items()}
        annotation = cast("ast.expr", _Renaming(names).visit(copy.deepcopy(self.annotation)))
        if self.required:
            annotation = ast.Subscript(ast.Name("Required"), annotation)
        lines = _lay(f"{key}: ", annotation, "", 1)
        if len(lines) > 1 and isinstance(annotation, ast.BinOp):
            return [f"{key}: (", *indent(_lay("", annotation, "", 2)), ")"]
        return lines


@final
class ParamsBook:
    """The generated params modules, by their dotted names."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._modules = {
            PACKAGE + path.removesuffix(".py").replace("/", "."): _Module.parse(text)
            for path, text in files.items()
            if path.endswith("_params.py")
        }

    def place(self, area: str, name: str) -> tuple[str, str]:
        """Module and name of where the params type `name` of an area is defined.

        Raises:
            LookupError: There is no such type.
        """
        return self._find(f"{area}._params", name)

    def members(self, area: str, name: str) -> list[str]:
        """The classes of a union; empty for a class."""
        module, name = self.place(area, name)
        value = self._modules[module].defined[name]
        if isinstance(value, ast.ClassDef):
            return []
        return [node.id for node in ast.walk(value) if isinstance(node, ast.Name)]

    def fields(self, area: str, name: str) -> dict[str, Field]:
        """The keys of a class, inherited ones included."""
        return self._fields(*self.place(area, name))

    def base_of(self, area: str, fields: Mapping[str, Field]) -> str | None:
        """The class of an area that holds the most of some fields and no others, if that is worth it."""
        module = f"{area}._params"
        found: dict[str, int] = {}
        for name, node in self._modules[module].defined.items():
            if isinstance(node, ast.ClassDef):
                held = self._fields(module, name)
                if len(held) >= WORTH_A_BASE and held.items() <= fields.items():
                    found[name] = len(held)
        return max(found, key=lambda name: found[name], default=None)

    def _find(self, module: str, name: str) -> tuple[str, str]:
        while name not in self._modules[module].defined:
            module, name = self._modules[module].imported[name]
        return module, name

    def _fields(self, module: str, name: str) -> dict[str, Field]:
        node = self._modules[module].defined[name]
        if not isinstance(node, ast.ClassDef):
            msg = f"{module}.{name} is not a class"
            raise TypeError(msg)
        found: dict[str, Field] = {}
        for base in node.bases:
            if isinstance(base, ast.Name) and base.id != "TypedDict":
                found |= self._fields(*self._find(module, base.id))
        total = not any(keyword.arg == "total" for keyword in node.keywords)
        for item in node.body:
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                found[item.target.id] = self._field(module, item.annotation, total=total)
        return found

    def _field(self, module: str, annotation: ast.expr, *, total: bool) -> Field:
        required = total
        while isinstance(annotation, ast.Subscript) and isinstance(annotation.value, ast.Name):
            if annotation.value.id not in {"Required", "NotRequired"}:
                break
            required = annotation.value.id == "Required"
            annotation = annotation.slice
        names = sorted({node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)})
        found = {name: self._origin(module, name) for name in names if not hasattr(builtins, name)}
        return Field(annotation, required, found)

    def _origin(self, module: str, name: str) -> tuple[str, str]:
        content = self._modules[module]
        return (module, name) if name in content.defined else content.imported[name]


@final
@attrs.frozen
class _Module:
    """One module: what it defines (classes, and the values of aliases), and what it imports."""

    defined: Mapping[str, ast.expr | ast.ClassDef]
    imported: Mapping[str, tuple[str, str]]

    @classmethod
    def parse(cls, text: str) -> _Module:
        """Read the text of a module."""
        defined: dict[str, ast.expr | ast.ClassDef] = {}
        imported: dict[str, tuple[str, str]] = {}
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                defined[node.name] = node
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                for name in node.names:
                    imported[name.asname or name.name] = (node.module, name.name)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                if isinstance(node.target, ast.Name):
                    defined[node.target.id] = node.value
            elif isinstance(node, ast.Assign):
                defined |= {target.id: node.value for target in node.targets if isinstance(target, ast.Name)}
        return cls(defined, imported)


@final
class _Renaming(ast.NodeTransformer):
    """Gives the names of a type expression others."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Rename one."""
        return ast.Name(self._names.get(node.id, node.id), node.ctx)


def _lay(before: str, node: ast.expr, after: str, depth: int) -> list[str]:
    """A type expression between two texts, broken where it does not fit on a line."""
    line = before + _source(node) + after
    if 4 * depth + len(line) <= WIDTH:
        return [line]
    if isinstance(node, ast.BinOp):
        return [*_lay(before, node.left, "", depth), *_lay("| ", node.right, after, depth)]
    if not isinstance(node, ast.Subscript):
        return [line]
    if isinstance(node.slice, ast.Tuple):
        items = [_source(item) for item in node.slice.elts]
        return wrapped(f"{before}{_source(node.value)}[", items, f"]{after}", depth=depth)
    inner = _lay("", node.slice, "", depth + 1)
    return [f"{before}{_source(node.value)}[", *indent(inner), f"]{after}"]


def _source(node: ast.expr) -> str:
    return ast.unparse(node).replace("'", '"')
