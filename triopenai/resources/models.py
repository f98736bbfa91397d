"""The methods of ``models``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import models as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncPage, AsyncPaginator
    from triopenai.types import Model, ModelDeleted

__all__ = ["Models"]


class Models(Resource):
    """Methods of ``client.models``.

    See https://developers.openai.com/api/reference/resources/models
    """

    async def delete(self, model: str, **params: Unpack[RequestOptions]) -> ModelDeleted:
        """Delete a model.

        ``DELETE /models/{model}``

        Args:
            model: Name of the model.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/models/methods/delete
        """
        return await self._engine.call(ops.MODELS_DELETE, params, model)

    def list(self, **params: Unpack[RequestOptions]) -> AsyncPaginator[Model, AsyncPage[Model]]:
        """List models.

        ``GET /models``

        Args:
            **params: The request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/models/methods/list
        """
        return self._engine.paginate(ops.MODELS_LIST, params)

    async def retrieve(self, model: str, **params: Unpack[RequestOptions]) -> Model:
        """Retrieve a model.

        ``GET /models/{model}``

        Args:
            model: Name of the model.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/models/methods/retrieve
        """
        return await self._engine.call(ops.MODELS_RETRIEVE, params, model)
