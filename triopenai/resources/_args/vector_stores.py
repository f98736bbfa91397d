"""The keywords of ``vector_stores``. Generated: do not edit."""

from __future__ import annotations

from typing import Required

from triopenai._base.options import RequestOptions
from triopenai.types._params import (
    VectorStoreCreateParams,
    VectorStoreListParams,
    VectorStoreSearchParams,
    VectorStoreUpdateParams,
)
from triopenai.types.vector_stores._params import (
    FileBatchCreateParams,
    FileBatchListFilesParams,
    FileCreateParams,
    FileListParams,
    FileUpdateParams,
)

__all__ = [
    "VectorStoresCreateArgs",
    "VectorStoresFileBatchesCancelArgs",
    "VectorStoresFileBatchesCreateArgs",
    "VectorStoresFileBatchesListFilesArgs",
    "VectorStoresFileBatchesRetrieveArgs",
    "VectorStoresFilesContentArgs",
    "VectorStoresFilesCreateArgs",
    "VectorStoresFilesDeleteArgs",
    "VectorStoresFilesListArgs",
    "VectorStoresFilesRetrieveArgs",
    "VectorStoresFilesUpdateArgs",
    "VectorStoresListArgs",
    "VectorStoresSearchArgs",
    "VectorStoresUpdateArgs",
]


class VectorStoresCreateArgs(VectorStoreCreateParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.create``."""


class VectorStoresFileBatchesCancelArgs(RequestOptions, total=False):
    """Keywords of ``vector_stores.file_batches.cancel``."""

    vector_store_id: Required[str]


class VectorStoresFileBatchesCreateArgs(FileBatchCreateParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.file_batches.create``."""


class VectorStoresFileBatchesListFilesArgs(FileBatchListFilesParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.file_batches.list_files``."""


class VectorStoresFileBatchesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``vector_stores.file_batches.retrieve``."""

    vector_store_id: Required[str]


class VectorStoresFilesContentArgs(RequestOptions, total=False):
    """Keywords of ``vector_stores.files.content``."""

    vector_store_id: Required[str]


class VectorStoresFilesCreateArgs(FileCreateParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.files.create``."""


class VectorStoresFilesDeleteArgs(RequestOptions, total=False):
    """Keywords of ``vector_stores.files.delete``."""

    vector_store_id: Required[str]


class VectorStoresFilesListArgs(FileListParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.files.list``."""


class VectorStoresFilesRetrieveArgs(RequestOptions, total=False):
    """Keywords of ``vector_stores.files.retrieve``."""

    vector_store_id: Required[str]


class VectorStoresFilesUpdateArgs(FileUpdateParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.files.update``."""


class VectorStoresListArgs(VectorStoreListParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.list``."""


class VectorStoresSearchArgs(VectorStoreSearchParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.search``."""


class VectorStoresUpdateArgs(VectorStoreUpdateParams, RequestOptions, total=False):
    """Keywords of ``vector_stores.update``."""
