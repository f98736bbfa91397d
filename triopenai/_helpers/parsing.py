"""`parse`: calls whose answers are read into the caller's types.

The call is that of `create` with the strict schema of a type in it. Whatever is wrong with a type is found
before anything is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast, overload

import attrs
import trio

from triopenai._base.absent import is_given, omit
from triopenai._engine.call import prepare
from triopenai._engine.reply import Reply, describe
from triopenai._engine.values import read_value

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._engine.call import Call
    from triopenai._engine.engine import Engine
    from triopenai._helpers.chat_args import ChatHelperArgs
    from triopenai._helpers.formats import Format
    from triopenai._helpers.response_args import ResponseParseArgs
    from triopenai._net.transport import Response
    from triopenai._sansio.operation import Operation
    from triopenai.types.chat import ParsedChatCompletion
    from triopenai.types.responses import ParsedResponse

__all__ = ["ChatParsing", "ResponseParsing", "parsing_operation"]

T = TypeVar("T")


class ChatParsing:
    """Chat completions that are read into the caller's types."""

    _engine: Engine

    @overload
    async def parse(
        self, *, response_format: type[T], **params: Unpack[ChatHelperArgs]
    ) -> ParsedChatCompletion[T]: ...

    @overload
    async def parse(
        self, *, response_format: Omit | NotGiven = omit, **params: Unpack[ChatHelperArgs]
    ) -> ParsedChatCompletion[None]: ...

    async def parse(
        self, *, response_format: type[T] | Omit | NotGiven = omit, **params: Unpack[ChatHelperArgs]
    ) -> ParsedChatCompletion[T] | ParsedChatCompletion[None]:
        """Create a chat completion, and read its text and the arguments of its tool calls.

        ``POST /chat/completions``

        Args:
            response_format: The type of the text: a pydantic model, a dataclass, an attrs class or a
                TypedDict. The model is held to its strict schema.
            **params: The other keywords of ``create``, without `stream`. The arguments of tools made by
                `triopenai.pydantic_function_tool` come in the tool's type, those of other strict tools as
                plain JSON values.

        Returns:
            The completion: ``choices[0].message.parsed``, which is None where the model refused (see
            ``message.refusal``) or called a tool.

        Raises:
            TypeError: `response_format` is no such type, or a keyword is unknown.
            ValueError: The type has no strict schema; or the text does not fit the type (this one is a
                `pydantic.ValidationError`).
            LengthFinishReasonError: The text was cut at the token limit; the error has what there is of it.
            ContentFilterFinishReasonError: The text was withheld; as above.
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/docs/guides/structured-outputs
        """
        from triopenai._helpers.formats import Format  # noqa: PLC0415  # heavy, and few calls parse
        from triopenai._helpers.function_tool import Tools  # noqa: PLC0415  # as above
        from triopenai._helpers.parse_chat import parse_chat  # noqa: PLC0415  # as above

        body: dict[str, object] = {**params}
        form: Format[object] | None = None
        if is_given(response_format):
            form = Format(cast("type[object]", response_format), "response_format")
            schema = {"name": form.name, "strict": True, "schema": form.schema()}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        tools = Tools(body.get("tools", omit))
        body["tools"] = tools.given

        def read(value: object) -> object:
            return parse_chat(cast("ParsedChatCompletion[object]", value), form, tools)

        found = await _call(self._engine, _chat_operation(), body, read)
        return cast("ParsedChatCompletion[T]", found)


