"""Writes the reference pages of the resources, which are generated code, before Sphinx reads its sources.

A page for each module of `triopenai.resources`, and an index that says where on the client each class is
found. They go to ``reference/resources``, which is not under version control.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

from triopenai import resources
from triopenai._engine.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

FOLDER = Path("reference") / "resources"


def find_resources(owner: type, path: str) -> Iterator[tuple[str, type[Resource]]]:
    """Every resource below a class, with the expression that leads to it."""
    instance = owner(None)
    for name, value in vars(owner).items():
        if isinstance(value, functools.cached_property):
            child = type(getattr(instance, name))
            yield f"{path}.{name}", child
            yield from find_resources(child, f"{path}.{name}")


def areas() -> list[str]:
    """The modules that hold resource classes."""
    return sorted(
        module.name for module in pkgutil.iter_modules(resources.__path__) if not module.name.startswith("_")
    )


def render_area(name: str) -> str:
    """The page of one module."""
    module = importlib.import_module(f"{resources.__name__}.{name}")
    title = f"``{name}``"
    lines = [title, "=" * len(title), "", f".. currentmodule:: {module.__name__}", ""]
    classes = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Resource) and value.__module__ == module.__name__
    ]
    for found in classes:
        lines += [f".. autoclass:: {found.__name__}", "   :members:", ""]
    return "\n".join(lines)


def render_index(names: list[str], places: dict[type[Resource], str]) -> str:
    """The list of all resources, and the table of contents."""
    lines = [
        "Resources",
        "=========",
        "",
        "Every endpoint of the API is a method of one of these classes. Parameters in the path are",
        "positional, all others keywords; each method also takes the keywords of `triopenai.RequestOptions`.",
        "",
        ".. toctree::",
        "   :hidden:",
        "",
        *(f"   {name}" for name in names),
        "",
        ".. list-table::",
        "   :header-rows: 1",
        "",
        "   * - On the client",
        "     - Class",
    ]
    for found, place in sorted(places.items(), key=lambda item: item[1]):
        lines += [f"   * - ``{place}``", f"     - :py:class:`~{found.__module__}.{found.__name__}`"]
    return "\n".join([*lines, ""])


def write_pages(app: Sphinx) -> None:
    """Write what changed, so that an incremental build stays one."""
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    names = areas()
    places = {found: place for place, found in find_resources(resources.Root, "client")}
    pages = {f"{name}.rst": render_area(name) for name in names}
    pages["index.rst"] = render_index(names, places)
    for stale in folder.glob("*.rst"):
        if stale.name not in pages:
            stale.unlink()
    for name, text in pages.items():
        target = folder / name
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
