from __future__ import annotations

from itertools import pairwise

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.peers import request
from triopenai._base.config import Origin
from triopenai._sansio.http1 import MAX_HEAD, MessageError, MessageTruncated, ResponseParser, serialize_head
from triopenai._sansio.request import Request

HOST = b"api.test"


def parse(
    data: bytes, method: str = "GET", *, cuts: tuple[int, ...] = (), eof: bool = False
) -> ResponseParser:
    parser = ResponseParser()
    parser.start(method)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    for start, end in pairwise(edges):
        if start != end:
            parser.feed(data[start:end])
    if eof:
        parser.finish()
    return parser


def summary(data: bytes, method: str, cuts: tuple[int, ...]) -> object:
    """All that a parser tells of `data`, whichever way it came."""
    try:
        parser = parse(data, method, cuts=cuts)
    except MessageError as error:
        return type(error)
    known = (
        parser.status,
        parser.headers,
        parser.http_version,
        parser.take(),
        parser.complete,
        parser.reusable,
    )
    try:
        parser.finish()
    except MessageTruncated as error:
        return known, str(error)
    return known, parser.complete


# Writing


def test_serialize_head_writes_host_headers_and_length():
    head = serialize_head(request("POST", "/v1/x?y=1", headers=[(b"Accept", b"*/*")]), 5, HOST)
    assert head == (b"POST /v1/x?y=1 HTTP/1.1\r\nHost: api.test\r\nAccept: */*\r\nContent-Length: 5\r\n\r\n")


def test_serialize_head_announces_chunks_without_a_length():
    assert b"Transfer-Encoding: chunked\r\n" in serialize_head(request("POST"), None, HOST)


@pytest.mark.parametrize(
    ("method", "there"), [("GET", False), ("DELETE", False), ("POST", True), ("PUT", True)]
)
def test_serialize_head_gives_an_empty_body_a_length_where_one_is_expected(method, there):
    assert (b"Content-Length: 0" in serialize_head(request(method), 0, HOST)) is there


def test_serialize_head_keeps_a_host_that_was_given():
    head = serialize_head(request(headers=[(b"host", b"other.test")]), 0, HOST)
    assert b"api.test" not in head
    assert b"host: other.test\r\n" in head


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ((b"X-A", b"a\r\nX-B: b"), "X-A"),
        ((b"X-A", b"a\nb"), "line break"),
        ((b"X-A", b"a\rb"), "line break"),
        ((b"X-A", b"a\0b"), "NUL"),
        ((b"Accept", b"a\nb"), "Accept"),
        ((b"X A", b"a"), "token"),
        ((b"X-A:", b"a"), "token"),
        ((b"", b"a"), "token"),
        ((b"X-A\r\nB", b"a"), "token"),
        ((b"Content-Length", b"3"), "transport"),
        ((b"transfer-encoding", b"chunked"), "transport"),
    ],
)
def test_serialize_head_refuses_headers_that_break_the_framing(header, what):
    with pytest.raises(ValueError, match=what):
        serialize_head(request(headers=[header]), 0, HOST)


def test_serialize_head_shows_no_value_that_it_refuses():
    with pytest.raises(ValueError, match="Authorization") as caught:
        serialize_head(request(headers=[(b"Authorization", b"Bearer sk-secret\r\n")]), 0, HOST)
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize("target", ["", "/a b", "/a\r\nX: y", "/a\0", "/ä", "/a\x7f"])
def test_serialize_head_refuses_a_target_that_is_no_plain_text(target):
    with pytest.raises(ValueError, match="target"):
        serialize_head(request("GET", target), 0, HOST)


def test_serialize_head_refuses_a_method_with_a_line_break():
    with pytest.raises(ValueError, match="method"):
        serialize_head(Request("GET\r\nX", Origin("http", "a", 80), "/"), 0, HOST)


@given(
    st.lists(
        st.tuples(st.binary(max_size=12), st.binary(max_size=12)),
        max_size=4,
    )
)
def test_serialize_head_writes_what_h11_reads_or_refuses(headers):
    try:
        head = serialize_head(request("POST", "/x", headers=headers), 0, HOST)
    except ValueError:
        return
    server = h11.Connection(h11.SERVER)
    server.receive_data(head)
    try:
        event = server.next_event()
    except h11.RemoteProtocolError:
        return  # h11 is stricter about values
    assert isinstance(event, h11.Request)
    assert event.target == b"/x"
    assert isinstance(server.next_event(), h11.EndOfMessage)
    assert len(event.headers) <= len(headers) + 2


