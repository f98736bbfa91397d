"""Cases 1 to 3, swept: each way of using the client is cancelled at each of its stops, and audited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.cases.conftest import CHAT, STREAM, OpenPair, call, download, stream
from tests.support.peers import sweep
from triopenai import PoolLimits
from triopenai.testing import faults

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from triopenai import Client
    from triopenai.testing import Sandbox


async def left_stream(client: Client) -> None:
    async with await client.chat.completions.create(**STREAM) as events:
        async for _ in events:
            break


async def pages(client: Client) -> None:
    async for _ in client.fine_tuning.jobs.list(limit=1):
        pass


async def fan_out(client: Client) -> None:
    async def ask(question: str) -> str:
        reply = await client.responses.create(model="gpt-5", input=question)
        return reply.output_text

    async with client.map_each(ask, ["a", "b", "c"], limit=2) as answers:
        async for _ in answers:
            pass


@pytest.mark.parametrize("use", [call, stream, left_stream, pages, download, fan_out])
async def test_use_can_be_cancelled_anywhere(
    pair: OpenPair, autojump_clock: trio.testing.MockClock, use: Callable[[Client], Awaitable[None]]
) -> None:
    async with pair(latency=0.01, pool_limits=PoolLimits(max_connections=2)) as (sandbox, client):
        file = await client.files.create(file=b"{}", purpose="fine-tune")
        for _ in range(3):
            await client.fine_tuning.jobs.create(model="gpt-4o-mini", training_file=file.id)
        stops = await sweep(lambda: use(client), lambda: audit(sandbox, client))
    assert stops > 2


async def test_retry_can_be_cancelled_anywhere(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    async with pair(latency=0.01) as (sandbox, client):

        async def retried() -> None:
            sandbox.faults.add(faults.rate_limited(retry_after=1), times=2)
            await client.chat.completions.create(**CHAT)

        async def audited() -> None:
            sandbox.faults.clear()
            await audit(sandbox, client)

        assert await sweep(retried, audited) > 5


async def test_upload_can_be_cancelled_anywhere(
    pair: OpenPair, tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    path = tmp_path / "data.jsonl"
    path.write_bytes(b'{"messages": []}\n' * 20_000)
    async with pair() as (sandbox, client):

        async def upload() -> None:
            await client.files.create(file=path, purpose="fine-tune")

        assert await sweep(upload, lambda: audit(sandbox, client)) > 5


async def test_queue_for_a_connection_can_be_cancelled_anywhere(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    async with (
        pair(latency=0.01, pool_limits=PoolLimits(max_connections=1)) as (sandbox, client),
        trio.open_nursery() as nursery,
    ):

        async def queued() -> None:
            nursery.start_soon(call, client)
            await trio.testing.wait_all_tasks_blocked()
            await call(client)

        async def audited() -> None:
            await trio.sleep(1)  # the other call comes to its end
            await audit(sandbox, client)

        assert await sweep(queued, audited) > 2


async def audit(sandbox: Sandbox, client: Client) -> None:
    """Nothing is in use or open, and a call goes through."""
    now = client.statistics()
    assert (now.active, now.connecting, now.waiting) == (0, 0, 0)
    assert not client._engine.shared.open
    assert sandbox.crashes == ()
    await call(client)
