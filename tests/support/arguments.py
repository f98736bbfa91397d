"""Arguments for any method, made from the types of its keywords."""

from __future__ import annotations

import collections.abc
import importlib
import pkgutil
import types
import typing
from typing import TYPE_CHECKING, Any, Final, Literal, NotRequired, Required, Union, get_args, get_origin

from typing_extensions import is_typeddict

from triopenai._base.options import OPTION_NAMES, RequestOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEEP = 6
SCALARS: dict[object, object] = {
    str: "text",
    int: 1,
    float: 0.5,
    bool: True,
    bytes: b"bytes",
    object: {"key": "value"},
    Any: {"key": "value"},
}
FILE: Final = ("file.txt", b"content", "text/plain")
NULL: Final = type(None)


def arguments(keywords: type, *, full: bool, known: Mapping[str, object] | None = None) -> dict[str, object]:
    """Values for the keywords of a method: for all of them, or for those that must be given.

    `known` are values that stand for others of their type, by the name of a field or by ``Type.field``.
    """
    return Maker(full=full, known=known).arguments(keywords)


def keywords_of(method: Callable[..., object]) -> type:
    """The TypedDict of a method's keywords, by its ``**params`` annotation."""
    return kinds_of(method)[0]


def kinds_of(method: Callable[..., object]) -> list[type]:
    """The same of a method whose body is one of several: a TypedDict for each."""
    name = method.__annotations__["params"].removeprefix("Unpack[").removesuffix("]")
    if name == "RequestOptions":
        return [RequestOptions]
    if method.__module__.startswith("triopenai._helpers."):
        return [helper_keywords(name)]
    alias, _, attribute = name.rpartition(".")
    area = method.__module__.rpartition(".")[2]
    module = importlib.import_module(f"triopenai.resources._args.{area}")
    # The bare one takes the keywords of all of them and requires nothing.
    several = [found for n in range(1, 10) if (found := getattr(module, f"{attribute or alias}{n}", None))]
    return several or [getattr(module, attribute or alias)]


def helper_keywords(name: str) -> type:
    """The TypedDict that helpers take keywords from, by its name."""
    folder = importlib.import_module("triopenai._helpers").__path__
    names = (found.name for found in pkgutil.iter_modules(folder) if found.name.endswith("_args"))
    modules = [importlib.import_module(f"triopenai._helpers.{module}") for module in names]
    keywords: type = next(getattr(module, name) for module in modules if hasattr(module, name))
    return keywords


def members_of(hint: Any) -> list[Any]:
    """What a union or literal lets one choose from; a file is one thing, whatever it is given as."""
    members = list(get_args(hint))
    if get_origin(hint) is Literal:
        return members
    if get_origin(hint) in (Union, types.UnionType) and bytes not in members:
        return members
    return []


class Maker:
    """Makes values of types: one that has all its fields, or those that it must have."""

    def __init__(self, *, full: bool, known: Mapping[str, object] | None = None, deep: int = DEEP) -> None:
        self._full = full
        self._deep = deep
        self._known = known or {}

    def arguments(self, keywords: type) -> dict[str, object]:
        return self._typed_dict(keywords, 0)

    def _typed_dict(self, of: type, depth: int) -> dict[str, object]:
        hints = typing.get_type_hints(of, include_extras=True)
        required = frozenset(getattr(of, "__required_keys__", ()))
        values = {}
        for name, hint in hints.items():
            if depth == 0 and name in OPTION_NAMES:
                continue
            wanted = name in required or get_origin(hint) is Required
            if wanted or (self._full and depth < self._deep):
                made = self._value(hint, depth + 1)
                values[name] = self._known_value(of, name, made)
        return values

    def _known_value(self, of: type, name: str, made: object) -> object:
        known = self._known.get(f"{of.__name__}.{name}", self._known.get(name))
        return known if type(known) is type(made) else made

    def _value(self, hint: Any, depth: int) -> object:  # noqa: PLR0911  # one line a kind of type
        if is_typeddict(hint):
            return self._typed_dict(hint, depth)
        origin = get_origin(hint)
        members = get_args(hint)
        if origin in (Required, NotRequired, typing.Annotated):
            return self._value(members[0], depth)
        if origin is Literal:
            return self._choose(hint, members_of(hint), depth)
        if origin in (Union, types.UnionType):
            choice = members_of(hint)
            return self._value(self._choose(hint, choice, depth), depth) if choice else FILE
        if origin in (dict, collections.abc.Mapping):
            return {"key": self._value(members[1], depth)}
        if origin is not None and members:
            return self._items(members[0], depth)
        return None if hint is NULL else SCALARS[hint]

    def _items(self, hint: Any, depth: int) -> list[object]:
        return [self._value(hint, depth)]

    def _choose(self, hint: Any, choice: list[Any], depth: int) -> Any:
        """Full arguments take the last kind of value that a keyword allows, minimal ones the first."""
        if get_origin(hint) is Literal:
            return choice[0]
        given = [member for member in choice if member is not NULL]
        return given[-1 if self._full and depth < self._deep else 0]
