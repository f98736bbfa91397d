"""Functions that give keys: on a thread or in the loop, with their errors, and cancelled."""

from __future__ import annotations

import dataclasses
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import answer
from triopenai import Limits, errors
from triopenai._engine.keys import ask_key

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake
    from triopenai._engine.keys import KeySource


async def give(key: str = "sk-1") -> str:
    await trio.lowlevel.checkpoint()
    return key


class Asked:
    async def __call__(self) -> str:
        return await give("sk-object")


@dataclasses.dataclass
class Unhashable:
    key: str = "sk-unhashable"

    async def __call__(self) -> str:
        return await give(self.key)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (give, "sk-1"),
        (partial(give, "sk-2"), "sk-2"),
        (Asked(), "sk-object"),
        (lambda: "sk-3", "sk-3"),
        (lambda: give("sk-4"), "sk-4"),
    ],
    ids=["async", "partial", "object", "plain", "awaitable"],
)
async def test_ask_key_takes_functions_of_every_kind(source: KeySource, key: str) -> None:
    assert await ask_key(source, "api_key") == key


async def test_client_takes_an_object_that_has_no_hash(fake: OpenFake) -> None:
    first, second = Unhashable(), Unhashable()
    async with fake(answer({"id": "gpt-4"}), api_key=first) as (client, transport):
        same, other = client.with_options(timeout=1), client.with_options(api_key=second)
        assert client._engine._lanes is same._engine._lanes
        assert client._engine._lanes is not other._engine._lanes
        await client.models.retrieve("gpt-4")
    assert transport.header(0, "authorization") == "Bearer sk-unhashable"


async def test_ask_key_calls_what_is_not_async_in_a_thread() -> None:
    asked: list[threading.Thread] = []

    def source() -> str:
        asked.append(threading.current_thread())
        return "sk-1"

    await ask_key(source, "api_key")
    assert asked != [threading.current_thread()]


async def test_ask_key_leaves_a_thread_behind_when_cancelled() -> None:
    begun, end = threading.Event(), threading.Event()

    def source() -> str:
        begun.set()
        end.wait()
        return "sk-late"

    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(ask_key, source, "api_key")
            await trio.to_thread.run_sync(begun.wait)
            scope.cancel()
    end.set()
    assert scope.cancelled_caught


@pytest.mark.parametrize("given", ["", "a b", "a\n", "é", None, b"sk-1"])
async def test_ask_key_refuses_what_is_no_key(given: object) -> None:
    with pytest.raises((ValueError, TypeError), match="function given as azure_ad_token_provider="):
        await ask_key(lambda: given, "azure_ad_token_provider")  # type: ignore[arg-type, return-value]  # on purpose


@pytest.mark.parametrize("plain", [True, False])
async def test_call_raises_what_the_key_s_function_raised(fake: OpenFake, plain: bool) -> None:
    lost = KeyError("no secret store")

    async def fail() -> str:
        raise lost

    def fail_plain() -> str:
        raise lost

    async with fake(api_key=fail_plain if plain else fail) as (client, transport):
        with pytest.raises(KeyError, match="no secret store") as caught:
            await client.models.retrieve("gpt-4")
    assert transport.requests == []
    assert "function given as api_key=" in caught.value.__notes__[0]


async def test_call_does_not_retry_an_error_of_the_key_s_function(fake: OpenFake) -> None:
    asked: list[int] = []
    other = errors.InternalServerError("of another client", status_code=500)

    async def fail() -> str:
        asked.append(1)
        raise other

    async with fake(api_key=fail) as (client, _):
        with pytest.raises(errors.InternalServerError, match="of another client"):
            await client.models.retrieve("gpt-4")
    assert asked == [1]


async def test_call_can_be_cancelled_while_the_key_is_asked(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(answer({"id": "gpt-4"}), api_key=trio.sleep_forever) as (client, transport):
        with trio.move_on_after(5) as scope:
            await client.models.retrieve("gpt-4")
        assert scope.cancelled_caught
        assert (await client.with_options(api_key="sk-2").models.retrieve("gpt-4")).id == "gpt-4"
    assert len(transport.requests) == 1


async def test_call_with_its_own_header_asks_for_no_key(fake: OpenFake) -> None:
    def fail() -> str:
        raise AssertionError

    async with fake(answer({"id": "gpt-4"}), api_key=fail) as (client, transport):
        await client.models.retrieve("gpt-4", extra_headers={"Authorization": "Bearer mine"})
    assert transport.header(0, "authorization") == "Bearer mine"


async def test_with_options_refuses_a_key_that_is_neither_text_nor_function(fake: OpenFake) -> None:
    async with fake() as (client, _):
        with pytest.raises(TypeError, match="api_key must be a function"):
            client.with_options(api_key=7)  # type: ignore[arg-type]  # on purpose


async def test_call_asks_for_the_key_only_when_its_turn_has_come(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    asked: list[float] = []

    async def note() -> str:
        await trio.lowlevel.checkpoint()
        asked.append(trio.current_time())
        return "sk-1"

    model = {"id": "gpt-4"}
    async with fake(5.0, answer(model), answer(model), api_key=note, limits=Limits(concurrency=1)) as (
        client,
        _,
    ):
        first = client.start_soon(client.models.retrieve, "gpt-4")
        second = client.start_soon(client.models.retrieve, "gpt-4")
        await first.wait()
        await second.wait()
    assert asked[1] - asked[0] == pytest.approx(5)


async def test_key_s_function_that_fails_gives_back_its_turn(fake: OpenFake) -> None:
    keys = iter(["", "sk-1"])

    async def give_next() -> str:
        await trio.lowlevel.checkpoint()
        return next(keys)

    async with fake(answer({"id": "gpt-4"}), api_key=give_next, limits=Limits(concurrency=1)) as (client, _):
        with pytest.raises(ValueError, match="api_key="):
            await client.models.retrieve("gpt-4")
        assert (await client.models.retrieve("gpt-4")).id == "gpt-4"
