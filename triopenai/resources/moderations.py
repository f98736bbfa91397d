"""The methods of ``moderations``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import moderations as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.resources._args import moderations as args
    from triopenai.types import ModerationCreateResponse

__all__ = ["Moderations"]


class Moderations(Resource):
    """Methods of ``client.moderations``.

    See https://developers.openai.com/api/reference/resources/moderations
    """

    async def create(self, **params: Unpack[args.ModerationsCreateArgs]) -> ModerationCreateResponse:
        """Classify content for moderation.

        ``POST /moderations``

        Args:
            **params: The keys of `triopenai.types.ModerationCreateParams` (`input` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/moderations/methods/create
        """
        return await self._engine.call(ops.MODERATIONS_CREATE, params)
