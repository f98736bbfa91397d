"""What an application may be told of its calls as they go on."""

from __future__ import annotations

import logging
from abc import ABC
from itertools import count
from typing import TYPE_CHECKING, Final, cast, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from triopenai._base.ledger import Cause

__all__ = ["LOGGER", "AttemptRecord", "Instrument", "Instruments"]

LOGGER: Final = logging.getLogger("triopenai")
EVENTS: Final = ("attempt_started", "waited", "sent", "answered", "first_event", "done", "failed")


@final
@attrs.frozen(kw_only=True)
class AttemptRecord:
    """One attempt of a call, as far as it has come.

    Attributes:
        call: A number for the call, the same for all of its attempts.
        operation: What is called, as ``"chat.completions.create"``.
        method: The verb of the request.
        url: Its address, without the query.
        model: The model that is asked for; empty if none is.
        attempt: Which attempt it is; 1 for the first.
        seconds: Since the attempt began, waits included.
        status: The HTTP status, once there is one.
        request_id: The server's id of the request, once it is known.
        tokens: What it used, once an answer tells.
    """

    call: int
    operation: str
    method: str
    url: str
    model: str
    attempt: int
    seconds: float = 0.0
    status: int | None = None
    request_id: str | None = None
    tokens: int | None = None


class Instrument(ABC):  # noqa: B024  # its methods do nothing, as those of `trio.abc.Instrument`
    """Is told of the calls of a client: ``open_client(instruments=[...])``.

    Override what is wanted; what is not overridden is not called. The methods are called within the call, in
    its task, so they should be quick, and cannot wait. One that raises is not let into the call: the error
    is logged, and the instrument is told of nothing any more.
    """

    def attempt_started(self, record: AttemptRecord) -> None:  # noqa: B027  # as said
        """An attempt begins. It may have to wait for a rate limit first."""

    def waited(self, record: AttemptRecord, cause: Cause, seconds: float) -> None:  # noqa: B027  # as said
        """It waited: for a rate limit, for a connection, or, before it began, as a retry."""

    def sent(self, record: AttemptRecord) -> None:  # noqa: B027  # as said
        """Its request goes out: it is with the transport, which may wait for a connection."""

    def answered(self, record: AttemptRecord) -> None:  # noqa: B027  # as said
        """The head of a good answer is there."""

    def first_event(self, record: AttemptRecord) -> None:  # noqa: B027  # as said
        """The first event of its stream is there."""

    def done(self, record: AttemptRecord) -> None:  # noqa: B027  # as said
        """The answer was taken; of a stream or download, all of it."""

    def failed(  # noqa: B027  # as said
        self, record: AttemptRecord, error: Exception | None, retry_in: float | None
    ) -> None:
        """The attempt failed, or was cut short.

        Args:
            record: The attempt.
            error: Why; None if it was cancelled, or if its stream or download was closed before the end.
            retry_in: Seconds until there is another attempt; None if there is none.
        """


@final
class Instruments:
    """The instruments of a client. False if there is none.

    Attributes:
        calls: Gives each call its number.
    """

    __slots__ = ("_listening", "calls")

    def __init__(self, instruments: Iterable[Instrument] = ()) -> None:
        self.calls: count[int] = count(1)
        self._listening: dict[str, list[tuple[Instrument, Callable[..., None]]]] = {}
        for instrument in instruments:
            if not isinstance(cast("object", instrument), Instrument):
                msg = (
                    f"instruments= takes objects of classes derived from Instrument, not {instrument!r:.100}"
                )
                raise TypeError(msg)
            for event in EVENTS:
                if getattr(type(instrument), event) is not getattr(Instrument, event):
                    method: Callable[..., None] = getattr(instrument, event)
                    self._listening.setdefault(event, []).append((instrument, method))

    def __bool__(self) -> bool:
        return bool(self._listening)

    def hear(self, event: str) -> bool:
        """Whether somebody wants to be told of an event."""
        return event in self._listening

    def tell(self, event: str, *args: object) -> None:
        """Tell all who listen; drop those that fail."""
        for instrument, method in tuple(self._listening.get(event, ())):
            try:
                method(*args)
            except Exception:
                self._drop(instrument)
                LOGGER.exception(
                    "the instrument %r failed at %s and is told of nothing any more", instrument, event
                )

    def _drop(self, dropped: Instrument) -> None:
        for event, listeners in list(self._listening.items()):
            left = [pair for pair in listeners if pair[0] is not dropped]
            if left:
                self._listening[event] = left
            else:
                del self._listening[event]
