"""How a connection lives: lost and opened again, closed, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio
import trio.testing

from tests.support.peers import sweep
from tests.support.sockets import MODEL, open_bench
from triopenai import ClientClosedError, WebSocketConnectionClosedError, WebSocketQueueFullError, open_client
from triopenai.testing import faults

if TYPE_CHECKING:
    from triopenai.realtime import ConnectionManager, RealtimeConnection
    from triopenai.types import ReconnectingEvent, ReconnectingOverrides

CLEAR: Any = {"type": "input_audio_buffer.clear"}


def again(event: ReconnectingEvent) -> None:
    """Agree to open it again."""


def fail(event: ReconnectingEvent) -> None:
    raise ZeroDivisionError


async def test_lost_connection_ends_the_loop_with_an_error():
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.close_socket(1, code=1011, reason="oops"))
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.send(CLEAR)
            with pytest.raises(WebSocketConnectionClosedError, match=r"1011 \(the server failed\): oops"):
                async for event in connection:
                    assert event.type == "session.created"
            with pytest.raises(WebSocketConnectionClosedError):
                await connection.send(CLEAR)
            assert "closed" in repr(connection)


async def test_connection_that_is_done_ends_the_loop():
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.close_socket(1, code=1000))
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.send(CLEAR)
            assert [event.type async for event in connection] == ["session.created"]
            with pytest.raises(WebSocketConnectionClosedError, match="it was done"):
                await connection.recv()


async def test_reset_connection_is_opened_again(autojump_clock: trio.testing.MockClock):
    told: list[ReconnectingEvent] = []
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.reset_socket(1))
        bench.sandbox.faults.add(faults.status(503))
        connect = bench.client.realtime.connect(model=MODEL, on_reconnecting=told.append)
        async with connect as connection:
            assert (await connection.recv()).type == "session.created"
            await connection.send(CLEAR)
            assert (await connection.recv()).type == "session.created"
            await connection.send(CLEAR)
            assert (await connection.recv()).type == "input_audio_buffer.cleared"
    assert [(event.attempt, event.max_attempts, event.close_code) for event in told] == [
        (1, 5, 1006),
        (2, 5, 1006),
    ]
    assert 0.37 <= told[0].delay <= 0.5
    assert 0.75 <= told[1].delay <= 1.0


async def test_reconnecting_may_change_the_address_or_give_up(autojump_clock: trio.testing.MockClock):
    def change(event: ReconnectingEvent) -> ReconnectingOverrides:
        if event.attempt == 2:
            return {"abort": True}
        return {"extra_query": {"n": event.attempt}, "extra_headers": {"X-Try": str(event.attempt)}}

    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.close_socket(1, code=1012), times=2)
        connect = bench.client.realtime.connect(
            model=MODEL, extra_headers={"X-Try": "0"}, on_reconnecting=change
        )
        async with connect as connection:
            for _ in range(2):
                assert (await connection.recv()).type == "session.created"
                await connection.send(CLEAR)
            with pytest.raises(WebSocketConnectionClosedError, match="1012"):
                await connection.recv()
        first, second = bench.sandbox.requests
        assert (first.params, first.headers["x-try"]) == ({"model": MODEL}, "0")
        assert (second.params, second.headers["x-try"]) == ({"model": MODEL, "n": "1"}, "1")


async def test_tries_are_bounded_and_the_last_failure_is_the_cause(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.reset_socket(0))
        connect = bench.client.realtime.connect(model=MODEL, on_reconnecting=again, max_retries=3)
        async with connect as connection:
            bench.network.refusals = 99
            with pytest.raises(WebSocketConnectionClosedError) as caught:
                await connection.recv()
        assert len(bench.network.hosts) == 4
        assert "could not connect" in str(caught.value.__cause__)


async def test_code_that_forbids_another_try_is_final(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.close_socket(0, code=1008))
        async with bench.client.realtime.connect(model=MODEL, on_reconnecting=again) as connection:
            with pytest.raises(WebSocketConnectionClosedError, match="1008"):
                await connection.recv()
        bench.sandbox.faults.add(faults.reset_socket(0))
        bench.sandbox.faults.add(faults.status(401))
        async with bench.client.realtime.connect(model=MODEL, on_reconnecting=again) as connection:
            with pytest.raises(WebSocketConnectionClosedError) as caught:
                await connection.recv()
        assert getattr(caught.value.__cause__, "status_code", None) == 401
        assert len(bench.network.hosts) == 3


async def test_messages_wait_within_a_bound_while_it_is_opened_again(
    autojump_clock: trio.testing.MockClock,
):
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.reset_socket(0))
        connect = bench.client.realtime.connect(
            model=MODEL, on_reconnecting=again, initial_delay=1, max_queue_size=100
        )
        async with connect as connection:
            await trio.testing.wait_all_tasks_blocked()
            assert "reconnecting" in repr(connection)
            await connection.send(CLEAR)
            await connection.send(CLEAR)
            with pytest.raises(WebSocketQueueFullError, match="70 bytes wait to be sent"):
                await connection.send(CLEAR)
            kinds = [(await connection.recv()).type for _ in range(3)]
            assert kinds == ["session.created", "input_audio_buffer.cleared", "input_audio_buffer.cleared"]


async def test_unsent_messages_are_on_the_error(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.reset_socket(0))
        connect = bench.client.realtime.connect(model=MODEL, on_reconnecting=again, max_retries=1)
        async with connect as connection:
            bench.network.refusals = 9
            await trio.testing.wait_all_tasks_blocked()
            assert "reconnecting" in repr(connection)
            await connection.send_raw("kept")
            with pytest.raises(WebSocketConnectionClosedError) as caught:
                await connection.recv()
            assert caught.value.unsent_messages == ["kept"]


async def test_silent_server_is_found_by_a_ping(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.stall_socket(1))
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.recv()
            await connection.send(CLEAR)
            began = trio.current_time()
            with pytest.raises(WebSocketConnectionClosedError, match="1006"):
                await connection.recv()
            assert 20 <= trio.current_time() - began <= 41


async def test_idle_connection_is_kept_by_pings(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        await connection.recv()
        with trio.move_on_after(3600):
            await connection.recv()
        await connection.send(CLEAR)
        assert (await connection.recv()).type == "input_audio_buffer.cleared"


async def test_close_ends_receivers_and_is_idempotent():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        ended = trio.Event()

        async def read() -> None:
            assert [event.type async for event in connection] == ["session.created"]
            ended.set()

        async with trio.open_nursery() as nursery:
            nursery.start_soon(read)
            await trio.testing.wait_all_tasks_blocked()
            await connection.close(code=3001, reason="enough")
            await ended.wait()
        await connection.close()
        with pytest.raises(WebSocketConnectionClosedError, match=r"3001.*enough"):
            await connection.recv()
        with pytest.raises(WebSocketConnectionClosedError):
            await connection.send(CLEAR)


@pytest.mark.parametrize("bad", [{"code": 1001}, {"code": 5000}, {"reason": "x" * 124}])
async def test_close_refuses_what_no_close_message_can_say(bad: Any):
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        with pytest.raises(ValueError, match=r"close\(\)"):
            await connection.close(**bad)
        assert (await connection.recv()).type == "session.created"


async def test_leaving_takes_a_bounded_time(autojump_clock: trio.testing.MockClock):
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.stall_socket(1))
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.recv()
            await connection.send(CLEAR)
            await trio.testing.wait_all_tasks_blocked()
            began = trio.current_time()
        assert 4.9 < trio.current_time() - began < 5.1


async def test_leaving_in_the_middle_of_an_answer_waits_for_nothing(
    autojump_clock: trio.testing.MockClock,
):
    words = "word" + " word" * 999
    async with open_bench(reply=lambda *_: words, buffer_size=4096) as bench:
        async with bench.client.realtime.connect(model=MODEL) as connection:
            await connection.response.create()
            await trio.testing.wait_all_tasks_blocked()
            await connection.recv()
            began = trio.current_time()
        assert trio.current_time() == began


@pytest.mark.parametrize("cause", ["callback", "deadline"])
async def test_shielded_close_does_not_wait_for_a_session_that_was_cancelled(
    autojump_clock: trio.testing.MockClock, cause: str
):
    times: list[float] = []

    async def linger(manager: ConnectionManager[RealtimeConnection]) -> None:
        async with manager as connection:
            try:
                await trio.sleep_forever()
            finally:
                began = trio.current_time()
                with trio.CancelScope(shield=True, deadline=began + 60):
                    await connection.close()
                times.append(trio.current_time() - began)

    async with open_bench() as bench:
        if cause == "callback":
            bench.sandbox.faults.add(faults.reset_socket(0))
        with pytest.raises((ZeroDivisionError, trio.TooSlowError)), trio.fail_after(1):
            await linger(bench.client.realtime.connect(model=MODEL, on_reconnecting=fail))
    assert times == [0]


async def test_exception_of_the_block_leaves_as_itself():
    async with open_bench() as bench:
        with pytest.raises(ZeroDivisionError):
            async with bench.client.realtime.connect(model=MODEL):
                raise ZeroDivisionError
        group = ExceptionGroup("mine", [ValueError()])
        with pytest.RaisesGroup(ValueError) as caught:
            async with bench.client.realtime.connect(model=MODEL):
                raise group
        assert caught.value is group


async def test_exception_of_the_reconnect_callback_ends_the_block():
    async with open_bench() as bench:
        bench.sandbox.faults.add(faults.reset_socket(0))
        with pytest.raises(ZeroDivisionError):
            async with bench.client.realtime.connect(model=MODEL, on_reconnecting=fail) as connection:
                await connection.recv()


async def test_cancellation_anywhere_leaves_no_task_and_no_socket():
    async with open_bench() as bench:

        async def talk() -> None:
            async with bench.client.realtime.connect(model=MODEL) as connection:
                await connection.recv()
                await connection.send(CLEAR)
                await connection.recv()

        async def audit() -> None:
            await trio.testing.wait_all_tasks_blocked()
            assert bench.network.streams == set()

        assert await sweep(talk, audit) > 10


async def test_cancelled_send_takes_its_message_back_or_sends_it_whole():
    async with (
        open_bench(buffer_size=1024) as bench,
        bench.client.realtime.connect(model=MODEL) as connection,
    ):
        await connection.recv()

        async def send() -> None:
            await connection.input_audio_buffer.append(audio="AAAA" * 2000)

        async def audit() -> None:
            await connection.send(CLEAR)
            assert (await connection.recv()).type == "input_audio_buffer.cleared"

        assert await sweep(send, audit) >= 2


async def test_many_senders_share_a_connection():
    async with open_bench() as bench, bench.client.realtime.connect(model=MODEL) as connection:
        async with trio.open_nursery() as nursery:
            for _ in range(50):
                nursery.start_soon(connection.send, CLEAR)
            kinds = [(await connection.recv()).type for _ in range(51)]
        assert kinds[1:] == ["input_audio_buffer.cleared"] * 50


async def test_closed_client_opens_no_connection():
    async with open_bench() as bench:
        async with open_client(api_key="sk-1", network=bench.network) as client:
            manager = client.realtime.connect(model=MODEL)
        with pytest.raises(ClientClosedError):
            async with manager:
                raise AssertionError
        with pytest.raises(ClientClosedError):
            client.realtime.connect(model=MODEL)


async def test_manager_makes_one_connection():
    async with open_bench() as bench:
        manager = bench.client.realtime.connect(model=MODEL)
        async with manager:
            pass
        with pytest.raises(RuntimeError, match="makes one connection"):
            async with manager:
                raise AssertionError
