"""The errors of tool runs; `triopenai.errors` has them in the whole tree."""

from __future__ import annotations

from typing import final

from triopenai._base.errors import OpenAIError

__all__ = ["TooManyTurnsError", "ToolCallError"]


@final
class ToolCallError(OpenAIError):
    """A model called a tool that there is not, or one that is there with arguments that do not fit.

    Attributes:
        tool_name: The tool, as the model named it.
        call_id: The id of the call.
        arguments: The arguments as the model wrote them.
    """

    def __init__(self, message: str, *, tool_name: str = "", call_id: str = "", arguments: str = "") -> None:
        super().__init__(message)
        self.tool_name = tool_name
        self.call_id = call_id
        self.arguments = arguments


@final
class TooManyTurnsError(OpenAIError):
    """A model still called tools when a run had no turn left. The calls of its last answer were not run.

    Attributes:
        response: That answer, a `ParsedResponse` or a `ParsedChatCompletion`.
        steps: The steps before it, each a `triopenai.tools.ToolStep`.
        usage: What the whole run used, a `triopenai.tools.ToolRunUsage`.
    """

    def __init__(
        self,
        message: str,
        *,
        response: object = None,
        steps: tuple[object, ...] = (),
        usage: object = None,
    ) -> None:
        super().__init__(message)
        self.response = response
        self.steps = steps
        self.usage = usage
