"""Starts the examples of the documentation as their users do, against a sandbox that each test opens."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import httpx
import pytest
import trio

from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator

    from triopenai.testing import Sandbox

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "web"
STARTED_WITHIN = 30.0
DEADLINE = 3.0  # seconds that the examples have for a request


def hypercorn(app: str, port: int) -> list[str]:
    return ["-m", "hypercorn", app, "--worker-class", "trio", "--bind", f"127.0.0.1:{port}"]


def uvicorn(app: str, port: int) -> list[str]:
    return ["-m", "uvicorn", app, "--port", str(port)]


def sanic(app: str, port: int) -> list[str]:
    return ["-m", "sanic", app, "--port", str(port), "--single-process"]


# What runs on Trio, and what runs on asyncio and reaches Trio by the bridge.
ON_TRIO: dict[str, Callable[[str, int], list[str]]] = {
    "fastapi_app:app": hypercorn,
    "starlette_app:app": hypercorn,
    "litestar_app:app": hypercorn,
    "quart_app:app": hypercorn,
}
ON_ASYNCIO: dict[str, Callable[[str, int], list[str]]] = {
    "uvicorn_fastapi:app": uvicorn,
    "sanic_app:app": sanic,
}
EVERY = {**ON_TRIO, **ON_ASYNCIO}


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        number: int = sock.getsockname()[1]
    return number


@attrs.frozen
class Application:
    """A running example.

    Attributes:
        port: Where it is.
        api_port: Where it expects the API.
        process: What was started.
        log: Where its output goes.
    """

    port: int
    api_port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> int:
        """Bytes that its processes have in memory."""
        import psutil  # noqa: PLC0415  # only `nox -s web` has it, and every session reads this module

        started = psutil.Process(self.process.pid)
        return sum(each.memory_info().rss for each in [started, *started.children(recursive=True)])

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + STARTED_WITHIN
        while True:
            assert self.process.poll() is None, self.log.read_text()
            try:
                httpx.get(f"{self.url}/nothing")
            except httpx.TransportError:
                assert time.monotonic() < deadline, self.log.read_text()
                time.sleep(0.05)
            else:
                return


@contextmanager
def running(name: str, log: Path, answer_within: float) -> Iterator[Application]:
    """As `started`; and the example must have nothing to complain of."""
    with started(name, log, answer_within) as application:
        yield application
    assert "Traceback" not in log.read_text()
    assert "ResourceWarning" not in log.read_text()


@contextmanager
def started(name: str, log: Path, answer_within: float, *options: str) -> Iterator[Application]:
    """Start an example. It expects the API at a port where each test opens a sandbox of its own.

    Args:
        name: Which; or the path of an application for Hypercorn, without its suffix, with the name in it.
        log: Where its output goes.
        answer_within: Seconds that a request may take.
        *options: More of the server's command line.
    """
    port, api_port = free_port(), free_port()
    environment = {
        **os.environ,
        "OPENAI_BASE_URL": f"http://127.0.0.1:{api_port}/v1",
        "OPENAI_API_KEY": "sk-sandbox-0123456789",
        "ANSWER_WITHIN": str(answer_within),
        "PYTHONWARNINGS": "always::ResourceWarning",
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *EVERY.get(name, hypercorn)(name, port), *options],
            cwd=EXAMPLES,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    application = Application(port, api_port, process, log)
    try:
        application.wait_until_it_answers()
        yield application
    finally:
        process.terminate()
        process.wait(timeout=20)


@asynccontextmanager
async def calling(application: Application, path: str) -> AsyncGenerator[trio.SocketStream]:
    """A request over a connection that ends with the block, as when a browser's tab is closed."""
    async with await trio.open_tcp_stream("127.0.0.1", application.port) as stream:
        await stream.send_all(f"GET {path} HTTP/1.1\r\nHost: here\r\n\r\n".encode())
        yield stream


@pytest.fixture(scope="session", params=EVERY)
def application(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Application]:
    """Each example once, for all tests."""
    with running(request.param, tmp_path_factory.mktemp("web") / "output.txt", DEADLINE) as application:
        yield application


@pytest.fixture
async def sandbox(application: Application) -> AsyncIterator[Sandbox]:
    async with open_sandbox(port=application.api_port, tokens_per_second=200) as sandbox:
        yield sandbox
        assert sandbox.crashes == ()


@pytest.fixture
async def http(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=application.url, timeout=20, trust_env=False) as http:
        yield http
