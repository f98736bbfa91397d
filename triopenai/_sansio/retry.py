"""Whether to try again, and when: decisions without a clock.

Sources: RFC 9110 section 10.2.3 (Retry-After) and 5.6.7 (dates); the API's own ``retry-after-ms`` and
``x-should-retry``.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, final

import attrs

from triopenai._base.absent import NotGiven
from triopenai._base.config import DEFAULT_MAX_RETRIES
from triopenai._sansio.quota import is_quota

if TYPE_CHECKING:
    from triopenai._base.headers import Headers

__all__ = ["RetryPolicy", "parse_http_date", "retry_delay", "should_retry_status"]

_RETRIED: Final = frozenset({408, 409, 429})
_SERVER_ERRORS: Final = 500
_JITTER_SHARE: Final = 0.25
_MAX_DOUBLINGS: Final = 32
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE: Final = re.compile(
    r"[a-z]{3}, (?P<day>\d{2}) (?P<month>[a-z]{3}) (?P<year>\d{4}) (?P<time>\d{2}:\d{2}:\d{2}) gmt"
    r"|[a-z]{6,9}, (?P<day2>\d{2})-(?P<month2>[a-z]{3})-(?P<year2>\d{2}) (?P<time2>\d{2}:\d{2}:\d{2}) gmt"
    r"|[a-z]{3} (?P<month3>[a-z]{3}) (?P<day3>[ \d]\d) (?P<time3>\d{2}:\d{2}:\d{2}) (?P<year3>\d{4})",
)


def _check_count(_: object, __: object, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        msg = f"max_retries must be a whole number, not {value!r}"
        raise TypeError(msg)
    if value < 0:
        msg = f"max_retries must not be negative, not {value!r}"
        raise ValueError(msg)


@final
@attrs.frozen
class RetryPolicy:
    """How often and how soon a failed attempt is repeated.

    Attributes:
        max_retries: Attempts after the first one.
        initial_delay: Seconds before the first repetition, doubled for each one after.
        max_delay: The most that doubling comes to, in seconds.
        max_retry_after: The most that a server's ``Retry-After`` is heeded for, in seconds.
    """

    max_retries: int = attrs.field(default=DEFAULT_MAX_RETRIES, validator=_check_count)
    initial_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0

    def replace_max(self, max_retries: object) -> RetryPolicy:
        """The same policy with another number of retries, as given to a call; `NOT_GIVEN` changes nothing.

        Raises:
            TypeError: It is not a whole number.
            ValueError: It is negative.
        """
        if isinstance(max_retries, NotGiven):
            return self
        return attrs.evolve(self, max_retries=max_retries)  # type: ignore[arg-type]  # its validator checks


def should_retry_status(
    status: int,
    headers: Headers,
    code: str | None = None,
    type: str | None = None,  # noqa: A002  # the API's own name
) -> bool:
    """Whether the same request may succeed later, going by an error answer.

    A used-up quota is not replenished by waiting, so it is never retried; else the server's own word
    (``x-should-retry``) decides, and without it the status.

    Args:
        status: The HTTP status.
        headers: The answer's header fields.
        code: The API's error code.
        type: The API's error type.
    """
    if is_quota(code, type):
        return False
    word = headers.get("x-should-retry")
    if word is not None and word.lower() in {"true", "false"}:
        return word.lower() == "true"
    return status in _RETRIED or status >= _SERVER_ERRORS


def retry_delay(
    policy: RetryPolicy,
    attempt: int,
    headers: Headers | None,
    *,
    jitter: float,
    now: float,
) -> float:
    """Seconds to wait before the next attempt.

    What the server asks for (``retry-after-ms``, ``retry-after``) is waited in full, up to the policy's cap;
    a date in the past, a negative number and nonsense count as not given.

    Args:
        policy: The bounds.
        attempt: How many repetitions there were before: 0 after the first attempt.
        headers: The header fields of the error answer, if there was one.
        jitter: A number from 0 to 1, drawn by the caller: takes up to a quarter off a delay of our own.
        now: The time, in Unix seconds.
    """
    asked = None if headers is None else _server_delay(headers, now)
    if asked is not None:
        return min(asked, policy.max_retry_after)
    doubled = policy.initial_delay * 2.0 ** min(attempt, _MAX_DOUBLINGS)
    return min(doubled, policy.max_delay) * (1.0 - _JITTER_SHARE * jitter)


def _server_delay(headers: Headers, now: float) -> float | None:
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000.0
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is None and text is not None:
        date = parse_http_date(text)
        if date is not None and date >= now:
            seconds = date - now
    return seconds


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def parse_http_date(text: str) -> float | None:
    """A date of HTTP in Unix seconds, in any of its three forms; None for anything else."""
    match = _DATE.fullmatch(text.strip().lower())
    if match is None:
        return None
    found = {name.rstrip("23"): value for name, value in match.groupdict().items() if value is not None}
    year = int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004  # two digits, as RFC 850 has it
        year += 1900 if year >= 70 else 2000  # noqa: PLR2004  # no server sends dates before 1970
    hour, minute, second = (int(part) for part in found["time"].split(":"))
    try:
        month = _MONTHS.index(found["month"]) + 1
        # A leap second (60) is a date too.
        moment = datetime(year, month, int(found["day"]), hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    return moment.timestamp()
