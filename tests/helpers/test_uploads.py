"""Files on their way to the server: in parts, from the disk, again after a failure, and not at all."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import sys
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest
import trio

from tests.support.peers import sweep
from triopenai import Client, InternalServerError, open_client
from triopenai.testing import Sandbox, faults, open_sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

CONTENT = bytes(range(256)) * 40
MD5 = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()


@asynccontextmanager
async def pair(latency: float = 0.0) -> AsyncIterator[tuple[Sandbox, Client]]:
    async with open_sandbox(latency=latency) as sandbox, open_client(**sandbox.client_options) as client:
        yield sandbox, client
        assert sandbox.crashes == ()


class Readable:
    """Can be read forwards only."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    async def read(self, size: int = -1, /) -> bytes:
        await trio.lowlevel.checkpoint()
        return self._file.read(size)


async def upload(client: Client, file: object, **keywords: object) -> bytes:
    done = await client.uploads.upload_file_chunked(
        file=file,  # type: ignore[arg-type]  # of all kinds
        mime_type="text/plain",
        purpose="assistants",
        **{"part_size": 3000, **keywords},  # type: ignore[arg-type]  # as above
    )
    assert done.status == "completed"
    assert done.file is not None
    async with await client.files.content(done.file.id) as content:
        return await content.read()


@pytest.mark.parametrize("kind", ["path", "trio", "open", "trio open", "bytes", "memory", "readable"])
async def test_parts_are_put_together_in_order(
    kind: str, tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    async with pair() as (sandbox, client):
        given: dict[str, object] = {"md5": MD5}
        if kind in {"bytes", "memory", "readable"}:
            given["filename"] = "b.txt"
        if kind == "readable":
            given["bytes"] = len(CONTENT)
        with path.open("rb") as file:
            things: dict[str, object] = {
                "path": path,
                "trio": trio.Path(path),
                "open": file,
                "trio open": trio.wrap_file(file),
                "bytes": CONTENT,
                "memory": io.BytesIO(CONTENT),
                "readable": Readable(CONTENT),
            }
            assert await upload(client, things[kind], **given) == CONTENT
        assert sum(one.path.endswith("/parts") for one in sandbox.requests) == 4


async def test_parts_go_four_at_a_time(autojump_clock: trio.testing.MockClock) -> None:
    async with pair(latency=1) as (sandbox, client):
        await upload(client, CONTENT * 2, filename="a.txt")
        times = [one.time for one in sandbox.requests if one.path.endswith("/parts")]
        assert [round(time - times[0]) for time in times] == [0, 0, 0, 0, 1, 1, 1]


async def test_failed_part_cancels_the_upload(tmp_path: Path, autojump_clock: trio.testing.MockClock) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(500), path="/uploads/*/parts", times=20)
        with pytest.raises(InternalServerError) as caught:
            await upload(client, path)
        assert any("was cancelled at the server" in note for note in caught.value.__notes__)
        assert sandbox.requests[-1].path.endswith("/cancel")


async def test_part_is_read_again_for_a_retry(tmp_path: Path, autojump_clock: trio.testing.MockClock) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(503), path="/uploads/*/parts", times=2)
        assert await upload(client, path) == CONTENT


async def test_cancelled_call_cancels_the_upload(autojump_clock: trio.testing.MockClock) -> None:
    async with pair(latency=1) as (sandbox, client):
        with trio.move_on_after(1.5) as scope:
            await upload(client, CONTENT, filename="a.txt")
        assert scope.cancelled_caught
        assert sandbox.requests[-1].path.endswith("/cancel")


