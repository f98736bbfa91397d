from __future__ import annotations

import pytest

from tests.support.peers import request
from triopenai._base.config import Origin
from triopenai._sansio.redirect import MAX_REDIRECTS, RedirectError, is_redirect, redirected

API = Origin("https", "api.test", 443)
SECRETS = (
    (b"Authorization", b"Bearer sk-x"),
    (b"api-key", b"x"),
    (b"Cookie", b"a=b"),
    (b"OpenAI-Organization", b"org"),
    (b"openai-project", b"proj"),
    (b"Proxy-Authorization", b"x"),
    (b"Idempotency-Key", b"k"),
)
PLAIN = ((b"Accept", b"*/*"), (b"User-Agent", b"u"))


class Source:
    length = None

    def __init__(self, *, replayable: bool) -> None:
        self.replayable = replayable

    async def open(self):
        raise NotImplementedError


def ask(method="GET", target="/v1/files/a?x=1", body=b"", headers=SECRETS + PLAIN, origin=API):
    return request(method, target, body, origin=origin, headers=headers)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (301, True),
        (302, True),
        (303, True),
        (307, True),
        (308, True),
        (300, False),
        (304, False),
        (200, False),
    ],
)
def test_is_redirect_knows_the_statuses_that_name_an_address(status, expected):
    assert is_redirect(status) is expected


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b?c=d", "https://api.test/b?c=d"),
        ("b", "https://api.test/v1/files/b"),
        ("?y=2", "https://api.test/v1/files/a?y=2"),
        ("//other.test/z", "https://other.test/z"),
        ("https://other.test:8443/z#frag", "https://other.test:8443/z"),
        ("https://user:pw@api.test/z", "https://api.test/z"),
        ("HTTPS://API.test/z", "https://api.test/z"),
        ("https://[::1]:9/z", "https://[::1]:9/z"),
        ("https://other.test", "https://other.test/"),
        ("/with space/ü", "https://api.test/with%20space/%C3%BC"),
    ],
)
def test_redirected_goes_where_the_location_says(location, url):
    assert redirected(ask(), 307, location).url == url


def test_redirected_keeps_everything_on_the_same_origin():
    old = ask("POST", body=b"data")
    new = redirected(old, 307, "/elsewhere")
    assert (new.method, new.body, new.origin) == ("POST", b"data", API)
    assert tuple(new.headers) == SECRETS + PLAIN


@pytest.mark.parametrize("location", ["https://other.test/x", "https://api.test:8443/x", "http://api.test/x"])
def test_redirected_drops_credentials_on_another_origin(location):
    assert tuple(redirected(ask(), 302, location).headers) == PLAIN


def test_redirected_keeps_credentials_on_an_upgrade_to_https():
    old = ask("POST", body=b"data", origin=Origin("http", "api.test", 80))
    new = redirected(old, 308, "https://api.test/x")
    assert tuple(new.headers) == SECRETS + PLAIN
    assert new.body == b"data"


def test_redirected_sends_no_body_to_another_host():
    with pytest.raises(RedirectError, match="another host"):
        redirected(ask("POST", body=b"prompt"), 307, "https://other.test/x")


@pytest.mark.parametrize(
    ("status", "method", "becomes"),
    [
        (301, "POST", "GET"),
        (302, "POST", "GET"),
        (303, "POST", "GET"),
        (303, "PUT", "GET"),
        (303, "DELETE", "GET"),
        (303, "HEAD", "HEAD"),
        (301, "PUT", "PUT"),
        (302, "DELETE", "DELETE"),
        (307, "POST", "POST"),
        (308, "POST", "POST"),
    ],
)
def test_redirected_changes_the_method_as_the_status_says(status, method, becomes):
    headers = ((b"Content-Type", b"application/json"), (b"Accept", b"*/*"))
    new = redirected(ask(method, body=b"data", headers=headers), status, "/x")
    assert new.method == becomes
    if becomes == "GET":
        assert new.body == b""
        assert tuple(new.headers) == ((b"Accept", b"*/*"),)
    elif method != "HEAD":
        assert new.body == b"data"


def test_redirected_sends_a_body_again_only_if_it_can():
    again = redirected(ask("POST", body=Source(replayable=True)), 307, "/x")
    assert isinstance(again.body, Source)
    with pytest.raises(RedirectError, match="only once"):
        redirected(ask("POST", body=Source(replayable=False)), 307, "/x")
    assert redirected(ask("POST", body=Source(replayable=False)), 303, "/x").body == b""


def test_redirected_drops_a_host_header_that_was_given():
    assert tuple(redirected(ask(headers=((b"Host", b"x"), *PLAIN)), 307, "/x").headers) == PLAIN


@pytest.mark.parametrize(
    "location",
    [
        None,
        "",
        "ftp://x/y",
        "mailto:a@b",
        "https://[::1",
        "https://h:99999/",
        "javascript:x",
        "https://ü.test/",
    ],
)
def test_redirected_refuses_a_location_that_is_no_http_address(location):
    with pytest.raises(RedirectError):
        redirected(ask(), 302, location)


def test_redirected_stops_after_a_number_of_hops():
    assert redirected(ask(), 302, "/x", MAX_REDIRECTS - 1).target == "/x"
    with pytest.raises(RedirectError, match="more than"):
        redirected(ask(), 302, "/x", MAX_REDIRECTS)
