"""Videos, what is made from them, and characters."""

from __future__ import annotations

import pytest
import trio

from triopenai import BadRequestError, NotFoundError

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated by the API:DeprecationWarning")


async def test_video_is_made_by_the_clock_listed_and_deleted(client, autojump_clock):
    made = await client.videos.create(prompt="A cat", seconds="8")
    seen = []
    for _ in range(4):
        video = await client.videos.retrieve(made.id)
        seen.append((video.status, video.progress))
        await trio.sleep(3)
    assert seen == [("queued", 0), ("in_progress", 25), ("in_progress", 62), ("completed", 100)]
    for variant in ("video", "thumbnail"):
        content = await client.videos.download_content(made.id, variant=variant)
        assert (await content.read()).endswith(f"{variant} of A cat".encode())
    other = await client.videos.create(prompt="A dog")
    assert [video.id async for video in client.videos.list(limit=1)] == [other.id, made.id]
    assert [video.id async for video in client.videos.list(order="asc", after=made.id)] == [other.id]
    assert (await client.videos.delete(made.id)).deleted
    with pytest.raises(NotFoundError, match=made.id):
        await client.videos.download_content(made.id)


async def test_video_is_remixed_edited_and_extended_when_it_is_done(client, autojump_clock):
    made = await client.videos.create(prompt="A cat", size="1280x720")
    for derive in (
        lambda: client.videos.remix(made.id, prompt="A dog"),
        lambda: client.videos.edit(video={"id": made.id}, prompt="A dog"),
        lambda: client.videos.extend(video={"id": made.id}, prompt="More", seconds="12"),
        lambda: client.videos.download_content(made.id),
    ):
        with pytest.raises(BadRequestError, match="'queued'"):
            await derive()
    await trio.sleep(10)
    remixed = await client.videos.remix(made.id, prompt="A dog")
    assert (remixed.remixed_from_video_id, remixed.size) == (made.id, "1280x720")
    edited = await client.videos.edit(video={"id": made.id}, prompt="Blue")
    assert (edited.status, edited.prompt, edited.size) == ("queued", "Blue", "1280x720")
    longer = await client.videos.extend(video={"id": made.id}, prompt="More", seconds="12")
    assert (longer.seconds, longer.size) == ("12", "1280x720")
    sent = await client.videos.edit(video=("a.mp4", b"video"), prompt="Red")
    assert (await client.videos.retrieve(sent.id)).prompt == "Red"
    with pytest.raises(NotFoundError, match="video_x"):
        await client.videos.edit(video={"id": "video_x"}, prompt="Red")


async def test_video_of_a_refused_prompt_fails(client, autojump_clock):
    made = await client.videos.create(prompt="Something forbidden")
    await trio.sleep(10)
    failed = await client.videos.retrieve(made.id)
    assert (failed.status, failed.error.code) == ("failed", "moderation_blocked")
    with pytest.raises(BadRequestError, match="'failed'"):
        await client.videos.remix(made.id, prompt="Again")


async def test_character_is_made_from_a_video(client):
    made = await client.videos.create_character(name="Ada", video=("a.mp4", b"video"))
    found = await client.videos.get_character(made.id)
    assert (found.id, found.name) == (made.id, "Ada")
    with pytest.raises(NotFoundError, match="char_x"):
        await client.videos.get_character("char_x")
