"""What autodoc and napoleon do not know of this project's docstrings.

- A colon in the first line of a property, or of "Returns:", is punctuation; napoleon takes what is before it
  for a type.
- Constructors are shown for the classes that users construct, and for no other.
- Signatures name classes by the module that defines them, or by a bare name; `missing-reference` leads them
  to the public name. Names without a page (type variables, models, the standard library) stay plain text.
"""

from __future__ import annotations

import ast
import builtins
import collections.abc
import contextlib
import importlib
import inspect
import pkgutil
import re
import typing
from functools import cache
from typing import TYPE_CHECKING, Any

from triopenai import resources, types
from triopenai.realtime import connections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from docutils.nodes import Node, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

PUBLIC = (
    "triopenai",
    "triopenai.concurrency",
    "triopenai.streaming",
    "triopenai.tools",
    "triopenai.realtime",
    "triopenai.agents",
    "triopenai.bridge",
    "triopenai.recording",
    "triopenai.testing",
    "triopenai.testing.faults",
)
CONSTRUCTED = {"Attempt", "ConnectionPool", "Headers", "PoolLimits", "Request", "Timeout"}
TYPE_VARIABLE = re.compile(r"([A-Z]|\w+T)(_co)?(\.args|\.kwargs)?|'\w+'")
# Public objects mention these; they are described where they are mentioned.
SPOKEN_OF = {
    "AbstractSet",
    "Answer",
    "BasePage",
    "BodySource",
    "ByteIterator",
    "Cause",
    "ConfigDict",
    "Handler",
    "ItemIterator",
    "JsonValue",
    "KeySource",
    "Lanes",
    "LineIterator",
    "Origin",
    "Outcome",
    "PageIterator",
    "Quantile",
    "RemoteProtocolError",
    "Reply",
    "Resource",
    "Results",
    "Root",
    "SendsRequests",
    "SentEvent",
    "Step",
    "TextIterator",
    "TransportError",
    "TransportTimeout",
}


def mend_docstring(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Put back together what napoleon took apart at a colon."""
    del app, name, obj, options
    types_at = [number for number, line in enumerate(lines) if line.startswith((":type: ", ":rtype: "))]
    for number in reversed(types_at):
        field, _, taken = lines[number].partition(": ")
        if field == ":type" and what in {"property", "attribute"}:
            lines[0] = f"{taken}: {lines[0]}"
        elif field == ":rtype":
            at = next(place for place, line in enumerate(lines) if line.startswith(":returns: "))
            lines[at] = f":returns: {taken}: {lines[at].removeprefix(':returns: ')}"
        else:
            continue
        del lines[number]


def hide_constructor(
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str, returns: str
) -> tuple[str, str | None] | None:
    """Leave out the constructor's signature of what is made by other means."""
    del app, obj, options, signature, returns
    if what not in {"class", "exception"} or name.startswith("triopenai.testing.faults."):
        return None
    return None if name.rpartition(".")[2] in CONSTRUCTED else ("", None)


@cache
def plain_names() -> frozenset[str]:
    """Names that are known and have no page here."""
    known = set(SPOKEN_OF)
    for module in (builtins, collections.abc, contextlib, typing):
        known.update(vars(module))
    packages = [
        types.__name__,
        *(found.name for found in pkgutil.walk_packages(types.__path__, "triopenai.types.")),
    ]
    for package in packages:
        if not package.rpartition(".")[2].startswith("_"):
            known.update(getattr(importlib.import_module(package), "__all__", ()))
    for home in (resources, connections):
        for area in pkgutil.iter_modules(home.__path__, f"{home.__name__}."):
            known.update(imported_names(importlib.import_module(area.name)))
    return frozenset(known)


def imported_names(module: ModuleType) -> Iterator[str]:
    """Names that a module imports, also those that only type checkers see."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)


def find_public(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: TextElement) -> Node | None:
    """Lead a reference to the public name, or let a known name stand as text."""
    if node.get("refdomain") != "py":
        return None
    target: str = node["reftarget"]
    last = target.rpartition(".")[2]
    domain: Any = env.get_domain("py")
    for module in PUBLIC:
        if f"{module}.{last}" in domain.objects and target != f"{module}.{last}":
            resolved: Node | None = domain.resolve_xref(
                env, node["refdoc"], app.builder, node["reftype"], f"{module}.{last}", node, content
            )
            return resolved
    if TYPE_VARIABLE.fullmatch(last) or TYPE_VARIABLE.fullmatch(target) or target.startswith("args."):
        return content
    return content if last in plain_names() else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("autodoc-process-docstring", mend_docstring, priority=900)
    app.connect("autodoc-process-signature", hide_constructor)
    app.connect("missing-reference", find_public)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
