"""How the next page of a list is asked for: decided from the page that came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._sansio.operation import PageKind

__all__ = ["next_query"]


_PARAMETER: Final[Mapping[PageKind, str]] = {
    "cursor": "after",
    "conversation_cursor": "after",
    "next_cursor": "after",
    "token": "page",
}


def next_query(
    kind: PageKind, envelope: Mapping[str, object], last_item_id: str | None
) -> dict[str, str] | None:
    """The query parameters to change for the next page, or None at the end of the list.

    An empty page does not end a list that says that it has more and where to go on. Where the server says
    nothing of `has_more`, a list goes on as long as pages have items.

    Args:
        kind: The kind of page, from the operation.
        envelope: The page's fields beside its items.
        last_item_id: The `id` of the page's last item, if it has items and they have ids.
    """
    if kind == "page" or envelope.get("has_more") is False:
        return None
    cursor = _cursor(kind, envelope, last_item_id)
    return {_PARAMETER[kind]: cursor} if cursor else None


def _cursor(kind: PageKind, envelope: Mapping[str, object], last_item_id: str | None) -> str | None:
    if kind in {"next_cursor", "token"}:
        return _text(envelope.get("next"))
    last_id = _text(envelope.get("last_id"))
    if kind == "conversation_cursor":
        # Some servers leave `last_id` out; the last item's id means the same.
        return last_id or last_item_id
    if last_item_id is None and envelope.get("has_more") is not True:
        return None
    return last_item_id or last_id


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
