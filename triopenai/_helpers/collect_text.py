"""The text of a stream, whichever kind of stream it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from triopenai._flow.source import END, open_source

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

__all__ = ["collect_text"]

_DELTAS: Final = frozenset({"response.output_text.delta", "content.delta", "transcript.text.delta"})


async def collect_text(stream: AsyncIterable[object]) -> str:
    """Read a stream to its end and return its text.

    ::

        stream = await client.chat.completions.create(model="gpt-5", messages=messages, stream=True)
        text = await collect_text(stream)

    Takes the streams of chat completions (their first choice), completions, responses, transcriptions and
    runs of assistants, with or without their helpers, and any async iterable of their events or of `str`.
    Events without text (reasoning, tool calls, refusals) add nothing.

    The stream is closed at the end, also when this is cancelled.

    Raises:
        TypeError: `stream` cannot be iterated.
        StreamTruncated: As from the stream; it has what came before. Other errors of the stream, likewise.
    """
    source = open_source(stream, "collect_text")
    pieces: list[str] = []
    try:
        while (event := await source.pull()) is not END:
            pieces.append(_text_of(event))
    finally:
        await source.aclose()
    return "".join(pieces)


def _text_of(event: object) -> str:
    """The text that an event adds."""
    if isinstance(event, str):
        return event
    if getattr(event, "type", None) in _DELTAS:
        return _string(event, "delta")
    if getattr(event, "event", None) == "thread.message.delta":
        parts = getattr(getattr(getattr(event, "data", None), "delta", None), "content", None)
        return "".join(_string(getattr(part, "text", None), "value") for part in _list(parts))
    for choice in _list(getattr(event, "choices", None)):
        if not getattr(choice, "index", 0):
            return _string(getattr(choice, "delta", None), "content") or _string(choice, "text")
    return ""


def _string(owner: object, name: str) -> str:
    value = getattr(owner, name, None)
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
