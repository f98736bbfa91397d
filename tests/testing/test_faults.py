from __future__ import annotations

import gzip
import zlib
from typing import Any

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from tests.support.wire import Heard, ask, chat, connect
from triopenai.testing import Fault, Sandbox, faults


async def stream(sandbox: Sandbox, fault: Fault) -> Heard:
    sandbox.faults.add(fault)
    return await ask(sandbox, "POST", "/chat/completions", json_body=chat(stream=True))


async def plain(sandbox: Sandbox, fault: Fault) -> Heard:
    sandbox.faults.add(fault)
    return await ask(sandbox, "POST", "/chat/completions", json_body=chat())


@pytest.mark.parametrize(
    ("fault", "status", "kind", "code"),
    [
        (faults.status(418), 418, "invalid_request_error", None),
        (faults.status(529), 529, "server_error", None),
        (faults.rate_limited(), 429, "requests", "rate_limit_exceeded"),
        (faults.insufficient_quota(), 429, "insufficient_quota", "insufficient_quota"),
        (faults.insufficient_quota("x"), 429, "insufficient_quota", "x"),
        (faults.overloaded(), 503, "service_unavailable_error", "server_is_overloaded"),
        (faults.server_error(), 500, "server_error", None),
    ],
)
async def test_error_statuses_have_the_apis_shape(sandbox, fault, status, kind, code):
    heard = await plain(sandbox, fault)
    assert (heard.status, heard.error["type"], heard.error["code"]) == (status, kind, code)
    assert heard.complete
    assert heard.headers["x-request-id"]


async def test_rate_limited_says_when_to_come_back(sandbox):
    heard = await plain(sandbox, faults.rate_limited("Wed, 21 Oct 2026 07:28:00 GMT", headers={"x-a": "b"}))
    assert (heard.headers["retry-after"], heard.headers["x-a"]) == ("Wed, 21 Oct 2026 07:28:00 GMT", "b")
    assert "retry-after-ms" not in heard.headers
    heard = await plain(sandbox, faults.rate_limited(retry_after_ms=1.5))
    assert heard.headers["retry-after-ms"] == "1.5"


async def test_odd_bodies(sandbox):
    page = await plain(sandbox, faults.html_error(504))
    assert (page.status, page.headers["content-type"]) == (504, "text/html")
    assert b"504 Gateway Timeout" in page.body
    nothing = await plain(sandbox, faults.empty())
    assert (nothing.status, nothing.body, nothing.complete) == (200, b"", True)
    broken = await plain(sandbox, faults.not_json())
    assert broken.headers["content-type"] == "application/json"
    with pytest.raises(ValueError, match="Unterminated"):
        _ = broken.json
    assert (await plain(sandbox, faults.answer([1, 2]))).body == b"[1,2]"
    assert (await plain(sandbox, faults.status(400, body={"detail": "no"}))).json == {"detail": "no"}
    given = await plain(sandbox, faults.body(b"a", b"b", content_type="text/x", code=201))
    assert (given.status, given.body, given.headers["content-type"]) == (201, b"ab", "text/x")
    typed = await plain(sandbox, faults.wrong_content_type())
    assert (typed.headers["content-type"], typed.json["object"]) == ("text/plain", "chat.completion")
    assert "content-type" not in (await plain(sandbox, faults.wrong_content_type(""))).headers


async def test_redirect(sandbox):
    heard = await plain(sandbox, faults.redirect("http://other.test/v1/x", 302))
    assert (heard.status, heard.headers["location"]) == (302, "http://other.test/v1/x")


async def test_fields_can_be_dropped_and_changed_anywhere(sandbox):
    heard = await plain(sandbox, faults.drop_fields("refusal", "usage"))
    assert "usage" not in heard.json
    assert "refusal" not in heard.json["choices"][0]["message"]
    heard = await stream(sandbox, faults.change_fields({"created": 1.5, "index": None}))
    assert all(event["created"] == 1.5 for event in heard.events)
    assert heard.events[0]["choices"][0]["index"] is None


