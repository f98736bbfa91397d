"""Options that every call takes beside its own parameters."""

from __future__ import annotations

# Imported for good, because the keywords of a call can then be read by `typing.get_type_hints`.
from collections.abc import Mapping  # noqa: TC003  # as said

from typing_extensions import TypedDict

from triopenai._base.absent import NotGiven, Omit  # noqa: TC001  # as said
from triopenai._base.config import Timeout  # noqa: TC001  # as said

__all__ = ["OPTION_NAMES", "RequestOptions"]


class RequestOptions(TypedDict, total=False):
    """Keywords of every method that concern the request and not its meaning."""

    extra_headers: Mapping[str, str | Omit] | None
    """Header fields to add or replace; `omit` leaves out one that would be sent."""
    extra_query: Mapping[str, object] | None
    """Query parameters to add or replace."""
    extra_body: Mapping[str, object] | None
    """Fields to add to the JSON body, or to replace in it."""
    timeout: float | Timeout | NotGiven | None
    """Seconds for each wait of an attempt, or a `Timeout`; None means no limit."""
    first_event_timeout: float | NotGiven | None
    """Of a stream: seconds from sending an attempt to its first event; None means no limit."""
    idle_timeout: float | NotGiven | None
    """Of a stream: seconds to wait for each further event, whatever else comes; None means no limit."""
    max_retries: int
    """How often a failed attempt is repeated, in place of the client's own number."""
    idempotency_key: str
    """The key under which the server knows repeated attempts of this call as one."""


OPTION_NAMES = frozenset(RequestOptions.__annotations__)
