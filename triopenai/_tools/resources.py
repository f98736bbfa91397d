"""Writes `triopenai.resources`: one class for each resource, one module for each area.

A method is a signature, a docstring and one line that hands its arguments to the engine. Its keywords are
those of a TypedDict in ``resources/_args``, which only type checkers import.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._tools import connect_method, connection_table, mixins
from triopenai._tools.areas import area_of, class_name
from triopenai._tools.arguments import Arguments
from triopenai._tools.arguments_module import OPTIONS
from triopenai._tools.emit import Imports, indent, sequence
from triopenai._tools.layout import literal
from triopenai._tools.methods import want, write
from triopenai._tools.surface import Method, reference_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triopenai._tools.connection_table import Kind
    from triopenai._tools.spec import Spec

__all__ = ["FOLDERS", "generate"]

FOLDERS: Final = ("resources",)

_HEAD: Final = ("", "from __future__ import annotations", "")


@final
@attrs.define
class Node:
    """One resource: its methods, mixins and connection, and the resources below it as attribute and path."""

    path: str
    methods: list[Method] = attrs.field(factory=list[Method])
    children: dict[str, str] = attrs.field(factory=dict[str, str])
    mixins: Sequence[tuple[str, str]] = ()
    connection: Kind | None = None

    @property
    def area(self) -> str:
        """The module of its class."""
        return area_of(self.path)


def generate(spec: Spec) -> dict[str, str]:
    """The text of each file, by its path below the package."""
    surface = spec.surface
    by_hand = mixins.written()
    methods = [method for method in surface.methods if method.dotted not in by_hand]
    root = _tree(methods, surface.aliases)
    areas: defaultdict[str, list[Node]] = defaultdict(list)
    for path, node in sorted(root.items()):
        if path:
            areas[node.area].append(node)
    arguments = Arguments(methods, spec.params)
    files = {f"resources/{area}.py": _module(nodes, arguments) for area, nodes in areas.items()}
    files |= {f"resources/_args/{area}.py": text for area, text in arguments.modules().items()}
    files["resources/__init__.py"] = _package(root[""])
    files["resources/_args/__init__.py"] = (
        '"""The keywords of every method, for type checkers. Generated: do not edit."""\n'
    )
    return files


def _tree(methods: Iterable[Method], aliases: Mapping[str, str]) -> dict[str, Node]:
    nodes = {"": Node("")}

    def grow(path: str) -> Node:
        if path not in nodes:
            nodes[path] = Node(path)
            above, _, name = path.rpartition(".")
            grow(above).children[name] = path
        return nodes[path]

    for method in methods:
        grow(method.resource).methods.append(method)
    for twin, path in aliases.items():
        above, _, name = twin.rpartition(".")
        grow(above).children[name] = path
    for path, taken in mixins.load().items():
        grow(path).mixins = taken
    for kind in connection_table.load():
        grow(kind.resource).connection = kind
    return nodes


def _module(nodes: list[Node], arguments: Arguments) -> str:
    area = nodes[0].area
    methods = [method for node in nodes for method in node.methods]
    imports = _imports(nodes, arguments)
    body: list[str] = []
    for node in nodes:
        body += ["", "", *_class(node, area)]
        if node.connection is not None:
            body += ["", *indent(connect_method.write(node.connection))]
        for method in node.methods:
            body += ["", *indent(write(method, arguments.of(method), imports))]
    lines = [f'"""The methods of ``{area}``. Generated: do not edit."""', *_HEAD]
    if any(node.children for node in nodes):
        lines.append("from functools import cached_property")
    names = ["TYPE_CHECKING", *(["overload"] if "    @overload" in body else [])]
    lines += [f"from typing import {', '.join(names)}", ""]
    if any(method.deprecated for method in methods):
        lines += ["from typing_extensions import deprecated", ""]
    kinds = [node.connection for node in nodes if node.connection is not None]
    if any(map(connect_method.has_omit, kinds)):
        lines.append("from triopenai._base.absent import omit")
    lines.append("from triopenai._engine.resource import Resource")
    bases = Imports()
    for base in sorted({base for node in nodes for base in node.mixins}):
        bases.want(*base)
    bases.settle()
    lines += bases.lines()
    if methods:
        lines.append(f"from triopenai._operations import {area} as ops")
    standard = ["from collections.abc import Mapping"] if kinds else []
    standard += ["from typing import Unpack"] if methods else []
    lines += ["", "if TYPE_CHECKING:", *indent([*standard, *([""] if standard else [])])]
    lines += indent(imports.lines(depth=1))
    classes = sorted(literal(class_name(node.path)) for node in nodes)
    return "\n".join([*lines, "", *sequence("__all__ = [", classes, "]"), *body]) + "\n"


def _imports(nodes: list[Node], arguments: Arguments) -> Imports:
    imports = Imports()
    area = nodes[0].area
    for node in nodes:
        for path in node.children.values():
            if area_of(path) != area:
                imports.want(f"triopenai.resources.{area_of(path)}", class_name(path))
        for method in node.methods:
            want(method, arguments.of(method), imports)
            if arguments.of(method).main is None:
                imports.want(*OPTIONS)
            else:
                imports.want("triopenai.resources._args", f"{area} as args")
        if node.connection is not None:
            connect_method.want(node.connection, imports)
    imports.settle()
    return imports


def _class(node: Node, area: str) -> list[str]:
    bases = [*(name for _, name in node.mixins), "Resource"]
    lines = [
        *sequence(f"class {class_name(node.path)}(", bases, "):"),
        f'    """Methods of ``client.{node.path}``.',
        "",
        f"    See {reference_of(node.path)}",
        '    """',
    ]
    for name, path in sorted(node.children.items()):
        lines += ["", *indent(_child(f"{node.path}.{name}", path, area))]
    return lines


def _child(name: str, path: str, area: str) -> list[str]:
    """The attribute of the dotted path `name` for the resource `path`: the same, or one that it repeats."""
    target = class_name(path)
    what = f"Methods of ``client.{path}``." if name == path else f"The same as ``client.{path}``."
    lines = ["@cached_property", f"def {name.rpartition('.')[2]}(self) -> {target}:", f'    """{what}"""']
    if area_of(path) != area:
        lines += [f"    from triopenai.resources.{area_of(path)} import {target}", ""]
    return [*lines, f"    return {target}(self._engine)"]


def _package(root: Node) -> str:
    imports = Imports()
    for name, path in root.children.items():
        imports.want(f"triopenai.resources.{name}", class_name(path))
    imports.settle()
    lines = ['"""The resources of the client; each loads on first use. Generated: do not edit."""', *_HEAD]
    lines += ["from functools import cached_property", "from typing import TYPE_CHECKING", ""]
    lines += ["from triopenai._engine.resource import Resource", "", "if TYPE_CHECKING:"]
    lines += indent(imports.lines(depth=1))
    lines += [
        "",
        '__all__ = ["Root"]',
        "",
        "",
        "class Root(Resource):",
        '    """The resources of the API."""',
    ]
    for name, path in sorted(root.children.items()):
        lines += ["", *indent(_child(name, path, ""))]
    return "\n".join(lines) + "\n"
