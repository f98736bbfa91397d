"""The law of the layers (docs/design), read off the source with `ast`.

Imports under `TYPE_CHECKING` obey the order of the layers too: a name that a lower layer cannot know, it
cannot know for its annotations either (`SEEN_BY_TYPES` has the exceptions). They are free from the rules
about what gets loaded, since nothing is.
"""

from __future__ import annotations

import ast
import statistics
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import attrs
import pytest

import triopenai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PACKAGE = "triopenai"

# Every package and module right under `triopenai`, and how high it stands. `_tools` is not in the wheel.
LAYERS = {
    "_base": 0,
    "_sansio": 1,
    "types": 1,
    "_operations": 2,
    "_net": 2,
    "_flow": 2,
    "_engine": 3,
    "_helpers": 4,
    "realtime": 4,
    "resources": 5,
    "testing": 6,
    "_api": 6,
    "__init__": 7,
    "agents": 7,
    "concurrency": 7,
    "pytest_plugin": 8,
    "recording": 7,
    "streaming": 7,
    "bridge": 7,
    "errors": 7,
    "tools": 7,
    "_cli": 8,
    "_tools": 9,
}
# Modules that are one thing with another: they may import each other.
PART_OF = {
    "_azure": "_api",
    "_changes": "_api",
    "_environment": "_api",
    "_options": "_api",
    "_setup": "_api",
    "__main__": "_cli",
}

# Who may name something higher in annotations, and why.
SEEN_BY_TYPES = {
    ("_operations", "_engine"),  # an Operation is typed by what the engine makes of the answer: a page, bytes
}

GENERATED = ("types", "_operations", "resources", "realtime.connections")

PURE = "_sansio"
NOT_PURE = {
    "asyncio",
    "logging",
    "os",
    "random",
    "secrets",
    "select",
    "socket",
    "ssl",
    "threading",
    "time",
    "trio",
    "uuid",
}

ONLY_IMPORTER = {
    "httptools": "_sansio.http1",
    "httpx": "_net.httpx_adapter",
    "trio_websocket": "realtime._link",
}

# A fake that shares the client's code cannot catch its bugs.
TESTING_SEES = ("testing", "_base", "types", "_operations", "_sansio.operation", "_sansio.request")

DEPENDENCIES = {
    "attrs",
    "attr",
    "h11",
    "httptools",
    "outcome",
    "httpx",
    "pydantic",
    "pydantic_core",
    "trio",
    "truststore",
    "typing_extensions",
}
EXTRAS = {
    "_cli": {"rich"},
    "realtime": {"trio_websocket", "wsproto"},
    "testing": {"pytest", "pytest_trio"},
    "pytest_plugin": {"pytest"},
    "_tools": {"yaml"},
}

# The one that knows of an event loop beside Trio's.
KNOWS_ASYNCIO = "bridge"

MAX_MODULE = 500
MAX_FUNCTION = 60
MAX_MEDIAN = 180


class Import(NamedTuple):
    """An import: of which module, on which line, and whether type checkers alone see it."""

    target: str
    line: int
    typing_only: bool


@attrs.frozen
class Module:
    """A module of the package: its name without the package's own, and its source."""

    name: str
    source: str

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All of it, from the top down."""
        return list(ast.walk(ast.parse(self.source)))

    @cached_property
    def imports(self) -> list[Import]:
        return list(imports_in(self.nodes))

    @property
    def unit(self) -> str:
        return unit_of(self.name)

    @property
    def generated(self) -> bool:
        return any(f"{self.name}.".startswith(f"{package}.") for package in GENERATED)


def unit_of(name: str) -> str:
    first = name.partition(".")[0]
    return PART_OF.get(first, first)


def read_package() -> list[Module]:
    root = Path(triopenai.__file__).parent
    modules = []
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        source = path.read_text(encoding="utf-8")
        modules.append(Module(name, source))
    return modules


def imports_in(nodes: list[ast.AST]) -> Iterator[Import]:
    typing_only = {
        id(inner)
        for node in nodes
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, id(node) in typing_only)
        elif isinstance(node, ast.ImportFrom):
            target = "." * node.level + (node.module or "")
            names = [alias.name for alias in node.names]
            # `from triopenai import x` names a unit below the package, if there is one of that name.
            targets = [f"{target}.{name}" for name in names] if target == PACKAGE else [target]
            for each in targets:
                yield Import(each, node.lineno, id(node) in typing_only)


def own(target: str) -> str | None:
    """The part after the package's name of a module of ours."""
    if target == PACKAGE:
        return "__init__"
    if not target.startswith(PACKAGE + "."):
        return None
    name = target.removeprefix(PACKAGE + ".")
    unit = unit_of(name)
    return name if unit in LAYERS else "__init__"


