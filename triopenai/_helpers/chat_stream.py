"""A chat completion as it is written: events with snapshots, and the whole at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, cast, final

from typing_extensions import TypeVar

from triopenai._engine.callblock import CallBlock
from triopenai._helpers.chat_events import ChatCompletionStreamEvent, ContentDeltaEvent
from triopenai._helpers.chat_state import ChatState
from triopenai._helpers.folded import FoldedStream, LazyFold
from triopenai._operations.chat import CHAT_COMPLETIONS_CREATE
from triopenai._sansio.fold_chat import ChatFold

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from triopenai._engine.engine import Engine
    from triopenai._engine.events import EventStream
    from triopenai._helpers.parsers import Parsers
    from triopenai.types.chat import ChatCompletionChunk, ParsedChatCompletion

__all__ = ["AsyncChatCompletionStream", "AsyncChatCompletionStreamManager", "opener"]

T = TypeVar("T", default=None)


@final
class AsyncChatCompletionStream(
    FoldedStream["ChatCompletionChunk", ChatCompletionStreamEvent[T]], Generic[T]
):
    """The events of a chat completion, made by ``client.chat.completions.stream(...)``.

    Iterating gives each chunk as a `ChunkEvent` and after it the events that it causes, told apart by `type`.
    Iterating is a checkpoint; only one task may iterate at a time. Cancelled or failed, the stream is closed,
    and its connection with it.

    Raises:
        LengthFinishReasonError: A choice that is to be parsed was cut at the token limit.
        ContentFilterFinishReasonError: A choice that is to be parsed was withheld.
        ValueError: A text does not fit the type that it is to be parsed into.
        PartialStreamError: The stream ended before its end; `partial` has what arrived.
        APIError: The server reported a failure in the stream.
        trio.BusyResourceError: Another task is waiting for an event.
        trio.ClosedResourceError: The stream was closed before its end.
    """

    def __init__(
        self,
        events: EventStream[ChatCompletionChunk],
        parsers: Parsers,
    ) -> None:
        super().__init__(events)
        self._chat = ChatState(LazyFold(ChatFold(), events), parsers)

    def _take(self, event: ChatCompletionChunk) -> Iterator[ChatCompletionStreamEvent[T]]:
        return cast("Iterator[ChatCompletionStreamEvent[T]]", self._chat.take(event))

    def _end(self) -> Iterator[ChatCompletionStreamEvent[T]]:
        return cast("Iterator[ChatCompletionStreamEvent[T]]", self._chat.end())

    def _text_of(self, event: ChatCompletionStreamEvent[T]) -> str:
        return event.delta if isinstance(event, ContentDeltaEvent) and event.choice == 0 else ""

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletion[T]:
        """The completion so far, also after the stream broke or was closed.

        It is put together when it is asked for. Texts that are to be parsed and are not whole yet are parsed
        as far as they go, into plain JSON values.
        """
        return cast("ParsedChatCompletion[T]", self._chat.current_completion_snapshot)

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Read to the end, and give the whole completion.

        Raises:
            APIError: As for iterating, with the other errors that are listed there.
            trio.ClosedResourceError: The stream was closed before its end.
        """
        await self.until_done()
        return self.current_completion_snapshot


@final
class AsyncChatCompletionStreamManager(CallBlock["AsyncChatCompletionStream[T]"], Generic[T]):
    """What ``client.chat.completions.stream(...)`` gives; entering it makes the call.

    It waits for the first event, with the retries of any call. Leaving closes the stream. It is entered once.
    """


def opener(
    engine: Engine, body: Mapping[str, object], parsers: Parsers
) -> Callable[[], Awaitable[AsyncChatCompletionStream[T]]]:
    """What makes the call."""

    async def open_stream() -> AsyncChatCompletionStream[T]:
        events = await engine.stream(CHAT_COMPLETIONS_CREATE, body)
        return AsyncChatCompletionStream(events, parsers)

    return open_stream
