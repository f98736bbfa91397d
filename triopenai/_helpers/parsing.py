"""`parse`: calls whose answers are read into the caller's types.

The call is that of `create` with the strict schema of a type in it. Whatever is wrong with a type is found
before anything is sent.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import attrs

from triopenai._base.absent import is_given, omit
from triopenai._engine.reply import Reply

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.absent import NotGiven, Omit
    from triopenai._engine.engine import Engine
    from triopenai._helpers.chat_args import ChatHelperArgs
    from triopenai._helpers.response_args import ResponseParseArgs
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
        from triopenai._helpers import formats, function_tool, parse_chat, parsers  # noqa: PLC0415  # heavy, and few calls parse

        body: dict[str, object] = {**params}
        form: formats.Format[object] | None = None
        if is_given(response_format):
            form = formats.Format(cast("type[object]", response_format), "response_format")
            body["response_format"] = form.chat_format()
        tools = function_tool.Tools(body.get("tools", omit))
        body["tools"] = tools.given
        found = await self._engine.call(_chat_operation(), body)
        parse_chat.parse_chat(_value(found), parsers.Parsers.of(form, tools))
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
        from triopenai._helpers import formats, function_tool, parse_response, parsers  # noqa: PLC0415  # heavy, and few calls parse

        body: dict[str, object] = {**params}
        if body.pop("stream", None) is True:
            msg = "responses.parse() waits for the whole answer: for its events, use responses.stream()"
            raise TypeError(msg)
        verbosity = body.pop("verbosity", omit)
        if is_given(verbosity):
            settings = formats.text_settings(body.get("text"), "responses.parse")
            body["text"] = {"verbosity": verbosity, **settings}
        form: formats.Format[object] | None = None
        if is_given(text_format):
            form = formats.Format(text_format, "text_format")
            body["text"] = form.text_config(body.get("text"), "responses.parse")
        if is_given(parse_as) and parse_as is not None:
            form = formats.Format(parse_as, "parse_as")
        tools = function_tool.Tools(body.get("tools", omit))
        body["tools"] = tools.flat()
        found = await self._engine.call(_response_operation(), body)
        parse_response.parse_response(_value(found), parsers.Parsers.of(form, tools))
        return found


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


def _value(found: object) -> Any:  # noqa: ANN401  # what the operation's result names
    """What an engine read, also where it answers with replies."""
    return cast("Reply[object]", found).parse() if isinstance(found, Reply) else found
