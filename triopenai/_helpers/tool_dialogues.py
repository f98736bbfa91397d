"""What runs with tools say to the two APIs: a response goes on from the last, a chat grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast, final

from triopenai._base.absent import omit
from triopenai._helpers.function_tool import Tools
from triopenai._helpers.parse_chat import parse_chat
from triopenai._helpers.parse_response import parse_response
from triopenai._helpers.polling import fetch
from triopenai._helpers.tool_calls import ToolRequest
from triopenai._helpers.tool_runs import ToolRun

if TYPE_CHECKING:
    from triopenai._engine.engine import Engine
    from triopenai._helpers.formats import Format
    from triopenai._helpers.tool_calls import ToolResult
    from triopenai._sansio.operation import Operation
    from triopenai.types.chat import ParsedChatCompletion
    from triopenai.types.responses import ParsedResponse

__all__ = ["ChatDialogue", "ChatToolRun", "ResponseDialogue", "ResponseToolRun"]

T = TypeVar("T")


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


@final
class ResponseDialogue:
    """Responses that go on from each other on the server; one that keeps nothing is sent all again."""

    def __init__(
        self,
        engine: Engine,
        operation: Operation[object],
        params: dict[str, object],
        form: Format[object] | None,
    ) -> None:
        self._engine = engine
        self._operation = operation
        self._params = params
        self._form = form
        self._kept_by_conversation = params.get("conversation") is not None
        self._unkept = params.get("store") is False and not self._kept_by_conversation
        if self._unkept:
            self._params["input"] = _items(params.get("input"))

    async def ask(self) -> ParsedResponse[object]:
        """Make the next request."""
        return cast("ParsedResponse[object]", await fetch(self._engine, self._operation, self._params))

    def calls(self, answer: ParsedResponse[object]) -> Sequence[ToolRequest]:
        """The function calls of a response that is whole."""
        if answer.status == "incomplete":
            parse_response(answer, None, Tools(omit))  # raises for what was cut or withheld
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
        elif not self._kept_by_conversation:
            self._params["previous_response_id"] = answer.id
        self._params = {**_later(self._params), "input": told}

    def finish(self, answer: ParsedResponse[object]) -> None:
        """Parse the text of the last response."""
        parse_response(answer, self._form, Tools(omit))


@final
class ChatDialogue:
    """A chat whose messages are all sent again, with the new ones."""

    def __init__(
        self,
        engine: Engine,
        operation: Operation[object],
        params: dict[str, object],
        form: Format[object] | None,
    ) -> None:
        self._engine = engine
        self._operation = operation
        self._params = params
        self._form = form
        given = params.get("messages")
        if isinstance(given, Iterable) and not isinstance(given, (str, Mapping)):
            self._params["messages"] = list(cast("Iterable[object]", given))  # sent more than once

    async def ask(self) -> ParsedChatCompletion[object]:
        """Make the next request."""
        return cast("ParsedChatCompletion[object]", await fetch(self._engine, self._operation, self._params))

    def calls(self, answer: ParsedChatCompletion[object]) -> Sequence[ToolRequest]:
        """The function calls of a completion that is whole."""
        if not answer.choices:
            return ()
        choice = answer.choices[0]
        if choice.finish_reason in ("length", "content_filter"):
            parse_chat(answer, None, Tools(omit))  # raises
        calls = choice.message.tool_calls or ()
        return [ToolRequest(call.id, call.function.name, call.function.arguments) for call in calls]

    def tell(self, answer: ParsedChatCompletion[object], results: Sequence[ToolResult]) -> None:
        """Put the model's message and the results behind the messages."""
        told = [{"role": "tool", "tool_call_id": one.call_id, "content": one.output} for one in results]
        messages = [*cast("list[object]", self._params["messages"]), answer.choices[0].message, *told]
        self._params = {**_later(self._params), "messages": messages}

    def finish(self, answer: ParsedChatCompletion[object]) -> None:
        """Parse the text of the last completion."""
        parse_chat(answer, self._form, Tools(omit))


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
