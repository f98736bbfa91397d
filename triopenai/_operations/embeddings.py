"""The endpoints of ``embeddings``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation

if TYPE_CHECKING:
    from triopenai.types import CreateEmbeddingResponse

__all__ = ["EMBEDDINGS_CREATE"]

EMBEDDINGS_CREATE: Operation[CreateEmbeddingResponse] = Operation(
    name="embeddings.create",
    verb="POST",
    path="/embeddings",
    body=("input", "model", "dimensions", "encoding_format", "user"),
    required=("input", "model"),
    result=":CreateEmbeddingResponse",
    reference="https://developers.openai.com/api/reference/resources/embeddings/methods/create",
)
