"""The tools that `parse` takes, among them those made from the caller's types."""

from __future__ import annotations

from typing import TypeAlias

from triopenai.types.chat._common_params import ChatCompletionFunctionToolParam
from triopenai.types.responses import ToolParam

__all__ = ["ToolParseableToolParam"]

ToolParseableToolParam: TypeAlias = ToolParam | ChatCompletionFunctionToolParam
