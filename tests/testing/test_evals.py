"""Evals, their runs, and graders by themselves."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import trio

from triopenai import BadRequestError, Client, NotFoundError, open_client
from triopenai.testing import open_sandbox
from triopenai.testing._similarity import similarity

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


def alike(metric: str, text: str, reference: str) -> Any:
    kind = {"type": "text_similarity", "name": "near", "evaluation_metric": metric}
    return {**kind, "input": text, "reference": reference}


def judge(question: str, *labels: str, **more: Any) -> Any:
    """A grader that asks a model for a score, or for a label of which the first passes."""
    content = {"type": "input_text", "text": question}
    messages = [{"role": "user", "content": content}, {"role": "assistant", "content": "I see."}]
    about = {"name": "judge", "model": "o3-mini", "input": messages, **more}
    if labels:
        return {**about, "type": "label_model", "labels": labels, "passing_labels": labels[:1]}
    return {**about, "type": "score_model"}


def both(formula: str = "") -> Any:
    graders = {"a": check(), "b": check(reference="no")}
    return {"type": "multi", "name": "both", "graders": graders, "calculate_output": formula}


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


async def test_run_takes_stored_responses(client, autojump_clock):
    for label in ("keep", "skip", "keep", "keep"):
        await client.responses.create(model="gpt-5", input="Say cheese", metadata={"use": label})
        await trio.sleep(10)
    chosen = {"metadata": {"use": "keep"}, "created_after": 1_750_000_005, "model": "gpt-5"}
    source = {"type": "responses", "source": {"type": "responses", **chosen}}
    asked = check("asked", "like", reference="")
    eval_id, run_id = await started(client, source, asked)
    await trio.sleep(10)
    run = await client.evals.runs.retrieve(run_id, eval_id=eval_id)
    assert run.result_counts.to_dict() == {"total": 2, "errored": 0, "failed": 0, "passed": 2}
    (first, _) = (await client.evals.runs.output_items.list(run_id, eval_id=eval_id)).data
    assert first.datasource_item["input"][0]["content"][0]["text"] == "Say cheese"
    assert first.sample.output[0].content


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
        (alike("rouge_1", "a b", "a c"), 0.5),
        (judge("Rate {{item.answer}}: 0.25 or more"), 0.25),
        (judge("Rate it 7", range=[0, 5]), 5.0),
        (judge("Rate it -7", range=[-1, 1]), -1.0),
        (judge("Rate it", range=[0, 5]), 5.0),
        (judge("This is not good", "good", "not good"), 0.0),
        (judge("GOOD!", "not good", "good"), 0.0),
        (judge("Goods", "good", "bad"), 1.0),
        ({"type": "python", "name": "code", "source": "def grade(): ..."}, 1.0),
        (both(), 0.5),
        (both("min(a, b) + 2 * a ^ 2 - 1 / 4"), 1.75),
        (both("1 / (a - b)"), 1.0),
        (both("abs(-a - sqrt(4)) + b"), 3.0),
    ],
)
async def test_grader_can_be_run(grader, reward):
    async with (
        open_sandbox(reply=lambda question, _: question) as sandbox,
        open_client(**sandbox.client_options, strict=True) as client,
    ):
        graders = client.fine_tuning.alpha.graders
        made = await graders.run(grader=grader, model_sample="yes", item={"answer": "yes"})
        assert (made.reward, made.metadata.name) == (reward, grader["name"])
        assert made.sub_rewards == ({"a": 1.0, "b": 0.0} if grader["type"] == "multi" else {})
        assert sandbox.crashes == ()


@pytest.mark.parametrize(
    ("metric", "points"),
    [
        ("fuzzy_match", 40 / 43),
        ("gleu", 9 / 18),
        ("meteor", 5 / 6 * (1 - 0.5 * (2 / 5) ** 3)),
        ("rouge_1", 10 / 12),
        ("rouge_2", 6 / 10),
        ("rouge_3", 2 / 8),
        ("rouge_4", 0),
        ("rouge_5", 0),
        ("rouge_l", 10 / 12),
        ("bleu", 0),
        ("cosine", 0),
    ],
)
def test_similarity_is_what_its_name_says(metric, points):
    near = similarity(metric, "The cat sat on the mat", "The cat is on the mat")
    assert near == pytest.approx(points, abs=0.0001 if metric != "cosine" else 0.1)
    equal = similarity(metric, "A cat, a mat, a hat.", "A cat, a mat, a hat.")
    assert equal == (0.9977 if metric == "meteor" else 1.0)
    for text in ("one two", ""):
        assert similarity(metric, text, "xyz") == pytest.approx(0, abs=0.1)


def test_similarity_by_bleu_counts_runs_of_words_and_brevity():
    shares = (4 / 5) * (3 / 4) * (2 / 3) * (1 / 2)
    assert similarity("bleu", "a b c d e", "a b c d f") == pytest.approx(shares**0.25, abs=0.0001)
    assert similarity("bleu", "a b c d", "a b c d e") == pytest.approx(math.exp(1 - 5 / 4), abs=0.0001)


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ({"operation": None}, "operation"),
        ({"operation": "is"}, "eq"),
        (alike("nearly", "a", "b"), "rouge_l"),
        (both("a + c"), "has no value: 'c'"),
        (both("a +"), "has no value"),
        (both("().__class__"), "has no value"),
        ({**judge("Say", "a"), "passing_labels": []}, "passing_labels"),
    ],
)
async def test_grader_is_validated(client, wrong, match):
    graders = client.fine_tuning.alpha.graders
    found = await graders.validate(grader=check())
    assert found.grader.to_dict() == check()
    with pytest.raises(BadRequestError, match=match):
        await graders.validate(grader={**check(), **wrong})


async def test_eval_refuses_a_criterion_that_is_no_grader(client):
    for wrong in (alike("bleu", "a", "b"), {**check(), "operation": "is"}, both()):
        with pytest.raises(BadRequestError, match=r"testing_criteria\[0\]|Supported values"):
            await client.evals.create(data_source_config=CONFIG, testing_criteria=[wrong])


async def test_run_asks_the_model_for_grades(autojump_clock):
    def reply(question: str, _: int) -> str:
        return "0.9, so good" if "yes" in question else "0.2, so bad"

    template: Any = "Rate {{sample.output_text}}"
    async with open_sandbox(reply=reply) as sandbox, open_client(**sandbox.client_options) as client:
        rate = {**judge(template), "pass_threshold": 0.5}
        eval_id, run_id = await started(client, rows("yes", "no"), rate, judge(template, "good", "bad"))
        await trio.sleep(10)
        page = await client.evals.runs.output_items.list(run_id, eval_id=eval_id)
        assert [item.status for item in page.data] == ["pass", "fail"]
        assert [result.score for item in page.data for result in item.results] == [0.9, 1.0, 0.2, 0.0]
        assert sandbox.crashes == ()
