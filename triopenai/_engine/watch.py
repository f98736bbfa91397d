"""What scopes and instruments see of one call.

Theory of operation
    A call is watched if a scope is around it or its client has instruments; other calls have no `Watch`, and
    pay for that question alone. The loop of attempts says what happens: `enter`, `sending`, `answered`, and
    how an attempt ends: `taken`, `failed`, or `stopped` by a cancellation. Where the answer is read later (a
    stream, a download), `taken` is not its end: that is when it is closed, whole or not.

    Until it is taken, an attempt is ended by the loop alone, which knows the error; that its answer was
    closed is only remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

from triopenai._base.errors import APIError, APIStatusError, Attempt
from triopenai._base.redact import redact_text
from triopenai._engine.governing import UsageFinder, estimate_input, estimate_tokens, usage_of
from triopenai._engine.instruments import AttemptRecord
from triopenai._net.errors import TransportError
from triopenai._net.transport import Response
from triopenai._net.waiting import POOL_WAITS
from triopenai._sansio.errormap import find_request_id

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from triopenai._base.ledger import Cause, Outcome
    from triopenai._engine.call import Call
    from triopenai._engine.instruments import Instruments
    from triopenai._flow.charge import Charge
    from triopenai._flow.lane import Lane, Permit
    from triopenai._flow.scope import Scope

__all__ = ["Watch"]

EVENT_MARK: Final = b"data:"
TOLD_WAIT: Final = 0.001  # seconds; shorter waits are those of a turn in the loop


@final
class Watch:
    """One watched call.

    Args:
        call: The call.
        scope: The innermost scope around it.
        instruments: Those of its client.
    """

    __slots__ = (
        "_attempt",
        "_began",
        "_call",
        "_charge",
        "_closed",
        "_error",
        "_failed_at",
        "_instruments",
        "_live",
        "_number",
        "_pool_waits",
        "_request_id",
        "_scope",
        "_sent_at",
        "_status",
        "_tokens",
        "_whole",
    )

    def __init__(self, call: Call, scope: Scope | None, instruments: Instruments) -> None:
        self._call = call
        self._scope = scope
        self._instruments = instruments
        self._charge: Charge | None = None
        self._number = next(instruments.calls)
        self._attempt = 0
        self._status: int | None = None
        self._request_id: str | None = None
        self._tokens: int | None = None
        self._began = 0.0
        self._sent_at: float | None = None
        self._failed_at: float | None = None
        self._pool_waits: list[float] = []
        self._live = self._closed = self._whole = False
        self._error: Exception | None = None

    async def enter(self, lane: Lane) -> Permit:
        """Begin an attempt: charge it, and wait for its permit.

        Raises:
            BudgetExceeded: As from `Scope.charge`.
            LimitError: As from `Lane.enter`.
        """
        call = self._call
        now = self._began = trio.current_time()
        self._sent_at = self._error = None
        self._closed = self._whole = False
        self._attempt = len(call.attempts) + 1
        self._status = self._request_id = self._tokens = None
        tokens = estimate_tokens(call)
        if self._scope is not None:
            self._charge = await self._scope.charge(call.operation.name, tokens)
        self._tell("attempt_started")
        if self._failed_at is not None:
            self._waited("retry", now - self._failed_at)
            self._failed_at = None
        try:
            permit = lane.enter_nowait() or await lane.enter(tokens if lane.counts_tokens else 0)
        except BaseException as error:
            self._waited("limit", trio.current_time() - now)
            self.stopped(error)
            raise
        self._waited("limit", trio.current_time() - now)
        return permit

    def sending(self) -> None:
        """The attempt's request goes to the transport."""
        self._sent_at = trio.current_time()
        self._pool_waits = []
        POOL_WAITS.set(self._pool_waits)
        self._tell("sent")

    def answered(self, response: Response, *, live: bool) -> Response:
        """A good answer begins; gives what to read it from."""
        self._status = response.status
        self._request_id = find_request_id(response.headers)
        self._tell("answered")
        return WatchedResponse(response, self) if live else response

    def first_event(self) -> None:
        """The first event of the stream is there."""
        self._tell("first_event")

    def taken(self, result: object, *, live: bool) -> None:
        """The answer was taken: all of it, or what it will be read by."""
        self._note_times()
        self._live = live
        if not live:
            tokens = usage_of(result)
            if tokens is not None:
                self.used(tokens)
            self._end("done")
        elif self._closed:
            self.closed()

    def failed(self, error: Exception, retry_in: float | None) -> None:
        """The attempt failed; another one follows in so many seconds, or none."""
        self._note_times()
        self._failed_at = trio.current_time()
        status = error.status_code if isinstance(error, APIStatusError) else None
        if self._charge is not None and (status is not None or not _was_sent(error)):
            self._charge.settle(0)  # it was refused, or did not get there
        if isinstance(error, APIError):
            self._status = status or self._status
            self._request_id = error.request_id or self._request_id
        self._end("failed", error, retry_in)

    def stopped(self, error: BaseException) -> None:
        """The attempt ended by what is no failure of the API: a cancellation, a mistake."""
        if self._sent_at is None and self._charge is not None:
            self._charge.take_back()
        if isinstance(error, Exception):
            self.failed(error, None)
        else:
            self._note_times()
            self._end("cancelled")

    def used(self, tokens: int) -> None:
        """The answer says that it used so many tokens."""
        self._tokens = tokens
        if self._charge is not None:
            self._charge.settle(tokens)

    def received(self, seconds: float, events: int) -> None:
        """More of a live answer came after so many seconds; so many events came in all."""
        charge = self._charge
        if charge is not None:
            if self._live:  # until then, the attempt's time is noted as a whole
                charge.waited("server", seconds)
            charge.estimate(estimate_input(self._call) + events)

    def ended(self) -> None:
        """The live answer came to its end."""
        self._whole = True

    def broke(self, error: Exception) -> None:
        """The live answer is not what it should be."""
        self._error = error

    def closed(self) -> None:
        """The live answer was closed."""
        self._closed = True
        if self._live:
            self._live = False
            if self._error is not None:
                self._end("failed", self._error)
            else:
                self._end("done" if self._whole else "cancelled")

    def _note_times(self) -> None:
        if self._sent_at is not None:
            POOL_WAITS.set(None)
            pool = sum(self._pool_waits)
            self._waited("pool", pool)
            if self._charge is not None:
                self._charge.waited("server", trio.current_time() - self._sent_at - pool)

    def _waited(self, cause: Cause, seconds: float) -> None:
        if seconds > 0:
            if self._charge is not None:
                self._charge.waited(cause, seconds)
            if seconds >= TOLD_WAIT:
                self._tell("waited", cause, seconds)

    def _end(self, outcome: Outcome, error: Exception | None = None, retry_in: float | None = None) -> None:
        if self._charge is not None:
            text = None if outcome == "done" else "cancelled" if error is None else redact_text(str(error))
            self._charge.end(outcome, Attempt(self._status, text, retry_in or 0.0, self._request_id))
        if outcome == "done":
            self._tell("done")
        else:
            self._tell("failed", error, retry_in)

    def _tell(self, event: str, *more: object) -> None:
        if self._instruments.hear(event):
            call = self._call
            record = AttemptRecord(
                call=self._number,
                operation=call.operation.name,
                method=call.operation.verb,
                url=call.request.url.partition("?")[0],
                model=call.model,
                attempt=self._attempt,
                seconds=trio.current_time() - self._began,
                status=self._status,
                request_id=self._request_id,
                tokens=self._tokens,
            )
            self._instruments.tell(event, record, *more)


