"""Cancellation, from asyncio to Trio and the other way round, and what is left afterwards."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
from typing import TYPE_CHECKING, NoReturn

import pytest
import trio

from tests.support.bridges import bridged, chat, open_chat, run, until
from triopenai import APIConnectionError, ClientClosedError, NotFoundError
from triopenai.bridge import open_bridge, open_bridge_to
from triopenai.testing import faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from triopenai import Client
    from triopenai.testing import Sandbox
    from triopenai.types.chat import ChatCompletion


async def stalled(sandbox: Sandbox, client: Client) -> asyncio.Task[ChatCompletion]:
    """A task that waits for an answer which does not come."""
    sandbox.faults.add(faults.stall())
    before = len(sandbox.requests)
    task = asyncio.create_task(chat(client))
    await until(lambda: len(sandbox.requests) > before)
    return task


def test_cancelled_task_cancels_its_call() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            task = await stalled(sandbox, client)
            task.cancel("enough")
            with pytest.raises(asyncio.CancelledError, match="enough"):
                await task
            assert client.statistics().active == 0
            await chat(client)

    run(main)


def test_timeouts_of_asyncio_bound_calls() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            sandbox.faults.add(faults.stall(), times=2)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(chat(client), 0)
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0):
                    await chat(client)
            task = asyncio.current_task()
            assert task is not None
            assert task.cancelling() == 0
            await asyncio.sleep(0)

    run(main)


def test_cancelled_read_closes_its_stream() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            sandbox.faults.add(faults.stall_stream(after_events=2))
            seen: list[object] = []

            async def read() -> None:
                async with await open_chat(client) as stream:
                    async for chunk in stream:
                        seen.append(chunk)  # noqa: PERF401  # the count is watched

            task = asyncio.create_task(read())
            await until(lambda: len(seen) == 2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert client.statistics().open == 0

    run(main)


def test_result_that_a_cancelled_task_cannot_take_is_closed() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            task = asyncio.create_task(open_chat(client))
            await until(lambda: client.statistics().requests == 1)
            # Cancel in the step in which the answer has come and the task has not run yet, and earlier.
            await until(lambda: sandbox.requests[-1:] != [] and task.get_stack() != [])
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert client.statistics().active == 0

    run(main)


def test_error_of_trios_side_passes_as_the_same_object() -> None:
    errors = [trio.TooSlowError("late"), ValueError("bad")]

    async def main() -> None:
        async with bridged() as (_, client):
            for error in errors:

                async def fail(_: int, error: Exception = error) -> NoReturn:
                    raise error

                with pytest.raises(type(error)) as caught:
                    await client.map(fail, [0], limit=1)
                assert caught.value is error
                assert [entry.name for entry in caught.traceback][-1] == "fail"

    run(main)


def test_error_of_a_cancelled_call_is_not_lost() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            started = asyncio.Event()

            async def fail(_: int) -> NoReturn:
                started.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    raise LookupError

            task = asyncio.create_task(client.map(fail, [0], limit=1))
            await started.wait()
            task.cancel()
            with pytest.raises(LookupError):
                await task
            await chat(client)

    run(main)


def test_error_of_a_task_is_not_lost_when_the_leaving_is_cancelled() -> None:
    async def main() -> None:
        started = asyncio.Event()

        async def fail() -> NoReturn:
            started.set()
            try:
                await asyncio.Event().wait()
            finally:
                raise LookupError

        async def use(sandbox: Sandbox) -> None:
            async with open_bridge(**sandbox.client_options) as client:
                client.start_soon(fail)

        async with open_bridge_to(open_sandbox) as sandbox:
            task = asyncio.create_task(use(sandbox))
            await started.wait()
            task.cancel()
            with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # as users catch it
                await task
            assert caught.group_contains(LookupError)

    run(main)


def test_error_of_the_body_leaves_the_block_as_itself() -> None:
    error = KeyError("body")

    async def main() -> None:
        async with bridged() as (_, client), await open_chat(client):
            raise error

    with pytest.raises(KeyError) as caught:
        run(main)
    assert caught.value is error
    assert error.__context__ is None


def test_failing_task_cancels_the_body_and_leaves_in_a_group() -> None:
    async def main() -> None:
        async def fail() -> NoReturn:
            await asyncio.sleep(0)
            raise LookupError(1)

        async with open_bridge_to(open_sandbox) as sandbox:
            with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # as users catch it
                async with open_bridge(**sandbox.client_options) as client:
                    client.start_soon(fail)
                    try:
                        await asyncio.Event().wait()
                    finally:
                        with pytest.raises(asyncio.CancelledError):  # as a `Cancelled` would, at Trio's side
                            await client.models.retrieve("gpt-4")  # noqa: ASYNC102  # the point of it
            assert caught.group_contains(LookupError, match="1")
            task = asyncio.current_task()
            assert task is not None
            assert task.cancelling() == 0

    run(main)


def test_block_that_servers_enter_and_leave_in_other_tasks_keeps_its_failure_for_the_end() -> None:
    async def main() -> None:
        async def fail() -> NoReturn:
            raise LookupError

        async with open_bridge_to(open_sandbox) as sandbox:
            stack = contextlib.AsyncExitStack()
            opening = stack.enter_async_context(open_bridge(**sandbox.client_options))
            client = await asyncio.create_task(opening)
            failing = client.start_soon(fail)
            await until(lambda: failing.done)
            await until(lambda: client.statistics().open == 0)
            with pytest.raises((ClientClosedError, asyncio.CancelledError)):
                await client.models.retrieve("gpt-4")
            closing = asyncio.create_task(stack.aclose())
            with pytest.raises(ExceptionGroup) as caught:  # noqa: ASYNC401  # as above
                await closing
            assert caught.group_contains(LookupError)

    run(main)


def test_failing_item_leaves_map_each_as_itself() -> None:
    async def main() -> None:
        async with bridged() as (_, client):

            async def fail(item: int) -> int:
                await asyncio.sleep(0)
                raise LookupError(item)

            with pytest.raises(LookupError):
                async with client.map_each(fail, [1], limit=1) as results:
                    async for _ in results:
                        pass
            await chat(client)

    run(main)


def test_functions_of_a_failed_map_are_cancelled_on_the_loop() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            ended: list[str] = []
            started = asyncio.Event()

            async def work(item: str) -> None:
                if item == "fails":
                    await started.wait()
                    await client.models.retrieve("no-such-model")
                try:
                    started.set()
                    await asyncio.Event().wait()
                finally:
                    await asyncio.sleep(0)  # noqa: ASYNC102  # asyncio's functions may wait there
                    ended.append(item)

            with pytest.raises(NotFoundError):
                await client.map(work, ["waits", "fails"], limit=2)
            assert ended == ["waits"]

    run(main)


def test_cancelled_task_of_the_users_own_making_is_no_cancellation_of_trios() -> None:
    async def main() -> None:
        async with bridged() as (_, client):

            async def give_up(_: int) -> None:
                own = asyncio.CancelledError(1)
                raise own

            with pytest.raises(asyncio.CancelledError, match="1"):
                await client.map(give_up, [1], limit=1)
            await chat(client)

    run(main)


@contextlib.asynccontextmanager
async def cancellable() -> AsyncIterator[trio.CancelScope]:
    with trio.CancelScope() as scope:
        yield scope


@pytest.mark.parametrize("also_by_asyncio", [False, True])
def test_block_handles_the_cancellation_of_its_own_scope_and_no_other(also_by_asyncio: bool) -> None:
    went_on: list[bool] = []

    async def use() -> None:
        task = asyncio.current_task()
        assert task is not None
        async with open_bridge_to(cancellable) as scope:
            scope.cancel()
            try:
                await asyncio.Event().wait()
            finally:
                if also_by_asyncio:
                    task.cancel()
        went_on.append(True)
        assert task.cancelling() == 0

    async def main() -> None:
        await asyncio.wait([task := asyncio.create_task(use())])
        assert task.cancelled() is also_by_asyncio
        assert bool(went_on) is not also_by_asyncio

    run(main)


def test_interrupt_unwinds_the_program_and_leaves_as_itself() -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            task = await stalled(sandbox, client)
            signal.raise_signal(signal.SIGINT)
            try:
                await task
            finally:
                assert client.statistics().active == 0

    def run_plainly() -> None:
        # Without what `asyncio.run` does for Ctrl-C, which Trio then takes.
        loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(main())
        finally:
            loop.close()

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for runner in (lambda: asyncio.run(main()), run_plainly):
            with pytest.raises(KeyboardInterrupt):
                runner()
    finally:
        signal.signal(signal.SIGINT, before)


def test_input_that_is_left_early_is_closed_on_the_loop() -> None:
    async def main() -> None:
        closed: list[object] = []

        async def endless() -> AsyncIterator[int]:
            try:
                while True:
                    yield 1
                    await asyncio.sleep(0)
            finally:
                closed.append(asyncio.current_task())

        async def same(item: int) -> int:
            return item

        async with bridged() as (_, client):
            async with client.map_each(same, endless(), limit=2) as results:
                await anext(results)
            await until(lambda: closed != [])
            assert closed != [None]

    run(main)


def test_leaving_waits_for_tasks_and_ends_calls_of_other_tasks() -> None:
    async def main() -> None:
        done: list[str] = []

        async def slow() -> None:
            for _ in range(20):
                await asyncio.sleep(0)
            done.append("slow")

        async with open_bridge_to(open_sandbox) as sandbox:
            async with open_bridge(**sandbox.client_options) as client:
                client.start_soon(slow)
                other = await stalled(sandbox, client)
            assert done == ["slow"]
            with pytest.raises((ClientClosedError, APIConnectionError)):
                await other

    run(main)


def test_leaving_waits_for_what_tasks_ask_of_the_client() -> None:
    async def main() -> None:
        got: list[object] = []

        async def ask(client: Client) -> None:
            got.append(await chat(client))
            got.extend(await asyncio.gather(chat(client), chat(client)))
            async with await open_chat(client) as stream:
                got.extend([chunk async for chunk in stream][-1:])
            client.start_soon(ask_once, client)

        async def ask_once(client: Client) -> None:
            got.extend(await client.map(lambda _: chat(client), range(2), limit=2))

        async def questions(client: Client) -> AsyncIterator[int]:
            async with await open_chat(client) as stream:
                async for _ in stream:
                    yield 1  # noqa: ASYNC119  # as users write it
                    return

        async def read(client: Client) -> None:
            async with client.map_each(lambda _: chat(client), questions(client), limit=1) as answers:
                got.extend([answer async for answer in answers])

        async with open_bridge_to(open_sandbox) as sandbox:
            async with open_bridge(**sandbox.client_options) as client:
                task = client.start_soon(ask, client)
                client.start_soon(read, client)
            assert task.done
            assert len(got) == 7
            with pytest.raises(ClientClosedError):
                await chat(client)

    run(main)


def test_call_that_a_task_left_behind_ends_with_the_block() -> None:
    async def main() -> None:
        behind: list[asyncio.Task[object]] = []

        async def forget(sandbox: Sandbox, client: Client) -> None:
            behind.append(await stalled(sandbox, client))

        async with open_bridge_to(open_sandbox) as sandbox:
            async with open_bridge(**sandbox.client_options) as client:
                client.start_soon(forget, sandbox, client)
            with pytest.raises((ClientClosedError, APIConnectionError)):
                await behind[0]

    run(main)


def test_block_of_another_task_is_closed_before_the_one_around_it() -> None:
    async def main() -> None:
        entered, left = asyncio.Event(), asyncio.Event()

        async def hold(client: Client) -> None:
            async with await open_chat(client):
                entered.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    left.set()

        async with open_bridge_to(open_sandbox) as sandbox:
            async with open_bridge(**sandbox.client_options) as client:
                other = asyncio.create_task(hold(client))
                await entered.wait()
            assert left.is_set()
            with pytest.raises(ClientClosedError):
                await other

    run(main)


def test_block_that_was_never_left_does_not_keep_the_one_around_it() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            stream = await open_chat(client)
            await stream.__aenter__()

    run(main)


def test_abandoned_stream_is_closed_with_a_warning() -> None:
    async def main() -> None:
        async with open_bridge_to(open_sandbox) as sandbox:
            with pytest.warns(ResourceWarning):
                async with open_bridge(**sandbox.client_options) as client:
                    await open_chat(client)

    run(main)


def test_cancelled_while_opening_and_closing() -> None:
    async def attempt(turns: int) -> None:
        async def use() -> None:
            async with bridged() as (_, client):
                await chat(client)

        task = asyncio.create_task(use())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled() or task.exception() is None

    async def main() -> None:
        for turns in range(0, 200, 7):
            await attempt(turns)

    run(main)


async def read_answer(client: Client) -> None:
    await chat(client)


async def read_chunks(client: Client) -> None:
    async with await open_chat(client) as chunks:
        async for _ in chunks:
            pass


async def read_events(client: Client) -> None:
    async with client.responses.stream(model="gpt-5", input="x") as events:
        async for _ in events:
            pass


async def fan_out(client: Client) -> None:
    await client.map(lambda _: chat(client), range(3), limit=2)


async def read_pages(client: Client) -> None:
    async for _ in client.models.list():
        pass


async def cancel_at_random(tasks: list[asyncio.Task[None]], chance: random.Random) -> None:
    waiting = [*tasks]
    chance.shuffle(waiting)
    while waiting:
        for _ in range(chance.randrange(8)):
            await asyncio.sleep(0)
        waiting.pop().cancel()


@pytest.mark.parametrize("seed", range(3))
def test_storm_of_cancellations_leaves_nothing_behind(seed: int) -> None:
    chance = random.Random(seed)
    kinds = [read_answer, read_chunks, read_events, fan_out, read_pages]

    async def main() -> None:
        async with open_bridge_to(open_sandbox) as sandbox:
            before = trio.lowlevel.current_statistics().tasks_living
            async with open_bridge(**sandbox.client_options) as client:
                tasks = [asyncio.create_task(chance.choice(kinds)(client)) for _ in range(200)]
                await cancel_at_random(tasks, chance)
                outcomes = await asyncio.gather(*tasks, return_exceptions=True)
                assert {type(each) for each in outcomes} <= {type(None), asyncio.CancelledError}
                statistics = client.statistics()
                assert (statistics.active, statistics.connecting, statistics.waiting) == (0, 0, 0)
                await chat(client)
            await until(lambda: trio.lowlevel.current_statistics().tasks_living == before)
            assert sandbox.crashes == ()

    run(main)
