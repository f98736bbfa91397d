"""The errors of streams that break; `triopenai.errors` has them in the whole tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.errors import APIConnectionError

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.errors import ErrorDetails

__all__ = ["PartialStreamError", "StreamReset", "StreamStalled", "StreamTruncated", "ToolCallTruncated"]


class PartialStreamError(APIConnectionError):
    """What the errors of a broken stream share.

    Attributes:
        partial: What had arrived, folded as far as it goes (a `ChatCompletion`, a `Response`, a
            `Completion`, a `Run`, a `Transcription`), or None where events are not folded.
        events: How many events had arrived.
    """

    def __init__(
        self,
        message: str,
        *,
        partial: object = None,
        events: int = 0,
        phase: str = "read",
        **details: Unpack[ErrorDetails],
    ) -> None:
        super().__init__(message, phase=phase, **details)
        self.partial = partial
        self.events = events


class StreamTruncated(PartialStreamError):  # noqa: N818  # says what became of the stream, as trio.EndOfChannel does
    """A stream ended without the end that the API promises, so something is missing."""


class ToolCallTruncated(StreamTruncated):
    """A stream ended in the middle of a tool call's arguments: they are not whole JSON."""


class StreamReset(StreamTruncated):
    """The connection broke while a stream was read."""


class StreamStalled(PartialStreamError):  # noqa: N818  # as above
    """A stream fell silent for longer than is allowed.

    Attributes:
        limit: What was gone over: ``"first_event_timeout"``, ``"idle_timeout"``, or ``"timeout.read"``, which
            counts bytes and not events.
        seconds: That limit.
    """

    def __init__(
        self,
        message: str,
        *,
        limit: str = "idle_timeout",
        seconds: float | None = None,
        partial: object = None,
        events: int = 0,
        phase: str = "read",
        **details: Unpack[ErrorDetails],
    ) -> None:
        super().__init__(message, partial=partial, events=events, phase=phase, **details)
        self.limit = limit
        self.seconds = seconds
