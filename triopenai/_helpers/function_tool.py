"""Tools whose arguments have a type: made from it, sent as its schema, and read back into it."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeGuard, TypeVar, cast, final

from triopenai._base.absent import Omit
from triopenai._helpers.formats import Format

if TYPE_CHECKING:
    from collections.abc import Callable

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
    """The tools of one call, and what reads the arguments of its functions."""

    def __init__(self, given: object = None) -> None:
        self.given: object = given
        self._listed: list[object] | None = None
        # By namespace, None for the functions that have none, and by name.
        self._readers: dict[str | None, dict[str, Callable[[str], object]]] = {}
        if isinstance(given, (str, bytes, Mapping, Omit)) or not isinstance(given, Iterable):
            return
        self.given = self._listed = list(cast("Iterable[object]", given))  # looked at here, and sent later
        self._note(self._listed, None)

    def _note(self, tools: Iterable[object], namespace: str | None) -> None:
        readers = self._readers.setdefault(namespace, {})
        for tool in tools:
            if isinstance(tool, FunctionTool):
                known = cast("FunctionTool[object]", tool)
                readers[known.name] = known.format.read
            elif isinstance(tool, Mapping):
                fields = cast("Mapping[str, object]", tool)
                nested = fields.get("function")
                function = cast("Mapping[str, object]", nested) if isinstance(nested, Mapping) else fields
                if fields.get("type") == "function" and function.get("strict") is True:
                    readers[str(function.get("name"))] = json.loads
                elif _is_namespace(fields):
                    self._note(cast("list[object]", fields["tools"]), str(fields.get("name")))

    def __bool__(self) -> bool:
        return any(self._readers.values())

    def reader(self, name: str, namespace: str | None = None) -> Callable[[str], object] | None:
        """What reads the arguments of a function; it raises a ValueError where they do not fit.

        It gives values of the type that the tool was made of, and plain JSON values for other strict tools.
        None for one that is not strict.
        """
        if namespace not in self._readers and namespace == name:
            namespace = None  # a function that the model loaded by itself is called so
        return self._readers.get(namespace, {}).get(name)

    def flat(self) -> object:
        """The tools as responses take them: a function's name beside its type."""
        return self.given if self._listed is None else [_flat(tool) for tool in self._listed]


def _flat(tool: object) -> object:
    if isinstance(tool, FunctionTool):
        known = cast("FunctionTool[object]", tool)
        return {"type": "function", **cast("dict[str, object]", known["function"])}
    if _is_namespace(tool):
        return {**tool, "tools": [_flat(one) for one in cast("list[object]", tool["tools"])]}
    return tool


def _is_namespace(tool: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a tool is a namespace, whose functions can be looked at."""
    if not isinstance(tool, Mapping):
        return False
    fields = cast("Mapping[str, object]", tool)
    return fields.get("type") == "namespace" and isinstance(fields.get("tools"), (list, tuple))
