from __future__ import annotations

from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.config import Origin
from triopenai._sansio.address import encode_pairs, parse_base_url, quote_path_value


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://api.openai.com/v1", (Origin("https", "api.openai.com", 443), "/v1", ())),
        ("https://api.openai.com/v1/", (Origin("https", "api.openai.com", 443), "/v1", ())),
        ("https://api.openai.com", (Origin("https", "api.openai.com", 443), "", ())),
        ("HTTP://LocalHost:8080/", (Origin("http", "localhost", 8080), "", ())),
        ("http://[::1]:9000/v1", (Origin("http", "::1", 9000), "/v1", ())),
        ("http://127.0.0.1:11434/v1", (Origin("http", "127.0.0.1", 11434), "/v1", ())),
        (
            "https://x.azure.com/openai/deployments/gpt%204?api-version=2024-10-21&a=",
            (
                Origin("https", "x.azure.com", 443),
                "/openai/deployments/gpt%204",
                (("api-version", "2024-10-21"), ("a", "")),
            ),
        ),
        ("https://bücher.example/v1", (Origin("https", "xn--bcher-kva.example", 443), "/v1", ())),
        ("https://api.example/é", (Origin("https", "api.example", 443), "/%C3%A9", ())),
        (" https://api.example ", (Origin("https", "api.example", 443), "", ())),
        ("http://my_host.internal.", (Origin("http", "my_host.internal.", 80), "", ())),
    ],
)
def test_base_url_is_taken_apart(url, expected):
    assert parse_base_url(url) == expected


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("api.openai.com/v1", "https://"),
        ("localhost:8080", "https://"),
        ("//api.openai.com", "https://"),
        ("ftp://api.openai.com", "https://"),
        ("https://", "no host"),
        ("https:///v1", "no host"),
        ("https://user:secret@api.openai.com", "user name"),
        ("https://api.openai.com/v1#top", "fragment"),
        ("https://api.openai.com:0", "port"),
        ("https://api.openai.com:99999", "[Pp]ort"),
        ("https://api.openai.com:x", "[Pp]ort"),
        ("https://api open.com", "blanks"),
        ("https://api.openai.com\n", "blanks"),
        ("https://api.openai.com/a b", "blanks"),
        ("https://api.openai.com\\@evil.example", "blanks"),
        ("https://a..b", "host name"),
        ("https://-a.b", "host name"),
        ("https://a<b", "host name"),
        ("https://[::1", "."),
        ("https://" + "a" * 64 + ".com", "host name"),
        ("https://ü" + "ü" * 80 + ".com", "host name"),
        ("https://api.openai.com/v1/../admin", r"\.\."),
    ],
)
def test_base_url_that_cannot_be_is_refused(url, why):
    with pytest.raises(ValueError, match=why) as caught:
        parse_base_url(url)
    assert "secret" not in str(caught.value)
    assert str(caught.value).startswith("base_url")


def test_base_url_must_be_a_string():
    with pytest.raises(TypeError, match="base_url must be a string, not NoneType"):
        parse_base_url(None)  # type: ignore[arg-type]  # the point


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("file-abc123", "file-abc123"),
        ("ft:gpt-4o:org::id", "ft:gpt-4o:org::id"),
        ("a/b", "a%2Fb"),
        ("../files", "..%2Ffiles"),
        ("a?b=c", "a%3Fb%3Dc"),
        ("a#b", "a%23b"),
        ("%2e%2e", "%252e%252e"),
        ("a b", "a%20b"),
        ("a\\b", "a%5Cb"),
        ("a;b", "a%3Bb"),
        ("é🐎", "%C3%A9%F0%9F%90%8E"),
        ("...", "..."),
        ("\u2028", "%E2%80%A8"),
    ],
)
def test_path_value_is_escaped(value, segment):
    assert quote_path_value("files.retrieve", "file_id", value) == segment


@pytest.mark.parametrize("value", ["", ".", "..", "a\nb", "a\rb", "a\0b", "\x7f", "\x85", "\ud83c"])
def test_path_value_that_could_lead_elsewhere_is_refused(value):
    with pytest.raises(ValueError, match=r"files\.retrieve\(\): file_id"):
        quote_path_value("files.retrieve", "file_id", value)


@pytest.mark.parametrize("value", [None, 3, b"a", ["a"], object()])
def test_path_value_must_be_a_string(value):
    with pytest.raises(TypeError, match=r"files\.retrieve\(\): file_id must be a string, not"):
        quote_path_value("files.retrieve", "file_id", value)


def test_path_value_that_was_not_awaited_is_named():
    async def make() -> str:
        return "x"

    coroutine = make()
    with pytest.raises(TypeError, match=r"file_id is a coroutine of .*make\(\): was `await` forgotten"):
        quote_path_value("files.retrieve", "file_id", coroutine)
    coroutine.close()


@given(st.text(max_size=20))
def test_path_value_is_always_one_segment_that_reads_back(value):
    try:
        segment = quote_path_value("m", "p", value)
    except ValueError:
        return
    assert segment not in {"", ".", ".."}
    assert segment.isascii()
    assert not set(segment) & set("/?#\\ ")
    assert unquote(segment) == value


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"])),
            st.text(st.characters(exclude_categories=["Cs"])),
        )
    )
)
def test_query_reads_back(pairs):
    text = encode_pairs(pairs)
    assert text.isascii()
    assert not set(text) & set(" \r\n#?")
    assert parse_qsl(text, keep_blank_values=True) == [pair for pair in pairs if text]
