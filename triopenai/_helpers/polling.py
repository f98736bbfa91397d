"""Waiting for a job of the server: ask, look at its status, wait as long as the server says, ask again.

The server paces its clients with `openai-poll-after-ms`, anew with each answer. Who gives an interval has
decided otherwise. Waiting is Trio's: the caller's cancel scope bounds it, and ends it at any moment. Ending
the wait does not end the job.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Protocol, TypeVar, cast, final

import attrs
import trio

from triopenai._base.absent import NotGiven, Omit
from triopenai._base.errors import ProcessingTimeoutError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._base.options import RequestOptions
    from triopenai._engine.engine import Engine
    from triopenai._engine.reply import Reply
    from triopenai._sansio.operation import Operation

__all__ = ["Pace", "check_time", "fetch", "given", "later_options", "poll"]

R = TypeVar("R")

DEFAULT_SECONDS: Final = 1.0
HINT: Final = "openai-poll-after-ms"


class Job(Protocol):
    """What can be waited for."""

    @property
    def status(self) -> str | None: ...


JobT = TypeVar("JobT", bound=Job)


@final
@attrs.frozen
class Pace:
    """How often a job is looked at, and for how long.

    Attributes:
        seconds: Between two looks; None leaves it to the server, and a second if it says nothing.
        limit: Seconds for the whole wait, or None: as long as the caller's cancel scope lets it.
    """

    seconds: float | None = None
    limit: float | None = None

    @classmethod
    def of(
        cls,
        interval_ms: float | NotGiven | Omit,
        limit: float | NotGiven | Omit | None = None,
    ) -> Pace:
        """The pace that keywords ask for.

        Raises:
            TypeError: One is no number.
            ValueError: One is negative or not finite.
        """
        seconds = None if _absent(interval_ms) else check_time("poll_interval_ms", interval_ms) / 1000
        return cls(seconds, None if _absent(limit) else check_time("max_wait_seconds", limit))

    def after(self, hint: str | None) -> float:
        """Seconds to the next look, after an answer with this hint of the server."""
        if self.seconds is not None:
            return self.seconds
        try:
            wanted = float(hint or "") / 1000
        except ValueError:
            return DEFAULT_SECONDS
        return wanted if 0 < wanted < math.inf else DEFAULT_SECONDS


def _absent(value: object) -> bool:
    return value is None or isinstance(value, (NotGiven, Omit))


def check_time(name: str, value: object) -> float:
    """A time as users give it.

    Raises:
        TypeError: It is no number.
        ValueError: It is negative or not finite.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        msg = f"{name} must be a number, not {type(value).__qualname__}"
        raise TypeError(msg)
    if not 0 <= value < math.inf:
        msg = f"{name} must be finite and not negative, not {value!r}"
        raise ValueError(msg)
    return float(value)


def given(**keywords: object) -> dict[str, object]:
    """The keywords that were given."""
    return {name: value for name, value in keywords.items() if not isinstance(value, (NotGiven, Omit))}


def later_options(options: RequestOptions) -> dict[str, object]:
    """The options of a helper's first request that hold for the others too.

    What is added to a body or a query, and the idempotency key, belong to one request.
    """
    kept = ("extra_headers", "timeout", "max_retries")
    return {name: value for name, value in options.items() if name in kept}


async def fetch(
    engine: Engine, operation: Operation[R], params: Mapping[str, object], path_arg: str | None = None
) -> R:
    """The value of a call, whether or not the engine answers with replies."""
    reply = cast("Reply[R]", await engine.raw.call(operation, params, path_arg))
    return reply.parse()


async def poll(
    engine: Engine,
    operation: Operation[JobT],
    params: Mapping[str, object],
    path_arg: str,
    *,
    pending: frozenset[str],
    pace: Pace,
) -> JobT:
    """Ask for a job until its status is none of `pending`, and give its last state.

    Every wait is a checkpoint; cancelled, it leaves the job going on.

    Args:
        engine: Makes the requests; one that answers with replies gives the last of them.
        operation: Retrieves the job.
        params: Keywords of each request.
        path_arg: The job's id.
        pending: What it is called while it goes on. A status that nobody knows yet ends the wait.
        pace: How often, and how long.

    Raises:
        APIError: A request failed, retries included.
        ProcessingTimeoutError: The time of `pace` is over.
    """
    last: JobT | None = None
    deadline = math.inf if pace.limit is None else trio.current_time() + pace.limit
    # A scope of no time lets nothing begin, as its first checkpoint ends it.
    with trio.CancelScope(deadline=deadline) as scope:
        await trio.lowlevel.checkpoint_if_cancelled()
        while True:
            try:
                reply = cast("Reply[JobT]", await engine.raw.call(operation, params, path_arg))
            except Exception as error:
                error.add_note(f"raised while waiting for {path_arg}")
                raise
            last = reply.parse()
            if getattr(last, "status", None) not in pending:
                return cast("JobT", reply) if engine.as_replies else last
            await trio.sleep(pace.after(reply.headers.get(HINT)))
    assert scope.cancelled_caught  # noqa: S101  # the only way out of the loop but return
    msg = f"{path_arg} was not done within the {pace.limit:g} seconds of max_wait_seconds; it goes on"
    raise ProcessingTimeoutError(msg, last=last)
