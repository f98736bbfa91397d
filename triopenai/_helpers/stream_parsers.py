"""What the texts of a stream are parsed with, and how the API is asked for texts that can be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, cast, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from triopenai._helpers.formats import Format
    from triopenai._helpers.function_tool import Tools
    from triopenai.types.responses import ParsedResponse, ParsedResponseOutputMessage

__all__ = ["Parsers", "chat_format", "text_config", "tool_readers"]


@final
@attrs.frozen
class Parsers:
    """How to parse texts and the arguments of function calls.

    Attributes:
        text: Parses the text of a message; None where it is left alone.
        tools: Name of a function to what parses its arguments; those of others are left alone.
    """

    text: Callable[[str], object] | None = None
    tools: Mapping[str, Callable[[str], object]] = attrs.field(factory=dict[str, "Callable[[str], object]"])

    @property
    def any(self) -> bool:
        """Whether there is something to parse."""
        return self.text is not None or bool(self.tools)

    def fill(self, response: ParsedResponse[object]) -> ParsedResponse[object]:
        """Parse what a whole response holds, and put it where it belongs.

        Raises:
            ValueError: A text cannot be parsed.
        """
        for item in response.output:
            kind: object = getattr(item, "type", None)
            if kind == "message" and self.text is not None:
                for part in cast("ParsedResponseOutputMessage[object]", item).content:
                    if part.type == "output_text" and part.text:
                        part.parsed = self.text(part.text)
            elif kind == "function_call":
                call = cast("_Call", item)
                parse = self.tools.get(call.name)
                if parse is not None:
                    call.parsed_arguments = parse(call.arguments)
        return response


class _Call:
    name: str
    arguments: str
    parsed_arguments: object


def chat_format(form: Format[object]) -> dict[str, object]:
    """The `response_format` that asks for a type."""
    return {
        "type": "json_schema",
        "json_schema": {"name": form.name, "schema": form.schema(), "strict": True},
    }


def text_config(form: Format[object], given: object) -> dict[str, object]:
    """The `text` that asks for a type, with what else the caller wants of it.

    Raises:
        TypeError: The caller asks for another format already.
    """
    config = dict(cast("Mapping[str, object]", given)) if isinstance(given, Mapping) else {}
    if "format" in config:
        msg = "stream() takes either text_format, or text with a format in it"
        raise TypeError(msg)
    config["format"] = {"type": "json_schema", "name": form.name, "schema": form.schema(), "strict": True}
    return config


def tool_readers(tools: Tools) -> dict[str, Callable[[str], object]]:
    """What reads the arguments of each strict function, by its name."""
    found: dict[str, Callable[[str], object]] = {}
    given = tools.flat()
    for tool in cast("list[object]", given) if isinstance(given, list) else ():
        if not isinstance(tool, Mapping):
            continue
        fields = cast("Mapping[str, object]", tool)
        nested = fields.get("function")
        function = cast("Mapping[str, object]", nested) if isinstance(nested, Mapping) else fields
        if fields.get("type") == "function" and function.get("strict") is True:
            name = str(function.get("name"))
            found[name] = partial(tools.read, name)
    return found
