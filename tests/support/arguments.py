"""Arguments for any method, made from the types of its keywords."""

from __future__ import annotations

import collections.abc
import importlib
import types
import typing
from typing import TYPE_CHECKING, Any, Literal, NotRequired, Required, Union, get_args, get_origin

from typing_extensions import is_typeddict

from triopenai._base.options import OPTION_NAMES, RequestOptions

if TYPE_CHECKING:
    from collections.abc import Callable

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


def arguments(keywords: type, *, full: bool) -> dict[str, object]:
    """Values for the keywords of a method: for all of them, or for those that must be given."""
    return _typed_dict(keywords, full=full, depth=0)


def keywords_of(method: Callable[..., object]) -> type:
    """The TypedDict of a method's keywords, by its ``**params`` annotation."""
    name = method.__annotations__["params"].removeprefix("Unpack[").removesuffix("]")
    if name == "RequestOptions":
        return RequestOptions
    alias, _, attribute = name.rpartition(".")
    area = method.__module__.rpartition(".")[2]
    module = importlib.import_module(f"triopenai.resources._args.{area}")
    # A method whose body is one of several has a class for each; the bare one requires nothing.
    found: type = getattr(module, f"{attribute or alias}1", None) or getattr(module, attribute or alias)
    return found


def _typed_dict(of: type, *, full: bool, depth: int) -> dict[str, object]:
    hints = typing.get_type_hints(of, include_extras=True)
    required = frozenset(getattr(of, "__required_keys__", ()))
    values = {}
    for name, hint in hints.items():
        if depth == 0 and name in OPTION_NAMES:
            continue
        wanted = name in required or get_origin(hint) is Required
        if wanted or (full and depth < DEEP):
            values[name] = _value(hint, full=full, depth=depth + 1)
    return values


def _value(hint: Any, *, full: bool, depth: int) -> object:  # noqa: PLR0911  # one line a kind of type
    if is_typeddict(hint):
        return _typed_dict(hint, full=full, depth=depth)
    origin = get_origin(hint)
    members = get_args(hint)
    if origin in (Required, NotRequired, typing.Annotated):
        return _value(members[0], full=full, depth=depth)
    if origin is Literal:
        return members[0]
    if origin in (Union, types.UnionType) and bytes in members:
        return ("file.txt", b"content", "text/plain")
    if origin in (Union, types.UnionType):
        # Full arguments take the last kind of value that a keyword allows, minimal ones the first.
        given = [member for member in members if member is not type(None)]
        return _value(given[-1 if full and depth < DEEP else 0], full=full, depth=depth)
    if origin in (dict, collections.abc.Mapping):
        return {"key": _value(members[1], full=full, depth=depth)}
    if origin is not None and members:
        return [_value(members[0], full=full, depth=depth)]
    return SCALARS[hint]
