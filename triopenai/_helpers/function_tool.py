"""Tools whose arguments have a type: made from it, sent as its schema, and read back into it."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar, cast, final

from triopenai._base.absent import Omit
from triopenai._helpers.formats import Format

if TYPE_CHECKING:
    from triopenai.types.chat import ChatCompletionFunctionToolParam

__all__ = ["FunctionTool", "Tools", "pydantic_function_tool"]

T = TypeVar("T")


@final
class FunctionTool(dict[str, object], Generic[T]):
    """The definition of a function tool, as the API takes it, that knows the type of its arguments.

    Attributes:
        format: That type.
    """

    def __init__(self, kind: type[T], *, name: str | None, description: str | None) -> None:
        self.format = Format(kind, "model")
        self.name = name or self.format.name
        function: dict[str, object] = {"name": self.name, "strict": True, "parameters": self.format.schema()}
        said = description or _documented(kind)
        if said:
            function["description"] = said
        super().__init__(type="function", function=function)


def pydantic_function_tool(
    model: type[object], *, name: str | None = None, description: str | None = None
) -> ChatCompletionFunctionToolParam:
    """A strict function tool whose arguments are the fields of a type.

    Give it among the `tools` of ``chat.completions.parse`` or ``responses.parse``, and the arguments of its
    calls come as values of the type (``parsed_arguments``). ``chat.completions.create`` takes it too.

    Args:
        model: A pydantic model, a dataclass, an attrs class or a TypedDict.
        name: The function's name. Default: the type's.
        description: What the function does, for the model. Default: the type's docstring.

    Raises:
        TypeError: `model` is none of these, or a model of pydantic.v1.
        ValueError: It has no strict schema.

    See https://developers.openai.com/api/docs/guides/function-calling
    """
    tool: FunctionTool[object] = FunctionTool(model, name=name, description=description)
    return cast("ChatCompletionFunctionToolParam", tool)


def _documented(kind: type) -> str | None:
    doc = kind.__dict__.get("__doc__")
    # A dataclass without a docstring is given its signature as one.
    if not isinstance(doc, str) or doc.startswith(f"{kind.__name__}("):
        return None
    return inspect.cleandoc(doc)


@final
class Tools:
    """The tools of one call: those of the caller, by the name of the function."""

    def __init__(self, given: object) -> None:
        self._formats: dict[str, Format[object]] = {}
        self._strict: set[str] = set()
        self.given = given
        self._listed: list[object] | None = None
        if isinstance(given, (str, bytes, Mapping, Omit)) or not isinstance(given, Iterable):
            return
        self.given = self._listed = list(cast("Iterable[object]", given))  # looked at here, and sent later
        for tool in self._listed:
            if isinstance(tool, FunctionTool):
                known = cast("FunctionTool[object]", tool)
                self._formats[known.name] = known.format
            elif isinstance(tool, Mapping):
                self._note(cast("Mapping[str, object]", tool))

    def _note(self, tool: Mapping[str, object]) -> None:
        nested = tool.get("function")
        function = cast("Mapping[str, object]", nested) if isinstance(nested, Mapping) else tool
        if tool.get("type") == "function" and function.get("strict") is True:
            self._strict.add(str(function.get("name")))

    def flat(self) -> object:
        """The tools as responses take them: a function's name beside its type."""
        if self._listed is None:
            return self.given
        tools: list[object] = []
        for tool in self._listed:
            if isinstance(tool, FunctionTool):
                known = cast("FunctionTool[object]", tool)
                tools.append({"type": "function", **cast("dict[str, object]", known["function"])})
            else:
                tools.append(tool)
        return tools

    def read(self, name: str, arguments: str) -> object:
        """The arguments of a call: in the tool's type, as plain JSON of other strict tools, else None.

        Raises:
            ValueError: They do not fit, or are no JSON.
        """
        known = self._formats.get(name)
        if known is not None:
            return known.read(arguments)
        return json.loads(arguments) if name in self._strict else None