def check_known(modules: list[Module]) -> Iterator[str]:
    """Every unit has its place in the table, and paths have at most one underscore."""
    for module in modules:
        if module.unit not in LAYERS:
            yield f"{module.name}: {module.unit} has no layer"
        private = [part for part in module.name.split(".") if part.startswith("_") and part[1] != "_"]
        if len(private) > 1:
            yield f"{module.name}: more than one underscore in the path"


def check_order(modules: list[Module]) -> Iterator[str]:
    """1. An import points to a lower layer or stays in its own package."""
    for module in modules:
        for target, line, typing_only in module.imports:
            where = f"{module.name}:{line}: "
            if target.startswith("."):
                yield where + "relative import"
            name = own(target)
            if name is None or unit_of(name) == module.unit:
                continue
            if typing_only and (module.unit, unit_of(name)) in SEEN_BY_TYPES:
                continue
            if LAYERS[unit_of(name)] >= LAYERS[module.unit]:
                yield where + f"imports {name}, which is not below {module.unit}"


def check_pure(modules: list[Module]) -> Iterator[str]:
    """2. The protocol is pure functions: no I/O, and time, chance and environment are arguments."""
    for module in modules:
        if module.unit != PURE:
            continue
        for node in module.nodes:
            if isinstance(node, ast.AsyncFunctionDef):
                yield f"{module.name}:{node.lineno}: async def {node.name}"
        for target, line, typing_only in module.imports:
            if target.partition(".")[0] in NOT_PURE and not typing_only:
                yield f"{module.name}:{line}: imports {target}"


def check_single_importer(modules: list[Module]) -> Iterator[str]:
    """3. Each library that can be exchanged is behind one module."""
    for module in modules:
        for target, line, typing_only in module.imports:
            importer = ONLY_IMPORTER.get(target.partition(".")[0])
            if importer not in (None, module.name) and not typing_only:
                yield f"{module.name}:{line}: imports {target}, which {importer} alone may"


def check_testing_apart(modules: list[Module]) -> Iterator[str]:
    """4. The testing kit shares no code with the client that it tests."""
    for module in modules:
        if module.unit != "testing":
            continue
        for target, line, _ in module.imports:
            name = own(target)
            if name is not None and not any(
                name == seen or name.startswith(f"{seen}.") for seen in TESTING_SEES
            ):
                yield f"{module.name}:{line}: imports {name}"


def check_client_unseen(modules: list[Module]) -> Iterator[str]:
    """5. Helpers and resources see the engine, never the client; helpers never a resource."""
    forbidden = {"_helpers": ("_api", "__init__", "resources"), "resources": ("_api", "__init__")}
    for module in modules:
        for target, line, _ in module.imports:
            name = own(target)
            if name is not None and unit_of(name) in forbidden.get(module.unit, ()):
                yield f"{module.name}:{line}: imports {name}"


def check_tools_unused(modules: list[Module]) -> Iterator[str]:
    """Nothing imports the tools, which the wheel leaves out."""
    for module in modules:
        for target, line, _ in module.imports:
            name = own(target)
            if name is not None and unit_of(name) == "_tools" != module.unit:
                yield f"{module.name}:{line}: imports {name}"


