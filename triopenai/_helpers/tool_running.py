"""``run_tools`` of responses and of chat completions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, overload

import attrs

from triopenai._base.absent import is_given, omit
from triopenai._helpers.parsing import parsing_operation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._engine.engine import Engine
    from triopenai._helpers.formats import Format
    from triopenai._helpers.parsers import Parsers
    from triopenai._helpers.tool_args import ChatToolArgs, ResponseToolArgs
    from triopenai._helpers.tool_calls import Toolbox
    from triopenai._helpers.tool_dialogues import ChatToolRun, ResponseToolRun
    from triopenai._sansio.operation import Operation, StreamOperation

__all__ = ["ChatToolRunning", "ResponseToolRunning"]

T = TypeVar("T")

MAX_TURNS: Final = 10
TOOL_LIMIT: Final = 8
_NOT_FOR_CHAT: Final = {
    "functions": "give tools=",
    "function_call": "give tool_choice=",
    "stream": "events() and text_stream of the run stream by themselves",
}
_NOT_FOR_RESPONSES: Final = {
    "background": "a run waits for its answers",
    "stream": "events() and text_stream of the run stream by themselves",
}


class ResponseToolRunning:
    """Responses whose function calls are run."""

    _engine: Engine

    @overload
    def run_tools(
        self, *, text_format: type[T], **params: Unpack[ResponseToolArgs]
    ) -> ResponseToolRun[T]: ...

    @overload
    def run_tools(
        self, *, text_format: Omit | NotGiven = omit, **params: Unpack[ResponseToolArgs]
    ) -> ResponseToolRun[None]: ...

    def run_tools(
        self, *, text_format: type[T] | Omit | NotGiven = omit, **params: Unpack[ResponseToolArgs]
    ) -> ResponseToolRun[T] | ResponseToolRun[None]:
        """Create responses, and run the functions that the model calls, until it calls no more.

        ``POST /responses``, once for each step

        Example::

            async with client.responses.run_tools(model="gpt-5", input=asked, tools=[get_weather]) as run:
                async for step in run:
                    for result in step.results:
                        print(result.name, result.arguments, result.output)
                response = await run.get_final_response()

        Nothing is sent before the first step is asked for. The calls of one answer run beside each other, in
        the task that reads; cancelling it, or leaving the block, cancels them all. `run.events()` and
        `run.text_stream`, in the place of the steps, show answers as they are written.

        A response goes on from the one before it, by `previous_response_id` or `conversation`; with
        ``store=False`` all items are sent again. A `tool_choice` that demands a call is for the first only.

        Args:
            text_format: The type to parse the last response's text into, as for ``parse``.
            max_turns: How many responses there may be. Default 10.
            tool_limit: How many calls may run at once. Default 8.
            tool_timeout: Seconds that one call may take; None, the default, for any. `triopenai.tools.tool`
                sets another for one function.
            on_tool_error: Who is told of a call that cannot be made, fails or is out of time: "return", the
                default, tells the model the exception's type and text; "raise" raises the exception itself.
            **params: The keywords of ``create``, without `stream` and `background`. `tools` are async
                functions, sync ones (each called in a thread), types whose instances are called, what
                `triopenai.pydantic_function_tool` and `triopenai.tools.tool` make of them, and mappings for
                tools that run on the server.

        Returns:
            The run: a block, and an iterator over its steps.

        Raises:
            TypeError: A tool is none, or a function that a model cannot call, or a keyword's type is wrong.
            ValueError: There is no tool to run, two have one name, a type has no strict schema, or a keyword
                has a value that it cannot have.

        See https://developers.openai.com/api/docs/guides/function-calling
        """
        from triopenai._helpers import formats, tool_dialogues  # noqa: PLC0415  # heavy, and few use it

        body = _checked(params, _NOT_FOR_RESPONSES)
        form: formats.Format[object] | None = None
        if is_given(text_format):
            form = formats.Format(cast("type[object]", text_format), "text_format")
            body["text"] = form.text_config(body.get("text"), "responses.run_tools")
        tools, max_turns = _toolbox(body, hosted=True)
        body["tools"] = tools.flat()
        self._engine.check_open("responses.run_tools")
        dialogue = tool_dialogues.ResponseDialogue(
            self._engine, *_response_operations(), body, _parsers(form)
        )
        run = tool_dialogues.ResponseToolRun[Any](dialogue, tools, max_turns)
        return cast("ResponseToolRun[T]", run)


class ChatToolRunning:
    """Chat completions whose function calls are run."""

    _engine: Engine

    @overload
    def run_tools(self, *, response_format: type[T], **params: Unpack[ChatToolArgs]) -> ChatToolRun[T]: ...

    @overload
    def run_tools(
        self, *, response_format: Omit | NotGiven = omit, **params: Unpack[ChatToolArgs]
    ) -> ChatToolRun[None]: ...

    def run_tools(
        self, *, response_format: type[T] | Omit | NotGiven = omit, **params: Unpack[ChatToolArgs]
    ) -> ChatToolRun[T] | ChatToolRun[None]:
        """Create chat completions, and run the functions that the model calls, until it calls no more.

        ``POST /chat/completions``, once for each step

        Example::

            async with client.chat.completions.run_tools(model="gpt-5", messages=chat, tools=[add]) as run:
                completion = await run.get_final_completion()

        Nothing is sent before the first step is asked for. The calls of one answer run beside each other, in
        the task that reads; cancelling it, or leaving the block, cancels them all. `run.events()` and
        `run.text_stream`, in the place of the steps, show answers as they are written.

        Each request has the messages of the one before it, the model's, and the results. A `tool_choice` that
        demands a call is for the first only.

        Args:
            response_format: The type to parse the last completion's text into, as for ``parse``.
            max_turns: How many completions there may be. Default 10.
            tool_limit: How many calls may run at once. Default 8.
            tool_timeout: Seconds that one call may take; None, the default, for any. `triopenai.tools.tool`
                sets another for one function.
            on_tool_error: Who is told of a call that cannot be made, fails or is out of time: "return", the
                default, tells the model the exception's type and text; "raise" raises the exception itself.
            **params: The keywords of ``create``, without `stream` and the deprecated `functions`, and with
                `n` at 1. `tools` are async functions, sync ones (each called in a thread), types whose
                instances are called, and what `triopenai.pydantic_function_tool` and `triopenai.tools.tool`
                make of them.

        Returns:
            The run: a block, and an iterator over its steps.

        Raises:
            TypeError: A tool is none, or a function that a model cannot call, or a keyword's type is wrong.
            ValueError: There is no tool to run, two have one name, a type has no strict schema, or a keyword
                has a value that it cannot have.

        See https://developers.openai.com/api/docs/guides/function-calling
        """
        from triopenai._helpers import formats, tool_dialogues  # noqa: PLC0415  # heavy, and few use it

        body = _checked(params, _NOT_FOR_CHAT)
        if body.get("n") not in (None, 1):
            msg = "run_tools(n=) must be 1: a run goes on from one answer"
            raise ValueError(msg)
        form: formats.Format[object] | None = None
        if is_given(response_format):
            form = formats.Format(cast("type[object]", response_format), "response_format")
            body["response_format"] = form.chat_format()
        tools, max_turns = _toolbox(body, hosted=False)
        body["tools"] = tools.nested()
        self._engine.check_open("chat.completions.run_tools")
        dialogue = tool_dialogues.ChatDialogue(self._engine, *_chat_operations(), body, _parsers(form))
        run = tool_dialogues.ChatToolRun[Any](dialogue, tools, max_turns)
        return cast("ChatToolRun[T]", run)


def _checked(params: Mapping[str, object], refused: Mapping[str, str]) -> dict[str, Any]:
    """The keywords that were given, if a run can have them."""
    body = {name: value for name, value in params.items() if is_given(value)}
    for name, why in refused.items():
        if body.get(name) not in (None, False):
            msg = f"run_tools() does not take {name}: {why}"
            raise TypeError(msg)
    return body


def _toolbox(body: dict[str, Any], *, hosted: bool) -> tuple[Toolbox, int]:
    """Take what is not sent out of the keywords: the tools, and how many turns there may be."""
    from triopenai._helpers.tool_calls import Toolbox  # noqa: PLC0415  # as above

    tools = Toolbox(
        body.get("tools"),
        hosted=hosted,
        limit=body.pop("tool_limit", TOOL_LIMIT),
        timeout=body.pop("tool_timeout", None),
        on_error=body.pop("on_tool_error", "return"),
    )
    return tools, body.pop("max_turns", MAX_TURNS)


def _parsers(form: Format[object] | None) -> Parsers:
    """What the last answer is parsed with; the arguments of calls are for the tools to read."""
    from triopenai._helpers import function_tool, parsers  # noqa: PLC0415  # as above

    return parsers.Parsers.of(form, function_tool.Tools())


@cache
def _chat_operations() -> tuple[Operation[object], StreamOperation[object, object]]:
    from triopenai._operations.chat import CHAT_COMPLETIONS_CREATE as CREATE  # noqa: PLC0415  # one area or the other

    return _both(CREATE, "chat.completions.run_tools", "chat:ParsedChatCompletion")


@cache
def _response_operations() -> tuple[Operation[object], StreamOperation[object, object]]:
    from triopenai._operations.responses import RESPONSES_CREATE as CREATE  # noqa: PLC0415  # as above

    return _both(CREATE, "responses.run_tools", "responses:ParsedResponse")


def _both(
    create: StreamOperation[Any, Any], name: str, result: str
) -> tuple[Operation[object], StreamOperation[object, object]]:
    """What gives whole answers, and what streams them."""
    return parsing_operation(create, name, result), attrs.evolve(create, name=name)
