"""The methods of ``beta``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource

if TYPE_CHECKING:
    from triopenai.resources.beta_agents import BetaAgents
    from triopenai.resources.beta_assistants import BetaAssistants
    from triopenai.resources.beta_chatkit import BetaChatKit
    from triopenai.resources.beta_realtime import BetaRealtime
    from triopenai.resources.beta_responses import BetaResponses
    from triopenai.resources.beta_threads import BetaThreads
    from triopenai.resources.chat import Chat

__all__ = ["Beta"]


class Beta(Resource):
    """Methods of ``client.beta``.

    See https://developers.openai.com/api/reference/resources/beta
    """

    @cached_property
    def agents(self) -> BetaAgents:
        """Methods of ``client.beta.agents``."""
        from triopenai.resources.beta_agents import BetaAgents

        return BetaAgents(self._engine)

    @cached_property
    def assistants(self) -> BetaAssistants:
        """Methods of ``client.beta.assistants``."""
        from triopenai.resources.beta_assistants import BetaAssistants

        return BetaAssistants(self._engine)

    @cached_property
    def chat(self) -> Chat:
        """The same as ``client.chat``."""
        from triopenai.resources.chat import Chat

        return Chat(self._engine)

    @cached_property
    def chatkit(self) -> BetaChatKit:
        """Methods of ``client.beta.chatkit``."""
        from triopenai.resources.beta_chatkit import BetaChatKit

        return BetaChatKit(self._engine)

    @cached_property
    def realtime(self) -> BetaRealtime:
        """Methods of ``client.beta.realtime``."""
        from triopenai.resources.beta_realtime import BetaRealtime

        return BetaRealtime(self._engine)

    @cached_property
    def responses(self) -> BetaResponses:
        """Methods of ``client.beta.responses``."""
        from triopenai.resources.beta_responses import BetaResponses

        return BetaResponses(self._engine)

    @cached_property
    def threads(self) -> BetaThreads:
        """Methods of ``client.beta.threads``."""
        from triopenai.resources.beta_threads import BetaThreads

        return BetaThreads(self._engine)
