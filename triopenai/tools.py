"""Tools for ``run_tools``: what says more of one, the runs, and what their steps are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai._helpers.tool_calls import ToolResult
    from triopenai._helpers.tool_dialogues import ChatToolRun, ResponseToolRun
    from triopenai._helpers.tool_functions import Tool, tool
    from triopenai._helpers.tool_runs import ToolRun, ToolRunEvents, ToolRunUsage, ToolStep

__all__ = [
    "ChatToolRun",
    "ResponseToolRun",
    "Tool",
    "ToolResult",
    "ToolRun",
    "ToolRunEvents",
    "ToolRunUsage",
    "ToolStep",
    "tool",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        {
            "triopenai._helpers.tool_calls": "ToolResult",
            "triopenai._helpers.tool_dialogues": "ChatToolRun ResponseToolRun",
            "triopenai._helpers.tool_functions": "Tool tool",
            "triopenai._helpers.tool_runs": "ToolRun ToolRunEvents ToolRunUsage ToolStep",
        },
    )