# Reading


def test_parser_reads_a_response_with_a_length():
    parser = parse(b"HTTP/1.1 201 Created\r\nContent-Length: 3\r\nX-A: b\r\n\r\nabc")
    assert (parser.status, parser.http_version, parser.take()) == (201, "1.1", b"abc")
    assert parser.headers == [(b"Content-Length", b"3"), (b"X-A", b"b")]
    assert parser.complete
    assert parser.reusable


def test_parser_reads_chunks_and_drops_trailers():
    data = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-T: t\r\n\r\n"
    )
    parser = parse(data)
    assert parser.take() == b"abcde"
    assert parser.reusable
    assert len(parser.headers) == 1


def test_parser_reads_to_the_end_of_the_stream_where_no_length_is_given():
    parser = parse(b"HTTP/1.1 200 OK\r\n\r\nabc")
    assert not parser.complete
    parser = parse(b"HTTP/1.1 200 OK\r\n\r\nabc", eof=True)
    assert parser.complete
    assert not parser.reusable
    assert parser.take() == b"abc"


def test_parser_skips_interim_responses():
    parser = parse(
        b"HTTP/1.1 100 Continue\r\nX-A: b\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"
        b"HTTP/1.1 204 No Content\r\n\r\n"
    )
    assert parser.status == 204
    assert parser.headers == []
    assert parser.reusable


@pytest.mark.parametrize(
    ("method", "head"),
    [
        ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"),
        ("HEAD", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        ("GET", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n"),
        ("GET", b"HTTP/1.1 204 No Content\r\n\r\n"),
    ],
)
def test_parser_expects_no_body_where_there_is_none(method, head):
    parser = parse(head, method)
    assert parser.complete
    assert parser.reusable
    parser.start("GET")
    parser.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
    assert parser.complete
    assert parser.take() == b"x"


def test_parser_marks_a_body_after_head_as_excess():
    parser = parse(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", "HEAD")
    assert parser.take() == b""
    assert not parser.reusable


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n",
        b"HTTP/1.0 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nConnection: x, Close\r\n",
    ],
)
def test_parser_gives_up_a_connection_that_the_server_will_close(head):
    parser = parse(head + b"Content-Length: 2\r\n\r\nab")
    assert parser.complete
    assert not parser.reusable


@pytest.mark.parametrize("garbage", [b"x", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b"\0" * 100])
@pytest.mark.parametrize("cut", [0, -1])
def test_parser_gives_up_a_connection_with_bytes_after_the_message(garbage, cut):
    message = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"
    parser = parse(message + garbage, cuts=(len(message),) if cut else ())
    assert parser.complete
    assert parser.take() == b"ab"
    assert not parser.reusable


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        b"HTTP/1.1 200 OK\r\nConte",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"",
    ],
)
def test_parser_tells_a_message_cut_short(data):
    with pytest.raises(MessageTruncated):
        parse(data, eof=True)


@pytest.mark.parametrize(
    "data",
    [
        b"garbage",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
        b"HTTP/2.0 200 OK\r\n\r\n",
        b"SSH-2.0-OpenSSH\r\n",
    ],
)
@pytest.mark.parametrize("cuts", [(), tuple(range(200))])
def test_parser_refuses_what_is_no_response(data, cuts):
    with pytest.raises(MessageError):
        parse(data, cuts=cuts)


@pytest.mark.parametrize("size", [1, 1000, 70_000])
def test_parser_bounds_the_head(size):
    data = b"HTTP/1.1 200 OK\r\nX: " + b"a" * (MAX_HEAD + 1) + b"\r\nContent-Length: 1\r\n\r\nx"
    with pytest.raises(MessageError, match="larger"):
        parse(data, cuts=tuple(range(0, len(data), size)))


def test_parser_bounds_interim_responses_and_the_number_of_fields():
    with pytest.raises(MessageError, match="larger"):
        parse(b"HTTP/1.1 100 Continue\r\n\r\n" * 4000, cuts=tuple(range(0, 100_000, 1000)))
    with pytest.raises(MessageError, match="fields"):
        parse(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 600 + b"\r\n")


def test_parser_bounds_trailers_and_chunk_extensions():
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"
    for endless in (b"0\r\nX: " + b"a" * 200_000, b"1;" + b"a" * 200_000):
        with pytest.raises(MessageError, match="larger"):
            parse(head + endless, cuts=tuple(range(0, 200_000, 1000)))


