"""From the events of a run to the hooks of its handler, and to the run, steps and messages so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, final

from triopenai._sansio.decode import resolve
from triopenai._sansio.fold_assistant import RUN_ENDS
from triopenai._sansio.jsontext import join_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from triopenai._helpers.folded import LazyFold
    from triopenai._sansio.fold_assistant import AssistantFold
    from triopenai.types.beta import AssistantStreamEvent
    from triopenai.types.beta.threads import ImageFile, Message, MessageDelta, Run, Text
    from triopenai.types.beta.threads.runs import RunStep, RunStepDelta, ToolCall

__all__ = ["AssistantState", "HookCall"]

HookCall = tuple[str, tuple[object, ...]]
"""The name of a hook, and what to call it with."""

_STEP_ENDS: Final = frozenset(
    f"thread.run.step.{status}" for status in ("completed", "failed", "cancelled", "expired")
)
_MESSAGE_ENDS: Final = frozenset({"thread.message.completed", "thread.message.incomplete"})


@final
class AssistantState:
    """Follows a run: which hook is due, and what has been written.

    Snapshots are made when they are asked for: a hook that nobody has overridden costs none.
    """

    def __init__(self, fold: LazyFold[AssistantFold], hooks: frozenset[str]) -> None:
        """Follow a stream.

        Args:
            fold: Of its events.
            hooks: The names of the hooks to call.
        """
        self._fold = fold
        self._hooks = hooks
        self._part: int | None = None  # of the message, the one that is being written
        self._call: int | None = None  # of the step, the tool call that is going on
        self._call_step: str | None = None  # the step that it belongs to

    @property
    def run(self) -> Run | None:
        """The run as it was last told."""
        value = self._fold.up_to_date().run
        return None if value is None else cast("Run", _read("beta.threads:Run", value))

    @property
    def step(self) -> RunStep | None:
        """The step that is going on."""
        identity = self._fold.up_to_date().step
        return None if identity is None else self._step(identity)

    @property
    def message(self) -> Message | None:
        """The message that was last written to."""
        identity = self._fold.up_to_date().message
        return None if identity is None else self._message(identity)

    @property
    def steps(self) -> list[RunStep]:
        """All steps, in the order in which they began."""
        return [self._step(identity) for identity in self._fold.up_to_date().steps]

    @property
    def messages(self) -> list[Message]:
        """All messages, likewise."""
        return [self._message(identity) for identity in self._fold.up_to_date().messages]

    def take(self, event: AssistantStreamEvent) -> Iterator[HookCall]:
        """The hooks that an event is for, in their order; the first is always that of any event."""
        yield "on_event", (event,)
        kind = event.event
        if event.event == "thread.message.created":
            self._part = None
            yield "on_message_created", (event.data,)
        elif event.event == "thread.message.delta":
            yield from self._message_delta(event.data.id, event.data.delta)
        elif kind in _MESSAGE_ENDS:
            yield from self._message_end(cast("Message", event.data))
        elif event.event == "thread.run.step.created":
            yield "on_run_step_created", (event.data,)
        elif event.event == "thread.run.step.delta":
            yield from self._step_delta(event.data.id, event.data.delta)
        elif kind in _STEP_ENDS:
            step = cast("RunStep", event.data)
            if step.id == self._call_step:
                yield from self._call_end()
            yield "on_run_step_done", (step,)
        elif kind in RUN_ENDS:
            # A run that waits for outputs leaves its step open, but not the call.
            yield from self._call_end()

    def _message_delta(self, identity: str, delta: MessageDelta) -> Iterator[HookCall]:
        for part in delta.content or ():
            begun = part.index != self._part
            if begun:
                if self._part is not None and self._wants("on_text_done", "on_image_file_done"):
                    yield from _part_done(self._message(identity), self._part)
                self._part = part.index
            if part.type == "text" and self._wants("on_text_created", "on_text_delta"):
                text = _text(self._message(identity), part.index)
                if begun:
                    yield "on_text_created", (text,)
                if part.text is not None:
                    yield "on_text_delta", (part.text, text)
        if self._wants("on_message_delta"):
            yield "on_message_delta", (delta, self._message(identity))

    def _message_end(self, message: Message) -> Iterator[HookCall]:
        if self._part is not None:
            yield from _part_done(message, self._part)
        self._part = None
        yield "on_message_done", (message,)

    def _step_delta(self, identity: str, delta: RunStepDelta) -> Iterator[HookCall]:
        details = delta.step_details
        for call in (
            details.tool_calls if details is not None and details.type == "tool_calls" else None
        ) or ():
            begun = (identity, call.index) != (self._call_step, self._call)
            if begun:
                yield from self._call_end()
                self._call_step, self._call = identity, call.index
            if begun and self._wants("on_tool_call_created"):
                yield "on_tool_call_created", (self._tool_call(),)
            elif not begun and self._wants("on_tool_call_delta"):
                yield "on_tool_call_delta", (call, self._tool_call())
        if self._wants("on_run_step_delta"):
            yield "on_run_step_delta", (delta, self._step(identity))

    def _call_end(self) -> Iterator[HookCall]:
        if self._call is None:
            return
        if self._wants("on_tool_call_done"):
            yield "on_tool_call_done", (self._tool_call(),)
        self._call = self._call_step = None

    def _wants(self, *hooks: str) -> bool:
        return not self._hooks.isdisjoint(hooks)

    def _message(self, identity: str) -> Message:
        return cast("Message", _read("beta.threads:Message", self._fold.up_to_date().messages[identity]))

    def _step(self, identity: str) -> RunStep:
        return cast("RunStep", _read("beta.threads.runs:RunStep", self._fold.up_to_date().steps[identity]))

    def _tool_call(self) -> ToolCall:
        """The tool call that is going on, as it is now."""
        step = self._step(cast("str", self._call_step))
        calls: Sequence[ToolCall] = getattr(step.step_details, "tool_calls", None) or ()
        return calls[min(cast("int", self._call), len(calls) - 1)]


def _read(reference: str, value: Mapping[str, object]) -> object:
    return resolve(reference).decode_python(join_surrogates(value))


def _text(message: Message, index: int) -> Text:
    part = message.content[min(index, len(message.content) - 1)]
    return cast("Text", getattr(part, "text", None))


def _part_done(message: Message, index: int) -> Iterator[HookCall]:
    if index >= len(message.content):
        return
    part = message.content[index]
    if part.type == "text":
        yield "on_text_done", (part.text,)
    elif part.type == "image_file":
        image: ImageFile = part.image_file
        yield "on_image_file_done", (image,)
