"""The sandbox's WebSockets: frames, handshakes, and what is no event."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
import trio
import trio.testing
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sessions import prepared_call
from tests.support.sockets import MODEL, open_bench
from triopenai import BadRequestError, NotFoundError, open_client
from triopenai.testing import faults, open_sandbox
from triopenai.testing._frames import (
    Bye,
    FrameDecoder,
    FrameError,
    Message,
    Ping,
    accept_key,
    bye,
    message,
    pong,
)

MASK = b"\x01\x02\x03\x04"
HELLO: Any = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "weather"}]}
TOOL: Any = {"type": "function", "name": "get_weather", "parameters": {"type": "object", "properties": {}}}


def masked(opcode: int, payload: bytes, *, final: bool = True) -> bytes:
    size = len(payload)
    if size < 126:
        head = bytes([0x80 | size])
    elif size < 65536:
        head = bytes([0x80 | 126]) + size.to_bytes(2, "big")
    else:
        head = bytes([0x80 | 127]) + size.to_bytes(8, "big")
    body = bytes(byte ^ MASK[index % 4] for index, byte in enumerate(payload))
    return bytes([(0x80 if final else 0) | opcode]) + head + MASK + body


WIRE = b"".join(
    (
        masked(1, b'{"type": "a"}'),
        masked(1, b"half ", final=False),
        masked(9, b"in between"),
        masked(0, "and hälf".encode()),
        masked(2, bytes(300)),
        masked(10, b""),
        masked(1, b"x" * 70_000),
        masked(8, (3001).to_bytes(2, "big") + b"gone"),
    )
)
READ = [
    Message('{"type": "a"}'),
    Ping(b"in between"),
    Message("half and hälf"),
    Message(bytes(300)),
    Message("x" * 70_000),
    Bye(3001, "gone"),
]


@given(cuts=st.lists(st.integers(0, len(WIRE)), max_size=12))
def test_frames_are_the_same_however_they_are_split(cuts: list[int]):
    decoder = FrameDecoder()
    bounds = [0, *sorted(cuts), len(WIRE)]
    found = [frame for start, end in pairwise(bounds) for frame in decoder.feed(WIRE[start:end])]
    assert found == READ


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x81\x00", 1002),  # not masked
        (masked(0x41, b""), 1002),  # a reserved bit
        (masked(3, b""), 1002),  # no such opcode
        (masked(0, b"x"), 1002),  # goes on with nothing
        (masked(1, b"x", final=False) + masked(1, b"y"), 1002),  # begins in the middle
        (masked(9, b"x", final=False), 1002),  # a ping in pieces
        (masked(9, b"x" * 126), 1002),  # a long ping
        (masked(8, b"\x03"), 1002),  # half a code
        (masked(1, b"\xff"), 1007),
        (b"\x81\xff" + (1 << 40).to_bytes(8, "big"), 1009),
    ],
)
def test_frames_that_break_the_protocol_are_refused(data: bytes, code: int):
    with pytest.raises(FrameError) as caught:
        list(FrameDecoder().feed(data))
    assert caught.value.bye.code == code


def test_frames_are_written_in_the_shortest_form():
    assert message("hi") == b"\x81\x02hi"
    assert message("x" * 200)[:4] == b"\x81\x7e\x00\xc8"
    assert message("x" * 70_000)[:10] == b"\x81\x7f" + (70_000).to_bytes(8, "big")
    assert pong(b"p") == b"\x8a\x01p"
    assert bye(Bye(1011, "oops")) == b"\x88\x06\x03\xf3oops"
    assert bye(Bye(1005)) == b"\x88\x00"
    assert bye(Bye(1011, "ä" * 100)) == b"\x88\x7c\x03\xf3" + "ä".encode() * 61


def test_accept_key_is_that_of_the_standard():
    assert accept_key("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="  # RFC 6455 section 1.3


async def test_request_without_upgrade_is_refused():
    async with open_bench() as bench:
        with pytest.raises(Exception, match="takes WebSocket connections") as caught:
            await bench.client.get("/realtime", cast_to=object)
        assert getattr(caught.value, "status_code", None) == 426


async def test_realtime_calls_a_tool():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.session.update(session={"type": "realtime", "tools": [TOOL]})
        await connection.conversation.item.create(item=HELLO)
        await connection.response.create()
        arguments = ""
        async for event in connection:
            if event.type == "response.function_call_arguments.delta":
                arguments += event.delta
            if event.type == "response.function_call_arguments.done":
                assert (event.name, event.arguments) == ("get_weather", arguments)
                break


async def test_realtime_cancels_a_response(autojump_clock: trio.testing.MockClock):
    async with open_bench(latency=0.1) as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.response.create()
        deltas = 0
        async for event in connection:
            if event.type == "response.output_audio.delta":
                deltas += 1
                if deltas == 1:
                    await connection.response.cancel()
            if event.type == "response.done":
                assert event.response.status == "cancelled"
                break
        assert 1 <= deltas <= 3
        await connection.response.cancel()
        assert (await connection.recv()).type == "rate_limits.updated"
        refused = await connection.recv()
        assert refused.type == "error"
        assert refused.error.code == "response_cancel_not_active"


async def test_realtime_gives_one_response_at_a_time():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.response.create()
        await connection.response.create()
        async for event in connection:
            if event.type == "error":
                assert event.error.code == "conversation_already_has_active_response"
                break


async def test_realtime_keeps_items():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.recv()
        await connection.conversation.item.create(item=HELLO)
        added = await connection.recv()
        assert added.type == "conversation.item.added"
        assert (await connection.recv()).type == "conversation.item.done"
        id_ = added.item.id
        assert id_ is not None
        await connection.conversation.item.retrieve(item_id=id_)
        assert (await connection.recv()).type == "conversation.item.retrieved"
        await connection.conversation.item.truncate(item_id=id_, content_index=0, audio_end_ms=0)
        assert (await connection.recv()).type == "conversation.item.truncated"
        await connection.conversation.item.delete(item_id=id_)
        assert (await connection.recv()).type == "conversation.item.deleted"
        await connection.conversation.item.delete(item_id=id_)
        gone = await connection.recv()
        assert gone.type == "error"
        assert gone.error.code == "item_not_found"
        await connection.output_audio_buffer.clear()
        assert (await connection.recv()).type == "output_audio_buffer.cleared"


@pytest.mark.parametrize("path", ["realtime?model=m", "responses", "live/sessions", "realtime/translations"])
async def test_what_is_no_event_is_answered_with_an_error(path: str):
    async with open_bench() as bench:
        area = path.partition("?")[0]
        client = bench.client
        connects: dict[str, Any] = {
            "realtime": lambda: client.realtime.connect(model="m"),
            "responses": client.responses.connect,
            "live/sessions": client.live.connect,
            "realtime/translations": lambda: client.realtime.translations.connect("m"),
        }
        async with connects[area]() as connection:
            for nonsense in ("no json", "[]", json.dumps({"type": "no.such"})):
                await connection.send_raw(nonsense)
                while (event := await connection.recv()).type != "error":
                    pass
                assert event.error.message


async def test_live_connections_join_the_sessions_that_are_kept():
    async with open_bench() as bench:
        live = bench.client.live
        async with live.connect() as connection:
            await connection.session.start(session={"model": "gpt-live"})
            started = await connection.recv()
            assert started.type == "session.started"
            id_ = started.session.id
            async with live.sideband.connect(session_id=id_) as beside:
                joined = await beside.recv()
                assert joined.to_dict() | {"event_id": None} == started.to_dict() | {"event_id": None}
            await live.sessions.refer(id_, target_uri="tel:1")
            with pytest.raises(BadRequestError, match="goes on"):
                await live.sessions.download_recording(id_)
            await connection.session.close()
            assert [event.type async for event in connection] == ["session.closed"]
        assert (await (await live.sessions.download_recording(id_)).read()).startswith(b"RIFF")
        for connect in (live.sideband.connect, live.forks.connect):
            with pytest.raises(BadRequestError, match="has ended"):
                await connect(session_id=id_).__aenter__()
            with pytest.raises(NotFoundError, match="live_x"):
                await connect(session_id="live_x").__aenter__()


async def test_live_session_that_was_hung_up_says_so():
    async with open_bench() as bench, bench.client.live.connect() as connection:
        await connection.session.start(session={"model": "gpt-live"})
        started = await connection.recv()
        assert started.type == "session.started"
        await bench.client.live.sessions.hangup(started.session.id)
        await connection.session.input_audio.mute()
        assert [event.type async for event in connection] == ["session.closed"]


async def test_realtime_connection_joins_a_call_as_it_was_accepted():
    async with open_bench() as bench:
        calls = bench.client.realtime.calls
        id_ = await prepared_call(bench.client, "realtime.calls.accept")
        await calls.accept(id_, type="realtime", model="gpt-realtime", instructions="Be brief.")
        async with bench.client.realtime.connect(call_id=id_) as connection:
            created = await connection.recv()
            assert created.type == "session.created"
            assert created.session.to_dict()["instructions"] == "Be brief."
        await calls.hangup(id_)
        with pytest.raises(BadRequestError, match="has ended"):
            await bench.client.realtime.connect(call_id=id_).__aenter__()
        with pytest.raises(NotFoundError, match="rtc_x"):
            await bench.client.realtime.connect(call_id="rtc_x").__aenter__()


async def test_realtime_connection_begins_as_its_secret_says():
    async with open_bench() as bench:
        session: Any = {"type": "realtime", "model": "gpt-realtime-mini", "instructions": "Be brief."}
        secret = await bench.client.realtime.client_secrets.create(session=session)
        options: Any = {**bench.sandbox.client_options, "api_key": secret.value}
        async with open_client(**options) as client, client.realtime.connect(model=MODEL) as connection:
            created = await connection.recv()
            assert created.type == "session.created"
            shown = created.session.to_dict()
            assert (shown["model"], shown["instructions"]) == (MODEL, "Be brief.")


async def test_events_come_at_the_pace_that_was_asked_for(autojump_clock: trio.testing.MockClock):
    async with open_bench(tokens_per_second=10) as bench, bench.client.responses.connect() as connection:
        began = trio.current_time()
        await connection.response.create(model="gpt-5", input="Hi")
        deltas = 0
        async for event in connection:
            deltas += event.type == "response.output_text.delta"
            if event.type == "response.completed":
                break
        assert trio.current_time() - began == pytest.approx(deltas / 10)


async def test_sandbox_ends_with_open_sockets():
    async with open_sandbox() as sandbox:
        sandbox.faults.add(faults.stall_socket(0))
        stream = await sandbox.network.open_stream("x.test", 80)
        await stream.send_all(
            b"GET /v1/realtime?model=m HTTP/1.1\r\nHost: x.test\r\n"
            b"Upgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Authorization: Bearer " + sandbox.api_key.encode() + b"\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        assert (await stream.receive_some()).startswith(b"HTTP/1.1 101 ")
    assert sandbox.crashes == ()