async def test_stall_answers_nothing(sandbox, autojump_clock):
    sandbox.faults.add(faults.stall())
    async with connect(sandbox) as wire:
        await wire.send("GET", "/models")
        with trio.move_on_after(3600):
            raise AssertionError(await wire.hear())


async def test_stall_stream_falls_silent_after_some_events(sandbox, autojump_clock):
    sandbox.faults.add(faults.stall_stream(2))
    heard = Heard()
    async with connect(sandbox) as wire:
        await wire.send("POST", "/chat/completions", json_body=chat(stream=True))
        with trio.move_on_after(3600):
            await wire.hear(heard)
    assert (len(heard.events), heard.complete) == (2, False)


async def test_pings_go_on_for_ever(sandbox, autojump_clock):
    sandbox.faults.add(faults.pings(0.5, after_events=1, comment="still here"))
    heard = Heard()
    began = trio.current_time()
    async with connect(sandbox) as wire:
        await wire.send("POST", "/chat/completions", json_body=chat(stream=True))
        with trio.move_on_after(10.1):
            await wire.hear(heard)
    assert len(heard.events) == 1
    assert heard.body.count(b": still here\n\n") == 20
    assert heard.times[-1] - began == pytest.approx(10)


@pytest.mark.parametrize("streaming", [False, True])
async def test_reset_before_the_answer(sandbox, streaming):
    heard = await (stream if streaming else plain)(sandbox, faults.reset())
    assert (heard.status, heard.complete) == (0, False)


async def test_reset_after_events_and_in_a_chunk(sandbox):
    heard = await stream(sandbox, faults.reset(after_events=2))
    assert (len(heard.events), heard.body.count(b"data:"), heard.complete) == (2, 2, False)
    heard = await stream(sandbox, faults.reset(mid_chunk=True))
    assert (len(heard.events), heard.body.count(b"data:"), heard.complete) == (1, 2, False)
    heard = await plain(sandbox, faults.reset(after_events=0))
    assert (heard.status, heard.complete) == (200, False)
    assert heard.body.startswith(b'{"id"')


async def test_truncate_ends_a_stream_properly_but_early(sandbox):
    heard = await stream(sandbox, faults.truncate(3))
    assert (len(heard.events), heard.complete) == (3, True)
    assert b"[DONE]" not in heard.body


async def test_half_event_ends_a_stream_inside_of_an_event(sandbox):
    heard = await stream(sandbox, faults.half_event(1))
    assert (len(heard.blocks), heard.complete) == (1, True)
    assert heard.body.count(b"data:") == 2


async def test_short_streams_and_other_bodies_survive_cuts(sandbox):
    assert (await stream(sandbox, faults.truncate(500))).complete
    sandbox.faults.add(faults.truncate())
    async with connect(sandbox) as wire:
        await wire.send("GET", "/models/o3")
        received = b""
        while piece := await wire.stream.receive_some():
            received += piece
    assert b"content-length: 69" in received
    assert len(received.partition(b"\r\n\r\n")[2]) == 69 // 2


async def test_garbage_is_no_http(sandbox):
    sandbox.faults.add(faults.garbage())
    async with connect(sandbox) as wire:
        await wire.send("GET", "/models")
        assert (await wire.stream.receive_some()).startswith(b"\x00\xff")
    sandbox.faults.add(faults.garbage(after_events=1))
    async with connect(sandbox) as wire:
        await wire.send("POST", "/chat/completions", json_body=chat(stream=True))
        received = b""
        with pytest.raises(trio.BrokenResourceError):
            while piece := await wire.stream.receive_some():
                received += piece
    assert received.count(b"data:") == 1
    assert b"\x00\xff" in received


async def test_slow_bytes_drip(sandbox, autojump_clock):
    began = trio.current_time()
    heard = await plain(sandbox, faults.slow_bytes(0.3))
    assert heard.json["object"] == "chat.completion"
    assert heard.times[-1] - began == pytest.approx(0.3 * len(heard.body))


