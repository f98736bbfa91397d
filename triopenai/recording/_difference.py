"""Where two requests differ, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triopenai.recording._exchange import Sent

__all__ = ["nearest_difference"]

LONGEST: Final = 80
_MISSING: Final = object()


def nearest_difference(sent: Sent, recorded: Iterable[Sent]) -> str | None:
    """How `sent` differs from the recorded request that is nearest to it; None if there is none."""
    described = [(_distance(sent, each), each) for each in recorded]
    if not described:
        return None
    _, nearest = min(described, key=lambda pair: pair[0])
    return "; ".join(_differences(sent, nearest))


def _distance(sent: Sent, recorded: Sent) -> tuple[bool, int]:
    """Another endpoint is farther than any other body."""
    return _endpoint(sent) != _endpoint(recorded), len(list(_differences(sent, recorded)))


def _endpoint(sent: Sent) -> str:
    return f"{sent.method} {sent.target.partition('?')[0]}"


def _differences(sent: Sent, recorded: Sent) -> Iterator[str]:
    if _endpoint(sent) != _endpoint(recorded):
        yield f"it goes to {_endpoint(sent)}, the recorded one to {_endpoint(recorded)}"
        return
    yield from _values("query", _query(sent), _query(recorded))
    yield from _values("body", sent.body, recorded.body)


def _query(sent: Sent) -> dict[str, object]:
    return dict(parse_qsl(sent.target.partition("?")[2], keep_blank_values=True))


def _values(where: str, sent: object, recorded: object) -> Iterator[str]:
    if isinstance(sent, dict) and isinstance(recorded, dict):
        yield from _mappings(where, cast("dict[str, object]", sent), cast("dict[str, object]", recorded))
    elif isinstance(sent, list) and isinstance(recorded, list):
        mine, theirs = cast("list[object]", sent), cast("list[object]", recorded)
        names = [f"[{index}]" for index in range(max(len(mine), len(theirs)))]
        yield from _mappings(
            where, dict(zip(names, mine, strict=False)), dict(zip(names, theirs, strict=False))
        )
    elif sent != recorded:
        yield f"{where} is {_shown(sent)}, recorded was {_shown(recorded)}"


def _mappings(where: str, sent: Mapping[str, object], recorded: Mapping[str, object]) -> Iterator[str]:
    for name in {**sent, **recorded}:
        path = where + name if name.startswith("[") else f"{where}.{name}"
        yield from _values(path, sent.get(name, _MISSING), recorded.get(name, _MISSING))


def _shown(value: object) -> str:
    if value is _MISSING:
        return "missing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
