"""Responses whose text and tool arguments were parsed into the caller's types."""

from __future__ import annotations

from typing import Annotated, Generic, TypeAlias, cast

from typing_extensions import TypeVar

from triopenai._base.unions import OneOf
from triopenai.types.responses import (
    Response,
    ResponseFunctionToolCall,
    ResponseOutputItem,
    ResponseOutputMessage,
    ResponseOutputRefusal,
    ResponseOutputText,
)

__all__ = [
    "ParsedContent",
    "ParsedResponse",
    "ParsedResponseFunctionToolCall",
    "ParsedResponseOutputItem",
    "ParsedResponseOutputMessage",
    "ParsedResponseOutputText",
]

ContentT = TypeVar("ContentT", default=object)

# The fields below are narrowed to parsed classes. As lists can be assigned to, type checkers rightly object; the
# objects are results, which nobody assigns to.


class ParsedResponseOutputText(ResponseOutputText, Generic[ContentT]):
    """Text of a message; `parsed` holds it in the type of the text format."""

    parsed: ContentT | None = None


ParsedContent: TypeAlias = Annotated[
    ParsedResponseOutputText[ContentT] | ResponseOutputRefusal, OneOf("type")
]


class ParsedResponseOutputMessage(ResponseOutputMessage, Generic[ContentT]):
    """A message with parsed content."""

    content: list[  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]  # narrowed, see above
        Annotated[ParsedResponseOutputText[ContentT] | ResponseOutputRefusal, OneOf("type")]
    ]


class ParsedResponseFunctionToolCall(ResponseFunctionToolCall):
    """A call of a function tool; `parsed_arguments` holds the arguments in the type of the tool."""

    parsed_arguments: object = None


ParsedResponseOutputItem: TypeAlias = Annotated[
    ParsedResponseOutputMessage[ContentT] | ParsedResponseFunctionToolCall | ResponseOutputItem,
    OneOf("type"),
]


class ParsedResponse(Response, Generic[ContentT]):
    """A response with parsed output."""

    output: list[  # pyright: ignore[reportIncompatibleVariableOverride]  # narrowed, see above
        Annotated[
            ParsedResponseOutputMessage[ContentT] | ParsedResponseFunctionToolCall | ResponseOutputItem,
            OneOf("type"),
        ]
    ]

    @property
    def output_parsed(self) -> ContentT | None:
        """The first parsed text of the output; None where there is none."""
        for item in self.output:
            if getattr(item, "type", None) == "message":
                for part in cast("ParsedResponseOutputMessage[ContentT]", item).content:
                    if part.type == "output_text" and part.parsed is not None:
                        return part.parsed
        return None
