"""The events of an assistant's run: a handler whose hooks they call, which is also the stream of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, cast, final

import trio
from typing_extensions import TypeVar

from triopenai._base.errors import APITimeoutError
from triopenai._base.stream_errors import StreamStalled
from triopenai._engine.callblock import CallBlock
from triopenai._helpers.assistant_state import AssistantState
from triopenai._helpers.folded import FoldedStream, LazyFold, TextStream
from triopenai._sansio.fold_assistant import AssistantFold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from triopenai._engine.engine import Engine
    from triopenai._engine.events import EventStream
    from triopenai._engine.reply import ResponseInfo
    from triopenai._sansio.operation import StreamOperation
    from triopenai.types.beta import AssistantStreamEvent
    from triopenai.types.beta.threads import (
        ImageFile,
        Message,
        MessageDelta,
        Run,
        Text,
        TextDelta,
    )
    from triopenai.types.beta.threads.runs import RunStep, RunStepDelta, ToolCall, ToolCallDelta

__all__ = ["AsyncAssistantEventHandler", "AsyncAssistantStreamManager", "manage"]


@final
class _RunStream(FoldedStream["AssistantStreamEvent", "AssistantStreamEvent"]):
    """The events themselves, with the states of any stream that has snapshots."""

    def __init__(self, events: EventStream[AssistantStreamEvent], hooks: frozenset[str]) -> None:
        super().__init__(events)
        self.state = AssistantState(LazyFold(AssistantFold(), events), hooks)

    def _take(self, event: AssistantStreamEvent) -> tuple[AssistantStreamEvent, ...]:
        return (event,)

    def _text_of(self, event: AssistantStreamEvent) -> str:
        return _text(event)


class AsyncAssistantEventHandler:
    """What follows a run: override hooks, read its events, or ask for the result.

    A handler is given to ``client.beta.threads.runs.stream(..., event_handler=...)`` and its likes, whose
    block gives it back; without one they make a plain handler. It follows one run. Each event calls its hooks
    in order, one after the other, `on_event` first, and is then given to who iterates. An exception in a hook
    closes the stream and leaves as itself.

    Hooks run only while someone reads: iterate, or call `until_done` or one of the ``get_final_`` methods.
    Iterating is a checkpoint; only one task may read at a time. Cancelled or failed, the stream is closed,
    and its connection with it; `on_end` is not called when the reader was cancelled or the block left early.

    Raises:
        PartialStreamError: The stream ended before the run did; `partial` has the run.
        APIError: The server reported a failure in the stream.
        RuntimeError: The handler's block was not entered.
        trio.BusyResourceError: Another task, or a hook, reads the stream already.
        trio.ClosedResourceError: The stream was closed before its end.

    See https://developers.openai.com/api/reference/resources/beta/subresources/threads/subresources/runs
    """

    _stream: _RunStream | None = None
    _event: AssistantStreamEvent | None = None
    _busy: bool = False
    _over: bool = False  # whether on_end has been called

    # hooks

    async def on_event(self, event: AssistantStreamEvent) -> None:
        """Called for each event, before the hooks of its kind."""

    async def on_end(self) -> None:
        """Called once, when the events have ended, or after `on_exception`."""

    async def on_exception(self, exception: Exception) -> None:
        """Called when reading or a hook failed; the exception is raised afterwards."""

    async def on_timeout(self) -> None:
        """Called before `on_exception` when nothing came for too long."""

    async def on_message_created(self, message: Message) -> None:
        """Called when a message has begun."""

    async def on_message_delta(self, delta: MessageDelta, snapshot: Message) -> None:
        """Called when a message has grown by `delta`, after the hooks of its parts."""

    async def on_message_done(self, message: Message) -> None:
        """Called when a message is completed, or has ended incomplete."""

    async def on_text_created(self, text: Text) -> None:
        """Called when a text has begun."""

    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        """Called when a text has grown by `delta`."""

    async def on_text_done(self, text: Text) -> None:
        """Called when a text is whole."""

    async def on_image_file_done(self, image_file: ImageFile) -> None:
        """Called when an image of a message is there."""

    async def on_run_step_created(self, run_step: RunStep) -> None:
        """Called when a step has begun."""

    async def on_run_step_delta(self, delta: RunStepDelta, snapshot: RunStep) -> None:
        """Called when a step has grown by `delta`, after the hooks of its tool calls."""

    async def on_run_step_done(self, run_step: RunStep) -> None:
        """Called when a step is completed, failed, cancelled or expired."""

    async def on_tool_call_created(self, tool_call: ToolCall) -> None:
        """Called when a tool call has begun."""

    async def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        """Called when a tool call has grown by `delta`."""

    async def on_tool_call_done(self, tool_call: ToolCall) -> None:
        """Called when a tool call is whole."""

    # what there is so far

    @property
    def current_event(self) -> AssistantStreamEvent | None:
        """The event that came last; None before the first and after the end."""
        return self._event

    @property
    def current_run(self) -> Run | None:
        """The run as it was last told."""
        return self._started().state.run

    @property
    def current_run_step_snapshot(self) -> RunStep | None:
        """The step that is going on, as far as it came."""
        return self._started().state.step

    @property
    def current_message_snapshot(self) -> Message | None:
        """The message that was last written to, as far as it came."""
        return self._started().state.message

    @property
    def response(self) -> ResponseInfo:
        """Status, headers, request id and attempts of the call."""
        return self._started().response

    @property
    def text_deltas(self) -> TextStream:
        """The texts of the messages as they grow: ``async for text in stream.text_deltas``.

        It reads this stream, so the events that it passes over are not seen by anyone else but the hooks.
        """
        return TextStream(self, _text)

    # reading

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> AssistantStreamEvent:
        stream = self._started()
        if self._busy:
            msg = "this stream is being read already, by another task or the one that called this hook"
            raise trio.BusyResourceError(msg)
        self._busy = True
        try:
            event = await self._next(stream)
            await self._call_hooks(stream, event)
        finally:
            self._busy = False
        return event

    async def _next(self, stream: _RunStream) -> AssistantStreamEvent:
        try:
            self._event = event = await anext(stream)
        except StopAsyncIteration:
            self._event = None
            await self._end()  # noqa: ASYNC120  # cancelled, the caller wants no end
            raise
        except trio.ClosedResourceError:
            raise
        except Exception as error:
            await self._fail(stream, error)  # noqa: ASYNC120  # cancelled, the caller wants no error
            raise
        return event

    async def _call_hooks(self, stream: _RunStream, event: AssistantStreamEvent) -> None:
        try:
            for hook, arguments in stream.state.take(event):
                await getattr(self, hook)(*arguments)
        except StopAsyncIteration as error:
            # It would look like the end of the events.
            failure = RuntimeError(f"a hook raised StopAsyncIteration at {event.event}")
            await self._fail(stream, failure)  # noqa: ASYNC120  # as above
            raise failure from error
        except Exception as error:
            await self._fail(stream, error)  # noqa: ASYNC120  # as above
            raise
        except BaseException:
            await stream.aclose()  # noqa: ASYNC120  # closes even when cancelled
            raise

    async def _fail(self, stream: _RunStream, error: Exception) -> None:
        await stream.aclose()
        if isinstance(error, (APITimeoutError, StreamStalled)):
            await self.on_timeout()
        await self.on_exception(error)
        await self._end()

    async def _end(self) -> None:
        if not self._over:
            self._over = True
            await self.on_end()

    async def until_done(self) -> None:
        """Read the stream to its end, calling the hooks.

        Raises:
            APIError: As for iterating.
            trio.ClosedResourceError: The stream was closed before its end.
        """
        async for _ in self:
            pass

    async def get_final_run(self) -> Run:
        """Read to the end, and give the run.

        It may be waiting for the outputs of tools (`status` "requires_action"); hand them in with
        ``runs.submit_tool_outputs_stream``.

        Raises:
            APIError: As for iterating.
            RuntimeError: No event told of a run.
        """
        await self.until_done()
        run = self.current_run
        if run is None:
            msg = "the stream has ended, and none of its events told of a run"
            raise RuntimeError(msg)
        return run

    async def get_final_run_steps(self) -> list[RunStep]:
        """Read to the end, and give the run's steps in their order.

        Raises:
            APIError: As for iterating.
        """
        await self.until_done()
        return self._started().state.steps

    async def get_final_messages(self) -> list[Message]:
        """Read to the end, and give the messages that the run wrote.

        Raises:
            APIError: As for iterating.
        """
        await self.until_done()
        return self._started().state.messages

    async def aclose(self) -> None:
        """Close the stream and its connection at once. Does nothing the second time."""
        await self._started().aclose()

    async def close(self) -> None:
        """As `aclose`."""
        await self.aclose()

    def _started(self) -> _RunStream:
        if self._stream is None:
            msg = "this handler follows no run yet: enter the block of the call that it was given to"
            raise RuntimeError(msg)
        return self._stream

    def _check_unused(self) -> None:
        if self._stream is not None:
            msg = "an event handler follows one run: make a new one for each call"
            raise RuntimeError(msg)

    def _follow(self, events: EventStream[AssistantStreamEvent]) -> None:
        base = AsyncAssistantEventHandler
        hooks = (name for name in dir(base) if name.startswith("on_"))
        changed = frozenset(name for name in hooks if getattr(type(self), name) is not getattr(base, name))
        self._stream = _RunStream(events, changed)


HandlerT = TypeVar("HandlerT", bound=AsyncAssistantEventHandler, default=AsyncAssistantEventHandler)


@final
class AsyncAssistantStreamManager(CallBlock[HandlerT], Generic[HandlerT]):
    """What the calls that follow a run give; entering it makes the call and gives the handler.

    It waits for the first event, with the retries of any call. Leaving closes the stream. It is entered once.
    """


def manage(
    engine: Engine,
    operation: StreamOperation[Run, AssistantStreamEvent],
    params: Mapping[str, object],
    path_arg: str | None,
    handler: HandlerT | None,
) -> AsyncAssistantStreamManager[HandlerT]:
    """The block of a call that follows a run.

    Raises:
        TypeError: `handler` is no handler, a class of them for example.
        RuntimeError: It follows a run already.
    """
    if handler is not None and not isinstance(cast("Any", handler), AsyncAssistantEventHandler):
        msg = f"event_handler must be an instance of AsyncAssistantEventHandler, not {handler!r}"
        raise TypeError(msg)
    follower = AsyncAssistantEventHandler() if handler is None else handler
    follower._check_unused()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # of this module

    async def open_stream() -> HandlerT:
        follower._check_unused()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # of this module
        events = await engine.stream(operation, {**params, "stream": True}, path_arg)
        follower._follow(events)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # of this module
        return cast("HandlerT", follower)

    return AsyncAssistantStreamManager(open_stream)


def _text(event: AssistantStreamEvent) -> str:
    if event.event != "thread.message.delta":
        return ""
    parts = event.data.delta.content or ()
    return "".join(part.text.value or "" for part in parts if part.type == "text" and part.text is not None)
