"""Batches.

Theory of operation: the input file is looked through for a second; then a line is run every second, through
the sandbox itself; then there is another second for the files. A batch that is not done with its lines after
24 hours is expired. Its state is computed from its age whenever somebody asks. Before every request the lines
whose moment has passed are run, and the files of batches that have ended are written: `refresh`. Cancelling
takes a second, and keeps the results so far.

So that a test can have a batch that goes on for long, or expires, `seconds_per_line` in the metadata sets
the pace.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._answer import Answer, ApiError
from triopenai.testing._batch_lines import Line, Result, never_run, read_lines, run, used
from triopenai.testing._collections import Collection, Entry
from triopenai.testing._files import add_file, named_file
from triopenai.testing._progress import hinted
from triopenai.testing._router import Route, Router
from triopenai.testing._validate import Body, json_body

if TYPE_CHECKING:
    from triopenai.testing._answer import JsonObject, JsonValue
    from triopenai.testing._store import Call, Store

__all__ = ["ROUTES", "refresh"]

_ENDPOINTS = (
    "/v1/responses",
    "/v1/chat/completions",
    "/v1/embeddings",
    "/v1/completions",
    "/v1/moderations",
    "/v1/images/generations",
    "/v1/images/edits",
    "/v1/videos",
)
_VALIDATED = 1.0
_FILING = 1.0
_CANCELLING = 1.0
_WINDOW = 24 * 3600.0
_ENDED = ("failed", "completed", "expired", "cancelled")
_UNDONE = {
    "expired": ("batch_expired", "This request was not run before the batch expired."),
    "cancelled": ("batch_cancelled", "This request was not run before the batch was cancelled."),
}


@final
@attrs.define(eq=False)
class _Batch(Entry):
    """A batch.

    Attributes:
        lines: Its requests.
        problems: What is wrong with its input file.
        pace: Seconds for each line.
        files_live: Seconds after which its files expire, or None.
        results: What became of the lines so far.
        files: Ids of its output and its error file, once it has ended.
        cancelled_after: At which age it was cancelled, or None.
    """

    lines: list[Line]
    problems: list[JsonValue]
    pace: float
    files_live: int | None
    results: list[Result] = attrs.field(factory=list[Result], init=False)
    files: tuple[str | None, str | None] | None = attrs.field(default=None, init=False)
    cancelled_after: float | None = attrs.field(default=None, init=False)

    @property
    def worked(self) -> float:
        """At which age its lines are done, if it is left alone."""
        return _VALIDATED + self.pace * len(self.lines)

    @property
    def moments(self) -> dict[str, float]:
        """The states that it goes through, each with the age at which it begins."""
        found = {"validating": 0.0}
        if self.problems:
            found["failed"] = _VALIDATED
        else:
            found["in_progress"] = _VALIDATED
            if self.worked > _WINDOW:
                found["expired"] = _WINDOW
            else:
                found |= {"finalizing": self.worked, "completed": self.worked + _FILING}
        cancelled = self.cancelled_after
        if cancelled is not None:
            found = {name: age for name, age in found.items() if age <= cancelled}
            found |= {"cancelling": cancelled, "cancelled": cancelled + _CANCELLING}
        return found

    @property
    def status(self) -> str:
        age = self.age
        return [name for name, begins in self.moments.items() if begins <= age][-1]

    @property
    def pending(self) -> bool:
        return self.status not in _ENDED

    @property
    def due(self) -> int:
        """How many lines have been run by now."""
        if self.problems:
            return 0
        limits = (self.age, _WINDOW, self.age if self.cancelled_after is None else self.cancelled_after)
        return max(0, min(len(self.lines), int((min(limits) - _VALIDATED) / self.pace)))

    def advance(self, store: Store, router: Router) -> None:
        """Do what should have been done by now."""
        for line in self.lines[len(self.results) : self.due]:
            self.results.append(run(line, router, store))
        status = self.status
        if status not in _ENDED or self.files is not None:
            return
        if status in _UNDONE:
            code, message = _UNDONE[status]
            undone = self.lines[len(self.results) :]
            self.results += [never_run(line, store, code, message) for line in undone]
        self.files = (self._file(store, "output", good=True), self._file(store, "error", good=False))

    def _file(self, store: Store, name: str, *, good: bool) -> str | None:
        rows = [json.dumps(result.value) + "\n" for result in self.results if result.good == good]
        if not rows:
            return None
        filename = f"{self.about['id']}_{name}.jsonl"
        file = add_file(store, filename, "batch_output", "".join(rows).encode(), self.files_live)
        return str(file["id"])

    def value(self) -> JsonObject:
        status, age = self.status, self.age
        created = cast("int", self.about["created_at"])
        times: JsonObject = {
            f"{name}_at": created + int(begins)
            for name, begins in self.moments.items()
            if begins <= age and name != "validating"
        }
        output, error = self.files or (None, None)
        errors: JsonValue = {"object": "list", "data": self.problems} if status == "failed" else None
        total = 0 if status in ("validating", "failed") else len(self.lines)
        good = sum(result.good for result in self.results)
        return {
            **self.about,
            **times,
            "status": status,
            "errors": errors,
            "output_file_id": output,
            "error_file_id": error,
            "request_counts": {"total": total, "completed": good, "failed": len(self.results) - good},
            "usage": used(self.results),
        }


def refresh(store: Store, router: Router) -> None:
    """Let the batches do what should have been done by now."""
    for batch in list(_BATCHES.of(store).values()):
        batch.advance(store, router)


def _make(call: Call) -> _Batch:
    body = Body(json_body(call.request))
    body.require("completion_window", "endpoint", "input_file_id")
    body.choice("completion_window", ("24h",), "24h")
    endpoint = body.choice("endpoint", _ENDPOINTS, "")
    metadata = body.object("metadata")
    expires = body.object("output_expires_after")
    file = named_file(call.store, body, "input_file_id")
    if file.about["purpose"] != "batch":
        message = f"The input file must have the purpose 'batch', not '{file.about['purpose']}'."
        raise ApiError(400, message, param="input_file_id", code="invalid_file_purpose")
    lines, problems = read_lines(file.content, endpoint)
    created = call.store.now()
    times = ("in_progress", "finalizing", "completed", "failed", "expired", "cancelling", "cancelled")
    about: JsonObject = {
        "id": call.store.new_id("batch_"),
        "object": "batch",
        "endpoint": endpoint,
        "model": str(lines[0].body["model"]) if lines and "model" in lines[0].body else None,
        "input_file_id": body.text("input_file_id"),
        "completion_window": "24h",
        "created_at": created,
        "expires_at": created + int(_WINDOW),
        "metadata": None if metadata is None else metadata.fields,
        **{f"{name}_at": None for name in times},
    }
    return _Batch(
        about,
        lines,
        problems,
        pace=_pace(metadata),
        files_live=expires.integer("seconds", low=3600) if expires is not None else None,
    )


def _pace(metadata: Body | None) -> float:
    text = metadata.text("seconds_per_line") if metadata is not None else ""
    return float(text) if text.isdigit() and int(text) else 1.0


def _cancel(call: Call) -> Answer:
    batch = _BATCHES.find(call)
    if not batch.pending:
        raise ApiError(409, f"Cannot cancel a batch with status '{batch.status}'.")
    if batch.cancelled_after is None:
        batch.cancelled_after = batch.age
    return hinted(batch.value(), pending=True)


_BATCHES = Collection("/batches/{batch_id}", "batch", _Batch, make=_make)
ROUTES = (*_BATCHES.routes(), Route("POST", f"{_BATCHES.path}/cancel", _cancel))
