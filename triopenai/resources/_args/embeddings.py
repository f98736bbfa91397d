"""The keywords of ``embeddings``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import EmbeddingCreateParams

__all__ = ["EmbeddingsCreateArgs"]


class EmbeddingsCreateArgs(EmbeddingCreateParams, RequestOptions, total=False):
    """Keywords of ``embeddings.create``."""
