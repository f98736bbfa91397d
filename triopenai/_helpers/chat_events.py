"""What a chat completion's stream gives out beside its chunks.

The names and types of the events are the official client's. What costs something to make, a snapshot or the
partly parsed text, is made when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, Literal, Protocol, TypeAlias, final

import attrs
from pydantic_core import from_json
from typing_extensions import TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triopenai.types.chat import ChatCompletionChunk, ChatCompletionTokenLogprob, ParsedChatCompletion

__all__ = [
    "ChatCompletionStreamEvent",
    "ChunkEvent",
    "ContentDeltaEvent",
    "ContentDoneEvent",
    "FunctionToolCallArgumentsDeltaEvent",
    "FunctionToolCallArgumentsDoneEvent",
    "LogprobsContentDeltaEvent",
    "LogprobsContentDoneEvent",
    "LogprobsRefusalDeltaEvent",
    "LogprobsRefusalDoneEvent",
    "RefusalDeltaEvent",
    "RefusalDoneEvent",
    "partly",
]

T = TypeVar("T", covariant=True, default=None)


class HasSnapshot(Protocol):
    """What knows the completion so far."""

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletion[object]:
        """The completion so far."""
        ...


def partly(text: str) -> object | None:
    """The JSON value that a text begins, as far as it goes; None where it begins none."""
    if not text:
        return None
    try:
        value: object = from_json(text, allow_partial=True)
    except ValueError:
        return None
    return value


@final
@attrs.frozen
class ChunkEvent:
    """A chunk as the server sent it; the events that it causes follow.

    Attributes:
        type: ``"chunk"``.
        chunk: The chunk.
    """

    type: ClassVar[Literal["chunk"]] = "chunk"
    chunk: ChatCompletionChunk
    _stream: HasSnapshot = attrs.field(repr=False, eq=False)

    @property
    def snapshot(self) -> ParsedChatCompletion[object]:
        """The completion so far: with this chunk, and without the next one if it is asked for before that."""
        return self._stream.current_completion_snapshot


@final
@attrs.frozen
class ContentDeltaEvent:
    """The text of a choice grew.

    Attributes:
        type: ``"content.delta"``.
        delta: What it grew by.
        snapshot: All of it.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["content.delta"]] = "content.delta"
    delta: str
    snapshot: str
    choice: int = 0
    _structured: bool = attrs.field(default=False, repr=False)

    @property
    def parsed(self) -> object | None:
        """The JSON of `snapshot` as far as it goes, unchecked; None without a type to parse into."""
        return partly(self.snapshot) if self._structured else None


@final
@attrs.frozen
class ContentDoneEvent(Generic[T]):
    """The text of a choice is whole.

    Attributes:
        type: ``"content.done"``.
        content: The text.
        parsed: The text in the type of the response format, None without one.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["content.done"]] = "content.done"
    content: str
    parsed: T | None = None
    choice: int = 0


@final
@attrs.frozen
class RefusalDeltaEvent:
    """The model's refusal grew.

    Attributes:
        type: ``"refusal.delta"``.
        delta: What it grew by.
        snapshot: All of it.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["refusal.delta"]] = "refusal.delta"
    delta: str
    snapshot: str
    choice: int = 0


@final
@attrs.frozen
class RefusalDoneEvent:
    """The model's refusal is whole.

    Attributes:
        type: ``"refusal.done"``.
        refusal: Its text.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["refusal.done"]] = "refusal.done"
    refusal: str
    choice: int = 0


@final
@attrs.frozen
class FunctionToolCallArgumentsDeltaEvent:
    """The arguments of a function call grew.

    Attributes:
        type: ``"tool_calls.function.arguments.delta"``.
        name: The function.
        index: Which of the choice's calls it is.
        arguments: The arguments so far, the beginning of a JSON text.
        arguments_delta: What they grew by.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["tool_calls.function.arguments.delta"]] = "tool_calls.function.arguments.delta"
    name: str
    index: int
    arguments: str
    arguments_delta: str
    choice: int = 0
    _structured: bool = attrs.field(default=False, repr=False)

    @property
    def parsed_arguments(self) -> object | None:
        """The arguments as far as they go, unchecked; None where the function's tool is not strict."""
        return partly(self.arguments) if self._structured else None


@final
@attrs.frozen
class FunctionToolCallArgumentsDoneEvent:
    """The arguments of a function call are whole.

    Attributes:
        type: ``"tool_calls.function.arguments.done"``.
        name: The function.
        index: Which of the choice's calls it is.
        arguments: The arguments as JSON text.
        parsed_arguments: The arguments in the type of the tool; None where the tool is not strict.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["tool_calls.function.arguments.done"]] = "tool_calls.function.arguments.done"
    name: str
    index: int
    arguments: str
    parsed_arguments: object | None = None
    choice: int = 0


@attrs.frozen(kw_only=True)
class _GrowingLogprobs:
    """The log probabilities so far, of which the event's own are the last."""

    choice: int = 0
    _all: list[ChatCompletionTokenLogprob] = attrs.field(alias="all", repr=False, eq=False)
    _count: int = attrs.field(alias="count", repr=False)

    @property
    def snapshot(self) -> Sequence[ChatCompletionTokenLogprob]:
        """All of them so far."""
        return self._all[: self._count]


@final
@attrs.frozen
class LogprobsContentDeltaEvent(_GrowingLogprobs):
    """More log probabilities of the text's tokens came.

    Attributes:
        type: ``"logprobs.content.delta"``.
        content: The new ones.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["logprobs.content.delta"]] = "logprobs.content.delta"
    content: Sequence[ChatCompletionTokenLogprob]


@final
@attrs.frozen
class LogprobsContentDoneEvent:
    """All log probabilities of the text's tokens are there.

    Attributes:
        type: ``"logprobs.content.done"``.
        content: All of them.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["logprobs.content.done"]] = "logprobs.content.done"
    content: Sequence[ChatCompletionTokenLogprob]
    choice: int = 0


@final
@attrs.frozen
class LogprobsRefusalDeltaEvent(_GrowingLogprobs):
    """More log probabilities of the refusal's tokens came.

    Attributes:
        type: ``"logprobs.refusal.delta"``.
        refusal: The new ones.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["logprobs.refusal.delta"]] = "logprobs.refusal.delta"
    refusal: Sequence[ChatCompletionTokenLogprob]


@final
@attrs.frozen
class LogprobsRefusalDoneEvent:
    """All log probabilities of the refusal's tokens are there.

    Attributes:
        type: ``"logprobs.refusal.done"``.
        refusal: All of them.
        choice: Index of the choice.
    """

    type: ClassVar[Literal["logprobs.refusal.done"]] = "logprobs.refusal.done"
    refusal: Sequence[ChatCompletionTokenLogprob]
    choice: int = 0


ChatCompletionStreamEvent: TypeAlias = (
    ChunkEvent
    | ContentDeltaEvent
    | ContentDoneEvent[T]
    | RefusalDeltaEvent
    | RefusalDoneEvent
    | FunctionToolCallArgumentsDeltaEvent
    | FunctionToolCallArgumentsDoneEvent
    | LogprobsContentDeltaEvent
    | LogprobsContentDoneEvent
    | LogprobsRefusalDeltaEvent
    | LogprobsRefusalDoneEvent
)
