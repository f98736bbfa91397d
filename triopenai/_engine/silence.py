"""Limits on how long a stream may be silent, counted in events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.absent import is_given, omit
from triopenai._base.config import check_seconds
from triopenai._base.stream_errors import StreamStalled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triopenai._engine.call import Call

__all__ = ["choose_seconds", "limit_silence", "silent_from_start"]


def limit_silence(call: Call, params: Mapping[str, object], *, streams: bool) -> None:
    """Give a call the limits that its keywords ask for, or else the client's.

    Raises:
        ValueError: A limit is not positive, or the call has no stream to limit.
        TypeError: A limit is no number.
    """
    if streams:
        settings = call.settings
        first, idle = params.get("first_event_timeout", omit), params.get("idle_timeout", omit)
        call.first_event_timeout = choose_seconds("first_event_timeout", first, settings.first_event_timeout)
        call.idle_timeout = choose_seconds("idle_timeout", idle, settings.idle_timeout)
    elif "idle_timeout" in params or "first_event_timeout" in params:
        names = [name for name in ("first_event_timeout", "idle_timeout") if is_given(params.get(name, omit))]
        if names:
            way = "pass stream=True, or " if "stream" in call.operation.body else ""
            msg = (
                f"{call.operation.name}(): {' and '.join(names)} limits the wait for events, and this call"
                f" has none; {way}bound the call by a cancel scope"
            )
            raise ValueError(msg)


def choose_seconds(name: str, given: object, default: float | None) -> float | None:
    """A limit as it was given, or the default where it was not.

    Raises:
        ValueError: It is not positive.
        TypeError: It is no number.
    """
    return check_seconds(name, given) if is_given(given) else default


def silent_from_start(call: Call) -> StreamStalled:
    """The error for a stream whose first event did not come in time."""
    seconds = call.first_event_timeout or 0.0
    return StreamStalled(
        f"The stream did not begin: no event came within {seconds:g} seconds (first_event_timeout).",
        limit="first_event_timeout",
        seconds=seconds,
        **call.where(),
    )
