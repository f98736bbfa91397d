"""Every official name can be imported from its official places and is of the official kind.

``tests/data/types.jsonl`` holds the official package's names as facts, a line for each of its submodules:
area, submodule, the names that the area exports (``Name kind``, then ``types`` where that exports it too) and
the nested ones (``Name kind FlatName``). Kinds: ``m`` model, ``p`` request type, ``u`` union, ``l`` literal,
``a`` alias, ``o`` other.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pickle
import subprocess
import sys
import types
import typing
from collections import defaultdict
from pathlib import Path

import attrs
import pytest
import typing_extensions

from triopenai._base.model import BaseModel
from triopenai._base.submodules import SubmoduleFinder
from triopenai.types.chat import ChatCompletionChunk

DATA = Path(__file__).parents[1] / "data" / "types.jsonl"


@attrs.frozen
class Official:
    """A name of the official package.

    Attributes:
        area: The public package below `types`.
        submodule: The module in it that defines the name.
        name: The name there.
        kind: See above.
        flat: The name by which the area has it.
        exported: Whether the area exports it.
        in_types: Whether `types` exports it as well.
    """

    area: str
    submodule: str
    name: str
    kind: str
    flat: str
    exported: bool = False
    in_types: bool = False


def read_official():
    for line in DATA.read_text(encoding="utf-8").splitlines():
        area, submodule, exported, nested = json.loads(line)
        for item in exported:
            name, kind, *also = item.split(" ")
            yield Official(area, submodule, name, kind, name, exported=True, in_types=also == ["types"])
        for item in nested:
            yield Official(area, submodule, *item.split(" "))


OFFICIAL = list(read_official())


def module_of(area):
    return importlib.import_module(f"triopenai.types.{area}" if area else "triopenai.types")


def kind_of(value):
    while typing.get_origin(value) is typing.Annotated:
        value = typing.get_args(value)[0]
    if typing.get_origin(value) in {typing.Union, types.UnionType}:
        return "u"
    if typing.get_origin(value) is typing.Literal:
        return "l"
    if typing_extensions.is_typeddict(value):
        return "p"
    return "m" if isinstance(value, type) and issubclass(value, BaseModel) else "o"


def faults_of(official, flat_names):
    """What is wrong with a name, in words."""
    area = module_of(official.area)
    try:
        submodule = importlib.import_module(f"{area.__name__}.{official.submodule}")
        value = getattr(submodule, official.name)
        held = getattr(area, official.flat)
    except (ImportError, AttributeError) as error:
        yield str(error)
        return
    if value is not held:
        yield f"is not {official.flat} of the area"
    if official.name not in submodule.__all__:
        yield "is not in __all__ of its submodule"
    if official.kind not in {kind_of(value), "a", "o"}:
        yield f"is of kind {kind_of(value)}"
    # names of one schema share a class, which is called as one of them
    if official.kind in "mp" and value.__name__ not in flat_names:
        yield f"is called {value.__name__}"
    if official.in_types and getattr(module_of(""), official.name) is not value:
        yield "is another type in types"


def test_every_official_name_is_where_it_is_officially():
    flat_names = {official.flat for official in OFFICIAL}
    wrong = [
        f"{official.area}.{official.submodule}.{official.name} {fault}"
        for official in OFFICIAL
        for fault in faults_of(official, flat_names)
    ]
    assert "\n".join(wrong) == ""


def test_areas_export_the_official_names_and_show_the_nested():
    exported, shown = defaultdict(set), defaultdict(set)
    for official in OFFICIAL:
        shown[official.area].add(official.flat)
        if official.exported:
            exported[official.area].add(official.name)
        if official.in_types:
            exported[""].add(official.name)
    wrong = {area: names ^ set(module_of(area).__all__) for area, names in exported.items()}
    assert {area: names for area, names in wrong.items() if names} == {}
    assert {area for area, names in shown.items() if not names <= set(dir(module_of(area)))} == set()


def test_official_names_are_as_many_as_counted():
    assert len(OFFICIAL) == 5095
    assert len({(official.area, official.submodule) for official in OFFICIAL}) == 1724
    assert sum(official.exported for official in OFFICIAL) == 1737


def test_submodules_are_imported_in_every_way():
    chat = module_of("chat")
    code = """
