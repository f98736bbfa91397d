"""What docstrings tell models."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._helpers.docstrings import Told, read_docstring

NAMES = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True)
TEXTS = st.from_regex(r"[A-Za-z]([a-z0-9,]| [a-z]){0,20}", fullmatch=True)
LONG = """Add.

    Args:
        a (int): One,
            the first.
        b (list[int], optional): Two.

    Returns:
        c: The sum.
    """


@pytest.mark.parametrize(
    ("doc", "told"),
    [
        (None, Told()),
        ("  \n ", Told()),
        ("Add.", Told("Add.")),
        ("Add two numbers", Told("Add two numbers")),
        ("Add two numbers, e.g. 1 and 2. They are\n    whole.", Told("Add two numbers, e.g. 1 and 2.")),
        ("The sum\nof two. Of\ntwo.", Told("The sum of two.")),
        ("\nArgs:\n    a: One.", Told(None, {"a": "One."})),
        ("Add.\n\nArgs:\n    a: One.\n\n    b: Two.", Told("Add.", {"a": "One.", "b": "Two."})),
        (LONG, Told("Add.", {"a": "One, the first.", "b": "Two."})),
        ("\nArgs:\n    a: See: it.\n        x: y\n    *b: B", Told(None, {"a": "See: it. x: y", "b": "B"})),
        ("Add.\n\nArgs:\n    nothing of the kind\n    a:\n        One.", Told("Add.", {"a": "One."})),
        ("Add.\n\n:param a: One.", Told("Add.")),
    ],
)  # fmt: skip
def test_docstring_tells(doc: str | None, told: Told) -> None:
    assert read_docstring(doc) == told


@given(parameters=st.dictionaries(NAMES, TEXTS, max_size=5), summary=TEXTS, indent=st.integers(1, 8))
def test_docstring_gives_back_what_was_written(parameters: dict[str, str], summary: str, indent: int) -> None:
    entries = "".join(
        f"{' ' * indent}{name}: {(chr(10) + ' ' * 2 * indent).join(text.split())}\n"
        for name, text in parameters.items()
    )
    doc = f"{summary}.\n\nArgs:\n{entries}\nReturns:\n    ok: no parameter\n"
    assert read_docstring(doc) == Told(f"{summary}.", parameters)
