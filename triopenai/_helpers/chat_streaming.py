"""``client.chat.completions.stream``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, overload

from triopenai._base.absent import is_given, omit

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._engine.engine import Engine
    from triopenai._helpers.chat_args import ChatHelperArgs
    from triopenai._helpers.chat_stream import AsyncChatCompletionStreamManager
    from triopenai.types.chat._params import CompletionCreateResponseFormatParam

__all__ = ["ChatStreaming"]

T = TypeVar("T")


class ChatStreaming:
    """The streaming helper of chat completions."""

    _engine: Engine

    @overload
    def stream(
        self, *, response_format: type[T], **params: Unpack[ChatHelperArgs]
    ) -> AsyncChatCompletionStreamManager[T]: ...

    @overload
    def stream(
        self,
        *,
        response_format: CompletionCreateResponseFormatParam | Omit = omit,
        **params: Unpack[ChatHelperArgs],
    ) -> AsyncChatCompletionStreamManager[None]: ...

    def stream(
        self,
        *,
        response_format: type[T] | CompletionCreateResponseFormatParam | Omit = omit,
        **params: Unpack[ChatHelperArgs],
    ) -> AsyncChatCompletionStreamManager[T] | AsyncChatCompletionStreamManager[None]:
        """Create a chat completion, and follow it by events with snapshots.

        ``POST /chat/completions``

        Example::

            async with client.chat.completions.stream(model="gpt-4", messages=messages) as stream:
                async for event in stream:
                    if event.type == "content.delta":
                        print(event.delta, end="")
                completion = await stream.get_final_completion()

        Nothing is sent before the block is entered. Leaving it closes the connection at once.

        Args:
            response_format: The type to parse the text into, or a response format as ``create`` takes it.
            **params: The other keywords of ``create``, without `stream`.

        Returns:
            What gives an `AsyncChatCompletionStream` to ``async with``.

        Raises:
            TypeError: `response_format` is no type to read JSON into, or `stream` was given.
            ValueError: Strict mode has no schema for `response_format`.
        """
        if "stream" in params:
            msg = "stream() streams by itself: leave the keyword `stream` away"
            raise TypeError(msg)
        from triopenai._helpers import chat_stream, formats, function_tool, parsers  # noqa: PLC0415  # load on first use

        body: dict[str, object] = {**params, "stream": True}
        tools = function_tool.Tools(params.get("tools"))
        if "tools" in body:
            body["tools"] = tools.given
        form: formats.Format[object] | None = None
        if isinstance(response_format, Mapping):
            body["response_format"] = response_format
        elif is_given(response_format):
            form = formats.Format(response_format, "response_format")
            body["response_format"] = form.chat_format()
        opener = chat_stream.opener(self._engine, body, parsers.Parsers.of(form, tools))
        return chat_stream.AsyncChatCompletionStreamManager(opener)
