"""Events both ways over an open connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio
import trio.testing

from tests.support.sockets import MODEL, open_bench
from triopenai import (
    APIError,
    APIResponseValidationError,
    BaseModel,
    WebSocketConnectionClosedError,
    open_client,
)
from triopenai.testing import faults, open_sandbox
from triopenai.types.realtime import SessionCreatedEvent, SessionUpdateEvent

if TYPE_CHECKING:
    from triopenai.realtime import RealtimeConnection

TEXT: Any = {"type": "realtime", "output_modalities": ["text"]}
HELLO: Any = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Say hello"}]}


async def kinds_until(connection: RealtimeConnection, last: str) -> list[str]:
    kinds: list[str] = []
    async for event in connection:
        kinds.append(event.type)
        if event.type == last:
            break
    return kinds


async def test_realtime_answers_in_text():
    async with open_bench(reply=lambda question, _: f"You said: {question}") as bench:
        async with bench.client.realtime.connect(model=MODEL) as connection:
            assert isinstance(await connection.recv(), SessionCreatedEvent)
            await connection.session.update(session=TEXT)
            await connection.conversation.item.create(item=HELLO)
            await connection.response.create()
            text = ""
            async for event in connection:
                if event.type == "response.output_text.delta":
                    text += event.delta
                elif event.type == "response.done":
                    break
        assert text == "You said: Say hello"
        (request,) = bench.sandbox.requests
        assert request.path == "/realtime"
        assert request.params == {"model": MODEL}


async def test_realtime_answers_in_sound():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.input_audio_buffer.append(audio="AAAA")
        await connection.input_audio_buffer.commit()
        await connection.response.create()
        kinds = await kinds_until(connection, "response.done")
    assert kinds[1] == "input_audio_buffer.committed"
    assert "response.output_audio.delta" in kinds
    assert "response.output_audio_transcript.done" in kinds


async def test_server_error_is_an_event_and_the_session_goes_on():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.recv()
        await connection.send({"type": "no.such.event", "event_id": "mine"})  # type: ignore[arg-type]  # as said
        refused = await connection.recv()
        assert refused.type == "error"
        assert refused.error.event_id == "mine"
        await connection.input_audio_buffer.commit()
        refused = await connection.recv()
        assert refused.type == "error"
        assert refused.error.code == "input_audio_buffer_commit_empty"
        await connection.input_audio_buffer.clear()
        assert (await connection.recv()).type == "input_audio_buffer.cleared"


async def test_send_takes_models_and_mappings_and_refuses_the_rest():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.recv()
        await connection.send(SessionUpdateEvent.model_validate({"type": "session.update", "session": TEXT}))
        assert (await connection.recv()).type == "session.updated"
        await connection.send_raw('{"type": "input_audio_buffer.clear"}')
        assert (await connection.recv()).type == "input_audio_buffer.cleared"
        for wrong in ("text", {}, {"type": 3}, 7):
            with pytest.raises(TypeError, match="takes an event"):
                await connection.send(wrong)  # type: ignore[arg-type]  # as said
        with pytest.raises(TypeError, match=r"audio .*encode it as base64"):
            await connection.input_audio_buffer.append(audio=b"123")  # type: ignore[arg-type]  # as said


async def test_event_over_the_limit_is_refused_and_the_session_goes_on():
    async with open_bench() as bench:
        connect = bench.client.realtime.connect(
            model=MODEL, websocket_connection_options={"max_size": 100_000}
        )
        async with connect as connection:
            await connection.recv()
            with pytest.raises(ValueError, match="over the limit of 100000; send audio in smaller pieces"):
                await connection.input_audio_buffer.append(audio="A" * 100_000)
            await connection.input_audio_buffer.append(audio="A" * 90_000)
            await connection.input_audio_buffer.commit()
            assert (await connection.recv()).type == "input_audio_buffer.committed"


async def test_limit_of_a_message_counts_bytes():
    async with open_bench() as bench:
        options: Any = {"max_size": 1_000}
        async with bench.client.realtime.connect(
            model=MODEL, websocket_connection_options=options
        ) as connection:
            await connection.recv()
            with pytest.raises(ValueError, match="an event of 1200 bytes is over the limit of 1000"):
                await connection.send_raw("\u00e9" * 600)


async def test_message_over_the_limit_closes_with_a_clear_error():
    async with open_bench(reply=lambda *_: "x" * 5_000) as bench:
        connect = bench.client.responses.connect(websocket_connection_options={"max_size": 4_000})
        async with connect as connection:
            await connection.response.create(model="gpt-5", input="Hi")
            with pytest.raises(WebSocketConnectionClosedError, match=r"1009 \(a message was too large\)"):
                async for _ in connection:
                    pass


async def test_unknown_event_is_a_plain_model_with_its_data():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        event: object = connection.parse_event('{"type": "brand.new", "event_id": "e", "deep": {"x": 1}}')
        assert type(event) is BaseModel
        assert event.model_dump() == {"type": "brand.new", "event_id": "e", "deep": {"x": 1}}
        with pytest.raises(APIResponseValidationError, match="no event"):
            connection.parse_event(b"[1]")


async def test_strict_client_refuses_events_that_differ():
    options = {"strict": True}
    async with open_bench(options) as bench, bench.client.realtime.connect(model=MODEL) as connection:
        assert (await connection.recv()).type == "session.created"
        with pytest.raises(APIResponseValidationError):
            connection.parse_event('{"type": "brand.new"}')


async def test_recv_bytes_gives_what_parse_event_reads():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        data = await connection.recv_bytes()
        assert isinstance(data, bytes)
        assert connection.parse_event(data).type == "session.created"


async def test_two_tasks_receiving_at_once_is_an_error():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.recv()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(connection.recv)
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(trio.BusyResourceError, match="another task is receiving"):
                await connection.recv()
            nursery.cancel_scope.cancel()


async def test_cancelled_recv_loses_no_event():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        with trio.move_on_after(0):
            await connection.recv()
        assert (await connection.recv()).type == "session.created"


async def test_slow_reader_holds_up_the_server(autojump_clock: trio.testing.MockClock):
    words = "word" + " word" * 999
    async with (
        open_bench(reply=lambda *_: words, buffer_size=4096) as bench,
        bench.client.realtime.connect(model=MODEL) as connection,
    ):
        await connection.response.create()
        await trio.sleep(100)  # pings go unanswered meanwhile, for which nobody is to blame
        kinds = await kinds_until(connection, "response.done")
    assert kinds.count("response.output_audio_transcript.delta") == 1000


async def test_handlers_are_called_until_the_connection_is_done():
    seen: list[str] = []
    async with open_bench() as bench:
        manager = bench.client.realtime.connect(model=MODEL)
        manager.on("session.created", lambda event: seen.append(event.type))
        manager.send({"type": "input_audio_buffer.clear"})
        async with manager as connection:

            @connection.once("input_audio_buffer.cleared")
            async def first(event: Any) -> None:
                await trio.lowlevel.checkpoint()
                seen.append("once")
                await connection.input_audio_buffer.clear()

            @connection.on("input_audio_buffer.cleared")
            async def each(event: Any) -> None:
                seen.append("each")
                if seen.count("each") == 2:
                    await connection.close()

            def unwanted(event: Any) -> None:
                seen.append("unwanted")

            assert connection.on("event", unwanted).off("event", unwanted) is connection
            await connection.dispatch_events()
    assert seen == ["session.created", "once", "each", "each"]


async def test_error_without_a_handler_is_raised():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.input_audio_buffer.commit()
        with pytest.raises(APIError, match="buffer is empty") as caught:
            await connection.dispatch_events()
        assert caught.value.code == "input_audio_buffer_commit_empty"
        seen: list[Any] = []
        connection.on("error", seen.append)
        await connection.input_audio_buffer.commit()
        with trio.move_on_after(0.05):
            await connection.dispatch_events()
        assert len(seen) == 1


async def test_responses_over_a_socket_are_those_of_the_stream():
    async with open_bench() as bench:
        async with await bench.client.responses.create(model="gpt-5", input="Hi", stream=True) as stream:
            streamed = [event.type async for event in stream]
        async with bench.client.responses.connect() as connection:
            for turn in range(2):
                await connection.response.create(model="gpt-5", input="Hi", stream_id=f"s{turn}")
                kinds: list[str] = []
                async for event in connection:
                    kinds.append(event.type)
                    assert getattr(event, "stream_id", None) == f"s{turn}"
                    if event.type == "response.completed":
                        assert event.response.output_text
                        break
                assert kinds == streamed
            await connection.response.create(model="no-such-model", input="Hi")
            refused = await connection.recv()
            assert refused.type == "error"
        async with bench.client.beta.responses.connect() as beta:
            await beta.response.create(model="gpt-5", input="Hi")
            assert (await beta.recv()).type == "response.created"


async def test_every_kind_of_connection_talks_to_the_sandbox():
    async with open_bench() as bench:
        client = bench.client
        async with client.beta.realtime.connect(model=MODEL) as beta:
            await beta.response.create(response={"modalities": ["text"]})
            kinds = [(await beta.recv()).type for _ in range(6)]
            assert kinds[-1] == "response.text.delta"
            assert "conversation.item.created" in kinds
        async with client.realtime.translations.connect(MODEL) as translations:
            await translations.session.input_audio_buffer.append(audio="AAAA")
            await translations.session.close()
            translated = [(await translations.recv()).type for _ in range(4)]
            assert translated[1:] == [
                "session.output_transcript.delta",
                "session.output_audio.delta",
                "session.closed",
            ]
        async with client.live.connect() as live:
            await live.session.start(session={"model": MODEL})
            await live.session.commentary.append(content="Note", delegation_id="d")
            await live.session.close()
            lived = [event.type async for event in live]
            assert lived == ["session.started", "session.commentary.appended", "session.closed"]
        session_id = (
            await client.live.create(session={"model": MODEL}, transport={"type": "webrtc", "sdp": "v=0"})
        ).session.id
        async with client.live.forks.connect(session_id=session_id) as fork:
            await fork.decision.create(event_id="e")
            assert (await fork.recv()).type == "info"
        async with client.live.sideband.connect(session_id=session_id, graceful_close=True) as sideband:
            assert (await sideband.recv()).type == "session.started"
            await sideband.transport.dtmf.send(event="5")
            assert (await sideband.recv()).type == "transport.dtmf.sent"
        targets = [request.target for request in bench.sandbox.requests]
        assert targets == [
            f"/v1/realtime?model={MODEL}",
            f"/v1/realtime/translations?model={MODEL}",
            "/v1/live/sessions",
            "/v1/live/sessions",
            f"/v1/live/sessions/{session_id}/fork",
            f"/v1/live/sessions/{session_id}/attach?graceful_close=true",
        ]
        assert bench.sandbox.requests[0].headers["openai-beta"] == "realtime=v1"


async def test_connection_works_over_tcp():
    async with (
        open_sandbox(port=0) as sandbox,
        open_client(**sandbox.client_options) as client,
        client.realtime.connect(model=MODEL) as connection,
    ):
        await connection.response.create()
        assert "response.done" in await kinds_until(connection, "response.done")


async def test_close_code_of_the_server_is_on_the_error():
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.close_socket(1, code=4001, reason="because"))
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.response.create()
            await connection.recv()
            with pytest.raises(WebSocketConnectionClosedError, match="code 4001: because") as caught:
                await connection.recv()
            assert (caught.value.code, caught.value.reason) == (4001, "because")
