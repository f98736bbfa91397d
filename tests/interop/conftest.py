"""Installs the npm package @copilotkit/aimock into a temporary folder and serves with it on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "@copilotkit/aimock@1"
API_KEY = "sk-interop"
FIXTURES = Path(__file__).with_name("fixtures.json")


@pytest.fixture(scope="session")
def llmock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("aimock")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=peer", PACKAGE]
    subprocess.run(command, cwd=folder, check=True, timeout=300)
    return folder / "node_modules/.bin/llmock"


@pytest.fixture
def base_url(llmock: Path) -> Iterator[str]:
    """A server of its own for each test: it counts how often each of its answers was given."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    command = [str(llmock), "-p", str(port), "-f", str(FIXTURES), "--strict", "--validate-on-load"]
    process = subprocess.Popen(
        [*command, "--log-level", "warn"], env={**os.environ, "AIMOCK_API_KEYS": API_KEY}
    )
    try:
        _wait_until_it_answers(process, port)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 30
    while True:
        assert process.poll() is None, f"llmock ended with status {process.returncode}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline, "llmock does not answer"
            time.sleep(0.05)
        else:
            return
