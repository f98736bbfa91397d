"""Scopes over a bridge bound the calls that are made in them, as under Trio."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.bridges import CHAT, bridged, chat, open_chat, run
from triopenai import BudgetExceeded, ScopeTooSlowError
from triopenai.bridge import open_client_sync, open_sync
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from triopenai import Client


async def in_the_body(client: Client) -> None:
    for _ in range(4):
        await chat(client)


async def in_functions(client: Client) -> None:
    await client.map(lambda _: chat(client), range(4), limit=1)


async def in_an_input(client: Client) -> None:
    async def asked() -> AsyncIterator[int]:
        for number in range(4):
            await chat(client)
            yield number

    async def nothing(_: int) -> None: ...

    await client.map(nothing, asked(), limit=1)


async def in_tasks(client: Client) -> None:
    async with asyncio.TaskGroup() as group:
        for _ in range(4):
            group.create_task(chat(client))


async def in_a_stream(client: Client) -> None:
    async with await open_chat(client):
        await in_the_body(client)


async def in_an_inner_scope(client: Client) -> None:
    async with client.scope(max_requests=10):
        await in_the_body(client)


async def by_library_functions(client: Client) -> None:
    await client.map(client.models.retrieve, ["gpt-4"] * 4, limit=1)


@pytest.mark.parametrize(
    "work",
    [
        in_the_body,
        in_functions,
        in_an_input,
        in_tasks,
        in_a_stream,
        in_an_inner_scope,
        by_library_functions,
    ],
)
def test_scope_counts_the_calls_made_in_it(work: Callable[[Client], Awaitable[None]]) -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            with pytest.raises(BudgetExceeded) as caught:
                async with client.scope(max_requests=2):
                    await work(client)
            assert len(sandbox.requests) <= caught.value.ledger.requests <= 2
            task = asyncio.current_task()
            assert task is not None
            assert task.cancelling() == 0
            await chat(client)

    run(main)


def test_scope_does_not_count_tasks_of_the_client() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            async with client.scope(max_requests=1) as scope:
                task = client.start_soon(in_the_body, client)
                other = client.start_soon(client.models.retrieve, "gpt-4")
                await chat(client)
            await task.wait()
            await other.wait()
            assert scope.ledger.requests == 1

    run(main)


def test_scope_that_was_left_counts_no_more() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            go = asyncio.Event()

            async def later() -> None:
                await go.wait()
                await in_the_body(client)

            async with client.scope(max_requests=1) as scope:
                task = asyncio.create_task(later())
                await chat(client)
            go.set()
            await task
            assert scope.ledger.requests == 1

    run(main)


def test_scope_out_of_time_ends_its_block_with_its_own_error() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            sandbox.faults.add(faults.stall())
            with pytest.raises(ScopeTooSlowError):
                async with client.scope(deadline=0.01):
                    await chat(client)
            with pytest.raises(ScopeTooSlowError):
                async with client.scope(deadline=0.01):
                    await asyncio.Event().wait()
            assert client.statistics().active == 0
            await chat(client)

    run(main)


def test_scope_is_not_that_of_another_loop() -> None:
    async def main() -> None:
        async with bridged() as (_, client), client.scope(max_requests=1):
            await asyncio.to_thread(run, elsewhere)

    async def elsewhere() -> None:
        async with bridged() as (_, client):
            await in_the_body(client)

    run(main)


def test_scope_in_a_synchronous_program() -> None:
    with open_sync(open_sandbox, port=0) as sandbox, open_client_sync(**sandbox.client_options) as client:

        def ask(_: object) -> Any:
            return client.chat.completions.create(**CHAT)

        def ask_in_a_scope(_: object) -> None:
            with client.scope(max_requests=2):
                for number in range(4):
                    ask(number)

        with pytest.raises(BudgetExceeded), client.scope(max_requests=2):
            for number in range(4):
                ask(number)
        with pytest.raises(BudgetExceeded), client.scope(max_requests=2):
            client.map(ask, range(4), limit=1)
        with pytest.raises(BudgetExceeded):
            client.map(ask_in_a_scope, range(1), limit=1)
        with client.scope(max_requests=1) as scope:
            tasks = [client.start_soon(ask, None) for _ in range(2)]
        for task in tasks:
            task.wait()
        assert scope.ledger.requests == 0
