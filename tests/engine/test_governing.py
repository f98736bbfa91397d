"""Calls under limits: told, learned, and found by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import answer, chunk, completion, events, failure
from tests.support.limited import LimitedServer
from triopenai import Limits, errors, open_client

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.engine.conftest import OpenFake
    from triopenai import Client
    from triopenai.types.chat._params import CompletionCreateParamsNonStreaming

CHAT: CompletionCreateParamsNonStreaming = {"model": "gpt-4", "messages": [{"role": "user", "content": "Hi"}]}


async def rush(server: LimitedServer, count: int, at_once: int, limits: Limits | None = None) -> float:
    """Make calls; gives the seconds that it took. Nothing may fail."""
    started = trio.current_time()
    numbers = iter(range(count))
    async with open_client(api_key="sk-test", transport=server, limits=limits) as client:

        async def work() -> None:
            for _ in numbers:
                await client.chat.completions.create(**CHAT)

        async with trio.open_nursery() as nursery:
            for _ in range(at_once):
                nursery.start_soon(work)
    assert len(server.accepted) == count
    return trio.current_time() - started


def seconds(wait: float) -> dict[str, str]:
    return {"retry_after": f"{max(1, round(wait))}"}


def milliseconds(wait: float) -> dict[str, str]:
    return {"retry_after_ms": f"{wait * 1000:.0f}"}


def nothing(wait: float) -> dict[str, str]:
    return {}


@pytest.mark.parametrize(
    ("rate", "burst", "latency", "count", "retry_after"),
    [
        (100, 20, 0.05, 1000, nothing),
        (100, 20, 0.05, 1000, seconds),
        (100, 20, 0.05, 1000, milliseconds),
        (100, 60, 0.2, 1000, milliseconds),
        (30, 60, 0.05, 600, nothing),
        (500, 50, 0.02, 2000, milliseconds),
        (10, 30, 1.0, 300, nothing),
        (8, 500, 2.0, 800, seconds),
    ],
)
async def test_limit_is_learned_from_what_remains(
    autojump_clock: trio.testing.MockClock,
    rate: float,
    burst: float,
    latency: float,
    count: int,
    retry_after: Callable[[float], dict[str, str]],
) -> None:
    server = LimitedServer(rate, burst, latency, retry_after=retry_after)
    took = await rush(server, count, 200)
    # What there is to learn from takes an answer or two to come.
    assert took <= 1.05 * (count - burst) / rate + 3 * latency + 0.2
    assert len(server.refused) <= 0.03 * count


@pytest.mark.parametrize(("window", "burst"), [(60.0, 100), (10.0, 40)])
async def test_window_that_begins_anew_is_learned(
    autojump_clock: trio.testing.MockClock, window: float, burst: int
) -> None:
    server = LimitedServer(0, burst, 0.5, window=window, retry_after=milliseconds)
    took = await rush(server, burst * 4, 60)
    assert took <= 3 * window * 1.05 + 2
    assert len(server.refused) <= 0.1 * burst * 4


@pytest.mark.parametrize("retry_after", [nothing, seconds, milliseconds])
@pytest.mark.parametrize("tells", ["none", "refusals"])
async def test_limit_is_found_by_trying_where_answers_tell_nothing(
    autojump_clock: trio.testing.MockClock,
    tells: str,
    retry_after: Callable[[float], dict[str, str]],
) -> None:
    server = LimitedServer(100, 20, tells=tells, retry_after=retry_after)  # type: ignore[arg-type]  # one of three
    took = await rush(server, 500, 200)
    assert took < 12
    assert len(server.refused) < 150