async def test_split_cuts_anywhere(sandbox):
    whole = await stream(sandbox, Fault())
    cut = await stream(sandbox, faults.split(7))
    assert len(cut.events) == len(whole.events)
    assert len(cut.times) >= len(cut.body) / 7


async def test_end_can_be_late_or_never_come(sandbox, autojump_clock):
    began = trio.current_time()
    heard = await stream(sandbox, faults.late_terminator(4))
    assert heard.complete
    assert (trio.current_time() - began, heard.times[-1] - began) == (4, 0)
    sandbox.faults.add(faults.never_end_after_done())
    heard = Heard()
    async with connect(sandbox) as wire:
        await wire.send("POST", "/chat/completions", json_body=chat(stream=True))
        with trio.move_on_after(3600):
            await wire.hear(heard)
    assert heard.blocks[-1] == (None, "[DONE]")
    assert not heard.complete


async def test_stream_error_comes_with_status_200(sandbox):
    heard = await stream(sandbox, faults.stream_error(after_events=2))
    assert (heard.status, len(heard.events), heard.complete) == (200, 3, True)
    assert heard.events[-1]["error"]["code"] == "server_is_overloaded"
    failed: dict[str, Any] = {"type": "response.failed", "response": {}}
    heard = await stream(sandbox, faults.stream_error(failed, name="response.failed", after_events=0))
    assert heard.blocks == [("response.failed", '{"type":"response.failed","response":{}}')]


async def test_events_and_sse_are_the_callers(sandbox):
    heard = await stream(sandbox, faults.events({"type": "a"}, "[DONE]", names=True))
    assert heard.blocks == [("a", '{"type":"a"}'), (None, "[DONE]")]
    heard = await plain(sandbox, faults.sse(b"data: \xf0", b"\x9f\x98\x80\r\n\r", b"\n"))
    assert heard.body == "data: 😀\r\n\r\n".encode()
    assert heard.headers["content-type"] == "text/event-stream"
    assert (len(heard.times), heard.headers["x-request-id"]) == (3, "req_00000002")


async def test_done_and_names_can_be_missing(sandbox):
    heard = await stream(sandbox, faults.no_done())
    assert heard.complete
    assert b"[DONE]" not in heard.body
    assert heard.events[-1]["choices"][0]["finish_reason"] == "stop"
    sandbox.faults.add(faults.unnamed_events())
    body = {"model": "gpt-5", "input": "x", "stream": True}
    heard = await ask(sandbox, "POST", "/responses", json_body=body)
    assert {name for name, _ in heard.blocks} == {None}
    assert heard.events[-1]["type"] == "response.completed"


async def test_gzip_and_its_truncation(sandbox):
    for make in (plain, stream):
        heard = await make(sandbox, faults.gzip())
        assert heard.headers["content-encoding"] == "gzip"
        assert b"chat.completion" in gzip.decompress(heard.body)
        heard = await make(sandbox, faults.truncated_gzip())
        assert heard.complete
        with pytest.raises(EOFError):
            gzip.decompress(heard.body)
        assert not zlib.decompressobj(wbits=31).eof


async def test_huge_header(sandbox):
    sandbox.faults.add(faults.huge_header(300_000))
    async with connect(sandbox) as wire:
        await wire.send("GET", "/models")
        received = b""
        while b"\r\n\r\n" not in received:
            received += await wire.stream.receive_some()
    assert b"x-huge: " + b"h" * 300_000 in received


async def test_raw_is_sent_as_it_is(sandbox):
    sandbox.faults.add(faults.raw(b"HTTP/1.1 204 No\r\n\r\n"))
    async with connect(sandbox) as wire:
        await wire.send("GET", "/models")
        assert await wire.stream.receive_some() == b"HTTP/1.1 204 No\r\n\r\n"
        assert await wire.stream.receive_some() == b""
    sandbox.faults.add(faults.raw(b"x", then="reset"))
    async with connect(sandbox) as wire:
        await wire.send("GET", "/models")
        assert await wire.stream.receive_some() == b"x"
        with pytest.raises(trio.BrokenResourceError):
            await wire.stream.receive_some()


