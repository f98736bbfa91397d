"""The methods of ``content_provenance_checks``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import content_provenance_checks as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.resources._args import content_provenance_checks as args
    from triopenai.types import ContentProvenanceCheck

__all__ = ["ContentProvenanceChecks"]


class ContentProvenanceChecks(Resource):
    """Methods of ``client.content_provenance_checks``.

    See https://developers.openai.com/api/reference/resources/content_provenance_checks
    """

    async def create(
        self, **params: Unpack[args.ContentProvenanceChecksCreateArgs]
    ) -> ContentProvenanceCheck:
        """Create a content provenance check.

        ``POST /content_provenance_checks``

        Args:
            **params: The keys of `triopenai.types.ContentProvenanceCheckCreateParams` (`file` is required),
                and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/content_provenance_checks/methods/create
        """
        return await self._engine.call(ops.CONTENT_PROVENANCE_CHECKS_CREATE, params)
