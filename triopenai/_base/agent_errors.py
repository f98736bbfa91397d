"""The errors of the helpers for agents. They are plain data, as all errors of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, final

from triopenai._base.errors import OpenAIError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "AgentFilePreparationError",
    "AgentFileStagingError",
    "AgentOutputParseError",
    "AgentTurnResultError",
    "ResultErrorReason",
]

ResultErrorReason: TypeAlias = Literal[
    "failed", "cancelled", "requires_action", "incomplete", "observation_failed"
]


@final
class AgentFilePreparationError(OpenAIError):
    """Of several files some could not be uploaded. The others were, and are the caller's to keep or delete.

    Attributes:
        prepared: The `PreparedAgentFiles` of those that were.
        failures: The error of each that was not, by its path in the environment.
    """

    def __init__(self, message: str, *, prepared: object = None, failures: Mapping[str, Exception]) -> None:
        super().__init__(message)
        self.prepared = prepared
        self.failures: dict[str, Exception] = dict(failures)


@final
class AgentFileStagingError(OpenAIError):
    """A file was uploaded, but could not be put into the environment. The upload is the caller's.

    Attributes:
        uploaded_file_id: Its id.
    """

    def __init__(self, message: str, *, uploaded_file_id: str) -> None:
        super().__init__(message)
        self.uploaded_file_id = uploaded_file_id


@final
class AgentTurnResultError(OpenAIError):
    """A turn of an agent has no result.

    Attributes:
        reason: How it ended: "failed", "cancelled", "incomplete" (its answer was cut), "requires_action"
            (it waits for something that no handler gives), or "observation_failed" (the events ended first).
        turn: The `Turn` as it was last told, or None.
        session_id: Id of the session, or None.
        turn_id: Id of the turn, or None.
        messages: The `AgentSessionMessage` objects that the agent had finished.
        required_actions: What the session waits for.
    """

    def __init__(
        self,
        reason: ResultErrorReason,
        *,
        turn: object = None,
        session_id: str | None = None,
        messages: Sequence[object] = (),
        required_actions: Sequence[object] = (),
    ) -> None:
        super().__init__(f"The agent's turn has no result: {reason.replace('_', ' ')}.")
        self.reason: ResultErrorReason = reason
        self.turn = turn
        self.session_id = session_id
        self.turn_id: str | None = getattr(turn, "id", None)
        self.messages: list[object] = list(messages)
        self.required_actions: list[object] = list(required_actions)


@final
class AgentOutputParseError(OpenAIError, ValueError):
    """An agent's answer does not fit the type that it is to be read into.

    Attributes:
        result: The `AgentTurnResult`, with nothing in `output_parsed`.
    """

    def __init__(self, result: object = None) -> None:
        super().__init__("The agent's answer does not fit the type that it is to be read into.")
        self.result = result