import triopenai.types.chat.chat_completion as module
from triopenai.types.chat import chat_completion
from triopenai.types.chat.chat_completion import Choice, ChatCompletion
from triopenai.types.chat.chat_completion_chunk import *
"""
    names: dict[str, object] = {}
    exec(code, names)  # a star import has to stand at the top of a module
    assert names["module"] is names["chat_completion"] is chat.chat_completion
    assert names["ChatCompletion"] is chat.ChatCompletion
    assert names["Choice"] is chat.ChatCompletionChunkChoice  # the star's, which came last


def test_submodules_are_reached_from_their_package():
    code = (
        "import triopenai; types = triopenai.types;"
        "print(types.beta.threads.run.Run.__name__, types.completion_usage.CompletionUsage.__name__)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["Run", "CompletionUsage"]


def test_submodules_are_modules_like_any_other():
    name = "triopenai.types.responses.response"
    spec = importlib.util.find_spec(name)
    module = importlib.import_module(name)
    assert spec is not None
    assert spec.name == module.__name__ == name
    assert sys.modules[name] is module is importlib.reload(module)
    assert repr(module) == "<module 'triopenai.types.responses.response' (triopenai.types.responses)>"
    assert {"Response", "ToolChoice"} <= set(dir(module))
    assert module.Response is module_of("responses").Response


def test_objects_of_nested_types_pickle():
    module = importlib.import_module("triopenai.types.chat.chat_completion_chunk")
    choice = module.Choice(index=0, delta=module.ChoiceDelta(content="a"), finish_reason=None)
    copy = pickle.loads(pickle.dumps(choice))
    assert type(copy) is module.Choice
    assert copy == choice
    (held,) = typing.get_args(ChatCompletionChunk.model_fields["choices"].annotation)
    assert held is module.Choice


def test_unknown_submodule_is_an_error_that_names_the_nearest():
    nearest = (
        r"No module named '.*\.chat_completon'; did you mean 'triopenai\.types\.chat\.chat_completion'\?"
    )
    with pytest.raises(ModuleNotFoundError, match=nearest) as caught:
        importlib.import_module("triopenai.types.chat.chat_completon")
    assert caught.value.name == "triopenai.types.chat.chat_completon"
    with pytest.raises(ModuleNotFoundError, match=r"did you mean 'triopenai\.types\.responses'\?"):
        importlib.import_module("triopenai.types.response")


def test_unknown_submodule_like_no_other_is_pythons_own_error():
    with pytest.raises(ModuleNotFoundError, match=r"^No module named 'triopenai\.types\.chat\.zzz'$"):
        importlib.import_module("triopenai.types.chat.zzz")
    assert importlib.util.find_spec("triopenai.types.chat.zzz") is None


def test_unknown_name_of_a_submodule_is_pythons_own_error():
    module = importlib.import_module("triopenai.types.chat.chat_completion")
    with pytest.raises(AttributeError, match=r"chat_completion' has no attribute 'Choise'$") as caught:
        _ = module.Choise
    assert (caught.value.name, caught.value.obj) == ("Choise", module)  # Python looks for the nearest itself
    with pytest.raises(
        ImportError, match=r"cannot import name 'Choise' from 'triopenai\.types\.chat\.chat_c"
    ):
        exec("from triopenai.types.chat.chat_completion import Choise")


def test_an_error_inside_a_submodule_is_not_taken_for_its_absence(monkeypatch):
    def fail(name):
        raise ModuleNotFoundError(name="elsewhere")

    monkeypatch.setattr("triopenai._base.lazy.importlib.import_module", fail)
    with pytest.raises(ModuleNotFoundError) as caught:
        _ = module_of("chat").zzz
    assert caught.value.name == "elsewhere"


def test_one_finder_stands_last_and_is_installed_once():
    importlib.reload(module_of(""))
    finders = [finder for finder in sys.meta_path if isinstance(finder, SubmoduleFinder)]
    assert [finder.package for finder in finders] == ["triopenai.types"]
    assert finders[0].find_spec("json") is None


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
