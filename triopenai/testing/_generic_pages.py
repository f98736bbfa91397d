"""Pages of made-up items: five to a list, two to a page, under cursors that work."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from triopenai.testing._instances import resolve
from triopenai.testing._store import position, read_limit

if TYPE_CHECKING:
    from triopenai._sansio.operation import PageOperation
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._instances import Instances
    from triopenai.testing._store import Call

__all__ = ["generic_page"]

_ITEMS = 5
_PAGE = 2
_PERMISSIONS = "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions"
#: Lists whose envelope is not the usual one.
_ENVELOPES: dict[str, JsonObject] = {
    "/organization/certificates/activate": {"object": "organization.certificate.activation"},
    "/organization/certificates/deactivate": {"object": "organization.certificate.deactivation"},
    "/organization/projects/{project_id}/certificates/activate": {
        "object": "organization.project.certificate.activation"
    },
    "/organization/projects/{project_id}/certificates/deactivate": {
        "object": "organization.project.certificate.deactivation"
    },
    _PERMISSIONS: {"object": "list", "has_more": False},
    "/vector_stores/{vector_store_id}/search": {
        "object": "vector_store.search_results.page",
        "search_query": ["sandbox"],
        "has_more": False,
        "next_page": None,
    },
    "/vector_stores/{vector_store_id}/files/{file_id}/content": {
        "object": "vector_store.file_content.page",
        "has_more": False,
        "next_page": None,
    },
}


def _items(operation: PageOperation[object, object], instances: Instances) -> list[JsonObject]:
    made: list[JsonObject] = []
    for number in range(1, _ITEMS + 1):
        item = cast("JsonObject", instances.build(resolve(operation.item)))
        if "id" in item:
            item["id"] = f"{str(item['id']).rpartition('_')[0] or 'item'}_{number:08d}"
        made.append(item)
    return made


def generic_page(operation: PageOperation[object, object], call: Call, instances: Instances) -> JsonValue:
    """One page of the list that an operation gives.

    Args:
        operation: The operation.
        call: The request, whose query says which page.
        instances: Makes the items.
    """
    items = _items(operation, instances)
    if operation.page == "page":
        usual: JsonObject = {"object": "list"}
        return {**usual, **_ENVELOPES.get(operation.path, {}), "data": items[:_PAGE]}
    query = call.request.params
    cursors = [str(item.get("id", f"cursor_{number}")) for number, item in enumerate(items, 1)]
    if query.get("order") == "desc":
        items.reverse()
        cursors.reverse()
    name = "page" if operation.page == "token" else "after"
    start = position(cursors, query[name], name) + 1 if name in query else 0
    stop = min(start + read_limit(query, _PAGE), _ITEMS)
    page = items[start:stop]
    more = stop < _ITEMS
    envelope: JsonObject = {"object": "list", "data": page, "has_more": more}
    if operation.page in ("next_cursor", "token"):
        envelope["next"] = cursors[stop - 1] if more else None
    else:
        envelope["first_id"] = cursors[start] if page else ""
        envelope["last_id"] = cursors[stop - 1] if page else ""
    return envelope
