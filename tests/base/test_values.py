from __future__ import annotations

import math
import tomllib
from pathlib import Path

import pytest

from triopenai import NOT_GIVEN, Headers, Timeout, __version__, omit
from triopenai._base.absent import is_given
from triopenai._base.config import Origin, PoolLimits
from triopenai._base.redact import redact_text
from triopenai._sansio.request import Request


def test_absent_values_are_false_and_say_their_name() -> None:
    assert not NOT_GIVEN
    assert not omit
    assert (repr(NOT_GIVEN), repr(omit)) == ("NOT_GIVEN", "omit")
    assert is_given(None)
    assert not is_given(omit)
    assert not is_given(NOT_GIVEN)


@pytest.mark.parametrize("value", [0, -1, math.nan, -math.inf])
def test_timeout_refuses_what_is_no_duration(value: float) -> None:
    with pytest.raises(ValueError, match="timeout must be more than 0 seconds"):
        Timeout.of(value)


@pytest.mark.parametrize("value", ["5", True, object()])
def test_timeout_refuses_other_types(value: object) -> None:
    with pytest.raises(TypeError, match="timeout must be a number of seconds"):
        Timeout.of(value)  # type: ignore[arg-type]  # the mistake under test


def test_timeout_of_a_number_bounds_every_phase() -> None:
    assert Timeout.of(3) == Timeout(connect=3, read=3, write=3, pool=3)
    assert Timeout.of(None) == Timeout(connect=None, read=None, write=None, pool=None)
    assert Timeout.of(Timeout(read=1)) == Timeout(read=1)


def test_pool_limits_refuse_nonsense() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        PoolLimits(max_connections=0)
    with pytest.raises(ValueError, match="at least 0"):
        PoolLimits(max_keepalive=-1)
    for seconds in (-1, math.nan):
        with pytest.raises(ValueError, match="keepalive_expiry"):
            PoolLimits(keepalive_expiry=seconds)


def test_origin_reads_as_an_address() -> None:
    assert str(Origin("https", "api.openai.com", 443)) == "https://api.openai.com"
    assert str(Origin("http", "::1", 8080)) == "http://[::1]:8080"


def test_headers_ignore_case_and_join_repeats() -> None:
    headers = Headers([(b"X-A", b"1"), (b"x-a", b"2"), (b"Content-Type", b"text/html")])
    assert headers["x-A"] == "1, 2"
    assert headers.get_list("X-a") == ["1", "2"]
    assert (headers.get("X-€"), "X-€" in headers, headers.get_list("X-€")) == (None, False, [])
    assert "CONTENT-TYPE" in headers
    assert object() not in headers
    assert list(headers) == ["x-a", "content-type"]
    assert len(headers) == 2
    assert dict(Headers.of({"A": "b"})) == {"a": "b"}


def test_headers_and_requests_show_no_secrets() -> None:
    pairs = [(b"Authorization", b"Bearer sk-secret"), (b"Cookie", b"secret"), (b"Accept", b"*/*")]
    request = Request("GET", Origin("https", "h", 443), "/v1/models", pairs)
    for text in (repr(Headers(pairs)), repr(request)):
        assert "secret" not in text
        assert "*/*" in text


def test_redact_text_masks_keys_only() -> None:
    assert redact_text("the key sk-abcd1234 is wrong") == "the key *** is wrong"
    assert redact_text("ask-me about whsec_YWJjZGVm") == "ask-me about ***"
    assert redact_text("a task-force desk-mate") == "a task-force desk-mate"


def test_version_is_the_project_s() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == __version__
