"""Connections under cancellation and bad servers: cases 1 to 9."""

from __future__ import annotations

import gc
import logging
import random
import time
import traceback
from typing import TYPE_CHECKING

import pytest
import trio

from tests.cases.conftest import CHAT, STREAM, OpenPair, warm_up
from triopenai import ClientClosedError, Network, PoolLimits, Timeout, errors, open_client
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from triopenai import Client


NEVER_ENDING = pytest.mark.parametrize(
    "fault", [faults.never_end_after_done(), faults.pings(0.2, after_events=10**6)], ids=["silent", "pings"]
)


async def assert_healthy(client: Client) -> None:
    """Three calls succeed, and no connection is in use after them."""
    for _ in range(3):
        await client.chat.completions.create(**CHAT)
    statistics = client.statistics()
    assert (statistics.active, statistics.connecting, statistics.waiting) == (0, 0, 0)
    assert statistics.open == statistics.idle


@pytest.mark.parametrize(
    ("latency", "patience"), [(0.05, 0.03), (0.01, 0.1)], ids=["none answered", "some answered"]
)
async def test_cancel_storm_leaves_every_slot_free(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, latency: float, patience: float
) -> None:
    """Case 1: waves of calls, each cancelled somewhere on its way."""
    chance = random.Random(1)

    async def call(client: Client) -> None:
        with trio.move_on_after(chance.uniform(0, patience)):
            if chance.random() < 0.5:
                await client.chat.completions.create(**CHAT)
            else:
                async with await client.chat.completions.create(**STREAM) as stream:
                    async for _ in stream:
                        pass

    async with pair(latency=latency, pool_limits=PoolLimits(max_connections=10)) as (sandbox, client):
        for _ in range(40):
            async with trio.open_nursery() as nursery:
                for _ in range(20):
                    nursery.start_soon(call, client)
        assert len(sandbox.requests) > 100
        await assert_healthy(client)


