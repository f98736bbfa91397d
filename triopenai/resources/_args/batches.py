"""The keywords of ``batches``. Generated: do not edit."""

from __future__ import annotations

from triopenai._base.options import RequestOptions
from triopenai.types._params import BatchCreateParams, BatchListParams

__all__ = ["BatchesCreateArgs", "BatchesListArgs"]


class BatchesCreateArgs(BatchCreateParams, RequestOptions, total=False):
    """Keywords of ``batches.create``."""


class BatchesListArgs(BatchListParams, RequestOptions, total=False):
    """Keywords of ``batches.list``."""
