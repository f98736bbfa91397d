"""Kept collections: what nearly every area does with its objects, said once.

An area declares a `Collection` and gets the routes that create, list, retrieve, update and delete. What it
does beyond that (cancel, content) it adds as routes of its own, which start with `Collection.find`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast, final

import attrs
import trio

from triopenai.testing._answer import Answer, JsonAnswer, JsonObject
from triopenai.testing._progress import hinted
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page, labels, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triopenai.testing._answer import ApiError
    from triopenai.testing._store import Call, Store

__all__ = ["Collection", "Entry", "EntryT", "replacing"]


@attrs.define(eq=False)
class Entry:
    """An object that is kept. One that moves with the clock overrides `pending` and `value`.

    Attributes:
        about: What does not change by itself.
        since: When it was made, by Trio's clock.
    """

    about: JsonObject
    since: float = attrs.field(factory=trio.current_time, kw_only=True)

    @property
    def age(self) -> float:
        """How many seconds ago it was made."""
        return trio.current_time() - self.since

    @property
    def pending(self) -> bool:
        """Whether somebody may be waiting for it."""
        return False

    def value(self) -> JsonObject:
        """The object as the API shows it now."""
        return self.about


EntryT = TypeVar("EntryT", bound=Entry)


def replacing(*names: str, required: tuple[str, ...] = ()) -> Callable[[Entry, Body], None]:
    """An update that sets the fields of these names, where they are given."""

    def change(entry: Entry, body: Body) -> None:
        body.require(*required)
        for name in names:
            if name in body.fields:
                entry.about[name] = body.raw(name)

    return change


class _Parent(Protocol):
    def find(self, call: Call, /) -> Entry: ...


@final
@attrs.frozen(eq=False)
class Collection(Generic[EntryT]):
    """The objects of one kind, all of them or those that belong to one parent.

    Attributes:
        path: The path of one object; its last segment is the object's id. The collection is at what precedes.
        noun: What to call an object in errors.
        entry: The class of its entries.
        parent: The collection whose objects these belong to. Without its parent an object is gone.
        key: The field with what stands for an object in its path.
        make: Makes an object from a request, or None where the API does not.
        change: Updates an object by the body of a request, or None where the API does not.
        deleted: What the answer to a deletion is, or empty where the API does not delete.
        deleted_key: What the id is called there.
        missing: Makes the error for an id that is unknown, or None for the usual one.
        filters: Names in the query that an object's field of that name must equal.
        listed: Whether the API lists them.
        shown: Whether the API shows a single one.
        order: The order of the list when the query has none.
        limit: The length of a page when the query has none.
    """

    path: str
    noun: str
    entry: type[EntryT]
    parent: _Parent | None = None
    key: str = "id"
    make: Callable[[Call], EntryT] | None = None
    change: Callable[[EntryT, Body], None] | None = None
    deleted: str = ""
    deleted_key: str = "id"
    missing: Callable[[str], ApiError] | None = None
    filters: tuple[str, ...] = ()
    listed: bool = True
    shown: bool = True
    order: str = "desc"
    limit: int = 20

    @property
    def root(self) -> str:
        """The path of the collection itself."""
        return self.path.rpartition("/")[0]

    def of(self, store: Store, **ids: str) -> dict[str, EntryT]:
        """The objects below others of these ids, the oldest first; those are not looked for."""
        return store.records(self.entry, self.root.format_map(ids))

    def entries(self, call: Call) -> dict[str, EntryT]:
        """The objects that a request's path leads to by id, the oldest first.

        Raises:
            ApiError: Their parent does not exist (404).
        """
        if self.parent is not None:
            self.parent.find(call)
        return self.of(call.store, **call.args)

    def add(self, call: Call, entry: EntryT) -> EntryT:
        """Keep an object."""
        self.entries(call)[str(entry.about[self.key])] = entry
        return entry

    def find(self, call: Call) -> EntryT:
        """The object that a request's path names.

        Raises:
            ApiError: It does not exist, or its parent does not (404).
        """
        id_ = call.args[self.path.rpartition("/")[2][1:-1]]
        found = self.entries(call).get(id_)
        if found is None:
            raise not_found(self.noun, id_) if self.missing is None else self.missing(id_)
        return found

    def routes(self) -> Iterator[Route]:
        """What the API does with such objects."""
        if self.make is not None:
            yield Route("POST", self.root, partial(self._create, self.make))
        if self.listed:
            yield Route("GET", self.root, self.page)
        if self.shown:
            yield Route("GET", self.path, self._retrieve)
        if self.change is not None:
            yield Route("POST", self.path, partial(self._update, self.change))
        if self.deleted:
            yield Route("DELETE", self.path, self._delete)

    def _create(self, make: Callable[[Call], EntryT], call: Call) -> Answer:
        self.entries(call)
        entry = self.add(call, make(call))
        return hinted(entry.value(), pending=entry.pending)

    def page(self, call: Call, keep: Callable[[EntryT], bool] = lambda _: True) -> Answer:
        """A page of the objects that the request's query asks for.

        Args:
            call: The request. Of `metadata[name]` in its query an object must have it all.
            keep: Whether an object is among them, beyond the query's filters.
        """
        query = call.request.params
        wanted = {name: query[name] for name in self.filters if name in query}.items()
        tags = labels(query, "metadata").items()
        values = [entry.value() for entry in self.entries(call).values() if keep(entry)]
        items = [
            value
            for value in values
            if wanted <= value.items() and tags <= cast("JsonObject", value.get("metadata") or {}).items()
        ]
        page = cursor_page(items, query, order=self.order, default_limit=self.limit)
        return JsonAnswer(value=page)

    def _retrieve(self, call: Call) -> Answer:
        entry = self.find(call)
        return hinted(entry.value(), pending=entry.pending)

    def _update(self, change: Callable[[EntryT, Body], None], call: Call) -> Answer:
        entry = self.find(call)
        change(entry, Body(json_body(call.request)))
        return JsonAnswer(value=entry.value())

    def _delete(self, call: Call) -> Answer:
        about = self.find(call).about
        del self.entries(call)[str(about[self.key])]
        return JsonAnswer(value={self.deleted_key: about["id"], "object": self.deleted, "deleted": True})
