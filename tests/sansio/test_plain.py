from __future__ import annotations

import contextlib
import io
import json
import math
from collections import UserDict, deque
from datetime import date
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._base.model import BaseModel
from triopenai._sansio.plain import encode_json, plain


class Role(str, Enum):  # noqa: UP042  # as users write it
    USER = "user"


class Level(IntEnum):
    HIGH = 3


class Plain(Enum):
    ONE = 1


class Text(str):
    __slots__ = ()


class Function(BaseModel):
    name: str
    schema_: dict[str, object] | None = Field(default=None, alias="schema")
    strict: bool | None = None


class Call(BaseModel):
    id: str | None = None
    type: Literal["function"] = "function"
    function: Function | None = None


def encoded(value: object) -> object:
    return json.loads(encode_json({"a": value}, "m"))["a"]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=30,
)


@given(JSON)
def test_plain_trees_are_sent_as_they_are_and_not_copied(value):
    assert plain(value) is value
    assert encoded(value) == value


@given(JSON)
def test_trees_of_other_containers_come_out_the_same(value):
    def wrap(one: object) -> object:
        if isinstance(one, list):
            return tuple(wrap(item) for item in one)
        if isinstance(one, dict):
            return MappingProxyType({key: wrap(item) for key, item in one.items()})
        return one

    assert encoded(wrap(value)) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Role.USER, "user"),
        (Level.HIGH, 3),
        (Plain.ONE, 1),
        (Text("x"), "x"),
        ((1, "a"), [1, "a"]),
        (deque([1]), [1]),
        ({"k": 1}.keys(), ["k"]),
        (UserDict({"k": (1,)}), {"k": [1]}),
        (date(2026, 1, 2), "2026-01-02"),
        ({50256: -100}, {"50256": -100}),
        ({Role.USER: 1}, {"user": 1}),
        (True, True),
        (10**30, 10**30),
        (range(3), [0, 1, 2]),
    ],
)
def test_values_of_other_types_become_plain(value, expected):
    assert encoded(value) == expected
    assert encoded([value]) == [expected]
    assert encoded({"k": [value]}) == {"k": [expected]}


def test_generators_are_collected():
    assert encoded({"role": role} for role in ("a", "b")) == [{"role": "a"}, {"role": "b"}]


def test_arguments_are_not_changed():
    message = {"role": Role.USER, "content": ("a", "b"), "name": omit}
    messages = [message]
    encode_json({"messages": messages}, "m")
    assert messages == [{"role": Role.USER, "content": ("a", "b"), "name": omit}]


def test_models_are_sent_with_what_was_set_under_the_apis_names():
    call = Call.model_validate(
        {"id": "c", "type": "function", "function": {"name": "f", "schema": {"x": [1]}, "later": {"y": None}}}
    )
    expected = {
        "id": "c",
        "type": "function",
        "function": {"name": "f", "schema": {"x": [1]}, "later": {"y": None}},
    }
    assert encoded(call) == expected
    assert encoded([{"deep": (call,)}]) == [{"deep": [expected]}]
    assert encoded(Call()) == {}
    assert encoded(Call(id=None)) == {"id": None}


def test_models_that_were_built_leniently_are_sent_without_a_warning():
    loose = Call.model_construct(_fields_set={"id", "function"}, id=3, function={"name": None})
    assert encoded(loose) == {"id": 3, "function": {"name": None}}


def test_fields_that_were_not_given_are_left_out():
    assert encoded({"a": omit, "b": None, "c": NOT_GIVEN}) == {"b": None}
    assert json.loads(encode_json({"x": omit, "y": 1}, "m")) == {"y": 1}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"messages": [{"content": object()}]}, r"m\(\): messages\[0\]\.content is of the type object"),
        ({"messages": [{}, {"parts": ("x", b"y")}]}, r"messages\[1\]\.parts\[1\] is bytes"),
        ({"a": {1: object()}}, r"a\.1 is of the type object"),
        ({"a": {(1, 2): 3}}, r"a has a key that is no string: \(1, 2\)"),
        ({"a": {True: 3}}, r"a has a key that is no string: True"),
        ({"a": [omit]}, r"a\[0\] is omit"),
        ({"a": Call}, r"a is the class Call"),
        ({"a": io.BytesIO(b"x")}, r"a is of the type BytesIO"),
        ({"a": {"b": 1j}}, r"a\.b is of the type complex"),
        ({"a": Call.model_construct(_fields_set={"id"}, id=object())}, r"."),
    ],
)
def test_values_without_a_place_in_json_are_refused_by_name(value, message):
    with pytest.raises(Exception, match=message) as caught:
        encode_json(value, "m")
    assert isinstance(caught.value, (TypeError, ValueError))


def test_numbers_of_other_libraries_are_sent():
    class Count:
        def __index__(self) -> int:
            return 7

    class Share(float):
        __slots__ = ()

    assert encoded([Count(), Share(0.5)]) == [7, 0.5]
    with pytest.raises(ValueError, match="nan"):
        encode_json({"a": Share("nan")}, "m")


def test_models_that_cannot_be_sent_are_named():
    with pytest.raises(ValueError, match=r"m\(\): a\[0\] cannot be sent as JSON"):
        encode_json({"a": [Call.model_construct(_fields_set={"id"}, id=object())]}, "m")


def test_coroutines_are_named():
    async def fetch() -> str:
        return "x"

    coroutine = fetch()
    with pytest.raises(
        TypeError,
        match=r"m\(\): messages\[0\]\.content is a coroutine of .*fetch\(\): was `await` forgotten\?",
    ):
        encode_json({"messages": [{"content": coroutine}]}, "m")
    coroutine.close()


def test_async_iterables_are_named():
    async def many():
        yield 1

    with pytest.raises(TypeError, match="a is an async iterable"):
        encode_json({"a": many()}, "m")


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_that_json_lacks_are_refused(number):
    with pytest.raises(ValueError, match=r"m\(\): a\[0\]\.b is (nan|-?inf), which JSON does not have"):
        encode_json({"a": [{"b": number}]}, "m")
    with pytest.raises(ValueError, match=r"a\[1\]"):
        encode_json({"a": [1.0, number] + [2.0] * 50}, "m")


def test_half_characters_are_refused_by_name():
    with pytest.raises(ValueError, match=r"m\(\): a\[0\]\.b has half a surrogate pair at 2"):
        encode_json({"a": [{"b": "xy\ud83c"}]}, "m")
    with pytest.raises(ValueError, match="surrogate"):
        encode_json({"a": {"\ud83c": 1}}, "m")


def test_trees_without_end_are_refused():
    tree: list[object] = []
    tree.append(tree)
    with pytest.raises(ValueError, match="hold themselves, or are nested too deep"):
        encode_json({"a": tree}, "m")


def test_deep_trees_are_sent_or_refused_but_never_crash():
    tree: object = 1
    for _ in range(400):
        tree = [tree]
    with contextlib.suppress(ValueError):
        assert encode_json({"a": tree}, "m").count(b"[") == 400


def test_long_lists_of_plain_values_are_passed_on_as_they_are():
    numbers = list(range(10_000))
    assert plain(numbers) is numbers
    assert encoded([*numbers, Level.HIGH])[-1] == 3  # type: ignore[index]  # JSON
