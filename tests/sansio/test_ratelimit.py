from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.headers import Headers
from triopenai._sansio.ratelimit import RateLimitInfo, parse_duration, parse_rate_limit


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6m0s", 360.0),
        ("17ms", 0.017),
        ("1s", 1.0),
        ("1h2m3.5s", 3723.5),
        ("2d", 172800.0),
        ("59.6s", 59.6),
        ("120us", 0.00012),
        ("120µs", 0.00012),
        ("120\u03bcs", 0.00012),
        ("5ns", 5e-9),
        ("0s", 0.0),
        ("0", 0.0),
        ("12", 12.0),
        ("1.5", 1.5),
        (" 1m ", 60.0),
    ],
)
def test_duration_in_the_forms_that_servers_send(text, seconds):
    assert parse_duration(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text", [None, "", "soon", "-1s", "1x", "s", "1s!", "!1s", "1 m 2 s", "nan", "inf", "9" * 400]
)
def test_duration_refuses_nonsense(text):
    assert parse_duration(text) is None


@given(st.text(max_size=30))
def test_duration_is_never_negative_or_endless(text):
    found = parse_duration(text)
    assert found is None or (found >= 0 and math.isfinite(found))


def test_rate_limit_reads_all_fields():
    headers = Headers.of(
        {
            "X-RateLimit-Limit-Requests": "60",
            "X-RateLimit-Limit-Tokens": "150000",
            "X-RateLimit-Remaining-Requests": "59",
            "X-RateLimit-Remaining-Tokens": "149984",
            "X-RateLimit-Reset-Requests": "1s",
            "X-RateLimit-Reset-Tokens": "6m0s",
        }
    )
    assert parse_rate_limit(headers) == RateLimitInfo(60, 150000, 59, 149984, 1.0, 360.0)


def test_rate_limit_leaves_out_what_cannot_be_read():
    headers = Headers.of({"x-ratelimit-limit-requests": "many", "x-ratelimit-remaining-tokens": "0"})
    assert parse_rate_limit(headers) == RateLimitInfo(remaining_tokens=0)


@pytest.mark.parametrize("value", ["", "-1", "1.5", "x", "\xb2", "9" * 30])
def test_rate_limit_of_nothing_but_nonsense_is_none(value):
    assert parse_rate_limit(Headers.of({"x-ratelimit-limit-requests": value})) is None
    assert parse_rate_limit(Headers()) is None
