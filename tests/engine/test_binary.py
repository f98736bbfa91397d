"""Downloads: how they are read, how they break, who may read them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.fakes import FakeResponse
from triopenai import errors
from triopenai._net.errors import ReadError, TransportClosed, TransportTimeout

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.conftest import OpenFake
    from tests.support.fakes import Piece

LOST = ReadError("reset", phase="read", sent=True)


def download(*pieces: Piece) -> FakeResponse:
    return FakeResponse(200, {"content-type": "application/octet-stream", "x-request-id": "req_d"}, pieces)


async def test_download_is_read_whole_and_kept(fake: OpenFake) -> None:
    async with fake(download(b"Hel", b"lo")) as (client, _):
        content = await client.files.content("file-1")
        assert await content.read() == b"Hello"
        assert await content.text() == "Hello"
        assert await content.receive_some() == b""
        assert content.response.request_id == "req_d"
        assert "closed" in repr(content)


async def test_download_comes_in_pieces_of_a_size(fake: OpenFake) -> None:
    async with fake(download(b"abc", b"defg")) as (client, _), await client.files.content("f") as content:
        with pytest.raises(ValueError, match="at least 1"):
            content.iter_bytes(0)
        assert [piece async for piece in content.iter_bytes(2)] == [b"ab", b"cd", b"ef", b"g"]


async def test_download_that_was_read_is_there_in_every_form(fake: OpenFake, tmp_path: Path) -> None:
    async with fake(download(b'["on', b'e"]\n')) as (client, _):
        content = await client.files.content("f")
        with pytest.raises(RuntimeError, match=r"await \.read\(\)"):
            _ = content.content
        assert await content.aread() == b'["one"]\n'
        assert content.content == await content.read()
        assert await content.json() == ["one"]
        assert [piece async for piece in content.aiter_bytes(5)] == [b'["one', b'"]\n']
        assert [piece async for piece in content.aiter_text()] == ['["one"]\n']
        assert [line async for line in content.aiter_lines()] == ['["one"]']
        await content.astream_to_file(tmp_path / "copy", chunk_size=2)
    assert (tmp_path / "copy").read_bytes() == b'["one"]\n'


@pytest.mark.parametrize("pieces", [1, 2, 3])
async def test_download_read_by_pieces_does_not_pass_for_whole_or_empty(fake: OpenFake, pieces: int) -> None:
    async with fake(download(b"abc", b"def")) as (client, _), await client.files.content("f") as content:
        iterator = content.iter_bytes()
        for _ in range(pieces):
            await anext(iterator, b"")
        for again in (
            content.read,
            content.text,
            content.iter_bytes().__anext__,
            content.iter_lines().__anext__,
        ):
            with pytest.raises(trio.ClosedResourceError, match="piece by piece"):
                await again()


async def test_download_text_is_read_by_its_charset(fake: OpenFake) -> None:
    response = FakeResponse(200, {"content-type": "text/plain; charset=latin-1"}, ["ö".encode("latin-1")] * 3)
    async with fake(response) as (client, _):
        content = await client.files.content("f")
        assert await content.text() == "ööö"
        assert await content.text("ascii") == "\ufffd" * 3
        assert [piece async for piece in content.iter_text(2)] == ["öö", "ö"]


async def test_download_comes_in_lines(fake: OpenFake) -> None:
    async with fake(download(b"on", b"e\r\ntwo\n\nla", b"st")) as (client, _):
        content = await client.files.content("f")
        assert [line async for line in content.iter_lines()] == ["one", "two", "", "last"]


async def test_download_takes_a_long_line_in_many_pieces_in_linear_time(fake: OpenFake) -> None:
    async def cost(count: int) -> float:
        async with fake(download(*[b"x" * 4096] * count)) as (client, _):
            content = await client.files.content("f")
            began = time.process_time()
            assert [len(line) async for line in content.iter_lines()] == [count * 4096]
            return time.process_time() - began

    await cost(100)
    small = min(await cost(200), await cost(200))
    assert await cost(4_000) < 80 * small  # copying what there is for each piece: 400


async def test_download_is_written_to_a_file(fake: OpenFake, tmp_path: Path) -> None:
    path = tmp_path / "copy"
    async with fake(download(b"Hel", b"lo")) as (client, _):
        await (await client.files.content("f")).stream_to_file(path)
    assert path.read_bytes() == b"Hello"


async def test_download_that_cannot_be_read_leaves_the_file_as_it_is(fake: OpenFake, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    async with fake(download(b"new")) as (client, _), await client.files.content("f") as content:
        assert [piece async for piece in content.iter_bytes()] == [b"new"]
        with pytest.raises(trio.ClosedResourceError, match="piece by piece"):
            await content.write_to_file(path)
    assert path.read_bytes() == b"old"


async def test_download_that_breaks_is_an_error_of_the_tree(fake: OpenFake) -> None:
    response = download(b"Hel", LOST)
    async with fake(response) as (client, transport):
        content = await client.files.content("f")
        with pytest.raises(errors.APIConnectionError, match=r"broke off after 3 bytes.*reset") as caught:
            await content.read()
        with pytest.raises(trio.ClosedResourceError):
            await content.read()
    assert caught.value.operation == "files.content"
    assert caught.value.phase == "read"
    assert caught.value.__cause__ is LOST
    assert response.closed
    assert len(transport.requests) == 1


async def test_download_that_falls_silent_is_a_timeout(fake: OpenFake) -> None:
    late = TransportTimeout("late", phase="read", sent=True)
    async with fake(download(late)) as (client, _):
        content = await client.files.content("f")
        with pytest.raises(errors.APITimeoutError, match="600 seconds"):
            await content.read()


async def test_download_closed_under_its_reader_says_so(
    fake: OpenFake, autojump_clock: trio.testing.MockClock
) -> None:
    closed = TransportClosed("closed", phase="read", sent=True)
    async with fake(download(1.0, closed)) as (client, _), trio.open_nursery() as nursery:
        content = await client.files.content("f")

        @nursery.start_soon
        async def close() -> None:
            await trio.sleep(0.5)
            await content.aclose()

        with pytest.raises(trio.ClosedResourceError):
            await content.read()


async def test_download_read_by_two_tasks_goes_on_for_the_first(fake: OpenFake) -> None:
    busy = trio.BusyResourceError("another task is reading this response")
    async with fake(download(busy, b"rest")) as (client, _):
        content = await client.files.content("f")
        with pytest.raises(trio.BusyResourceError):
            await content.receive_some()
        assert await content.receive_some() == b"rest"
        await content.aclose()
        await content.aclose()


async def test_download_cancelled_is_closed(fake: OpenFake, autojump_clock: trio.testing.MockClock) -> None:
    response = download(b"a", 10.0)
    async with fake(response) as (client, _):
        content = await client.files.content("f")
        with trio.move_on_after(1):
            await content.read()
        assert response.closed
        with pytest.raises(trio.ClosedResourceError, match="before it was read"):
            await content.receive_some()
