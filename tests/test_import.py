"""What importing the library loads: each case in a fresh interpreter, with warnings as errors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import triopenai

# Each costs more than importing Trio and pydantic together may cost more (docs/performance).
HEAVY = (
    "asyncio",
    "httpx",
    "httpcore",
    "truststore",
    "h11",
    "click",
    "rich",
    "pydantic.main",
    "triopenai.testing",
    "triopenai._cli",
)
GENERATED = ("triopenai.types", "triopenai._operations", "triopenai.resources")


def loaded_after(code: str) -> set[str]:
    (loaded,) = steps_of(f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))")
    return loaded


def steps_of(program: str) -> list[set[str]]:
    """The sets of modules that a program prints, each on a line."""
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(triopenai.__file__).parents[1],
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == ""
    return [set(json.loads(line)) for line in finished.stdout.splitlines()]


def test_import_loads_no_area_and_no_heavy_library():
    loaded = loaded_after("import triopenai")
    assert loaded.isdisjoint(HEAVY)
    assert [name for name in loaded if name.startswith(GENERATED)] == []


def test_import_of_the_client_loads_no_area_and_no_heavy_library():
    loaded = loaded_after("from triopenai import open_client")
    assert loaded.isdisjoint(HEAVY)
    # The root of the tree of resources is what a client has; areas come when they are asked for.
    areas = [name for name in loaded if name.startswith(GENERATED)]
    assert sorted(areas) in ([], ["triopenai.resources"])


@pytest.mark.parametrize("name", ["triopenai.errors", "triopenai.concurrency"])
def test_import_of_a_public_module_loads_no_client(name: str):
    loaded = loaded_after(f"import {name}")
    assert loaded.isdisjoint(HEAVY)
    assert "triopenai._api" not in loaded


def test_import_of_types_builds_no_model():
    loaded = loaded_after("import triopenai.types.chat")
    assert "pydantic.main" not in loaded
    assert [name for name in loaded if name.endswith(("._models", "._params"))] == []


def test_import_of_one_area_loads_no_other():
    loaded = loaded_after("from triopenai.types.chat import ChatCompletion")
    assert "triopenai.types.chat._models" in loaded
    assert "triopenai.types.responses._models" not in loaded


CLIENT_STEPS = """
import json, sys

def show():
    print(json.dumps(sorted(sys.modules)))

import trio, triopenai
show()

async def main():
    async with triopenai.open_client(api_key="k") as client:
        show()
        client.chat.completions.create
        show()
        client.responses.create
        show()

trio.run(main)
"""
BY_CHAT = {
    "triopenai._helpers",
    "triopenai._helpers.chat_streaming",
    "triopenai._helpers.parsing",
    "triopenai._helpers.tool_running",
    "triopenai._operations.chat",
    "triopenai.resources.chat",
}
BY_RESPONSES = {
    "triopenai._helpers.response_streaming",
    "triopenai._operations.responses",
    "triopenai.resources.responses",
}


def test_client_loads_an_area_when_it_is_asked_for_and_nothing_else():
    imported, opened, chat, responses = steps_of(CLIENT_STEPS)
    assert {name for name in imported if name.startswith("triopenai")} == {"triopenai"}
    assert {name for name in opened if name.startswith((*GENERATED, "triopenai._helpers"))} == {
        "triopenai._operations",
        "triopenai.resources",
    }
    assert chat - opened == BY_CHAT
    assert responses - chat == BY_RESPONSES
    assert responses.isdisjoint(HEAVY)


def test_import_of_an_area_loads_the_table_of_submodules_for_a_submodule_only():
    table = "triopenai.types._submodules"
    assert table not in loaded_after("from triopenai.types.chat import ChatCompletion")
    loaded = loaded_after("import triopenai.types.chat.chat_completion")
    assert table in loaded
    assert "pydantic.main" not in loaded
