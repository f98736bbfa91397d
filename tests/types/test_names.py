"""Every official name can be imported from its official module and is of the official kind."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
import typing

import pytest
import typing_extensions

from triopenai._base.model import BaseModel
from triopenai._tools.names import read_names

NAMES = read_names()


def module_of(area):
    return importlib.import_module(f"triopenai.types.{area}" if area else "triopenai.types")


def is_of_kind(value, kind):
    match kind:
        case "m":
            return isinstance(value, type) and issubclass(value, BaseModel)
        case "p":
            return typing_extensions.is_typeddict(value)
        case "l":
            return typing.get_origin(value) is typing.Literal
        case _:
            return not isinstance(value, str)


@pytest.mark.parametrize("area", sorted(NAMES.by_area))
def test_area_exports_the_official_names(area):
    module = module_of(area)
    official = {entry.name for entry in NAMES.by_area[area] if entry.exported}
    official |= {entry.name for entry in NAMES.entries if area in entry.also}
    assert set(module.__all__) == official
    assert official <= set(dir(module))
    wrong = [
        entry.name
        for entry in NAMES.by_area[area]
        if entry.exported and not is_of_kind(getattr(module, entry.name), entry.kind)
    ]
    assert wrong == []


@pytest.mark.parametrize("area", sorted(NAMES.by_area))
def test_area_holds_the_nested_names(area):
    package = module_of(area)
    held: set[str] = set()
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if info.name.endswith(("_models", "_params")):
            held |= vars(importlib.import_module(info.name)).keys()
    assert [e.name for e in NAMES.by_area[area] if not e.hand and e.name not in held] == []


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"'triopenai\.types\.chat' has no attribute 'Nothing'"):
        module_of("chat").Nothing  # noqa: B018  # the access is the test


def test_same_type_from_both_modules():
    assert module_of("").Reasoning is module_of("shared").Reasoning


def test_importing_an_area_loads_no_model():
    code = (
        "import sys, triopenai.types.chat, triopenai.types.responses as r; dir(r);"
        "print([m for m in sys.modules if m == 'pydantic' or m.endswith(('_models', '_params'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_chat_models_need_few_others():
    code = (
        "import sys; from triopenai.types.chat import ChatCompletion;"
        "print(sorted(m for m in sys.modules if m.endswith(('_models', '_params'))))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(
        ["triopenai.types._common_models", "triopenai.types.chat._models", "triopenai.types.shared._models"]
    )
