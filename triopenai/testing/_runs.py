"""The course of a run.

Theory of operation: a run is queued for a second and in progress for two more, unless a stream hurries it.
It ends with a message. One that has function tools calls each of them once, and goes on when it has their
outputs; if it never gets them, it expires.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

import attrs

from triopenai.testing._collections import Entry
from triopenai.testing._course import Course
from triopenai.testing._run_events import (
    DONE,
    call_deltas,
    happens,
    message_deltas,
    new_message,
    new_step,
    plain_text,
    text_part,
)
from triopenai.testing._text import count_tokens, tokens
from triopenai.testing._usage import note_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triopenai.testing._answer import Event, JsonObject, JsonValue
    from triopenai.testing._store import Store

__all__ = ["ACTIVE", "LIFE", "Message", "Run", "Step"]

LIFE = 600
_STARTS = 1.0
_WORKS = 2.0
ACTIVE = ("queued", "in_progress", "requires_action", "cancelling")


@final
class Message(Entry):
    """A message of a thread."""


@final
class Step(Entry):
    """A step of a run."""


@final
@attrs.define(eq=False, kw_only=True)
class Run(Entry):
    """A run.

    Attributes:
        store: Gives ids and texts.
        messages: The messages of its thread.
        steps: Its steps.
        calls: The function calls that it wants answered before it can answer.
        course: What happens to it.
    """

    store: Store
    messages: dict[str, Message]
    steps: dict[str, Step]
    calls: list[JsonObject]
    course: Course = attrs.field(factory=Course, init=False)
    _given: list[str] = attrs.field(factory=list[str], init=False)

    def __attrs_post_init__(self) -> None:
        """Put it into the queue."""
        self.course.say(happens("thread.run.created", self.about), happens("thread.run.queued", self.about))
        self.course.plan(_STARTS, self._start())
        self.course.plan(_STARTS + _WORKS, self._ask() if self.calls else self._answer())

    @property
    def status(self) -> str:
        """Its state."""
        return str(self.about["status"])

    @property
    def pending(self) -> bool:
        """Whether it goes on by itself."""
        return self.status in ("queued", "in_progress", "cancelling")

    def settle(self) -> None:
        """Do what is due."""
        self.course.settle()
        if self.status == "requires_action" and self.age >= LIFE:
            end = cast("int", self.about["expires_at"])
            self.course.say(*self._stop_steps("expired", end), self._change("expired", required_action=None))

    def events(self, seen: int) -> Iterator[Event]:
        """Its events, from the one of number `seen` until it ends or wants something."""
        yield from self.course.follow(seen)
        yield DONE

    def submit(self, outputs: dict[str, str]) -> None:
        """Go on with the outputs of its calls, by their ids."""
        self._given = [outputs[str(call["id"])] for call in self.calls]
        step = next(reversed(self.steps.values())).about
        answered: list[JsonValue] = []
        for call, output in zip(self.calls, self._given, strict=True):
            function: JsonObject = {**cast("JsonObject", call["function"]), "output": output}
            answered.append({**call, "function": function})
        details: JsonObject = {"type": "tool_calls", "tool_calls": answered}
        step |= {"status": "completed", "completed_at": self.store.now(), "step_details": details}
        self.about |= {"status": "queued", "required_action": None}
        self.course.say(happens("thread.run.step.completed", step), happens("thread.run.queued", self.about))
        self.course.plan(0, self._start())
        self.course.plan(_WORKS, self._answer())

    def cancel(self) -> None:
        """Begin to stop it."""
        self.about |= {"status": "cancelling", "required_action": None}
        self.course.clear()
        self.course.say(happens("thread.run.cancelling", self.about))
        self.course.plan(_STARTS, self._cancelled())

    def _moment(self) -> int:
        return self.store.unix(self.course.moment)

    def _change(self, status: str, **more: JsonValue) -> Event:
        self.about |= {"status": status, **more}
        return happens(f"thread.run.{status}", self.about)

    def _start(self) -> Iterator[Event]:
        started = self.about["started_at"] or self._moment()
        yield self._change("in_progress", started_at=started)

    def _begin_step(self, details: JsonObject) -> tuple[JsonObject, list[Event]]:
        step = new_step(self.store.new_id("step_"), self._moment(), self.about, details)
        self.steps[str(step["id"])] = Step(step)
        begun = [happens("thread.run.step.created", step), happens("thread.run.step.in_progress", step)]
        return step, begun

    def _ask(self) -> Iterator[Event]:
        step, begun = self._begin_step({"type": "tool_calls", "tool_calls": []})
        yield from begun
        yield from call_deltas(step["id"], self.calls)
        shown: list[JsonValue] = []
        for call in self.calls:
            function: JsonObject = {**cast("JsonObject", call["function"]), "output": None}
            shown.append({**call, "function": function})
        step["step_details"] = {"type": "tool_calls", "tool_calls": shown}
        wanted: JsonObject = {"tool_calls": cast("JsonValue", self.calls)}
        action: JsonObject = {"type": "submit_tool_outputs", "submit_tool_outputs": wanted}
        yield self._change("requires_action", required_action=action)

    def _answer(self) -> Iterator[Event]:
        message = new_message(
            self.store.new_id("msg_"), self._moment(), str(self.about["thread_id"]), "assistant", []
        )
        message |= {"assistant_id": self.about["assistant_id"], "run_id": self.about["id"]}
        message |= {"status": "in_progress", "completed_at": None}
        made: JsonObject = {"message_id": message["id"]}
        step, begun = self._begin_step({"type": "message_creation", "message_creation": made})
        yield from begun
        asked = self._question()
        self.messages[str(message["id"])] = Message(message)
        yield happens("thread.message.created", message)
        yield happens("thread.message.in_progress", message)
        pieces = tokens(self.store.reply("\n".join([asked, *self._given]), 0))
        limit = cast("int | None", self.about["max_completion_tokens"])
        cut = limit is not None and len(pieces) > limit
        pieces = pieces[:limit]
        yield from message_deltas(message["id"], pieces)
        end = self._moment()
        message["content"] = [text_part("".join(pieces))]
        yield _finish(message, "max_tokens" if cut else None, end)
        used = count_tokens(asked)
        usage: JsonObject = {
            "prompt_tokens": used,
            "completion_tokens": len(pieces),
            "total_tokens": used + len(pieces),
        }
        model = self.about["model"]
        note_use(self.store, "completions", model, input_tokens=used, output_tokens=len(pieces))
        step |= {"status": "completed", "completed_at": end, "usage": usage}
        yield happens("thread.run.step.completed", step)
        if cut:
            yield self._change(
                "incomplete", incomplete_details={"reason": "max_completion_tokens"}, usage=usage
            )
        else:
            yield self._change("completed", completed_at=end, usage=usage)

    def _question(self) -> str:
        asked = [one.about for one in self.messages.values() if one.about["role"] == "user"]
        return plain_text(asked[-1]) if asked else str(self.about["instructions"])

    def _cancelled(self) -> Iterator[Event]:
        end = self._moment()
        for message in self.messages.values():
            if message.about["run_id"] == self.about["id"] and message.about["status"] == "in_progress":
                yield _finish(message.about, "run_cancelled", end)
        yield from self._stop_steps("cancelled", end)
        yield self._change("cancelled", cancelled_at=end)

    def _stop_steps(self, status: str, end: int) -> Iterator[Event]:
        for step in self.steps.values():
            if step.about["status"] == "in_progress":
                step.about |= {"status": status, f"{status}_at": end}
                yield happens(f"thread.run.step.{status}", step.about)


def _finish(message: JsonObject, reason: str | None, end: int) -> Event:
    if reason is None:
        message |= {"status": "completed", "completed_at": end}
        return happens("thread.message.completed", message)
    message |= {"status": "incomplete", "incomplete_at": end, "incomplete_details": {"reason": reason}}
    return happens("thread.message.incomplete", message)
