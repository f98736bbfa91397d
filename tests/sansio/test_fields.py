from __future__ import annotations

import math
from datetime import UTC, date, datetime
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.absent import NOT_GIVEN, omit
from triopenai._sansio.fields import encode_headers, flatten, header_value, replace_headers, replace_query


class Order(str, Enum):  # noqa: UP042  # as users write it
    ASC = "asc"


class Size(Enum):
    BIG = 2


def flat(name: str, value: object) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    flatten("files.list", name, value, pairs)
    return pairs


def test_headers_are_encoded():
    assert encode_headers({"X-A": "b", "x-é".replace("é", "e"): " ü\t"}) == (
        (b"X-A", b"b"),
        (b"x-e", b"\xfc"),
    )


@pytest.mark.parametrize("value", ["a\nb", "a\r\nX-Evil: 1", "a\0", "\n"])
def test_header_with_a_line_break_is_refused_and_not_shown(value):
    with pytest.raises(ValueError, match="header X-Secret holds a line break") as caught:
        encode_headers({"X-Secret": f"hunter2{value}"})
    assert "hunter2" not in str(caught.value)


def test_header_outside_latin_1_is_refused_and_not_shown():
    with pytest.raises(ValueError, match="header X-Secret holds a character") as caught:
        encode_headers({"X-Secret": "hunter2\u2028"})
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("name", ["", "a b", "a:b", "é", "a\n", "a\0"])
def test_header_name_that_is_none_is_refused(name):
    with pytest.raises(ValueError, match="no name of a header field"):
        encode_headers({name: "x"})


@pytest.mark.parametrize("name", ["Host", "content-length", "Transfer-Encoding"])
def test_header_that_belongs_to_the_transport_is_refused(name):
    with pytest.raises(ValueError, match="cannot be set"):
        encode_headers({name: "x"})


@pytest.mark.parametrize(("name", "value"), [("a", 3), ("a", None), ("a", b"x"), (3, "a")])
def test_header_must_be_text(name, value):
    with pytest.raises(TypeError, match="must be a string"):
        encode_headers({name: value})


@given(st.dictionaries(st.text(), st.text()))
def test_header_never_holds_what_ends_a_line(headers):
    try:
        encoded = encode_headers(headers)
    except ValueError:
        return
    for name, value in encoded:
        assert name
        assert not set(name + value) & set(b"\r\n\0")


def test_replacing_headers_knows_no_case_and_omit_takes_away():
    base = ((b"Accept", b"a"), (b"X-Keep", b"k"), (b"X-Gone", b"g"))
    assert replace_headers(base, {"ACCEPT": "b", "x-gone": omit, "X-Never": NOT_GIVEN, "X-New": "n"}) == [
        (b"X-Keep", b"k"),
        (b"ACCEPT", b"b"),
        (b"X-New", b"n"),
    ]


def test_header_parameters_are_joined_by_commas():
    assert header_value("m", "betas", ["a", "b"]) == "a,b"
    assert header_value("m", "betas", ("a",)) == "a"
    assert header_value("m", "betas", "a") == "a"
    assert header_value("m", "betas", True) == "true"
    assert header_value("m", "betas", None) is None


@pytest.mark.parametrize(
    ("value", "pairs"),
    [
        ("x", [("a", "x")]),
        ("", [("a", "")]),
        (3, [("a", "3")]),
        (True, [("a", "true")]),
        (False, [("a", "false")]),
        (0.5, [("a", "0.5")]),
        (None, []),
        (omit, []),
        (NOT_GIVEN, []),
        ([], []),
        (["x", 2, None], [("a[]", "x"), ("a[]", "2")]),
        (("x",), [("a[]", "x")]),
        ({"gt": 1, "lt": None}, [("a[gt]", "1")]),
        ({"b": {"c": "d"}}, [("a[b][c]", "d")]),
        ({"b": ["c"]}, [("a[b][]", "c")]),
        ([{"b": "c"}], [("a[][b]", "c")]),
        (Order.ASC, [("a", "asc")]),
        (Size.BIG, [("a", "2")]),
        (date(2026, 1, 2), [("a", "2026-01-02")]),
        (datetime(2026, 1, 2, tzinfo=UTC), [("a", "2026-01-02T00:00:00+00:00")]),
        ((word for word in ["x", "y"]), [("a[]", "x"), ("a[]", "y")]),
    ],
)
def test_nested_values_are_flattened(value, pairs):
    assert flat("a", value) == pairs


def test_array_parameters_that_are_spelled_so_stay_so():
    assert flat("ids[]", ["x", "y"]) == [("ids[]", "x"), ("ids[]", "y")]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_flattening_refuses_numbers_that_are_none(value):
    with pytest.raises(ValueError, match=r"files\.list\(\): a\[b\] is"):
        flat("a", {"b": value})


@pytest.mark.parametrize("value", [b"x", object(), 1j])
def test_flattening_refuses_what_has_no_text(value):
    with pytest.raises(TypeError, match=r"files\.list\(\): a\[\] is of the type"):
        flat("a", [value])


def test_flattening_names_what_was_not_awaited():
    async def make() -> str:
        return "x"

    coroutine = make()
    with pytest.raises(TypeError, match="was `await` forgotten"):
        flat("a", coroutine)
    coroutine.close()


def test_replace_query_takes_the_whole_of_a_nested_parameter() -> None:
    base = [("a", "1"), ("b[]", "1"), ("b[]", "2"), ("c[d]", "3"), ("ab", "4")]
    assert replace_query("call", base, {"b": [5], "c": omit, "a": None, "e": True}) == [
        ("ab", "4"),
        ("b[]", "5"),
        ("e", "true"),
    ]
