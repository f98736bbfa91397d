"""Evals, their runs, and graders by themselves."""

from __future__ import annotations

import json
from typing import Any

import pytest
import trio

from triopenai import BadRequestError, Client, NotFoundError, open_client
from triopenai.testing import open_sandbox

CONFIG: Any = {"type": "custom", "item_schema": {"type": "object"}, "include_sample_schema": True}


def check(name: str = "same", operation: str = "eq", **more: str) -> Any:
    return {
        "type": "string_check",
        "name": name,
        "input": "{{sample.output_text}}",
        "reference": "{{ item.answer }}",
        "operation": operation,
        **more,
    }


def rows(*answers: str) -> Any:
    content = [{"item": {"answer": "yes"}, "sample": {"output_text": answer}} for answer in answers]
    return {"type": "jsonl", "source": {"type": "file_content", "content": content}}


async def started(client: Client, data_source: Any, *criteria: Any) -> tuple[str, str]:
    """An eval and a run of it."""
    made = await client.evals.create(
        name="Answers", data_source_config=CONFIG, testing_criteria=list(criteria) or [check()]
    )
    run = await client.evals.runs.create(made.id, data_source=data_source, name="first")
    return made.id, run.id


async def test_eval_is_made_changed_listed_and_deleted(client):
    made = await client.evals.create(name="a", data_source_config=CONFIG, testing_criteria=[check()])
    assert made.testing_criteria[0].to_dict() == check()
    assert list(made.data_source_config.schema_["properties"]) == ["item", "sample"]
    other = await client.evals.create(
        data_source_config={"type": "stored_completions", "metadata": {"a": "b"}}, testing_criteria=[check()]
    )
    changed = await client.evals.update(made.id, name="b", metadata={"k": "v"})
    assert (changed.name, changed.metadata) == ("b", {"k": "v"})
    assert (await client.evals.retrieve(made.id)).name == "b"
    assert [one.id async for one in client.evals.list(limit=1)] == [made.id, other.id]
    assert [one.id async for one in client.evals.list(order="desc", after=other.id)] == [made.id]
    gone = await client.evals.delete(made.id)
    assert (gone.eval_id, gone.deleted) == (made.id, True)
    with pytest.raises(NotFoundError, match=made.id):
        await client.evals.runs.list(made.id)
    with pytest.raises(BadRequestError, match="nope"):
        await client.evals.create(data_source_config=CONFIG, testing_criteria=[{"type": "nope", "name": "x"}])


async def test_run_goes_through_its_items_by_the_clock(client, autojump_clock):
    eval_id, run_id = await started(client, rows("yes", "no", "yes"))
    seen = []
    for _ in range(5):
        run = await client.evals.runs.retrieve(run_id, eval_id=eval_id)
        seen.append((run.status, run.result_counts.passed, run.result_counts.failed))
        await trio.sleep(1)
    assert seen == [
        ("queued", 0, 0),
        ("in_progress", 0, 0),
        ("in_progress", 1, 0),
        ("in_progress", 1, 1),
        ("completed", 2, 1),
    ]
    outputs = client.evals.runs.output_items
    items = [item async for item in outputs.list(run_id, eval_id=eval_id, limit=2)]
    assert [item.status for item in items] == ["pass", "fail", "pass"]
    assert items[1].sample.output[0].content == "no"
    failed = await outputs.list(run_id, eval_id=eval_id, status="fail")
    assert [item.id for item in failed.data] == [items[1].id]
    found = await outputs.retrieve(items[1].id, eval_id=eval_id, run_id=run_id)
    assert found.to_dict() == items[1].to_dict()
    with pytest.raises(NotFoundError, match="outputitem_x"):
        await outputs.retrieve("outputitem_x", eval_id=eval_id, run_id=run_id)


async def test_run_can_be_cancelled_and_deleted(client, autojump_clock):
    eval_id, run_id = await started(client, rows("yes", "yes", "yes"))
    other = await client.evals.runs.create(eval_id, data_source=rows())
    await trio.sleep(2.5)
    assert (await client.evals.runs.cancel(run_id, eval_id=eval_id)).status == "canceled"
    await trio.sleep(10)
    stopped = await client.evals.runs.retrieve(run_id, eval_id=eval_id)
    assert (stopped.status, stopped.result_counts.passed) == ("canceled", 1)
    with pytest.raises(BadRequestError, match="'canceled'"):
        await client.evals.runs.cancel(run_id, eval_id=eval_id)
    assert [run.id async for run in client.evals.runs.list(eval_id, limit=1)] == [run_id, other.id]
    done = await client.evals.runs.list(eval_id, status="completed")
    assert [run.id for run in done.data] == [other.id]
    assert (await client.evals.runs.delete(run_id, eval_id=eval_id)).run_id == run_id
    with pytest.raises(NotFoundError, match=run_id):
        await client.evals.runs.retrieve(run_id, eval_id=eval_id)


