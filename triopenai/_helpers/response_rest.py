"""The rest of a response whose events cannot be had any more, told by events made from the response itself.

What is made: the text that each message still lacks, in one piece, and the last event, which has the
response. Other events (of parts, of items, of tools) are not made up; what they would have said is in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from triopenai._sansio.fold import fold
from triopenai._sansio.jsontext import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ENDINGS", "rest_of"]

_Object = dict[str, object]

ENDINGS: Final = frozenset({"completed", "incomplete", "failed", "cancelled"})
"""The states of a response that changes no more."""


def rest_of(received: Iterable[bytes], response: bytes, after: int) -> list[bytes]:
    """The data of events that lead from those that were received to the whole response.

    Args:
        received: The data of the events so far.
        response: The response as it ended, as JSON.
        after: The sequence number of the last event; those that are made go on from it.
    """
    whole = _object(parse_json(response))
    made = [json.dumps({**event, "sequence_number": after + n}) for n, event in _texts(received, whole, 1)]
    number = after + len(made) + 1
    kind = str(whole.get("status")).encode()
    last = b'{"type":"response.%s","sequence_number":%d,"response":%s}' % (kind, number, response)
    return [*(event.encode() for event in made), last]


def _texts(received: Iterable[bytes], whole: _Object, start: int) -> Iterator[tuple[int, _Object]]:
    """An event for each text that is longer in the whole than it was so far, counted."""
    had = _objects((fold("response", received) or {}).get("output"))
    for index, item in enumerate(_objects(whole.get("output"))):
        known = _objects(had[index].get("content")) if index < len(had) else []
        for at, part in enumerate(_objects(item.get("content"))):
            text = part.get("text")
            begun = known[at].get("text") if at < len(known) else ""
            if part.get("type") != "output_text" or not isinstance(text, str) or not isinstance(begun, str):
                continue
            if text.startswith(begun) and text != begun:
                yield (
                    start,
                    {
                        "type": "response.output_text.delta",
                        "item_id": item.get("id"),
                        "output_index": index,
                        "content_index": at,
                        "delta": text[len(begun) :],
                        "logprobs": [],
                    },
                )
                start += 1


def _object(value: object) -> _Object:
    return cast("_Object", value) if isinstance(value, dict) else {}


def _objects(value: object) -> list[_Object]:
    return [_object(one) for one in cast("list[object]", value)] if isinstance(value, list) else []
