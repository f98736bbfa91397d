"""The Trio run under a bridge: one for each loop, shared, refused where there cannot be one."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import threading
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

import pytest
import trio

from tests.support.bridges import bridged, chat, run
from triopenai import ClientClosedError, MissingCredentialsError
from triopenai.bridge import open_bridge, open_bridge_to
from triopenai.testing import open_sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

# The loops that are there; nox installs them all.
LOOPS: list[Callable[[], asyncio.AbstractEventLoop]] = [asyncio.new_event_loop]
if find_spec("uvloop") is not None:
    LOOPS.append(cast("Callable[[], asyncio.AbstractEventLoop]", import_module("uvloop").new_event_loop))


@pytest.mark.parametrize("loops", LOOPS, ids=["asyncio", "uvloop"][: len(LOOPS)])
def test_thousand_calls_at_once(loops: Callable[[], asyncio.AbstractEventLoop]) -> None:
    async def main() -> None:
        async with bridged() as (sandbox, client):
            calls = (client.models.retrieve("gpt-4") for _ in range(1000))
            models = await asyncio.gather(*calls)
            assert {model.id for model in models} == {"gpt-4"}
            assert len(sandbox.requests) == 1000
            assert client.statistics().active == 0

    run(main, loops)


@pytest.mark.parametrize("loops", LOOPS, ids=["asyncio", "uvloop"][: len(LOOPS)])
def test_loops_one_after_the_other(loops: Callable[[], asyncio.AbstractEventLoop]) -> None:
    async def main() -> str:
        async with bridged() as (_, client):
            return (await client.models.retrieve("gpt-4")).id

    assert [run(main, loops), run(main), run(main, loops)] == ["gpt-4"] * 3


def test_bridges_of_a_loop_share_its_run_and_may_be_nested() -> None:
    async def main() -> None:
        async with open_bridge_to(open_sandbox) as sandbox:
            opened = partial(open_bridge, **sandbox.client_options)
            async with opened() as outer, opened() as inner:
                assert outer != inner
                await asyncio.gather(outer.models.retrieve("gpt-4"), inner.models.retrieve("gpt-4"))

            async def use() -> None:
                async with opened() as client:
                    await chat(client)

            await asyncio.gather(*(use() for _ in range(3)))

    run(main)
    assert not trio.lowlevel.in_trio_run()


def test_bridge_opened_while_the_last_one_closes_starts_anew() -> None:
    async def main() -> None:
        async def use() -> None:
            async with bridged() as (_, client):
                await client.models.retrieve("gpt-4")

        first = asyncio.create_task(use())
        while trio.lowlevel.in_trio_run() or not first.done():
            await asyncio.sleep(0)
            await use()

    run(main)


def test_loops_of_two_threads_have_a_run_each() -> None:
    found: list[str] = []

    async def main() -> None:
        async with bridged() as (_, client):
            found.append((await client.models.retrieve("gpt-4")).id)

    thread = threading.Thread(target=run, args=(main,))
    thread.start()
    run(main)
    thread.join()
    assert found == ["gpt-4", "gpt-4"]


def test_context_variables_reach_calls_and_functions() -> None:
    user = contextvars.ContextVar("user", default="nobody")

    async def main() -> None:
        async with bridged() as (_, client):
            user.set("somebody")

            async def ask(_: int) -> str:
                return user.get()

            assert await client.map(ask, [1], limit=1) == ["somebody"]

    run(main)


async def test_loop_inside_of_a_trio_program_is_refused() -> None:
    async def main() -> None:
        async with open_bridge(api_key="sk"):
            pass

    with pytest.raises(RuntimeError, match=r"running Trio already.*open_client\(\)"):
        run(main)


def test_foreign_guest_run_is_refused() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        stop, ended = trio.Event(), asyncio.Event()
        trio.lowlevel.start_guest_run(
            stop.wait,
            run_sync_soon_threadsafe=loop.call_soon_threadsafe,
            done_callback=lambda _: ended.set(),
            host_uses_signal_set_wakeup_fd=True,
        )
        with pytest.raises(RuntimeError, match="running Trio already"):
            async with open_bridge(api_key="sk"):
                pass
        stop.set()
        await ended.wait()

    run(main)


def test_loop_that_follows_one_which_was_stopped_in_a_block_is_told_of_it() -> None:
    bridge = open_bridge(api_key="sk")

    async def leave() -> None:
        await bridge.__aexit__(None, None, None)

    async def use() -> None:
        async with open_bridge(api_key="sk"):
            pass

    with contextlib.closing(asyncio.new_event_loop()) as loop:
        loop.run_until_complete(bridge.__aenter__())
        with pytest.raises(RuntimeError, match="an earlier event loop of this thread was stopped"):
            run(use)
        loop.run_until_complete(leave())
    run(use)


def test_program_without_a_loop_is_told_what_there_is() -> None:
    with pytest.raises(RuntimeError, match="open_client_sync"):
        open_bridge(api_key="sk").__aenter__().send(None)


def test_use_from_elsewhere_is_refused_at_once() -> None:
    async def main() -> None:
        async with bridged() as (_, client):
            errors: list[RuntimeError] = []

            def no_loop() -> None:
                with pytest.raises(RuntimeError, match="outside of any event loop") as caught:
                    client.models.list()
                errors.append(caught.value)

            async def other_loop() -> None:
                with pytest.raises(RuntimeError, match="another event loop") as caught:
                    client.models.list()
                errors.append(caught.value)

            await asyncio.to_thread(no_loop)
            await asyncio.to_thread(asyncio.run, other_loop())
            assert len(errors) == 2
            loop = asyncio.get_running_loop()

            def properly() -> str:
                call = client.models.retrieve("gpt-4")
                return asyncio.run_coroutine_threadsafe(call, loop).result().id

            with pytest.raises(RuntimeError):
                await asyncio.to_thread(properly)

    run(main)


def test_use_after_the_block_is_refused_at_once() -> None:
    async def main() -> None:
        async with open_bridge_to(open_sandbox) as sandbox:
            bridge = open_bridge(**sandbox.client_options)
            async with bridge as client:
                late = client.models.retrieve("gpt-4")
            with pytest.raises(ClientClosedError, match="has ended"):
                client.models.list()
            with pytest.raises(ClientClosedError, match="has ended"):
                await late
            with pytest.raises(ClientClosedError, match="has ended"):
                client.start_soon(client.models.retrieve, "gpt-4")
            with pytest.raises(RuntimeError, match="open another"):
                await bridge.__aenter__()

    run(main)


def test_client_that_cannot_be_opened_leaves_no_run() -> None:
    async def main() -> None:
        with pytest.raises(MissingCredentialsError):
            await open_bridge(base_url="http://api.test/v1").__aenter__()
        assert not trio.lowlevel.in_trio_run()

    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("OPENAI_API_KEY", raising=False)
        patch.delenv("OPENAI_ADMIN_KEY", raising=False)
        run(main)
