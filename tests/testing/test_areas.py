"""Embeddings, models, files, fine-tuning jobs and vector stores."""

from __future__ import annotations

import base64
import json
import math
import struct

import httpx
import pytest
import trio

from tests.support.wire import Heard, ask, chat
from triopenai.testing import Sandbox, open_sandbox
from triopenai.types import (
    CreateEmbeddingResponse,
    FileDeleted,
    FileObject,
    Model,
    ModelDeleted,
    VectorStore,
)
from triopenai.types.fine_tuning import FineTuningJob, FineTuningJobEvent
from triopenai.types.fine_tuning.jobs import FineTuningJobCheckpoint

LINES = b'{"messages": []}\n{"messages": []}\n'


async def embed(sandbox: Sandbox, text: object, **more: object) -> Heard:
    body = {"model": "text-embedding-3-small", "input": text, **more}
    return await ask(sandbox, "POST", "/embeddings", json_body=body)


async def upload(
    sandbox: Sandbox, content: bytes = LINES, name: str = "a.jsonl", /, **fields: str
) -> dict[str, object]:
    request = httpx.Request(
        "POST", "http://x", files={"file": (name, content)}, data={"purpose": "fine-tune", **fields}
    )
    headers = {"Content-Type": request.headers["content-type"]}
    heard = await ask(sandbox, "POST", "/files", body=request.read(), headers=headers)
    FileObject.model_validate(heard.json, strict=True)
    return heard.json


async def test_embeddings_are_unit_vectors_that_depend_on_the_text(sandbox):
    heard = await embed(sandbox, ["a", "b", "a"])
    CreateEmbeddingResponse.model_validate(heard.json, strict=True)
    one, two, three = (item["embedding"] for item in heard.json["data"])
    assert one == three
    assert one != two
    assert len(one) == 1536
    assert math.hypot(*one) == pytest.approx(1, abs=1e-5)
    assert abs(sum(x * y for x, y in zip(one, two, strict=True))) < 0.2


async def test_embeddings_have_the_size_and_form_that_was_asked_for(sandbox):
    floats = (await embed(sandbox, "a", dimensions=16)).json["data"][0]["embedding"]
    packed = (await embed(sandbox, "a", dimensions=16, encoding_format="base64")).json["data"][0]
    assert list(struct.unpack("<16f", base64.b64decode(packed["embedding"]))) == floats
    large = await embed(sandbox, "a", model="text-embedding-3-large")
    assert len(large.json["data"][0]["embedding"]) == 3072
    assert len((await embed(sandbox, [1, 2, 3])).json["data"]) == 1
    assert len((await embed(sandbox, [[1, 2], [3]])).json["data"]) == 2


async def test_models_are_listed_and_found(sandbox):
    listing = (await ask(sandbox, "GET", "/models")).json
    for item in listing["data"]:
        Model.model_validate(item, strict=True)
    assert {"gpt-4", "gpt-5", "o3"} <= {item["id"] for item in listing["data"]}
    assert (await ask(sandbox, "GET", "/models/gpt-4o-2024-08-06")).json["id"] == "gpt-4o-2024-08-06"
    missing = await ask(sandbox, "GET", "/models/nope")
    assert (missing.status, missing.error["code"]) == (404, "model_not_found")
    assert (await ask(sandbox, "DELETE", "/models/gpt-4")).status == 403


async def test_file_comes_back_as_it_was_sent(sandbox):
    content = bytes(range(256)) * 1000 + b"\r\n--not-the-boundary\r\n"
    made = await upload(sandbox, content, 'ü "q".bin')
    assert (made["filename"], made["bytes"]) == ('ü "q".bin', len(content))
    path = f"/files/{made['id']}"
    assert (await ask(sandbox, "GET", path)).json == made
    heard = await ask(sandbox, "GET", f"{path}/content")
    assert heard.body == content
    gone = await ask(sandbox, "DELETE", path)
    FileDeleted.model_validate(gone.json, strict=True)
    for rest in ("", "/content"):
        assert (await ask(sandbox, "GET", path + rest)).status == 404


async def test_file_can_expire(sandbox):
    fields = {"expires_after[anchor]": "created_at", "expires_after[seconds]": "3600"}
    made = await upload(sandbox, LINES, **fields)
    assert made["expires_at"] == 1_750_003_600


async def test_files_come_in_pages(sandbox):
    for number in range(5):
        await upload(sandbox, LINES, str(number), purpose="vision" if number == 2 else "fine-tune")
    seen: list[str] = []
    after = ""
    for size in (2, 2, 1):
        page = (await ask(sandbox, "GET", f"/files?limit=2{after}")).json
        assert (len(page["data"]), page["has_more"]) == (size, size == 2)
        seen += [item["filename"] for item in page["data"]]
        after = f"&after={page['last_id']}"
    assert seen == ["4", "3", "2", "1", "0"]
    assert [
        item["filename"] for item in (await ask(sandbox, "GET", "/files?purpose=vision")).json["data"]
    ] == ["2"]
    page = (await ask(sandbox, "GET", "/files?order=asc&before=file-00000004&limit=2")).json
    assert [item["filename"] for item in page["data"]] == ["1", "2"]


