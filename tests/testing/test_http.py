from __future__ import annotations

import time

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.wire import ask, chat, connect
from triopenai.testing import faults, open_sandbox


async def test_connection_serves_many_requests(sandbox):
    async with connect(sandbox) as wire:
        for _ in range(5):
            assert (await wire.ask("GET", "/models/gpt-4")).status == 200
    await sandbox.connections.wait_closed()
    (record,) = sandbox.connections.records
    assert (record.requests, record.closed_by, sandbox.connections.opened) == (5, "client", 1)


async def test_connection_answers_pipelined_requests_in_order(sandbox):
    async with connect(sandbox) as wire:
        line = f"GET /v1/models/%s HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {wire.key}\r\n\r\n"
        await wire.stream.send_all((line % "gpt-4" + line % "o3").encode())
        received = b""
        while received.count(b"owned_by") < 2:
            received += await wire.stream.receive_some()
    assert received.index(b'"id":"gpt-4"') < received.index(b'"id":"o3"')


async def test_connection_reads_a_request_in_any_pieces(sandbox):
    async with connect(sandbox) as wire:
        body = b'{"model":"text-embedding-3-small","input":"x","dimensions":2}'
        head = f"POST /v1/embeddings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {wire.key}\r\n"
        for byte in head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body:
            await wire.stream.send_all(bytes([byte]))
        received = await wire.stream.receive_some()
    assert received.startswith(b"HTTP/1.1 200 OK\r\n")


async def test_connection_answers_100_continue(sandbox):
    async with connect(sandbox) as wire:
        head = f"POST /v1/embeddings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {wire.key}\r\n"
        await wire.stream.send_all(head.encode() + b"Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        assert (await wire.stream.receive_some()).startswith(b"HTTP/1.1 100 ")
        await wire.stream.send_all(b"{}")
        assert b" 400 " in await wire.stream.receive_some()


@pytest.mark.parametrize("data", [b"\x16\x03\x01 what\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n"])
async def test_connection_refuses_what_is_no_request(sandbox, data):
    async with connect(sandbox) as wire:
        await wire.stream.send_all(data)
        received = b""
        while piece := await wire.stream.receive_some():
            received += piece
    assert received.startswith(b"HTTP/1.1 400 ")
    assert b'"invalid_request_error"' in received


async def test_connection_closes_after_connection_close_and_http_1_0(sandbox):
    for line in ("HTTP/1.1\r\nHost: x\r\nConnection: close", "HTTP/1.0"):
        async with connect(sandbox) as wire:
            await wire.stream.send_all(f"GET /v1/models {line}\r\n\r\n".encode())
            received = b""
            while piece := await wire.stream.receive_some():
                received += piece
        assert b" 401 " in received
    assert sandbox.connections.closed_by_server == 2


async def test_connection_answers_head_without_a_body(sandbox):
    async with connect(sandbox) as wire:
        await wire.stream.send_all(b"HEAD /v1/models HTTP/1.1\r\nHost: x\r\n\r\n")
        received = await wire.stream.receive_some()
    assert received.startswith(b"HTTP/1.1 401 ")
    assert received.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "fault",
    [faults.stall(), faults.stall_stream(1), faults.pings(1e9, 1), faults.slow_bytes(1e9)],
    ids=["stall", "stall_stream", "pings", "slow_bytes"],
)
async def test_connection_sees_the_client_go_whatever_it_does(sandbox, fault, autojump_clock):
    sandbox.faults.add(fault)
    async with connect(sandbox) as wire:
        await wire.send("POST", "/chat/completions", json_body=chat(stream=True))
        await sandbox.requests.wait(1)
        await wait_all_tasks_blocked()
        assert sandbox.connections.open == 1
        closed_at = trio.current_time()
    await sandbox.connections.wait_closed(1)
    assert sandbox.connections.records[0].closed_at == closed_at
    assert sandbox.connections.closed_by_client == 1


async def test_connection_waits_for_a_client_who_does_not_read(sandbox):
    async with connect(sandbox) as wire:
        sandbox.faults.add(faults.body(*[b"x" * 50_000] * 20))
        await wire.send("GET", "/files/a/content")
        await wait_all_tasks_blocked()
        assert len(wire.stream._incoming.buffer) == 65536  # type: ignore[attr-defined]  # Trio's own class
        assert len((await wire.hear()).body) == 1_000_000


async def test_connection_stops_reading_what_nobody_takes(autojump_clock):
    async with open_sandbox(latency=5, buffer_size=1000) as sandbox, connect(sandbox) as wire:
        await wire.send("GET", "/models")
        with trio.move_on_after(1) as scope:
            await wire.stream.send_all(b"\r\n" * 1_000_000)
        assert scope.cancelled_caught


async def test_crash_is_a_500_and_recorded(autojump_clock):
    def reply(question: str, choice: int) -> str:
        raise ZeroDivisionError(question)

    async with open_sandbox(reply=reply) as sandbox:
        heard = await ask(sandbox, "POST", "/chat/completions", json_body=chat())
        assert (heard.status, heard.error["type"]) == (500, "server_error")
        assert (await ask(sandbox, "GET", "/models")).status == 200
        (crash,) = sandbox.crashes
        assert isinstance(crash, ZeroDivisionError)


async def test_thousand_connections_at_once_take_few_seconds_of_work():
    async with open_sandbox() as sandbox:

        async def one() -> None:
            assert (await ask(sandbox, "POST", "/chat/completions", json_body=chat())).status == 200

        began = time.process_time()
        async with trio.open_nursery() as nursery:
            for _ in range(1000):
                nursery.start_soon(one)
        assert time.process_time() - began < 10
        await sandbox.connections.wait_closed()
        assert (sandbox.connections.opened, sandbox.connections.closed_by_client) == (1000, 1000)
