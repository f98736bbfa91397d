from __future__ import annotations

import importlib
from operator import attrgetter
from typing import TYPE_CHECKING, cast

import pytest

from triopenai._engine.resource import Resource
from triopenai._tools import mixins
from triopenai.resources import Root

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine


def test_mixins_are_the_bases_of_their_resources():
    for path, taken in mixins.load().items():
        resource = type(attrgetter(path)(Root(cast("Engine", None))))
        classes = [getattr(importlib.import_module(module), name) for module, name in taken]
        assert list(resource.__bases__) == [*classes, Resource]


def test_parse_keeps_the_order():
    text = "# about\na.b\ttriopenai._helpers.x:X\na.b\ttriopenai._helpers.y:Y\n"
    expected = [("triopenai._helpers.x", "X"), ("triopenai._helpers.y", "Y")]
    assert mixins.parse(text) == {"a.b": expected}


@pytest.mark.parametrize(
    "line",
    [
        "chat",
        "chat\ttriopenai._engine.raw:raw",
        "chat\ttriopenai._helpers.x",
        "chat\ttriopenai._helpers.x:X\t1",
    ],
)
def test_parse_refuses_other_lines(line: str):
    with pytest.raises(ValueError, match="not a line of mixins"):
        mixins.parse(line)


def test_a_mixin_writes_methods_in_the_place_of_generated_ones():
    text = "# a.b\tx\ty\na.b\ttriopenai._helpers.x:X\tmake\na.b\ttriopenai._helpers.y:Y\n"
    assert mixins.written_in(text) == {"a.b.make"}
    assert mixins.parse(text)["a.b"][0] == ("triopenai._helpers.x", "X")
    for dotted in mixins.written():
        path, _, name = dotted.rpartition(".")
        resource = type(attrgetter(path)(Root(cast("Engine", None))))
        assert name not in vars(resource)
        assert callable(getattr(resource, name))
