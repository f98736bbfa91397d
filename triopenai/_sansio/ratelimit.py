"""What the server tells of its rate limits.

Source: https://platform.openai.com/docs/guides/rate-limits (the ``x-ratelimit-*`` header fields).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["RateLimitInfo", "parse_duration", "parse_rate_limit"]

_UNITS: Final = {
    "d": 86400.0,
    "h": 3600.0,
    "m": 60.0,
    "s": 1.0,
    "ms": 1e-3,
    "us": 1e-6,
    "µs": 1e-6,  # the micro sign
    "μs": 1e-6,  # the Greek letter, which some write for it
    "ns": 1e-9,
}
_PART: Final = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ms|us|µs|μs|ns|[dhms])")
_MAX_DIGITS: Final = 18
_NUMBER: Final = re.compile(r"\d+(?:\.\d*)?|\.\d+")


@final
@attrs.frozen
class RateLimitInfo:
    """The state of the rate limits as an answer's header tells it; None where it does not.

    Attributes:
        limit_requests: Requests allowed in a window.
        limit_tokens: Tokens allowed in a window.
        remaining_requests: Requests left in it.
        remaining_tokens: Tokens left in it.
        reset_requests: Seconds until all requests are allowed again.
        reset_tokens: Seconds until all tokens are allowed again.
    """

    limit_requests: int | None = None
    limit_tokens: int | None = None
    remaining_requests: int | None = None
    remaining_tokens: int | None = None
    reset_requests: float | None = None
    reset_tokens: float | None = None


def parse_rate_limit(headers: Mapping[str, str]) -> RateLimitInfo | None:
    """Read the ``x-ratelimit-*`` fields; None if there are none that can be read.

    Args:
        headers: An answer's header fields, by lower-case name.
    """
    info = RateLimitInfo(
        limit_requests=_count(headers.get("x-ratelimit-limit-requests")),
        limit_tokens=_count(headers.get("x-ratelimit-limit-tokens")),
        remaining_requests=_count(headers.get("x-ratelimit-remaining-requests")),
        remaining_tokens=_count(headers.get("x-ratelimit-remaining-tokens")),
        reset_requests=parse_duration(headers.get("x-ratelimit-reset-requests")),
        reset_tokens=parse_duration(headers.get("x-ratelimit-reset-tokens")),
    )
    return None if info == _NOTHING else info


_NOTHING: Final = RateLimitInfo()


def parse_duration(text: str | None) -> float | None:
    """A duration such as ``"6m0s"``, ``"17ms"`` or a plain number, in seconds; None for nonsense."""
    if text is None:
        return None
    text = text.strip()
    if _NUMBER.fullmatch(text):
        seconds = float(text)
        return seconds if math.isfinite(seconds) else None
    total = 0.0
    end = 0
    for part in _PART.finditer(text):
        if part.start() != end:
            return None
        end = part.end()
        total += float(part[1]) * _UNITS[part[2]]
    return total if end and end == len(text) and math.isfinite(total) else None


def _count(text: str | None) -> int | None:
    if text is None or not text.strip().isascii():
        return None
    text = text.strip()
    return int(text) if text.isdigit() and len(text) <= _MAX_DIGITS else None
