"""Case 27: a fan-out of four calls, one of which the server refuses with a 400.

Through a client. What the primitives do by themselves is shown in tests/flow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import outcome
import pytest
import trio

from triopenai import BadRequestError
from triopenai.concurrency import map_failure, open_task_group
from triopenai.testing import faults

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.cases.conftest import OpenPair
    from triopenai import Client
    from triopenai.testing import Sandbox

BEFORE = {"first": 0.2, "second": 0.1, "wrong": 0.5, "last": 0.3}
"""Questions in the order they are asked, with the seconds before each is sent."""


def script(sandbox: Sandbox) -> None:
    """The second is answered, then the first; the last is never; then one is refused."""
    sandbox.faults.add(faults.stall(), times=None, when=lambda request: request.json["input"] == "last")
    sandbox.faults.add(faults.status(400), times=None, when=lambda request: request.json["input"] == "wrong")


def asker(client: Client, ended: list[str]) -> Callable[[str], Awaitable[str]]:
    async def ask(question: str) -> str:
        try:
            await trio.sleep(BEFORE[question])
            reply = await client.responses.create(model="gpt-5", input=question)
        except trio.Cancelled:
            ended.append(question)
            raise
        return f"{question}: {reply.status}"

    return ask


async def test_map_with_one_refusal_keeps_the_finished_and_cancels_the_rest(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    cancelled: list[str] = []
    async with pair() as (sandbox, client):
        script(sandbox)
        with pytest.raises(BadRequestError) as caught:
            await client.map(asker(client, cancelled), BEFORE, limit=4)
        assert trio.current_time() == pytest.approx(0.5)
        failure = map_failure(caught.value)
        assert failure is not None
        assert list(BEFORE)[failure.index] == "wrong"
        assert failure.results == {0: "first: completed", 1: "second: completed"}
        assert "item at index 2" in caught.value.__notes__[0]
        assert cancelled == ["last"]
        assert sandbox.connections.closed_by_client == 1
        assert client.statistics().active == 0
        sandbox.faults.clear()
        assert await client.map(asker(client, []), ["last"], limit=4) == ["last: completed"]


async def test_map_each_with_one_refusal_raises_it_from_the_block(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    cancelled: list[str] = []
    taken: list[str] = []
    async with pair() as (sandbox, client):
        script(sandbox)
        with pytest.raises(BadRequestError) as caught:
            async with client.map_each(asker(client, cancelled), BEFORE, limit=4) as answers:
                async for answer in answers:
                    taken.append(answer)  # noqa: PERF401  # kept when it ends
        assert taken == ["first: completed", "second: completed"]
        failure = map_failure(caught.value)
        assert failure is not None
        assert (failure.index, failure.results) == (2, {})
        assert cancelled == ["last"]
        assert client.statistics().active == 0


async def test_map_of_outcomes_has_the_refusal_in_its_place(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    questions = ["first", "second", "wrong", "first"]
    async with pair() as (sandbox, client):
        script(sandbox)
        found = await client.map(asker(client, []), questions, limit=4, on_error="outcome")
    assert [type(one) for one in found] == [outcome.Value, outcome.Value, outcome.Error, outcome.Value]
    assert found[1].unwrap() == "second: completed"
    with pytest.raises(BadRequestError) as caught:
        found[2].unwrap()
    failure = map_failure(caught.value)
    assert failure is not None
    assert failure.index == 2


async def test_nursery_of_four_with_one_refusal_leaves_as_a_group(
    pair: OpenPair, autojump_clock: trio.testing.MockClock
) -> None:
    cancelled: list[str] = []
    async with pair() as (sandbox, client):
        script(sandbox)
        ask = asker(client, cancelled)
        with pytest.RaisesGroup(BadRequestError):
            async with open_task_group() as group:
                tasks = [group.start_soon(ask, question) for question in BEFORE]
        assert [task.result for task in tasks[:2]] == ["first: completed", "second: completed"]
        assert cancelled == ["last"]
        assert client.statistics().active == 0
