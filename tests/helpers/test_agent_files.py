"""Files of agents: prepared, put into environments, and those that a turn left."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.fakes import FakeResponse, answer, failure, open_fake
from triopenai import errors, open_client
from triopenai.agents import (
    AgentFilePreparationError,
    AgentFileStagingError,
    AgentTurnResult,
    AgentTurnResultError,
    PreparedAgentFiles,
)
from triopenai.testing import open_sandbox
from triopenai.types.beta.agents.sessions import Turn

if TYPE_CHECKING:
    from pathlib import Path


Json = dict[str, Any]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/d.md"):
        (tmp_path / name).write_text(name)
    return tmp_path


async def test_prepare_uploads_files_for_an_environment(tree: Path):
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        files = client.beta.agents.environments.files
        prepared = await files.prepare(
            {"/workspace/x": tree / "a.txt", "/workspace/y/z": str(tree / "b.txt")}
        )
        [one, other] = [await client.files.retrieve(identity) for identity in prepared.uploaded_file_ids]
    assert (one.filename, one.purpose, other.filename) == ("a.txt", "user_data", "b.txt")
    assert prepared.files == [
        {"type": "file_id", "file_id": one.id, "path": "/workspace/x"},
        {"type": "file_id", "file_id": other.id, "path": "/workspace/y/z"},
    ]


async def test_prepare_of_nothing_sends_nothing():
    async with open_fake() as (client, transport):
        assert await client.beta.agents.environments.files.prepare({}) == PreparedAgentFiles()
    assert not transport.requests


async def test_prepare_keeps_what_was_uploaded_when_another_fails(tree: Path):
    script = [answer({"id": "file_1"}), failure(400), answer({"id": "file_3"})]
    async with open_fake(*script) as (client, transport):
        paths = {f"/workspace/{number}": tree / "a.txt" for number in range(3)}
        with pytest.raises(AgentFilePreparationError, match="1 of 3 files could not be uploaded") as caught:
            await client.beta.agents.environments.files.prepare(paths)
        assert len(transport.requests) == 3
    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(error.prepared, PreparedAgentFiles)
    assert len(error.prepared.uploaded_file_ids) == 2
    [(path, why)] = error.failures.items()
    assert path not in {file["path"] for file in error.prepared.files}
    assert isinstance(why, errors.BadRequestError)
    assert isinstance(caught.value.__cause__, errors.BadRequestError)


async def test_prepare_directory_takes_what_the_patterns_select(tree: Path):
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        files = client.beta.agents.environments.files
        prepared = await files.prepare_directory(
            tree, destination="/workspace/in", include=["**/*.txt", "a*"]
        )
    assert [file["path"] for file in prepared.files] == [
        "/workspace/in/a.txt",
        "/workspace/in/b.txt",
        "/workspace/in/sub/c.txt",
    ]


async def test_bad_paths_are_refused_before_anything_is_sent(tree: Path):
    (tree / "link.txt").symlink_to(tree / "a.txt")
    async with open_fake() as (client, transport):
        files: Any = client.beta.agents.environments.files
        for path in ("a.txt", "/etc/x", "", "/workspace", 1):
            with pytest.raises(ValueError, match="must lie under /workspace"):
                await files.prepare({path: tree / "a.txt"})
        for path in ("/workspace/", "/workspace/../x", "/workspace//x", "/workspace/./x"):
            with pytest.raises(ValueError, match="no empty part"):
                await files.upload("env_1", file=b"x", path=path)
        for local, why in ((tree, "is no regular file"), (tree / "link.txt", "links are not followed")):
            with pytest.raises(ValueError, match=why):
                await files.prepare({"/workspace/x": local})
        with pytest.raises(ValueError, match="cannot be read: No such file"):
            await files.prepare({"/workspace/x": tree / "nothing"})
        with pytest.raises(TypeError, match="files must map paths"):
            await files.prepare([tree / "a.txt"])
        assert not transport.requests


@pytest.mark.parametrize(
    ("include", "error", "why"),
    [
        ("*.txt", TypeError, "several patterns"),
        ([], ValueError, "include is empty"),
        (["*.zip"], ValueError, "select no file"),
        (["../*"], ValueError, "stay inside"),
        (["/etc/*"], ValueError, "stay inside"),
        (["link.*"], ValueError, "links are not followed"),
        (["elsewhere/*"], ValueError, "link to a directory; links are not followed"),
    ],
)
async def test_prepare_directory_refuses_bad_patterns(tree: Path, include: Any, error: Any, why: str):
    (tree / "link.txt").symlink_to(tree / "a.txt")
    (tree / "elsewhere").symlink_to(tree / "sub")
    async with open_fake() as (client, transport):
        files = client.beta.agents.environments.files
        with pytest.raises(error, match=why):
            await files.prepare_directory(tree, destination="/workspace/in", include=include)
        assert not transport.requests


async def test_prepare_directory_wants_a_directory(tree: Path):
    async with open_fake() as (client, _):
        files = client.beta.agents.environments.files
        with pytest.raises(ValueError, match="must be a directory"):
            await files.prepare_directory(tree / "a.txt", destination="/workspace/in", include=["*"])


async def test_upload_puts_a_file_into_an_environment():
    async with open_sandbox() as sandbox, open_client(**sandbox.client_options) as client:
        made = await client.beta.agents.environments.create(environment={"type": "openai_hosted"})
        files = client.beta.agents.environments.files
        staged = await files.upload(made.id, file=("a.txt", b"x"), path="/workspace/a.txt")
        assert (await client.files.retrieve(staged.uploaded_file_id)).purpose == "user_data"
    assert staged.file.path == "/workspace/a.txt"


async def test_upload_keeps_the_id_of_a_file_that_could_not_be_put_there():
    async with open_fake(answer({"id": "file_1"}), failure(404)) as (client, transport):
        files = client.beta.agents.environments.files
        with pytest.raises(AgentFileStagingError, match="file_1 was uploaded, but") as caught:
            await files.upload("env_1", file=b"x", path="/workspace/x")
    assert caught.value.uploaded_file_id == "file_1"
    assert isinstance(caught.value.__cause__, errors.NotFoundError)
    assert transport.sent(1) == {"type": "file_id", "file_id": "file_1", "path": "/workspace/x"}


# artifacts


def result() -> AgentTurnResult[None]:
    return AgentTurnResult(Turn.model_construct(id="turn_1", session_id="sess_1", status="completed"), [])


def listed(*artifacts: tuple[str, str, str], more: bool = False) -> FakeResponse:
    names = ("id", "path", "turn_id")
    data = [{"object": "agent.session.artifact", **dict(zip(names, one, strict=True))} for one in artifacts]
    return answer({"object": "list", "data": data, "has_more": more, "last_id": artifacts[-1][0]})


PAGES = (("art_1", "a.txt", "turn_0"), ("art_2", "b.txt", "turn_1")), (("art_3", "a.txt", "turn_1"),)


async def test_for_result_finds_the_artifacts_of_the_turn(tmp_path: Path):
    first, second = PAGES
    pages = [listed(*first, more=True), listed(*second)]
    script = [*pages, answer(b"data"), listed(*second), answer(b"more")]
    async with open_fake(*script) as (client, transport):
        artifacts = client.beta.agents.sessions.artifacts.for_result(result())
        assert not transport.requests
        async with await artifacts.content("a.txt") as content:
            assert await content.read() == b"data"
        found = await artifacts.download("a.txt", to=tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == b"more"
    assert found.id == "art_3"
    assert transport.requests[2].target.endswith("/agents/sessions/sess_1/artifacts/art_3/content")
    assert "turn_1" in repr(artifacts)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ([("art_1", "a.txt", "turn_0")], "no artifact with the path 'a.txt'"),
        ([("art_1", "a.txt", "turn_1"), ("art_2", "a.txt", "turn_1")], "2 artifacts with the path"),
    ],
)
async def test_for_result_wants_one_artifact(found: list[tuple[str, str, str]], why: str):
    async with open_fake(listed(*found)) as (client, _):
        with pytest.raises(ValueError, match=why):
            await client.beta.agents.sessions.artifacts.for_result(result()).content("a.txt")


def test_errors_of_agents_pickle():
    error = AgentTurnResultError("failed", turn=result().turn, session_id="sess_1", messages=["m"])
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.reason, copy.turn_id, copy.messages, str(copy)) == ("failed", "turn_1", ["m"], str(error))
