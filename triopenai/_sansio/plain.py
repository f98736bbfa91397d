"""Arguments to JSON: from what users pass to bytes.

Users pass mappings, lists, models that the API gave them before, enums, generators. All of it becomes plain
JSON values first; a tree that is plain already, as nearly all are, is only looked through and not copied.
Whatever has no place in JSON is refused with the path to it, ``messages[0].content``.
"""

from __future__ import annotations

import io
import math
from collections.abc import AsyncIterable, Awaitable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Final, TypeGuard, cast, final

from pydantic_core import to_json

from triopenai._base.absent import NotGiven, Omit

__all__ = ["encode_json", "is_absent", "is_listable", "model_fields", "plain", "refuse_awaitable"]

_SCALARS: Final = frozenset({str, int, bool, type(None)})
_ABSENT: Final = frozenset({Omit, NotGiven})
_LONG: Final = 16
_NO_LISTS: Final = (bytes, bytearray, memoryview, io.IOBase)


@final
class Refused(Exception):  # noqa: N818  # never leaves this module
    """A value that cannot be sent, and the way to it from the outside in (kept inside out)."""

    def __init__(self, kind: type[TypeError | ValueError], what: str) -> None:
        super().__init__(what)
        self.kind = kind
        self.what = what
        self.steps: list[str | int] = []

    def as_error(self, method: str) -> TypeError | ValueError:
        """The error that the user sees."""
        path = ""
        for step in reversed(self.steps):
            if isinstance(step, int):
                path += f"[{step}]"
            else:
                path += f".{step}" if path else step
        return self.kind(f"{method}(): {path or 'the body'} {self.what}")


def is_absent(value: object) -> bool:
    """Whether a value stands for an argument that was not given."""
    return type(value) in _ABSENT


def encode_json(value: object, method: str) -> bytes:
    """The JSON of a request's body.

    Args:
        value: The body: a mapping as a rule, with values of any kind that `plain` knows.
        method: The name of the call, for messages.

    Raises:
        TypeError: A value of a type that JSON has no place for; the message has its path.
        ValueError: NaN, infinity, text with half a surrogate pair, or a tree without end.
    """
    try:
        tree = plain(value)
    except Refused as refused:
        raise refused.as_error(method) from None
    except RecursionError:
        msg = f"{method}(): the arguments hold themselves, or are nested too deep"
        raise ValueError(msg) from None
    try:
        return to_json(tree)
    except ValueError as error:
        found = _find_surrogate(tree)
        if found is not None:
            raise found.as_error(method) from None
        msg = f"{method}(): the arguments cannot be sent as JSON: {error}"
        raise ValueError(msg) from None


def plain(value: object) -> object:
    """`value` made of JSON's own types only; the same object if it is so already.

    Raises:
        Refused: It holds something that JSON has no place for.
    """
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is dict:
        return _plain_dict(cast("dict[object, object]", value))
    if kind is list:
        return _plain_list(cast("list[object]", value))
    if kind is float:
        if math.isfinite(cast("float", value)):
            return value
        raise Refused(ValueError, f"is {value!r}, which JSON does not have")
    return _converted(value)


def _plain_dict(value: dict[object, object]) -> dict[object, object]:
    copy: dict[object, object] | None = None
    for key, item in value.items():
        kind = type(item)
        if type(key) is not str or kind in _ABSENT:
            return _plain_mapping(value)
        if kind in _SCALARS:
            continue
        try:
            new = plain(item)
        except Refused as refused:
            refused.steps.append(key)
            raise
        if new is not item:
            if copy is None:
                copy = dict(value)
            copy[key] = new
    return value if copy is None else copy


def _plain_mapping(value: Mapping[object, object]) -> dict[object, object]:
    """The slow way: other keys than strings, values that are left out, mappings that are no dict."""
    result: dict[object, object] = {}
    for key, item in value.items():
        if type(item) in _ABSENT:
            continue
        if isinstance(key, bool) or not isinstance(key, (str, int)):
            raise Refused(TypeError, f"has a key that is no string: {key!r}")
        try:
            result[str(key.value if isinstance(key, Enum) else key)] = plain(item)
        except Refused as refused:
            refused.steps.append(str(key))
            raise
    return result


def _plain_list(value: list[object]) -> list[object]:
    if len(value) > _LONG and _SCALARS.issuperset(map(type, value)):
        return value
    copy: list[object] | None = None
    for index, item in enumerate(value):
        if type(item) in _SCALARS:
            continue
        try:
            new = plain(item)
        except Refused as refused:
            refused.steps.append(index)
            raise
        if new is not item:
            if copy is None:
                copy = list(value)
            copy[index] = new
    return value if copy is None else copy


def _converted(value: object) -> object:  # noqa: PLR0911  # one return for each kind of value
    """A value of another type as a plain one."""
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return plain(float(value))
    try:
        fields = model_fields(value)
    except ValueError as error:
        raise Refused(ValueError, f"cannot be sent as JSON: {error}") from None
    if fields is not None:
        return plain(fields)
    if isinstance(value, Mapping):
        return _plain_mapping(cast("Mapping[object, object]", value))
    if isinstance(value, date):
        return value.isoformat()
    if is_listable(value):
        return _plain_list(list(value))
    number = getattr(type(value), "__index__", None)
    if number is not None:
        return int(number(value))
    raise Refused(TypeError, _why_not(value))


def is_listable(value: object) -> TypeGuard[Iterable[object]]:
    """Whether a value is iterable in the sense of a list: not bytes, and not an open file."""
    return isinstance(value, Iterable) and not isinstance(value, _NO_LISTS)


def model_fields(value: object) -> dict[str, object] | None:
    """What a pydantic model sends: the fields that were set, under the API's names; None for other values."""
    dump = getattr(value, "model_dump", None)
    if dump is None or isinstance(value, type) or not hasattr(value, "__pydantic_serializer__"):
        return None
    return cast("dict[str, object]", dump(mode="json", by_alias=True, exclude_unset=True, warnings=False))


def refuse_awaitable(value: object, method: str, keyword: str) -> None:
    """Tell of a forgotten `await`.

    Raises:
        TypeError: `value` is something to be awaited.
    """
    if _is_awaitable(value):
        msg = f"{method}(): {keyword} {_why_not(value)}"
        raise TypeError(msg)


def _is_awaitable(value: object) -> bool:
    return isinstance(value, Awaitable)


def _why_not(value: object) -> str:
    name = type(value).__qualname__
    if _is_awaitable(value):
        named = getattr(value, "__qualname__", None)
        return f"is a {name}{f' of {named}()' if named else ''}: was `await` forgotten?"
    if isinstance(value, AsyncIterable):
        return f"is an async iterable ({name}): collect its items into a list first"
    if isinstance(value, (bytes, bytearray, memoryview)):
        return f"is {name}, which JSON does not have: decode it, or encode it as base64 text"
    if type(value) in _ABSENT:
        return f"is {value!r}, which stands only for whole arguments and fields"
    if isinstance(value, type):
        return f"is the class {value.__qualname__}, not a value"
    return f"is of the type {name}, which JSON has no place for"


def _find_surrogate(value: object) -> Refused | None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            return Refused(ValueError, f"has half a surrogate pair at {error.start}, which is no character")
        return None
    items: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
    elif isinstance(value, list):
        items = enumerate(cast("list[object]", value))
    for step, item in items:
        refused = _find_surrogate(item) or (_find_surrogate(step) if isinstance(step, str) else None)
        if refused is not None:
            refused.steps.append(step)
            return refused
    return None