@pytest.mark.parametrize(
    ("content_type", "body", "says"),
    [
        ("application/json", b"{}", "multipart"),
        ("multipart/form-data", b"", "boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\nhi", "end"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\nhi\r\n--x--", "name"),
    ],
)
async def test_broken_forms_are_refused(sandbox, content_type, body, says):
    heard = await ask(sandbox, "POST", "/files", body=body, headers={"Content-Type": content_type})
    assert heard.status == 400
    assert says in heard.error["message"]


async def start(sandbox: Sandbox, **more: object) -> str:
    body = {"model": "gpt-4o-mini", "training_file": "file-00000001", **more}
    heard = await ask(sandbox, "POST", "/fine_tuning/jobs", json_body=body)
    FineTuningJob.model_validate(heard.json, strict=True)
    return f"/fine_tuning/jobs/{heard.json['id']}"


async def look(sandbox: Sandbox, path: str) -> dict[str, object]:
    heard = await ask(sandbox, "GET", path)
    FineTuningJob.model_validate(heard.json, strict=True)
    return heard.json


async def test_job_trains_a_model_in_ten_seconds(autojump_clock):
    async with open_sandbox() as sandbox:
        await upload(sandbox)
        path = await start(sandbox, suffix="mine")
        seen: list[object] = []
        for _ in range(12):
            seen.append((await look(sandbox, path))["status"])
            await trio.sleep(1)
        assert seen == ["validating_files", "queued", *["running"] * 8, *["succeeded"] * 2]
        done = await look(sandbox, path)
        assert done["fine_tuned_model"] == "ft:gpt-4o-mini:sandbox:mine:00000001"
        assert done["finished_at"] == 1_750_000_010
        answered = await ask(
            sandbox, "POST", "/chat/completions", json_body=chat() | {"model": done["fine_tuned_model"]}
        )
        assert answered.status == 200
        assert done["result_files"] == ["file-00000002"]
        assert (await ask(sandbox, "GET", "/files/file-00000002/content")).body.startswith(
            b"step,train_loss\n1,"
        )
        gone = await ask(sandbox, "DELETE", f"/models/{done['fine_tuned_model']}")
        ModelDeleted.model_validate(gone.json, strict=True)
        assert (await ask(sandbox, "GET", f"/models/{done['fine_tuned_model']}")).status == 404


async def test_job_has_events_and_checkpoints_as_they_happen(autojump_clock):
    async with open_sandbox() as sandbox:
        await upload(sandbox)
        path = await start(sandbox)
        assert len((await ask(sandbox, "GET", f"{path}/events")).json["data"]) == 2
        assert (await ask(sandbox, "GET", f"{path}/checkpoints")).json["data"] == []
        await trio.sleep(20)
        events = (await ask(sandbox, "GET", f"{path}/events?limit=5")).json
        assert (len(events["data"]), events["has_more"]) == (5, True)
        for event in events["data"]:
            FineTuningJobEvent.model_validate(event, strict=True)
        steps = (await ask(sandbox, "GET", f"{path}/checkpoints")).json["data"]
        for step in steps:
            FineTuningJobCheckpoint.model_validate(step, strict=True)
        assert [step["step_number"] for step in steps] == [9, 6, 3]


async def test_job_can_be_paused_resumed_and_cancelled(autojump_clock):
    async with open_sandbox() as sandbox:
        await upload(sandbox)
        path = await start(sandbox)
        await trio.sleep(5)
        assert (await ask(sandbox, "POST", f"{path}/pause")).json["status"] == "queued"
        await trio.sleep(100)
        assert (await look(sandbox, path))["status"] == "queued"
        assert (await ask(sandbox, "POST", f"{path}/resume")).json["status"] == "running"
        await trio.sleep(4)
        assert (await look(sandbox, path))["status"] == "running"
        assert (await ask(sandbox, "POST", f"{path}/cancel")).json["status"] == "cancelled"
        await trio.sleep(100)
        assert (await look(sandbox, path))["status"] == "cancelled"
        assert (await ask(sandbox, "POST", f"{path}/cancel")).status == 400
        assert (await ask(sandbox, "POST", "/fine_tuning/jobs/ftjob-x/cancel")).status == 404


@pytest.mark.parametrize("content", [b"", b"not json\n", b"[1]\n"])
async def test_job_fails_for_files_that_are_no_json_lines(autojump_clock, content):
    async with open_sandbox() as sandbox:
        await upload(sandbox, content)
        path = await start(sandbox)
        await trio.sleep(1)
        failed = await look(sandbox, path)
        assert failed["status"] == "failed"
        assert json.loads(json.dumps(failed["error"]))["code"] == "invalid_training_file"


async def test_jobs_are_listed(sandbox):
    await upload(sandbox)
    for number in range(3):
        await start(sandbox, metadata={"n": str(number)}, seed=number)
    page = (await ask(sandbox, "GET", "/fine_tuning/jobs?limit=2")).json
    assert [item["seed"] for item in page["data"]] == [2, 1]
    page = (await ask(sandbox, "GET", f"/fine_tuning/jobs?limit=2&after={page['last_id']}")).json
    assert [item["seed"] for item in page["data"]] == [0]
    found = (await ask(sandbox, "GET", "/fine_tuning/jobs?metadata[n]=1")).json["data"]
    assert [item["seed"] for item in found] == [1]


async def test_vector_store_expires_when_it_says_so(autojump_clock):
    async with open_sandbox() as sandbox:
        policy = {"anchor": "last_active_at", "days": 2}
        made = (await ask(sandbox, "POST", "/vector_stores", json_body={"expires_after": policy})).json
        path = f"/vector_stores/{made['id']}"
        assert (made["status"], made["expires_at"]) == ("completed", made["created_at"] + 2 * 86400)
        await trio.sleep(86400)
        changed = (await ask(sandbox, "POST", path, json_body={"name": "Shelf"})).json
        assert (changed["name"], changed["expires_at"]) == ("Shelf", made["expires_at"] + 86400)
        await trio.sleep(86400)
        assert (await ask(sandbox, "GET", path)).json["status"] == "completed"
        await trio.sleep(86400)
        expired = (await ask(sandbox, "GET", path)).json
        assert expired["status"] == "expired"
        VectorStore.model_validate(expired, strict=True)
