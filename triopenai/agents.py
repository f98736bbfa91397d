"""What the helpers for agents give, take and raise: ``client.beta.agents``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._base.lazy import attach

if TYPE_CHECKING:
    from triopenai._base.agent_errors import (
        AgentFilePreparationError,
        AgentFileStagingError,
        AgentOutputParseError,
        AgentTurnResultError,
    )
    from triopenai._helpers.agent_artifacts import AsyncAgentResultArtifacts
    from triopenai._helpers.agent_files import PreparedAgentFiles, StagedAgentFile
    from triopenai._helpers.agent_result import AgentTurnResult
    from triopenai._helpers.agent_stream import AsyncAgentSessionEventStream, AsyncAgentSessionStream
    from triopenai._helpers.agent_tools import (
        AgentToolError,
        AsyncToolErrorHandler,
        AsyncToolHandler,
        ToolOutput,
    )

__all__ = [
    "AgentFilePreparationError",
    "AgentFileStagingError",
    "AgentOutputParseError",
    "AgentToolError",
    "AgentTurnResult",
    "AgentTurnResultError",
    "AsyncAgentResultArtifacts",
    "AsyncAgentSessionEventStream",
    "AsyncAgentSessionStream",
    "AsyncToolErrorHandler",
    "AsyncToolHandler",
    "PreparedAgentFiles",
    "StagedAgentFile",
    "ToolOutput",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        {
            "triopenai._base.agent_errors": (
                "AgentFilePreparationError AgentFileStagingError AgentOutputParseError AgentTurnResultError"
            ),
            "triopenai._helpers.agent_artifacts": "AsyncAgentResultArtifacts",
            "triopenai._helpers.agent_files": "PreparedAgentFiles StagedAgentFile",
            "triopenai._helpers.agent_result": "AgentTurnResult",
            "triopenai._helpers.agent_stream": "AsyncAgentSessionEventStream AsyncAgentSessionStream",
            "triopenai._helpers.agent_tools": (
                "AgentToolError AsyncToolErrorHandler AsyncToolHandler ToolOutput"
            ),
        },
    )