def _was_sent(error: Exception) -> bool:
    cause = error.__cause__
    return cause.sent if isinstance(cause, TransportError) else True


@final
class WatchedResponse(Response):
    """A response that tells of its reading."""

    __slots__ = ("_events", "_source", "_usage", "_watch")

    def __init__(self, source: Response, watch: Watch) -> None:
        self.status = source.status
        self.headers = source.headers
        self.http_version = source.http_version
        self._source = source
        self._watch = watch
        self._usage = UsageFinder()
        self._events = 0

    async def receive_some(self) -> bytes:
        """See `Response.receive_some`."""
        return await self._note(self._source.receive_some())

    async def receive_before(self, deadline: float) -> bytes:
        """See `Response.receive_before`."""
        return await self._note(self._source.receive_before(deadline))

    async def _note(self, receiving: Awaitable[bytes]) -> bytes:
        began = trio.current_time()
        try:
            piece = await receiving
        except TransportError as error:
            self._watch.broke(error)
            raise
        if not piece:
            self._watch.ended()
            return piece
        self._events += piece.count(EVENT_MARK)  # each is about a token
        self._watch.received(trio.current_time() - began, self._events)
        if (total := self._usage.find(piece)) is not None:
            self._watch.used(total)
        return piece

    async def drain(self, max_bytes: int, seconds: float) -> bool:
        """See `Response.drain`. Who drains an answer has had all that was wanted."""
        self._watch.ended()
        return await self._source.drain(max_bytes, seconds)

    async def aclose(self) -> None:
        """See `Response.aclose`."""
        self._watch.closed()
        await self._source.aclose()
