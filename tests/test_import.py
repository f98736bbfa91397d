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
    program = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(triopenai.__file__).parents[1],
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == ""
    return set(json.loads(finished.stdout.splitlines()[-1]))


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
