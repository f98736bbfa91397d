"""The course of a fine-tuning job.

Theory of operation: a job does nothing by itself. Its state is computed from how long it has been going on,
by Trio's clock, whenever somebody asks: validated in the first second, queued in the next, then training
for eight. Pausing stops its clock. Its events and checkpoints are those whose moment has passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs
import trio

from triopenai.testing._collections import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._answer import JsonObject, JsonValue

__all__ = ["Job"]

_QUEUED_AT = 1.0
_RUNNING_AT = 2.0
_DONE_AT = 10.0
_STEPS = 9
_CHECKPOINTS = (3, 6, 9)


@final
@attrs.define(eq=False, kw_only=True)
class Job(Entry):
    """A job.

    Attributes:
        created: When it was created, in Unix seconds.
        problem: Why its files are no good, or None.
        tokens: How many tokens it trains.
        tuned: Name of the model it makes.
        result_file: Id of its result file, once there is one.
        waited: Seconds that it was paused.
        paused_at: Since when it is paused, or None.
        cancelled_after: After how many seconds it was cancelled, or None.
    """

    created: int
    problem: str | None
    tokens: int
    tuned: str
    result_file: str | None = None
    waited: float = 0.0
    paused_at: float | None = None
    cancelled_after: float | None = None

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.about["id"])

    @property
    def elapsed(self) -> float:
        """How many seconds it has gone on, without pauses."""
        if self.cancelled_after is not None:
            return self.cancelled_after
        now = trio.current_time() if self.paused_at is None else self.paused_at
        return now - self.since - self.waited

    @property
    def status(self) -> str:
        """Its state. A paused job shows as queued: the API has no word for it."""
        if self.cancelled_after is not None:
            return "cancelled"
        elapsed = self.elapsed
        if elapsed < _QUEUED_AT:
            return "validating_files"
        if self.problem is not None:
            return "failed"
        if elapsed < _RUNNING_AT or self.paused_at is not None:
            return "queued"
        return "running" if elapsed < _DONE_AT else "succeeded"

    @property
    def ended(self) -> bool:
        """Whether it will change no more."""
        return self.status in ("succeeded", "failed", "cancelled")

    def cancel(self) -> None:
        """Stop it for good."""
        self.cancelled_after = self.elapsed

    def pause(self) -> None:
        """Stop its clock."""
        self.paused_at = trio.current_time()

    def resume(self) -> None:
        """Let its clock go on."""
        if self.paused_at is not None:
            self.waited += trio.current_time() - self.paused_at
            self.paused_at = None

    def value(self) -> JsonObject:
        """The job as the API shows it."""
        status = self.status
        done = status == "succeeded"
        error: JsonValue = None
        if status == "failed":
            param = "training_file"
            error = {"code": "invalid_training_file", "message": self.problem, "param": param}
        ends = {"succeeded": _DONE_AT, "failed": _QUEUED_AT, "cancelled": self.elapsed}
        finished = self._at(ends[status]) if status in ends else None
        return {
            **self.about,
            "status": status,
            "error": error,
            "finished_at": finished,
            "estimated_finish": None if self.ended else self._at(_DONE_AT),
            "fine_tuned_model": self.tuned if done else None,
            "result_files": [self.result_file] if done and self.result_file else [],
            "trained_tokens": self.tokens if done else None,
        }

    def _at(self, seconds: float) -> int:
        return self.created + int(seconds + self.waited)

    def _moments(self) -> Iterator[tuple[float, str, str, JsonObject | None]]:
        yield 0.0, "info", "Created fine-tuning job.", None
        yield 0.0, "info", "Validating training file.", None
        if self.problem is not None:
            yield _QUEUED_AT, "error", self.problem, None
            return
        yield _QUEUED_AT, "info", "Files validated, moving job to queued state.", None
        yield _RUNNING_AT, "info", "Fine-tuning job started.", None
        for step in range(1, _STEPS + 1):
            loss = round(2.0 / (step + 1), 4)
            data: JsonObject = {"step": step, "train_loss": loss, "total_steps": _STEPS}
            yield self._step_at(step), "info", f"Step {step}/{_STEPS}: training loss={loss}", data
        yield _DONE_AT, "info", "The job has successfully completed.", None

    def _step_at(self, step: int) -> float:
        return _RUNNING_AT + (_DONE_AT - _RUNNING_AT) * step / (_STEPS + 1)

    def events(self) -> list[JsonObject]:
        """The events so far, the oldest first."""
        found: list[JsonObject] = []
        for number, (moment, level, message, data) in enumerate(self._moments(), 1):
            if moment <= self.elapsed:
                found.append(
                    {
                        "object": "fine_tuning.job.event",
                        "id": f"ftevent-{self.id.removeprefix('ftjob-')}-{number:02d}",
                        "created_at": self._at(moment),
                        "level": level,
                        "message": message,
                        "type": "message" if data is None else "metrics",
                        "data": data or {},
                    }
                )
        if self.cancelled_after is not None:
            found.append(
                {
                    "object": "fine_tuning.job.event",
                    "id": f"ftevent-{self.id.removeprefix('ftjob-')}-99",
                    "created_at": self._at(self.cancelled_after),
                    "level": "info",
                    "message": "Fine-tuning job cancelled.",
                    "type": "message",
                    "data": {},
                }
            )
        return found

    def checkpoints(self) -> list[JsonObject]:
        """The checkpoints so far, the oldest first."""
        return [
            {
                "object": "fine_tuning.job.checkpoint",
                "id": f"ftckpt-{self.id.removeprefix('ftjob-')}-{step:02d}",
                "created_at": self._at(self._step_at(step)),
                "fine_tuned_model_checkpoint": f"{self.tuned}:ckpt-step-{step}",
                "fine_tuning_job_id": self.id,
                "step_number": step,
                "metrics": {"step": step, "train_loss": round(2.0 / (step + 1), 4)},
            }
            for step in _CHECKPOINTS
            if self.problem is None and self._step_at(step) <= self.elapsed
        ]
