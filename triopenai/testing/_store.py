"""The sandbox's memory: ids, the clock, and what is stored, with its pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar, cast, final

import attrs
import trio

from triopenai.testing._answer import ApiError, JsonObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from triopenai.testing._record import ReceivedRequest
    from triopenai.testing._router import Router
    from triopenai.testing._text import Reply

__all__ = ["Call", "Store", "cursor_page", "labels", "listed", "not_found", "position", "read_limit"]

RecordT = TypeVar("RecordT")

EPOCH = 1_750_000_000
_MAX_LIMIT = 10_000


@final
class Store:
    """Everything that handlers share.

    Attributes:
        extra_models: Names of models that exist besides the usual ones.
        reply: Makes the text of an answer.
    """

    __slots__ = ("_counts", "_records", "_start", "extra_models", "reply")

    def __init__(self, reply: Reply, extra_models: Iterable[str] = ()) -> None:
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._records: dict[tuple[type, str], dict[str, object]] = {}
        self._start = trio.current_time()
        self.reply: Reply = reply
        self.extra_models: frozenset[str] = frozenset(extra_models)

    def new_id(self, prefix: str) -> str:
        """The next id of a kind: counted, so that a test can know it."""
        self._counts[prefix] += 1
        return f"{prefix}{self._counts[prefix]:08d}"

    def now(self) -> int:
        """The time in Unix seconds: it starts at a fixed date and follows Trio's clock."""
        return self.unix(trio.current_time())

    def unix(self, moment: float) -> int:
        """A time of Trio's clock in Unix seconds."""
        return EPOCH + int(moment - self._start)

    def records(self, kind: type[RecordT], of: str = "") -> dict[str, RecordT]:
        """The stored records of a class by id, the oldest first: all of them, or those of one collection."""
        return cast("dict[str, RecordT]", self._records.setdefault((kind, of), {}))


@final
@attrs.frozen(eq=False)
class Call:
    """One request on its way through a handler.

    Attributes:
        request: As it was received.
        args: The path parameters.
        store: What the sandbox remembers.
        router: The way to the other handlers.
    """

    request: ReceivedRequest
    args: dict[str, str]
    store: Store
    router: Router


def not_found(kind: str, id_: str) -> ApiError:
    """The error for an object that does not exist."""
    return ApiError(404, f"No such {kind}: {id_}", param="id", code="not_found")


def labels(query: Mapping[str, str], name: str) -> dict[str, str]:
    """What a query says of the inside of an object, as by ``metadata[use]=test``."""
    start = f"{name}["
    return {
        key[len(start) : -1]: value
        for key, value in query.items()
        if key.startswith(start) and not key.endswith("[]")
    }


def listed(request: ReceivedRequest, name: str) -> list[str]:
    """The values that a query gives to one name, as ``name`` or as ``name[]``."""
    return [value for given, value in request.query if given in (name, f"{name}[]")]


def read_limit(query: dict[str, str], default: int) -> int:
    """The length of a page.

    Raises:
        ApiError: The query asks for one that cannot be (400).
    """
    text = query.get("limit", str(default))
    if not text.isdigit() or not 1 <= int(text) <= _MAX_LIMIT:
        message = f"Invalid 'limit': expected an integer between 1 and {_MAX_LIMIT}, but got '{text}'."
        raise ApiError(400, message, param="limit", code="invalid_value")
    return int(text)


def _by_id(item: JsonObject) -> str:
    return str(item["id"])


def cursor_page(
    items: Sequence[JsonObject],
    query: dict[str, str],
    *,
    order: str = "desc",
    default_limit: int = 20,
    id_of: Callable[[JsonObject], str] = _by_id,
) -> JsonObject:
    """One page of a list, by `after`, `before`, `limit` and `order`.

    Args:
        items: All of them, the oldest first.
        query: The request's query.
        order: The order when the query has none.
        default_limit: The length of a page when the query has none.
        id_of: The cursor of an item.
    """
    limit = read_limit(query, default_limit)
    ordered = list(items) if query.get("order", order) == "asc" else list(reversed(items))
    ids = [id_of(item) for item in ordered]
    start, stop = 0, len(ordered)
    if "after" in query:
        start = position(ids, query["after"], "after") + 1
    if "before" in query:
        stop = position(ids, query["before"], "before")
    page = ordered[start:stop]
    more = len(page) > limit
    page = page[-limit:] if "before" in query and "after" not in query else page[:limit]
    return {
        "object": "list",
        "data": page,
        "first_id": id_of(page[0]) if page else "",
        "last_id": id_of(page[-1]) if page else "",
        "has_more": more,
    }


def position(ids: list[str], wanted: str, name: str) -> int:
    """Where a cursor stands in a list.

    Raises:
        ApiError: It does not (400).
    """
    try:
        return ids.index(wanted)
    except ValueError:
        message = f"Invalid '{name}': there is no object with id '{wanted}' in this list."
        raise ApiError(400, message, param=name, code="invalid_value") from None
