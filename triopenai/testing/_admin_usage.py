"""Usage and costs: what the sandbox served, in buckets of time.

Whoever asks for it by model gets a line for each. Costs are a cent for a thousand tokens.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from triopenai._operations import admin_usage
from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._complete import complete
from triopenai.testing._kept import operations_of
from triopenai.testing._router import Route
from triopenai.testing._store import listed, read_limit
from triopenai.testing._usage import minutes

if TYPE_CHECKING:
    from triopenai._sansio.operation import Operation
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_WIDTHS = {"1m": 60, "1h": 3600, "1d": 86400}
_SEARCHES = {"file_search_calls": "file_searches", "web_search_calls": "web_searches"}
_LIMITS = {"1m": 60, "1h": 24, "1d": 7}
_COUNTED = (
    "num_model_requests", "num_requests", "images", "characters", "seconds", "num_sessions", "usage_bytes",
    "num_calls", "input_tokens", "output_tokens",
)  # fmt: skip
_TOKENS_A_DOLLAR = 100_000


def _number(call: Call, name: str, default: int | None = None) -> int:
    text = call.request.params.get(name)
    if text is None and default is not None:
        return default
    if text is None:
        raise ApiError.missing(param=name)
    if not text.isdigit():
        message = f"Invalid type for '{name}': expected an integer, but got '{text}' instead."
        raise ApiError(400, message, param=name, code="invalid_type")
    return int(text)


def _line(kind: str, model: str, counts: Counter[str]) -> JsonObject:
    """A line of a bucket; each kind takes of the numbers the ones that it has."""
    cost = (counts["input_tokens"] + counts["output_tokens"]) / _TOKENS_A_DOLLAR
    counted: JsonObject = {name: counts[name] for name in _COUNTED}
    amount: JsonObject = {"value": cost, "currency": "usd"}
    return {"object": _object(kind), "model": model or None, "amount": amount, **counted}


def _lines(call: Call, kind: str, seconds: int) -> dict[int, list[JsonObject]]:
    """The lines of all buckets that have any, by their beginnings."""
    models = listed(call.request, "models")
    apart = "model" in listed(call.request, "group_by")
    found: dict[tuple[int, str], Counter[str]] = {}
    for one in minutes(call.store, None if kind == "costs" else kind):
        if not models or one.model in models:
            key = one.start - one.start % seconds, one.model if apart else ""
            found.setdefault(key, Counter()).update(one.counts)
    lines: dict[int, list[JsonObject]] = {}
    for (start, model), counts in found.items():
        lines.setdefault(start, []).append(_line(kind, model, counts))
    return lines


def _page(operation: Operation[object], call: Call) -> Answer:
    query = call.request.params
    width = query.get("bucket_width", "1d")
    if width not in _WIDTHS:
        message = f"Invalid value: '{width}'. Supported values are: '1m', '1h', '1d'."
        raise ApiError(400, message, param="bucket_width", code="invalid_value")
    seconds = _WIDTHS[width]
    first, end = _number(call, "start_time"), _number(call, "end_time", call.store.now() + 1)
    start = _number(call, "page", first) if "page" in query else first
    start -= start % seconds
    stop = min(start + seconds * read_limit(query, _LIMITS[width]), end)
    lines = _lines(call, operation.path.rpartition("/")[2], seconds)
    buckets: list[JsonObject] = [
        {"object": "bucket", "start_time": at, "end_time": at + seconds, "results": lines.get(at, [])}
        for at in range(start, stop, seconds)
    ]
    page: JsonObject = {"object": "page", "data": buckets, "has_more": stop < end}
    page["next_page"] = str(stop) if stop < end else None
    return JsonAnswer(value=complete(operation.result, page, call.store))


def _object(kind: str) -> str:
    name = _SEARCHES.get(kind, kind)
    return "organization.costs.result" if kind == "costs" else f"organization.usage.{name}.result"


ROUTES = tuple(Route(one.verb, one.path, partial(_page, one)) for one in operations_of(admin_usage))
