"""What runs with tools say to the two APIs: a response goes on from the last, a chat grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast, final

import attrs

from triopenai._helpers.parse_chat import parse_chat, refuse_cut_chat
from triopenai._helpers.parse_response import fill_response, refuse_cut_response
from triopenai._helpers.polling import fetch
from triopenai._helpers.tool_calls import ToolRequest
from triopenai._helpers.tool_runs import ToolRun

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine
    from triopenai._helpers.stream_parsers import Parsers
    from triopenai._helpers.tool_calls import ToolResult
    from triopenai._sansio.operation import Operation
    from triopenai.types.chat import ParsedChatCompletion
    from triopenai.types.responses import ParsedResponse

__all__ = ["ChatDialogue", "ChatToolRun", "ResponseDialogue", "ResponseToolRun"]

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


@final
class ChatToolRun(ToolRun["ParsedChatCompletion[T]"], Generic[T]):
    """A run of ``client.chat.completions.run_tools``; its steps have a `ParsedChatCompletion` each."""

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go on to the end, and give the last completion: ``choices[0].message`` is the answer.

        Raises as reading the steps does.
        """
        return await self._final()


@attrs.define(eq=False)
class _Dialogue(Generic[AnswerT]):
    """What the two have in common."""

    _engine: Engine
    _operation: Operation[object]
    _params: dict[str, object]
    _parsers: Parsers  # of the last answer

    async def ask(self) -> AnswerT:
        """Make the next request."""
        return cast("AnswerT", await fetch(self._engine, self._operation, self._params))


@final
@attrs.define(eq=False)
class ResponseDialogue(_Dialogue["ParsedResponse[object]"]):
    """Responses that go on from each other on the server; one that keeps nothing is sent all again."""

    _in_conversation: bool = attrs.field(init=False)
    _unkept: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._in_conversation = self._params.get("conversation") is not None
        self._unkept = self._params.get("store") is False and not self._in_conversation
        if self._unkept:
            self._params["input"] = _items(self._params.get("input"))

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
            {"type": "function_call_output", "call_id": one.call_id, "output": one.output} for one in results
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
        given = self._params.get("messages")
        if isinstance(given, Iterable) and not isinstance(given, (str, Mapping)):
            self._params["messages"] = list(cast("Iterable[object]", given))  # sent more than once

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
