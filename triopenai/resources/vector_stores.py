"""The methods of ``vector_stores``. Generated: do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triopenai._engine.resource import Resource
from triopenai._helpers.vector_stores import FileBatchHelpers, FileHelpers
from triopenai._operations import vector_stores as ops

if TYPE_CHECKING:
    from typing import Unpack

    from triopenai._base.options import RequestOptions
    from triopenai._engine.pages import AsyncCursorPage, AsyncPage, AsyncPaginator
    from triopenai.resources._args import vector_stores as args
    from triopenai.types import VectorStore, VectorStoreDeleted, VectorStoreSearchResponse
    from triopenai.types.vector_stores import (
        FileContentResponse,
        VectorStoreFile,
        VectorStoreFileBatch,
        VectorStoreFileDeleted,
    )

__all__ = ["VectorStores", "VectorStoresFileBatches", "VectorStoresFiles"]


class VectorStores(Resource):
    """Methods of ``client.vector_stores``.

    See https://developers.openai.com/api/reference/resources/vector_stores
    """

    @cached_property
    def file_batches(self) -> VectorStoresFileBatches:
        """Methods of ``client.vector_stores.file_batches``."""
        return VectorStoresFileBatches(self._engine)

    @cached_property
    def files(self) -> VectorStoresFiles:
        """Methods of ``client.vector_stores.files``."""
        return VectorStoresFiles(self._engine)

    async def create(self, **params: Unpack[args.VectorStoresCreateArgs]) -> VectorStore:
        """Create a vector store.

        ``POST /vector_stores``

        Args:
            **params: The keys of `triopenai.types.VectorStoreCreateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/methods/create
        """
        return await self._engine.call(ops.VECTOR_STORES_CREATE, params)

    async def delete(self, vector_store_id: str, **params: Unpack[RequestOptions]) -> VectorStoreDeleted:
        """Delete a vector store.

        ``DELETE /vector_stores/{vector_store_id}``

        Args:
            vector_store_id: Id of the vector store.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/methods/delete
        """
        return await self._engine.call(ops.VECTOR_STORES_DELETE, params, vector_store_id)

    def list(
        self, **params: Unpack[args.VectorStoresListArgs]
    ) -> AsyncPaginator[VectorStore, AsyncCursorPage[VectorStore]]:
        """List vector stores.

        ``GET /vector_stores``

        Args:
            **params: The keys of `triopenai.types.VectorStoreListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/methods/list
        """
        return self._engine.paginate(ops.VECTOR_STORES_LIST, params)

    async def retrieve(self, vector_store_id: str, **params: Unpack[RequestOptions]) -> VectorStore:
        """Retrieve a vector store.

        ``GET /vector_stores/{vector_store_id}``

        Args:
            vector_store_id: Id of the vector store.
            **params: The request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/methods/retrieve
        """
        return await self._engine.call(ops.VECTOR_STORES_RETRIEVE, params, vector_store_id)

    def search(
        self, vector_store_id: str, **params: Unpack[args.VectorStoresSearchArgs]
    ) -> AsyncPaginator[VectorStoreSearchResponse, AsyncPage[VectorStoreSearchResponse]]:
        """Search a vector store.

        ``POST /vector_stores/{vector_store_id}/search``

        Args:
            vector_store_id: Id of the vector store.
            **params: The keys of `triopenai.types.VectorStoreSearchParams` (`query` is required), and the
                request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/methods/search
        """
        return self._engine.paginate(ops.VECTOR_STORES_SEARCH, params, vector_store_id)

    async def update(
        self, vector_store_id: str, **params: Unpack[args.VectorStoresUpdateArgs]
    ) -> VectorStore:
        """Update a vector store.

        ``POST /vector_stores/{vector_store_id}``

        Args:
            vector_store_id: Id of the vector store.
            **params: The keys of `triopenai.types.VectorStoreUpdateParams`, and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/methods/update
        """
        return await self._engine.call(ops.VECTOR_STORES_UPDATE, params, vector_store_id)


class VectorStoresFileBatches(FileBatchHelpers, Resource):
    """Methods of ``client.vector_stores.file_batches``.

    See https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches
    """

    async def cancel(
        self, batch_id: str, **params: Unpack[args.VectorStoresFileBatchesCancelArgs]
    ) -> VectorStoreFileBatch:
        """Cancel a vector store file batch.

        ``POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel``

        Args:
            batch_id: Id of the batch.
            **params: `vector_store_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches/methods/cancel
        """
        return await self._engine.call(ops.VECTOR_STORES_FILE_BATCHES_CANCEL, params, batch_id)

    async def create(
        self, vector_store_id: str, **params: Unpack[args.VectorStoresFileBatchesCreateArgs]
    ) -> VectorStoreFileBatch:
        """Create a vector store file batch.

        ``POST /vector_stores/{vector_store_id}/file_batches``

        Args:
            vector_store_id: Id of the vector store.
            **params: The keys of `triopenai.types.vector_stores.FileBatchCreateParams`, and the request
                options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches/methods/create
        """
        return await self._engine.call(ops.VECTOR_STORES_FILE_BATCHES_CREATE, params, vector_store_id)

    def list_files(
        self, batch_id: str, **params: Unpack[args.VectorStoresFileBatchesListFilesArgs]
    ) -> AsyncPaginator[VectorStoreFile, AsyncCursorPage[VectorStoreFile]]:
        """List the files of a vector store file batch.

        ``GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files``

        Args:
            batch_id: Id of the batch.
            **params: The keys of `triopenai.types.vector_stores.FileBatchListFilesParams` (`vector_store_id`
                is required), and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches/methods/list_files
        """
        return self._engine.paginate(ops.VECTOR_STORES_FILE_BATCHES_LIST_FILES, params, batch_id)

    async def retrieve(
        self, batch_id: str, **params: Unpack[args.VectorStoresFileBatchesRetrieveArgs]
    ) -> VectorStoreFileBatch:
        """Retrieve a vector store file batch.

        ``GET /vector_stores/{vector_store_id}/file_batches/{batch_id}``

        Args:
            batch_id: Id of the batch.
            **params: `vector_store_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches/methods/retrieve
        """
        return await self._engine.call(ops.VECTOR_STORES_FILE_BATCHES_RETRIEVE, params, batch_id)


class VectorStoresFiles(FileHelpers, Resource):
    """Methods of ``client.vector_stores.files``.

    See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files
    """

    def content(
        self, file_id: str, **params: Unpack[args.VectorStoresFilesContentArgs]
    ) -> AsyncPaginator[FileContentResponse, AsyncPage[FileContentResponse]]:
        """Read the parsed content of a vector store file.

        ``GET /vector_stores/{vector_store_id}/files/{file_id}/content``

        Args:
            file_id: Id of the file.
            **params: `vector_store_id` and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/content
        """
        return self._engine.paginate(ops.VECTOR_STORES_FILES_CONTENT, params, file_id)

    async def create(
        self, vector_store_id: str, **params: Unpack[args.VectorStoresFilesCreateArgs]
    ) -> VectorStoreFile:
        """Create a vector store file.

        ``POST /vector_stores/{vector_store_id}/files``

        Args:
            vector_store_id: Id of the vector store.
            **params: The keys of `triopenai.types.vector_stores.FileCreateParams` (`file_id` is required),
                and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/create
        """
        return await self._engine.call(ops.VECTOR_STORES_FILES_CREATE, params, vector_store_id)

    async def delete(
        self, file_id: str, **params: Unpack[args.VectorStoresFilesDeleteArgs]
    ) -> VectorStoreFileDeleted:
        """Delete a vector store file.

        ``DELETE /vector_stores/{vector_store_id}/files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: `vector_store_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/delete
        """
        return await self._engine.call(ops.VECTOR_STORES_FILES_DELETE, params, file_id)

    def list(
        self, vector_store_id: str, **params: Unpack[args.VectorStoresFilesListArgs]
    ) -> AsyncPaginator[VectorStoreFile, AsyncCursorPage[VectorStoreFile]]:
        """List vector store files.

        ``GET /vector_stores/{vector_store_id}/files``

        Args:
            vector_store_id: Id of the vector store.
            **params: The keys of `triopenai.types.vector_stores.FileListParams`, and the request options.

        Returns:
            Pages: await it for the first, or iterate over it for every item.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/list
        """
        return self._engine.paginate(ops.VECTOR_STORES_FILES_LIST, params, vector_store_id)

    async def retrieve(
        self, file_id: str, **params: Unpack[args.VectorStoresFilesRetrieveArgs]
    ) -> VectorStoreFile:
        """Retrieve a vector store file.

        ``GET /vector_stores/{vector_store_id}/files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: `vector_store_id` and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/retrieve
        """
        return await self._engine.call(ops.VECTOR_STORES_FILES_RETRIEVE, params, file_id)

    async def update(
        self, file_id: str, **params: Unpack[args.VectorStoresFilesUpdateArgs]
    ) -> VectorStoreFile:
        """Update a vector store file.

        ``POST /vector_stores/{vector_store_id}/files/{file_id}``

        Args:
            file_id: Id of the file.
            **params: The keys of `triopenai.types.vector_stores.FileUpdateParams` (`vector_store_id` and
                `attributes` are required), and the request options.

        Raises:
            APIError: The call failed; the subclass says how.

        See https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/update
        """
        return await self._engine.call(ops.VECTOR_STORES_FILES_UPDATE, params, file_id)
