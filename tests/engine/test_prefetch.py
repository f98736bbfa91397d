"""Lists in one go, and pages that are asked for before they are due."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
import trio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.fakes import answer, failure
from tests.support.peers import sweep
from triopenai import errors
from triopenai._net.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.engine.conftest import OpenFake
    from tests.support.fakes import FakeResponse
    from triopenai.types import FileObject


def script(*sizes: int) -> list[FakeResponse]:
    """Pages of so many items each, which are numbered."""
    pages = []
    number = 0
    for index, size in enumerate(sizes):
        items = [{"id": f"file-{number + i}", "object": "file"} for i in range(size)]
        number += size
        more = index < len(sizes) - 1
        pages.append(
            answer({"object": "list", "data": items, "has_more": more, "last_id": f"after-{number}-{index}"})
        )
    return pages


def ids(count: int) -> list[str]:
    return [f"file-{number}" for number in range(count)]


@pytest.mark.parametrize(
    ("max_items", "wanted", "requests"), [(None, 6, 3), (6, 6, 2), (4, 4, 1), (3, 3, 1), (9, 6, 3)]
)
async def test_collect_asks_for_no_page_that_is_not_needed(
    fake: OpenFake, max_items: int | None, wanted: int, requests: int
) -> None:
    async with fake(*script(4, 2, 0)) as (client, transport):
        found = await client.files.list().collect(max_items=max_items)
    assert [file.id for file in found] == ids(wanted)
    assert len(transport.requests) == requests


async def test_collect_goes_on_from_a_page(fake: OpenFake) -> None:
    async with fake(*script(2, 2)) as (client, _):
        page = await client.files.list()
        assert [file.id for file in await page.collect()] == ids(4)


@pytest.mark.parametrize(
    ("max_items", "kind"), [(0, ValueError), (-1, ValueError), (1.5, TypeError), (True, TypeError)]
)
async def test_collect_refuses_what_is_no_count(
    fake: OpenFake, max_items: int, kind: type[Exception]
) -> None:
    async with fake() as (client, transport):
        with pytest.raises(kind, match=r"collect\(max_items=\) must be"):
            await client.files.list().collect(max_items=max_items)
    assert transport.requests == []


@pytest.mark.parametrize(("ahead", "kind"), [(0, ValueError), (-1, ValueError), ("2", TypeError)])
async def test_prefetch_refuses_what_is_no_count(fake: OpenFake, ahead: int, kind: type[Exception]) -> None:
    async with fake() as (client, transport):
        with pytest.raises(kind, match=r"prefetch\(ahead=\) must be"):
            client.files.list().prefetch(ahead)
    assert transport.requests == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sizes=st.lists(st.integers(0, 4), min_size=1, max_size=5), ahead=st.integers(1, 4))
def test_prefetch_gives_what_iterating_gives(fake: OpenFake, sizes: list[int], ahead: int) -> None:
    async def main() -> None:
        async with fake(*script(*sizes)) as (client, transport):
            async with client.files.list().prefetch(ahead) as files:
                assert [file.id async for file in files] == ids(sum(sizes))
            assert len(transport.requests) == len(sizes)

    trio.run(main)


@pytest.mark.parametrize("ahead", [1, 2, 3])
async def test_prefetch_fetches_so_far_ahead_and_no_further(fake: OpenFake, ahead: int) -> None:
    async with (
        fake(*script(1, 1, 1, 1, 1, 1)) as (client, transport),
        client.files.list().prefetch(ahead) as files,
    ):
        await trio.testing.wait_all_tasks_blocked()
        assert len(transport.requests) == ahead
        assert (await anext(files)).id == "file-0"
        await trio.testing.wait_all_tasks_blocked()
        assert len(transport.requests) == ahead + 1


async def test_prefetch_hides_the_time_that_pages_take(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    slow = [step for page in script(1, 1, 1) for step in (1.0, page)]
    async with fake(*slow) as (client, _):
        began = trio.current_time()
        async with client.files.list().prefetch(1) as files:
            async for _ in files:
                await trio.sleep(1)
    assert trio.current_time() - began == pytest.approx(4)


async def test_prefetch_gives_pages_too(fake: OpenFake) -> None:
    async with fake(*script(2, 1)) as (client, _), client.files.list().iter_pages().prefetch(2) as pages:
        assert [len(page.data) async for page in pages] == [2, 1]


async def test_prefetch_goes_on_from_a_page(fake: OpenFake) -> None:
    async with fake(*script(2, 2)) as (client, _):
        page = await client.files.list()
        async with page.prefetch(1) as files:
            assert [file.id async for file in files] == ids(4)


@pytest.mark.parametrize("at", range(3))
async def test_prefetch_raises_an_error_where_the_page_was_due(fake: OpenFake, at: int) -> None:
    pages: list[FakeResponse | Exception] = [*script(2, 2, 2)]
    pages[at] = ReadError("reset", phase="read", sent=True)
    got = []
    async with fake(*pages, max_retries=0) as (client, _), client.files.list().prefetch(3) as files:
        await trio.testing.wait_all_tasks_blocked()
        with pytest.raises(errors.APIConnectionError):
            async for file in files:
                got.append(file.id)  # noqa: PERF401  # what came before the error stays
        with pytest.raises(trio.ClosedResourceError, match="ask for the list anew"):
            await anext(files)
    assert got == ids(2 * at)


@pytest.mark.parametrize("taken", range(5))
async def test_prefetch_left_early_cancels_what_is_on_its_way(
    fake: OpenFake, taken: int, autojump_clock: trio.testing.MockClock
) -> None:
    async with fake(*script(2, 2), 1e9) as (client, _):
        began = trio.current_time()
        async with client.files.list().prefetch(4) as files:
            for _ in range(taken):
                await anext(files)
        assert trio.current_time() == began
        with pytest.raises(trio.ClosedResourceError):
            while True:
                await anext(files)


async def test_prefetch_leaves_the_bodys_error_as_it_is(fake: OpenFake) -> None:
    async with fake(*script(2, 2)) as (client, _):
        mine = "mine"
        with pytest.raises(KeyError, match=mine):
            async with client.files.list().prefetch(1):
                raise KeyError(mine)


async def test_prefetch_gives_each_item_to_one_of_several_tasks(fake: OpenFake) -> None:
    got: list[str] = []

    async def read(files: AsyncIterator[FileObject]) -> None:
        async for file in files:
            got.append(file.id)  # noqa: PERF401  # item by item, as the tasks take turns

    async with (
        fake(*script(3, 3, 3)) as (client, _),
        client.files.list().prefetch(2) as files,
        trio.open_nursery() as nursery,
    ):
        for _ in range(3):
            nursery.start_soon(read, files)
    assert sorted(got) == ids(9)


async def test_prefetch_cancelled_anywhere_leaves_no_task(fake: OpenFake) -> None:
    root = trio.lowlevel.current_task()
    before = len(root.child_nurseries)

    async def use() -> None:
        async with fake(*script(2, 1)) as (client, _), client.files.list().prefetch(1) as files:
            async for _ in files:
                pass

    async def audit() -> None:
        assert len(root.child_nurseries) == before

    assert await sweep(use, audit) > 5


async def test_prefetch_leaves_no_cycle_with_the_error_of_a_page(fake: OpenFake) -> None:
    async def fail() -> weakref.ref[errors.NotFoundError]:
        async with client.files.list().prefetch(1) as files:
            try:
                await anext(files)
            except errors.NotFoundError as error:
                return weakref.ref(error)
        pytest.fail("it went well")

    async with fake(failure(404)) as (client, _):
        gc.disable()
        try:
            assert (await fail())() is None
        finally:
            gc.enable()
