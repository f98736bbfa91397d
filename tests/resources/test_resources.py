"""Every method of every resource against the facts of the official client (`tests/data/surface.jsonl`)."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast, get_overloads

import pytest

from tests.support.arguments import helper_keywords
from tests.support.surface import PAGES, ROWS, UNEXPORTED
from tests.support.tables import check_each
from triopenai._base.options import OPTION_NAMES
from triopenai._engine.resource import Resource
from triopenai.resources import Root

if TYPE_CHECKING:
    from types import FunctionType

    from triopenai._engine.engine import Engine


# Keywords that the client keeps for itself, of the one method that a helper class writes.
CLIENT_SIDE = {"output_type", "tool_handlers"}
# What it gives follows the events, which are the official ones.
FOLLOWED = ("AsyncAgentSessionEventStream[Any]", "EventStream[types.beta.AgentSessionEvent]")


def root() -> Root:
    """The resources of no client: enough to look at, not to call."""
    return Root(cast("Engine", None))


def function(row: list[Any]) -> FunctionType:
    method = attrgetter(row[0])(root())
    assert inspect.ismethod(method)
    assert isinstance(method.__self__, Resource)
    return cast("FunctionType", method.__func__)


@cache
def origins(module: str) -> dict[str, tuple[str, str]]:
    """Local name to module and name, of everything that a module imports."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    return {
        name.asname or name.name: (node.module, name.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module is not None
        for name in node.names
    }


def arguments(found: FunctionType) -> type[Any] | None:
    """The TypedDict that a method takes its keywords from; None for the request options alone."""
    annotation = found.__annotations__["params"]
    name = annotation.removeprefix("Unpack[").removesuffix("]")
    if name == "RequestOptions":
        return None
    if found.__module__.startswith("triopenai._helpers."):
        return helper_keywords(name)
    area = found.__module__.rpartition(".")[2]
    module = importlib.import_module(f"triopenai.resources._args.{area}")
    return cast("type[Any]", getattr(module, name.removeprefix("args.")))


def answer(found: FunctionType) -> str:
    """The annotation of a method's result with each type written as the official client names it."""
    tree = ast.parse(found.__annotations__["return"], mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            module, name = origins(found.__module__).get(node.id, ("", node.id))
            if module.startswith("triopenai.types"):
                node.id = f"{module.removeprefix('triopenai.')}.{name}"
    return ast.unparse(tree).replace(*FOLLOWED)


def expected(returns: str | None, extra: dict[str, Any]) -> set[str]:
    """What a method's result may be annotated with."""
    if returns is not None and "[" in returns:
        page, _, item = returns.removesuffix("]").partition("[")
        item = UNEXPORTED.get(item, item)
        return {f"AsyncPaginator[{item}, {PAGES[page]}[{item}]]"}
    value = {None: "None", "binary": "HttpxBinaryResponseContent"}.get(returns, returns)
    if "stream" not in extra:
        return {str(value), f"{value} | str"}
    events = f"EventStream[{extra['stream']}]"
    if extra.get("stream_only"):
        return {events}
    return {f"{value} | {events}", f"{value} | str | {events}"}


def has_the_official_signature(row: list[Any]) -> None:
    name, _, _, path_params, keywords, _, returns, extra = row
    found = function(row)
    assert found.__name__ == name.rpartition(".")[2]
    *others, last = inspect.signature(found).parameters.values()
    own = {one.name for one in others if one.kind is inspect.Parameter.KEYWORD_ONLY}
    assert [parameter.name for parameter in others if parameter.name not in own] == [
        "self",
        *path_params[-1:],
    ]
    assert last.kind is inspect.Parameter.VAR_KEYWORD
    takes = arguments(found)
    given = set() if takes is None else set(takes.__annotations__)
    given |= own - CLIENT_SIDE
    assert given | OPTION_NAMES == set(keywords) | OPTION_NAMES
    assert takes is None or given >= OPTION_NAMES
    assert answer(found) in expected(returns, extra)
    assert inspect.iscoroutinefunction(found) is (returns is None or not returns.endswith("]"))


def test_methods_have_the_official_signature() -> None:
    check_each(has_the_official_signature, ((row[0], row) for row in ROWS))


def says_what_it_does(row: list[Any]) -> None:
    name, verb, path, path_params, _, _, _, extra = row
    found = function(row)
    doc = inspect.getdoc(found) or ""
    first, _, rest = doc.partition("\n")
    assert first.endswith(".")
    assert f"``{verb} " in rest
    assert path in rest or "{...}" in rest
    assert f"methods/{name.rpartition('.')[2]}" in rest
    assert all(f"{parameter}: " in rest for parameter in path_params[-1:])
    assert hasattr(found, "__deprecated__") is extra.get("deprecated", False)


def test_methods_say_what_they_do() -> None:
    check_each(says_what_it_does, ((row[0], row) for row in ROWS))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if "stream" in row[7] and "stream_only" not in row[7]], ids=lambda row: row[0]
)
def test_streaming_method_is_overloaded(row: list[Any]) -> None:
    found = function(row)
    answers = [overload.__annotations__["return"] for overload in get_overloads(found)]
    assert len(answers) >= 3
    assert answers[-1] == found.__annotations__["return"]
    assert any("EventStream[" in text and "|" not in text for text in answers)
    assert "EventStream[" not in answers[0]


def test_resources_are_made_once() -> None:
    client = root()
    assert client.chat is client.chat
    assert client.chat.completions.messages is client.chat.completions.messages
    assert type(client.beta.chat) is type(client.chat)


@pytest.mark.parametrize("attribute", ["chat", "responses", "beta", "admin"])
def test_importing_resources_loads_no_models(attribute: str) -> None:
    code = (
        f"import sys; from triopenai.resources import Root; Root(None).{attribute};"
        "print([m for m in sys.modules if m.startswith(('triopenai.types', 'httpx', 'pydantic.'))"
        " or '_args' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_resources_of_other_areas_stay_unloaded() -> None:
    code = (
        "import sys; from triopenai.resources import Root; Root(None).chat.completions;"
        "ours = ('triopenai.resources', 'triopenai._operations');"
        "print(sorted(m for m in sys.modules if m.startswith(ours)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == [
        "triopenai._operations",
        "triopenai._operations.chat",
        "triopenai.resources",
        "triopenai.resources.chat",
    ]
