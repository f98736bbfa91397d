"""Evals and their runs.

Theory of operation: a run asks the model and grades as it is created, but shows it by the clock: it is queued
for a second, and then an item is done every second. Cancelling keeps what was done by then.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import Answer, ApiError, JsonAnswer
from triopenai.testing._collections import Collection, Entry, replacing
from triopenai.testing._complete import complete
from triopenai.testing._eval_items import Item, graded_items
from triopenai.testing._grading import NEEDED, check_grader
from triopenai.testing._router import Route
from triopenai.testing._store import cursor_page, not_found
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call

__all__ = ["ROUTES"]

_STARTS = 1.0
_SOURCES = ("custom", "logs", "stored_completions")
_CRITERIA = tuple(kind for kind in NEEDED if kind != "multi")


@final
@attrs.define(eq=False)
class _Run(Entry):
    """A run of an eval.

    Attributes:
        items: What becomes of each item, whether or not it is done yet.
        cancelled_after: At which age it was cancelled, or None.
    """

    items: list[Item]
    cancelled_after: float | None = attrs.field(default=None, init=False)

    @property
    def done(self) -> list[Item]:
        """The items that are done by now."""
        age = self.age if self.cancelled_after is None else self.cancelled_after
        return self.items[: max(0, int(age - _STARTS))]

    @property
    def status(self) -> str:
        if self.cancelled_after is not None:
            return "canceled"
        if self.age < _STARTS:
            return "queued"
        return "completed" if len(self.done) == len(self.items) else "in_progress"

    @property
    def pending(self) -> bool:
        return self.status in ("queued", "in_progress")

    def value(self) -> JsonObject:
        counts = Counter(item.status for item in self.done)
        return {
            **self.about,
            "status": self.status,
            "result_counts": {
                "total": len(self.items),
                "errored": counts["error"],
                "failed": counts["fail"],
                "passed": counts["pass"],
            },
            "per_model_usage": self._usage(),
            "per_testing_criteria_results": self._by_criterion(),
        }

    def _usage(self) -> list[JsonValue]:
        asked = [cast("dict[str, int]", item.sample["usage"]) for item in self.done if not item.errored]
        if not self.about["model"] or not asked:
            return []
        total = {name: sum(usage[name] for usage in asked) for name in asked[0]}
        return [{"run_model_name": self.about["model"], "invocation_count": len(asked), **total}]

    def _by_criterion(self) -> list[JsonValue]:
        results = [result for item in self.done for result in item.results]
        passed = Counter(str(result["name"]) for result in results if result["passed"])
        names = dict.fromkeys(str(result["name"]) for result in results)
        total = Counter(str(result["name"]) for result in results)
        return [
            {"testing_criteria": name, "passed": passed[name], "failed": total[name] - passed[name]}
            for name in names
        ]

    def outputs(self) -> list[JsonObject]:
        """The items that are done as the API shows them."""
        id_ = str(self.about["id"])
        return [
            {
                "object": "eval.run.output_item",
                "id": f"outputitem_{id_.removeprefix('evalrun_')}_{number:04d}",
                "run_id": id_,
                "eval_id": self.about["eval_id"],
                "created_at": cast("int", self.about["created_at"]) + int(_STARTS) + number,
                "status": item.status,
                "datasource_item_id": number,
                "datasource_item": item.source,
                "results": cast("JsonValue", item.results),
                "sample": item.sample,
            }
            for number, item in enumerate(self.done, 1)
        ]


def _make(call: Call) -> Entry:
    body = Body(json_body(call.request))
    body.require("data_source_config", "testing_criteria")
    config = body.object("data_source_config") or Body({})
    kind = config.choice("type", _SOURCES, "")
    shown: JsonObject = {"type": kind, "metadata": config.raw("metadata")}
    if kind == "custom":
        config.require("item_schema")
        properties: JsonObject = {"item": config.raw("item_schema")}
        if config.flag("include_sample_schema"):
            properties["sample"] = {"type": "object"}
        shown = {"type": kind}
    else:
        properties = {"item": {"type": "object"}, "sample": {"type": "object"}}
    shown["schema"] = {"type": "object", "properties": properties, "required": list(properties)}
    for criterion in body.objects("testing_criteria"):
        check_grader(criterion, _CRITERIA)
        if criterion.text("type") == "text_similarity":
            criterion.require("pass_threshold")
    about: JsonObject = {
        "id": call.store.new_id("eval_"),
        "object": "eval",
        "created_at": call.store.now(),
        "name": body.text("name"),
        "data_source_config": shown,
        "testing_criteria": body.raw("testing_criteria"),
        "metadata": body.raw("metadata") or {},
    }
    return Entry(complete(":EvalCreateResponse", about, call.store))


def _make_run(call: Call) -> _Run:
    eval_ = _EVALS.find(call).about
    body = Body(json_body(call.request))
    body.require("data_source")
    data_source = body.object("data_source") or Body({})
    items = graded_items(call, data_source, Body(eval_).objects("testing_criteria"))
    id_ = call.store.new_id("evalrun_")
    about: JsonObject = {
        "id": id_,
        "object": "eval.run",
        "created_at": call.store.now(),
        "eval_id": eval_["id"],
        "model": data_source.text("model"),
        "name": body.text("name"),
        "report_url": f"https://example.com/evals/{eval_['id']}/runs/{id_}",
        "data_source": data_source.fields,
        "metadata": body.raw("metadata") or {},
        "error": {"code": "", "message": ""},
    }
    return _Run(complete("evals:RunCreateResponse", about, call.store), items)


def _cancel(call: Call) -> Answer:
    run = _RUNS.find(call)
    if not run.pending:
        message = f"Run {run.about['id']} has status '{run.status}' and cannot be canceled."
        raise ApiError(400, message, code="invalid_status")
    run.cancelled_after = run.age
    return JsonAnswer(value=run.value())


def _outputs(call: Call) -> Answer:
    query = call.request.params
    wanted = query.get("status")
    items = [one for one in _RUNS.find(call).outputs() if wanted in (None, one["status"])]
    return JsonAnswer(value=cursor_page(items, query, order="asc"))


def _output(call: Call) -> Answer:
    id_ = call.args["output_item_id"]
    for one in _RUNS.find(call).outputs():
        if one["id"] == id_:
            return JsonAnswer(value=one)
    missing = not_found("output item", id_)
    raise missing


_EVALS = Collection(
    "/evals/{eval_id}",
    "eval",
    Entry,
    make=_make,
    change=replacing("name", "metadata"),
    deleted="eval.deleted",
    deleted_key="eval_id",
    order="asc",
)
_RUNS = Collection(
    "/evals/{eval_id}/runs/{run_id}",
    "eval run",
    _Run,
    parent=_EVALS,
    make=_make_run,
    deleted="eval.run.deleted",
    deleted_key="run_id",
    filters=("status",),
    order="asc",
)
ROUTES = (
    *_EVALS.routes(),
    *_RUNS.routes(),
    Route("POST", f"{_RUNS.path}/cancel", _cancel),
    Route("GET", f"{_RUNS.path}/output_items", _outputs),
    Route("GET", f"{_RUNS.path}/output_items/{{output_item_id}}", _output),
)
