"""Folding the events of a transcription."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from triopenai._sansio.growing import grow

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TRANSCRIPT_ENDS", "TranscriptFold"]

TRANSCRIPT_ENDS: Final = frozenset({"transcript.text.done", "error"})


@final
class TranscriptFold:
    """A `Transcription` growing from its events."""

    def __init__(self) -> None:
        self._answer: dict[str, object] | None = None
        self._finished = False

    @property
    def finished(self) -> bool:
        """Whether the event with the whole text, or an error, came."""
        return self._finished

    @property
    def in_tool_call(self) -> bool:
        """Never: transcriptions call no tools."""
        return False

    def add(self, event: Mapping[str, object]) -> None:
        """Take an event."""
        kind = event.get("type")
        if not isinstance(kind, str):
            return
        self._finished |= kind in TRANSCRIPT_ENDS
        delta = event.get("delta")
        if kind == "transcript.text.delta" and isinstance(delta, str):
            self._answer = self._answer or {}
            grow(self._answer, "text", delta)
        elif kind == "transcript.text.done":
            self._answer = {name: value for name, value in event.items() if name != "type"}

    def snapshot(self) -> dict[str, object] | None:
        """The `Transcription` so far."""
        return self._answer
