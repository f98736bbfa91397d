"""Functions and types as tools: what the model is told, and what a function gets."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import inspect
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional, TypedDict

import attrs
import pydantic
import pytest

from triopenai import pydantic_function_tool
from triopenai._helpers.tool_ready import make_ready
from triopenai.tools import Tool, tool

if TYPE_CHECKING:
    from decimal import Decimal


class Unit(enum.Enum):
    C = "celsius"
    F = "fahrenheit"


class Place(pydantic.BaseModel):
    """A place."""

    name: str


@dataclasses.dataclass
class Span:
    days: int
    hours: int = 0


@attrs.frozen
class Colour:
    red: int


class Hint(TypedDict):
    text: str


def everything(  # noqa: PLR0917  # one for each kind
    place: Place,
    span: Span,
    colour: Colour,
    hint: Hint,
    unit: Unit,
    mode: Literal["a", "b"],
    when: dt.date,
    many: list[Place],
    either: int | None,
    other: Optional[str] = None,  # noqa: UP045  # as people write it
    scale: Unit = Unit.C,
    count: Annotated[int, pydantic.Field(ge=1, description="How many.")] = 3,
    ratio: float = 0.5,
) -> Decimal:
    """Do everything at once. And more.

    Args:
        place: Where
            it is.
        count: Not told, as the annotation says more.
    """
    raise NotImplementedError


ARGUMENTS = """{"place": {"name": "Lisbon"}, "span": {"days": 1, "hours": 2}, "colour": {"red": 3},
    "hint": {"text": "x"}, "unit": "celsius", "mode": "b", "when": "2026-01-02", "many": [{"name": "Oslo"}],
    "either": null, "other": null, "scale": null, "count": null, "ratio": 1}"""


def parameters(fn: object) -> dict[str, Any]:
    schema = make_ready(fn).function["parameters"]
    assert isinstance(schema, dict)
    return schema


def test_function_tells_its_name_and_first_sentence():
    ready = make_ready(everything)
    assert ready.function["name"] == ready.name == "everything"
    assert ready.function["description"] == "Do everything at once."
    assert ready.function["strict"] is True
    schema = parameters(everything)
    assert schema["additionalProperties"] is False
    assert schema["required"] == list(inspect.signature(everything).parameters)


def test_function_tells_of_its_parameters():
    properties = parameters(everything)["properties"]
    assert properties["place"]["description"] == "Where it is."
    assert properties["count"]["description"] == "How many. Default: 3."
    assert properties["scale"]["description"] == 'Default: "celsius".'
    assert properties["ratio"]["description"] == "Default: 0.5."
    assert "description" not in properties["mode"]
    assert properties["mode"]["enum"] == ["a", "b"]
    assert {"type": "null"} in properties["count"]["anyOf"]
    assert {"type": "null"} in properties["either"]["anyOf"]
    assert properties["when"]["format"] == "date"


def test_function_gets_values_of_its_types_and_its_defaults():
    keywords = make_ready(everything).read(ARGUMENTS)
    assert keywords == {
        "place": Place(name="Lisbon"),
        "span": Span(1, 2),
        "colour": Colour(3),
        "hint": {"text": "x"},
        "unit": Unit.C,
        "mode": "b",
        "when": dt.date(2026, 1, 2),
        "many": [Place(name="Oslo")],
        "either": None,
        "other": None,
        "ratio": 1.0,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("{}", "Field required"),
        ('{"class_": 1, "json": 2, "extra": 3}', "Extra inputs"),
        ('{"class_": "x", "json": 2}', "valid integer"),
        ("[]", "should be an object"),
        ("{", "Invalid JSON"),
    ],
)
def test_function_refuses_arguments_that_do_not_fit(arguments: str, said: str):
    def odd(class_: int, json: int) -> None: ...

    with pytest.raises(ValueError, match=said):
        make_ready(odd).read(arguments)


def test_function_may_have_parameters_of_any_name():
    def odd(json: int, copy: int, _private: int, model_dump: int) -> list[int]:
        return [json, copy, _private, model_dump]

    ready = make_ready(odd)
    found = ready.read('{"json": 1, "copy": 2, "_private": 3, "model_dump": 4}')
    assert ready.use(found) == [1, 2, 3, 4]


def test_function_without_parameters_has_an_empty_schema():
    async def now() -> str:
        return "noon"

    ready = make_ready(now)
    assert ready.function["parameters"]["properties"] == {}  # type: ignore[index]  # it is JSON
    assert "description" not in ready.function
    assert not ready.threaded
    assert ready.read("{}") == {}


class Counter:
    """Counts."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, by: int) -> int:
        """Add to the counter."""
        self.total += by
        return self.total

    async def __call__(self, by: int) -> int:
        """Add by a call."""
        return self.add(by)


def test_method_is_a_tool():
    ready = make_ready(Counter().add)
    assert ready.name == "add"
    assert list(parameters(Counter().add)["properties"]) == ["by"]
    assert ready.threaded
    assert ready.use(ready.read('{"by": 2}')) == 2


