"""The methods of ``safety``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import safety as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai.types.safety import SafetyAlert, SafetyCase

__all__ = ["Safety", "SafetyAlerts", "SafetyCases"]


class Safety(Resource):
    """Methods of ``client.safety``.

    See https://developers.openai.com/api/reference/resources/safety
    """

    @cached_property
    def alerts(self) -> SafetyAlerts:
        """Methods of ``client.safety.alerts``."""
        return SafetyAlerts(self._engine)

    @cached_property
    def cases(self) -> SafetyCases:
        """Methods of ``client.safety.cases``."""
        return SafetyCases(self._engine)


class SafetyAlerts(Resource):
    """Methods of ``client.safety.alerts``.

    See https://developers.openai.com/api/reference/resources/safety/subresources/alerts
    """

    async def retrieve(self, id: str, **params: Unpack[RequestOptions]) -> SafetyAlert:
        """Retrieve a safety alert.

        ``GET /safety/alerts/{id}``

        Args:
            id: Its id.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/safety/subresources/alerts/methods/retrieve
        """
        return await self._engine.call(ops.SAFETY_ALERTS_RETRIEVE, params, id)


class SafetyCases(Resource):
    """Methods of ``client.safety.cases``.

    See https://developers.openai.com/api/reference/resources/safety/subresources/cases
    """

    async def retrieve(self, id: str, **params: Unpack[RequestOptions]) -> SafetyCase:
        """Retrieve a safety case.

        ``GET /safety/cases/{id}``

        Args:
            id: Its id.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/safety/subresources/cases/methods/retrieve
        """
        return await self._engine.call(ops.SAFETY_CASES_RETRIEVE, params, id)
