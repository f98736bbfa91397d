from __future__ import annotations

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.absent import NOT_GIVEN
from triopenai._base.headers import Headers
from triopenai._sansio.retry import RetryPolicy, parse_http_date, retry_delay, should_retry_status

NOW = 1_700_000_000.0
POLICY = RetryPolicy()


def delay(headers: dict[str, str] | None, attempt: int = 0, jitter: float = 0.0) -> float:
    return retry_delay(
        POLICY, attempt, None if headers is None else Headers.of(headers), jitter=jitter, now=NOW
    )


def status(code: int, headers: dict[str, str] | None = None, *args: str | None) -> bool:
    return should_retry_status(code, Headers.of(headers or {}), *args)


@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503, 504, 529])
def test_retry_of_what_may_pass(code):
    assert status(code)


@pytest.mark.parametrize("code", [301, 400, 401, 403, 404, 413, 422])
def test_no_retry_of_what_stays(code):
    assert not status(code)


def test_retry_heeds_the_servers_word():
    assert status(400, {"x-should-retry": "true"})
    assert not status(503, {"X-Should-Retry": "False"})
    assert status(503, {"x-should-retry": "perhaps"})


@pytest.mark.parametrize(
    "code", ["insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached"]
)
def test_no_retry_without_quota(code):
    assert not status(429, {"retry-after": "1", "x-should-retry": "true"}, code)
    assert not status(429, {}, None, code)
    assert not status(429, {}, "rate_limit_exceeded", "insufficient_quota")


def test_delay_doubles_up_to_its_bound():
    assert [delay(None, attempt) for attempt in range(6)] == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    assert delay(None, 100_000) == 8.0


def test_delay_is_shortened_by_jitter_up_to_a_quarter():
    assert delay(None, 0, jitter=1.0) == 0.375
    assert delay({}, 3, jitter=0.5) == 3.5


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "1"}, 1.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": " 3 "}, 3.0),
        ({"retry-after": "3600"}, 60.0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": formatdate(NOW + 7, usegmt=True)}, 7.0),
        ({"retry-after": formatdate(NOW + 7000, usegmt=True)}, 60.0),
        ({"retry-after": formatdate(NOW, usegmt=True)}, 0.0),
    ],
)
def test_delay_is_what_the_server_asks_for(headers, expected):
    assert delay(headers, attempt=2, jitter=1.0) == expected


@pytest.mark.parametrize(
    "value",
    [
        "-1",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "",
        "soon",
        "1,5",
        "1 second",
        formatdate(NOW - 5, usegmt=True),
        "9" * 400,
    ],
)
@pytest.mark.parametrize("name", ["retry-after", "retry-after-ms"])
def test_delay_ignores_what_makes_no_sense(name, value):
    assert delay({name: value}) == 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "sun, 06 nov 1994 08:49:37 gmt",
    ],
)
def test_http_date_in_each_of_its_forms(text):
    assert parse_http_date(text) == 784111777.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "06 Nov 1994",
        "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 99 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:00:00 GMT",
    ],
)
def test_http_date_refuses_nonsense(text):
    assert parse_http_date(text) is None


def test_http_date_takes_a_leap_second_and_a_short_year():
    assert parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT") == 1483228799.0
    assert parse_http_date("Friday, 01-Jan-27 00:00:00 GMT") == 1798761600.0


@given(st.text(max_size=40), st.integers(0, 50), st.floats(0, 1))
def test_delay_stays_within_bounds_whatever_the_header_holds(value, attempt, jitter):
    headers = Headers([(b"retry-after", value.encode("utf-8", "replace")), (b"retry-after-ms", b"x")])
    found = retry_delay(POLICY, attempt, headers, jitter=jitter, now=NOW)
    assert 0.0 <= found <= 60.0


def test_policy_refuses_counts_that_make_no_sense():
    with pytest.raises(ValueError, match="must not be negative"):
        RetryPolicy(max_retries=-1)
    for value in (True, 1.5, "2", None):
        with pytest.raises(TypeError, match="whole number"):
            RetryPolicy(max_retries=value)  # type: ignore[arg-type]  # the point


def test_policy_takes_another_number_from_a_call():
    policy = RetryPolicy(initial_delay=0.1)
    assert policy.replace_max(5) == RetryPolicy(max_retries=5, initial_delay=0.1)
    assert policy.replace_max(NOT_GIVEN) is policy
    with pytest.raises(TypeError):
        policy.replace_max("3")
    with pytest.raises(ValueError, match="negative"):
        policy.replace_max(-3)
