"""Deadlines, and who they bind."""

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
        with trio.move_on_after(30) as scope, pytest.raises((APITimeoutError, trio.Cancelled)):
            await client.chat.completions.create(**CHAT)
        assert trio.current_time() - started <= 30
        assert len(sandbox.requests) > 3
        assert scope.deadline == started + 30


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
