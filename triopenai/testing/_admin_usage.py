"""Usage and costs: one line in each bucket of time, always the same for the same time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from triopenai._operations import admin_usage
from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._complete import complete
from triopenai.testing._kept import operations_of
from triopenai.testing._router import Route
from triopenai.testing._store import read_limit
from triopenai.testing._text import digest

if TYPE_CHECKING:
    from triopenai._sansio.operation import Operation
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_WIDTHS = {"1m": 60, "1h": 3600, "1d": 86400}
_SEARCHES = {"file_search_calls": "file_searches", "web_search_calls": "web_searches"}
_LIMITS = {"1m": 60, "1h": 24, "1d": 7}


def _number(call: Call, name: str, default: int | None = None) -> int:
    text = call.request.params.get(name)
    if text is None and default is not None:
        return default
    if text is None:
        message = f"Missing required parameter: '{name}'."
        raise ApiError(400, message, param=name, code="missing_required_parameter")
    if not text.isdigit():
        message = f"Invalid type for '{name}': expected an integer, but got '{text}' instead."
        raise ApiError(400, message, param=name, code="invalid_type")
    return int(text)


def _line(kind: str, start: int) -> JsonObject:
    """A line of a bucket; each kind takes of these numbers the ones that it has."""
    count = digest(kind, start) % 1000
    names = ("num_model_requests", "num_requests", "images", "characters", "seconds", "num_sessions")
    more = ("usage_bytes", "num_calls", "input_tokens", "output_tokens")
    counted: JsonObject = dict.fromkeys((*names, *more), count)
    return {"object": kind, "amount": {"value": count / 100, "currency": "usd"}, **counted}


def _page(operation: Operation[object], call: Call) -> Answer:
    query = call.request.params
    width = query.get("bucket_width", "1d")
    if width not in _WIDTHS:
        message = f"Invalid value: '{width}'. Supported values are: '1m', '1h', '1d'."
        raise ApiError(400, message, param="bucket_width", code="invalid_value")
    seconds = _WIDTHS[width]
    first, end = _number(call, "start_time"), _number(call, "end_time", call.store.now())
    kind = _kind(operation)
    start = _number(call, "page", first) if "page" in query else first
    start -= start % seconds
    stop = min(start + seconds * read_limit(query, _LIMITS[width]), end)
    buckets: list[JsonObject] = [
        {"object": "bucket", "start_time": at, "end_time": at + seconds, "results": [_line(kind, at)]}
        for at in range(start, stop, seconds)
    ]
    page: JsonObject = {"object": "page", "data": buckets, "has_more": stop < end}
    page["next_page"] = str(stop) if stop < end else None
    return JsonAnswer(value=complete(operation.result, page, call.store))


def _kind(operation: Operation[object]) -> str:
    name = operation.path.rpartition("/")[2]
    name = _SEARCHES.get(name, name)
    return "organization.costs.result" if name == "costs" else f"organization.usage.{name}.result"


ROUTES = tuple(Route(one.verb, one.path, partial(_page, one)) for one in operations_of(admin_usage))
