"""The plugin as a suite meets it: each test here runs pytest on files of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import triopenai

if TYPE_CHECKING:
    import pytest

pytest_plugins = ["pytester"]

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "testing_fixtures.py"
PLUGINS = ("-p", "triopenai.pytest_plugin", "-p", "no:cacheprovider", "-W", "error", "-q")

SUITE = """
import pytest
import trio
from triopenai import InternalServerError, RateLimitError
from triopenai.testing import faults

async def test_client_talks_to_the_sandbox(openai_client, openai_sandbox):
    model = await openai_client.models.retrieve("gpt-4")
    assert model.id == "gpt-4"
    assert len(openai_sandbox.requests) == 1

@pytest.mark.openai_faults(faults.rate_limited(retry_after_ms=5), faults.status(400), path="/models/*")
async def test_faults_happen_in_their_order(openai_client, openai_sandbox):
    with pytest.raises(Exception, match="400|Bad|bad"):
        await openai_client.models.retrieve("gpt-4")
    assert len(openai_sandbox.requests) == 2
    assert len(openai_sandbox.faults) == 0

@pytest.mark.openai_sandbox(models=["mine"], port=0)
async def test_sandbox_is_opened_as_marked(openai_client, openai_sandbox):
    assert openai_sandbox.port
    assert (await openai_client.models.retrieve("mine")).id == "mine"
"""


def outcomes(pytester: pytest.Pytester, *args: str) -> dict[str, int]:
    return pytester.runpytest_inprocess(*PLUGINS, *args).parseoutcomes()


def test_plugin_gives_fixtures_to_pytest_trio(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\ntrio_mode = true\naddopts = --strict-markers")
    clock = """
        @pytest.mark.openai_faults(faults.delay(300))
        async def test_minutes_pass_at_once(openai_client, autojump_clock):
            started = trio.current_time()
            with trio.move_on_after(200) as scope:
                await openai_client.models.retrieve("gpt-4")
            assert scope.cancelled_caught
    """
    pytester.makepyfile(SUITE + dedent(clock))
    assert outcomes(pytester) == {"passed": 4}


def test_plugin_passes_the_example_of_the_documentation(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\ntrio_mode = true\naddopts = --strict-markers")
    pytester.makepyfile(EXAMPLE.read_text())
    assert outcomes(pytester) == {"passed": 3}


def test_plugin_gives_fixtures_to_anyio_on_trio_alone(pytester: pytest.Pytester) -> None:
    backends = '\npytestmark = pytest.mark.anyio\n\n@pytest.fixture\ndef anyio_backend():\n    return "{}"\n'
    pytester.makepyfile(
        test_trio=SUITE + backends.format("trio"), test_asyncio=SUITE + backends.format("asyncio")
    )
    pytester.makeini("[pytest]")  # no settings of a folder above, such as this project's trio_mode
    result = pytester.runpytest_subprocess(*PLUGINS)
    assert result.parseoutcomes() == {"passed": 3, "errors": 3}
    result.stdout.fnmatch_lines(["*openai_sandbox runs on Trio alone: use pytest-trio, or with anyio's*"])


def test_plugin_records_and_replays(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makeini("[pytest]\ntrio_mode = true")
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{port}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-sandbox-0123456789")
    suite = """
        import pytest

        @pytest.mark.openai_sandbox(port=PORT)
        @pytest.mark.openai_recording("recorded/answer.jsonl")
        async def test_answer(openai_client, openai_sandbox, pytestconfig):
            assert (await openai_client.models.retrieve("gpt-4")).id == "gpt-4"
            assert len(openai_sandbox.requests) == pytestconfig.getoption("openai_record")
    """
    pytester.makepyfile(dedent(suite).replace("PORT", str(port)))
    missing = pytester.runpytest_subprocess(*PLUGINS)
    assert missing.parseoutcomes() == {"failed": 1}
    missing.stdout.fnmatch_lines(
        ["*there is no recording at *answer.jsonl: run pytest with --openai-record once"]
    )
    assert outcomes(pytester, "--openai-record") == {"passed": 1}
    assert (pytester.path / "recorded" / "answer.jsonl").read_text().count("\n") == 1
    assert outcomes(pytester) == {"passed": 1}


def test_plugin_refuses_marks_that_make_no_sense(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\ntrio_mode = true")
    pytester.makepyfile(
        dedent("""
        import pytest

        @pytest.mark.openai_faults("rate_limited")
        async def test_fault(openai_sandbox):
            pass

        @pytest.mark.openai_recording()
        async def test_recording(openai_client):
            pass
        """)
    )
    result = pytester.runpytest_subprocess(*PLUGINS)
    assert result.parseoutcomes() == {"failed": 2}
    result.stdout.fnmatch_lines(
        [
            "*the mark openai_faults takes what triopenai.testing.faults makes, not 'rate_limited'*",
            "*the mark openai_recording takes one path*",
        ]
    )


def test_plugin_loads_nothing_that_a_suite_does_not_use() -> None:
    program = "import sys, triopenai.pytest_plugin; print(*sys.modules)"
    root = str(Path(triopenai.__file__).parents[1])
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout.split()
    assert {"trio", "pydantic", "httpx", "triopenai._api", "triopenai.testing"}.isdisjoint(loaded)
