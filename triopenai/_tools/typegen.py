"""Generates `triopenai.types`: for each public module its models, its request types and a lazy front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from triopenai._tools.definitions import Modules
from triopenai._tools.document import TABLES
from triopenai._tools.names import read_names
from triopenai._tools.shapes import Resolver
from triopenai._tools.write_facades import write_facade
from triopenai._tools.write_models import define_models
from triopenai._tools.write_params import define_params
from triopenai._tools.write_submodules import write_submodules

if TYPE_CHECKING:
    from triopenai._tools.document import JsonObject
    from triopenai._tools.names import Side
    from triopenai._tools.spec import Spec

__all__ = ["FOLDERS", "generate", "write_types"]

FOLDERS: Final = ("types",)


def generate(spec: Spec) -> dict[str, str]:
    """The text of each file, by its path below the package."""
    return spec.types


def write_types(document: JsonObject) -> dict[str, str]:
    """The files of `triopenai.types`, path to text."""
    names = read_names()
    resolver = Resolver(document, names)
    mixins, hand = _read_hand()
    areas = sorted(names.by_area)
    models = {area: define_models(resolver, area, mixins) for area in areas}
    params = {area: define_params(resolver, area) for area in areas}
    modules: dict[Side, Modules] = {"m": Modules("m", models), "p": Modules("p", params)}
    texts: dict[str, str] = {"types/_submodules.py": write_submodules(names)}
    for area in areas:
        folder = "/".join(["types", *area.split(".")]) if area else "types"
        for side in modules.values():
            for module, text in side.texts(area).items():
                texts[f"{folder}/{module}.py"] = text
        texts[f"{folder}/__init__.py"] = write_facade(names, area, hand, modules)
    for area in _bare_packages(areas):
        texts[f"types/{area.replace('.', '/')}/__init__.py"] = write_facade(names, area, hand, modules)
    return texts


def _bare_packages(areas: list[str]) -> list[str]:
    """Packages that hold areas and are none themselves."""
    parents = {
        ".".join(parts[:end]) for parts in (area.split(".") for area in areas) for end in range(1, len(parts))
    }
    return sorted(parents.difference(areas))


def _read_hand() -> tuple[dict[str, str], dict[str, str]]:
    """Mixins by class, and modules of hand-written types by name, from ``tables/hand.tsv``."""
    mixins: dict[str, str] = {}
    hand: dict[str, str] = {}
    for line in (TABLES / "hand.tsv").read_text(encoding="utf-8").splitlines():
        what, _, rest = line.partition("\t")
        if what == "mixin":
            name, _, mixin = rest.partition("\t")
            mixins[name] = mixin
        elif what == "type":
            name, _, module = rest.partition("\t")
            hand[name] = module
    return mixins, hand
