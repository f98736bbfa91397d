"""Kept collections that the operation table describes by itself.

The table says which collections there are, what can be done with them, and of what types the answers are. So
a `Kept` says only the rest: the kind of ids, what objects begin with, and what is there from the beginning.
An object is kept as what is known of it, and completed to the type of each answer (see `_complete`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, cast, final

import attrs

from triopenai._sansio.operation import Operation, PageOperation
from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._complete import complete
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page, labels, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from types import ModuleType

    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["Fields", "Kept", "KeptArea", "listing", "operations_of", "read_fields"]

Fields: TypeAlias = "dict[str, JsonValue]"

_PAGING = frozenset({"after", "before", "limit", "order", "page"})
_NOTHING: Mapping[str, JsonValue] = MappingProxyType({})


@final
class _Seeded:
    """Marks a collection that has what is there from the beginning."""


@final
@attrs.frozen(eq=False, kw_only=True)
class Kept:
    """What the operation table does not say of a collection, or of a single object if `path` has no id.

    Attributes:
        path: The path of one object.
        prefix: What its ids begin with.
        noun: What to call it in errors.
        starts: Fields that it begins with.
        begin: Makes further ones of them from the call, given those of the request.
        reads: Turns the fields of a request into those of the object, where the names differ.
        seeds: What is there from the beginning.
        links: Where the objects come from that are members of this collection, by paths of theirs: it is made
            of them, and a request to create one names one.
        order: The order of the list when the query has none.
    """

    path: str
    prefix: str = ""
    noun: str = "object"
    starts: Mapping[str, JsonValue] = _NOTHING
    begin: Callable[[Call, Fields], Mapping[str, JsonValue]] | None = None
    reads: Callable[[Call, Fields], Mapping[str, JsonValue]] | None = None
    seeds: Callable[[Call], Iterable[Fields]] | None = None
    links: tuple[str, ...] = ()
    order: str = "desc"

    @property
    def id_name(self) -> str:
        """The name of the path's last parameter."""
        return self.path.rpartition("/")[2].strip("{}")


def operations_of(*areas: ModuleType) -> Iterator[Operation[object]]:
    """The operations of some modules of the table."""
    for area in areas:
        values: Iterable[object] = vars(area).values()
        yield from (cast("Operation[object]", one) for one in values if isinstance(one, Operation))


def read_fields(call: Call, operation: Operation[object], kind: Kept | None = None) -> Fields:
    """The body of a request, which must have what the operation requires.

    Raises:
        ApiError: Something is missing (400).
    """
    body = Body(json_body(call.request))
    body.require(*(name for name in operation.required if name in operation.body))
    fields: Fields = {name: value for name, value in body.fields.items() if value is not None}
    if kind is not None and kind.reads is not None:
        fields |= kind.reads(call, fields)
    return fields


def listing(
    call: Call, operation: PageOperation[object, object], items: list[JsonObject], order: str
) -> Answer:
    """A page of objects, in the envelope of the operation's kind of page.

    Args:
        call: The request, whose query says which page, and which objects.
        operation: The operation.
        items: All objects, the oldest first.
        order: The order when the query has none.
    """
    query = dict(call.request.params)
    for name in operation.query:
        if name not in _PAGING and name in query:
            items = [one for one in items if name not in one or str(one[name]) == query[name]]
        if tags := labels(query, name):
            items = [one for one in items if tags.items() <= _inner(one, name).items()]
    if operation.page == "token" and "page" in query:
        query["after"] = query["page"]
    page = cursor_page(items, query, order=order, id_of=_cursor)
    shown = cast("list[JsonObject]", page["data"])
    page["data"] = [complete(operation.item, one, call.store) for one in shown]
    if operation.page in ("next_cursor", "token"):
        page["next"] = page["next_page"] = page["last_id"] if page["has_more"] else None
    return JsonAnswer(value=page)


def _inner(item: JsonObject, name: str) -> Mapping[str, JsonValue]:
    inner = item.get(name)
    return inner if isinstance(inner, Mapping) else {}