def check_dependencies(modules: list[Module]) -> Iterator[str]:
    """Only what pyproject.toml declares is imported, an extra only by the part that it is for."""
    for module in modules:
        allowed = DEPENDENCIES | EXTRAS.get(module.unit, set())
        for target, line, _ in module.imports:
            top = target.partition(".")[0]
            if top in {"", PACKAGE} or top in allowed:
                continue
            if top not in sys.stdlib_module_names:
                yield f"{module.name}:{line}: imports {target}, which is not declared"
            if top == "asyncio" and module.unit != KNOWS_ASYNCIO:
                yield f"{module.name}:{line}: imports asyncio"


def check_environment(modules: list[Module]) -> Iterator[str]:
    """The client's block alone reads the environment."""
    for module in modules:
        if module.unit in {"_api", "_cli", "_tools"}:
            continue
        for node in module.nodes:
            if not isinstance(node, ast.Attribute) or node.attr not in {"environ", "getenv"}:
                continue
            if ast.unparse(node.value) == "os":
                yield f"{module.name}:{node.lineno}: {ast.unparse(node)}"


def check_hygiene(modules: list[Module]) -> Iterator[str]:
    """No `__del__`, asynchronous generators as blocks and fixtures alone, annotations never evaluated."""
    for module in modules:
        for node in module.nodes:
            if isinstance(node, ast.FunctionDef) and node.name == "__del__":
                yield f"{module.name}:{node.lineno}: __del__"
            if isinstance(node, ast.AsyncFunctionDef) and _yields(node):
                decorators = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
                if not decorators & {"asynccontextmanager", "as_safe_channel", "fixture"}:
                    yield f"{module.name}:{node.lineno}: {node.name} is an asynchronous generator"
        # generated models are annotated with real types, which take a third less time to import
        if module.name.startswith("types.") and module.name.endswith("_models"):
            continue
        if "from __future__ import annotations" not in module.source and _has_code(module.source):
            yield f"{module.name}: no `from __future__ import annotations`"


def _yields(function: ast.AsyncFunctionDef) -> bool:
    waiting: list[ast.AST] = [*function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting.extend(ast.iter_child_nodes(node))
    return False


def _has_code(source: str) -> bool:
    tree = ast.parse(source)
    return not all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in tree.body)


def check_sizes(modules: list[Module]) -> Iterator[str]:
    """What people wrote stays small. A docstring counts for the module, not for its function."""
    for module in modules:
        if module.generated:
            continue
        lines = len(module.source.splitlines())
        if lines >= MAX_MODULE:
            yield f"{module.name}: {lines} lines"
        for node in module.nodes:
            if (
                isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
                and (length := _length(node)) > MAX_FUNCTION
            ):
                yield f"{module.name}:{node.lineno}: {node.name} has {length} lines"


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


CHECKS = [
    check_known,
    check_order,
    check_pure,
    check_single_importer,
    check_testing_apart,
    check_client_unseen,
    check_tools_unused,
    check_dependencies,
    check_environment,
    check_hygiene,
    check_sizes,
]


@pytest.fixture(scope="module")
def package() -> list[Module]:
    return read_package()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_package_obeys(check: Callable[[list[Module]], Iterator[str]], package: list[Module]):
    known = [module for module in package if module.unit in LAYERS or check is check_known]
    assert "\n".join(check(known)) == ""


def test_package_modules_are_small_at_the_median(package: list[Module]):
    sizes = [len(module.source.splitlines()) for module in package if not module.generated]
    assert statistics.median(sizes) < MAX_MEDIAN


@pytest.mark.parametrize(("library", "importer"), ONLY_IMPORTER.items())
def test_package_single_importer_exists(library: str, importer: str, package: list[Module]):
    (module,) = [module for module in package if module.name == importer]
    assert library in {target.partition(".")[0] for target, _, _ in module.imports}