def test_object_that_can_be_called_is_a_tool():
    ready = make_ready(Counter())
    assert ready.name == "Counter"
    assert ready.function["description"] == "Add by a call."
    assert not ready.threaded


def test_partial_hides_what_it_has_given():
    def search(store: object, text: str, *, limit: int) -> str:
        """Search."""
        return f"{store} {text} {limit}"

    ready = make_ready(functools.partial(search, "store", limit=2))
    assert ready.name == "search"
    assert list(ready.function["parameters"]["properties"]) == ["text"]  # type: ignore[index]  # it is JSON
    assert ready.use(ready.read('{"text": "x"}')) == "store x 2"


def test_wrapped_function_keeps_its_signature():
    def plain(count: int) -> int:
        """Count."""
        return count

    @functools.wraps(plain)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return plain(*args, **kwargs)

    assert list(parameters(wrapped)["properties"]) == ["count"]


def test_tool_says_more_of_a_function():
    @tool(name="other", description="Told.", timeout=2, abandon_on_cancel=True)
    def mine(a: int) -> int:
        """Not told."""
        return a

    assert mine(3) == 3
    ready = make_ready(mine)
    assert (ready.name, ready.function["description"]) == ("other", "Told.")
    assert (ready.timeout, ready.abandon_on_cancel) == (2, True)


def test_tool_decorates_without_arguments_too():
    @tool
    async def mine(a: int) -> int:
        return a

    assert isinstance(mine, Tool)
    assert not make_ready(mine).threaded


class Report(pydantic.BaseModel):
    """Hands in a report."""

    title: str


class Save(pydantic.BaseModel):
    title: str

    def __call__(self) -> str:
        return f"saved {self.title}"


class SaveLater(Save):
    async def __call__(self) -> str:  # type: ignore[override]  # async, unlike its base
        return "later"


def test_type_is_a_tool_whose_value_is_the_result():
    ready = make_ready(Report)
    assert (ready.name, ready.function["description"]) == ("Report", "Hands in a report.")
    assert not ready.threaded
    assert ready.use(ready.read('{"title": "x"}')) == Report(title="x")


def test_type_that_can_be_called_is_called():
    ready = make_ready(Save)
    assert ready.threaded
    assert ready.use(ready.read('{"title": "x"}')) == "saved x"
    assert not make_ready(SaveLater).threaded


def test_type_takes_another_name_by_either_helper():
    assert make_ready(tool(Save, name="keep")).name == "keep"
    assert make_ready(pydantic_function_tool(Save, name="keep")).name == "keep"


def _args(*numbers: int) -> None: ...
def _kwargs(**numbers: int) -> None: ...
def _positional(number: int, /) -> None: ...
def _bare(number) -> None: ...
def _unknown(number: Decimal) -> None: ...
def _socket(number: Counter) -> None: ...
def _generator(number: int) -> Any:
    yield number


async def _async_generator(number: int) -> Any:
    yield number


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (_args, r"_args cannot be a tool: it takes \*numbers"),
        (_kwargs, r"_kwargs cannot be a tool: it takes \*\*numbers"),
        (_positional, "positional-only parameter 'number'"),
        (_bare, "no annotation on the parameter 'number'"),
        (_unknown, "cannot be read at run time: name 'Decimal' is not defined"),
        (_socket, "_socket cannot be read from JSON"),
        (_generator, "is a generator: return the whole"),
        (_async_generator, "is a generator: return the whole"),
        (int, "takes a pydantic model"),
        (3, "takes functions and types, not int"),
        (None, "takes functions and types, not NoneType"),
    ],
)
def test_what_cannot_be_a_tool_is_refused(given: object, said: str):
    with pytest.raises(TypeError, match=said):
        make_ready(given)


def test_coroutine_object_is_refused_and_closed():
    async def mine() -> None: ...

    coroutine = mine()
    with pytest.raises(TypeError, match=r"coroutine object .*mine"):
        make_ready(coroutine)
    assert inspect.getcoroutinestate(coroutine) == inspect.CORO_CLOSED


def test_type_without_a_strict_schema_is_refused():
    def mine(table: dict[str, int]) -> None: ...

    with pytest.raises(ValueError, match="mine has no strict schema: table"):
        make_ready(mine)


@pytest.mark.parametrize("name", ["<lambda>", "two words", "x" * 65, ""])
def test_name_that_the_api_does_not_take_is_refused(name: str):
    def mine() -> None: ...

    mine.__qualname__ = f"outer.<locals>.{name}"
    with pytest.raises(ValueError, match="is no name for a tool"):
        make_ready(mine)
    if name:
        for given in (tool(Save, name=name), pydantic_function_tool(Save, name=name)):
            with pytest.raises(ValueError, match="is no name for a tool"):
                make_ready(given)


@pytest.mark.parametrize(
    ("seconds", "kind"), [(0, ValueError), (-1, ValueError), ("1", TypeError), (True, TypeError)]
)
def test_tool_refuses_what_is_no_time(seconds: float, kind: type[Exception]):
    with pytest.raises(kind, match=r"tool\(timeout=\) must be"):
        tool(timeout=seconds)
