"""Folding a stream's events into the answer that they are pieces of.

`fold` gives the answer as far as it came, `is_finished` says whether it came to its end, `remains_of` gives
the answer and where it stopped. They work on the events as they were received, because a stream is folded
only when someone asks: after it broke, as a rule. Events that make no sense are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, cast, final

import attrs

from triopenai._sansio.fold_assistant import RUN_ENDS, AssistantFold
from triopenai._sansio.fold_chat import ChatFold, CompletionFold
from triopenai._sansio.fold_response import RESPONSE_ENDS, ResponseFold
from triopenai._sansio.fold_transcript import TRANSCRIPT_ENDS, TranscriptFold
from triopenai._sansio.jsontext import join_surrogates, parse_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Fold", "FoldKind", "Remains", "fold", "is_finished", "remains_of", "take"]


FoldKind: TypeAlias = Literal["chat", "completion", "response", "assistant", "transcript"]

# Kinds whose end is an event: they end without [DONE], or with it after that event.
_LAST_EVENTS: Final[Mapping[FoldKind, str]] = {
    "response": "response.completed",
    "assistant": "thread.run.completed",
    "transcript": "transcript.text.done",
}


def _any_of(names: Iterable[str]) -> re.Pattern[bytes]:
    return re.compile(b'"(?:' + b"|".join(re.escape(name.encode()) for name in sorted(names)) + b')"')


# What tells quickly that an event is none of them, as this is asked before each read from a connection.
_MAY_END: Final[Mapping[FoldKind, re.Pattern[bytes]]] = {
    "response": _any_of(RESPONSE_ENDS),
    "assistant": _any_of(RUN_ENDS),
    "transcript": _any_of(TRANSCRIPT_ENDS),
}


class Fold(Protocol):
    """An answer that grows with each event."""

    @property
    def finished(self) -> bool:
        """Whether the events came to the answer's end."""
        ...

    @property
    def in_tool_call(self) -> bool:
        """Whether the last thing that grew is a tool call's input that has no end yet."""
        ...

    def add(self, event: Mapping[str, object]) -> None:
        """Take the next event."""
        ...

    def snapshot(self) -> dict[str, object] | None:
        """The answer so far, or None before the first event that belongs to it.

        It shares its parts with the fold, which goes on to change them.
        """
        ...


@final
@attrs.frozen
class Remains:
    """What there is of an answer whose stream stopped.

    Attributes:
        where: Where it stopped, in words that follow "the stream ended".
        in_tool_call: Whether it stopped inside of a tool call's input, so that it is no whole JSON.
        answer: What the events add up to, as `fold` gives it.
    """

    where: str
    in_tool_call: bool
    answer: dict[str, object] | None


_FOLDS: Final[Mapping[FoldKind, Callable[[], Fold]]] = {
    "chat": ChatFold,
    "completion": CompletionFold,
    "response": ResponseFold,
    "assistant": AssistantFold,
    "transcript": TranscriptFold,
}


def take(folded: Fold, data: bytes) -> None:
    """Let a fold take an event as it was received."""
    event = parse_json(data)
    if isinstance(event, dict):
        folded.add(cast("dict[str, object]", event))


def fold(kind: FoldKind, events: Iterable[bytes]) -> dict[str, object] | None:
    """The answer that events are pieces of, as plain JSON values; None if they hold nothing of one.

    Args:
        kind: The kind of stream: chat chunks, completions, or the events of a response, of an assistant's run
            or of a transcription.
        events: The data of each event, with its name where that is not in the data. ``[DONE]`` may be among
            them.
    """
    return _answer(_folded(kind, events))


def is_finished(kind: FoldKind, events: Sequence[bytes]) -> bool:
    """Whether the events came to their own end: a finish reason for each choice, or a terminal event."""
    if kind in _LAST_EVENTS:
        # These end without [DONE], so this is asked of every one; one of the last events has the answer.
        search = _MAY_END[kind].search
        return any(_folded(kind, (data,)).finished for data in reversed(events) if search(data))
    return _folded(kind, events).finished


def remains_of(kind: FoldKind, events: Sequence[bytes]) -> Remains:
    """What there is of an answer whose stream stopped."""
    folded = _folded(kind, events)
    return Remains(_where(kind, len(events), folded), folded.in_tool_call, _answer(folded))


def _answer(folded: Fold) -> dict[str, object] | None:
    snapshot = folded.snapshot()
    return None if snapshot is None else cast("dict[str, object]", join_surrogates(snapshot))


def _where(kind: FoldKind, count: int, folded: Fold) -> str:
    if not count:
        return "before its first event"
    if folded.in_tool_call:
        return "in the middle of a tool call's arguments"
    many = f"after {count} event{'s' if count > 1 else ''}"
    if folded.finished:
        return many
    if kind in _LAST_EVENTS:
        return f"{many}, with no terminal event such as {_LAST_EVENTS[kind]}"
    return f"{many}, with no finish reason"


def _folded(kind: FoldKind, events: Iterable[bytes]) -> Fold:
    folded = _FOLDS[kind]()
    for data in events:
        take(folded, data)
    return folded
