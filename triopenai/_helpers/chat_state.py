"""From the chunks of a chat completion to its events: what grew, and what is whole now.

Text is followed as it comes. Tool calls are read off the fold, which knows how servers number them or do
not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, final

import attrs

from triopenai._helpers.chat_events import (
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    LogprobsContentDeltaEvent,
    LogprobsContentDoneEvent,
    LogprobsRefusalDeltaEvent,
    LogprobsRefusalDoneEvent,
    RefusalDeltaEvent,
    RefusalDoneEvent,
    partly,
)
from triopenai._helpers.folded import GrowingText
from triopenai._helpers.parsers import CUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triopenai._helpers.chat_events import ChatCompletionStreamEvent
    from triopenai._helpers.folded import LazyFold
    from triopenai._helpers.parsers import Parsers
    from triopenai._sansio.fold_chat import ChatFold
    from triopenai.types.chat import (
        ChatCompletionChunk,
        ChatCompletionTokenLogprob,
        ParsedChatCompletion,
        ParsedChoice,
    )
    from triopenai.types.chat._models import ChatCompletionChunkChoice, ChatCompletionChunkChoiceDelta

__all__ = ["ChatState"]

SNAPSHOT: Final = "chat:ParsedChatCompletion"


@final
@attrs.define(eq=False)
class Call:
    """One function call of a choice."""

    name: str = ""
    arguments: GrowingText = attrs.field(factory=GrowingText)
    done: bool = False
    parsed: object = None


@final
@attrs.define(eq=False)
class Choice:
    """How far one choice has come, and what of it was told."""

    index: int
    content: GrowingText = attrs.field(factory=GrowingText)
    refusal: GrowingText = attrs.field(factory=GrowingText)
    content_logprobs: list[ChatCompletionTokenLogprob] = attrs.field(
        factory=list["ChatCompletionTokenLogprob"]
    )
    refusal_logprobs: list[ChatCompletionTokenLogprob] = attrs.field(
        factory=list["ChatCompletionTokenLogprob"]
    )
    calls: list[Call] = attrs.field(factory=list[Call])
    told: set[str] = attrs.field(factory=set[str])
    parsed: object = None
    finished: bool = False


@final
class ChatState:
    """Makes events of chunks, and the completion of them all."""

    def __init__(self, fold: LazyFold[ChatFold], parsers: Parsers) -> None:
        self._fold = fold
        self._parsers = parsers
        self._choices: dict[int, Choice] = {}
        self._snapshot: ParsedChatCompletion[object] | None = None
        self._version = -1

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletion[object]:
        """The completion so far."""
        if self._snapshot is None or self._version != self._fold.version:
            self._version = self._fold.version
            self._snapshot = cast("ParsedChatCompletion[object]", self._fold.read(SNAPSHOT))
            self._fill(self._snapshot)
        return self._snapshot

    def _fill(self, completion: ParsedChatCompletion[object]) -> None:
        """Put what was parsed into the completion, or as much of it as there is."""
        for choice in cast("list[ParsedChoice[object]] | None", completion.choices) or ():
            known = self._choices.get(choice.index)
            if known is None:
                continue
            if self._parsers.text is not None and not known.refusal.text:
                whole = "content" in known.told
                choice.message.parsed = known.parsed if whole else partly(known.content.text)
            for call, told in zip(choice.message.tool_calls or (), known.calls, strict=False):
                if self._parsers.tools.reader(told.name) is not None:
                    call.function.parsed_arguments = told.parsed if told.done else partly(told.arguments.text)

    def take(self, chunk: ChatCompletionChunk) -> Iterator[ChatCompletionStreamEvent[object]]:
        """The events that a chunk causes.

        Raises:
            LengthFinishReasonError: A choice that is to be parsed was cut.
            ContentFilterFinishReasonError: It was withheld.
            ValueError: It cannot be parsed.
        """
        entries = cast("Iterable[ChatCompletionChunkChoice] | None", chunk.choices) or ()
        for entry in entries:
            self._check_finish(entry.finish_reason)
        yield ChunkEvent(chunk, self)
        for entry in entries:
            index = cast("int | None", entry.index) or 0  # loose servers leave it out
            choice = self._choices.get(index)
            if choice is None:
                choice = self._choices[index] = Choice(index)
            yield from self._grow(choice, entry)
            if entry.finish_reason and not choice.finished:
                choice.finished = True
                yield from self._finish(choice)

    def end(self) -> Iterator[ChatCompletionStreamEvent[object]]:
        """The events that are left when the stream ends before some choice did."""
        for choice in self._choices.values():
            if not choice.finished:
                choice.finished = True
                yield from self._finish(choice)

    def _check_finish(self, reason: str | None) -> None:
        if reason in CUT and self._parsers.any:
            raise CUT[reason](completion=self.current_completion_snapshot)

    def _grow(
        self, choice: Choice, entry: ChatCompletionChunkChoice
    ) -> Iterator[ChatCompletionStreamEvent[object]]:
        delta = cast("ChatCompletionChunkChoiceDelta | dict[str, object] | None", entry.delta)
        if delta is None or isinstance(delta, dict):
            # Loose servers send a message in its place.
            message = self._message(choice.index)
            content = _rest(message.get("content"), choice.content)
            refusal = _rest(message.get("refusal"), choice.refusal)
            calls_grew = True
        else:
            content, refusal = delta.content, delta.refusal
            calls_grew = bool(delta.tool_calls)
        if isinstance(content, str):
            choice.told.discard("content")
            piece = choice.content.add(content)
            yield ContentDeltaEvent(piece, choice.content.text, choice.index, self._parsers.text is not None)
        if isinstance(refusal, str):
            choice.told.discard("refusal")
            piece = choice.refusal.add(refusal)
            yield RefusalDeltaEvent(piece, choice.refusal.text, choice.index)
        if calls_grew:
            yield from self._grow_calls(choice)
        if entry.logprobs is not None:
            yield from _grow_logprobs(choice, entry)
        if refusal or calls_grew:
            yield from self._content_done(choice)
        if calls_grew:
            yield from self._refusal_done(choice)

    def _grow_calls(self, choice: Choice) -> Iterator[ChatCompletionStreamEvent[object]]:
        """What grew among the function calls; all but the last that grew are whole then."""
        folded = _objects(self._message(choice.index).get("tool_calls"))
        last = -1
        for index, value in enumerate(folded):
            new = index >= len(choice.calls)
            if new:
                choice.calls.append(Call())
            call = choice.calls[index]
            function = value.get("function")
            if not isinstance(function, dict):
                call.done = True
                continue
            fields = cast("dict[str, object]", function)
            name, arguments = fields.get("name"), fields.get("arguments")
            call.name = name if isinstance(name, str) else ""
            text = arguments if isinstance(arguments, str) else ""
            if not new and len(text) == call.arguments.length:
                continue
            piece = call.arguments.add(text[call.arguments.length :])
            call.done = False
            last = index
            yield FunctionToolCallArgumentsDeltaEvent(
                call.name,
                index,
                call.arguments.text,
                piece,
                choice.index,
                self._parsers.tools.reader(call.name) is not None,
            )
        for index, call in enumerate(choice.calls[:last] if last >= 0 else ()):
            yield from self._call_done(choice, index, call)

    def _finish(self, choice: Choice) -> Iterator[ChatCompletionStreamEvent[object]]:
        yield from self._content_done(choice)
        yield from self._refusal_done(choice)
        for index, call in enumerate(choice.calls):
            yield from self._call_done(choice, index, call)

    def _content_done(self, choice: Choice) -> Iterator[ChatCompletionStreamEvent[object]]:
        if not choice.content.begun or "content" in choice.told:
            return
        text = choice.content.text
        if text and self._parsers.text is not None and not choice.refusal.text:
            choice.parsed = self._parsers.text(text)
        choice.told.add("content")
        self._version = -1
        yield ContentDoneEvent(text, choice.parsed, choice.index)
        if choice.content_logprobs:
            yield LogprobsContentDoneEvent(tuple(choice.content_logprobs), choice.index)

    def _refusal_done(self, choice: Choice) -> Iterator[ChatCompletionStreamEvent[object]]:
        if not choice.refusal.begun or "refusal" in choice.told:
            return
        choice.told.add("refusal")
        yield RefusalDoneEvent(choice.refusal.text, choice.index)
        if choice.refusal_logprobs:
            yield LogprobsRefusalDoneEvent(tuple(choice.refusal_logprobs), choice.index)

    def _call_done(
        self, choice: Choice, index: int, call: Call
    ) -> Iterator[ChatCompletionStreamEvent[object]]:
        if call.done:
            return
        call.done = True
        self._version = -1
        parse = self._parsers.tools.reader(call.name)
        if parse is not None:
            call.parsed = parse(call.arguments.text)
        yield FunctionToolCallArgumentsDoneEvent(
            call.name, index, call.arguments.text, call.parsed, choice.index
        )

    def _message(self, index: int) -> Mapping[str, object]:
        """A choice's message as the fold has it."""
        return self._fold.up_to_date().message(index)


def _grow_logprobs(
    choice: Choice, entry: ChatCompletionChunkChoice
) -> Iterator[ChatCompletionStreamEvent[object]]:
    for new, known, kind in (
        (getattr(entry.logprobs, "content", None), choice.content_logprobs, LogprobsContentDeltaEvent),
        (getattr(entry.logprobs, "refusal", None), choice.refusal_logprobs, LogprobsRefusalDeltaEvent),
    ):
        if new:
            known.extend(new)
            yield kind(tuple(new), choice=choice.index, all=known, count=len(known))


def _rest(whole: object, known: GrowingText) -> str | None:
    """What a text has that is not known yet."""
    if not isinstance(whole, str) or (known.begun and len(whole) <= known.length):
        return None
    return whole[known.length :]


def _objects(value: object) -> list[Mapping[str, object]]:
    return cast("list[Mapping[str, object]]", value) if isinstance(value, list) else []