async def test_run_asks_the_model(autojump_clock):
    template = [{"role": "user", "content": "Say {{item.question}}"}]
    async with (
        open_sandbox(reply=lambda question, _: question) as sandbox,
        open_client(**sandbox.client_options, strict=True) as client,
    ):
        lines = "\n".join(json.dumps({"item": {"question": one, "answer": "Say a"}}) for one in "ab")
        file = await client.files.create(file=("items.jsonl", lines.encode()), purpose="user_data")
        source: Any = {
            "type": "completions",
            "model": "gpt-4",
            "source": {"type": "file_id", "id": file.id},
            "input_messages": {"type": "template", "template": template},
        }
        eval_id, run_id = await started(client, source, check(), check("starts", "ilike", reference="SAY"))
        await trio.sleep(10)
        run = await client.evals.runs.retrieve(run_id, eval_id=eval_id)
        assert [one.to_dict() for one in run.per_testing_criteria_results] == [
            {"testing_criteria": "same", "passed": 1, "failed": 1},
            {"testing_criteria": "starts", "passed": 2, "failed": 0},
        ]
        (usage,) = run.per_model_usage
        assert (usage.run_model_name, usage.invocation_count) == ("gpt-4", 2)
        _, broken = await started(client, {**source, "model": "nope"})
        await trio.sleep(10)
        page = await client.evals.runs.output_items.list(broken, eval_id="eval_00000002")
        assert [item.status for item in page.data] == ["error", "error"]
        assert page.data[0].sample.error.code == "model_not_found"
        assert sandbox.crashes == ()


async def test_run_takes_stored_completions(client, autojump_clock):
    for label in ("keep", "skip"):
        await client.chat.completions.create(
            model="gpt-4", messages=[{"role": "user", "content": "Hi"}], store=True, metadata={"use": label}
        )
    source = {"type": "completions", "source": {"type": "stored_completions", "metadata": {"use": "keep"}}}
    eval_id, run_id = await started(client, source, check(operation="ne", reference=""))
    await trio.sleep(10)
    run = await client.evals.runs.retrieve(run_id, eval_id=eval_id)
    assert run.result_counts.to_dict() == {"total": 1, "errored": 0, "failed": 0, "passed": 1}


async def test_run_refuses_a_source_that_is_none(client):
    with pytest.raises(NotFoundError, match="eval_x"):
        await client.evals.runs.create("eval_x", data_source=rows())
    with pytest.raises(BadRequestError, match="file-x"):
        await started(client, {"type": "jsonl", "source": {"type": "file_id", "id": "file-x"}})
    file = await client.files.create(file=("a", b"{}\nno json"), purpose="user_data")
    with pytest.raises(BadRequestError, match="Line 2"):
        await started(client, {"type": "jsonl", "source": {"type": "file_id", "id": file.id}})


@pytest.mark.parametrize(
    ("grader", "reward"),
    [
        (check(), 1.0),
        (check(reference="no"), 0.0),
        (check(operation="like", reference="y"), 1.0),
        ({"type": "text_similarity", "name": "near", "input": "a b", "reference": "a c"}, 0.5),
        ({"type": "python", "name": "code", "source": "def grade(): ..."}, 1.0),
        ({"type": "multi", "name": "both", "graders": {"a": check(), "b": check(reference="no")}}, 0.5),
    ],
)
async def test_grader_can_be_run(client, grader, reward):
    graders = client.fine_tuning.alpha.graders
    made = await graders.run(grader=grader, model_sample="yes", item={"answer": "yes"})
    assert (made.reward, made.metadata.name) == (reward, grader["name"])


async def test_grader_is_validated(client):
    found = await client.fine_tuning.alpha.graders.validate(grader=check())
    assert found.grader.to_dict() == check()
    with pytest.raises(BadRequestError, match="operation"):
        await client.fine_tuning.alpha.graders.validate(
            grader={"type": "string_check", "name": "x", "input": "x"}
        )
