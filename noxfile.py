"""The project's checks, each in an environment of its own: ``python -m nox -l`` lists them.

Everything comes from the package index and from this checkout; nothing needs an API key. Sessions that need a
program from elsewhere (``npm`` for `interop`, ``nginx`` for `bench`) say so and fail when it is missing.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PACKAGE = "triopenai"
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")

SUPPORTED = ("3.11", "3.12", "3.13")
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
# The interpreter that runs nox is always tried, so that "those present" is never none at all.
PYTHONS = SUPPORTED if RUNNING in SUPPORTED else (*SUPPORTED, RUNNING)

EACH_CORE = ("-n", "auto")  # a worker of pytest-xdist for each core

GENERATED = ("types", "_operations", "resources", "realtime/connections")

nox.needs_version = ">=2025.5"
nox.options.sessions = ["tests", "lint", "types"]
nox.options.default_venv_backend = "virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.error_on_external_run = True


def _install(session: nox.Session, *groups: str, package: str | None = ".[cli,realtime]") -> None:
    """Install the dependency groups, which older versions of pip cannot read, and the package."""
    requirements = [*nox.project.dependency_groups(PROJECT, *groups)] if groups else []
    if package is not None:
        requirements += ["-e", package] if package.startswith(".") else [package]
    session.install(*requirements)


def _asynchronous() -> list[str]:
    """The Python files that people wrote, without those that have nothing for flake8-async, which is slow."""
    paths = [ROOT / "noxfile.py"]
    for folder in (PACKAGE, "tests", "docs"):
        paths += (ROOT / folder).rglob("*.py")
    generated = tuple(f"{PACKAGE}/{each}/" for each in GENERATED)
    names = (path.relative_to(ROOT).as_posix() for path in sorted(paths))
    words = re.compile(r"\b(async|asyncio|await|trio|BaseException)\b")
    return [
        name
        for name in names
        if not name.startswith(generated) and words.search((ROOT / name).read_text(encoding="utf-8"))
    ]


def _programs(session: nox.Session, *names: str) -> None:
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        session.error(f"this session needs {' and '.join(missing)} on the PATH")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the test suite on each Python that is present; arguments go to pytest."""
    _install(session, "test")
    session.run("python", "-m", "pytest", *EACH_CORE, *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the test suite and report the lines that it does not reach."""
    _install(session, "test")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "report", "--skip-covered")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting, Trio's pitfalls and the news fragments."""
    _install(session, "lint", package=None)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    # ASYNC127 wants httpx2 for httpx: the adapter takes both. ASYNC124: fakes have to be `async`, and so have
    # the handlers of web frameworks, which ask for asynchronous generators, too (ASYNC119), and close them.
    sources = _asynchronous()
    tests = [name for name in sources if name.startswith("tests/")]
    web = [name for name in sources if name.startswith("docs/examples/web/")]
    rest = [name for name in sources if name not in {*tests, *web}]
    session.run("flake8-async", "--disable=ASYNC9,ASYNC127", *rest)
    session.run("flake8-async", "--disable=ASYNC9,ASYNC124,ASYNC127", *tests)
    session.run("flake8-async", "--disable=ASYNC9,ASYNC119,ASYNC124,ASYNC127", *web)
    # A draft fails for a fragment whose name says neither an issue nor a kind of change.
    session.run("towncrier", "build", "--draft", "--version", "0", silent=True)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types: ours strictly, what users see completely, and the cases of tests/typing."""
    _install(session, "types")
    session.run("mypy")
    session.run("pyright")
    session.run("python", "-m", f"{PACKAGE}._tools.completeness", PACKAGE)
    session.run("mypy", *(str(path) for path in sorted((ROOT / "tests/typing").glob("*.py"))))
    session.run("pyright", "--project", "tests/typing")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    _install(session, "docs")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel, look inside, and run the test suite against it with the source tree out of sight."""
    _install(session, "test", "package", package=None)
    workspace = Path(session.create_tmp()).resolve()
    dist = workspace / "dist"
    for leftover in (dist, workspace / "checkout"):
        shutil.rmtree(leftover, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist), silent=True)
    (wheel,) = dist.glob("*.whl")
    session.run("python", "-m", f"{PACKAGE}._tools.wheel", str(wheel))
    session.install("--force-reinstall", "--no-deps", str(wheel))
    session.install(f"{wheel}[cli,realtime]")
    checkout = workspace / "checkout"
    shutil.copytree(ROOT / "tests", checkout / "tests")
    for test in sorted((checkout / "tests").rglob("test_*.py")):
        if f"{PACKAGE}._tools" in test.read_text(encoding="utf-8"):
            session.log(f"not for the wheel, which leaves the tools out: {test.relative_to(checkout)}")
            test.unlink()
    shutil.copytree(ROOT / "docs", checkout / "docs", ignore=shutil.ignore_patterns("_build"))
    for name in ("pyproject.toml", "README.md", "noxfile.py"):
        shutil.copy(ROOT / name, checkout / name)
    session.chdir(checkout)
    session.run("python", "-c", f"import {PACKAGE}; assert 'site-packages' in {PACKAGE}.__file__")
    session.run("python", "-m", "pytest", *EACH_CORE, *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the client against AsyncOpenAI and a bare loop; ``-- --update`` writes it to the docs."""
    _programs(session, "nginx")
    _install(session, package=".")
    peer = Path(session.create_tmp()).resolve() / "peer"
    session.run("python", "-m", "venv", "--clear", str(peer))
    peer_python = str(peer / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    session.run(peer_python, "-m", "pip", "install", "-q", "--upgrade", "openai[aiohttp]", external=True)
    session.run("python", "-m", "tests.benchmarks", "--peer", peer_python, *session.posargs)


@nox.session
def interop(session: nox.Session) -> None:
    """Talk to a server that nobody here wrote: the npm package @copilotkit/aimock."""
    _programs(session, "node", "npm")
    _install(session, "test")
    session.run("python", "-m", "pytest", "-m", "interop", "tests/interop", *session.posargs)


@nox.session
def web(session: nox.Session) -> None:
    """Start the examples for web frameworks as their users do, and call them from outside."""
    _install(session, "test", "web")
    examples = ROOT / "docs/examples/web"
    sources = sorted([*examples.glob("*.py"), *(ROOT / "tests/web").glob("*.py")])
    session.run("mypy", *map(str, sources), env={"MYPYPATH": str(examples)})
    session.run("python", "-m", "pytest", "-m", "web", "tests/web", *session.posargs)


@nox.session
def typing_compat(session: nox.Session) -> None:
    """Check that an application which still has trio-typing installed can type-check against us."""
    _install(session, "compat", package=None)
    session.install(".")
    session.chdir(session.create_tmp())  # so that the package is found where users have it
    session.run("mypy", "--config-file=", "--strict", str(ROOT / "tests/typing_compat/application.py"))


@nox.session
def generate(session: nox.Session) -> None:
    """Generate the code of the API: ``nox -s generate -- SPEC``, or ``-- --check SPEC`` to compare only."""
    if not session.posargs:
        session.error("say where the documents are: nox -s generate -- FOLDER")
    _install(session, "generate", package=".")
    session.run("python", "-m", f"{PACKAGE}._tools", "generate", *session.posargs)


@nox.session
def conformance(session: nox.Session) -> None:
    """Hold the requests of every method against the API's document: ``nox -s conformance -- SPEC``."""
    if not session.posargs:
        session.error("say where the documents are: nox -s conformance -- FOLDER")
    _install(session, "conformance", package=".")
    session.run("python", "-m", "tests.conformance", *session.posargs)


@nox.session
def demo(session: nox.Session) -> None:
    """Install the package as a user does and run its main job."""
    session.install(".")
    session.chdir(session.create_tmp())
    session.run("python", "-m", PACKAGE, "demo", *session.posargs)
