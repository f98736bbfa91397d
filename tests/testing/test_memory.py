from __future__ import annotations

import pytest
import trio
import trio.testing

from triopenai.testing._memory import MemoryStream, open_memory_pair


async def test_memory_pair_is_a_trio_stream():
    async def make() -> tuple[MemoryStream, MemoryStream]:
        return open_memory_pair()

    async def make_clogged() -> tuple[MemoryStream, MemoryStream]:
        ours, theirs = open_memory_pair(limit=10)
        await ours.send_all(b"x" * 10)
        await theirs.send_all(b"x" * 10)
        return ours, theirs

    await trio.testing.check_two_way_stream(make, make_clogged)


async def test_send_waits_for_the_reader(autojump_clock):
    ours, theirs = open_memory_pair(limit=10)
    got = bytearray()

    async def read() -> None:
        await trio.sleep(5)
        while len(got) < 25:
            got.extend(await theirs.receive_some(4))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(read)
        await ours.send_all(b"x" * 25)
        assert trio.current_time() >= 5
    assert bytes(got) == b"x" * 25


async def test_abort_gives_what_was_sent_and_then_an_error():
    ours, theirs = open_memory_pair()
    await ours.send_all(b"half")
    ours.abort()
    assert await theirs.receive_some() == b"half"
    with pytest.raises(trio.BrokenResourceError):
        await theirs.receive_some()
    with pytest.raises(trio.BrokenResourceError):
        await theirs.send_all(b"x")


async def test_close_wakes_a_waiting_reader_and_writer():
    ours, theirs = open_memory_pair(limit=1)
    ended: list[str] = []

    async def read() -> None:
        assert await theirs.receive_some() == b""
        ended.append("read")

    async def write() -> None:
        with pytest.raises(trio.BrokenResourceError):
            await theirs.send_all(b"xx")
        ended.append("write")

    async with trio.open_nursery() as nursery:
        nursery.start_soon(read)
        nursery.start_soon(write)
        await trio.testing.wait_all_tasks_blocked()
        await ours.aclose()
    assert sorted(ended) == ["read", "write"]
