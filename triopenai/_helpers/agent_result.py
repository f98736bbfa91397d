"""What an agent made of a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, final

import attrs
import pydantic
from typing_extensions import TypeVar

from triopenai._base.agent_errors import AgentOutputParseError
from triopenai._helpers.formats import Format

if TYPE_CHECKING:
    from triopenai.types.beta import AgentSessionMessage
    from triopenai.types.beta.agents.sessions import Turn

__all__ = ["AgentTurnResult"]

OutputT = TypeVar("OutputT", covariant=True, default=None)
ParseT = TypeVar("ParseT")


@final
@attrs.frozen
class AgentTurnResult(Generic[OutputT]):
    """A turn that is completed.

    Attributes:
        turn: The turn.
        messages: The agent's answer, without its comments along the way.
        output_parsed: The answer in the type that was asked for, None without one.
    """

    turn: Turn
    messages: list[AgentSessionMessage]
    output_parsed: OutputT | None = None

    @property
    def session_id(self) -> str:
        """Id of the session."""
        return self.turn.session_id

    @property
    def turn_id(self) -> str:
        """Id of the turn."""
        return self.turn.id

    @property
    def output_text(self) -> str:
        """The text of the answer."""
        return "".join(
            part.text for message in self.messages for part in message.content if part.type == "output_text"
        )

    def parse(self, output_type: type[ParseT]) -> AgentTurnResult[ParseT]:
        """The same, with its text read into a type.

        Args:
            output_type: A pydantic model, a dataclass, an attrs class or a TypedDict.

        Raises:
            AgentOutputParseError: The text does not fit.
            TypeError: `output_type` is no type to read JSON into.
        """
        return self.read(Format(output_type, "output_type"))

    def read(self, form: Format[ParseT]) -> AgentTurnResult[ParseT]:
        """As `parse`, with a type that was looked at before."""
        try:
            value = form.read(self.output_text)
        except pydantic.ValidationError as error:
            raise AgentOutputParseError(self) from error
        return AgentTurnResult(self.turn, self.messages, value)
