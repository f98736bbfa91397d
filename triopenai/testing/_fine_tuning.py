"""Fine-tuning jobs, and who may use their checkpoints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._files import add_file, named_file
from triopenai.testing._job import Job
from triopenai.testing._models import add_model, check_model
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page
from triopenai.testing._text import count_tokens, digest
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject
    from triopenai.testing._files import StoredFile
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "refresh"]

_AUTO: JsonObject = {"n_epochs": "auto", "batch_size": "auto", "learning_rate_multiplier": "auto"}


def refresh(store: Store) -> None:
    """Give jobs that have succeeded since the last look their model and their result file."""
    for job in _JOBS.of(store).values():
        if job.result_file is None and job.status == "succeeded":
            table = "step,train_loss\n" + "".join(
                f"{event['step']},{event['train_loss']}\n"
                for event in (cast("JsonObject", one["data"]) for one in job.events())
                if event
            )
            file = add_file(store, "step_metrics.csv", "fine-tune-results", table.encode())
            job.result_file = str(file["id"])
            add_model(store, job.tuned)


def _problem(file: StoredFile) -> str | None:
    lines = file.content.splitlines()
    for number, line in enumerate(lines, 1):
        try:
            value: object = json.loads(line)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            return f"Line {number} of the training file is no JSON object."
    return None if lines else "The training file is empty."


def _hyperparameters(body: Body) -> tuple[JsonObject, JsonObject]:
    method = body.object("method")
    kind = method.text("type", "supervised") if method is not None else "supervised"
    inner = method.object(kind) if method is not None else None
    given = inner.object("hyperparameters") if inner is not None else body.object("hyperparameters")
    chosen: JsonObject = {**_AUTO, **(given.fields if given is not None else {})}
    shown: JsonObject = {
        "type": kind,
        kind: inner.fields if inner is not None else {"hyperparameters": chosen},
    }
    return chosen, shown


def _make(call: Call) -> Job:
    body = Body(json_body(call.request))
    body.require("model", "training_file")
    model = body.text("model")
    check_model(call.store, model)
    file = named_file(call.store, body, "training_file")
    if body.has("validation_file"):
        named_file(call.store, body, "validation_file")
    suffix = body.text("suffix")
    id_ = call.store.new_id("ftjob-")
    hyperparameters, method = _hyperparameters(body)
    seed = body.integer("seed", low=0)
    about: JsonObject = {
        "id": id_,
        "object": "fine_tuning.job",
        "created_at": call.store.now(),
        "model": model,
        "organization_id": "org-sandbox",
        "training_file": body.text("training_file"),
        "validation_file": body.raw("validation_file"),
        "hyperparameters": hyperparameters,
        "method": method,
        "integrations": body.raw("integrations") or [],
        "metadata": body.raw("metadata"),
        "seed": digest(id_) % 2**31 if seed is None else seed,
    }
    return Job(
        about,
        created=call.store.now(),
        problem=_problem(file),
        tokens=count_tokens(file.content.decode("utf-8", "replace")),
        tuned=f"ft:{model}:sandbox:{suffix}:{id_.removeprefix('ftjob-')}",
    )


def _no_job(id_: str) -> ApiError:
    message = f"Could not find fine tune: {id_}"
    return ApiError(404, message, param="fine_tune_id", code="fine_tune_not_found")


def _running(call: Call, verb: str) -> Job:
    job = _JOBS.find(call)
    if job.ended:
        message = f"Job {job.id} has status '{job.status}' and cannot be {verb}."
        raise ApiError(400, message, code="invalid_status")
    return job


def _cancel(call: Call) -> Answer:
    job = _running(call, "cancelled")
    job.cancel()
    return JsonAnswer(value=job.value())


def _pause(call: Call) -> Answer:
    job = _running(call, "paused")
    if job.paused_at is None:
        job.pause()
    return JsonAnswer(value=job.value())


def _resume(call: Call) -> Answer:
    job = _running(call, "resumed")
    job.resume()
    return JsonAnswer(value=job.value())


def _events(call: Call) -> Answer:
    return JsonAnswer(value=cursor_page(_JOBS.find(call).events(), call.request.params))


def _checkpoints(call: Call) -> Answer:
    items = _JOBS.find(call).checkpoints()
    return JsonAnswer(value=cursor_page(items, call.request.params, default_limit=10))


def _permit(call: Call) -> Answer:
    body = Body(json_body(call.request))
    body.require("project_ids")
    made = [
        Entry(
            {
                "id": call.store.new_id("cp_"),
                "object": "checkpoint.permission",
                "created_at": call.store.now(),
                "project_id": project,
            }
        )
        for project in body.items("project_ids", empty=False)
    ]
    value: JsonObject = {"object": "list", "data": [_PERMISSIONS.add(call, one).about for one in made]}
    return JsonAnswer(value={**value, "has_more": False})


_JOBS = Collection(
    "/fine_tuning/jobs/{fine_tuning_job_id}", "fine-tuning job", Job, make=_make, missing=_no_job
)
_PERMISSIONS = Collection(
    "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}",
    "checkpoint permission",
    Entry,
    deleted="checkpoint.permission",
    filters=("project_id",),
    limit=10,
    shown=False,
)
ROUTES = (
    Route("POST", _PERMISSIONS.root, _permit),
    *_PERMISSIONS.routes(),
    *_JOBS.routes(),
    Route("POST", f"{_JOBS.path}/cancel", _cancel),
    Route("POST", f"{_JOBS.path}/pause", _pause),
    Route("POST", f"{_JOBS.path}/resume", _resume),
    Route("GET", f"{_JOBS.path}/events", _events),
    Route("GET", f"{_JOBS.path}/checkpoints", _checkpoints),
)
