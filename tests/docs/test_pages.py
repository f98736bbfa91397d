"""The documentation as text: nothing is forgotten, and nothing is shown that is not run."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "examples"
# Written when the site is built.
BUILT = {"reference/resources/index"}
PUBLIC_MODULES = [
    "triopenai",
    "triopenai.agents",
    "triopenai.bridge",
    "triopenai.concurrency",
    "triopenai.errors",
    "triopenai.realtime",
    "triopenai.recording",
    "triopenai.streaming",
    "triopenai.testing",
    "triopenai.testing.faults",
]


def written_pages() -> list[Path]:
    pages = [*DOCS.glob("*.md"), *(DOCS / "reference").glob("*.rst")]
    return sorted(pages)


def text_of(pages: list[Path]) -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def contents_of(page: Path) -> list[str]:
    """The pages that a page's tables of contents name."""
    found: list[str] = []
    text = page.read_text(encoding="utf-8")
    for markdown, rest in re.findall(
        r"```\{toctree\}\n(.*?)```|\.\. toctree::\n((?:[ \n].*\n?)*)", text, re.DOTALL
    ):
        for line in (markdown or rest).splitlines():
            if line.strip() and not line.strip().startswith(":"):
                found.append(line.strip())  # noqa: PERF401  # plainer as a loop
    return found


def test_every_page_is_reached_from_the_index() -> None:
    reached, waiting = set[str](), ["index"]
    while waiting:
        name = waiting.pop()
        if name in reached or name in BUILT:
            continue
        reached.add(name)
        page = next(path for end in (".md", ".rst") if (path := DOCS / f"{name}{end}").is_file())
        folder = name.rpartition("/")[0]
        waiting += [f"{folder}/{child}" if folder else child for child in contents_of(page)]
    assert reached == {page.relative_to(DOCS).with_suffix("").as_posix() for page in written_pages()}


def test_every_example_is_shown_on_a_page() -> None:
    shown = set(re.findall(r"literalinclude\} examples/([\w/]+\.py)", text_of(written_pages())))
    assert shown == {example.relative_to(EXAMPLES).as_posix() for example in EXAMPLES.rglob("*.py")}


def test_python_code_on_pages_comes_from_files() -> None:
    assert "```python" not in text_of(written_pages())


def test_readme_shows_an_example_that_is_run() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    programs = {example.read_text(encoding="utf-8") for example in EXAMPLES.glob("*.py")}
    assert blocks
    assert set(blocks) <= programs


def public_names(name: str) -> list[str]:
    module = importlib.import_module(name)
    listed: list[str] | None = getattr(module, "__all__", None)
    return listed or [found for found, value in vars(module).items() if inspect.isclass(value)]


def test_public_names_are_in_the_reference() -> None:
    reference = text_of([*(DOCS / "reference").glob("*.rst")])
    described = set(re.findall(r"^\.\. (?:auto\w+|py:\w+):: (?:triopenai\.)?(\w+)$", reference, re.MULTILINE))
    for name in re.findall(r"^\.\. automodule:: (\S+)\n   :members:", reference, re.MULTILINE):
        described |= {*public_names(name), name.rpartition(".")[2]}
    missing = {
        f"{name}.{public}"
        for name in PUBLIC_MODULES
        for public in public_names(name)
        if public not in described
    }
    assert missing == set()


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_public_names_have_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    undocumented = []
    for public in public_names(name):
        value = getattr(module, public)
        if not (inspect.isclass(value) or inspect.isroutine(value)):
            continue
        if not inspect.getdoc(value):
            undocumented.append(public)
        if inspect.isclass(value):
            undocumented += [
                f"{public}.{attribute}"
                for attribute, member in vars(value).items()
                if not attribute.startswith("_")
                and (inspect.isroutine(member) or isinstance(member, (property, classmethod, staticmethod)))
                and not inspect.getdoc(member)
            ]
    assert undocumented == []
