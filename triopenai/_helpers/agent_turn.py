"""What the events of an agent's session tell of a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, final

from triopenai._base.agent_errors import AgentTurnResultError
from triopenai._helpers.agent_result import AgentTurnResult

if TYPE_CHECKING:
    from triopenai._base.agent_errors import ResultErrorReason
    from triopenai.types.beta import AgentSessionEvent, AgentSessionMessage, AgentSessionRequiredAction
    from triopenai.types.beta.agents.sessions import Turn

__all__ = ["AgentTurn"]

_RESTS: Final = frozenset(
    {"agent.session.idle", "agent.session.failed", "agent.session.budget_reached"},
)


@final
class AgentTurn:
    """The turn that is followed.

    Attributes:
        session_id: Id of the session, as soon as an event told it.
        turn: The turn as it was last told.
        required_actions: What the session waits for.
        over: Whether the session came to rest after the turn.
    """

    def __init__(self, session_id: str | None = None) -> None:
        self.session_id = session_id
        self.turn: Turn | None = None
        self.required_actions: list[AgentSessionRequiredAction] = []
        self.over: bool = False
        self._messages: dict[str, AgentSessionMessage] = {}
        self._seen: set[str] = set()

    def take(self, event: AgentSessionEvent) -> bool:
        """Take an event; False if it came before: a server may repeat what it is not sure to have sent."""
        identity: object = getattr(event, "event_id", None)  # loose servers leave it out
        if isinstance(identity, str):
            if identity in self._seen:
                return False
            self._seen.add(identity)
        if self.session_id is None:
            session: object = getattr(event, "session", None)
            self.session_id = getattr(event, "session_id", None) or getattr(session, "id", None)
        if event.type.startswith("agent.session.turn."):
            self._take_turn(event)
        elif event.type == "agent.session.requires_action":
            self.required_actions = list(event.session.required_actions)
        elif event.type == "agent.session.in_progress":
            self.required_actions = []
        elif event.type in _RESTS:
            self.over |= self.turn is not None or event.type == "agent.session.failed"
        return True

    def _take_turn(self, event: AgentSessionEvent) -> None:
        turn: object = getattr(event, "turn", None)
        if turn is not None:
            told = cast("Turn", turn)
            # Turns of subagents are told of by the same stream.
            if told.subagent_id is None:
                self.turn = told
        elif event.type == "agent.session.turn.item.done":
            item = event.item
            if item.type == "message" and item.phase != "commentary":
                self._messages[item.id] = cast("AgentSessionMessage", item)

    def result(self) -> AgentTurnResult[None]:
        """What the turn gave.

        Raises:
            AgentTurnResultError: It gave nothing.
        """
        messages = list(self._messages.values())
        turn = self.turn
        if turn is not None:
            messages = [message for message in messages if message.turn_id == turn.id]
            whole = all(message.status != "incomplete" for message in messages)
            if turn.status == "completed" and whole:
                return AgentTurnResult(turn, messages)
        raise AgentTurnResultError(
            self._reason(),
            turn=turn,
            session_id=self.session_id,
            messages=messages,
            required_actions=self.required_actions,
        )

    def _reason(self) -> ResultErrorReason:
        status = None if self.turn is None else self.turn.status
        if status == "failed":
            return "failed"
        if status == "cancelled":
            return "cancelled"
        if status == "completed":
            return "incomplete"
        return "requires_action" if self.required_actions else "observation_failed"