class ResponseParsing:
    """Responses that are read into the caller's types."""

    _engine: Engine

    @overload
    async def parse(
        self,
        *,
        text_format: type[T],
        parse_as: Omit | NotGiven | None = omit,
        **params: Unpack[ResponseParseArgs],
    ) -> ParsedResponse[T]: ...

    @overload
    async def parse(
        self,
        *,
        text_format: type[object] | Omit | NotGiven = omit,
        parse_as: type[T],
        **params: Unpack[ResponseParseArgs],
    ) -> ParsedResponse[T]: ...

    @overload
    async def parse(
        self,
        *,
        text_format: Omit | NotGiven = omit,
        parse_as: Omit | NotGiven | None = omit,
        **params: Unpack[ResponseParseArgs],
    ) -> ParsedResponse[None]: ...

    async def parse(
        self,
        *,
        text_format: type[object] | Omit | NotGiven = omit,
        parse_as: type[object] | Omit | NotGiven | None = omit,
        **params: Unpack[ResponseParseArgs],
    ) -> object:
        """Create a response, and read its text and the arguments of its tool calls.

        ``POST /responses``

        Args:
            text_format: The type of the text: a pydantic model, a dataclass, an attrs class or a TypedDict.
                The model is held to its strict schema.
            parse_as: The type to read the text into, where that is another; it is not sent.
            **params: The keywords of ``create``, but `stream` cannot be true, and `text` has no `format` of
                its own; `verbosity`, which is that of `text`. Tools are as for ``chat.completions.parse``.

        Returns:
            The response: ``output_parsed`` is the value of its first text, None where there is no text (the
            model refused, or called a tool).

        Raises:
            TypeError: A type is none of these, a keyword is unknown, or `text` has a format too.
            ValueError: The type has no strict schema; or the text does not fit the type (this one is a
                `pydantic.ValidationError`).
            LengthFinishReasonError: The text was cut at the token limit; the error has what there is of it.
            ContentFilterFinishReasonError: The text was withheld; as above.
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/docs/guides/structured-outputs
        """
        from triopenai._helpers.formats import Format  # noqa: PLC0415  # heavy, and few calls parse
        from triopenai._helpers.function_tool import Tools  # noqa: PLC0415  # as above
        from triopenai._helpers.parse_response import parse_response  # noqa: PLC0415  # as above

        body: dict[str, object] = {**params}
        if body.pop("stream", None) is True:
            msg = "responses.parse() waits for the whole answer: for its events, use responses.stream()"
            raise TypeError(msg)
        verbosity = body.pop("verbosity", omit)
        if is_given(verbosity):
            body["text"] = {"verbosity": verbosity, **_settings(body.get("text", omit))}
        form: Format[object] | None = None
        if is_given(text_format):
            form = Format(text_format, "text_format")
            body["text"] = _with_format(body.get("text", omit), form)
        if is_given(parse_as) and parse_as is not None:
            form = Format(parse_as, "parse_as")
        tools = Tools(body.get("tools", omit))
        body["tools"] = tools.flat()

        def read(value: object) -> object:
            return parse_response(cast("ParsedResponse[object]", value), form, tools)

        return await _call(self._engine, _response_operation(), body, read)


def _settings(text: object) -> dict[str, object]:
    """What `text` was given as."""
    if not is_given(text) or text is None:
        return {}
    if not isinstance(text, Mapping):
        msg = f"responses.parse(): text is to be a mapping, not {type(text).__name__}"
        raise TypeError(msg)
    return dict(cast("Mapping[str, object]", text))


def _with_format(text: object, form: Format[object]) -> dict[str, object]:
    """The setting `text` with the format of a type in it."""
    given = _settings(text)
    if is_given(given.get("format", omit)):
        msg = "responses.parse(): text has a format and text_format= is given too: give one of the two"
        raise TypeError(msg)
    asked = {"type": "json_schema", "name": form.name, "strict": True, "schema": form.schema()}
    return {**given, "format": asked}


@cache
def _chat_operation() -> Operation[object]:
    from triopenai._operations.chat import CHAT_COMPLETIONS_CREATE as CREATE  # noqa: PLC0415  # one area or the other

    return parsing_operation(CREATE, "chat.completions.parse", "chat:ParsedChatCompletion")


@cache
def _response_operation() -> Operation[object]:
    from triopenai._operations.responses import RESPONSES_CREATE as CREATE  # noqa: PLC0415  # as above

    return parsing_operation(CREATE, "responses.parse", "responses:ParsedResponse")


def parsing_operation(create: Operation[object], name: str, result: str) -> Operation[object]:
    """The operation with a parsed result, and without streams."""
    body = tuple(keyword for keyword in create.body if keyword != "stream")
    return attrs.evolve(create, name=name, body=body, result=result)


async def _call(
    engine: Engine,
    operation: Operation[object],
    params: Mapping[str, object],
    read: Callable[[object], object],
) -> object:
    """Make a call and read its answer by `read` too, in whichever form the engine answers."""
    engine.check_open(operation.name)
    call = prepare(operation, params, None, engine.settings)
    call.started = trio.current_time()

    async def take(call: Call, response: Response) -> object:
        body = await response.read_all()
        value = read(read_value(call, response, body))
        return Reply(describe(call, response), value, body) if engine.as_replies else value

    result: object = await engine.carry_out(call, take)
    return result
