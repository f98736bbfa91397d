"""The ledger of what was used, which administration shows as usage and costs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, final

import attrs

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonValue
    from triopenai.testing._store import Store

__all__ = ["Minute", "minutes", "note_use"]

_MINUTE = 60


@final
@attrs.frozen
class Minute:
    """What was used of one kind and one model within a minute.

    Attributes:
        kind: The kind of usage, by the last segment of the path that shows it.
        model: The model, empty where there is none.
        start: When the minute began, in Unix seconds.
        counts: What was used, by the names that the API has for it.
    """

    kind: str
    model: str
    start: int
    counts: Counter[str] = attrs.field(factory=Counter[str])


def note_use(store: Store, kind: str, model: JsonValue = None, **counts: int) -> None:
    """Write down a request, and what else it used."""
    now = store.now()
    found = Minute(kind, model if isinstance(model, str) else "", now - now % _MINUTE)
    key = f"{found.start} {kind} {found.model}"
    kept = store.records(Minute).setdefault(key, found)
    kept.counts.update(num_model_requests=1, **counts)


def minutes(store: Store, kind: str | None = None) -> list[Minute]:
    """What was used of a kind, or of all kinds."""
    return [one for one in store.records(Minute).values() if kind in (None, one.kind)]