async def test_cancelled_in_the_queue_for_a_connection(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 2: whoever gives up waiting leaves the queue; the others keep their order."""
    done: list[int] = []

    async def call(client: Client, number: int, patience: float) -> None:
        with trio.move_on_after(patience):
            await client.chat.completions.create(**CHAT)
            done.append(number)

    async with pair(latency=1, pool_limits=PoolLimits(max_connections=1)) as (_, client):
        async with trio.open_nursery() as nursery:
            for number in range(6):
                nursery.start_soon(call, client, number, 0.5 if number in (1, 3) else 100)
                await trio.testing.wait_all_tasks_blocked()
            assert client.statistics().waiting == 5
        assert done == [0, 2, 4, 5]
        await assert_healthy(client)


async def test_cancelled_on_the_first_answer_with_many_in_flight(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 3: the first answer cancels a hundred others, again and again."""
    async with pair(latency=0.05) as (sandbox, client):
        await warm_up(client, 100)
        for turn in range(1, 6):
            async with trio.open_nursery() as nursery:

                async def first(scope: trio.CancelScope = nursery.cancel_scope) -> None:
                    await client.chat.completions.create(**CHAT)
                    scope.cancel()

                for _ in range(100):
                    nursery.start_soon(first)
            assert len(sandbox.requests) == 100 + 100 * turn
        await assert_healthy(client)


async def test_connection_just_given_to_a_waiter_is_not_surplus(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 4: though no connection may be kept idle."""
    limits = PoolLimits(max_connections=2, max_keepalive=0)
    async with pair(latency=0.1, pool_limits=limits, max_retries=0) as (sandbox, client):
        async with trio.open_nursery() as nursery:
            for _ in range(10):
                nursery.start_soon(lambda: client.chat.completions.create(**CHAT))
        assert sandbox.connections.opened == 2
        assert len(sandbox.requests) == 10
        assert client.statistics().open == 0


@pytest.mark.parametrize("fault", [None, faults.late_terminator(0.01)], ids=["prompt", "late"])
async def test_streams_in_a_row_use_one_connection(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, fault: faults.Fault | None
) -> None:
    """Case 5: `[DONE]`, and the end of the body a little later."""
    async with pair() as (sandbox, client):
        if fault is not None:
            sandbox.faults.add(fault, times=None)
        for _ in range(10):
            async with await client.chat.completions.create(**STREAM) as stream:
                assert [chunk async for chunk in stream]
        assert sandbox.connections.opened == 1


@NEVER_ENDING
async def test_stream_whose_body_never_ends_is_left_after_done(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, fault: faults.Fault
) -> None:
    """Case 5: a server that keeps the body open for ever."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(fault, times=None)
        with trio.fail_after(1):
            async with await client.chat.completions.create(**STREAM) as stream:
                assert [chunk async for chunk in stream]
            await sandbox.connections.wait_closed()


@NEVER_ENDING
async def test_response_whose_body_never_ends_is_left_after_its_last_event(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, fault: faults.Fault
) -> None:
    """Case 5: the same of responses, which have no ``[DONE]``."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(fault, times=None)
        with trio.fail_after(1):
            async with await client.responses.create(model="gpt-5", input="Hello", stream=True) as stream:
                assert [event.type async for event in stream][-1] == "response.completed"
            await sandbox.connections.wait_closed()


@pytest.mark.parametrize(
    "refusal",
    [faults.rate_limited(retry_after=0.1), faults.body(*[b"busy " * 10_000] * 3, code=429)],
    ids=["short", "long"],
)
async def test_refused_streams_keep_their_connection(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, refusal: faults.Fault
) -> None:
    """Case 6: five calls that get 429 and then 200 use one connection, however much the 429 says."""
    async with pair() as (sandbox, client):
        for _ in range(5):
            sandbox.faults.add(refusal)
            async with await client.chat.completions.create(**STREAM) as stream:
                assert [chunk async for chunk in stream]
        assert len(sandbox.requests) == 10
        assert sandbox.connections.opened == 1


@pytest.mark.parametrize("how", ["break", "exception", "cancellation"])
async def test_stream_left_early_closes_its_socket_at_once(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, how: str
) -> None:
    """Case 7: the server sees the close, with no help of the garbage collector."""
    gc.disable()
    try:
        async with pair() as (sandbox, client):
            sandbox.faults.add(faults.stall_stream(after_events=2))
            with trio.CancelScope() as scope:
                await leave(client, how, scope)
            left = trio.current_time()
            with trio.fail_after(1):
                await sandbox.connections.wait_closed(1)
            assert trio.current_time() == left
            assert sandbox.connections.closed_by_client == 1
            await assert_healthy(client)
    finally:
        gc.enable()


async def leave(client: Client, how: str, scope: trio.CancelScope) -> None:
    try:
        async with await client.chat.completions.create(**STREAM) as stream:
            async for _ in stream:
                if how == "break":
                    break
                if how == "exception":
                    raise KeyError  # noqa: TRY301  # as a user would
                scope.cancel()
    except KeyError:
        pass


async def test_connecting_survives_a_blocked_loop() -> None:
    """Case 8: the loop is blocked for longer than the connect timeout; the server is healthy."""

    class Blocking(Network):
        def __init__(self, inner: Network) -> None:
            self.inner = inner
            self.blocked = False

        async def open_stream(self, host: str, port: int) -> trio.abc.Stream:
            if not self.blocked:
                self.blocked = True
                time.sleep(0.3)  # noqa: ASYNC251  # that is the case
            await trio.lowlevel.checkpoint()
            return await self.inner.open_stream(host, port)

    async with open_sandbox() as sandbox:
        options = sandbox.client_options
        async with open_client(
            api_key=options["api_key"],
            base_url=options["base_url"],
            network=Blocking(options["network"]),
            timeout=Timeout(connect=0.1),
            max_retries=0,
        ) as client:
            await client.chat.completions.create(**CHAT)


def test_runs_one_after_the_other() -> None:
    """Case 9: two Trio runs; a client does not outlive its own."""
    left: list[Client] = []

    async def main() -> str | None:
        async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
            left.append(client)
            return (await client.chat.completions.create(**CHAT)).choices[0].message.content

    async def late() -> None:
        await left[0].chat.completions.create(**CHAT)

    assert trio.run(main) == trio.run(main)
    with pytest.raises(ClientClosedError, match="open_client"):
        trio.run(late)


async def test_key_shows_nowhere(
    pair: OpenPair, caplog: pytest.LogCaptureFixture, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 9: not in reprs, logs, errors or what they hold."""
    key = "sk-hidden-1234567890"
    with caplog.at_level(logging.DEBUG):
        async with pair() as (sandbox, client):
            wrong = client.with_options(api_key=key)
            with pytest.raises(errors.AuthenticationError) as caught:
                await wrong.chat.completions.create(**CHAT)
            sandbox.faults.add(faults.reset())
            with pytest.raises(errors.APIConnectionError) as lost:
                await wrong.with_options(max_retries=0).chat.completions.create(**CHAT)
            texts = [
                repr(wrong),
                repr(wrong.chat),
                repr(sandbox),
                repr(caught.value),
                str(vars(caught.value)),
            ]
    shown = "\n".join([*texts, caplog.text, *locals_of(caught.value), *locals_of(lost.value)])
    assert "hidden" not in shown


def locals_of(error: BaseException) -> list[str]:
    """The variables in the frames of a traceback, and of what caused it, without those of these tests."""
    shown: list[str] = []
    trace: traceback.TracebackException | None = traceback.TracebackException.from_exception(
        error, capture_locals=True
    )
    while trace is not None:
        for frame in trace.stack:
            if frame.filename != __file__:
                shown += (frame.locals or {}).values()
        trace = trace.__cause__ or trace.__context__
    return shown


async def test_idle_connection_closed_by_the_server_is_replaced(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 4: silently, and before a byte is written."""
    async with pair(max_retries=0) as (sandbox, client):
        sandbox.faults.add(faults.disconnect_idle(after=1))
        await client.chat.completions.create(**CHAT)
        await trio.sleep(5)
        await client.chat.completions.create(**CHAT)
        assert len(sandbox.requests) == 2
        assert sandbox.connections.opened == 2
        assert client.statistics().closed == 1


async def test_redirect_elsewhere_takes_no_credentials(pair: OpenPair) -> None:
    """A redirect to another host: followed without the key, if at all."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.redirect("http://elsewhere.test/v1/models/gpt-4"))
        with pytest.raises(errors.APIError):
            await client.models.retrieve("gpt-4")
        assert all("authorization" not in dict(sent.headers) for sent in sandbox.requests[1:])
        sandbox.faults.add(faults.redirect("http://elsewhere.test/v1/chat/completions", 308))
        with pytest.raises(errors.APIConnectionError, match="another host"):
            await client.with_options(max_retries=0).chat.completions.create(**CHAT)