def _cursor(item: JsonObject) -> str:
    return str(item.get("id", item.get("path")))


@final
class KeptArea:
    """The collections of an area, and the routes that the operation table gives them.

    Args:
        operations: The operations of the area.
        kinds: The collections.
        base: What stands before a path that is one of the kinds but for that.
        changed: Is told of each operation that changed something, with the object.
    """

    def __init__(
        self,
        operations: Iterable[Operation[object]],
        kinds: Iterable[Kept],
        *,
        base: str = "",
        changed: Callable[[Call, Operation[object], Mapping[str, JsonValue]], None] | None = None,
    ) -> None:
        self._operations: dict[tuple[str, str], Operation[object]] = {
            (one.verb, one.path): one for one in operations
        }
        self._base = base
        self._changed = changed
        self.kinds: dict[str, Kept] = {kind.path: kind for kind in kinds}
        self._collections: dict[str, Collection[Entry]] = {}

    def operation(self, verb: str, path: str) -> Operation[object]:
        """A row of the table."""
        return self._operations[verb, path]

    def entries(self, call: Call, path: str) -> dict[str, Entry]:
        """The objects of the collection that the path and the request's ids lead to.

        Raises:
            ApiError: What they belong to does not exist (404).
        """
        kind, collection = self.kinds[path], self._collection(path)
        entries = collection.entries(call)
        scope = collection.root.format_map(call.args)
        seeded = call.store.records(_Seeded)
        if kind.seeds is not None and scope not in seeded:
            seeded[scope] = _Seeded()
            for fields in kind.seeds(call):
                self.add(call, path, fields)
        return entries

    def find(self, call: Call, path: str) -> Entry:
        """The object that the path and the request's ids lead to.

        Raises:
            ApiError: There is none (404).
        """
        self.entries(call, path)
        return self._collection(path).find(call)

    def add(self, call: Call, path: str, fields: Mapping[str, JsonValue]) -> Entry:
        """Keep an object of which so much is known."""
        kind = self.kinds[path]
        given: Fields = {**call.args, "created_at": call.store.now(), **kind.starts, **fields}
        if kind.prefix and "id" not in given:
            given["id"] = call.store.new_id(kind.prefix)
        if kind.begin is not None:
            given |= kind.begin(call, given)
        entry = Entry({**given, **complete(self._type(path), given, call.store)})
        self.entries(call, path)[str(given.get("id", given.get("path")))] = entry
        return entry

    def routes(self) -> Iterator[Route]:
        """What the operation table has for the collections."""
        for path in self.kinds:
            root = path.rpartition("/")[0]
            alone = not path.endswith("}")
            handlers = (
                ("POST", root, self._create),
                ("GET", root, self._list),
                ("GET", path, self._retrieve_one if alone else self._retrieve),
                ("POST", path, self._update_one if alone else self._update),
                ("DELETE", path, self._delete_one if alone else self._delete),
            )
            for verb, template, handler in handlers:
                operation = self._operations.get((verb, template))
                if operation is not None and not (alone and template == root):
                    yield Route(verb, template, partial(handler, path, operation))

    def answer(self, call: Call, operation: Operation[object], fields: Mapping[str, JsonValue]) -> Answer:
        """An object as an operation shows it."""
        if self._changed is not None and operation.verb != "GET":
            self._changed(call, operation, fields)
        return JsonAnswer(value=complete(operation.result, fields, call.store))

    def _collection(self, path: str) -> Collection[Entry]:
        if path not in self._collections:
            kind = self.kinds[path]
            above = path.rpartition("/")[0].rpartition("}")[0] + "}"
            parent = next((one for one in (above, self._base + above) if one in self.kinds), None)
            self._collections[path] = Collection(
                path, kind.noun, Entry, parent=None if parent is None else _Parent(self, parent)
            )
        return self._collections[path]

    def _type(self, path: str) -> str:
        found = self._operations.get(("GET", path))
        if found is None:
            found = self._operations["GET", path.rpartition("/")[0]]
        return found.item if isinstance(found, PageOperation) else found.result

    def _create(self, path: str, operation: Operation[object], call: Call) -> Answer:
        self.entries(call, path)
        kind = self.kinds[path]
        fields = read_fields(call, operation, kind)
        if kind.links:
            fields = self._linked(call, kind, fields)
        return self.answer(call, operation, self.add(call, path, fields).about)

    def _linked(self, call: Call, kind: Kept, fields: Fields) -> Fields:
        """What is known of an object that is made a member."""
        name = next((one for one in (kind.id_name, "email") if one in fields), None)
        if name is None:
            raise ApiError.missing(param=kind.id_name)
        wanted = ("id" if name == kind.id_name else name, fields[name])
        kept = [one for path in kind.links for one in self.entries(call, path).values()]
        found = next((one for one in kept if one.about.get(wanted[0]) == wanted[1]), None)
        if found is None:
            missing = not_found(kind.noun, str(fields[name]))
            raise missing
        if found.about["id"] in self.entries(call, kind.path):
            message = f"This {kind.noun} is a member already: {found.about['id']}"
            raise ApiError(400, message, param=kind.id_name, code="already_exists")
        above = self._collection(kind.path).parent
        known: Fields = {**found.about, **fields, kind.noun: found.about, kind.id_name: found.about["id"]}
        known[f"{kind.noun}_name"] = found.about.get("name")
        if isinstance(above, _Parent):
            known[above.noun] = above.find(call).about
        return known

    def _list(self, path: str, operation: Operation[object], call: Call) -> Answer:
        items = [entry.value() for entry in self.entries(call, path).values()]
        paged = cast("PageOperation[object, object]", operation)
        return listing(call, paged, items, self.kinds[path].order)

    def _retrieve(self, path: str, operation: Operation[object], call: Call) -> Answer:
        return self.answer(call, operation, self.find(call, path).about)

    def _update(self, path: str, operation: Operation[object], call: Call) -> Answer:
        entry = self.find(call, path)
        entry.about |= read_fields(call, operation, self.kinds[path])
        if "updated_at" in entry.about:
            entry.about["updated_at"] = call.store.now()
        return self.answer(call, operation, entry.about)

    def _delete(self, path: str, operation: Operation[object], call: Call) -> Answer:
        entry = self.find(call, path)
        del self.entries(call, path)[call.args[self.kinds[path].id_name]]
        return self.answer(call, operation, {**entry.about, "object": None, "deleted": True})

    def _singles(self, path: str, call: Call) -> tuple[dict[str, Entry], str]:
        parent = self._collection(path).parent
        if parent is not None:
            parent.find(call)
        return call.store.records(Entry, "singles"), path.format_map(call.args)

    def _retrieve_one(self, path: str, operation: Operation[object], call: Call) -> Answer:
        singles, place = self._singles(path, call)
        if place not in singles and ("DELETE", path) in self._operations:
            raise ApiError(404, f"There is no {self.kinds[path].noun}.", code="not_found")
        entry = singles.setdefault(place, Entry(dict(self.kinds[path].starts)))
        return self.answer(call, operation, entry.about)

    def _update_one(self, path: str, operation: Operation[object], call: Call) -> Answer:
        singles, place = self._singles(path, call)
        entry = singles.setdefault(place, Entry(dict(self.kinds[path].starts)))
        entry.about |= read_fields(call, operation, self.kinds[path])
        return self.answer(call, operation, entry.about)

    def _delete_one(self, path: str, operation: Operation[object], call: Call) -> Answer:
        singles, place = self._singles(path, call)
        if singles.pop(place, None) is None:
            raise ApiError(404, f"There is no {self.kinds[path].noun}.", code="not_found")
        return self.answer(call, operation, {"deleted": True})


@final
@attrs.frozen(eq=False)
class _Parent:
    """The collection above another, found when it is needed."""

    _area: KeptArea
    _path: str

    @property
    def noun(self) -> str:
        return self._area.kinds[self._path].noun

    def find(self, call: Call, /) -> Entry:
        return self._area.find(call, self._path)
