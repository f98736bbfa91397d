"""Texts that grow piece by piece."""

from __future__ import annotations

import pytest

from triopenai._sansio.growing import grow


@pytest.mark.parametrize("start", [{}, {"text": None}, {"text": ["no text"]}])
def test_grow_begins_a_text_and_adds_to_it(start: dict[str, object]) -> None:
    owner = {**start, "other": 1}
    for piece in ("a", "", "\ud83c", "\udf89"):
        grow(owner, "text", piece)
    assert owner == {"text": "a\ud83c\udf89", "other": 1}


def test_grow_leaves_the_text_that_another_holds() -> None:
    owner: dict[str, object] = {"text": "a"}
    held = owner["text"]
    grow(owner, "text", "b")
    assert (held, owner["text"]) == ("a", "ab")
