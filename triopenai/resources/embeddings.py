"""The methods of ``embeddings``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._operations import embeddings as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai.resources._args import embeddings as args
    from triopenai.types import CreateEmbeddingResponse

__all__ = ["Embeddings"]


class Embeddings(Resource):
    """Methods of ``client.embeddings``.

    See https://developers.openai.com/api/reference/resources/embeddings
    """

    async def create(self, **params: Unpack[args.EmbeddingsCreateArgs]) -> CreateEmbeddingResponse:
        """Embed text.

        ``POST /embeddings``

        Args:
            **params: The keys of `triopenai.types.EmbeddingCreateParams` (`input` and `model` are required),
                and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/embeddings/methods/create
        """
        return await self._engine.call(ops.EMBEDDINGS_CREATE, params)
