"""What runs with tools say to the two APIs: a response goes on from the last, a chat grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, final

import attrs

from triopenai._base.absent import is_given, omit
from triopenai._helpers.parse_chat import parse_chat, refuse_cut_chat
from triopenai._helpers.parse_response import fill_response, refuse_cut_response
from triopenai._helpers.parsers import Parsers
from triopenai._helpers.polling import fetch
from triopenai._helpers.tool_calls import ToolRequest
from triopenai._helpers.tool_runs import ToolRun, ToolRunEvents

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine
    from triopenai._engine.events import EventStream
    from triopenai._helpers.chat_events import ChatCompletionStreamEvent
    from triopenai._helpers.chat_stream import AsyncChatCompletionStream
    from triopenai._helpers.response_events import ResponseStreamEvent
    from triopenai._helpers.response_stream import AsyncResponseStream
    from triopenai._helpers.tool_calls import ToolResult
    from triopenai._helpers.tool_runs import ToolStep
    from triopenai._sansio.operation import Operation, StreamOperation
    from triopenai.types.chat import ParsedChatCompletion
    from triopenai.types.responses import ParsedResponse

__all__ = ["ChatDialogue", "ChatToolRun", "ResponseDialogue", "ResponseToolRun"]

_PARTS: Final = frozenset({"input_file", "input_image", "input_text"})

T = TypeVar("T")
AnswerT = TypeVar("AnswerT")


@final
class ResponseToolRun(ToolRun["ParsedResponse[T]"], Generic[T]):
    """A run of ``client.responses.run_tools``; its steps have a `ParsedResponse` each."""

    async def get_final_response(self) -> ParsedResponse[T]:
        """Go on to the end, and give the last response: ``output_text`` or ``output_parsed`` is the answer.

        Raises as reading the steps does.
        """
        return await self._final()

    def events(self) -> ToolRunEvents[ResponseStreamEvent[None] | ToolStep[ParsedResponse[T]]]:
        """Read the run by the events of its responses, as they come, and each step after those of its own.

        ::

            async for event in run.events():
                if event.type == "response.output_text.delta":
                    print(event.delta, end="")
                elif event.type == "step":
                    print([result.output for result in event.results])

        Events are those of ``client.responses.stream``, told apart by `type`; parsed is the last step's
        response. The keywords `first_event_timeout` and `idle_timeout` are for reading so.
        """
        return ToolRunEvents(self)


@final
class ChatToolRun(ToolRun["ParsedChatCompletion[T]"], Generic[T]):
    """A run of ``client.chat.completions.run_tools``; its steps have a `ParsedChatCompletion` each."""

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go on to the end, and give the last completion: ``choices[0].message`` is the answer.

        Raises as reading the steps does.
        """
        return await self._final()

    def events(self) -> ToolRunEvents[ChatCompletionStreamEvent[None] | ToolStep[ParsedChatCompletion[T]]]:
        """Read the run by the events of its completions, as they come, and each step after those of its own.

        ::

            async for event in run.events():
                if event.type == "content.delta":
                    print(event.delta, end="")
                elif event.type == "step":
                    print([result.output for result in event.results])

        Events are those of ``client.chat.completions.stream``, told apart by `type`; parsed is the last
        step's completion. Usage is asked for, if `stream_options` say nothing else. The keywords
        `first_event_timeout` and `idle_timeout` are for reading so.
        """
        return ToolRunEvents(self)


@attrs.define(eq=False)
class _Dialogue(Generic[AnswerT]):
    """What the two have in common."""

    _engine: Engine
    _operation: Operation[object]
    _streamed: StreamOperation[Any, Any]
    _params: dict[str, object]
    _parsers: Parsers  # of the last answer
    _stream_options: object = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._stream_options = self._params.pop("stream_options", omit)  # has no place in other requests

    async def ask(self) -> AnswerT:
        """Make the next request, and give the answer when it is whole."""
        return cast("AnswerT", await fetch(self._engine, self._operation, self._params))

    async def _events(self) -> EventStream[Any]:
        params = {**self._params, "stream": True, "stream_options": self._stream_options}
        return await self._engine.stream(self._streamed, params)


