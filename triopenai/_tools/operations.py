"""Writes `triopenai._operations`: one constant for each endpoint, one module for each area."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from triopenai._tools.emit import WIDTH, Imports, Value, call, indent, sequence
from triopenai._tools.layout import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triopenai._tools.spec import Spec
    from triopenai._tools.surface import Method

__all__ = ["FOLDERS", "PAGES", "by_area", "generate", "place"]

FOLDERS: Final = ("_operations",)

#: The page class of each kind of page.
PAGES: Final = {
    "page": "AsyncPage",
    "cursor": "AsyncCursorPage",
    "conversation_cursor": "AsyncConversationCursorPage",
    "next_cursor": "AsyncNextCursorPage",
    "token": "AsyncTokenPage",
}
PAGES_MODULE: Final = "triopenai._engine.pages"
BINARY: Final = ("triopenai._engine.binary", "HttpxBinaryResponseContent")
_BUILT_IN: Final = {"none": "None", "str": "str", "json": "object"}


def generate(spec: Spec) -> dict[str, str]:
    """The text of each file, by its path below the package."""
    areas = by_area(spec.surface.methods)
    files = {f"_operations/{area}.py": _module(area, methods) for area, methods in areas.items()}
    files["_operations/__init__.py"] = _package(sorted(areas))
    return files


def by_area(methods: Iterable[Method]) -> dict[str, list[Method]]:
    """The methods of each area, in order."""
    areas: defaultdict[str, list[Method]] = defaultdict(list)
    for method in methods:
        areas[method.area].append(method)
    return dict(areas)


def place(reference: str) -> tuple[str, str]:
    """Module and name of what a type reference means; built-in types have the empty module."""
    if reference == "binary":
        return BINARY
    if reference in _BUILT_IN:
        return "", _BUILT_IN[reference]
    module, _, name = reference.partition(":")
    return f"triopenai.types.{module}".rstrip("."), name


def _module(area: str, methods: list[Method]) -> str:
    imports = Imports()
    for method in methods:
        for module, name in _names(method):
            imports.want(module, name)
    imports.settle()
    kinds = sorted({_kind(method) for method in methods})
    constants = sorted(method.constant for method in methods)
    lines = [
        f'"""The endpoints of ``{area}``. Generated: do not edit."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import TYPE_CHECKING",
        "",
        f"from triopenai._sansio.operation import {', '.join(kinds)}",
        "",
        "if TYPE_CHECKING:",
        *indent(imports.lines(depth=1)),
        "",
        *sequence("__all__ = [", [literal(name) for name in constants], "]"),
        "",
    ]
    for method in methods:
        lines += _constant(method, imports)
    return "\n".join(lines) + "\n"


def _kind(method: Method) -> str:
    if method.event is not None:
        return "StreamOperation"
    return "Operation" if method.item is None else "PageOperation"


def _names(method: Method) -> list[tuple[str, str]]:
    """What the annotation of the constant names."""
    if method.item is not None:
        return [(PAGES_MODULE, PAGES[method.page or "page"]), place(method.item)]
    return [place(method.result), *([] if method.event is None else [place(method.event)])]


def _constant(method: Method, imports: Imports) -> list[str]:
    names = [imports.local(*found) for found in _names(method)]
    if method.item is not None:
        names[0] = f"{names[0]}[{names[1]}]"
    kind = _kind(method)
    annotated = f"{method.constant}: {kind}[{', '.join(names)}]"
    if len(f"{annotated} = {kind}(") <= WIDTH:
        return call(f"{annotated} = {kind}", _arguments(method))
    if len(f"{annotated} = (") <= WIDTH:
        return [f"{annotated} = (", *indent(call(kind, _arguments(method), depth=1)), ")"]
    lines = call(kind, _arguments(method))
    return [f"{method.constant}: {kind}[", f"    {', '.join(names)}", f"] = {lines[0]}", *lines[1:]]


def _arguments(method: Method) -> dict[str, Value]:
    given: dict[str, Value] = {
        "name": method.dotted,
        "verb": method.verb,
        "path": method.path,
        "path_params": method.path_params,
        "query": method.query,
        "body": method.body,
        "headers": method.headers,
        "required": method.required,
        "files": method.files,
        "multipart": method.multipart,
        "fixed_headers": method.fixed_headers,
        "accept": "" if method.accept == "application/json" else method.accept,
        "admin": method.admin,
        "deprecated": method.deprecated,
        "result": "" if method.result == "none" else method.result,
        "result_by": method.result_by or (),
        "event": method.event or "",
        "stream_only": method.stream_only,
        "sse_named": method.sse_named,
        "item": method.item or "",
        "page": method.page or "",
        "reference": method.reference,
    }
    return {name: value for name, value in given.items() if value}


def _package(areas: list[str]) -> str:
    names = [literal(area) for area in areas]
    return "\n".join(
        [
            '"""Every endpoint of the API as data, one module for each area. Generated: do not edit."""',
            "",
            "from __future__ import annotations",
            "",
            "from importlib import import_module",
            "from typing import Final",
            "",
            "from triopenai._sansio.operation import Operation",
            "",
            '__all__ = ["AREAS", "all_operations"]',
            "",
            *sequence("AREAS: Final = (", names, ")"),
            "",
            "",
            "def all_operations() -> tuple[Operation[object], ...]:",
            '    """Every operation, in the order of the names. Imports all areas."""',
            "    found: list[Operation[object]] = []",
            "    for area in AREAS:",
            '        values = vars(import_module(f"triopenai._operations.{area}")).values()',
            "        found += [value for value in values if isinstance(value, Operation)]",
            "    return tuple(sorted(found, key=lambda operation: operation.name))",
            "",
        ]
    )
