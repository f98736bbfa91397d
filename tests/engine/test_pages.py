"""Lists: one page, every item, and servers that count badly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.support.fakes import answer
from triopenai import AsyncCursorPage, AsyncPaginator, errors, raw
from triopenai._net.errors import ReadError

if TYPE_CHECKING:
    from tests.engine.conftest import OpenFake


def page(*ids: str, **envelope: object) -> object:
    return answer({"object": "list", "data": [{"id": i, "object": "file"} for i in ids], **envelope})


async def test_page_awaited_is_one_page(fake: OpenFake) -> None:
    async with fake(page("a", "b", has_more=True)) as (client, transport):
        found = await client.files.list(limit=2)
    assert isinstance(found, AsyncCursorPage)
    assert [item.id for item in found.data] == ["a", "b"]
    assert found.has_more is True
    assert found.object == "list"
    assert found.has_next_page()
    assert found.next_page_info() == {"after": "b"}
    assert found._request_id == "req_1"
    assert transport.requests[0].target == "/v1/files?limit=2"


async def test_page_iterated_gives_every_item(fake: OpenFake) -> None:
    script = (page("a", "b", has_more=True), page("c", has_more=False))
    async with fake(*script) as (client, transport):
        got = [item.id async for item in client.files.list(limit=2)]
    assert got == ["a", "b", "c"]
    assert transport.requests[1].target == "/v1/files?limit=2&after=b"


async def test_page_gives_its_items_without_waiting_and_no_others(fake: OpenFake) -> None:
    script = (page("a", "b", has_more=True), page("c", has_more=False))
    async with fake(*script) as (client, transport):
        items = aiter(client.files.list(limit=2))
        with pytest.raises(trio.WouldBlock):
            items.next_nowait()
        assert (await anext(items)).id == "a"
        assert items.next_nowait().id == "b"
        with pytest.raises(trio.WouldBlock):
            items.next_nowait()
        assert len(transport.requests) == 1
        assert [item.id async for item in items] == ["c"]


async def test_page_empty_with_more_is_followed(fake: OpenFake) -> None:
    script = (
        page("a", has_more=True, last_id="a"),
        page(has_more=True, last_id="b"),
        page("c", has_more=False),
    )
    async with fake(*script) as (client, transport):
        got = [item.id async for item in client.files.list()]
    assert got == ["a", "c"]
    assert transport.requests[2].target == "/v1/files?after=b"


async def test_page_with_a_repeated_cursor_is_an_error(fake: OpenFake) -> None:
    async with fake(page("a", has_more=True), page("a", has_more=True)) as (client, _):
        with pytest.raises(errors.APIResponseValidationError, match="circle"):
            [item async for item in client.files.list()]


async def test_page_that_leads_to_itself_has_no_next_page(fake: OpenFake) -> None:
    async with fake(page("a", has_more=True), page("a", has_more=True)) as (client, transport):
        again = await (await client.files.list(limit=1)).get_next_page()
        for ask in (again.next_page_info, again.has_next_page):
            with pytest.raises(errors.APIResponseValidationError, match=r"circle: .*'after': 'a'"):
                ask()
        with pytest.raises(errors.APIResponseValidationError, match="circle"):
            await again.get_next_page()
    assert len(transport.requests) == 2


async def test_page_cursors_in_a_longer_circle_are_an_error(fake: OpenFake) -> None:
    script = [page(cursor, has_more=True) for cursor in "abab"]
    async with fake(*script) as (client, transport):
        with pytest.raises(errors.APIResponseValidationError, match="circle"):
            [item async for item in client.files.list()]
    assert len(transport.requests) == 3


async def test_page_iterates_from_itself_on(fake: OpenFake) -> None:
    async with fake(page("a", has_more=True), page("b", has_more=False)) as (client, _):
        first = await client.files.list()
        assert [item.id async for item in first] == ["a", "b"]


async def test_page_iter_pages_gives_pages(fake: OpenFake) -> None:
    async with fake(page("a", has_more=True), page("b", has_more=False)) as (client, _):
        pages = [found async for found in client.files.list().iter_pages()]
    assert [len(found.data) for found in pages] == [1, 1]
    with pytest.raises(RuntimeError, match="last page"):
        await pages[1].get_next_page()


async def test_page_not_awaited_says_what_to_do(fake: OpenFake) -> None:
    async with fake() as (client, transport):
        text = repr(client.files.list())
    assert "await" in text
    assert "async for" in text
    assert transport.requests == []


async def test_page_raw_has_headers(fake: OpenFake) -> None:
    async with fake(page("a", has_more=False)) as (client, _):
        reply = await raw(client.files.list)(limit=1)
    assert reply.request_id == "req_1"
    assert reply.parse().data[0].id == "a"


async def test_page_of_a_raw_form_goes_on_as_any_page(fake: OpenFake) -> None:
    async with fake(*[page(item, has_more=item != "b") for item in "abab"]) as (client, transport):
        reply = await raw(client.files.list)(limit=1)
        assert [item.id async for item in reply.parse()] == ["a", "b"]
        async with client.files.with_streaming_response.list(limit=1) as opened:
            found = await opened.parse()
            assert [item.id for item in (await found.get_next_page()).data] == ["b"]
        assert all(response.closed or response.ended for response in transport.responses)
        lists: Any = client.files.with_raw_response
        for iterate in (aiter, AsyncPaginator.iter_pages):
            with pytest.raises(TypeError, match=r"raw form of files\.list has the answer of one page"):
                iterate(lists.list())


async def test_page_cancelled_in_the_middle_leaves_no_request(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    got = []
    async with fake(page("a", has_more=True), 1e9) as (client, _transport):
        with trio.move_on_after(5):
            async for item in client.files.list():
                got.append(item.id)  # noqa: PERF401  # what was read before the end stays
    assert got == ["a"]


async def test_page_that_is_none_is_an_error(fake: OpenFake) -> None:
    async with fake(answer([1, 2])) as (client, _):
        with pytest.raises(errors.APIResponseValidationError):
            await client.files.list()


async def test_page_that_failed_can_be_asked_for_again(fake: OpenFake) -> None:
    lost = ReadError("reset", phase="read", sent=True)
    script = (page("a", has_more=True), lost, page("b", has_more=False))
    async with fake(*script, max_retries=0) as (client, _):
        pages = client.files.list().iter_pages()
        assert [item.id for item in (await anext(pages)).data] == ["a"]
        with pytest.raises(errors.APIConnectionError):
            await anext(pages)
        assert [item.id for item in (await anext(pages)).data] == ["b"]
        with pytest.raises(StopAsyncIteration):
            await anext(pages)
