"""Public modules show what they say they show, and their concrete classes are closed to subclassing."""

from __future__ import annotations

import abc
import importlib
import inspect
import pkgutil
from typing import TYPE_CHECKING

import pytest

import triopenai

if TYPE_CHECKING:
    from types import ModuleType


def _public_modules() -> list[str]:
    found = (module.name for module in pkgutil.walk_packages(triopenai.__path__, "triopenai."))
    return ["triopenai", *(name for name in found if "._" not in name)]


MODULES = _public_modules()
HAND_WRITTEN = [name for name in MODULES if not name.startswith(("triopenai.types", "triopenai.resources"))]


@pytest.fixture
def module(request: pytest.FixtureRequest) -> ModuleType:
    name: str = request.param
    if name in {"triopenai.testing.plugin", "triopenai.realtime"}:
        pytest.importorskip("trio_websocket" if name.endswith(".realtime") else "pytest")
    return importlib.import_module(name)


@pytest.mark.parametrize("module", MODULES, indirect=True)
def test_all_resolves(module: ModuleType):
    names: list[str] = module.__all__
    assert len(names) == len(set(names))
    for name in names:
        getattr(module, name)


@pytest.mark.parametrize("module", MODULES, indirect=True)
def test_dir_shows_all(module: ModuleType):
    assert set(module.__all__) <= set(dir(module))


@pytest.mark.parametrize("module", HAND_WRITTEN, indirect=True)
def test_unknown_name_is_an_attribute_error(module: ModuleType):
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = module.no_such_name


@pytest.mark.parametrize("module", HAND_WRITTEN, indirect=True)
def test_concrete_classes_are_final(module: ModuleType):
    opened = []
    for name in module.__all__:
        thing = getattr(module, name)
        if not inspect.isclass(thing) or not thing.__module__.startswith("triopenai"):
            continue
        meant_as_base = (
            inspect.isabstract(thing)
            or abc.ABC in thing.__bases__
            or getattr(thing, "_is_protocol", False)
            or issubclass(thing, BaseException)
            or name in {"BaseModel", "AsyncAssistantEventHandler"}
            or bool(thing.__subclasses__())
            or getattr(thing, "__total__", None) is not None  # a TypedDict
        )
        if not meant_as_base and not getattr(thing, "__final__", False):
            opened.append(name)
    assert opened == []


@pytest.mark.parametrize("module", HAND_WRITTEN, indirect=True)
def test_public_names_have_docstrings(module: ModuleType):
    bare = [
        name
        for name in module.__all__
        if (inspect.isclass(thing := getattr(module, name)) or inspect.isfunction(thing))
        and not inspect.getdoc(thing)
    ]
    assert bare == []
