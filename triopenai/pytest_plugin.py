"""The pytest plugin: a sandbox and a client as fixtures, for pytest-trio and for anyio's plugin on Trio.

pytest loads it by itself where the package is installed. A suite that uses none of it pays for importing this
module alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from triopenai import Client
    from triopenai.testing import Sandbox

__all__ = ["openai_client", "openai_sandbox"]

_MARKS = (
    "openai_faults(*faults, **options): what goes wrong in openai_sandbox; options as of FaultPlan.add",
    "openai_sandbox(**options): how openai_sandbox is opened; options as of open_sandbox",
    "openai_recording(path): openai_client answers from this recording, a path beside the test's file",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--openai-record``."""
    parser.getgroup("triopenai").addoption(
        "--openai-record",
        action="store_true",
        help="tests marked with openai_recording talk to the API and record it, instead of replaying",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks."""
    for mark in _MARKS:
        config.addinivalue_line("markers", mark)


@pytest.fixture
async def openai_sandbox(request: pytest.FixtureRequest) -> AsyncGenerator[Sandbox]:
    """A sandbox for the time of a test.

    The marks `openai_sandbox` and `openai_faults` say how it is opened and what goes wrong in it; the mark
    nearest to the test comes first. The test errs if the sandbox itself crashed.
    """
    _require_trio(request)
    from triopenai.testing import open_sandbox  # noqa: PLC0415  # only who uses it pays for it

    opened: dict[str, Any] = {}
    for mark in _marks(request, "openai_sandbox"):
        opened = {**mark.kwargs, **opened}
    async with open_sandbox(**opened) as sandbox:
        _script_faults(request, sandbox)
        yield sandbox
        if sandbox.crashes:
            msg = "the sandbox crashed while it answered"
            raise ExceptionGroup(msg, sandbox.crashes)


@pytest.fixture
async def openai_client(request: pytest.FixtureRequest, openai_sandbox: Sandbox) -> AsyncGenerator[Client]:
    """A client for the time of a test: of `openai_sandbox`, or of a recording.

    With the mark `openai_recording` it answers from that file; under ``--openai-record`` such a test talks to
    the API, with the settings of the environment, and the file is written.
    """
    from triopenai import open_client  # noqa: PLC0415  # only who uses it pays for it

    mark = next(iter(_marks(request, "openai_recording")), None)
    if mark is None:
        options: dict[str, Any] = {**openai_sandbox.client_options}
    else:
        options = _recorded_options(request.path.parent / _only_argument(mark), request.config)
    async with open_client(**options) as client:
        yield client


def _marks(request: pytest.FixtureRequest, name: str) -> list[pytest.Mark]:
    """The marks of a test, the nearest first."""
    node = cast("pytest.Item", request.node)
    return [*node.iter_markers(name)]


def _require_trio(request: pytest.FixtureRequest) -> None:
    import trio  # noqa: PLC0415  # only who uses it pays for it

    if not trio.lowlevel.in_trio_run():
        pytest.fail(
            f"{request.fixturename} runs on Trio alone: use pytest-trio, or with anyio's plugin a fixture"
            " anyio_backend that gives 'trio'",
            pytrace=False,
        )


def _script_faults(request: pytest.FixtureRequest, sandbox: Sandbox) -> None:
    from triopenai.testing import Fault  # noqa: PLC0415  # only who uses it pays for it

    for mark in _marks(request, "openai_faults"):
        for fault in mark.args:
            if not isinstance(fault, Fault):
                msg = f"the mark openai_faults takes what triopenai.testing.faults makes, not {fault!r}"
                raise TypeError(msg)
            sandbox.faults.add(fault, **mark.kwargs)


def _only_argument(mark: pytest.Mark) -> str:
    if len(mark.args) != 1 or mark.kwargs:
        msg = f"the mark {mark.name} takes one path"
        raise TypeError(msg)
    return str(mark.args[0])


def _recorded_options(path: Path, config: pytest.Config) -> dict[str, Any]:
    """Arguments of `open_client` that record an exchange, or replay it."""
    from triopenai.recording import record, replay  # noqa: PLC0415  # only who uses it pays for it

    if config.getoption("openai_record"):
        path.parent.mkdir(parents=True, exist_ok=True)
        return {"transport": record(path)}
    if not path.exists():
        pytest.fail(f"there is no recording at {path}: run pytest with --openai-record once", pytrace=False)
    return {"transport": replay(path), "api_key": "none", "base_url": "http://recording.invalid/v1"}
