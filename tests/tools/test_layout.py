from __future__ import annotations

import ast

from hypothesis import given
from hypothesis import strategies as st

from triopenai._tools.layout import WIDTH, fill, statement

names = st.from_regex(r"[A-Z][A-Za-z]{0,40}", fullmatch=True)
types = st.recursive(
    names,
    lambda inner: st.one_of(
        inner.map("list[{}]".format),
        st.tuples(inner, inner).map(lambda pair: f"dict[{pair[0]}, {pair[1]}]"),
        st.lists(inner, min_size=2, max_size=12).map(" | ".join),
        st.lists(inner, min_size=2, max_size=12).map(
            lambda many: f'Annotated[{" | ".join(many)}, OneOf("type")]'
        ),
    ),
    max_leaves=40,
)


@given(types, st.sampled_from(["", " = None", ' = Field(alias="x")']))
def test_statement_keeps_the_meaning(expression, tail):
    text = statement("field: ", expression, tail)
    assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(f"field: ({expression}){tail}"))


@given(types)
def test_statement_keeps_to_the_width_where_names_do(expression):
    assert all(len(line) <= WIDTH for line in statement("alias: TypeAlias = ", expression).splitlines())


def test_statement_leaves_short_ones_alone():
    assert statement("a: ", "int | None", " = None") == "a: int | None = None"


def test_fill_packs_items():
    text = fill([f"item_{number}" for number in range(40)], ", ", "    ")
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.replace("\n", " ").split() == [f"item_{n}," for n in range(39)] + ["item_39"]
