"""``client.responses.stream``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, overload

from triopenai._base.absent import is_given, omit
from triopenai._base.options import OPTION_NAMES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Unpack

    from triopenai._base.absent import Omit
    from triopenai._engine.engine import Engine
    from triopenai._helpers.response_args import ResponseHelperArgs
    from triopenai._helpers.response_stream import AsyncResponseStream, AsyncResponseStreamManager

__all__ = ["ResponseStreaming"]

T = TypeVar("T")

# What says how to read a response that there is, and is not sent for it.
PARSING: Final = frozenset({"text", "tools"})


class ResponseStreaming:
    """The streaming helper of responses."""

    _engine: Engine

    @overload
    def stream(
        self,
        *,
        text_format: type[T],
        response_id: str | Omit = omit,
        starting_after: int | Omit = omit,
        resume: bool = False,
        **params: Unpack[ResponseHelperArgs],
    ) -> AsyncResponseStreamManager[T]: ...

    @overload
    def stream(
        self,
        *,
        text_format: Omit = omit,
        response_id: str | Omit = omit,
        starting_after: int | Omit = omit,
        resume: bool = False,
        **params: Unpack[ResponseHelperArgs],
    ) -> AsyncResponseStreamManager[None]: ...

    def stream(
        self,
        *,
        text_format: type[T] | Omit = omit,
        response_id: str | Omit = omit,
        starting_after: int | Omit = omit,
        resume: bool = False,
        **params: Unpack[ResponseHelperArgs],
    ) -> AsyncResponseStreamManager[T] | AsyncResponseStreamManager[None]:
        """Create a response, or attach to one that is being made, and follow it by events with snapshots.

        ``POST /responses``, or ``GET /responses/{response_id}``

        Example::

            async with client.responses.stream(model="gpt-5", input="Write a story") as stream:
                async for event in stream:
                    if event.type == "response.output_text.delta":
                        print(event.delta, end="")
                response = await stream.get_final_response()

        Nothing is sent before the block is entered. Leaving it closes the connection at once; a response
        that is made in the background goes on.

        Args:
            text_format: The type to parse the text into.
            response_id: The response to attach to, which was created with ``background=True`` and
                ``stream=True``.
            starting_after: Give events with a greater `sequence_number` only. Those before are still read, so
                that snapshots are whole.
            resume: Whether to go on over another connection when this one is lost: no event is given twice,
                and none is left out. For a response with ``background=True``, which the server goes on with
                by itself; it must be stored, as it is by default.
            **params: The other keywords of ``create``, without `stream`; with `response_id` none of them but
                `include`, `text_format`, `tools`, which say how to parse, and the request options.

        Returns:
            What gives an `AsyncResponseStream` to ``async with``.

        Raises:
            TypeError: `text_format` is no type to read JSON into, there is a format in `text` beside it, or
                `stream` was given, or `resume` is no bool.
            ValueError: `response_id` is missing or does not go with the other keywords, strict mode has no
                schema for `text_format`, or `resume` is for a response that is not made in the background.
        """
        if "stream" in params:
            msg = "stream() streams by itself: leave the keyword `stream` away"
            raise TypeError(msg)
        from triopenai._helpers import formats, function_tool, parsers, response_stream  # noqa: PLC0415  # load on first use

        body: dict[str, object] = {name: value for name, value in params.items() if is_given(value)}
        attached = response_id if is_given(response_id) else None
        _check_attach(body, attached, starting_after)
        _check_resume(body, attached, resume=resume)
        tools = function_tool.Tools(body.get("tools"))
        if "tools" in body:
            body["tools"] = tools.flat()
        form: formats.Format[object] | None = None
        if is_given(text_format):
            form = formats.Format(text_format, "text_format")
            body["text"] = form.text_config(body.get("text"), "responses.stream")
        if attached is not None:
            body = {name: value for name, value in body.items() if name not in PARSING}
        body["stream"] = True
        opener: Callable[[], Awaitable[AsyncResponseStream[T]]] = response_stream.opener(
            self._engine,
            body,
            parsers.Parsers.of(form, tools),
            response_id=attached,
            starting_after=starting_after if is_given(starting_after) else None,
            resume=resume,
        )
        return response_stream.AsyncResponseStreamManager(opener)


def _check_attach(body: dict[str, object], response_id: str | None, starting_after: int | Omit) -> None:
    """Hold the keywords against what is wanted: a new response, or one that there is."""
    if response_id is not None:
        allowed = OPTION_NAMES | {"include", "tools"}
        wrong = sorted(name for name in body if name not in allowed)
        if wrong:
            msg = f"response_id is of a response that there is; it does not go with {', '.join(wrong)}"
            raise ValueError(msg)
        if not response_id:
            msg = "response_id is empty"
            raise ValueError(msg)
    elif is_given(starting_after):
        msg = "starting_after goes with response_id only"
        raise ValueError(msg)
    elif not ({"input", "model", "prompt", "conversation", "previous_response_id"} & body.keys()):
        msg = "stream() takes input and model for a new response, or response_id for one that there is"
        raise ValueError(msg)


def _check_resume(body: dict[str, object], response_id: str | None, *, resume: object) -> None:
    """Refuse to resume what would end with its connection."""
    if not isinstance(resume, bool):
        msg = f"resume must be True or False, not {resume!r}"
        raise TypeError(msg)
    if resume and response_id is None and (body.get("background") is not True or body.get("store") is False):
        msg = (
            "resume=True is for responses that go on without their stream: pass background=True with it, and"
            " leave store as it is"
        )
        raise ValueError(msg)