def test_parser_serves_a_connection_for_as_long_as_it_lives():
    parser = ResponseParser()
    for number in range(50):
        parser.start("GET")
        body = b"x" * number
        parser.feed(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % number + body)
        assert parser.reusable
        assert parser.take() == body


def test_parser_ignores_what_comes_after_it_was_closed():
    parser = ResponseParser()
    parser.start("GET")
    parser.close()
    parser.feed(b"HTTP/1.1 200 OK\r\n\r\n")
    assert not parser.reusable


token = st.text("abcXYZ-0", min_size=1, max_size=8)
value = st.text("abc ,;=/0", max_size=10).map(str.strip)
headers = st.lists(st.tuples(token.map("X-{}".format), value), max_size=4)
body = st.binary(max_size=60)


@st.composite
def responses(draw: st.DrawFn) -> tuple[bytes, str]:
    """A response, valid or cut or followed by something, and the method it answers."""
    method = draw(st.sampled_from(["GET", "POST", "HEAD"]))
    status = draw(st.sampled_from([200, 201, 204, 304, 400, 503]))
    lines = [f"{name}: {text}" for name, text in draw(headers)]
    content = draw(body)
    framing = draw(st.sampled_from(["length", "chunked", "eof"]))
    if status == 204:
        framing, content = "eof", b""
    if framing == "length":
        lines.append(f"Content-Length: {len(content)}")
    if framing == "chunked":
        lines.append("Transfer-Encoding: chunked")
        sizes = draw(st.lists(st.integers(1, 20), max_size=4))
        chunks, rest = b"", content
        for size in [*sizes, len(content)]:
            if rest:
                chunks += b"%x\r\n%b\r\n" % (len(rest[:size]), rest[:size])
                rest = rest[size:]
        content = chunks + b"0\r\n\r\n"
    if draw(st.booleans()):
        lines.append("Connection: " + draw(st.sampled_from(["close", "keep-alive"])))
    if method == "HEAD" or status == 304:
        content = b""
    interim = b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\n" * draw(st.integers(0, 2))
    head = "".join(f"{line}\r\n" for line in [f"HTTP/1.1 {status} Why", *lines, ""])
    return interim + head.encode() + content, method


@given(
    responses(),
    st.lists(st.integers(0, 10_000), max_size=30).map(tuple),
    st.sampled_from([b"", b"x", b"HTTP/1.1 200 OK\r\n"]),
    st.integers(0, 300),
)
def test_parser_tells_the_same_however_the_bytes_are_split(response, cuts, excess, cut_off):
    data, method = response
    data = data[: len(data) - cut_off] if cut_off < 100 else data + excess
    whole = summary(data, method, ())
    assert summary(data, method, cuts) == whole
    assert summary(data, method, tuple(range(len(data)))) == whole


@given(responses())
def test_parser_agrees_with_h11(response):
    data, method = response
    client = h11.Connection(h11.CLIENT)
    client.send(h11.Request(method=method, target="/", headers=[("Host", "a"), ("Content-Length", "0")]))
    client.send(h11.EndOfMessage())
    client.receive_data(data)
    client.receive_data(b"")
    content, seen = b"", None
    while (event := client.next_event()) is not h11.NEED_DATA and not isinstance(event, h11.EndOfMessage):
        if isinstance(event, h11.Response):
            seen = event
        elif isinstance(event, h11.Data):
            content += event.data
    assert seen is not None
    parser = parse(data, method, eof=True)
    assert (parser.status, parser.take()) == (seen.status_code, content)
    assert [(name.lower(), value) for name, value in parser.headers] == [tuple(pair) for pair in seen.headers]
    assert parser.complete


@given(responses())
def test_parser_keeps_connections_alive_as_h11_does(response):
    data, method = response
    client = h11.Connection(h11.CLIENT)
    client.send(h11.Request(method=method, target="/", headers=[("Host", "a"), ("Content-Length", "0")]))
    client.send(h11.EndOfMessage())
    client.receive_data(data)
    while (event := client.next_event()) is not h11.NEED_DATA and not isinstance(event, h11.EndOfMessage):
        pass
    alive = client.our_state is h11.DONE and client.their_state is h11.DONE
    parser = parse(data, method)
    if parser.reusable:
        assert alive
    elif alive:
        # Without a length, llhttp does not trust the end of a response to HEAD; that costs a connection.
        assert method == "HEAD"
