"""What a server waits for when it is told to stop, and what becomes of one whose client has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
import trio

from tests.web.conftest import EVERY, running, started
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.conftest import Application
    from triopenai.testing import Fault

pytestmark = pytest.mark.web

STOPPED_WITHIN = 30.0

FAILING = """
from fastapi_app import Opened, app


@app.post("/failures")
async def failure(client: Opened) -> None:
    async def fail() -> None:
        raise LookupError("of the task")

    client.start_soon(fail)
"""


async def stop_in_a_translation(application: Application, fault: Fault) -> None:
    async with open_sandbox(port=application.api_port) as sandbox:
        sandbox.faults.add(fault)
        async with httpx.AsyncClient(base_url=application.url, trust_env=False) as http:
            assert (await http.post("/translations?text=Hello")).status_code == 202
            await sandbox.requests.wait(1)
        application.process.terminate()
        await ended(application)


async def ended(application: Application) -> None:
    with trio.fail_after(STOPPED_WITHIN):
        while application.process.poll() is None:  # noqa: ASYNC110  # of another process
            await trio.sleep(0.05)


@pytest.mark.parametrize("name", EVERY)
async def test_server_that_stops_waits_for_a_translation(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_LOG", "info")
    log = tmp_path / "output.txt"
    with running(name, log, answer_within=20) as application:
        await stop_in_a_translation(application, faults.delay(1))
    assert "/v1/responses: 200" in log.read_text()


async def test_hypercorn_waits_as_long_as_its_shutdown_timeout_says(tmp_path: Path) -> None:
    from hypercorn.config import Config  # noqa: PLC0415  # only `nox -s web` has it

    assert Config().shutdown_timeout == 60
    settings, log = tmp_path / "hypercorn.toml", tmp_path / "output.txt"
    settings.write_text("shutdown_timeout = 1")
    with started("fastapi_app:app", log, 20, "--config", str(settings)) as application:
        begun = trio.current_time()
        await stop_in_a_translation(application, faults.stall())
        assert 1 < trio.current_time() - begun < STOPPED_WITHIN
    assert "LifespanTimeoutError" in log.read_text()


async def test_task_that_fails_ends_the_client_and_the_server_with_it(tmp_path: Path) -> None:
    log = tmp_path / "output.txt"
    (tmp_path / "failing.py").write_text(FAILING)
    with started(f"{tmp_path / 'failing'}:app", log, 20) as application:
        async with httpx.AsyncClient(base_url=application.url, trust_env=False) as http:
            await http.post("/failures")
        await ended(application)
    assert "LookupError: of the task" in log.read_text()
