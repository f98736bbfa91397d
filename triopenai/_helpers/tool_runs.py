"""Runs with tools: ask the model, run what it calls, tell it the results, until it calls nothing more.

Theory of operation. A run goes on only while somebody reads it: each step is one request and the calls of its
answer, made in the reader's task. So a slow reader holds the model back, and a cancelled one cancels every
tool; nothing runs between two steps. A run is *open*, then *done* (the model's last answer called nothing) or
*closed* (its block ended, or an answer could not be dealt with to its end). A closed run cannot be read on,
because nobody knows which of the tools had done their work; what it has got to stays in `steps`, `usage` and
`response`. A request that failed or was cancelled changes nothing, so it can be made again.

Whether an answer is streamed is its reader's choice, made when the answer is asked for: who reads the steps
gets it whole, who reads the events gets it as it is written, and the step after it. Both read the same run. A
stream that was begun is kept as `_turn` between two events; it is closed by its end, by its failure, or with
the block.

Rejected: a task that runs ahead of its reader, which would call tools that nobody may want to be called. And
a function that is called with each event, which could not hold the model back.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar, cast, final

import attrs
import trio

from triopenai._base.tool_errors import TooManyTurnsError
from triopenai._flow.checks import check_limit
from triopenai._helpers.folded import TextStream

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from types import TracebackType
    from typing import Self

    from triopenai._helpers.folded import FoldedStream
    from triopenai._helpers.tool_calls import Toolbox, ToolRequest, ToolResult

__all__ = ["Dialogue", "ToolRun", "ToolRunEvents", "ToolRunUsage", "ToolStep"]

AnswerT = TypeVar("AnswerT")
EventT = TypeVar("EventT")
R = TypeVar("R")


@final
@attrs.frozen
class ToolRunUsage:
    """What the requests of a run used, all together.

    Attributes:
        requests: How many were answered.
        input_tokens: Tokens of what was sent.
        output_tokens: Tokens of what the model wrote.
        total_tokens: Both.
    """

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    total_tokens: int = 0

    def plus(self, answer: object) -> ToolRunUsage:
        """This and the usage of one more answer."""
        usage = getattr(answer, "usage", None)
        return ToolRunUsage(
            self.requests + 1,
            self.input_tokens + _count(usage, "input_tokens", "prompt_tokens"),
            self.output_tokens + _count(usage, "output_tokens", "completion_tokens"),
            self.total_tokens + _count(usage, "total_tokens"),
        )


def _count(usage: object, *names: str) -> int:
    found = (getattr(usage, name, None) for name in names)
    return next((count for count in found if isinstance(count, int)), 0)


@final
@attrs.frozen
class ToolStep(Generic[AnswerT]):
    """One step of a run: an answer of the model, and what became of the calls in it.

    Attributes:
        number: Which step it is, from 1.
        response: The answer: a `ParsedResponse`, or a `ParsedChatCompletion`.
        results: The calls of the answer with their results, in the model's order; empty in the last step.
        type: Always "step", which tells it from the other events of a run.
    """

    number: int
    response: AnswerT
    results: tuple[ToolResult, ...] = ()
    type: Literal["step"] = attrs.field(default="step", init=False, repr=False)


class Dialogue(Protocol[AnswerT]):
    """What the API is asked in a run, and how its answers are read."""

    async def ask(self) -> AnswerT:
        """Make the next request, and give the answer when it is whole."""
        ...

    async def follow(self) -> FoldedStream[Any, Any]:
        """Make the next request, and give the answer as it is written."""
        ...

    async def whole(self, turn: Any) -> AnswerT:  # noqa: ANN401  # what `follow` gave
        """Read such an answer to its end."""
        ...

    def text_of(self, event: Any) -> str:  # noqa: ANN401  # one of many
        """What an event adds to the text of such an answer; nothing for most."""
        ...

    def calls(self, answer: AnswerT) -> Sequence[ToolRequest]:
        """The calls in an answer."""
        ...

    def tell(self, answer: AnswerT, results: Sequence[ToolResult]) -> None:
        """Put an answer and the results of its calls into the next request."""
        ...

    def finish(self, answer: AnswerT) -> None:
        """Parse the last answer."""
        ...


class _State(enum.Enum):
    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"


@attrs.define(eq=False, repr=False)
class ToolRun(Generic[AnswerT]):
    """A run of a model with tools, a block and an async iterator over its steps.

    Nothing is sent before the first step is asked for. Each step is one request to the model, and all calls
    of its answer, which run beside each other in the task that reads; the last step calls nothing. Cancelling
    that task, or leaving the block, cancels the tools that run.

    After a request that failed, or was cancelled, the same step can be asked for again. An answer whose tools
    failed or were cancelled ends the run, as some of them may have done their work. In any case `steps`,
    `usage` and `response` stay readable, after the block too. Only one task may read.

    `events` and `text_stream` read the same run, and give the answers as they are written.
    """

    _dialogue: Dialogue[AnswerT]
    _tools: Toolbox
    _max_turns: int
    _state: _State = attrs.field(default=_State.OPEN, init=False)
    _entered: bool = attrs.field(default=False, init=False)
    _left: bool = attrs.field(default=False, init=False)
    _reading: trio.CancelScope | None = attrs.field(default=None, init=False)
    _turn: FoldedStream[Any, Any] | None = attrs.field(default=None, init=False)
    _steps: list[ToolStep[AnswerT]] = attrs.field(factory=list["ToolStep[AnswerT]"], init=False)
    _response: AnswerT | None = attrs.field(default=None, init=False)
    _usage: ToolRunUsage = attrs.field(factory=ToolRunUsage, init=False)

    def __attrs_post_init__(self) -> None:
        check_limit(self._max_turns, "run_tools", "max_turns")

    @property
    def steps(self) -> tuple[ToolStep[AnswerT], ...]:
        """The steps so far."""
        return tuple(self._steps)

    @property
    def response(self) -> AnswerT | None:
        """The model's newest answer, also of a step that failed; None before the first."""
        return self._response

    @property
    def usage(self) -> ToolRunUsage:
        """What the run has used so far."""
        return self._usage

    async def __aenter__(self) -> Self:
        if self._entered:
            msg = "this run has been entered before: call run_tools() again for another"
            raise RuntimeError(msg)
        self._entered = True
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._left = True
        if self._reading is not None:
            self._reading.cancel()
        elif self._turn is not None:
            await self._turn.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ToolStep[AnswerT]:
        """The next step, when all of its calls have ended.

        Raises:
            APIError: The request failed, retries included.
            TooManyTurnsError: The model calls tools and no turn is left.
            LengthFinishReasonError: The answer was cut at the token limit, so its calls are not whole.
            ContentFilterFinishReasonError: The answer was withheld.
            ValueError: The last answer does not fit the type that it was to be parsed into.
            trio.BusyResourceError: Another task waits for a step.
            trio.ClosedResourceError: The run's block has ended, or a step's tools failed or were cancelled.
            Exception: What a tool raised, with ``on_tool_error="raise"``.
        """
        return await self._read(self._step)

    @property
    def text_stream(self) -> TextStream:
        """The text of all answers as it grows: ``async for text in run.text_stream``.

        It reads `events`, so the run goes on, and what it passes over is not seen by anyone else.
        """
        return TextStream(ToolRunEvents[Any](self), self._dialogue.text_of)

    async def _read(self, advance: Callable[[], Awaitable[R]]) -> R:
        """Read on, in the one task that may."""
        if not self._entered:
            msg = "a run is read inside of its block: async with client....run_tools(...) as run"
            raise RuntimeError(msg)
        if self._reading is not None:
            msg = "another task is already reading this run"
            raise trio.BusyResourceError(msg)
        if self._state is _State.DONE:
            await trio.lowlevel.checkpoint()
            raise StopAsyncIteration
        if self._left or self._state is _State.CLOSED:
            await trio.lowlevel.checkpoint()
            raise _closed()
        with trio.CancelScope() as scope:
            self._reading = scope
            try:
                return await advance()
            finally:
                self._reading = None
        raise _closed()  # the block was left, by another task

    async def _step(self) -> ToolStep[AnswerT]:
        turn, self._turn = self._turn, None
        if turn is None:
            return await self._deal_with(await self._dialogue.ask())
        async with turn:
            answer = await self._dialogue.whole(turn)
        return await self._deal_with(answer)

    async def _event(self) -> object:
        if self._turn is None:
            self._turn = await self._dialogue.follow()
        try:
            return await anext(self._turn)
        except StopAsyncIteration:
            pass
        except BaseException:
            self._turn = None  # it closed itself
            raise
        return await self._step()

    async def _deal_with(self, answer: AnswerT) -> ToolStep[AnswerT]:
        number = len(self._steps) + 1
        self._state = _State.CLOSED  # until the answer is dealt with
        self._response = answer
        self._usage = self._usage.plus(answer)
        calls = self._dialogue.calls(answer)
        if not calls:
            self._dialogue.finish(answer)
            return self._add(ToolStep(number, answer), _State.DONE)
        if number == self._max_turns:
            asked = ", ".join(call.name for call in calls)
            msg = f"the model still calls tools ({asked}) in the last of {number} turns: see max_turns="
            raise TooManyTurnsError(msg, response=answer, steps=self.steps, usage=self._usage)
        results = await self._tools.run(calls)
        self._dialogue.tell(answer, results)
        return self._add(ToolStep(number, answer, results), _State.OPEN)

    def _add(self, step: ToolStep[AnswerT], state: _State) -> ToolStep[AnswerT]:
        self._steps.append(step)
        self._state = state
        return step

    async def until_done(self) -> None:
        """Go on to the end; raises as reading the steps does."""
        async for _ in self:
            pass

    async def _final(self) -> AnswerT:
        await self.until_done()
        return self._steps[-1].response

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._state.value}: {len(self._steps)} steps>"


@final
class ToolRunEvents(Generic[EventT]):
    """The events of a run, made by its `events`.

    It reads the run, so what is said of reading that holds here too. A turn whose stream failed, or was
    cancelled, begins anew when it is asked for again, and its events with it.
    """

    __slots__ = ("_run",)

    def __init__(self, run: ToolRun[Any]) -> None:
        self._run = run

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> EventT:
        """The next event; raises as reading the steps does, and as reading a stream does."""
        run = self._run
        return cast("EventT", await run._read(run._event))  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # a part of it

    async def aclose(self) -> None:
        """Nothing: the run is closed by its block."""
        await trio.lowlevel.checkpoint()


def _closed() -> trio.ClosedResourceError:
    return trio.ClosedResourceError(
        "this run is closed: its block has ended, or tools of a step failed or were cancelled"
    )