@pytest.mark.parametrize(
    ("check", "name", "source"),
    [
        (check_known, "_stranger", "x = 1"),
        (check_known, "_net._pool", "x = 1"),
        (check_order, "_net.pool", "from triopenai._engine.call import run"),
        (check_order, "_net.pool", "from triopenai._flow.tasks import Task"),
        (check_order, "_net.pool", "import triopenai._api"),
        (check_order, "_net.pool", "from triopenai import open_client"),
        (check_order, "_net.pool", "from . import dial"),
        (check_order, "_operations.files", "from triopenai._engine.pages import AsyncPage"),
        (check_order, "types.chat", "def f():\n    from triopenai._sansio.sse import SSEDecoder"),
        (check_order, "_base.x", "if TYPE_CHECKING:\n    from triopenai._net.pool import Pool"),
        (check_pure, "_sansio.sse", "async def feed(): pass"),
        (check_pure, "_sansio.retry", "from time import monotonic"),
        (check_pure, "_sansio.retry", "import os.path"),
        (check_single_importer, "_net.body", "def f():\n    import httptools"),
        (check_single_importer, "_engine.call", "from httpx import AsyncClient"),
        (check_testing_apart, "testing.sandbox", "from triopenai._net.pool import ConnectionPool"),
        (check_testing_apart, "testing.sandbox", "from triopenai._sansio.sse import SSEDecoder"),
        (check_client_unseen, "resources.chat", "if TYPE_CHECKING:\n    from triopenai import Client"),
        (check_client_unseen, "_helpers.polling", "from triopenai.resources.files import Files"),
        (check_tools_unused, "_cli", "from triopenai._tools.wheel import main"),
        (check_dependencies, "_net.dial", "import anyio"),
        (check_dependencies, "_net.dial", "import rich"),
        (check_dependencies, "_net.dial", "import asyncio"),
        (check_environment, "_engine.call", "import os\nkey = os.environ['OPENAI_API_KEY']"),
        (check_hygiene, "_net.pool", "class Pool:\n    def __del__(self): pass"),
        (check_hygiene, "_net.pool", "async def f():\n    for x in ():\n        yield x"),
        (check_hygiene, "_net.pool", "x = 1"),
        (check_sizes, "_net.pool", "x = 1\n" * MAX_MODULE),
        (check_sizes, "_net.pool", "def f():\n" + "    x = 1\n" * MAX_FUNCTION),
    ],
)
def test_check_finds(check: Callable[[list[Module]], Iterator[str]], name: str, source: str):
    found = list(check([Module(name, source)]))
    assert len(found) >= 1
    assert all(line.startswith(name) for line in found)


@pytest.mark.parametrize(
    ("check", "name", "source"),
    [
        (
            check_order,
            "_engine.call",
            "from triopenai._engine import reply\nfrom triopenai._net.pool import Pool",
        ),
        (
            check_order,
            "_operations.chat",
            "if TYPE_CHECKING:\n    from triopenai.types.chat import ChatCompletion",
        ),
        (
            check_order,
            "_operations.files",
            "if TYPE_CHECKING:\n    from triopenai._engine.pages import AsyncPage",
        ),
        (check_order, "_api", "from triopenai._environment import Environment"),
        (check_pure, "_engine.call", "import time\nasync def run(): pass"),
        (check_single_importer, "_api", "if TYPE_CHECKING:\n    import httpx"),
        (check_testing_apart, "testing.sandbox", "from triopenai._sansio.operation import Operation"),
        (check_dependencies, "_cli", "import json, rich, trio"),
        (
            check_hygiene,
            "_net.pool",
            """from __future__ import annotations
@asynccontextmanager
async def f():
    yield
async def g():
    def inner():
        yield
""",
        ),
        (check_sizes, "types.chat", "x = 1\n" * MAX_MODULE),
        (check_sizes, "_net.pool", 'def f():\n    """' + "\n" * MAX_FUNCTION + '"""\n    x = 1\n'),
    ],
)
def test_check_permits(check: Callable[[list[Module]], Iterator[str]], name: str, source: str):
    assert list(check([Module(name, source)])) == []