async def test_connections_can_close_announced_or_not(sandbox, autojump_clock):
    sandbox.faults.add(faults.close_after())
    async with connect(sandbox) as wire:
        heard = await wire.ask("GET", "/models")
        assert (heard.headers["connection"], await wire.stream.receive_some()) == ("close", b"")
    sandbox.faults.add(faults.disconnect_idle(after=5))
    async with connect(sandbox) as wire:
        heard = await wire.ask("GET", "/models")
        assert "connection" not in heard.headers
        began = trio.current_time()
        assert await wire.stream.receive_some() == b""
        assert trio.current_time() - began == 5
    sandbox.faults.add(faults.disconnect_idle(after=5))
    async with connect(sandbox) as wire:
        await wire.ask("GET", "/models")
        await trio.sleep(4)
        assert (await wire.ask("GET", "/models")).complete
        await trio.sleep(100)
        assert (await wire.ask("GET", "/models")).complete


async def test_delay(sandbox, autojump_clock):
    began = trio.current_time()
    await plain(sandbox, faults.delay(7))
    assert trio.current_time() - began == 7


async def test_plan_picks_requests(sandbox):
    sandbox.faults.add(faults.status(418), times=2, path="/chat/*", method="POST", after=1)
    sandbox.faults.add(faults.status(503), when=lambda request: "x-bad" in request.headers)
    assert len(sandbox.faults) == 2

    async def post() -> int:
        return (await ask(sandbox, "POST", "/chat/completions", json_body=chat())).status

    assert (await ask(sandbox, "GET", "/models")).status == 200
    assert [await post() for _ in range(4)] == [200, 418, 418, 200]
    assert (await ask(sandbox, "GET", "/models", headers={"x-bad": "1"})).status == 503
    assert sandbox.faults.pending == ()
    sandbox.faults.add(faults.status(418), times=None)
    assert [await post() for _ in range(3)] == [418] * 3
    sandbox.faults.clear()
    assert await post() == 200
    assert [request.path for request in sandbox.requests][1] == "/chat/completions"


async def test_plan_goes_through_faults_in_order(sandbox):
    for status in (500, 429, 404):
        sandbox.faults.add(faults.status(status))
    heard = [(await ask(sandbox, "GET", "/models")).status for _ in range(4)]
    assert heard == [500, 429, 404, 200]


@pytest.mark.parametrize("wrong", [{"times": 0}, {"times": -1}, {"after": -1}])
async def test_plan_refuses_senseless_counts(sandbox, wrong):
    with pytest.raises(ValueError, match="at least once"):
        sandbox.faults.add(faults.stall(), **wrong)


async def test_faults_are_values():
    assert faults.rate_limited(1) == faults.rate_limited(1)
    assert faults.stall() != faults.stall_stream()
    assert len({faults.reset(), faults.reset(), faults.empty()}) == 2


async def test_fault_on_a_socket_resets_too(autojump_clock):
    from triopenai.testing import open_sandbox  # noqa: PLC0415 - the fixture is in memory only

    async with open_sandbox(port=0) as sandbox:
        sandbox.faults.add(faults.reset(after_events=1))
        assert sandbox.port is not None
        tcp = await trio.open_tcp_stream("127.0.0.1", sandbox.port)
        request = b'{"model":"gpt-4","stream":true,"messages":[{"role":"user","content":"x"}]}'
        head = f"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sandbox.api_key}\r\n"
        await tcp.send_all(head.encode() + b"Content-Length: %d\r\n\r\n" % len(request) + request)
        with pytest.raises(trio.BrokenResourceError):
            while await tcp.receive_some():
                pass
        await tcp.aclose()
        await wait_all_tasks_blocked()
