"""Deadlines, and who they bind: cases 10 and 11."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.cases.conftest import CHAT, STREAM, OpenPair
from triopenai import APITimeoutError, Timeout, errors
from triopenai.testing import faults

if TYPE_CHECKING:
    from triopenai.testing import Fault


async def test_dripping_body_ends_at_the_deadline(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 10: a byte every 0.3 s, under a deadline of 1 s."""
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.slow_bytes(0.3))
        started = trio.current_time()
        with pytest.raises(trio.TooSlowError), trio.fail_after(1):
            await client.chat.completions.create(**CHAT)
        assert trio.current_time() - started == pytest.approx(1)
        assert client.statistics().active == 0


async def test_silent_server_ends_at_the_deadline_retries_included(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 10: with a timeout for each wait and retries after it, the total stays within the deadline."""
    async with pair(timeout=Timeout(read=4), max_retries=10) as (sandbox, client):
        sandbox.faults.add(faults.stall(), times=None)
        started = trio.current_time()
        with pytest.raises((APITimeoutError, trio.TooSlowError)), trio.fail_after(30):
            await client.chat.completions.create(**CHAT)
        assert 20 < trio.current_time() - started <= 30
        assert len(sandbox.requests) > 3
        assert client.statistics().active == 0


@pytest.mark.parametrize(
    ("fault", "phase"), [(faults.stall(), "read"), (faults.delay(11), "read")], ids=["stall", "late"]
)
async def test_timeout_of_a_wait_names_it(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, fault: Fault, phase: str
) -> None:
    async with pair(timeout=10, max_retries=0) as (sandbox, client):
        sandbox.faults.add(fault)
        with pytest.raises(errors.APITimeoutError, match="10 seconds") as caught:
            await client.chat.completions.create(**CHAT)
        assert caught.value.phase == phase


async def test_slow_but_steady_stream_is_in_time(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Each wait is bounded by the timeout, the whole is not."""
    async with pair(latency=4, timeout=Timeout(read=5)) as (_, client):
        started = trio.current_time()
        async with await client.chat.completions.create(**STREAM) as stream:
            count = len([chunk async for chunk in stream])
        assert trio.current_time() - started > 4 * (count - 2) > 5


async def test_stream_that_falls_silent_times_out_with_what_came(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    async with pair(timeout=Timeout(read=5)) as (sandbox, client):
        sandbox.faults.add(faults.stall_stream(after_events=3))
        async with await client.chat.completions.create(**STREAM) as stream:
            with pytest.raises(errors.StreamStalled) as caught:
                async for _ in stream:
                    pass
        assert caught.value.events == 3
        assert caught.value.partial is not None


async def test_comments_are_no_events(pair: OpenPair, autojump_clock: trio.testing.MockClock) -> None:
    """Case 11: one event, then a comment every 0.2 s, for ever."""
    async with pair(idle_timeout=3) as (sandbox, client):
        sandbox.faults.add(faults.pings(0.2, after_events=1))
        started = trio.current_time()
        with trio.fail_after(60):
            async with await client.chat.completions.create(**STREAM) as stream:
                with pytest.raises(errors.StreamStalled, match="idle_timeout") as caught:
                    async for _ in stream:
                        pass
        assert trio.current_time() - started == pytest.approx(3)
        assert (caught.value.events, caught.value.seconds) == (1, 3)
        assert client.statistics().open == 0


async def test_silence_within_the_limit_is_fine(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    """Case 11: each event comes late, and none too late."""
    async with pair(latency=4, idle_timeout=5, first_event_timeout=9) as (_, client):
        async with await client.chat.completions.create(**STREAM) as stream:
            assert len([chunk async for chunk in stream]) > 10
        assert client.statistics().idle == 1


async def test_stream_without_a_first_event_is_tried_again(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    async with pair(first_event_timeout=3) as (sandbox, client):
        sandbox.faults.add(faults.pings(0.2, after_events=0))
        sandbox.faults.add(faults.stall())
        with trio.fail_after(60):
            async with await client.chat.completions.create(**STREAM) as stream:
                assert [chunk async for chunk in stream]
        assert 6 < trio.current_time() < 9
        assert len(sandbox.requests) == 3
        assert client.statistics().open == 1
