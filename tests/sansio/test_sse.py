from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._sansio.sse import ServerSentEvent, SSEDecoder


def decode(*chunks: bytes) -> list[ServerSentEvent]:
    decoder = SSEDecoder()
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    return events + decoder.finish()


def data_of(*chunks: bytes) -> list[bytes]:
    return [event.data for event in decode(*chunks)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_sse_takes_every_line_end(end):
    body = end.join([b"data: one", b"", b"data: two", b"", b""])
    assert data_of(body) == [b"one", b"two"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_sse_takes_line_ends_split_at_every_place(end):
    body = end.join([b"event: a", b"data: one", b"data: more", b"", b": note", b"data: two", b"", b""])
    whole = decode(body)
    assert [event.data for event in whole] == [b"one\nmore", b"two"]
    for cut in range(len(body) + 1):
        assert decode(body[:cut], body[cut:]) == whole


def test_sse_dispatches_after_a_bare_cr_without_waiting_for_a_line_feed():
    decoder = SSEDecoder()
    assert [event.data for event in decoder.feed(b"data: x\r\r")] == [b"x"]
    assert [event.data for event in decoder.feed(b"\ndata: y\r\n\r")] == [b"y"]
    assert decoder.feed(b"\n") == []


def test_sse_takes_data_without_a_space():
    assert data_of(b'data:{"a":1}\n\n') == [b'{"a":1}']


def test_sse_takes_away_only_one_space():
    assert data_of(b"data:  x\n\n", b"data: y \n\n") == [b" x", b"y "]


def test_sse_joins_several_data_lines():
    assert data_of(b"data: a\ndata:\ndata: b\n\n") == [b"a\n\nb"]


def test_sse_keeps_line_separators_of_unicode_inside_data():
    text = json.dumps({"t": "a\u2028b\u0085c\u2029d\x0be"}, ensure_ascii=False).encode()
    assert data_of(b"data: " + text + b"\n\n") == [text]


def test_sse_takes_characters_split_in_the_middle():
    text = "data: žluťoučký 🐎\n\n".encode()
    for cut in range(len(text)):
        assert data_of(text[:cut], text[cut:]) == ["žluťoučký 🐎".encode()]


@pytest.mark.parametrize("cut", range(5))
def test_sse_skips_a_byte_order_mark(cut):
    body = b"\xef\xbb\xbfdata: x\n\n"
    assert data_of(body[:cut], body[cut:]) == [b"x"]


def test_sse_skips_a_byte_order_mark_only_at_the_start():
    assert data_of(b"data: x\n\n\xef\xbb\xbfdata: y\n\n") == [b"x"]


def test_sse_keeps_what_only_begins_like_a_byte_order_mark():
    decoder = SSEDecoder()
    assert decoder.feed(b"\xef\xbb") == []
    assert decoder.finish() == []
    assert decoder.pending == b"\xef\xbb"


def test_sse_passes_over_comments_and_unknown_fields():
    body = b": ping\n\n:\n\nfoo: bar\ndata: x\nbaz\n\n"
    assert decode(body) == [ServerSentEvent(b"x")]


def test_sse_drops_events_without_data():
    assert decode(b"event: ping\n\nid: 7\n\nretry: 10\n\ndata: x\n\n") == [ServerSentEvent(b"x", id="7")]


def test_sse_resets_the_type_of_a_dropped_event():
    assert decode(b"event: ping\n\ndata: x\n\n")[0].event is None


def test_sse_gives_empty_data_as_the_standard_wants():
    assert data_of(b"data\n\n", b"data:\n\n", b"data: \n\n", b"data\ndata\n\n") == [b"", b"", b"", b"\n"]


def test_sse_reads_type_id_and_retry():
    body = b"event: a\nid: 1\nretry: 250\ndata: x\n\nevent:\ndata: y\n\n"
    assert decode(body) == [
        ServerSentEvent(b"x", "a", "1", 250),
        ServerSentEvent(b"y", None, "1", None),
    ]


@pytest.mark.parametrize("value", [b"-1", b"1.5", b"x", b"", "\uff11".encode(), b"9" * 5000])
def test_sse_ignores_a_retry_that_is_no_number(value):
    assert decode(b"retry: " + value + b"\ndata: x\n\n") == [ServerSentEvent(b"x")]


def test_sse_ignores_an_id_with_nul():
    assert decode(b"id: 1\ndata: x\n\nid: a\0b\ndata: y\n\n")[1].id == "1"


def test_sse_discards_an_event_without_its_end_and_tells_of_it():
    decoder = SSEDecoder()
    assert [event.data for event in decoder.feed(b'data: {"a":1}\n\nevent: b\ndata: {"b"')] == [b'{"a":1}']
    assert decoder.truncated
    assert decoder.finish() == []
    assert decoder.truncated
    assert decoder.pending == b'event: b\ndata: {"b"'


def test_sse_discards_a_whole_line_whose_event_has_no_end():
    decoder = SSEDecoder()
    assert decoder.feed(b"data: x\n") == []
    assert decoder.finish() == []
    assert decoder.truncated


@pytest.mark.parametrize("end", [b"", b"\n", b"\r", b"\r\n"])
@pytest.mark.parametrize("line", [b"data: [DONE]", b"data:[DONE]"])
def test_sse_lets_done_through_without_its_empty_line(line, end):
    decoder = SSEDecoder()
    decoder.feed(line + end)
    assert decoder.finish() == [ServerSentEvent(b"[DONE]")]
    assert not decoder.truncated
    assert decoder.finish() == []


def test_sse_is_not_truncated_by_a_comment():
    decoder = SSEDecoder()
    decoder.feed(b"data: x\n\n: pi")
    decoder.finish()
    assert not decoder.truncated


def test_sse_takes_a_named_stream_with_something_else_in_between():
    body = b"event: a\ndata: 1\n\n: ping\n\nevent: b\ndata: 2\ndata: 3\n\n\n\nevent: c\ndata: 4\n\n"
    assert decode(body) == [
        ServerSentEvent(b"1", "a"),
        ServerSentEvent(b"2\n3", "b"),
        ServerSentEvent(b"4", "c"),
    ]


def test_sse_takes_a_run_of_named_events_at_once():
    body = b"".join(b'event: e%d\ndata: {"n":%d}\n\n' % (n, n) for n in range(5))
    assert decode(body) == [ServerSentEvent(b'{"n":%d}' % n, f"e{n}") for n in range(5)]
    assert decode(b"id: 7\n" + body)[4].id == "7"
    assert decode(body + b"event: \ndata: x\n\n")[5] == ServerSentEvent(b"x")


def test_sse_takes_a_run_of_named_events_with_one_that_is_different():
    body = b"event: a\ndata: 1\n\nevent: b\ndata:2\n\nevent: c\nevent: d\n\nevent: e\ndata: 3\n\n"
    assert decode(body) == [
        ServerSentEvent(b"1", "a"),
        ServerSentEvent(b"2", "b"),
        ServerSentEvent(b"3", "e"),
    ]


def test_sse_takes_data_before_the_type():
    assert decode(b"data: 1\nevent: a\n\n") == [ServerSentEvent(b"1", "a")]


def test_sse_takes_a_long_line_in_single_bytes_in_linear_time():
    def cost(size: int) -> float:
        decoder = SSEDecoder()
        began = time.process_time()
        feed = decoder.feed
        feed(b"data: ")
        for _ in range(size):
            feed(b"x")
        (event,) = feed(b"\n\n")
        assert len(event.data) == size
        return time.process_time() - began

    cost(1_000)
    small = min(cost(25_000), cost(25_000))
    assert cost(500_000) < 80 * small  # copying what there is for each byte: 400


LINES = st.sampled_from(
    [
        b"data: x",
        b"data:y",
        b"data",
        b"data: ",
        'data: {"é":"\u2028"}'.encode(),
        b"data: [DONE]",
        b"event: a",
        b"event: b",
        b"event:",
        b"id: 1",
        b"id",
        b"retry: 5",
        b": c",
        b":",
        b"unknown: z",
        b"",
        b"",
        b"",
    ]
)
ANYHOW = st.lists(st.tuples(LINES, st.sampled_from([b"\n", b"\n", b"\r\n", b"\r"])), max_size=20).map(
    lambda lines: b"".join(line + end for line, end in lines)
)
USUAL = st.lists(
    st.sampled_from([b"data: x\n\n", b"event: a\ndata: x\n\n", b"event: b\ndata: y\n\n", b": c\n\n", b"\n"]),
    max_size=6,
).map(b"".join)
BODIES = st.one_of(ANYHOW, USUAL, st.tuples(USUAL, ANYHOW, USUAL).map(b"".join))


@given(BODIES, st.lists(st.integers(0, 200), max_size=8))
def test_sse_gives_the_same_events_however_the_body_is_cut(body, cuts):
    places = sorted({min(cut, len(body)) for cut in cuts} | {0, len(body)})
    pieces = [body[start:end] for start, end in pairwise(places)]
    assert decode(*pieces) == decode(body)
    assert decode(*[body[at : at + 1] for at in range(len(body))]) == decode(body)


def plain_reading(body: bytes) -> list[ServerSentEvent]:
    """The standard's rules, line by line and without haste."""
    events = []
    data: list[bytes] = []
    name = last_id = retry = None
    for line in body.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[:-1]:
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if not line:
            if data:
                events.append(ServerSentEvent(b"\n".join(data), name, last_id, retry))
            data, name, retry = [], None, None
        elif field == b"data":
            data.append(value)
        elif field == b"event":
            name = value.decode() or None
        elif field == b"id":
            last_id = value.decode()
        elif field == b"retry":
            retry = int(value)
    if data == [b"[DONE]"]:
        events.append(ServerSentEvent(b"[DONE]", name, last_id, retry))
    return events


@given(BODIES)
def test_sse_reads_as_the_standard_does(body):
    assert decode(body) == plain_reading(body)
