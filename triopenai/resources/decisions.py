"""The methods of ``decisions``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import decisions as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.resources._args import decisions as args
    from triopenai.types import Decision

__all__ = ["Decisions"]


class Decisions(Resource):
    """Methods of ``client.decisions``.

    See https://developers.openai.com/api/reference/resources/decisions
    """

    async def create(self, **params: Unpack[args.DecisionsCreateArgs]) -> Decision:
        """Create a decision.

        ``POST /decisions``

        Args:
            **params: The keys of `triopenai.types.DecisionCreateParams` (`input`, `model` and `questions` are
                required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/decisions/methods/create
        """
        return await self._engine.call(ops.DECISIONS_CREATE, params)
