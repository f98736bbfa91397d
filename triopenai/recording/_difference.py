"""Where two requests differ, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    mine, theirs = _members(sent), _members(recorded)
    if mine is not None and theirs is not None:
        for name in {**mine, **theirs}:
            yield from _values(where + name, mine.get(name, _MISSING), theirs.get(name, _MISSING))
    elif sent != recorded:
        yield f"{where} is {_shown(sent)}, recorded was {_shown(recorded)}"


def _members(value: object) -> dict[str, object] | None:
    """What an object or a list has in it, by the end of its path; None for anything else."""
    if isinstance(value, dict):
        return {f".{name}": each for name, each in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return {f"[{index}]": each for index, each in enumerate(cast("list[object]", value))}
    return None


def _shown(value: object) -> str:
    if value is _MISSING:
        return "missing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
