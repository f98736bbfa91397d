from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._cli.wrap import Wrapper


def wrap(pieces, width=20, indent="  "):
    wrapper = Wrapper(width, indent)
    return "".join([*map(wrapper.feed, pieces), wrapper.finish()])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ""),
        ("   ", ""),
        ("one", "  one\n"),
        ("one two", "  one two\n"),
        ("a line of twenty ch. and more", "  a line of twenty\n  ch. and more\n"),
        ("a line of eighteen ends", "  a line of eighteen\n  ends\n"),
        ("one\n\ntwo\n", "  one\n  two\n"),
        ("a-word-longer-than-any-line and", "  a-word-longer-than-any-line\n  and\n"),
    ],
)
def test_text_is_broken_between_words(text, lines):
    assert wrap([text]) == lines


@given(st.text(alphabet="ab \n", max_size=60), st.lists(st.integers(0, 60), max_size=5))
def test_any_split_of_the_text_gives_the_same_lines(text, cuts):
    edges = sorted({0, len(text), *(cut for cut in cuts if cut <= len(text))})
    pieces = [text[begin:end] for begin, end in pairwise(edges)]
    assert wrap(pieces) == wrap([text])


@given(st.text(alphabet="abc \n", max_size=100))
def test_words_are_kept_and_lines_fit(text):
    lines = wrap([text]).splitlines()
    assert [word for line in lines for word in line.split()] == text.split()
    assert all(len(line) <= 20 or len(line.split()) == 1 for line in lines)


def test_words_are_given_out_as_soon_as_they_end():
    wrapper = Wrapper(20)
    assert wrapper.feed("light") == ""
    assert wrapper.feed("house ke") == "lighthouse"
    assert wrapper.finish() == " ke\n"
