from __future__ import annotations

from triopenai._tools.wheel import NEEDED, problems

LICENCE = "triopenai-0.1.0.dist-info/licenses/LICENSE"


def test_problems_none():
    assert problems([*NEEDED, LICENCE, "triopenai/_base/errors.py"]) == []


def test_problems_missing_file():
    names = [name for name in (*NEEDED, LICENCE) if not name.endswith("py.typed")]
    assert problems(names) == ["triopenai/py.typed is missing"]


def test_problems_missing_module_of_the_checkout():
    assert problems([*NEEDED, LICENCE], ["triopenai/_net/pool.py"]) == ["triopenai/_net/pool.py is missing"]


def test_problems_tools_and_tests():
    names = [*NEEDED, LICENCE, "triopenai/_tools/wheel.py", "tests/test_layers.py"]
    assert problems(names) == [
        "tests/test_layers.py does not belong in it",
        "triopenai/_tools/wheel.py does not belong in it",
    ]


def test_problems_licence():
    assert problems(NEEDED) == ["the licence is missing"]