@final
@attrs.define(eq=False)
class ResponseDialogue(_Dialogue["ParsedResponse[object]"]):
    """Responses that go on from each other on the server; one that keeps nothing is sent all again."""

    _in_conversation: bool = attrs.field(init=False)
    _unkept: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self._in_conversation = self._params.get("conversation") is not None
        self._unkept = self._params.get("store") is False and not self._in_conversation
        given = self._params.get("input")
        if self._unkept:
            self._params["input"] = _items(given)
        elif isinstance(given, Iterator):
            self._params["input"] = list(cast("Iterator[object]", given))  # a request may be made again

    async def follow(self) -> AsyncResponseStream:
        """Make the next request, and give the response as it is written."""
        from triopenai._helpers.response_stream import AsyncResponseStream  # noqa: PLC0415  # for who reads events

        return AsyncResponseStream(await self._events(), Parsers())

    async def whole(self, turn: AsyncResponseStream) -> ParsedResponse[object]:
        """Read such a response to its end."""
        return cast("ParsedResponse[object]", await turn.get_final_response())

    def text_of(self, event: ResponseStreamEvent[None] | ToolStep[Any]) -> str:
        """What an event adds to the text."""
        return event.delta if event.type == "response.output_text.delta" else ""

    def calls(self, answer: ParsedResponse[object]) -> Sequence[ToolRequest]:
        """The function calls of a response that is whole."""
        refuse_cut_response(answer)
        if answer.status not in (None, "completed"):
            return ()
        return [
            ToolRequest(item.call_id, item.name, item.arguments)
            for item in answer.output
            if item.type == "function_call"
        ]

    def tell(self, answer: ParsedResponse[object], results: Sequence[ToolResult]) -> None:
        """Put the results into the next request, and before them what the server does not keep."""
        told: list[object] = [
            {
                "type": "function_call_output",
                "call_id": one.call_id,
                "output": _parts(one.value) or one.output,
            }
            for one in results
        ]
        if self._unkept:
            told = [*cast("list[object]", self._params["input"]), *answer.output, *told]
        elif not self._in_conversation:
            self._params["previous_response_id"] = answer.id
        self._params = {**_later(self._params), "input": told}

    def finish(self, answer: ParsedResponse[object]) -> None:
        """Parse the text of the last response."""
        fill_response(answer, self._parsers)


@final
@attrs.define(eq=False)
class ChatDialogue(_Dialogue["ParsedChatCompletion[object]"]):
    """A chat whose messages are all sent again, with the new ones."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not is_given(self._stream_options):
            self._stream_options = {"include_usage": True}
        given = self._params.get("messages")
        if isinstance(given, Iterable) and not isinstance(given, (str, Mapping)):
            self._params["messages"] = list(cast("Iterable[object]", given))  # sent more than once

    async def follow(self) -> AsyncChatCompletionStream:
        """Make the next request, and give the completion as it is written."""
        from triopenai._helpers.chat_stream import AsyncChatCompletionStream  # noqa: PLC0415  # as above

        return AsyncChatCompletionStream(await self._events(), Parsers())

    async def whole(self, turn: AsyncChatCompletionStream) -> ParsedChatCompletion[object]:
        """Read such a completion to its end."""
        return cast("ParsedChatCompletion[object]", await turn.get_final_completion())

    def text_of(self, event: ChatCompletionStreamEvent[None] | ToolStep[Any]) -> str:
        """What an event adds to the text."""
        return event.delta if event.type == "content.delta" else ""

    def calls(self, answer: ParsedChatCompletion[object]) -> Sequence[ToolRequest]:
        """The function calls of a completion that is whole."""
        refuse_cut_chat(answer)
        if not answer.choices:
            return ()
        calls = answer.choices[0].message.tool_calls or ()
        return [ToolRequest(call.id, call.function.name, call.function.arguments) for call in calls]

    def tell(self, answer: ParsedChatCompletion[object], results: Sequence[ToolResult]) -> None:
        """Put the model's message and the results behind the messages."""
        told = [{"role": "tool", "tool_call_id": one.call_id, "content": one.output} for one in results]
        messages = [*cast("list[object]", self._params["messages"]), answer.choices[0].message, *told]
        self._params = {**_later(self._params), "messages": messages}

    def finish(self, answer: ParsedChatCompletion[object]) -> None:
        """Parse the text of the last completion."""
        parse_chat(answer, self._parsers)


def _items(given: object) -> list[object]:
    if given is None:
        return []
    if isinstance(given, str):
        return [{"role": "user", "content": given}]
    return list(cast("Iterable[object]", given))


def _parts(value: object) -> list[object] | None:
    """What a tool gave, if it is content as responses take it."""
    parts = cast("list[object]", value) if isinstance(value, list) else []
    taken = (
        isinstance(one, Mapping) and cast("Mapping[str, object]", one).get("type") in _PARTS for one in parts
    )
    return parts if all(taken) else None


def _later(params: dict[str, object]) -> dict[str, object]:
    """The parameters of the requests after the first.

    A model that is made to call a tool is so once: else it could never answer. The idempotency key belongs to
    one request.
    """
    kept = {name: value for name, value in params.items() if name not in ("idempotency_key", "tool_choice")}
    choice = params.get("tool_choice")
    if choice in ("auto", "none"):
        kept["tool_choice"] = choice
    elif isinstance(choice, Mapping):
        named = cast("Mapping[str, object]", choice)
        if named.get("type") == "allowed_tools":
            kept["tool_choice"] = _relaxed(named)
    return kept


def _relaxed(choice: Mapping[str, object]) -> dict[str, object]:
    """A choice among some tools, none of which has to be called."""
    nested = choice.get("allowed_tools")  # as chat completions have it
    if isinstance(nested, Mapping):
        return {**choice, "allowed_tools": {**cast("Mapping[str, object]", nested), "mode": "auto"}}
    return {**choice, "mode": "auto"}
