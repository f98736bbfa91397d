"""The methods of ``batches``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import batches as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncCursorPage, AsyncPaginator
    from triopenai.resources._args import batches as args
    from triopenai.types import Batch

__all__ = ["Batches"]


class Batches(Resource):
    """Methods of ``client.batches``.

    See https://developers.openai.com/api/reference/resources/batches
    """

    async def cancel(self, batch_id: str, **params: Unpack[RequestOptions]) -> Batch:
        """Cancel a batch.

        ``POST /batches/{batch_id}/cancel``

        Args:
            batch_id: Id of the batch.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/batches/methods/cancel
        """
        return await self._engine.call(ops.BATCHES_CANCEL, params, batch_id)

    async def create(self, **params: Unpack[args.BatchesCreateArgs]) -> Batch:
        """Create a batch.

        ``POST /batches``

        Args:
            **params: The keys of `triopenai.types.BatchCreateParams` (`completion_window`, `endpoint` and
                `input_file_id` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/batches/methods/create
        """
        return await self._engine.call(ops.BATCHES_CREATE, params)

    def list(self, **params: Unpack[args.BatchesListArgs]) -> AsyncPaginator[Batch, AsyncCursorPage[Batch]]:
        """List batches.

        ``GET /batches``

        Args:
            **params: The keys of `triopenai.types.BatchListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/batches/methods/list
        """
        return self._engine.paginate(ops.BATCHES_LIST, params)

    async def retrieve(self, batch_id: str, **params: Unpack[RequestOptions]) -> Batch:
        """Retrieve a batch.

        ``GET /batches/{batch_id}``

        Args:
            batch_id: Id of the batch.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/batches/methods/retrieve
        """
        return await self._engine.call(ops.BATCHES_RETRIEVE, params, batch_id)