async def test_chunked_upload_can_be_cancelled_anywhere(
    tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    async with pair(latency=0.01) as (_, client):

        async def audit() -> None:
            statistics = client.statistics()
            assert (statistics.active, statistics.waiting) == (0, 0)

        assert await sweep(lambda: upload(client, CONTENT, filename="a.txt"), audit) > 5


async def test_misuse_of_chunked_upload_is_told_before_anything_is_sent(
    tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    closed = io.BytesIO(b"x")
    closed.close()
    async with pair() as (sandbox, client):
        mistakes: list[tuple[object, dict[str, object], type[Exception]]] = [
            (tmp_path, {}, IsADirectoryError),
            (tmp_path / "none", {}, FileNotFoundError),
            (closed, {"filename": "a"}, ValueError),
            (io.StringIO("x"), {"filename": "a"}, TypeError),
            ("a.txt", {}, TypeError),
            (b"x", {}, TypeError),
            (b"x", {"filename": "a", "bytes": 2}, ValueError),
            (Readable(b"x"), {"filename": "a"}, TypeError),
            (Readable(b"x"), {"filename": "a", "bytes": -1}, ValueError),
            (b"", {"filename": "a"}, ValueError),
            (trio.Path(os.devnull), {}, ValueError),
            (b"x", {"filename": "a", "part_size": 0}, ValueError),
            (b"x", {"filename": "a", "part_size": "1"}, TypeError),
        ]
        for file, keywords, error in mistakes:
            with pytest.raises(error):
                await upload(client, file, **keywords)
        assert len(sandbox.requests) == 0


async def test_file_that_cannot_be_sent_is_told_before_anything_is_sent(
    tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    closed = io.BytesIO(b"x")
    closed.close()
    async with pair() as (sandbox, client):
        with pytest.raises(IsADirectoryError, match="is a directory"):
            await client.files.create(file=tmp_path, purpose="assistants")
        with pytest.raises(ValueError, match="is closed"):
            await client.files.create(file=closed, purpose="assistants")
        with (
            (tmp_path / "new").open("wb") as writable,
            pytest.raises(ValueError, match="not open for reading"),
        ):
            await client.files.create(file=writable, purpose="assistants")
        assert len(sandbox.requests) == 0


async def test_file_is_sent_whole_again_after_a_503(
    tmp_path: Path, autojump_clock: trio.testing.MockClock
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    async with pair() as (sandbox, client):
        with path.open("rb") as file:
            file.read(40)
            for source, size in (
                (path, len(CONTENT)),
                (trio.Path(path), len(CONTENT)),
                (file, len(CONTENT) - 40),
            ):
                sandbox.faults.add(faults.status(503))
                stored = await client.files.create(file=source, purpose="assistants")
                assert stored.bytes == size
        assert len(sandbox.requests) == 6


async def test_file_that_can_be_read_once_is_not_retried(autojump_clock: trio.testing.MockClock) -> None:
    async with pair() as (sandbox, client):
        sandbox.faults.add(faults.status(503))
        with pytest.raises(InternalServerError) as caught:
            await client.files.create(file=("a.txt", Readable(CONTENT)), purpose="assistants")
        assert any("only once" in note for note in caught.value.__notes__)
        assert len(sandbox.requests) == 1
        stored = await client.files.create(file=("a.txt", Readable(CONTENT)), purpose="assistants")
        assert stored.bytes == len(CONTENT)


DRAIN = """
import socket
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    peer, _ = listener.accept()
    head = b""
    while b"\\r\\n\\r\\n" not in head:
        head += peer.recv(65536)
    head, _, body = head.partition(b"\\r\\n\\r\\n")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\\r\\n")[0])
    left = length - len(body)
    buffer = bytearray(1 << 20)
    while left:
        left -= peer.recv_into(buffer)
    answer = b'{"id": "file-%d", "object": "file"}' % length
    peer.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nConnection: close\\r\\n")
    peer.sendall(b"Content-Length: %d\\r\\n\\r\\n%b" % (len(answer), answer))
    peer.close()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads ru_maxrss in KiB")
async def test_large_file_does_not_show_in_memory(tmp_path: Path) -> None:
    size = 300 * 1024 * 1024
    small, large = tmp_path / "small.bin", tmp_path / "large.bin"
    small.write_bytes(b"x")
    with large.open("wb") as file:
        file.truncate(size)
    run = partial(
        trio.run_process, [sys.executable, "-c", DRAIN], stdout=-1, capture_stdout=False, check=False
    )
    async with trio.open_nursery() as nursery:
        process: trio.Process = await nursery.start(run)
        assert process.stdout is not None
        port = int((await process.stdout.receive_some()).split()[0])
        async with open_client(api_key="k", base_url=f"http://127.0.0.1:{port}/v1") as client:
            await client.files.create(file=small, purpose="assistants")
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            stored = await client.files.create(file=large, purpose="assistants")
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        nursery.cancel_scope.cancel()
    assert int(stored.id.removeprefix("file-")) > size
    assert grown < 20 * 1024
