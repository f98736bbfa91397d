"""Submodules without files: `triopenai.types.chat.chat_completion` and 1,700 others of the official package.

There, each schema has a module, and a nested type (``Choice``) is known by that module alone. Here an area
is a few modules, in which each type has a name of its own (``ChatCompletionChoice``). So that the official
imports work too, a finder makes a module of names when somebody imports one, from a table that is loaded at
that moment.

Theory of operation: `install` appends one finder to `sys.meta_path`. As the last, Python asks it only for
modules that nobody else found, and it answers only below its own package. What it makes is an ordinary
module with a specification; Python's own import enters it into `sys.modules` and sets it on its parent. Its
names load on first use, from the area (`triopenai._base.lazy.attach`): they are the very same classes, and
their objects pickle.

A finder is state of the whole process. What was weighed against it:

- A module's ``__getattr__`` serves ``from area import submodule``, but ``from area.submodule import Name``
  asks finders alone. `attach` uses it all the same, to reach `area.submodule` that nobody imported.
- A further entry in the package's ``__path__`` needs a hook in `sys.path_hooks`, which is as global, and
  misleads every tool that takes the entries of a path for folders.
- Modules entered into `sys.modules` beforehand cost an object for each, used or not, and whoever walks over
  `sys.modules` (a debugger, `pickle`, `inspect`) asks each of them for names, which loads the models.
- A file for each is what the official package has: 1,700 more to install, to compile and to walk over.

Type checkers read files and ask no finder: for them the area has the type under its own name.
"""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Protocol, cast, final

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.abc import Loader
    from types import ModuleType

__all__ = ["SubmoduleFinder", "install"]


class _Table(Protocol):
    SUBMODULES: Mapping[str, str]


@final
class SubmoduleFinder:
    """Finds and makes the submodules of one package; finder and loader in one (`importlib`).

    Args:
        package: The package, of which submodules at any depth are found.
        table: The module whose ``SUBMODULES`` holds a submodule's path below the package to its names, as
            `triopenai._base.lazy.attach` takes them; they come from the submodule's parent.
    """

    __slots__ = ("package", "table")

    def __init__(self, package: str, table: str) -> None:
        self.package = package
        self.table = table

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The specification of a submodule of the table; None for what is not below the package.

        Raises:
            ModuleNotFoundError: There is none of that name, but one much like it, which the error names.
        """
        del path, target
        if not fullname.startswith(f"{self.package}."):
            return None
        submodules = self._submodules()
        name = self._below(fullname)
        if name in submodules:
            return ModuleSpec(fullname, cast("Loader", self), origin=fullname.rpartition(".")[0])
        if near := _nearest(name, submodules):
            msg = f"No module named {fullname!r}; did you mean {f'{self.package}.{near}'!r}?"
            raise ModuleNotFoundError(msg, name=fullname)
        return None

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python to make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Give a module its names, none of which is loaded yet."""
        names = self._submodules()[self._below(module.__name__)]
        area = module.__name__.rpartition(".")[0]
        load, show = attach(module.__name__, {area: names})
        shown = [item.partition("=")[0] for item in names.split()]
        vars(module).update(
            __doc__=f"Names of `{area}` under the official package's spelling.",
            __all__=shown,
            __getattr__=load,
            __dir__=show,
        )

    def _below(self, fullname: str) -> str:
        return fullname.removeprefix(f"{self.package}.")

    def _submodules(self) -> Mapping[str, str]:
        return cast("_Table", importlib.import_module(self.table)).SUBMODULES


def install(package: str, table: str) -> None:
    """Let Python find the submodules of a package; a second time does nothing.

    Args:
        package: See `SubmoduleFinder`.
        table: See `SubmoduleFinder`.
    """
    finders = (finder for finder in sys.meta_path if isinstance(finder, SubmoduleFinder))
    if all(finder.package != package for finder in finders):
        sys.meta_path.append(SubmoduleFinder(package, table))


def _nearest(name: str, submodules: Mapping[str, str]) -> str:
    """The module of the same parent that is spelled most alike, or the empty string."""
    import difflib  # noqa: PLC0415  # needed only to explain a mistake

    parent, dot, last = name.rpartition(".")
    start = parent + dot
    below = (other.removeprefix(start) for other in submodules if other.startswith(start))
    siblings = {other.partition(".")[0] for other in below}
    near = difflib.get_close_matches(last, sorted(siblings), n=1, cutoff=0.75)
    return start + near[0] if near else ""
