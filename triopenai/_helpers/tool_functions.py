"""Functions as tools: what a model is told of one, and how its arguments are read.

The parameters become a TypedDict, which has room for any name, and whose strict schema is sent. Strict mode
demands a value for every parameter, so one with a default may also be null, which stands for the default.
"""

from __future__ import annotations

import functools
import inspect
import json
import types
import typing
from enum import Enum
from typing import (
    Annotated,
    Generic,
    NoReturn,
    ParamSpec,
    TypeVar,
    cast,
    final,
    get_args,
    get_origin,
    overload,
)

import attrs
import pydantic
import typing_extensions
from pydantic.fields import FieldInfo

from triopenai._base.config import check_seconds
from triopenai._flow.checks import check_function
from triopenai._helpers.docstrings import read_docstring
from triopenai._helpers.formats import Format, readable

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Container

__all__ = ["Signature", "Tool", "is_async", "read_signature", "tool"]

P = ParamSpec("P")
R = TypeVar("R")


@final
@attrs.frozen
class Tool(Generic[P, R]):
    """A function, or a type, with what a model is told of it and how it is run. Made by `tool`.

    Calling it calls the function.

    Attributes:
        fn: The function or the type.
        name: What the model calls it; None for the function's own name.
        description: What the model is told; None for the first sentence of the docstring.
        timeout: Seconds that a call may take; None for what the run allows.
        abandon_on_cancel: Whether the thread of a sync function is left to itself when its call is cancelled.
    """

    fn: Callable[P, R]
    name: str | None = None
    description: str | None = None
    timeout: float | None = None
    abandon_on_cancel: bool = False

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function."""
        return self.fn(*args, **kwargs)


@overload
def tool(
    fn: Callable[P, R],
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    timeout: float | None = None,
    abandon_on_cancel: bool = False,
) -> Tool[P, R]: ...
@overload
def tool(
    *,
    name: str | None = None,
    description: str | None = None,
    timeout: float | None = None,
    abandon_on_cancel: bool = False,
) -> Callable[[Callable[P, R]], Tool[P, R]]: ...
def tool(
    fn: Callable[P, R] | None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    timeout: float | None = None,  # of each call, later
    abandon_on_cancel: bool = False,
) -> Tool[P, R] | Callable[[Callable[P, R]], Tool[P, R]]:
    """Say more of a function that models may call; also a decorator, with or without arguments.

    A function needs none of this to be a tool of ``run_tools``: its name, its docstring and its annotations
    are enough.

    ::

        @tool(timeout=5)
        async def get_weather(city: str) -> str:
            ...

    Args:
        fn: An async or sync function, or a type whose instances are called.
        name: What the model calls it. Default: the function's name.
        description: What the model is told of it. Default: the first sentence of the docstring.
        timeout: Seconds that one call may take, in the place of the run's `tool_timeout`.
        abandon_on_cancel: What becomes of the thread of a sync function when its call is cancelled or out of
            time: the call waits for it, or leaves it to itself, where what it then returns or raises is lost.

    Raises:
        TypeError: `fn` cannot be called, or `timeout` is no number.
        ValueError: `timeout` is not greater than 0.
    """
    check_seconds("tool(timeout=)", timeout)
    if fn is None:

        def decorate(fn: Callable[P, R]) -> Tool[P, R]:
            check_function(fn, "tool")
            return Tool(fn, name, description, timeout, abandon_on_cancel)

        return decorate
    check_function(fn, "tool")
    return Tool(fn, name, description, timeout, abandon_on_cancel)


@final
@attrs.frozen
class Signature:
    """How a model calls a function.

    Attributes:
        format: Reads the arguments.
        summary: What the docstring says of the function.
        defaulted: The parameters for which null stands for their default.
    """

    format: Format[dict[str, object]]
    summary: str | None
    defaulted: frozenset[str]

    def keywords(self, arguments: str) -> dict[str, object]:
        """The keywords of a call.

        Raises:
            pydantic.ValidationError: The arguments do not fit, or are no JSON.
        """
        found = self.format.read(arguments)
        return {
            name: value for name, value in found.items() if not (value is None and name in self.defaulted)
        }


def is_async(fn: object) -> bool:
    """Whether calling a function gives something to await, as far as it can be told beforehand."""
    fn = _whole(fn)
    return inspect.iscoroutinefunction(fn) or inspect.iscoroutinefunction(getattr(fn, "__call__", None))  # noqa: B004  # it is used


def read_signature(fn: Callable[..., object], name: str) -> Signature:
    """Read how a function is called.

    Raises:
        TypeError: A parameter cannot be given by a model: it has no annotation, no name, or a type that JSON
            cannot hold.
        ValueError: A parameter's type has no strict schema.
    """
    whole = _whole(fn)
    code = (
        whole if hasattr(whole, "__annotations__") and not isinstance(whole, type) else type(whole).__call__
    )
    if any(check(code) for check in (inspect.isasyncgenfunction, inspect.isgeneratorfunction)):
        _refuse(name, "is a generator: return the whole result instead")
    told = read_docstring(inspect.getdoc(code))
    hints = _hints(code, name)
    fields: dict[str, object] = {}
    defaulted: set[str] = set()
    for parameter in _parameters(fn, name):
        if parameter.name not in hints:
            _refuse(name, f"has no annotation on the parameter {parameter.name!r}, so its type is not known")
        kind = hints[parameter.name]
        said = _description(kind, told.parameters.get(parameter.name), parameter)
        if parameter.default is not parameter.empty and not _takes_none(kind):
            kind = cast("object", typing.Optional[kind])  # noqa: UP045  # known at run time only
            defaulted.add(parameter.name)
        kind = readable(kind)
        fields[parameter.name] = Annotated[kind, pydantic.Field(description=said)] if said else kind
    make = cast("Callable[[str, dict[str, object]], type[dict[str, object]]]", typing_extensions.TypedDict)
    arguments = make(name, fields)
    arguments.__pydantic_config__ = pydantic.ConfigDict(extra="forbid")  # type: ignore[attr-defined]  # what pydantic reads  # pyright: ignore[reportAttributeAccessIssue]
    return Signature(Format(arguments, "tools"), told.summary, frozenset(defaulted))


def _whole(fn: object) -> object:
    while isinstance(fn, functools.partial):
        fn = cast("functools.partial[object]", fn).func
    return fn


def _parameters(fn: Callable[..., object], name: str) -> list[inspect.Parameter]:
    """The parameters that a model gives: not those that a partial has given already."""
    bound = _bound(fn)
    try:
        found = inspect.signature(fn).parameters.values()
    except ValueError:
        _refuse(name, "has no signature to read: wrap it in a function with annotations")
    left = [parameter for parameter in found if parameter.name not in bound]
    for parameter in left:
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            _refuse(name, f"takes {parameter}: a model can give named parameters only")
        if parameter.kind is parameter.POSITIONAL_ONLY:
            _refuse(name, f"has the positional-only parameter {parameter.name!r}: a model gives names")
    return left


def _bound(fn: object) -> Container[str]:
    return cast("functools.partial[object]", fn).keywords if isinstance(fn, functools.partial) else ()


def _hints(code: object, name: str) -> dict[str, object]:
    """The types of the parameters; what is returned may be known to type checkers alone."""
    annotations = dict(cast("dict[str, object]", getattr(code, "__annotations__", {})))
    annotations.pop("return", None)
    holder = types.SimpleNamespace(__annotations__=annotations)
    names = getattr(inspect.unwrap(cast("Callable[..., object]", code)), "__globals__", {})
    try:
        return typing_extensions.get_type_hints(holder, globalns=names, include_extras=True)
    except (NameError, TypeError) as error:
        _refuse(name, f"has an annotation that cannot be read at run time: {error}", error)


def _takes_none(kind: object) -> bool:
    if get_origin(kind) is Annotated:
        return _takes_none(get_args(kind)[0])
    parts = get_args(kind) if get_origin(kind) in (typing.Union, types.UnionType) else (kind,)
    return any(part in (None, type(None), typing.Any) for part in parts)


def _description(kind: object, said: str | None, parameter: inspect.Parameter) -> str | None:
    """What is said of a parameter; what `Field` says in its annotation goes first."""
    marks: tuple[object, ...] = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    for mark in marks:
        if isinstance(mark, FieldInfo) and mark.description:
            said = mark.description
    default: object = parameter.default.value if isinstance(parameter.default, Enum) else parameter.default
    if isinstance(default, (str, int, float)):
        said = f"{said or ''} Default: {json.dumps(default, ensure_ascii=False)}.".strip()
    return said


def _refuse(name: str, why: str, cause: Exception | None = None) -> NoReturn:
    msg = f"the function {name} cannot be a tool: it {why}"
    raise TypeError(msg) from cause
