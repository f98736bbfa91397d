"""Containers and the files in them."""

from __future__ import annotations

import pytest
import trio

from triopenai import BadRequestError, NotFoundError


async def test_container_is_made_listed_and_deleted(client):
    made = await client.containers.create(name="one", memory_limit="4g")
    for name in ("two", "one"):
        await client.containers.create(name=name)
    assert (made.status, made.memory_limit, made.expires_after.minutes) == ("running", "4g", 20)
    assert (await client.containers.retrieve(made.id)).to_dict() == made.to_dict()
    assert [one.name async for one in client.containers.list(limit=1)] == ["one", "two", "one"]
    assert (await client.containers.list(name="two")).data[0].name == "two"
    await client.containers.delete(made.id)
    with pytest.raises(NotFoundError, match=made.id):
        await client.containers.retrieve(made.id)
    with pytest.raises(NotFoundError, match=made.id):
        await client.containers.files.list(made.id)


async def test_container_keeps_files(client):
    container = await client.containers.create(name="one")
    sent = await client.containers.files.create(container.id, file=("a.txt", b"hello"))
    stored = await client.files.create(file=("b.txt", b"stored"), purpose="user_data")
    copied = await client.containers.files.create(container.id, file_id=stored.id)
    assert [(file.path, file.bytes) for file in (sent, copied)] == [
        ("/mnt/data/a.txt", 5),
        ("/mnt/data/b.txt", 6),
    ]
    files = client.containers.files
    assert [file.id async for file in files.list(container.id, limit=1)] == [copied.id, sent.id]
    assert (await files.retrieve(sent.id, container_id=container.id)).path == sent.path
    content = await files.content.retrieve(copied.id, container_id=container.id)
    assert await content.read() == b"stored"
    await files.delete(sent.id, container_id=container.id)
    with pytest.raises(NotFoundError, match=sent.id):
        await files.content.retrieve(sent.id, container_id=container.id)
    with pytest.raises(NotFoundError, match="file-x"):
        await files.create(container.id, file_id="file-x")
    with pytest.raises(BadRequestError, match="file_id"):
        await files.create(container.id)


async def test_container_expires_when_it_is_left_alone(client, autojump_clock):
    made = await client.containers.create(
        name="one", expires_after={"anchor": "last_active_at", "minutes": 5}
    )
    await trio.sleep(200)
    await client.containers.files.create(made.id, file=("a.txt", b"hello"))
    await trio.sleep(200)
    assert (await client.containers.retrieve(made.id)).status == "running"
    await trio.sleep(100)
    assert (await client.containers.retrieve(made.id)).status == "expired"
    with pytest.raises(BadRequestError, match="expired"):
        await client.containers.files.create(made.id, file=("a.txt", b"hello"))
