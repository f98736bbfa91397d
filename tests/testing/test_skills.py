"""Skills and their versions."""

from __future__ import annotations

import io
import zipfile

import pytest

from triopenai import BadRequestError, NotFoundError


def sheet(name: str) -> tuple[str, bytes]:
    return "count/SKILL.md", f"---\nname: {name}\ndescription: Counts {name}.\n---\nCount.".encode()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def test_skill_is_named_by_its_sheet_and_comes_back_as_an_archive(client):
    made = await client.skills.create(files=[sheet("words"), ("count/run.py", b"print(1)")])
    assert (made.name, made.description, made.default_version) == ("words", "Counts words.", "1")
    assert (await client.skills.retrieve(made.id)).to_dict() == made.to_dict()
    data = await (await client.skills.content.retrieve(made.id)).read()
    assert unpacked(data) == {"count/SKILL.md": sheet("words")[1], "count/run.py": b"print(1)"}
    again = await client.skills.create(files=("bundle.zip", data))
    assert again.name == "words"
    assert await (await client.skills.content.retrieve(again.id)).read() == data


async def test_skill_shows_its_default_version(client):
    made = await client.skills.create(files=[sheet("words")])
    second = await client.skills.versions.create(made.id, files=[sheet("lines")])
    third = await client.skills.versions.create(made.id, files=[sheet("pages")], default=True)
    assert (second.version, third.version) == ("2", "3")
    now = await client.skills.retrieve(made.id)
    assert (now.name, now.default_version, now.latest_version) == ("pages", "3", "3")
    assert (await client.skills.update(made.id, default_version="2")).name == "lines"
    found = await client.skills.versions.retrieve("2", skill_id=made.id)
    assert found.to_dict() == second.to_dict()
    data = await (await client.skills.versions.content.retrieve("1", skill_id=made.id)).read()
    assert unpacked(data)["count/SKILL.md"] == sheet("words")[1]
    gone = await client.skills.versions.delete("3", skill_id=made.id)
    assert (gone.version, gone.deleted) == ("3", True)
    with pytest.raises(NotFoundError, match="3"):
        await client.skills.versions.retrieve("3", skill_id=made.id)
    with pytest.raises(BadRequestError, match="default"):
        await client.skills.versions.delete("2", skill_id=made.id)
    with pytest.raises(BadRequestError, match="'9'"):
        await client.skills.update(made.id, default_version="9")


async def test_skills_and_versions_are_listed_by_cursors(client):
    made = [(await client.skills.create(files=[sheet(name)])).id for name in ("a", "b", "c")]
    assert [skill.id async for skill in client.skills.list(limit=1)] == made[::-1]
    for name in ("d", "e"):
        await client.skills.versions.create(made[0], files=[sheet(name)])
    versions = client.skills.versions.list(made[0], limit=2, order="asc")
    assert [version.version async for version in versions] == ["1", "2", "3"]


async def test_skill_that_is_deleted_takes_its_versions_along(client):
    made = await client.skills.create(files=[sheet("words")])
    assert (await client.skills.delete(made.id)).deleted
    with pytest.raises(NotFoundError, match=made.id):
        await client.skills.versions.list(made.id)
    with pytest.raises(NotFoundError, match=made.id):
        await client.skills.content.retrieve(made.id)


@pytest.mark.parametrize("files", [[("a.txt", b"x")], [("SKILL.md", b"no head")]])
async def test_skill_needs_a_sheet(client, files):
    with pytest.raises(BadRequestError, match=r"SKILL\.md"):
        await client.skills.create(files=files)
