"""The methods of ``beta_assistants``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from triopenai._engine.resource import Resource
from triopenai._operations import beta_assistants as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import beta_assistants as args
    from triopenai.types.beta import Assistant, AssistantDeleted

__all__ = ["BetaAssistants"]


class BetaAssistants(Resource):
    """Methods of ``client.beta.assistants``.

    See https://developers.openai.com/api/reference/resources/beta/subresources/assistants
    """

    @deprecated("beta.assistants.create is deprecated by the API", category=None)
    async def create(self, **params: Unpack[args.BetaAssistantsCreateArgs]) -> Assistant:
        """Create an assistant.

        ``POST /assistants``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.beta.AssistantCreateParams` (`model` is required), and the
                request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/create
        """
        return await self._engine.call(ops.BETA_ASSISTANTS_CREATE, params)

    @deprecated("beta.assistants.delete is deprecated by the API", category=None)
    async def delete(self, assistant_id: str, **params: Unpack[RequestOptions]) -> AssistantDeleted:
        """Delete an assistant.

        ``DELETE /assistants/{assistant_id}``

        Deprecated by the API: a call warns.

        Args:
            assistant_id: Id of the assistant.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/delete
        """
        return await self._engine.call(ops.BETA_ASSISTANTS_DELETE, params, assistant_id)

    @deprecated("beta.assistants.list is deprecated by the API", category=None)
    def list(
        self, **params: Unpack[args.BetaAssistantsListArgs]
    ) -> AsyncPaginator[Assistant, AsyncCursorPage[Assistant]]:
        """List assistants.

        ``GET /assistants``

        Deprecated by the API: a call warns.

        Args:
            **params: The keys of `triopenai.types.beta.AssistantListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/list
        """
        return self._engine.paginate(ops.BETA_ASSISTANTS_LIST, params)

    @deprecated("beta.assistants.retrieve is deprecated by the API", category=None)
    async def retrieve(self, assistant_id: str, **params: Unpack[RequestOptions]) -> Assistant:
        """Retrieve an assistant.

        ``GET /assistants/{assistant_id}``

        Deprecated by the API: a call warns.

        Args:
            assistant_id: Id of the assistant.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/retrieve
        """
        return await self._engine.call(ops.BETA_ASSISTANTS_RETRIEVE, params, assistant_id)

    @deprecated("beta.assistants.update is deprecated by the API", category=None)
    async def update(self, assistant_id: str, **params: Unpack[args.BetaAssistantsUpdateArgs]) -> Assistant:
        """Update an assistant.

        ``POST /assistants/{assistant_id}``

        Deprecated by the API: a call warns.

        Args:
            assistant_id: Id of the assistant.
            **params: The keys of `triopenai.types.beta.AssistantUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/beta/subresources/assistants/methods/update
        """
        return await self._engine.call(ops.BETA_ASSISTANTS_UPDATE, params, assistant_id)
