"""Tokens of Azure that expire, and functions that take their time to give one: case 26."""

from __future__ import annotations

import threading

import pytest
import trio

from tests.cases.conftest import CHAT
from triopenai import open_azure_client
from triopenai.testing import AzureOptions, Sandbox, faults, open_sandbox


def place(sandbox: Sandbox) -> AzureOptions:
    """The way to a sandbox without a credential."""
    options = sandbox.azure_options
    del options["api_key"]  # type: ignore[misc]  # a token comes in its place
    return options


@pytest.mark.parametrize("asynchronous", [True, False])
async def test_token_that_expires_between_attempts_is_replaced(*, asynchronous: bool) -> None:
    """Case 26: the wait before the second attempt is longer than the first token lives."""
    given: list[str] = []

    async with open_sandbox() as sandbox:

        def fresh_token() -> str:
            # The first one has expired by the time of the second attempt: the sandbox does not take it.
            given.append(sandbox.api_key if given else "expired")
            return given[-1]

        async def fresh_token_async() -> str:
            await trio.lowlevel.checkpoint()
            return fresh_token()

        provider = fresh_token_async if asynchronous else fresh_token
        sandbox.faults.add(faults.status(503, headers={"retry-after-ms": "1"}))
        async with open_azure_client(**place(sandbox), azure_ad_token_provider=provider) as client:
            await client.chat.completions.create(**CHAT)
    assert [one.headers["authorization"] for one in sandbox.requests] == [f"Bearer {one}" for one in given]
    assert len(given) == 2


async def test_function_that_waits_for_its_token_does_not_stop_the_loop() -> None:
    """Case 26: other calls go on while a token is waited for in a thread."""
    ready = threading.Event()
    async with open_sandbox() as sandbox:

        def slow_token() -> str:
            ready.wait()
            return sandbox.api_key

        async with open_azure_client(**place(sandbox), azure_ad_token_provider=slow_token) as client:
            slow = client.start_soon(client.models.retrieve, "gpt-4")
            other = client.with_options(azure_ad_token=sandbox.api_key)
            assert (await other.models.retrieve("gpt-5")).id == "gpt-5"
            assert len(sandbox.requests) == 1
            ready.set()
            assert (await slow.wait()).id == "gpt-4"


async def test_call_that_waits_for_a_token_can_be_cancelled() -> None:
    """Case 26: a deadline counts while a thread waits, and nothing is sent later."""
    begun, end = threading.Event(), threading.Event()
    async with open_sandbox() as sandbox:

        def stuck_token() -> str:
            begun.set()
            end.wait()
            return sandbox.api_key

        async with open_azure_client(**place(sandbox), azure_ad_token_provider=stuck_token) as client:
            with trio.CancelScope() as scope:
                async with trio.open_nursery() as nursery:
                    nursery.start_soon(client.models.retrieve, "gpt-4")
                    await trio.to_thread.run_sync(begun.wait)
                    scope.cancel()
            end.set()
            assert scope.cancelled_caught
            assert client.statistics().active == 0
    assert len(sandbox.requests) == 0
