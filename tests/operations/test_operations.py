"""Every operation against the facts of the official client, as `tests/data/surface.jsonl` has them."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.support.surface import OWN_ROWS, PAGES, ROWS, UNEXPORTED
from tests.support.tables import check_each
from triopenai._operations import AREAS, all_operations
from triopenai._sansio.operation import Operation, PageOperation, StreamOperation

if TYPE_CHECKING:
    from types import ModuleType

OPERATIONS = {operation.name: operation for operation in all_operations()}
SPECIAL = {"none", "str", "binary", "json"}


def references(operation: Operation[object]) -> list[str]:
    found = [operation.result]
    if operation.result_by is not None:
        found += operation.result_by[1].values()
    if isinstance(operation, StreamOperation):
        found.append(operation.event)
    if isinstance(operation, PageOperation):
        found.append(operation.item)
    return [reference for reference in found if reference not in SPECIAL]


def official(reference: str) -> str:
    """A reference as the table writes it, `None` for no result."""
    if reference in SPECIAL:
        return {"none": "None"}.get(reference, reference)
    module, _, name = reference.partition(":")
    return f"types.{module}.{name}" if module else f"types.{name}"


def test_all_operations_covers_the_api() -> None:
    assert len(ROWS) == 396
    assert len(OPERATIONS) == len(all_operations()) == 390
    assert set(OPERATIONS) == {row[0] for row in OWN_ROWS}
    assert [operation.name for operation in all_operations()] == sorted(OPERATIONS)


def states_the_facts(row: list[Any]) -> None:
    name, verb, path, path_params, keywords, required, returns, extra = row
    operation = OPERATIONS[name]
    assert (operation.verb, operation.path) == (verb, path)
    assert list(operation.path_params) == path_params
    given = {*operation.query, *operation.body, *operation.headers, *operation.path_params[:-1]}
    assert given == set(keywords)
    assert {*operation.required, *operation.path_params[:-1]} == set(required)
    assert dict(operation.headers) == extra.get("headers", {})
    assert operation.admin is extra.get("admin", False)
    assert operation.deprecated is extra.get("deprecated", False)
    assert operation.multipart is extra.get("multipart", False)
    fixed = (("OpenAI-Beta", extra["beta"]),) if "beta" in extra else ()
    assert operation.fixed_headers == fixed
    if isinstance(operation, PageOperation):
        page, _, item = returns.removesuffix("]").partition("[")
        assert operation.page == page
        assert official(operation.item) == UNEXPORTED.get(item, item)
    elif isinstance(operation, StreamOperation):
        assert official(operation.event) == extra["stream"]
        assert operation.stream_only is extra.get("stream_only", False)
        assert operation.stream_only or official(operation.result) == returns
    else:
        assert "stream" not in extra
        assert official(operation.result) == str(returns)


def test_operations_state_the_facts() -> None:
    check_each(states_the_facts, ((row[0], row) for row in OWN_ROWS))


def is_consistent(operation: Operation[object]) -> None:
    for name in operation.path_params:
        assert operation.path.count(f"{{{name}}}") == 1
    assert operation.path.count("{") == len(operation.path_params)
    keywords = [*operation.query, *operation.body, *operation.headers, *operation.path_params]
    assert len(keywords) == len(set(keywords)), "a keyword has two places"
    assert set(operation.required) <= set(keywords)
    assert set(operation.files) <= set(operation.body)
    assert operation.multipart or not operation.files
    assert operation.verb != "GET" or not operation.body
    assert operation.reference.startswith("https://")
    assert operation.reference.endswith(operation.name.rpartition(".")[2])
    if operation.result_by is not None:
        assert operation.result_by[0] in operation.body
    if isinstance(operation, StreamOperation) and not operation.stream_only:
        assert "stream" in keywords


def test_operations_are_consistent() -> None:
    check_each(is_consistent, OPERATIONS.items())


def references_types(operation: Operation[object]) -> None:
    for reference in references(operation):
        module, _, name = reference.partition(":")
        types = importlib.import_module(f"triopenai.types.{module}".rstrip("."))
        assert getattr(types, name) is not None


def test_operations_reference_types() -> None:
    check_each(references_types, OPERATIONS.items())


def annotated(module: ModuleType) -> dict[str, list[str]]:
    """The names in each constant's annotation, as references where they are types."""
    origins: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            area = node.module.removeprefix("triopenai.types").strip(".")
            for name in node.names:
                is_type = node.module.startswith("triopenai.types")
                origins[name.asname or name.name] = f"{area}:{name.name}" if is_type else name.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Subscript):
            names = [part for part in ast.walk(node.annotation.slice) if isinstance(part, ast.Name)]
            target = ast.unparse(node.target)
            found[target] = [name.id for name in names]
            if any(isinstance(part, ast.Constant) for part in ast.walk(node.annotation.slice)):
                found[target].insert(0, "None")
    return {target: [origins.get(name, name) for name in names] for target, names in found.items()}


def is_annotated(area: str) -> None:
    module = importlib.import_module(f"triopenai._operations.{area}")
    special = {"none": "None", "binary": "HttpxBinaryResponseContent"}
    stated = annotated(module)
    for constant in module.__all__:
        operation = getattr(module, constant)
        assert constant == operation.name.replace(".", "_").upper()
        if isinstance(operation, PageOperation):
            wanted = [operation.item, PAGES[operation.page]]
        elif isinstance(operation, StreamOperation):
            wanted = [special.get(operation.result, operation.result), operation.event]
        else:
            wanted = [special.get(operation.result, operation.result)]
        assert set(stated[constant]) == set(wanted), constant


def test_operations_are_annotated_with_what_they_reference() -> None:
    check_each(is_annotated, ((area, area) for area in AREAS))


def test_importing_operations_loads_no_models() -> None:
    code = (
        "import sys, triopenai._operations as ops; n = len(ops.all_operations());"
        "print(n, [m for m in sys.modules if m.startswith(('triopenai.types', 'httpx', 'pydantic.'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "390 []", done.stdout
