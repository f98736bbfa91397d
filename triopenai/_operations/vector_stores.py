"""The endpoints of ``vector_stores``. Generated: do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triopenai._sansio.operation import Operation, PageOperation

if TYPE_CHECKING:
    from triopenai._engine.pages import AsyncCursorPage, AsyncPage
    from triopenai.types import VectorStore, VectorStoreDeleted, VectorStoreSearchResponse
    from triopenai.types.vector_stores import (
        FileContentResponse,
        VectorStoreFile,
        VectorStoreFileBatch,
        VectorStoreFileDeleted,
    )

__all__ = [
    "VECTOR_STORES_CREATE",
    "VECTOR_STORES_DELETE",
    "VECTOR_STORES_FILES_CONTENT",
    "VECTOR_STORES_FILES_CREATE",
    "VECTOR_STORES_FILES_DELETE",
    "VECTOR_STORES_FILES_LIST",
    "VECTOR_STORES_FILES_RETRIEVE",
    "VECTOR_STORES_FILES_UPDATE",
    "VECTOR_STORES_FILE_BATCHES_CANCEL",
    "VECTOR_STORES_FILE_BATCHES_CREATE",
    "VECTOR_STORES_FILE_BATCHES_LIST_FILES",
    "VECTOR_STORES_FILE_BATCHES_RETRIEVE",
    "VECTOR_STORES_LIST",
    "VECTOR_STORES_RETRIEVE",
    "VECTOR_STORES_SEARCH",
    "VECTOR_STORES_UPDATE",
]

VECTOR_STORES_CREATE: Operation[VectorStore] = Operation(
    name="vector_stores.create",
    verb="POST",
    path="/vector_stores",
    body=("chunking_strategy", "description", "expires_after", "file_ids", "metadata", "name"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result=":VectorStore",
    reference="https://developers.openai.com/api/reference/resources/vector_stores/methods/create",
)
VECTOR_STORES_DELETE: Operation[VectorStoreDeleted] = Operation(
    name="vector_stores.delete",
    verb="DELETE",
    path="/vector_stores/{vector_store_id}",
    path_params=("vector_store_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result=":VectorStoreDeleted",
    reference="https://developers.openai.com/api/reference/resources/vector_stores/methods/delete",
)
VECTOR_STORES_FILE_BATCHES_CANCEL: Operation[VectorStoreFileBatch] = Operation(
    name="vector_stores.file_batches.cancel",
    verb="POST",
    path="/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel",
    path_params=("vector_store_id", "batch_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFileBatch",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches"
        "/methods/cancel"
    ),
)
VECTOR_STORES_FILE_BATCHES_CREATE: Operation[VectorStoreFileBatch] = Operation(
    name="vector_stores.file_batches.create",
    verb="POST",
    path="/vector_stores/{vector_store_id}/file_batches",
    path_params=("vector_store_id",),
    body=("attributes", "chunking_strategy", "file_ids", "files"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFileBatch",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches"
        "/methods/create"
    ),
)
VECTOR_STORES_FILE_BATCHES_LIST_FILES: PageOperation[AsyncCursorPage[VectorStoreFile], VectorStoreFile] = (
    PageOperation(
        name="vector_stores.file_batches.list_files",
        verb="GET",
        path="/vector_stores/{vector_store_id}/file_batches/{batch_id}/files",
        path_params=("vector_store_id", "batch_id"),
        query=("after", "before", "filter", "limit", "order"),
        fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
        item="vector_stores:VectorStoreFile",
        page="cursor",
        reference=(
            "https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches"
            "/methods/list_files"
        ),
    )
)
VECTOR_STORES_FILE_BATCHES_RETRIEVE: Operation[VectorStoreFileBatch] = Operation(
    name="vector_stores.file_batches.retrieve",
    verb="GET",
    path="/vector_stores/{vector_store_id}/file_batches/{batch_id}",
    path_params=("vector_store_id", "batch_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFileBatch",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/file_batches"
        "/methods/retrieve"
    ),
)
VECTOR_STORES_FILES_CONTENT: PageOperation[AsyncPage[FileContentResponse], FileContentResponse] = (
    PageOperation(
        name="vector_stores.files.content",
        verb="GET",
        path="/vector_stores/{vector_store_id}/files/{file_id}/content",
        path_params=("vector_store_id", "file_id"),
        fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
        item="vector_stores:FileContentResponse",
        page="page",
        reference=(
            "https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods"
            "/content"
        ),
    )
)
VECTOR_STORES_FILES_CREATE: Operation[VectorStoreFile] = Operation(
    name="vector_stores.files.create",
    verb="POST",
    path="/vector_stores/{vector_store_id}/files",
    path_params=("vector_store_id",),
    body=("file_id", "attributes", "chunking_strategy"),
    required=("file_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFile",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods"
        "/create"
    ),
)
VECTOR_STORES_FILES_DELETE: Operation[VectorStoreFileDeleted] = Operation(
    name="vector_stores.files.delete",
    verb="DELETE",
    path="/vector_stores/{vector_store_id}/files/{file_id}",
    path_params=("vector_store_id", "file_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFileDeleted",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods"
        "/delete"
    ),
)
VECTOR_STORES_FILES_LIST: PageOperation[AsyncCursorPage[VectorStoreFile], VectorStoreFile] = PageOperation(
    name="vector_stores.files.list",
    verb="GET",
    path="/vector_stores/{vector_store_id}/files",
    path_params=("vector_store_id",),
    query=("after", "before", "filter", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    item="vector_stores:VectorStoreFile",
    page="cursor",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods/list"
    ),
)
VECTOR_STORES_FILES_RETRIEVE: Operation[VectorStoreFile] = Operation(
    name="vector_stores.files.retrieve",
    verb="GET",
    path="/vector_stores/{vector_store_id}/files/{file_id}",
    path_params=("vector_store_id", "file_id"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFile",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods"
        "/retrieve"
    ),
)
VECTOR_STORES_FILES_UPDATE: Operation[VectorStoreFile] = Operation(
    name="vector_stores.files.update",
    verb="POST",
    path="/vector_stores/{vector_store_id}/files/{file_id}",
    path_params=("vector_store_id", "file_id"),
    body=("attributes",),
    required=("attributes",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result="vector_stores:VectorStoreFile",
    reference=(
        "https://developers.openai.com/api/reference/resources/vector_stores/subresources/files/methods"
        "/update"
    ),
)
VECTOR_STORES_LIST: PageOperation[AsyncCursorPage[VectorStore], VectorStore] = PageOperation(
    name="vector_stores.list",
    verb="GET",
    path="/vector_stores",
    query=("after", "before", "limit", "order"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    item=":VectorStore",
    page="cursor",
    reference="https://developers.openai.com/api/reference/resources/vector_stores/methods/list",
)
VECTOR_STORES_RETRIEVE: Operation[VectorStore] = Operation(
    name="vector_stores.retrieve",
    verb="GET",
    path="/vector_stores/{vector_store_id}",
    path_params=("vector_store_id",),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result=":VectorStore",
    reference="https://developers.openai.com/api/reference/resources/vector_stores/methods/retrieve",
)
VECTOR_STORES_SEARCH: PageOperation[AsyncPage[VectorStoreSearchResponse], VectorStoreSearchResponse] = (
    PageOperation(
        name="vector_stores.search",
        verb="POST",
        path="/vector_stores/{vector_store_id}/search",
        path_params=("vector_store_id",),
        body=("query", "filters", "max_num_results", "ranking_options", "rewrite_query"),
        required=("query",),
        fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
        item=":VectorStoreSearchResponse",
        page="page",
        reference="https://developers.openai.com/api/reference/resources/vector_stores/methods/search",
    )
)
VECTOR_STORES_UPDATE: Operation[VectorStore] = Operation(
    name="vector_stores.update",
    verb="POST",
    path="/vector_stores/{vector_store_id}",
    path_params=("vector_store_id",),
    body=("expires_after", "metadata", "name"),
    fixed_headers=(("OpenAI-Beta", "assistants=v2"),),
    result=":VectorStore",
    reference="https://developers.openai.com/api/reference/resources/vector_stores/methods/update",
)
