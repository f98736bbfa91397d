"""The keywords of a call, checked against its operation before anything is sent."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NoReturn, final

import attrs

from triopenai._base.absent import omit
from triopenai._base.options import OPTION_NAMES
from triopenai._sansio.address import quote_path_value
from triopenai._sansio.plain import is_absent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._sansio.operation import Operation

__all__ = ["Plan", "check_keywords", "check_names", "fill_path", "plan_of"]

_PARAMETER: Final = re.compile(r"\{(\w+)\}")
_FEW: Final = 12


@final
@attrs.frozen(eq=False)
class Plan:
    """What building a request of one operation needs, worked out once.

    Attributes:
        path: The literal pieces of the path; a path parameter stands between each two.
        path_params: The names of the path parameters, in that order.
        body: Keyword to field name.
        query: Keyword to parameter name.
        headers: Keyword to header name, without the idempotency key, which belongs to attempts.
        valid: All keywords that the method takes.
        required: Those that must be given.
    """

    path: tuple[str, ...]
    path_params: tuple[str, ...]
    body: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    valid: frozenset[str]
    required: frozenset[str]


@lru_cache(maxsize=1024)
def plan_of(operation: Operation[object]) -> Plan:
    """The plan of an operation."""
    pieces = _PARAMETER.split(operation.path)
    wire = operation.wire
    by_keyword = frozenset(operation.path_params[:-1])
    keywords = {*operation.body, *operation.query, *operation.headers, *by_keyword}
    return Plan(
        path=tuple(pieces[0::2]),
        path_params=tuple(pieces[1::2]),
        body={name: wire.get(name, name) for name in operation.body},
        query={name: wire.get(name, name) for name in operation.query},
        headers={
            keyword: name for keyword, name in operation.headers.items() if keyword != "idempotency_key"
        },
        valid=frozenset(keywords) | OPTION_NAMES,
        required=frozenset(operation.required) | by_keyword,
    )


def check_keywords(operation: Operation[object], plan: Plan, params: Mapping[str, object]) -> None:
    """Refuse keywords that the method does not take, and missing ones.

    Raises:
        TypeError: The message names the method, the keyword and the nearest that there are.
    """
    if not params.keys() <= plan.valid:
        where = f", see {operation.reference}" if operation.reference else ""
        hint = f"; what is not a parameter of the API goes into extra_body{where}"
        _refuse_unknown(operation.name, params, plan.valid, hint)
    for name in plan.required:
        if is_absent(params.get(name, omit)):
            _refuse_missing(
                operation.name, params, plan.valid, (*operation.path_params[:-1], *operation.required)
            )


def check_names(
    name: str, params: Mapping[str, object], *, valid: frozenset[str], required: tuple[str, ...]
) -> None:
    """As `check_keywords`, for a method that is no call.

    Args:
        name: The method, for messages.
        params: The keywords that it was given.
        valid: All that it takes.
        required: Those that must be given, in order.

    Raises:
        TypeError: As above.
    """
    if not params.keys() <= valid:
        _refuse_unknown(name, params, valid, "; see what it takes in the documentation")
    if any(is_absent(params.get(key, omit)) for key in required):
        _refuse_missing(name, params, valid, required)


def fill_path(
    operation: Operation[object], plan: Plan, params: Mapping[str, object], path_arg: str | None
) -> str:
    """The path of the call, with its parameters escaped."""
    pieces = plan.path
    if len(pieces) == 1:
        return pieces[0]
    names = plan.path_params
    last = operation.path_params[-1]
    path = pieces[0]
    for index, name in enumerate(names):
        value = path_arg if name == last else params[name]
        path += quote_path_value(operation.name, name, value) + pieces[index + 1]
    return path


def _refuse_unknown(method: str, params: Mapping[str, object], valid: frozenset[str], hint: str) -> NoReturn:
    import difflib  # noqa: PLC0415  # needed only to explain a mistake

    told: list[str] = []
    for name in params:
        if name in valid:
            continue
        near = difflib.get_close_matches(name, sorted(valid), n=3, cutoff=0.6)
        told.append(f"{name!r}{f' (nearest: {_listed(near)})' if near else ''}")
    own = sorted(valid - OPTION_NAMES)
    if not own:
        hint = "; it takes none of its own"
    elif len(own) <= _FEW:
        hint = f"; it takes {_listed(own)}"
    msg = f"{method}() has no keyword {', '.join(told)}{hint}"
    raise TypeError(msg)


def _refuse_missing(
    method: str, params: Mapping[str, object], valid: frozenset[str], required: tuple[str, ...]
) -> NoReturn:
    missing = [name for name in required if is_absent(params.get(name, omit))]
    plural = "s" if len(missing) > 1 else ""
    given = sorted(name for name in params if name not in OPTION_NAMES and name in valid)
    msg = (
        f"{method}() needs the keyword{plural} {_listed(missing)}"
        f"; given {'was' if len(given) == 1 else 'were'} {_listed(given) if given else 'none'}"
    )
    raise TypeError(msg)


def _listed(names: list[str]) -> str:
    return ", ".join(repr(name) for name in names)
